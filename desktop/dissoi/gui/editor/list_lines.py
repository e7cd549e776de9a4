# SPDX-License-Identifier: MIT
"""How a list in Markdown goes on at the end of a line."""

from __future__ import annotations

import re

_ITEM = re.compile(
    r"(?P<indent>[ \t]*)(?:(?P<bullet>[-*+])|(?P<number>\d{1,9})(?P<stop>[.)]))(?P<gap>[ \t]+)"
)


def next_item(line: str) -> str | None:
    """What the line after `line` begins with: the mark of the next item; None where `line` is no item.

    "" when `line` is an item without words, which ends its list.
    """
    item = _ITEM.match(line)
    if item is None:
        return None
    if not line[item.end() :].strip():
        return ""
    mark = item["bullet"] or f"{int(item['number']) + 1}{item['stop']}"
    return f"{item['indent']}{mark}{item['gap']}"
