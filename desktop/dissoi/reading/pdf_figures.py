# SPDX-License-Identifier: MIT
"""What is drawn on a page of a PDF file and means something: bullets, and rules above footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from dissoi.dossier.prose import Span, joined
from dissoi.reading.pdf_lines import Box, Line

_MOST_OBJECTS = 20_000
_SIZES = (1.5, 9.0)
"""How large a bullet is, in points."""
_LARGEST = 0.6
"""How large it is at most, in heights of its line."""
_SQUARE = 0.75
_THIN, _SHORTEST_RULE = 3.0, 30.0
_REACH = 2.0
"""How far before its line it stands, in heights of it."""
_BULLET = Span(text="• ")


@dataclass(frozen=True)
class Figures:
    """Small round or square figures on a page, and thin level lines."""

    dots: tuple[Box, ...] = ()
    rules: tuple[Box, ...] = ()


def figures(page: Any) -> Figures:
    """The figures on a page that is not turned."""
    boxes = [] if page.get_rotation() else list(_boxes(page))
    return Figures(
        tuple(each for each in boxes if _is_dot(each[2] - each[0], each[3] - each[1])),
        tuple(each for each in boxes if each[3] - each[1] < _THIN and each[2] - each[0] > _SHORTEST_RULE),
    )


def _boxes(page: Any) -> Iterator[Box]:
    x, y = page.get_bbox()[:2]
    for figure in islice(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3), _MOST_OBJECTS):
        with suppress(pypdfium2.PdfiumError):
            left, bottom, right, top = figure.get_bounds()
            yield left - x, bottom - y, right - x, top - y


def _is_dot(width: float, height: float) -> bool:
    smaller, larger = sorted((width, height))
    return _SIZES[0] <= smaller and larger <= _SIZES[1] and smaller > _SQUARE * larger


def with_bullets(lines: Iterable[Line], drawn: Iterable[Box]) -> Iterator[Line]:
    """Lines, with a bullet written before those that one is drawn before."""
    dots = list(drawn)
    for line in lines:
        dot = next((each for each in dots if _is_before(each, line)), None)
        if dot:
            yield replace(line, left=dot[0], spans=joined((_BULLET, *line.spans)), cells=())
        else:
            yield line


def _is_before(dot: Box, line: Line) -> bool:
    _, bottom, right, top = dot
    is_level = line.bottom < (bottom + top) / 2 < line.top and top - bottom < _LARGEST * line.height
    return is_level and 0 < line.left - right < _REACH * line.height
