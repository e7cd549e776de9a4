# SPDX-License-Identifier: MIT
"""The records a dossier is made of. All are frozen values; an id is given once and kept for good."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Literal, NewType, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from dissoi.dossier.prose import Block, block_starts, clean, plain_text

RecordId = NewType("RecordId", str)
NewId = Callable[[], RecordId]
"""Draws a new id (UUID version 7). Handed in, since the ground floor has neither clock nor chance."""

QUESTION_ID = RecordId("question")
"""The one question of a dossier has a fixed id, so that two copies of a dossier agree on it."""

CONTEXT = 128
"""How many code points of prefix and suffix a passage keeps."""

PartialDate = Annotated[
    str, StringConstraints(pattern=r"^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$")
]
"""A date as far as it is known: "", "2025", "2025-02" or "2025-02-18"."""


Order = Annotated[str, StringConstraints(pattern=r"^([0-9A-Za-z]*[1-9A-Za-z])?$")]
"""A key that sorts siblings, as `ordering.py` makes them."""

Text = Annotated[str, AfterValidator(clean)]
"""What somebody typed or a file said, fit to keep."""


class Side(StrEnum):
    """For or against the parent: a position or an argument."""

    PRO = "pro"
    CON = "con"

    @property
    def other(self) -> Side:
        """The opposite side."""
        return Side.CON if self is Side.PRO else Side.PRO


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


class EvidenceKind(StrEnum):
    """What sort of proof a quotation is."""

    QUOTATION = "quotation"
    STATISTIC = "statistic"
    TESTIMONY = "testimony"
    EXAMPLE = "example"


class Value(BaseModel):
    """A frozen part of a record."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class BaseRecord(Value):
    """What all records share. `order` sorts siblings (see `ordering.py`)."""

    id: RecordId


class Author(Value):
    """Who wrote an article, and why they are worth hearing."""

    name: Text
    credentials: Text = ""


class Holder(Value):
    """Who holds a position; `passage` is the place that shows it."""

    name: Text
    role: Text = ""
    stance: Stance = Stance.FOR
    passage: RecordId | None = None


class Question(BaseRecord):
    """The question of the dossier, with its background in Markdown and the name of its debate format."""

    kind: Literal["question"] = "question"
    text: Text = ""
    background: Text = ""
    format: Text = ""


class Article(BaseRecord):
    """Something read. `original` is the digest of the file it came from, if that file is kept."""

    kind: Literal["article"] = "article"
    title: Text = ""
    authors: tuple[Author, ...] = ()
    publisher: Text = ""
    published: PartialDate = ""
    url: Text = ""
    accessed: PartialDate = ""
    language: Text = ""
    blocks: tuple[Block, ...] = ()
    original: Text = ""
    order: Order = ""

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with some fields changed; what was derived from the old blocks is not taken along."""
        copy = super().model_copy(update=update, deep=deep)
        if update and "blocks" in update:
            for derived in ("text", "starts"):
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


class Passage(BaseRecord):
    """A place in an article: `exact` is `text[start:end]`, with up to `CONTEXT` code points around it.

    When its article's text is altered, a passage that is found at other words takes them, and keeps those it
    had in `was` until somebody confirms it. One that is not surely found is `loose`: it keeps its words, and
    its place is that in the text before.
    """

    kind: Literal["passage"] = "passage"
    article: RecordId
    start: Annotated[int, Field(ge=0)]
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    label: Label = Label.NONE
    note: Text = ""
    was: str = ""
    loose: bool = False

    @model_validator(mode="after")
    def _has_words(self) -> Self:
        if self.end <= self.start or self.end - self.start != len(self.exact):
            raise ValueError("a passage covers as many code points as its words")
        return self


class Position(BaseRecord):
    """A stance on the question."""

    kind: Literal["position"] = "position"
    statement: Text = ""
    holders: tuple[Holder, ...] = ()
    order: Order = ""


class Argument(BaseRecord):
    """A node of the tree: `side` is relative to `parent`, a position or the argument it answers."""

    kind: Literal["argument"] = "argument"
    parent: RecordId
    side: Side
    claim: Text = ""
    reasoning: Text = ""
    impact: Text = ""
    weight: Annotated[int, Field(ge=1, le=5)] = 3
    order: Order = ""


class Evidence(BaseRecord):
    """What carries an argument: passages of one article, shown joined by an ellipsis."""

    kind: Literal["evidence"] = "evidence"
    argument: RecordId
    passages: Annotated[tuple[RecordId, ...], Field(min_length=1)]
    sort: EvidenceKind = EvidenceKind.QUOTATION
    order: Order = ""


class Definition(BaseRecord):
    """A term and what it means in this debate."""

    kind: Literal["definition"] = "definition"
    term: Text = ""
    meaning: Text = ""
    order: Order = ""


Record = Annotated[
    Question | Article | Passage | Position | Argument | Evidence | Definition,
    Field(discriminator="kind"),
]
