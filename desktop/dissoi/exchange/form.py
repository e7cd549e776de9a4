# SPDX-License-Identifier: MIT
"""The interchange form: what a dossier looks like in JSON, for people and scripts to write.

These models say which keys there are and what they may hold. How they hang together (references,
quotations) is checked where a dossier is built of them.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictInt, StringConstraints

from dissoi.dossier.debate import MAX_MINUTES, Floor, SpeechKind
from dissoi.dossier.prose import MAX_LEVEL, Block, BlockKind, Span
from dissoi.dossier.records import (
    PACES,
    PARTIAL_DATE,
    USUAL_PACE,
    ArticleKind,
    EvidenceKind,
    Label,
    Side,
    Stance,
)

VERSION = 1
ID = r"^[A-Za-z0-9._:~-]{1,64}$"


def _texts(value: object) -> object:
    """One text as the list it stands for."""
    return [value] if isinstance(value, str) else value


def _words(value: object) -> object:
    """Words alone as the stretch they stand for."""
    return {"words": value} if isinstance(value, str) else value


def _numbers(value: object) -> object:
    """One number as the list it stands for."""
    return [value] if isinstance(value, int) else value


GivenId = Annotated[
    str,
    StringConstraints(pattern=ID),
    Field(description="The record's id, kept for good. A new one is drawn where it is left out."),
]
PartialDate = Annotated[str, StringConstraints(pattern=PARTIAL_DATE)]
Reference = Annotated[str, StringConstraints(pattern=ID)]
Offset = Annotated[StrictInt, Field(ge=0)]
Markdown = Annotated[str, Field(description="Text in Markdown.")]
Quotes = Annotated[
    tuple[str, ...],
    Field(min_length=1),
    BeforeValidator(_texts, json_schema_input_type=str | Annotated[tuple[str, ...], Field(min_length=1)]),
]
Offsets = Annotated[
    tuple[Offset, ...], BeforeValidator(_numbers, json_schema_input_type=Offset | tuple[Offset, ...])
]


class Form(BaseModel):
    """An object of the form; keys it does not name are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class AuthorForm(Form):
    """Who wrote an article."""

    name: str = Field(description="The name as it is cited, “Anatol Lieven” or “Lieven, Anatol”.")
    credentials: str = Field("", description="Why they are worth hearing.")


class PassageForm(Form):
    """A marked place in an article."""

    id: GivenId | None = None
    quote: str = Field(description="The exact words of the article.")
    start: Offset | None = Field(
        None,
        description="Where the words start, in Unicode code points of the article's plain text. "
        "Left out, the first place where the article has them, as whole words if it does.",
    )
    end: Offset | None = Field(None, description="Where the words end; must agree with the quote.")
    label: Label = Field(Label.NONE, description="What a reader marked the passage as.")
    note: str = Field("", description="A reader's note on the passage.")
    was: str = Field("", description="The words before the article changed, until somebody confirms the new.")
    loose: bool = Field(
        False,
        description="The article no longer surely has the words; the quote is not looked for.",
    )
    prefix: str = Field("", description="What stood before a loose passage.")
    suffix: str = Field("", description="What stood behind a loose passage.")


class SpanForm(Form):
    """A run of characters of one look."""

    text: str
    bold: bool = False
    italic: bool = False
    strike: bool = False
    code: bool = False
    link: str = ""


class BlockForm(Form):
    """A paragraph, heading, quotation, list item or the like, as an article's file keeps it."""

    kind: BlockKind = BlockKind.PARAGRAPH
    spans: tuple[SpanForm, ...] = ()
    level: Annotated[int, Field(ge=1, le=MAX_LEVEL)] = 1
    marker: str = ""
    picture: str = ""
    alt: str = ""

    def block(self) -> Block:
        """The block it describes."""
        spans = tuple(Span(**dict(span)) for span in self.spans)
        return Block(**(dict(self) | {"spans": spans}))


class ArticleForm(Form):
    """Something read."""

    id: GivenId | None = None
    key: str = Field(description="A short name by which evidence refers to the article.", min_length=1)
    kind: ArticleKind = Field(
        ArticleKind.PAGE,
        description="What kind of work it is; a page where it is none of the others.",
    )
    title: str = ""
    authors: tuple[AuthorForm, ...] = ()
    publisher: str = Field("", description="Who brought it out; also the site, newspaper or journal.")
    container: str = Field("", description="The book of a chapter, the occasion of a speech.")
    contributors: str = Field(
        "", description="The editors of a book, or who led an interview, parted by semicolons."
    )
    edition: str = ""
    volume: str = ""
    issue: str = Field("", description="The number within the volume, or that of a report.")
    pages: str = ""
    doi: str = ""
    published: PartialDate = Field("", description="A date as far as known: 2025, 2025-02 or 2025-02-18.")
    url: str = ""
    accessed: PartialDate = Field("", description="When the address was visited, as a date.")
    language: str = Field("", description="The language as in “en” or “en-GB”.")
    text: Markdown = ""
    blocks: tuple[BlockForm, ...] | None = Field(
        None, description="The text block by block, in place of `text`, where Markdown cannot say it."
    )
    passages: tuple[PassageForm, ...] = Field((), description="Highlights, and what evidence refers to.")


class HolderForm(Form):
    """Who holds a position."""

    name: str
    role: str = ""
    stance: Stance = Field(Stance.FOR, description="How they stand to the position.")
    passage: Reference | None = Field(None, description="The id of the passage that shows it.")


class StretchForm(Form):
    """Words of a quote that are read aloud. A text alone stands for `{"words": …}`."""

    words: str = Field(description="The words as the quote has them.")
    quote: Annotated[StrictInt, Field(ge=1)] | None = Field(
        None, description="Which of the quotes has them, from 1. Left out, the first that does."
    )
    start: Offset | None = Field(
        None, description="Where they start, in code points of the passage. Left out, the first place."
    )


Stretches = Annotated[
    tuple[Annotated[StretchForm, BeforeValidator(_words, json_schema_input_type=str | StretchForm)], ...],
    BeforeValidator(_texts, json_schema_input_type=str | tuple[str | StretchForm, ...]),
]


class EvidenceForm(Form):
    """What carries an argument: one or more passages of one article."""

    id: GivenId | None = None
    article: str = Field(description="The key of the article.")
    quote: Quotes = Field(
        description="The exact words of the article, or a list of such, shown joined by an ellipsis."
    )
    start: Offsets = Field((), description="Where each quote starts, in code points of the article's text.")
    passages: tuple[Reference, ...] = Field(
        (), description="The id of each quote's passage, as the article's `passages` list it."
    )
    kind: EvidenceKind = Field(EvidenceKind.QUOTATION, description="What sort of proof it is.")
    read: Stretches = Field((), description="The words that are read aloud, if not all of the quote is.")


class FollowUpForm(Form):
    """A question that follows up another in crossfire."""

    id: GivenId | None = None
    question: str
    hoped: str = Field("", description="The answer it is to bring about.")


class CrossQuestionForm(FollowUpForm):
    """A question to ask in crossfire; with its follow-ups it is a funnel."""

    follow_ups: tuple[FollowUpForm, ...] = ()


class ArgumentForm(Form):
    """An argument or an answer to one."""

    id: GivenId | None = None
    side: Side = Field(
        description="For (pro) or against (con) the parent: the position, or the argument answered."
    )
    claim: str
    reasoning: Markdown = ""
    impact: str = Field("", description="Why it matters.")
    weight: Annotated[StrictInt, Field(ge=1, le=5)] = Field(3, description="How heavy it weighs, 5 the most.")
    evidence: tuple[EvidenceForm, ...] = ()
    questions: tuple[CrossQuestionForm, ...] = Field((), description="What to ask of it in crossfire.")
    answers: tuple[ArgumentForm, ...] = ()


class PositionForm(Form):
    """A stance on the question."""

    id: GivenId | None = None
    statement: str
    holders: tuple[HolderForm, ...] = ()
    questions: tuple[CrossQuestionForm, ...] = Field((), description="What to ask of it in crossfire.")
    arguments: tuple[ArgumentForm, ...] = ()


class DefinitionForm(Form):
    """A term and what it means in this debate."""

    id: GivenId | None = None
    term: str
    meaning: Markdown


class SpeechForm(Form):
    """One speech of a debate format, or a time of questions."""

    name: str
    speaker: str = Field("", description="Whose turn it is, such as “Pro 1”.")
    side: Floor
    minutes: Annotated[float, Field(gt=0, le=MAX_MINUTES, strict=True)]
    kind: SpeechKind = SpeechKind.CONSTRUCTIVE


class DebateForm(Form):
    """The rules of the debate format, kept so that they are there without its file."""

    name: str
    preparation: str = ""
    notes: str = ""
    sources: tuple[str, ...] = Field((), description="Where its rules were looked up.")
    speeches: tuple[SpeechForm, ...]


class SpeechPlanForm(Form):
    """What is planned for one speech of the format."""

    speech: str = Field(description="The speech’s name in the format.")
    nth: Annotated[StrictInt, Field(ge=1)] = Field(1, description="Which one of that name.")
    speaker: str = Field("", description="Who gives it.")
    note: str = ""
    arguments: tuple[Reference, ...] = Field((), description="The ids of what it says, in order.")


class DossierForm(Form):
    """A dossier of Dissoi: both sides of a question and what they rest on. Lists are in order."""

    dissoi: Literal[1] = Field(description="The version of this form.")
    question: str = ""
    background: Markdown = ""
    format: str = Field("", description="The debate format, as `dissoi formats` lists it: public-forum.")
    pace: Annotated[StrictInt, Field(ge=PACES[0], le=PACES[1])] = Field(
        USUAL_PACE, description="How many words a minute speeches are timed at."
    )
    debate: DebateForm | None = None
    definitions: tuple[DefinitionForm, ...] = ()
    articles: tuple[ArticleForm, ...] = ()
    positions: tuple[PositionForm, ...] = ()
    speeches: tuple[SpeechPlanForm, ...] = Field((), description="What is said in which speech, by whom.")


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the form."""
    described = DossierForm.model_json_schema(mode="validation")
    named = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Dissoi interchange form"}
    return named | {key: _plain(value) for key, value in described.items() if key != "title"}


def _plain(value: Any) -> Any:
    """A schema without the titles that pydantic makes of names, and without null where a key is left out."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if not isinstance(value, dict):
        return value
    if "anyOf" in value and {"type": "null"} in value["anyOf"]:
        (choice,) = (each for each in value["anyOf"] if each != {"type": "null"})
        value = choice | {key: each for key, each in value.items() if key not in {"anyOf", "default"}}
    return {
        key: _plain(each) for key, each in value.items() if not (key == "title" and isinstance(each, str))
    }
