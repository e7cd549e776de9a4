# SPDX-License-Identifier: MIT
"""What a file tells about itself, apart from its text."""

from __future__ import annotations

from typing import NamedTuple


class About(NamedTuple):
    """Its title, and who made it; "" where that is not told."""

    title: str
    author: str = ""
