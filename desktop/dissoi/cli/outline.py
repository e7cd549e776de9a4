# SPDX-License-Identifier: MIT
"""The outline of a dossier as text for a terminal: what `dissoi show` prints."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import TextWrapper

from dissoi.cli.speaking import printable
from dissoi.cli.speech_plan import speech_lines
from dissoi.dossier.anchoring import Found, anchor
from dissoi.dossier.citation import in_quotes
from dissoi.dossier.cite_styles import CiteStyle, Spans, cites_of
from dissoi.dossier.debate import DebateFormat
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.numbering import numbered
from dissoi.dossier.records import Argument, CrossQuestion, Evidence, Position, RecordId, Stance
from dissoi.dossier.sides import relation_told, sides_in
from dissoi.dossier.speech_plan import foreign_in, planned_speeches

_STEP = "  "
_DEEPEST = 10
"""Answers below this level are not indented further, so that their words keep a line to stand on."""


def outline(dossier: Dossier, width: int, debate: DebateFormat | None = None) -> str:
    """The question, articles, positions and arguments in lines of up to `width` characters.

    Crossfire questions stand below what they are about, what is planned for the speeches of `debate` last.
    """
    parts = [
        _wrapped(dossier.question.text or "No question yet", "", "", width),
        _articles(dossier, width),
        *(_position(dossier, position, width) for position in dossier.positions),
        _plan(dossier, debate, width),
    ]
    return "\n".join(part for part in parts if part)


def claim_of(argument: Argument) -> str:
    """An argument's claim as a line names it."""
    return printable(argument.claim) or "(no claim yet)"


def statement_of(position: Position) -> str:
    """A position's statement as a line names it."""
    return printable(position.statement) or "(no statement yet)"


def _wrapped(text: str, first: str, rest: str, width: int) -> str:
    """A paragraph whose first line starts with `first` and the others with `rest`."""
    wrapper = TextWrapper(
        width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
    return wrapper.fill(printable(text)) + "\n"


def _articles(dossier: Dossier, width: int) -> str:
    if not dossier.articles:
        return ""
    cites = cites_of(dossier.articles, CiteStyle.DEBATE)
    entries = (
        _wrapped(f"{number}. {_cite(*cites[article.id])}", _STEP, _STEP * 3, width)
        for number, article in enumerate(dossier.articles, 1)
    )
    return "Articles\n" + "".join(entries)


def _cite(short: str, full: Spans) -> str:
    """A full cite; titles stand in quotation marks, since a terminal shows no italics."""
    return "".join(in_quotes(span.text) if span.italic else span.text for span in full) or short


def _position(dossier: Dossier, position: Position, width: int) -> str:
    head = _wrapped(statement_of(position), f"Position {dossier.number_of(position.id)}: ", _STEP * 2, width)
    holders = "".join(_wrapped(line, _STEP, _STEP * 3, width) for line in _holders(position))
    asked = "".join(_questions(dossier, position.id, _STEP, width))
    return head + holders + asked + "".join(_arguments(dossier, position, width))


def _holders(position: Position) -> Iterator[str]:
    for stance in Stance:
        held = [holder for holder in position.holders if holder.stance is stance]
        names = (f"{each.name} ({each.role})" if each.role else each.name for each in held)
        if held:
            yield f"{stance.value.capitalize()}: {', '.join(names)}"


def _arguments(dossier: Dossier, position: Position, width: int) -> Iterator[str]:
    depths: dict[RecordId, int] = {position.id: 0}
    sides = sides_in(dossier, position)
    for argument, number in numbered(dossier, position):
        depth = depths[argument.id] = depths[argument.parent] + 1
        margin = _STEP * min(depth, _DEEPEST)
        side = "" if depth == 1 else f" ({sides[argument.id]}, {relation_told(argument.side, number)})"
        yield _wrapped(claim_of(argument), f"{margin}{number}{side}: ", margin + _STEP * 2, width)
        for evidence in dossier.evidence_of(argument.id):
            yield _wrapped(quoted(dossier, evidence), margin + _STEP * 2, margin + _STEP * 3, width)
        yield from _questions(dossier, argument.id, margin + _STEP * 2, width)


def _questions(dossier: Dossier, about: RecordId, margin: str, width: int) -> Iterator[str]:
    """What to ask about a position or an argument, each question with its follow-ups below it."""
    for first in dossier.questions_about(about):
        yield _wrapped(f"Ask: {_asked(first)}", margin, margin + _STEP, width)
        for then in dossier.questions_about(first.id):
            yield _wrapped(f"Then: {_asked(then)}", margin + _STEP, margin + _STEP * 2, width)


def _asked(question: CrossQuestion) -> str:
    words = question.question.strip() or "(not worded yet)"
    return f"{words} (hoped for: {question.hoped.strip()})" if question.hoped.strip() else words


def _plan(dossier: Dossier, debate: DebateFormat | None, width: int) -> str:
    """What is planned for speeches, as far as anything is."""
    planned = [each for each in planned_speeches(dossier, debate) if each]
    if not planned:
        return ""
    foreign = foreign_in(dossier, planned)
    return "Speech plan\n" + "".join(
        _wrapped(line.strip(), _STEP + _indent(line), _STEP * 3 + _indent(line), width)
        for each in planned
        for line in speech_lines(dossier, each, foreign)
    )


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def quoted(dossier: Dossier, evidence: Evidence) -> str:
    """Evidence as a line shows it: its words and its source, and whether they still stand there."""
    article = dossier.article_of(evidence)
    found = (anchor(passage, article.text).how for passage in dossier.passages_in(evidence))
    lost = ", not found in the article" if Found.NOT_FOUND in found else ""
    if not lost and any(passage.was for passage in dossier.passages_in(evidence)):
        lost = ", changed with the article, to be confirmed"
    return f"“{dossier.quotation(evidence)}” ({dossier.cite_of(article.id)}{lost})"
