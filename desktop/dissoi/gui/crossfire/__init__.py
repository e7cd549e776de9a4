# SPDX-License-Identifier: MIT
"""The questions that are to be asked in crossfire, in a window of their own."""
