# SPDX-License-Identifier: MIT
"""What is to be known of a file apart from its text."""

from __future__ import annotations

from typing import NamedTuple

from dissoi.briefing.paper import A4, Paper


class About(NamedTuple):
    """Its title, and who made it, "" where that is not told; whether its type is large; its paper."""

    title: str
    author: str = ""
    is_large: bool = False
    paper: Paper = A4
