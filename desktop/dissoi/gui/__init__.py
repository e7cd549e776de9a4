# SPDX-License-Identifier: MIT
"""The front end with a window; the only room that imports PySide6."""
