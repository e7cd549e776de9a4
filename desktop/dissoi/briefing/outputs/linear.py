# SPDX-License-Identifier: MIT
"""A brief as blocks in reading order: what every form but paper is written from.

An argument is a heading; its answers are a list below it, each answer one step deeper than what it answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dissoi.briefing.content import Brief, Held, Point, Proof, Stand, Talk, Term
from dissoi.briefing.front import NO_MEANING, STANCES, UNNAMED, UNSTATED
from dissoi.briefing.options import LINEAR_SECTIONS, WHOLE, Options, Section
from dissoi.briefing.outputs.by_side import missing
from dissoi.briefing.outputs.elements import (
    Lead,
    as_items,
    below_heading,
    bold,
    heading,
    italic,
    item,
    paragraph,
    plain,
)
from dissoi.briefing.outputs.ends import gaps, opening, sources
from dissoi.briefing.outputs.wording import SIDES
from dissoi.briefing.speeches import (
    FLOORS,
    NO_CLAIM,
    NOT_IN_FORMAT,
    foreign_told,
    strays_of,
    time_told,
    told_of,
)
from dissoi.dossier.debate import in_minutes
from dissoi.dossier.prose import Block, BlockKind, Blocks, Span
from dissoi.dossier.records import EvidenceKind, Side
from dissoi.dossier.sides import relation_told

_UNFOUND = "not in the article as it stands"
_UNCONFIRMED = "changed with the article, to be confirmed"


def linear(brief: Brief, options: Options = WHOLE) -> Blocks:
    """The brief with the sections that were chosen, in their order."""
    return tuple(_parts(brief, options))


def _parts(brief: Brief, options: Options) -> Iterator[Block]:
    yield from opening(brief)
    for part in options.sections or LINEAR_SECTIONS:
        yield from _part(part, brief, options.sides.chosen)
    yield from gaps(brief)


def _part(part: Section, brief: Brief, sides: Sequence[Side]) -> Iterator[Block]:
    match part:
        case Section.BACKGROUND:
            yield from _background(brief.background)
        case Section.DEFINITIONS:
            yield from _terms(brief.terms)
        case Section.SPEECHES:
            yield from _speeches(brief)
        case Section.ARGUMENTS:
            yield from missing(brief, ())
            for stand in brief.stands:
                yield from _stand(stand, sides)
        case Section.SOURCES:
            yield from sources(brief)


def _background(blocks: Blocks) -> Iterator[Block]:
    if not blocks:
        return
    yield heading(2, "Background")
    yield from below_heading(blocks, 2)


def _terms(terms: Sequence[Term]) -> Iterator[Block]:
    if terms:
        yield heading(2, "Definitions")
    for each in terms:
        meaning = each.meaning or (paragraph(italic(NO_MEANING)),)
        # What is no paragraph, such as the first item of a list, is none behind the term either.
        beside = meaning[0].spans if meaning[0].kind is BlockKind.PARAGRAPH else ()
        yield item(1, "•", bold(f"{each.term or UNNAMED}: "), *beside)
        yield from as_items(meaning[1:] if beside else meaning, 2)


def _speeches(brief: Brief) -> Iterator[Block]:
    if not brief.has_speeches:
        return
    yield heading(2, f"Speaking order: {brief.debate.name}" if brief.debate else "Speaking order")
    ours = [talk for talk in brief.talks if talk.speech is not None]
    for number, talk in enumerate(ours, 1):
        yield from _talk(talk, f"{number}.")
    strays = strays_of(brief.talks)
    if strays:
        yield paragraph(italic(f"{NOT_IN_FORMAT}:"))
    for talk in strays:
        yield from _talk(talk, "•")
    for each in told_of(brief):
        yield paragraph(plain(each))


def _talk(talk: Talk, marker: str) -> Iterator[Block]:
    """A speech as an item, with what it says as a list below it."""
    told, speech = talk.name, talk.speech
    if speech is not None:
        turn = f" ({speech.speaker})" if speech.speaker else ""
        told = f"{speech.name}{turn}, {FLOORS[speech.side]}: {in_minutes(speech.minutes)}"
    named = (bold(f" – {talk.speaker}"),) if talk.speaker else ()
    yield item(1, marker, plain(told), *named)
    for said in talk.said:
        time = f" ({in_minutes(said.seconds / 60)})"
        yield item(
            2,
            "•",
            bold(f"{said.reference} "),
            plain(f"{said.claim or NO_CLAIM}{foreign_told(said)}{time}"),
        )
    if talk.said:
        yield item(2, "•", italic(time_told(talk)))
    if talk.note:
        yield item(2, "•", plain(talk.note))


def _stand(stand: Stand, sides: Sequence[Side]) -> Iterator[Block]:
    yield heading(2, f"{stand.number}. {stand.statement or UNSTATED}")
    for stance, word in STANCES:
        held = [each for each in stand.holders if each.stance is stance]
        if held:
            yield paragraph(bold(f"{word}: "), plain("; ".join(map(_holder, held))))
    for side in sides:
        yield heading(3, SIDES[side])
        points = stand.of(side)
        if not points:
            yield paragraph(italic("No arguments yet."))
        for point in points:
            yield from _answer(point) if point.depth else _argument(point)


def _holder(held: Held) -> str:
    role = f" ({held.role})" if held.role else ""
    return f"{held.name}{role}{_sign(held.source)}"


def _sign(source: int | None) -> str:
    """The number of a source where sources are listed."""
    return f" [{source}]" if source else ""


def _argument(point: Point) -> Iterator[Block]:
    yield heading(4, f"{point.number} {point.claim or NO_CLAIM}")
    yield Lead(spans=(italic(f"Weight {point.weight} of 5"),))
    yield from below_heading(point.reasoning, 4)
    for proof in point.proofs:
        yield Block(kind=BlockKind.QUOTE, spans=_quoted(proof))
        yield paragraph(plain(_cite(proof)))
    if point.impact:
        yield paragraph(bold("So what: "), plain(point.impact))


def _answer(point: Point) -> Iterator[Block]:
    depth = point.depth
    yield item(
        depth,
        "•",
        bold(f"{point.number} {SIDES[point.side]}, {relation_told(point.relation, point.number)}: "),
        plain(point.claim) if point.claim else italic(NO_CLAIM),
    )
    yield from as_items(point.reasoning, depth + 1)
    for proof in point.proofs:
        yield item(depth + 1, "•", *_quoted(proof), plain(f" {_cite(proof)}"))
    if point.impact:
        yield item(depth + 1, "•", bold("So what: "), plain(point.impact))


def _quoted(proof: Proof) -> tuple[Span, ...]:
    """The words in their marks; where they are cut, what is read aloud is bold."""
    return tuple(Span(text=each.text, bold=each.read) for each in proof.quoted)


def _cite(proof: Proof) -> str:
    where = ", ".join(filter(None, [proof.cite, proof.publisher, proof.paragraphs]))
    sort = "" if proof.sort is EvidenceKind.QUOTATION else f" ({proof.sort.value})"
    trouble = _UNFOUND if not proof.found else "" if proof.confirmed else _UNCONFIRMED
    return f"— {where}{sort}{_sign(proof.source)}" + (f" – {trouble}" if trouble else "")
