# SPDX-License-Identifier: MIT
"""Passages when the text of their article is altered: a correction, and what is to be confirmed after it."""
