# SPDX-License-Identifier: MIT
"""The lines of pages that are read from the right, as Hebrew and Arabic are.

Of such pages only the places of characters are believed, not their order in the file, which says in which
order they were drawn. What is read from the left within a line, such as numbers and Latin words, is turned
back (Unicode Standard Annex 9 says which parts these are; the rules here are the plain ones among its). Lines
are given as if seen in a mirror, so that the margin at which lines begin is on the left, as on other pages.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dissoi.reading.pdf_lines import GAP, SAME_LINE, SPACE, Box, Line, Style, line_of

_LETTERS = re.compile(r"[^\W\d_]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_MOSTLY = 0.4
"""Which share of the letters of a page must be read from the right."""
_CLASSES = {"L": "L", "R": "R", "AL": "R", "EN": "D", "AN": "D", "ES": "C", "CS": "C", "ET": "T"}
"""Letters read from the left or the right, digits, what parts digits, and what stands at numbers."""
_TURNED = re.compile(r"[LD](?:[^R]*[LD])?")
_NUMBER = re.compile(r"T?D(?:C?D)*T?")
_WRONG_BRACKET = re.compile(r"(?:^|(?<=\s))[)\]}»](?=\S)|(?<=\S)[(\[{«](?=[\s.,;:!?]|$)")
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


@dataclass
class Glyph:
    """What is drawn in one place: one character or several, and how they look."""

    text: str
    box: Box
    style: Style

    @property
    def middle(self) -> float:
        """How high up its middle is."""
        return (self.box[1] + self.box[3]) / 2

    @property
    def center(self) -> float:
        """How far from the left its middle is."""
        return (self.box[0] + self.box[2]) / 2


def is_right_to_left(text: str) -> bool:
    """Whether most of a page is read from the right."""
    letters = sum(1 for _ in _LETTERS.finditer(text))
    return sum(1 for _ in _RIGHT_TO_LEFT.finditer(text)) > _MOSTLY * max(1, letters)


def mirrored_lines(glyphs: Iterable[Glyph], width: float) -> Iterator[Line]:
    """The lines that glyphs make on a page of this width, from the top, each seen in a mirror."""
    for row in _rows(_whole([_mirrored(each, width) for each in glyphs])):
        for part in _parts(_marked(row)):
            if line := _line(part):
                yield line


def _mirrored(glyph: Glyph, width: float) -> Glyph:
    left, bottom, right, top = glyph.box
    return Glyph(glyph.text, (width - right, bottom, width - left, top), glyph.style)


def _whole(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Glyphs with the letters of a ligature in one, which PDFium gives in the order from the left."""
    kept: list[Glyph] = []
    for each in glyphs:
        last = kept[-1] if kept else None
        if last and each.box == last.box and each.text.strip():
            last.text = each.text + last.text if _class(each.text) == "R" else last.text + each.text
        else:
            kept.append(each)
    return kept


def _marked(row: Sequence[Glyph]) -> list[Glyph]:
    """A row in reading order, each vowel sign with the letter that stands nearest."""
    ordered = sorted(row, key=lambda each: each.center)
    letters = [each for each in ordered if not _is_mark(each)]
    at = 0
    for mark in (each for each in ordered if _is_mark(each)):
        while at + 1 < len(letters) and abs(letters[at + 1].center - mark.center) < abs(
            letters[at].center - mark.center
        ):
            at += 1
        if letters:
            letters[at].text += mark.text
    return letters


def _is_mark(glyph: Glyph) -> bool:
    return all(map(unicodedata.combining, glyph.text))


def _rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    bottom = top = 0.0
    for each in sorted(glyphs, key=lambda each: -each.middle):
        height = min(top - bottom, each.box[3] - each.box[1])
        if row and min(top, each.box[3]) - max(bottom, each.box[1]) < SAME_LINE * height:
            yield row
            row = []
        bottom, top = (min(bottom, each.box[1]), max(top, each.box[3])) if row else (each.box[1], each.box[3])
        row.append(each)
    if row:
        yield row


def _parts(row: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """A row, parted where columns end."""
    part: list[Glyph] = []
    for each in row:
        if part and each.box[0] - part[-1].box[2] > GAP * each.style.size:
            yield part
            part = []
        part.append(each)
    if part:
        yield part


def _line(part: Sequence[Glyph]) -> Line | None:
    texts: list[Glyph] = []
    for each in part:
        gap = each.box[0] - texts[-1].box[2] if texts else 0.0
        if gap > SPACE * each.style.size and not texts[-1].text.isspace() and each.text.strip():
            texts.append(Glyph(" ", (texts[-1].box[2], each.box[1], each.box[0], each.box[3]), each.style))
        texts.append(each)
    if not any(each.text.strip() for each in texts):
        return None
    runs = [(each.text, each.style) for each in _turned(texts)]
    boxes = [each.box for each in texts if each.text.strip()]
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return line_of((min(lefts), min(bottoms), max(rights), max(tops)), runs)


def _turned(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Glyphs in the order from the right, with the parts that are read from the left turned back."""
    result = list(glyphs)
    classes = "".join(_class(each.text) for each in glyphs)
    for found in _TURNED.finditer(classes):
        parts = [found] if "L" in found[0] else _NUMBER.finditer(classes, *found.span())
        for part in parts:
            result[slice(*part.span())] = result[slice(*part.span())][::-1]
    if _is_mirrored("".join(each.text for each in result)):
        for each in result:
            each.text = each.text.translate(_MIRRORED)
    return result


def _is_mirrored(text: str) -> bool:
    """Whether most brackets of a line open where they should close: programs differ in which they name."""
    wrong = sum(1 for _ in _WRONG_BRACKET.finditer(text))
    return wrong > sum(1 for _ in _WRONG_BRACKET.finditer(text.translate(_MIRRORED)))


def _class(text: str) -> str:
    return _CLASSES.get(unicodedata.bidirectional(text[0]), "N")
