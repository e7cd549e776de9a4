# SPDX-License-Identifier: MIT
"""Dissoi: prepare both sides of a debate beside the articles they rest on."""

__version__ = "0.1.0"
