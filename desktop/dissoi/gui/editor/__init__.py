# SPDX-License-Identifier: MIT
"""The right of the window: positions with their pro and con arguments, edited in place."""
