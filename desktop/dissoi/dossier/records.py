# SPDX-License-Identifier: MIT
"""The records a dossier is made of, but for its debate format (`debate.py`).

All are frozen values; an id is given once and kept for good.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import Any, Literal, NewType, Self

from dissoi.dossier.prose import Block, block_starts, clean, plain_text
from dissoi.dossier.stretch import Stretch
from dissoi.dossier.value import Value, value

RecordId = NewType("RecordId", str)
NewId = Callable[[], RecordId]
"""Draws a new id (UUID version 7). Handed in, since the ground floor has neither clock nor chance."""

QUESTION_ID = RecordId("question")
"""The one question of a dossier has a fixed id, so that two copies of a dossier agree on it."""

NO_RECORD = RecordId("")
"""What stands for an id where there is no record: nothing is shown, or edited."""

CONTEXT = 128
"""How many code points of prefix and suffix a passage keeps."""

USUAL_PACE = 150
"""Words a minute at which a dossier is timed unless somebody says otherwise: see `speaking_time.py`."""

PACES = (60, 400)
"""The slowest and the fastest that anybody speaks, in words a minute."""

MAX_WEIGHT = 5
"""What the heaviest arguments weigh; the lightest weigh 1."""

MAX_DEPTH = 200
"""How many levels arguments and their answers have at most: what windows, and parsers of JSON, nest."""

PARTIAL_DATE = r"^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$"
"""A date as far as it is known: "", "2025", "2025-02" or "2025-02-18"."""

ORDER = r"^([0-9A-Za-z]*[1-9A-Za-z])?$"
"""A key that sorts siblings, as `ordering.py` makes them."""


def _require(pattern: str, *texts: str) -> None:
    for text in texts:
        if text and not re.fullmatch(pattern, text):
            raise ValueError(f"“{text}” does not match {pattern}")


class Side(StrEnum):
    """For or against the parent: a position or an argument."""

    PRO = "pro"
    CON = "con"

    @property
    def other(self) -> Side:
        """The opposite side."""
        return Side.CON if self is Side.PRO else Side.PRO

    @property
    def sign(self) -> str:
        """The sign of the side, wherever it is shown."""
        return "+" if self is Side.PRO else "−"


class Stance(StrEnum):
    """How a holder stands to a position."""

    FOR = "for"
    AGAINST = "against"
    CONDITIONAL = "conditional"


class Label(StrEnum):
    """What a reader marked a passage as."""

    NONE = "none"
    CLAIM = "claim"
    EVIDENCE = "evidence"
    DEFINITION = "definition"
    HOLDER = "holder"
    DOUBTFUL = "doubtful"


class ArticleKind(StrEnum):
    """What kind of work an article is, as far as cites differ; `article_kinds.py` says what each has."""

    PAGE = "page"
    """A page on the web, and whatever is none of the others."""
    NEWS = "news"
    JOURNAL = "journal"
    BOOK = "book"
    CHAPTER = "chapter"
    REPORT = "report"
    SPEECH = "speech"
    INTERVIEW = "interview"


class EvidenceKind(StrEnum):
    """What sort of proof a quotation is."""

    QUOTATION = "quotation"
    STATISTIC = "statistic"
    TESTIMONY = "testimony"
    EXAMPLE = "example"


@value
class BaseRecord(Value):
    """What all records share: an id, given once."""

    id: RecordId


@value
class Author(Value):
    """Who wrote an article, and why they are worth hearing."""

    name: str
    credentials: str = ""

    def __post_init__(self) -> None:
        self._fit(clean, "name", "credentials")


@value
class Holder(Value):
    """Who holds a position; `passage` is the place that shows it."""

    name: str
    role: str = ""
    stance: Stance = Stance.FOR
    passage: RecordId | None = None

    def __post_init__(self) -> None:
        self._fit(clean, "name", "role")


@value
class Question(BaseRecord):
    """The question of the dossier, with its background in Markdown and the name of its debate format.

    `pace` is how many words a minute its speeches are timed at.
    """

    kind: Literal["question"] = "question"
    text: str = ""
    background: str = ""
    format: str = ""
    pace: int = USUAL_PACE

    def __post_init__(self) -> None:
        if not PACES[0] <= self.pace <= PACES[1]:
            raise ValueError(f"a pace is {PACES[0]} to {PACES[1]} words a minute, not {self.pace}")
        self._fit(clean, "text", "background", "format")


KIND_DETAILS = ("container", "contributors", "edition", "volume", "issue", "pages", "doi")
"""The details of an article that only some kinds have."""

WRITTEN_DETAILS = ("title", "publisher", *KIND_DETAILS, "url", "language")
"""The details of an article that are any text."""


@value
class Article(BaseRecord):
    """Something read. `original` is the digest of the file it came from, if that file is kept.

    Its sort says which of the details from `container` to `doi` count (`article_kinds.py`). `publisher` is
    who brought it out: a site, newspaper or journal too. `container` is what it is a part of, a book or an
    occasion; `contributors` are the book's editors, or who led the interview, parted by semicolons.
    """

    kind: Literal["article"] = "article"
    sort: ArticleKind = ArticleKind.PAGE
    title: str = ""
    authors: tuple[Author, ...] = ()
    publisher: str = ""
    container: str = ""
    contributors: str = ""
    edition: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    doi: str = ""
    published: str = ""
    url: str = ""
    accessed: str = ""
    language: str = ""
    blocks: tuple[Block, ...] = ()
    original: str = ""
    order: str = ""

    def __post_init__(self) -> None:
        _require(PARTIAL_DATE, self.published, self.accessed)
        _require(ORDER, self.order)
        self._fit(clean, *WRITTEN_DETAILS, "original")

    def model_copy(self, *, update: Mapping[str, Any] | None = None) -> Self:
        """A copy with some fields changed; what was derived from the old blocks is not taken along."""
        copy = super().model_copy(update=update)
        if update and "blocks" in update:
            for derived in ("text", "starts", "numbered_before"):
                copy.__dict__.pop(derived, None)
        return copy

    @cached_property
    def text(self) -> str:
        """The article's characters; offsets of passages count in it, in code points."""
        return plain_text(self.blocks)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each block starts in `text`, in code points."""
        return block_starts(self.blocks)

    @cached_property
    def numbered_before(self) -> tuple[int, ...]:
        """How many paragraphs with a number stand before each block, and in the whole article."""
        return tuple(accumulate((block.numbered for block in self.blocks), initial=0))


@value
class Passage(BaseRecord):
    """A place in an article: `exact` is `text[start:end]`, with up to `CONTEXT` code points around it.

    When its article's text is altered, a passage that is found at other words takes them, and keeps those it
    had in `was` until somebody confirms it. One that is not surely found is `loose`: it keeps its words, and
    its place is that in the text before.
    """

    kind: Literal["passage"] = "passage"
    article: RecordId
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    label: Label = Label.NONE
    note: str = ""
    was: str = ""
    loose: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or self.end - self.start != len(self.exact):
            raise ValueError("a passage covers as many code points as its words")
        self._fit(clean, "note")


@value
class Position(BaseRecord):
    """A stance on the question."""

    kind: Literal["position"] = "position"
    statement: str = ""
    holders: tuple[Holder, ...] = ()
    order: str = ""

    def __post_init__(self) -> None:
        _require(ORDER, self.order)
        self._fit(clean, "statement")


@value
class Argument(BaseRecord):
    """A node of the tree: `side` is relative to `parent`, a position or the argument it answers."""

    kind: Literal["argument"] = "argument"
    parent: RecordId
    side: Side
    claim: str = ""
    reasoning: str = ""
    impact: str = ""
    weight: int = 3
    order: str = ""

    def __post_init__(self) -> None:
        if not 1 <= self.weight <= MAX_WEIGHT:
            raise ValueError(f"a weight is 1 to {MAX_WEIGHT}, not {self.weight}")
        _require(ORDER, self.order)
        self._fit(clean, "claim", "reasoning", "impact")


@value
class Evidence(BaseRecord):
    """What carries an argument: passages of one article. The words in `cut` are read aloud, or all."""

    kind: Literal["evidence"] = "evidence"
    argument: RecordId
    passages: tuple[RecordId, ...]
    sort: EvidenceKind = EvidenceKind.QUOTATION
    order: str = ""
    cut: tuple[Stretch, ...] = ()

    def __post_init__(self) -> None:
        if not self.passages:
            raise ValueError("evidence has a passage")
        _require(ORDER, self.order)


@value
class Definition(BaseRecord):
    """A term and what it means in this debate."""

    kind: Literal["definition"] = "definition"
    term: str = ""
    meaning: str = ""
    order: str = ""

    def __post_init__(self) -> None:
        _require(ORDER, self.order)
        self._fit(clean, "term", "meaning")


@value
class SpeechPlan(BaseRecord):
    """Who gives a speech, and a note on it. `nth` tells speeches of one name apart, in the format's order.

    The speech is named, so that a plan outlives a change of the format; its id is made of the name
    (`speech_plan.plan_id`), so that two copies of a dossier agree on it.
    """

    kind: Literal["speech"] = "speech"
    speech: str
    nth: int = 1
    speaker: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if self.nth < 1:
            raise ValueError(f"speeches of one name are counted from 1, not {self.nth}")
        self._fit(clean, "speech", "speaker", "note")


@value
class Assignment(BaseRecord):
    """That an argument is to be said in a speech; its id is made of both, since it is said there once."""

    kind: Literal["assignment"] = "assignment"
    plan: RecordId
    argument: RecordId
    order: str = ""

    def __post_init__(self) -> None:
        _require(ORDER, self.order)


@value
class CrossQuestion(BaseRecord):
    """What to ask in crossfire, and the answer hoped for.

    `about` is the position or argument it is asked of, or the question that it follows up: such a question
    with its follow-ups, in order, is a funnel. A follow-up has none of its own.
    """

    kind: Literal["crossquestion"] = "crossquestion"
    about: RecordId
    question: str = ""
    hoped: str = ""
    order: str = ""

    def __post_init__(self) -> None:
        _require(ORDER, self.order)
        self._fit(clean, "question", "hoped")
