# SPDX-License-Identifier: MIT
"""PDF files in scripts read from the right, and such as do not say which letters they show."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from dissoi.reading.errors import IllegibleArticleError
from dissoi.reading.pdf import read_pdf

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
HEBREW = (
    "השר אמר כי ההצעה תעבור עד סוף השנה, למרות",
    "ההתנגדות של 12 חברים (מתוך 1,500) בוועדה.",
)
ENGLISH = (
    "The minister said that the plan would be put to parliament before",
    "the end of the year, although many members were against it there.",
)


HEBREW_FONT, LATIN_FONT = "NotoSerifHebrew-Regular", "SourceSerif4_400Regular"


def written(*lines: tuple[float, float, str]) -> bytes:
    """A page with lines as they are seen from the left, by where they begin, in fonts carried in the file."""
    for font in (HEBREW_FONT, LATIN_FONT):
        pdfmetrics.registerFont(TTFont(font, str(FONTS / f"{font}.ttf")))
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=True)
    for x, y, line in lines:
        left = x
        for part in re.findall("[\u05d0-\u05ea]+|[^\u05d0-\u05ea]+", line):
            font = HEBREW_FONT if "\u05d0" <= part[0] <= "\u05ea" else LATIN_FONT
            canvas.setFont(font, 12)
            canvas.drawString(left, y, part)
            left += pdfmetrics.stringWidth(part, font, 12)
    canvas.save()
    return file.getvalue()


def hebrew(width: float = 430) -> bytes:
    ends = (width, width - 30)
    lines = [seen(line) for line in HEBREW]
    return written(*((70 + width - end, 700 - 16 * at, lines[at]) for at, end in enumerate(ends)))


def seen(line: str) -> str:
    """A line read from the right as it is seen from the left, its brackets turned and its numbers not."""
    turned = line[::-1].translate(str.maketrans("()", ")("))
    for number in ("12", "1,500"):
        turned = turned.replace(number[::-1], number)
    return turned


def test_what_is_read_from_the_right_is_in_its_own_order() -> None:
    assert [block.text for block in read_pdf(hebrew(), "x.pdf").blocks] == [" ".join(HEBREW)]


def test_the_right_one_of_two_columns_is_read_first() -> None:
    line = "שורה בטור אחד של העיתון הזה"
    words = line.split()
    columns = [
        (x, 780 - 16 * at, " ".join([*words[at % 5 :], *words[: at % 5], name])[::-1])
        for at in range(30)
        for x, name in ((70, "שמאל"), (330, "ימין"))
    ]
    text = " ".join(block.text for block in read_pdf(written(*columns), "x.pdf").blocks)
    assert text.rindex("ימין") < text.index("שמאל")
    assert text.count("ימין") == text.count("שמאל") == 30


def test_letters_that_a_file_does_not_name_are_told_of() -> None:
    data = hebrew()
    nameless = data.replace(b"/ToUnicode", b"/ToNothing")
    assert nameless != data
    with pytest.raises(IllegibleArticleError, match="OCR"):
        read_pdf(nameless, "x.pdf")


@pytest.mark.parametrize("distance", [3, -29])
def test_letters_that_a_file_names_wrongly_are_told_of(distance: int) -> None:
    def page(lines: tuple[str, ...]) -> bytes:
        return written(*((70.0, 800 - 16 * at, line) for at, line in enumerate(lines * 6)))

    shifted = tuple("".join(chr(ord(c) + distance) if c.isalpha() else c for c in line) for line in ENGLISH)
    assert " ".join(ENGLISH) in read_pdf(page(ENGLISH), "x.pdf").blocks[0].text
    with pytest.raises(IllegibleArticleError):
        read_pdf(page(shifted), "x.pdf")
