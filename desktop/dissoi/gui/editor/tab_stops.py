# SPDX-License-Identifier: MIT
"""Where Tab goes on the page of a position: as one reads, and not in the order in which cards were made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from dissoi.gui.editor.card import ArgumentCard
from dissoi.gui.editor.evidence import EvidenceView
from dissoi.gui.editor.weight import WeightDots

_W = TypeVar("_W", bound=QWidget)


def stops_of(card: ArgumentCard) -> Iterator[QWidget]:
    """The texts of a card and its evidence, then its weight and buttons, then its answers."""
    below = [each for each in card.children() if isinstance(each, QWidget)]
    yield from card.fields.values()
    yield from _from_above(each for each in below if isinstance(each, EvidenceView))
    yield from (each for each in below if isinstance(each, WeightDots | QToolButton))
    for answer in _from_above(each for each in below if isinstance(each, ArgumentCard)):
        yield from stops_of(answer)


def _from_above(widgets: Iterator[_W]) -> list[_W]:
    return sorted(widgets, key=QWidget.y)


def next_stop(stops: Sequence[QWidget], focus: QWidget | None, step: int) -> QWidget | None:
    """The stop after (1) or before (-1) the one that has the focus; None beyond the last or first."""
    can_stop = [each for each in stops if each is focus or _can_stop(each)]
    if focus not in can_stop:
        return None
    place = can_stop.index(focus) + step
    return can_stop[place] if 0 <= place < len(can_stop) else None


def _can_stop(widget: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_tab and widget.isVisible() and widget.isEnabled()


def around(page: QWidget, first: QWidget, focus: QWidget, step: int) -> QWidget | None:
    """The stop of the window after (1) or before (-1) `focus` that is not in `page`, or is its `first`.

    Qt keeps what is in the page in the order in which it was made, some of it behind what stands elsewhere.
    So the page is taken to be where its first stop is.
    """
    here: QWidget | None = focus
    while here is not None:
        here = here.nextInFocusChain() if step > 0 else here.previousInFocusChain()
        if here is focus:
            return None
        if here is first or (here is not None and _can_stop(here) and not page.isAncestorOf(here)):
            return here
    return None


def end_stop(stops: Sequence[QWidget], step: int) -> QWidget | None:
    """The first stop, going forwards (1), or the last one, going backwards (-1)."""
    return next(filter(_can_stop, stops[::step]), None)
