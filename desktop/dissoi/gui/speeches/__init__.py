# SPDX-License-Identifier: MIT
"""The speech plan in a window of its own: who says what in which speech."""
