# SPDX-License-Identifier: MIT
"""The structure of a made PDF, read back from its objects by another library than the one that wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import pikepdf
else:
    pikepdf = pytest.importorskip("pikepdf", reason="pikepdf reads structure; `make venv` brings it")

_BFCHAR = re.compile(r"<([0-9A-F]{4})> <([0-9A-F]*)>")
PAINT = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"}
_UNREAD = object()


@dataclass
class Linked:
    """A link: what it says, and its address, "" for a place in the brief."""

    told: str
    address: str


@dataclass
class Element:
    """An element of the structure: what it holds in order, texts and elements, and its links."""

    role: str
    language: str = ""
    name: str = ""
    scope: str = ""
    held: list[Element | str] = field(default_factory=list)
    links: list[Linked] = field(default_factory=list)

    @property
    def kids(self) -> list[Element]:
        """The elements right within this one."""
        return [each for each in self.held if isinstance(each, Element)]

    @property
    def text(self) -> str:
        """All text of the element, in the order of reading."""
        return "".join(each if isinstance(each, str) else each.text for each in self.held)

    def every(self, *roles: str) -> Iterator[Element]:
        """This element and all in it, in order; those of some roles if any are given."""
        if not roles or self.role in roles:
            yield self
        for kid in self.kids:
            yield from kid.every(*roles)


@dataclass
class Content:
    """What a page draws: the text of each mark, the operators outside of all marks, and text not read."""

    marked: dict[int, str] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)
    unread: str = ""
    roles: dict[int, str] = field(default_factory=dict)


def opened(brief: bytes) -> pikepdf.Pdf:
    """The PDF as objects."""
    return pikepdf.Pdf.open(BytesIO(brief))


def contents(pdf: pikepdf.Pdf) -> list[Content]:
    """What each page draws."""
    return [_content(page) for page in pdf.pages]


def _content(page: pikepdf.Page) -> Content:
    found, font, open_marks = Content(), {}, list[Any]()
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = list(instruction.operands), str(instruction.operator)
        match operator:
            case "BDC" | "BMC":
                open_marks.append(_mark(operands))
                if isinstance(open_marks[-1], int):
                    found.roles[open_marks[-1]] = str(operands[0])[1:]
            case "EMC":
                open_marks.pop()
            case "Tf":
                font = _letters(page.Resources.Font[str(operands[0])].ToUnicode.read_bytes())
            case "TJ" | "Tj" if any(isinstance(mark, str) for mark in open_marks):
                pass  # told by ActualText
            case "TJ" | "Tj":
                _take(found, open_marks, _shown(operands[0], font))
            case painting if painting in PAINT and open_marks != [_UNREAD]:
                found.loose.append(painting)
        if operator == "BDC" and isinstance(open_marks[-1], str):
            _take(found, open_marks[:-1], open_marks[-1])
    assert not open_marks
    return found


def _mark(operands: Any) -> object:
    """A number, `_UNREAD`, or the text told beside glyphs."""
    if str(operands[0]) == "/Artifact":
        return _UNREAD
    told = operands[1]
    if "/ActualText" in told:
        return str(told.ActualText)
    return int(told.MCID)


def _take(found: Content, open_marks: list[Any], text: str) -> None:
    number = next((mark for mark in open_marks if isinstance(mark, int)), None)
    if number is not None:
        found.marked[number] = found.marked.get(number, "") + text
    elif _UNREAD in open_marks:
        found.unread += text
    else:
        found.loose.append(text)


@cache
def _letters(cmap: bytes) -> dict[int, str]:
    pairs = _BFCHAR.findall(cmap.decode("ascii"))
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}


def _shown(operand: Any, font: dict[int, str]) -> str:
    parts = operand if isinstance(operand, pikepdf.Array) else [operand]
    codes = [bytes(part) for part in parts if isinstance(part, pikepdf.String)]
    return "".join(
        font.get(int.from_bytes(code[at : at + 2], "big"), "")
        for code in codes
        for at in range(0, len(code), 2)
    )


def structure(brief: bytes) -> Element:
    """The structure of a brief. Checks that parents and numbers agree, and that all marks are in it."""
    with opened(brief) as pdf:
        reader = _Reader(pdf)
        tree = reader.element(pdf.Root.StructTreeRoot.K, pdf.Root.StructTreeRoot)
        assert reader.seen.keys() == {
            (page, mark) for page, content in enumerate(reader.contents) for mark in content.roles
        }
        return tree


def read_otherwise_than_drawn(brief: bytes) -> list[tuple[int, str]]:
    """Texts that are drawn before what is read before them on their page, each with its page."""
    with opened(brief) as pdf:
        reader = _Reader(pdf)
        reader.element(pdf.Root.StructTreeRoot.K, pdf.Root.StructTreeRoot)
        found = []
        for number, page in enumerate(reader.contents):
            drawn = {mark: place for place, mark in enumerate(page.roles)}
            read = [mark for at, mark in reader.seen if at == number]
            found += [
                (number + 1, page.marked.get(mark, ""))
                for before, mark in pairwise(read)
                if drawn[mark] < drawn[before]
            ]
        return found


class _Reader:
    """Reads elements; `seen` are the pages and numbers of all marks that were in one, in order."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.contents = contents(pdf)
        self.seen: dict[tuple[int, int], None] = {}
        self._numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        self._parents = dict(_listed(pdf.Root.StructTreeRoot.ParentTree))

    def element(self, made: Any, parent: Any) -> Element:
        """An element, and all in it."""
        assert made.P.objgen == parent.objgen
        found = Element(str(made.S)[1:], str(made.get("/Lang", "")), str(made.get("/T", "")))
        found.scope = str(made.A.get("/Scope", "")) if "/A" in made else ""
        for kid in made.K if isinstance(made.K, pikepdf.Array) else [made.K]:
            if isinstance(kid, int):
                found.held.append(self._text(made, made.Pg, kid))
            elif kid.get("/Type") == "/MCR":
                found.held.append(self._text(made, kid.Pg, int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                assert self._parents[int(kid.Obj.StructParent)].objgen == made.objgen
                assert kid.Obj.objgen in {each.objgen for each in kid.Pg.Annots}
                address = str(kid.Obj.A.URI) if "/A" in kid.Obj else ""
                found.links.append(Linked(str(kid.Obj.Contents), address))
            else:
                found.held.append(self.element(kid, made))
        return found

    def _text(self, made: Any, page: Any, mark: int) -> str:
        number = self._numbers[page.objgen]
        assert self._parents[int(page.StructParents)][mark].objgen == made.objgen
        assert (number, mark) not in self.seen
        self.seen[number, mark] = None
        return self.contents[number].marked.get(mark, "")


def _listed(tree: Any) -> Iterator[tuple[int, Any]]:
    """The entries of a number tree."""
    for kid in tree.get("/Kids", []):
        yield from _listed(kid)
    listed = list(tree.get("/Nums", []))
    yield from ((int(key), value) for key, value in zip(listed[::2], listed[1::2], strict=True))
