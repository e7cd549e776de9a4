# SPDX-License-Identifier: MIT
"""What the styles and the lists of a Word file make of its paragraphs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from dissoi.dossier.prose import MAX_LEVEL, BlockKind

_HEADING_LEVELS = 6
_BODY_LEVEL = 9
_TITLES = {"title"}
_KINDS = {
    "caption": BlockKind.CAPTION,
    "quote": BlockKind.QUOTE,
    "intense quote": BlockKind.QUOTE,
    "block text": BlockKind.QUOTE,
    "quotations": BlockKind.QUOTE,
    "html preformatted": BlockKind.CODE,
    "preformatted text": BlockKind.CODE,
    "source code": BlockKind.CODE,
    "image caption": BlockKind.CAPTION,
    "table caption": BlockKind.CAPTION,
}
"""By the names that styles have in the file whatever the language of the program is."""
_DEEPEST_CHAIN = 20
_OFF = {"0", "false", "off", "none"}
_MOST_ITEMS = 99_999
_LONGEST_NUMBER = 5
_BEYOND_ROMAN = 4_000


def local(element: etree._Element) -> str:
    """The name of an element without its namespace: transitional and strict files differ in these."""
    return str(element.tag).rpartition("}")[2]


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first descendant along a path of names."""
    for name in names:
        if element is None:
            return None
        element = next((each for each in element if local(each) == name), None)
    return element


def value(element: etree._Element | None, name: str = "val", default: str = "") -> str:
    """An attribute without regard to its namespace."""
    if element is None:
        return default
    return next((str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), default)


def is_on(element: etree._Element | None) -> bool | None:
    """Whether a switch such as `w:b` is on; None when there is none."""
    return None if element is None else value(element, default="1").lower() not in _OFF


@dataclass(frozen=True)
class Looks:
    """The switches that a style or a run sets; None where it says nothing."""

    bold: bool | None = None
    italic: bool | None = None
    strike: bool | None = None
    hidden: bool | None = None

    @classmethod
    def of(cls, properties: etree._Element | None) -> Looks:
        """What the properties of a run say."""
        found = {local(each): each for each in properties} if properties is not None else {}
        strike = is_on(found.get("strike"))
        return cls(
            is_on(found.get("b")),
            is_on(found.get("i")),
            is_on(found.get("dstrike")) if strike is None else strike,
            is_on(found.get("vanish")),
        )

    def over(self, base: Looks) -> Looks:
        """These switches where they are set, and elsewhere those of `base`."""
        return Looks(
            base.bold if self.bold is None else self.bold,
            base.italic if self.italic is None else self.italic,
            base.strike if self.strike is None else self.strike,
            base.hidden if self.hidden is None else self.hidden,
        )


@dataclass(frozen=True)
class Style:
    """A style. `level` is a heading's rank and 0 for others; `list_` names a list and the depth in it."""

    name: str = ""
    base: str = ""
    level: int = 0
    list_: tuple[str, int] | None = None
    looks: Looks = field(default_factory=Looks)

    @property
    def kind(self) -> BlockKind:
        """What paragraphs of this style are."""
        return BlockKind.HEADING if self.level else _KINDS.get(self.name, BlockKind.PARAGRAPH)

    @property
    def is_title(self) -> bool:
        """Whether the title of the document stands in this style."""
        return self.name in _TITLES


@dataclass(frozen=True)
class Styles:
    """All styles of a file by their ids, what they are based on being filled in."""

    styles: Mapping[str, Style] = field(default_factory=dict)
    language: str = ""

    @classmethod
    def of(cls, root: etree._Element | None) -> Styles:
        """The styles in a file's part of that name."""
        if root is None:
            return cls()
        raw = {value(each, "styleId"): _style(each) for each in root if local(each) == "style"}
        defaults = child(root, "docDefaults", "rPrDefault", "rPr", "lang")
        return cls({key: _filled(key, raw) for key in raw}, value(defaults))

    def named(self, key: str) -> Style:
        """A style, or the plain one."""
        return self.styles.get(key) or Style()


def _style(element: etree._Element) -> Style:
    name = value(child(element, "name")).lower()
    outline = value(child(element, "pPr", "outlineLvl"), default=str(_BODY_LEVEL))
    level = int(outline) + 1 if outline.isdecimal() and int(outline) < _BODY_LEVEL else 0
    if name.startswith("heading ") and name[8:].isdecimal():
        level = int(name[8:])
    return Style(
        name,
        value(child(element, "basedOn")),
        min(level, _HEADING_LEVELS),
        list_of(child(element, "pPr")),
        Looks.of(child(element, "rPr")),
    )


def _filled(key: str, raw: Mapping[str, Style]) -> Style:
    style = raw[key]
    name, level, list_, looks, base = style.name, style.level, style.list_, style.looks, style.base
    for _ in range(_DEEPEST_CHAIN):
        if base not in raw:
            break
        parent = raw[base]
        name = name if name in _KINDS or name in _TITLES or parent.name not in _KINDS else parent.name
        level, list_, looks = level or parent.level, list_ or parent.list_, looks.over(parent.looks)
        base = parent.base
    return Style(name, base, level, list_, looks)


def list_of(properties: etree._Element | None) -> tuple[str, int] | None:
    """The list and the depth in it that a paragraph's properties name; list "0" takes it out of one."""
    numbered = child(properties, "numPr")
    if numbered is None:
        return None
    depth = value(child(numbered, "ilvl"), default="0")
    return value(child(numbered, "numId"), default="0"), int(depth) if depth.isdecimal() else 0


@dataclass(frozen=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass
class Numbering:
    """The lists of a file, and how far each has been counted."""

    levels: Mapping[str, Mapping[int, _Level]] = field(default_factory=dict)
    abstract: Mapping[str, str] = field(default_factory=dict)
    """Lists that are made alike count on from one another, unless one starts anew."""
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: etree._Element | None) -> Numbering:
        """The lists in a file's part of that name."""
        if root is None:
            return cls()
        abstract = {
            value(each, "abstractNumId"): _levels(each) for each in root if local(each) == "abstractNum"
        }
        lists = {value(each, "numId"): each for each in root if local(each) == "num"}
        numbers = {key: value(child(each, "abstractNumId")) for key, each in lists.items()}
        shared = {
            key: name
            for key, name in numbers.items()
            if child(lists[key], "lvlOverride", "startOverride") is None
        }
        return cls({key: abstract.get(name, {}) for key, name in numbers.items()}, shared)

    def marker(self, key: str, depth: int) -> str:
        """What stands before the next item of a list: "•", "3." or "b)"."""
        level = self.levels.get(key, {}).get(depth, _Level("bullet"))
        if level.form in {"bullet", "none"}:
            # A space stands there in lists whose paragraphs go on with the item above.
            return "" if level.text.isspace() else "•"
        counts = self.counts.setdefault(self.abstract.get(key, key), {})
        counts[depth] = min(counts.get(depth, level.start - 1) + 1, _MOST_ITEMS)
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        text = level.text or f"%{depth + 1}."
        for at in range(MAX_LEVEL + 1):
            own = self.levels.get(key, {}).get(at, _Level())
            text = text.replace(f"%{at + 1}", numeral(counts.get(at, own.start), own.form))
        return text.strip()


def _levels(element: etree._Element) -> dict[int, _Level]:
    levels = {}
    for each in element:
        depth = value(each, "ilvl")
        if local(each) == "lvl" and depth.isdecimal():
            start = value(child(each, "start"), default="1")
            form, text = value(child(each, "numFmt"), default="decimal"), value(child(each, "lvlText"))
            levels[int(depth)] = _Level(
                form, text[:20], int(start) if start.isdecimal() and len(start) <= _LONGEST_NUMBER else 1
            )
    return levels


def numeral(number: int, form: str) -> str:
    """A number as lists of a form count: "c", "C", "iii", "III", or in digits."""
    if form in {"lowerLetter", "upperLetter"} and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 % 9 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in {"lowerRoman", "upperRoman"} and 0 < number < _BEYOND_ROMAN:
        letters = _roman(number)
        return letters if form == "lowerRoman" else letters.upper()
    return str(number)


def _roman(number: int) -> str:
    result = ""
    for size, letters in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    ):
        result += letters * (number // size)
        number %= size
    return result
