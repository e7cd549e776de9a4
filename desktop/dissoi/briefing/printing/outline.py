# SPDX-License-Identifier: MIT
"""The bookmarks of a PDF (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dissoi.briefing.printing.objects import Objects, text_string


class Bookmark(NamedTuple):
    """A bookmark: its rank from 0, what it is called, and where it leads, as PDF says it."""

    rank: int
    title: str
    leads: str


_Numbered = tuple[int, Bookmark]
"""A bookmark with the number of its object."""


def put_outline(objects: Objects, marks: Sequence[Bookmark]) -> int:
    """Put in bookmarks, which begin closed; returns the number of their root."""
    root = objects.number()
    below = _tree(root, [(objects.number(), mark) for mark in marks])
    for within, kids in below.items():
        numbers = [number for number, _ in kids]
        for (number, mark), before, behind in zip(kids, [0, *numbers], [*numbers[1:], 0], strict=False):
            beside = (f"/Prev {before} 0 R" if before else "") + (f"/Next {behind} 0 R" if behind else "")
            # A count below zero: closed.
            opens = _ends(below[number], -1)
            title = text_string(mark.title)
            entries = f"/Title{title}/Parent {within} 0 R{beside}{opens}/Dest{mark.leads}"
            objects.put(f"<<{entries}>>", number)
    objects.put(f"<</Type/Outlines{_ends(below[root], 1)}>>", root)
    return root


def _tree(root: int, marks: Sequence[_Numbered]) -> dict[int, list[_Numbered]]:
    """The bookmarks right below each, and below the root."""
    below: dict[int, list[_Numbered]] = {root: []}
    around: list[_Numbered] = []
    for number, mark in marks:
        while around and around[-1][1].rank >= mark.rank:
            around.pop()
        below[around[-1][0] if around else root].append((number, mark))
        below[number] = []
        around.append((number, mark))
    return below


def _ends(kids: Sequence[_Numbered], sign: int) -> str:
    if not kids:
        return ""
    return f"/First {kids[0][0]} 0 R/Last {kids[-1][0]} 0 R/Count {sign * len(kids)}"
