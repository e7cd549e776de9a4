# SPDX-License-Identifier: MIT
"""Making the brief from the window."""
