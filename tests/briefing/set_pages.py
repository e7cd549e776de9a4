# SPDX-License-Identifier: MIT
"""Paragraphs set on pages of their own, without the rest of a brief, and what two readers find there."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas
from tests.briefing.printed import page_texts

from dissoi.briefing.lines import Look, Run, Setter
from dissoi.briefing.marks import TextMark
from dissoi.briefing.printing.appending import Update
from dissoi.briefing.printing.pen import Pen
from dissoi.briefing.printing.sheet import Sheet
from dissoi.briefing.printing.tags import Tags, will_have_tags
from dissoi.briefing.structure import Part, Role
from dissoi.briefing.typesetting.breaks import has_ideographs
from dissoi.briefing.typesetting.signs import without_signs

_NO_TEXT = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks of direction, and what stands behind a hyphen of the text itself at the end of a line."""
_WITHIN_WORD = re.compile("[\ufffe\x02\u00ad]\\s*")
"""A line end within a word: how readers hand out a hyphen that only the line end made."""
_MARGIN = 30


def pages_of(
    paragraphs: Sequence[Sequence[Run]], measures: Sequence[float], *, is_signed: bool = True
) -> bytes:
    """A PDF with a page for each measure, in points, and on it each of the paragraphs.

    Unless it `is_signed`, what only serves those who copy its text is left out.
    """
    canvas = Canvas(BytesIO(), pagesize=(max(measures) + 2 * _MARGIN, 2_000), invariant=1)
    canvas._make_preamble = lambda: setattr(canvas, "_preamble", "")  # type: ignore[attr-defined]
    will_have_tags(canvas)
    tags, sheets = Tags(), [Sheet(number) for number in range(len(measures))]
    pen = Pen(tags)
    for sheet, measure in zip(sheets, measures, strict=True):
        pen.turn(sheet, _MARGIN, 2_000 - _MARGIN)
        marks = list(_marks(paragraphs, measure))
        pen.draw(marks if is_signed else [_unsigned(mark) for mark in marks])
        sheet.finish()
        sheet.write(canvas)
    for font in pen.fonts:
        font.add_to(canvas)
    update = Update(canvas)
    tags.add_to(update, sheets)
    return update.written()


def _marks(paragraphs: Sequence[Sequence[Run]], measure: float) -> Iterable[TextMark]:
    y, setter = 0.0, Setter()
    for paragraph in paragraphs:
        part = Part(Role.PARAGRAPH)
        for line in setter.lines(paragraph, measure):
            size = max((piece.look.size for piece in line.pieces), default=10)
            y += size * 1.4
            yield TextMark(line.shift, y, line.pieces, part)
        y += 30


def _unsigned(mark: TextMark) -> TextMark:
    pieces = (piece._replace(text=without_signs(piece.text), against=None) for piece in mark.pieces)
    return mark._replace(pieces=tuple(pieces))


def paragraph(text: str, look: Look) -> tuple[Run, ...]:
    """A text of one look."""
    return (Run(text, look),)


def read_by_pdfium(made: bytes) -> list[str]:
    """The text of each page."""
    return page_texts(made)


def read_by_poppler(made: bytes, folder: Path) -> list[str]:
    """The text of each page as `pdftotext` writes it."""
    path = folder / "pages.pdf"
    path.write_bytes(made)
    done = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True)
    return done.stdout.decode().split("\f")[:-1]


def says(text: str, wanted: str) -> bool:
    """Whether somewhere in a text stands what is wanted, on lines of its own."""
    lines = text.splitlines()
    return any(_left_over(lines[start:], wanted, whole=False) is None for start in range(len(lines)))


def left_over(text: str, wanted: str) -> tuple[str, str] | None:
    """The first line that does not say what is wanted, and what was wanted there; None if all is said.

    Lines say exactly that, but for their ends. A line may end at a space, which it then has or not; behind an
    added hyphen; behind a hyphen, dash or slash; in an address; and beside a Chinese or Japanese character.
    Signs of direction, which Poppler adds too, are no text.
    """
    return _left_over(text.splitlines(), wanted)


def _left_over(lines: Sequence[str], wanted: str, *, whole: bool = True) -> tuple[str, str] | None:
    wanted = unicodedata.normalize("NFC", wanted)
    text = unicodedata.normalize("NFC", _WITHIN_WORD.sub("", _NO_TEXT.sub("", "\n".join(lines))))
    at = 0
    for line in filter(None, map(str.strip, text.splitlines())):
        if at == len(wanted):
            return (line, "") if whole else None
        if not wanted.startswith(line, at):
            return line, wanted[at : at + len(line) + 20]
        at += len(line)
        if wanted[at : at + 1] == " ":
            at += 1
        elif at < len(wanted) and not _may_end(wanted[at - 1], wanted[at]):
            return line, wanted[at - 1 : at + 20]
    return None if at == len(wanted) else ("", wanted[at:])


def _may_end(before: str, behind: str) -> bool:
    return before in "-\u2010\u2013\u2014/?&=._#" or has_ideographs(before + behind)
