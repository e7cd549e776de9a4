# SPDX-License-Identifier: MIT
"""The lines of text on the pages of a PDF file: where each stands, how large it is, and how it looks.

Lengths are points, measured from the lower left corner of the page as it is shown.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dissoi.dossier.prose import Span, joined

HYPHEN = "\u00ad"
"""Stands for a hyphen at the end of a line, which may belong to the word or not."""

SPACE = 0.18
"""From which gap on, in heights of the line, a space lies between two characters."""
GAP = 2.2
"""From which gap on two characters belong to different columns."""
SAME_LINE = 0.4

Box = tuple[float, float, float, float]
"""Left, bottom, right and top."""


@dataclass(frozen=True)
class Style:
    """How large characters are, in points, and how they look."""

    size: float = 0.0
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Line:
    """A line of one column: its box, its characters with their looks, and its parts if wide gaps part it."""

    left: float
    bottom: float
    right: float
    top: float
    spans: tuple[Span, ...]
    size: float
    cells: tuple[Line, ...] = ()

    @cached_property
    def text(self) -> str:
        """Its characters, without spaces around them."""
        return "".join(span.text for span in self.spans).strip()

    @property
    def height(self) -> float:
        """How high its box is."""
        return self.top - self.bottom

    @cached_property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return all(span.bold for span in self.spans if span.text.strip())

    def is_beside(self, other: Line) -> bool:
        """Whether both stand at the same height."""
        return min(self.top, other.top) - max(self.bottom, other.bottom) > SAME_LINE * self.height


@dataclass(frozen=True)
class Page:
    """The lines of a page in the order of the file, and its size.

    `unknown` is how many characters have no meaning; `rules` are the thin level lines that are drawn on it.
    """

    lines: tuple[Line, ...]
    width: float
    height: float
    unknown: int = 0
    rules: tuple[Box, ...] = ()


def line_of(box: Box, runs: Sequence[tuple[str, Style]]) -> Line:
    """The line in a box that runs of characters make, in their order."""
    sizes = [style.size for text, style in runs if text.strip()]
    spans = (Span(text=text, bold=style.bold, italic=style.italic) for text, style in _gathered(runs))
    return Line(*box, joined(spans), round(statistics.median_high(sizes) * 2) / 2)


def _gathered(runs: Sequence[tuple[str, Style]]) -> Iterator[tuple[str, Style]]:
    """Runs with those of one look joined, before each is checked as a span."""
    texts: list[str] = []
    last = Style()
    for text, style in runs:
        if texts and (style.bold, style.italic) != (last.bold, last.italic) and text != " ":
            yield "".join(texts), last
            texts = []
        if not texts or text != " ":
            last = style
        texts.append(text)
    yield "".join(texts), last
