# SPDX-License-Identifier: MIT
"""Dossiers of texts that mean harm, from chance alone: the same number gives the same dossier and choices."""

from __future__ import annotations

import os
import random
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from pathlib import Path
from types import FrameType
from typing import Any

from tests.briefing.cases import argument, place, position, rid
from tests.briefing.printed import page_texts, running
from tests.briefing.reread import words_in

from dissoi.briefing.content import Occasion
from dissoi.briefing.options import (
    CardSize,
    Choice,
    LayoutName,
    Options,
    PaperName,
    Section,
    Sides,
    checked,
    fitting,
    is_made,
    understood,
)
from dissoi.briefing.outputs import WRITERS, make_output
from dissoi.briefing.paper import Paper
from dissoi.briefing.pdf import make_brief
from dissoi.briefing.typesetting.system_fonts import font_folders
from dissoi.dossier.cite_styles import CiteStyle
from dissoi.dossier.dossier import Dossier, Record
from dissoi.dossier.passages import passage_at
from dissoi.dossier.prose import Block, BlockKind, plain_block
from dissoi.dossier.records import (
    QUESTION_ID,
    Argument,
    Article,
    ArticleKind,
    CrossQuestion,
    Definition,
    Evidence,
    Holder,
    Passage,
    Position,
    Question,
    Side,
)

SECONDS = 30
"""A brief that takes longer than this is stuck."""
TYPED = (
    "<b>bold</b> & <i>",
    '<img src="/etc/passwd"/>',
    "<img src=file:///etc/hostname>",
    '<a href="javascript:alert(1)">x</a>',
    "<font size=100000>big</font>",
    "&amp; &lt; &#65; &nbsp;",
    "{{ user.name }} {% if x %} ${HOME}",
    "%s %d %(name)s %%",
    "{0} {name!r}",
    "/etc/passwd ../../secret.png C:\\Windows\\win.ini",
    "file:///etc/hostname",
    "<para><onDraw name='x'/></para>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
    "`rm -rf` $(id) ; DROP TABLE",
    "(parens) \\( \\) [TJ] BT ET EMC endstream endobj",
    "/MCID 0 BDC %PDF-1.7 %%EOF",
    "</script><script>alert(1)</script>",
    "\\n \\x00 \\u0041",
)
"""What must print as it was typed."""
MARKED = (
    "![pic](/etc/passwd)",
    "![pic](file:///etc/passwd)",
    "![pic](http://example.org/a.png)",
    "[x](javascript:alert(1))",
    "[x](file:///etc/passwd)",
    "[x](https://example.org/?a=%s&b={{}}#c)",
    "[ref]: /etc/passwd",
    "<http://example.org/x>",
    "# Heading",
    "###### Deep",
    "* item\n    * inner\n        1. one\n        2. two",
    "> said\n>\n> > and said",
    "```\ncode <b>\n```",
    "    indented /etc/passwd",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "---",
    "**bold *both* bold**",
    "~~gone~~",
    "[" * 60,
    "*" * 41,
    "_a_" * 30,
    "> " * 40 + "deep",
    "- " * 30 + "deep",
    "1. one\n\n   more\n2. two",
    "a  \nb\\\nc",
    "[^1] [^1]: note",
)
"""What Markdown may read as more than text."""
STRANGE = (
    "",
    " ",
    "\t\n\r\x0b\x0c\x1c\x85\u2028\u2029",
    "\x00\x01\x1b\x7f",
    "\ud800 \udfff",
    "\u202eabc\u202c \u200f\u200e\u2066x\u2069",
    "שלום עולם (1) abc",
    "السلام عليكم 123 abc",
    "नमस्ते दुनिया क्षि",
    "中文，字符。",
    "日本語のテキスト",
    "한국어",
    "ไทย",
    "Việt Nam ậ",
    "e\u0301\u0323\u0300" * 9,
    "👩\u200d👩\u200d👧 🇺🇦 ☺\ufe0f",
    "\u00ad" * 20 + "soft\u00adhyphen",
    "W" * 700,
    "i" * 90,
    "a" * 3 + "\u00a0" * 200 + "b",
    "word " * 300,
    "\ufffe\uffff\U0010ffff",
    "\ue000\uf8ff\U000f0000",
    "ﬁ ﬀ ﬃ",
    "𝔘𝔫𝔦 𒀀 𐎀",
    "\u0300\u0301",
    "http://" + "a/" * 200,
    "-" * 200,
)


ALL = (*STRANGE, *MARKED, *TYPED)
URLS = ("", "https://example.org/%s?{{}}", "file:///etc/passwd", "javascript:alert(1)")


@dataclass(frozen=True)
class Fuzzed:
    """A dossier, what is chosen about its brief, and the texts in it that print as typed."""

    dossier: Dossier
    options: Options
    typed: tuple[str, ...]


class _Maker:
    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self.typed: list[str] = []

    def text(self) -> str:
        """A text for a field that has no markup."""
        if self._chance.random() < 0.4:
            typed = self._chance.choice(TYPED)
            self.typed.append(typed)
            return typed
        return " ".join(
            self._chance.choices((*STRANGE, *MARKED, *TYPED), k=self._chance.choice((1, 1, 2, 3)))
        )

    def markdown(self) -> str:
        """A text for a field that is Markdown."""
        parts = self._chance.choices(ALL, k=self._chance.randint(0, 5))
        return self._chance.choice(("\n\n", "\n", " ")).join(parts)

    def flip(self) -> bool:
        """True or false."""
        return self._chance.random() < 0.5

    def dossier(self) -> Dossier:
        """A whole dossier."""
        records: list[Record] = [Question(id=QUESTION_ID, text=self.text(), background=self.markdown())]
        articles = [self._article(number) for number in range(self._chance.randint(0, 2))]
        passages = [passage for article in articles for passage in self._passages(article)]
        positions = [self._position(number) for number in range(self._chance.randint(0, 3))]
        arguments = list(self._arguments(positions))
        records += [*articles, *passages, *positions, *arguments]
        for number, each in enumerate(arguments):
            if passages and self.flip():
                first = self._chance.choice(passages)
                own = tuple(passage.id for passage in passages if passage.article == first.article)
                sort = place(f"{number:03}")
                records.append(Evidence(id=rid(f"e{number}"), argument=each.id, passages=own, order=sort))
            if self._chance.random() < 0.2:
                records.append(
                    CrossQuestion(
                        id=rid(f"c{number}"),
                        about=each.id,
                        question=self.text(),
                        hoped=self.text(),
                        order=place(f"{number:03}"),
                    )
                )
        records += [
            Definition(id=rid(f"d{n}"), term=self.text(), meaning=self.markdown(), order=place(f"{n:03}"))
            for n in range(self._chance.randint(0, 2))
        ]
        return Dossier.of(records)

    def _article(self, number: int) -> Article:
        kinds = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM, BlockKind.HEADING, BlockKind.CODE)
        blocks: list[Block] = [plain_block("Some words that can be quoted are here.")]
        blocks += [plain_block(self.text() or "x", self._chance.choice(kinds)) for _ in range(2)]
        return Article(
            id=rid(f"{number}r"),
            sort=self._chance.choice(tuple(ArticleKind)),
            title=self.text(),
            publisher=self.text(),
            container=self.text(),
            contributors=self.text(),
            pages=self.text(),
            url=self._chance.choice(URLS),
            blocks=tuple(blocks),
            order=place(f"{number:03}"),
        )

    def _passages(self, article: Article) -> Iterator[Passage]:
        for number in range(2):
            start = self._chance.randrange(4)
            end = self._chance.randint(12, len(article.text))
            yield passage_at(article, start, end, rid(f"{article.id}p{number}"))

    def _position(self, number: int) -> Position:
        holders = tuple(Holder(name=self.text(), role=self.text()) for _ in range(self._chance.randint(0, 2)))
        return position(f"p{number}", self.text(), *holders)

    def _arguments(self, positions: list[Position]) -> Iterator[Argument]:
        made: list[Argument] = []
        for number in range(self._chance.randint(0, 9) if positions else 0):
            parent = self._chance.choice([*positions, *made]).id
            side = self._chance.choice(tuple(Side))
            made.append(
                argument(
                    f"a{number}",
                    parent,
                    side,
                    self.text(),
                    reasoning=self.markdown(),
                    impact=self.text(),
                    weight=self._chance.randint(1, 5),
                )
            )
        yield from made

    def options(self) -> Options:
        """Choices that go together."""
        chance = self._chance
        sections = tuple(chance.sample(tuple(Section), chance.randint(0, 4)))
        layout = chance.choice(tuple(LayoutName))
        plain = Options(
            layout=layout,
            paper=chance.choice(tuple(PaperName)),
            sides=chance.choice(tuple(Sides)),
            notes=self.flip(),
            gaps=self.flip(),
            cites=chance.choice(tuple(CiteStyle)),
            duplex=self.flip(),
            grey=self.flip(),
            card=chance.choice(tuple(CardSize)),
            seeded=self.flip(),
            sections=sections if layout is LayoutName.BRIEF else (),
        )
        folded = Choice.BOOKLET in understood(layout) and plain.paper is not PaperName.A5
        return checked(replace(plain, booklet=folded and self.flip()))


def fuzzed(seed: int) -> Fuzzed:
    """The dossier of a number."""
    maker = _Maker(seed)
    options, dossier = maker.options(), maker.dossier()
    return Fuzzed(dossier, options, tuple(maker.typed))


_ALLOWED = tuple(
    {str(Path(part).resolve()) for part in (*sys.path, sys.prefix, sys.base_prefix) if part}
    | {str(Path(__file__).resolve().parents[2]), "/usr/share", "/usr/lib", "/usr/local/share", "/dev/null"}
    | {str(folder.resolve()) for folder in font_folders()}
)
_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "urllib.", "shutil.")
_watched: list[str] | None = None


def _allowed() -> tuple[str, ...]:
    """Folders that may be read: Python's own, with that where it keeps compiled modules."""
    compiled = sys.pycache_prefix
    return (*_ALLOWED, str(Path(compiled).resolve())) if compiled else _ALLOWED


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if _watched is None:
        return
    if event.startswith(_FORBIDDEN):
        _watched.append(event)
    elif event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
        path = os.fsdecode(arguments[0])
        if not str(Path(path).resolve()).startswith(_allowed()):
            _watched.append(f"open {path}")


sys.addaudithook(_watch)


@contextmanager
def watched() -> Iterator[list[str]]:
    """What happens meanwhile that must not: other files opened, network, programs."""
    global _watched  # noqa: PLW0603 - an audit hook stays for good, so it is told when to look
    found: list[str] = []
    _watched = found
    try:
        yield found
    finally:
        _watched = None


@contextmanager
def in_time(seconds: int) -> Iterator[None]:
    """Fails what takes longer."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"not done within {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


BROAD = Paper("broad", 3_000, 14_000)
"""So large that nothing typed is divided between lines or pages."""


@cache
def _warmed() -> tuple[bytes, ...]:
    """Briefs of nothing: libraries look for settings of their own when they are first loaded."""
    return (make_brief(Dossier()), *(make_output(Dossier(), ending) for ending in WRITERS))


def check(seed: int) -> None:
    """Make the brief of a number, and see that it can be read and did nothing but set text."""
    case = fuzzed(seed)
    _warmed()
    with in_time(SECONDS), watched() as found:
        brief = make_brief(case.dossier, case.options, occasion=Occasion(made_on="2026-01-12"))
    assert found == []
    assert page_texts(brief)


def check_typed(seed: int) -> None:
    """See that what prints as typed does, in a brief that has everything and room for it."""
    case = fuzzed(seed)
    text = running("\n".join(page_texts(make_brief(case.dossier, paper=BROAD))))
    typed = _shown(case.dossier)
    assert [each for each in case.typed if each in typed and running(each) not in text] == []


def check_forms(seed: int) -> None:
    """Make the brief of a number in all forms but PDF, and see that it can be read and did nothing else."""
    case = fuzzed(seed)
    _warmed()
    for ending in WRITERS:
        options = fitting(case.options, ending)
        with in_time(SECONDS), watched() as found:
            made = make_output(case.dossier, ending, options, Occasion(made_on="2026-01-12"))
        assert found == []
        assert "12 January 2026" in words_in(made, ending)


def check_typed_forms(seed: int) -> None:
    """See that what prints as typed is so in every layout of every form, and that it does nothing else."""
    case = fuzzed(seed)
    _warmed()
    for layout, ending in product(LayoutName, WRITERS):
        if is_made(layout, ending):
            options = fitting(Options(layout=layout), ending)
            with in_time(SECONDS), watched() as found:
                made = make_output(case.dossier, ending, options)
            assert found == [], (layout, ending)
            text, typed = running(words_in(made, ending)), _claimed(case.dossier, layout)
            lost = [each for each in case.typed if each in typed and running(each) not in text]
            assert lost == [], (layout, ending)


def _claimed(dossier: Dossier, layout: LayoutName) -> set[str]:
    """Texts of fields that all forms of a layout have in full."""
    if layout is LayoutName.BRIEF:
        return _shown(dossier)
    claims = {
        each.claim
        for position in dossier.positions
        for side in Side
        for each in dossier.arguments_of(position.id, side)
        if layout is not LayoutName.EVIDENCE or dossier.evidence_of(each.id)
    }
    return claims | {dossier.question.text}


def _shown(dossier: Dossier) -> set[str]:
    """Texts of fields that every brief has in full."""
    shown = {part for each in dossier.arguments for part in (each.claim, each.impact)}
    shown |= {each.statement for each in dossier.positions} | {dossier.question.text}
    return shown | {each.term for each in dossier.all(Definition)}
