# SPDX-License-Identifier: MIT
"""What a Word file says of scripts that are read from the right, and of others that Word calls complex.

Word orders the letters of a paragraph by what its runs say of themselves, not by the letters alone; and it
has sizes and weights of their own for Arabic, Hebrew, Devanagari, Thai and the like, which it takes from
elements with names in "Cs".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from dissoi.briefing.languages import language_of
from dissoi.briefing.outputs.direction import is_from_right
from dissoi.briefing.outputs.language import FROM_THE_RIGHT, with_region
from dissoi.briefing.typesetting.levels import levels
from dissoi.briefing.typesetting.order import has_leftwards, is_reordered

if TYPE_CHECKING:
    from docx.document import Document

_COMPLEX = {"w:sz": "w:szCs", "w:b": "w:bCs", "w:i": "w:iCs"}
"""What is said of letters, and how the same is said of those of complex scripts."""
_BEHIND_BIDI = [
    "w:adjustRightInd",
    "w:snapToGrid",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:mirrorIndents",
    "w:suppressOverlap",
    "w:jc",
    "w:textDirection",
    "w:textAlignment",
    "w:textboxTightWrap",
    "w:outlineLvl",
    "w:divId",
    "w:cnfStyle",
    "w:rPr",
    "w:sectPr",
]
"""What follows it among the properties of a paragraph (ISO/IEC 29500-1, 17.3.1.26)."""


def is_complex(text: str) -> bool:
    """Whether Word asks for more than the letters to show a text."""
    return has_leftwards(text) or is_reordered(text)


def set_directions(document: Document, language: str, on_part: Callable[[], None]) -> None:
    """Tell Word the directions of all that stands in a document, which is mostly in this language.

    `on_part` is told of each paragraph.
    """
    from docx.enum.table import WD_TABLE_DIRECTION
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    turned = language in FROM_THE_RIGHT
    body = document.element.body
    (sheet,) = document.sections
    if turned:
        body.sectPr.insert_element_before(OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid")
        for table in document.tables:
            table.table_direction = WD_TABLE_DIRECTION.RTL
    for part in (body, sheet.header._element):  # noqa: SLF001 - there is no other way to the element
        for paragraph in part.iter(qn("w:p")):
            on_part()
            _set_direction(paragraph, language, usual=turned)
    for part in (document.styles.element, body):
        _say_of_complex(part.iter(qn("w:rPr")))


def _set_direction(paragraph: Any, language: str, *, usual: bool) -> None:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    runs = list(paragraph.iter(qn("w:r")))
    text = "".join(map(_text_of, runs))
    told = is_from_right(text)
    turned = usual if told is None else told
    if turned:
        paragraph.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *_BEHIND_BIDI)
    if not has_leftwards(text):
        return
    spoken = language_of("".join(char for char in text if has_leftwards(char)))
    named = with_region(spoken) if spoken in FROM_THE_RIGHT - {language} else ""
    found = iter(levels(text, leftwards=turned))
    for run in runs:
        _divide(run, [next(found) % 2 == 1 for _ in _text_of(run)], named)


def _units(run: Any) -> Iterator[Any]:
    """The characters of a run one by one, and what stands between them: breaks and tabs."""
    from docx.oxml.ns import qn

    for each in run:
        if each.tag == qn("w:t"):
            yield from each.text or ""
        elif each.tag != qn("w:rPr"):
            yield each


def _text_of(run: Any) -> str:
    """The characters of a run; a break parts what is before from what is behind, like a tab."""
    return "".join(each if isinstance(each, str) else "\t" for each in _units(run))


def _divide(run: Any, turned: Sequence[bool], language: str) -> None:
    """Put runs of one direction each in place of a run; `turned` tells that of each of its characters."""
    if not any(turned):
        return
    for is_turned, group in groupby(zip(turned, _units(run), strict=True), key=itemgetter(0)):
        made = _bare(run)
        for is_text, units in groupby((unit for _, unit in group), key=lambda unit: isinstance(unit, str)):
            if is_text:
                made.add_t("".join(units))
            else:
                made.extend(list(units))
        if is_turned:
            _say_turned(made, language)
        run.addprevious(made)
    run.getparent().remove(run)


def _bare(run: Any) -> Any:
    """A run that looks as another, with nothing in it."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    made = OxmlElement("w:r")
    looks = run.find(qn("w:rPr"))
    if looks is not None:
        made.append(deepcopy(looks))
    return made


def _say_turned(run: Any, language: str) -> None:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    looks = run.get_or_add_rPr()
    looks.insert_element_before(OxmlElement("w:rtl"), "w:cs", "w:em", "w:lang")
    if language:
        named = OxmlElement("w:lang")
        named.set(qn("w:bidi"), language)
        looks.append(named)


def _say_of_complex(properties: Iterable[Any]) -> None:
    from docx.oxml.ns import qn

    for each in properties:
        for name, complex_name in _COMPLEX.items():
            found, other = each.find(qn(name)), each.find(qn(complex_name))
            if found is None:
                continue
            if other is not None:
                each.remove(other)
            other = deepcopy(found)
            other.tag = qn(complex_name)
            found.addnext(other)
