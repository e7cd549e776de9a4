# SPDX-License-Identifier: MIT
"""What can be chosen about a brief: its layout, what goes into it, and the paper it is made for.

`understood` says which choices matter for a layout and a kind of file, so that a front end offers no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from enum import StrEnum
from types import MappingProxyType

from dissoi.dossier.cite_styles import CiteStyle
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.errors import DissoiError
from dissoi.dossier.records import RecordId, Side
from dissoi.dossier.value import Value, value

PDF = ".pdf"
ENDINGS = (PDF, ".docx", ".html", ".md", ".txt")
"""The kinds of files there are, in lower case."""


class LayoutName(StrEnum):
    """How a brief is set, as a command line names it."""

    BRIEF = "brief"
    ONE_PAGE = "one-page"
    CARDS = "cards"
    BLOCKS = "blocks"
    EVIDENCE = "evidence"
    FLOW = "flow"
    CROSSFIRE = "crossfire"
    LARGE_PRINT = "large-print"


class PaperName(StrEnum):
    """The paper that a brief is made for, as a command line names it."""

    A4 = "a4"
    LETTER = "letter"
    A5 = "a5"


class Section(StrEnum):
    """A part of a brief that can be left out or stand elsewhere, in the order in which they stand."""

    CASE = "case"
    CONTENTS = "contents"
    BACKGROUND = "background"
    DEFINITIONS = "definitions"
    HOLDERS = "holders"
    SPEECHES = "speeches"
    ARGUMENTS = "arguments"
    SOURCES = "sources"


class Sides(StrEnum):
    """The side that one speaks for, or both."""

    BOTH = "both"
    PRO = "pro"
    CON = "con"

    @property
    def chosen(self) -> tuple[Side, ...]:
        """The sides as records name them, pro before con."""
        return tuple(Side) if self is Sides.BOTH else (Side(self.value),)


class CardSize(StrEnum):
    """The size of speaking cards."""

    QUARTER = "quarter"
    INDEX = "3x5"


class Choice(StrEnum):
    """What there is to choose; the values are names of fields of `Options`."""

    PAPER = "paper"
    SECTIONS = "sections"
    SIDES = "sides"
    POSITIONS = "positions"
    NOTES = "notes"
    GAPS = "gaps"
    CITES = "cites"
    DUPLEX = "duplex"
    BOOKLET = "booklet"
    GREY = "grey"
    CARD = "card"
    SEEDED = "seeded"


@value
class Options(Value):
    """All choices. The defaults are a whole brief for both sides, printed on both sides of A4.

    `sections` are in the order in which they are to stand; none stands for all that the layout has.
    `positions` are ids, in any order; none stands for all. `notes` adds lined pages, `gaps` a page of what
    is still open. `duplex` mirrors the margins of left and right pages. `booklet` sets pages of half the
    paper, two on each side of a sheet, for sheets that are folded together. `grey` does without colours,
    `card` is the size of speaking cards, `seeded` puts the claims on a flow sheet.
    """

    layout: LayoutName = LayoutName.BRIEF
    paper: PaperName = PaperName.A4
    sections: tuple[Section, ...] = ()
    sides: Sides = Sides.BOTH
    positions: tuple[RecordId, ...] = ()
    notes: bool = True
    gaps: bool = False
    cites: CiteStyle = CiteStyle.DEBATE
    duplex: bool = True
    booklet: bool = False
    grey: bool = False
    card: CardSize = CardSize.QUARTER
    seeded: bool = True

    @property
    def parts(self) -> tuple[Section, ...]:
        """The sections that are printed, in order."""
        has = SECTIONS[self.layout]
        return tuple(each for each in self.sections or has if each in has)


WHOLE = Options()
"""What is chosen when nobody chooses."""


class OptionsError(DissoiError):
    """Choices that do not go together; `choice` is the one to change, None when it is the layout."""

    def __init__(self, sentence: str, choice: Choice | None = None) -> None:
        super().__init__(sentence)
        self.choice = choice


DESCRIPTIONS: Mapping[LayoutName, str] = MappingProxyType(
    {
        LayoutName.BRIEF: "the whole brief: case on a page, contents, pro beside con, sources, notes",
        LayoutName.ONE_PAGE: "the case on one sheet: positions, best claims of each side, cites",
        LayoutName.CARDS: "speaking cards: an argument a card, with marks to cut along",
        LayoutName.BLOCKS: "blocks and frontlines: each argument of the other side with our answers",
        LayoutName.EVIDENCE: "evidence as cut cards: full cite, paragraph, words to be read underlined",
        LayoutName.FLOW: "flow sheets: a column for each speech, to take notes on",
        LayoutName.CROSSFIRE: "questions to ask and to expect in crossfire, with room for the answers",
        LayoutName.LARGE_PRINT: "the brief in one column of large type",
    }
)
"""What each layout is, in a line."""

_ON_PAGES_OF_ITS_OWN = {Section.CASE, Section.CONTENTS}
SECTIONS: Mapping[LayoutName, tuple[Section, ...]] = MappingProxyType(
    {
        LayoutName.BRIEF: tuple(Section),
        LayoutName.ONE_PAGE: (),
        LayoutName.CARDS: (),
        LayoutName.BLOCKS: (Section.SOURCES,),
        LayoutName.EVIDENCE: (),
        LayoutName.CROSSFIRE: (),
        LayoutName.LARGE_PRINT: tuple(each for each in Section if each not in _ON_PAGES_OF_ITS_OWN),
        LayoutName.FLOW: (),
    }
)
"""The sections that each layout has, in the order in which they stand when nothing else is chosen."""
_WHOLE_BRIEFS = {LayoutName.BRIEF, LayoutName.LARGE_PRINT}
LINEAR_SECTIONS = (
    Section.BACKGROUND,
    Section.DEFINITIONS,
    Section.SPEECHES,
    Section.ARGUMENTS,
    Section.SOURCES,
)
"""The sections of the files that are no PDF, in which who holds a position stands with its arguments."""

_ALWAYS = {Choice.SIDES, Choice.POSITIONS}
_DOCUMENT = {
    Choice.PAPER,
    Choice.SECTIONS,
    Choice.NOTES,
    Choice.GAPS,
    Choice.CITES,
    Choice.DUPLEX,
    Choice.BOOKLET,
    Choice.GREY,
}
OPPOSING = {LayoutName.BLOCKS, LayoutName.CROSSFIRE, LayoutName.EVIDENCE}
"""The layouts for which the other side’s arguments matter to the side that was chosen: it answers them."""
_UNDERSTOOD: Mapping[LayoutName, frozenset[Choice]] = MappingProxyType(
    {
        LayoutName.BRIEF: frozenset({*_ALWAYS, *_DOCUMENT}),
        LayoutName.ONE_PAGE: frozenset({*_ALWAYS, Choice.PAPER, Choice.NOTES, Choice.GREY}),
        LayoutName.CARDS: frozenset({*_ALWAYS, Choice.PAPER, Choice.GREY, Choice.CARD}),
        LayoutName.BLOCKS: frozenset({*_ALWAYS, *_DOCUMENT}),
        LayoutName.EVIDENCE: frozenset({*_ALWAYS, *_DOCUMENT} - {Choice.SECTIONS}),
        LayoutName.CROSSFIRE: frozenset({*_ALWAYS, *_DOCUMENT} - {Choice.SECTIONS, Choice.CITES}),
        LayoutName.LARGE_PRINT: frozenset({*_ALWAYS, *_DOCUMENT} - {Choice.DUPLEX, Choice.BOOKLET}),
        LayoutName.FLOW: frozenset({*_ALWAYS, Choice.PAPER, Choice.SEEDED}),
    }
)
_OF_PAPER = {Choice.PAPER, Choice.NOTES, Choice.DUPLEX, Choice.BOOKLET, Choice.GREY, Choice.CARD}
"""What matters to a PDF alone, but for the paper: other files are written on as they are."""
_PRINTED = {PDF, ".docx", ".html"}
"""The kinds of files that say on which paper they are printed."""
_MARKED = "PDF, Word and Markdown files and web pages"
_MADE_AS: Mapping[LayoutName, tuple[frozenset[str], str]] = MappingProxyType(
    {
        # Plain text has no marks for words, and no room for a column a speech.
        LayoutName.EVIDENCE: (frozenset(ENDINGS) - {".txt"}, _MARKED),
        LayoutName.FLOW: (frozenset(ENDINGS) - {".txt"}, _MARKED),
        # Neither has type of any size.
        LayoutName.LARGE_PRINT: (frozenset(ENDINGS) - {".md", ".txt"}, "PDF and Word files and web pages"),
    }
)
"""The kinds of files for layouts that are not made as all of them, and how those are named."""


def understood(layout: LayoutName, ending: str = PDF) -> frozenset[Choice]:
    """The choices that make a difference to a layout, in a file of the kind that `ending` names."""
    if ending == PDF:
        return _UNDERSTOOD[layout]
    return _UNDERSTOOD[layout] - (_OF_PAPER - {Choice.PAPER} if ending in _PRINTED else _OF_PAPER)


def sections_of(layout: LayoutName, ending: str = PDF) -> tuple[Section, ...]:
    """The sections that can be chosen for a layout, in a file of the kind that `ending` names."""
    return LINEAR_SECTIONS if ending != PDF and layout in _WHOLE_BRIEFS else SECTIONS[layout]


def is_made(layout: LayoutName, ending: str) -> bool:
    """Whether a layout is made as files of the kind that `ending` names."""
    return layout not in _MADE_AS or ending in _MADE_AS[layout][0]


def fitting(options: Options, ending: str = PDF) -> Options:
    """`options` with what does not matter put back to the defaults, such as choices made for another layout.

    What is made in no layout of such a file but PDF is made in the layout `brief`.
    """
    if not is_made(options.layout, ending):
        options = replace(options, layout=LayoutName.BRIEF)
    heeded = understood(options.layout, ending)
    ignored = {each.name for each in fields(Options)} - {"layout", *heeded}
    has = sections_of(options.layout, ending)
    kept = tuple(dict.fromkeys(each for each in options.sections if each in has))
    reset = {name: getattr(WHOLE, name) for name in ignored - {"sections"}}
    fit = replace(options, sections=kept, **reset)
    return replace(fit, booklet=fit.booklet and fit.paper is not PaperName.A5)


def checked(options: Options, ending: str = PDF, given: Iterable[Choice] = ()) -> Options:
    """`options` fit to be used; raises `OptionsError` with a sentence where choices do not go together.

    `given` are choices that somebody made on purpose, for which it is an error not to matter.
    """
    if not is_made(options.layout, ending):
        raise OptionsError(f"“{options.layout}” is a layout of {_MADE_AS[options.layout][1]}.")
    heeded = understood(options.layout, ending)
    for choice in given:
        if choice not in heeded:
            named = _named(options.layout, ending, of_paper=choice in _OF_PAPER)
            raise OptionsError(f"{named} has no use for the choice of {_WORDED[choice]}.", choice)
    has = sections_of(options.layout, ending)
    for section in options.sections:
        if section not in has:
            named = _named(options.layout, ending, of_paper=section in SECTIONS[options.layout])
            sentence = f"{named} has no section “{section}”. It has {_row(has)}."
            raise OptionsError(sentence, Choice.SECTIONS)
        if options.sections.count(section) > 1:
            raise OptionsError(f"The section “{section}” is named twice.", Choice.SECTIONS)
    if options.booklet and Choice.BOOKLET in heeded and options.paper is PaperName.A5:
        raise OptionsError(
            "A booklet is folded from A4 or Letter sheets: choose one of them.", Choice.BOOKLET
        )
    return fitting(options, ending)


def _named(layout: LayoutName, ending: str, *, of_paper: bool) -> str:
    """What has no use for a choice: the layout, or the kind of file for what matters to paper."""
    return f"A {ending} file" if of_paper and ending != PDF else f"The layout “{layout}”"


def positions_named(dossier: Dossier, numbers: Sequence[int]) -> tuple[RecordId, ...]:
    """The ids of positions by their numbers, from 1; raises `OptionsError` for a number that none has."""
    positions = dossier.positions
    for number in numbers:
        if not 1 <= number <= len(positions):
            have = {0: "no positions yet", 1: "one position"}.get(
                len(positions), f"{len(positions)} positions"
            )
            raise OptionsError(f"There is no position {number}. The dossier has {have}.", Choice.POSITIONS)
    return tuple(dict.fromkeys(positions[number - 1].id for number in numbers))


_WORDED: Mapping[Choice, str] = MappingProxyType(
    {
        Choice.PAPER: "paper",
        Choice.SECTIONS: "sections",
        Choice.SIDES: "sides",
        Choice.POSITIONS: "positions",
        Choice.NOTES: "notes pages",
        Choice.GAPS: "open gaps",
        Choice.BOOKLET: "a booklet",
        Choice.GREY: "grey",
        Choice.CITES: "a style of cites",
        Choice.DUPLEX: "mirrored margins",
        Choice.CARD: "a size of cards",
        Choice.SEEDED: "claims or blank",
    }
)


def _row(sections: Sequence[Section]) -> str:
    return ", ".join(sections) if sections else "none to choose"
