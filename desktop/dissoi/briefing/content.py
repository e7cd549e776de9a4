# SPDX-License-Identifier: MIT
"""What goes into a brief, as values: every word and number, and nothing of how it is set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, Protocol

from dissoi.dossier.citation import in_quotes
from dissoi.dossier.debate import DebateFormat, Speech
from dissoi.dossier.prose import Blocks, Span
from dissoi.dossier.reading_aloud import Piece, spoken
from dissoi.dossier.records import USUAL_PACE, EvidenceKind, Side, Stance


class Proof(NamedTuple):
    """A quotation with its short cite and its `full` one, which `source` numbers, 0 where none are listed.

    `found` tells whether the words still stand in the article as it is kept, `confirmed` is false while words
    that changed with the article wait for somebody to confirm them.
    """

    words: str
    cite: str
    full: tuple[Span, ...]
    publisher: str
    source: int
    sort: EvidenceKind = EvidenceKind.QUOTATION
    found: bool = True
    confirmed: bool = True
    paragraphs: str = ""
    language: str = ""
    """The tag of the article's language, where one is kept."""
    credentials: str = ""
    """Those of whom the short cite names, in few words."""
    card: Blocks = ()
    """The paragraphs that the words stand in, whole, as `card_of` marks them; only in a layout of cards."""
    cut: tuple[Piece, ...] = ()
    """The words in pieces that are read aloud or not, where not all of them are."""

    @property
    def aloud(self) -> str:
        """The words that are read aloud."""
        return spoken(self.cut) if self.cut else self.words

    @property
    def trouble(self) -> str:
        """What is wrong with the quotation, in a sentence; "" when nothing is."""
        if not self.found:
            return "These words are not in the article as it stands."
        return "" if self.confirmed else "These words changed with the article: to be confirmed."

    @property
    def doubt(self) -> str:
        """What is wrong with the quotation, to stand behind its words in brackets; "" when nothing is."""
        return f" ({self.trouble.rstrip('.')})" if self.trouble else ""

    @property
    def said(self) -> str:
        """What is read aloud, in quotation marks, and what is wrong with it."""
        return f"{in_quotes(self.aloud)}{self.doubt}"

    @property
    def quoted(self) -> tuple[Piece, ...]:
        """The words in quotation marks, in pieces: those that are read aloud are to stand out."""
        whole = in_quotes(self.words)
        if not self.cut:
            return (Piece(whole, read=False),)
        return (Piece(whole[0], read=False), *self.cut, Piece(whole[-1], read=False))


class Prose:
    """What a user wrote as Markdown, read when it is asked for: so each half of a long brief reads its own.

    Two are equal if the same was written.
    """

    __slots__ = ("_blocks", "_parse", "markdown")

    def __init__(self, markdown: str, parse: Callable[[str], Blocks]) -> None:
        self.markdown: Final = markdown.strip()
        self._parse = parse
        self._blocks: Blocks | None = None

    @property
    def blocks(self) -> Blocks:
        """The paragraphs, lists and so on."""
        if self._blocks is None:
            self._blocks = self._parse(self.markdown) if self.markdown else ()
        return self._blocks

    @property
    def paragraphs(self) -> int:
        """About how many paragraphs there are, told without reading them."""
        return bool(self.markdown) + self.markdown.count("\n\n")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Prose) and self.markdown == other.markdown

    def __hash__(self) -> int:
        return hash(self.markdown)


class Query(NamedTuple):
    """A question for crossfire, the answer hoped for, and the questions that follow it up."""

    question: str
    hoped: str
    followups: tuple[Query, ...] = ()


class Point(NamedTuple):
    """An argument, or an answer to one (`depth` 1 and more), with what carries it.

    Answers follow what they answer, so that a tree is a flat tuple whatever its depth. `record` is the
    id of the argument in the dossier.
    `side` is the side towards the position that it speaks for; `relation` says whether it is for or against
    what it answers.
    """

    record: str
    number: str
    depth: int
    side: Side
    relation: Side
    claim: str
    written: Prose
    proofs: tuple[Proof, ...]
    impact: str
    weight: int
    queries: tuple[Query, ...] = ()

    @property
    def reasoning(self) -> Blocks:
        """Why the claim should be believed."""
        return self.written.blocks


class Held(NamedTuple):
    """Who holds a position; `source` numbers the article that shows it, None without one."""

    name: str
    role: str
    stance: Stance
    source: int | None = None


class Stand(NamedTuple):
    """A position with the arguments for and against it, each with its answers behind it.

    `record` is its id in the dossier.
    """

    record: str
    number: str
    statement: str
    holders: tuple[Held, ...]
    pro: tuple[Point, ...]
    con: tuple[Point, ...]
    queries: tuple[Query, ...] = ()

    def of(self, side: Side) -> tuple[Point, ...]:
        """The arguments of one side with their answers."""
        return self.pro if side is Side.PRO else self.con

    def arguments(self, side: Side) -> tuple[Point, ...]:
        """The arguments of one side without their answers, in order."""
        return tuple(point for point in self.of(side) if not point.depth)

    def weightiest(self, side: Side, count: int) -> tuple[Point, ...]:
        """Up to `count` arguments of one side that have a claim, by weight, then in order."""
        claimed = (point for point in self.arguments(side) if point.claim)
        return tuple(sorted(claimed, key=lambda point: -point.weight)[:count])


class Term(NamedTuple):
    """A term and what it means in this debate."""

    term: str
    meaning: Blocks


class Source(NamedTuple):
    """An article with its full cite; `number` is None when nothing quotes it.

    `cite` is empty when nothing is known of it. `lacking` names in words what a full cite asks for and the
    article does not give.
    """

    number: int | None
    cite: tuple[Span, ...]
    lacking: tuple[str, ...] = ()


class Said(NamedTuple):
    """An argument that is to be said in a speech, and how long that takes.

    `number` is its number below the position that is numbered `stand`; `reference` says both where there
    are several positions, and the side that speaks in an answer. `record` is its id in the dossier. It is
    `foreign` where the speech is the other team's.
    """

    stand: str
    number: str
    reference: str
    claim: str
    seconds: float
    record: str = ""
    foreign: bool = False


class Talk(NamedTuple):
    """A speech with what is planned for it. `speech` is None where the format has none of that `name`."""

    name: str
    speech: Speech | None
    speaker: str = ""
    note: str = ""
    said: tuple[Said, ...] = ()

    @property
    def seconds(self) -> float:
        """How long it takes to say all of it."""
        return sum(each.seconds for each in self.said)


class Team(NamedTuple):
    """A team of the debate, with the numbers of the positions that it backs and of those it attacks."""

    side: Side
    backs: tuple[str, ...]
    attacks: tuple[str, ...]


class OpenGaps(Protocol):
    """What is still open, of one kind. It is handed in: this room finds no gaps and words none."""

    @property
    def heading(self) -> str:
        """What the kind is called."""

    @property
    def lines(self) -> Sequence[str]:
        """A line for each gap."""


class Occasion(NamedTuple):
    """What a brief is made for, and when: what the front ends know and the dossier does not.

    `made_on` is a date as records write it ("2025-02-18"). `debate` is the format whose speaking order is
    shown, if any. `gaps` are what is still open; they are listed if the options want it.
    """

    made_on: str = ""
    made_by: str = ""
    debate: DebateFormat | None = None
    gaps: tuple[OpenGaps, ...] = ()


ANY_OCCASION = Occasion()
"""No date, nobody named, no speaking order."""


class Brief(NamedTuple):
    """A whole brief. Sources are numbered in the order in which the brief first refers to them.

    `talks` are the speeches of `debate` in order, then those that are planned and not in it. `teams` are
    those of whom it is known what they argue for.

    `gaps` is None where none are to be listed.
    """

    question: str
    background: Blocks
    terms: tuple[Term, ...]
    stands: tuple[Stand, ...]
    sources: tuple[Source, ...]
    also_read: tuple[Source, ...] = ()
    made_on: str = ""
    made_by: str = ""
    debate: DebateFormat | None = None
    gaps: tuple[OpenGaps, ...] | None = None
    talks: tuple[Talk, ...] = ()
    teams: tuple[Team, ...] = ()
    pace: int = USUAL_PACE

    @property
    def has_speeches(self) -> bool:
        """Whether there is a speaking order to show, or a plan for one."""
        return self.debate is not None or bool(self.talks)
