# SPDX-License-Identifier: MIT
"""The outline of a PDF (ISO 32000-1, 12.3.3): bookmarks beside the pages, the first rank of them closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

from dissoi.briefing.printing.appending import Update, to_come
from dissoi.briefing.printing.links import Place, leading_to, text_string

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_NAME = "Bookmarks"
_TOP = -1
"""Stands for the outline itself, where bookmarks are told by their places."""


class Bookmark(NamedTuple):
    """A line of the outline: how deep it stands, from 0, and where it leads.

    One stands no more than one deeper than the one before.
    """

    title: str
    rank: int
    place: Place


def will_have_outline(canvas: Canvas) -> None:
    """Let a viewer show the outline, which is written with the update."""
    document: Any = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001
    # ReportLab prepares its own outline when it writes the document, and drops one of nothing.
    document.Outlines = SimpleNamespace(prepare=lambda *_: None, ready=1)
    document.Catalog.Outlines = to_come(canvas, _NAME)
    canvas.showOutline()


def add_outline(update: Update, bookmarks: Sequence[Bookmark]) -> None:
    """Write the outline, of at least one bookmark."""
    first, below = update.next, _below([each.rank for each in bookmarks])
    made = [""] * len(bookmarks)
    for parent, kids in below.items():
        around = update.number_of(_NAME) if parent == _TOP else first + parent
        for place in kids:
            made[place] = f"<</Title{text_string(bookmarks[place].title)}/Parent {around} 0 R"
        for place, following in pairwise(kids):
            made[place] += f"/Next {first + following} 0 R"
            made[following] += f"/Prev {first + place} 0 R"
    for place, bookmark in enumerate(bookmarks):
        if place in below:
            count = _within(place, below) * (1 if bookmark.rank else -1)
            made[place] += f"{_ends(first, below[place])}/Count {count}"
        made[place] += f"/Dest{leading_to(bookmark.place, update.pages)}>>"
    update.add(*made)
    top = below[_TOP]
    update.say(_NAME, f"<</Type/Outlines{_ends(first, top)}/Count {len(top)}>>")


def _below(ranks: Sequence[int]) -> Mapping[int, Sequence[int]]:
    """Which bookmarks stand right under each that has any, and under the outline itself."""
    below: dict[int, list[int]] = {}
    above = [_TOP]
    for place, rank in enumerate(ranks):
        del above[rank + 1 :]
        below.setdefault(above[-1], []).append(place)
        above.append(place)
    return below


def _within(place: int, below: Mapping[int, Sequence[int]]) -> int:
    """How many bookmarks stand under one, however deep."""
    return sum(1 + _within(kid, below) for kid in below.get(place, ()))


def _ends(first: int, kids: Sequence[int]) -> str:
    return f"/First {first + kids[0]} 0 R/Last {first + kids[-1]} 0 R"
