# SPDX-License-Identifier: MIT
"""A brief as blocks in reading order: what every form but paper is written from.

An argument is a heading; its answers are a list below it, each answer one step deeper than what it answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dissoi.briefing.authorship import made_told
from dissoi.briefing.back import NO_GAPS
from dissoi.briefing.content import Brief, Held, OpenGaps, Point, Proof, Source, Stand, Talk, Term
from dissoi.briefing.front import NO_MEANING, STANCES, UNASKED, UNNAMED, UNSTATED
from dissoi.briefing.options import LINEAR_SECTIONS, WHOLE, Options, Section
from dissoi.briefing.outputs.wording import SIDES
from dissoi.briefing.speeches import (
    FLOORS,
    NO_CLAIM,
    NOT_IN_FORMAT,
    foreign_told,
    pace_told,
    strays_of,
    time_told,
    told_of,
)
from dissoi.dossier.debate import in_minutes
from dissoi.dossier.markup_settling import safe_link
from dissoi.dossier.prose import MAX_LEVEL, Block, BlockKind, Blocks, Span
from dissoi.dossier.records import EvidenceKind, Side
from dissoi.dossier.sides import relation_told

_UNFOUND = "not in the article as it stands"
_UNCONFIRMED = "changed with the article, to be confirmed"


def linear(brief: Brief, options: Options = WHOLE) -> Blocks:
    """The brief with the sections that were chosen, in their order."""
    return tuple(_parts(brief, options))


def _parts(brief: Brief, options: Options) -> Iterator[Block]:
    yield _heading(1, brief.question or UNASKED)
    if made := made_told(brief):
        yield _paragraph(_italic(made))
    for part in options.sections or LINEAR_SECTIONS:
        yield from _part(part, brief, options.sides.chosen)
    yield from _gaps(brief.gaps)


def _part(part: Section, brief: Brief, sides: Sequence[Side]) -> Iterator[Block]:
    match part:
        case Section.BACKGROUND:
            yield from _background(brief.background)
        case Section.DEFINITIONS:
            yield from _terms(brief.terms)
        case Section.SPEECHES:
            yield from _speeches(brief)
        case Section.ARGUMENTS:
            for stand in brief.stands:
                yield from _stand(stand, sides)
        case Section.SOURCES:
            yield from _sources("Sources", brief.sources)
            yield from _sources("Also read", brief.also_read)


def _background(blocks: Blocks) -> Iterator[Block]:
    if not blocks:
        return
    yield _heading(2, "Background")
    for block in blocks:
        yield _deeper(block, 2) if block.kind is BlockKind.HEADING else block


def _terms(terms: Sequence[Term]) -> Iterator[Block]:
    if terms:
        yield _heading(2, "Definitions")
    for each in terms:
        meaning = each.meaning or (_paragraph(_italic(NO_MEANING)),)
        # What is no paragraph, such as the first item of a list, is none behind the term either.
        beside = meaning[0].spans if meaning[0].kind is BlockKind.PARAGRAPH else ()
        yield _item(1, "•", _bold(f"{each.term or UNNAMED}: "), *beside)
        yield from _as_items(meaning[1:] if beside else meaning, 2)


def _speeches(brief: Brief) -> Iterator[Block]:
    if not brief.has_speeches:
        return
    yield _heading(2, f"Speaking order: {brief.debate.name}" if brief.debate else "Speaking order")
    ours = [talk for talk in brief.talks if talk.speech is not None]
    for number, talk in enumerate(ours, 1):
        yield from _talk(talk, f"{number}.")
    strays = strays_of(brief.talks)
    if strays:
        yield _paragraph(_italic(f"{NOT_IN_FORMAT}:"))
    for talk in strays:
        yield from _talk(talk, "•")
    told = told_of(brief.debate) if brief.debate else ()
    for each in filter(None, [*told, pace_told(brief)]):
        yield _paragraph(Span(text=each))


def _talk(talk: Talk, marker: str) -> Iterator[Block]:
    """A speech as an item, with what it says as a list below it."""
    told, speech = talk.name, talk.speech
    if speech is not None:
        turn = f" ({speech.speaker})" if speech.speaker else ""
        told = f"{speech.name}{turn}, {FLOORS[speech.side]}: {in_minutes(speech.minutes)}"
    named = (_bold(f" – {talk.speaker}"),) if talk.speaker else ()
    yield _item(1, marker, Span(text=told), *named)
    for said in talk.said:
        time = f" ({in_minutes(said.seconds / 60)})"
        yield _item(
            2,
            "•",
            _bold(f"{said.reference} "),
            Span(text=f"{said.claim or NO_CLAIM}{foreign_told(said)}{time}"),
        )
    if talk.said:
        yield _item(2, "•", _italic(time_told(talk)))
    if talk.note:
        yield _item(2, "•", Span(text=talk.note))


def _stand(stand: Stand, sides: Sequence[Side]) -> Iterator[Block]:
    yield _heading(2, f"{stand.number}. {stand.statement or UNSTATED}")
    for stance, word in STANCES:
        held = [each for each in stand.holders if each.stance is stance]
        if held:
            yield _paragraph(_bold(f"{word}: "), Span(text="; ".join(map(_holder, held))))
    for side in sides:
        yield _heading(3, SIDES[side])
        points = stand.of(side)
        if not points:
            yield _paragraph(_italic("No arguments yet."))
        for point in points:
            yield from _answer(point) if point.depth else _argument(point)


def _holder(held: Held) -> str:
    role = f" ({held.role})" if held.role else ""
    return f"{held.name}{role}{_sign(held.source)}"


def _sign(source: int | None) -> str:
    """The number of a source where sources are listed."""
    return f" [{source}]" if source else ""


def _argument(point: Point) -> Iterator[Block]:
    yield _heading(4, f"{point.number} {point.claim or NO_CLAIM}")
    yield _paragraph(_italic(f"Weight {point.weight} of 5"))
    for block in point.reasoning:
        yield _deeper(block, 4) if block.kind is BlockKind.HEADING else block
    for proof in point.proofs:
        yield Block(kind=BlockKind.QUOTE, spans=_quoted(proof))
        yield _paragraph(Span(text=_cite(proof)))
    if point.impact:
        yield _paragraph(_bold("So what: "), Span(text=point.impact))


def _answer(point: Point) -> Iterator[Block]:
    depth = point.depth
    yield _item(
        depth,
        "•",
        _bold(f"{point.number} {SIDES[point.side]}, {relation_told(point.relation, point.number)}: "),
        Span(text=point.claim) if point.claim else _italic(NO_CLAIM),
    )
    yield from _as_items(point.reasoning, depth + 1)
    for proof in point.proofs:
        yield _item(depth + 1, "•", *_quoted(proof), Span(text=f" {_cite(proof)}"))
    if point.impact:
        yield _item(depth + 1, "•", _bold("So what: "), Span(text=point.impact))


def _quoted(proof: Proof) -> tuple[Span, ...]:
    """The words in their marks; where they are cut, what is read aloud is bold."""
    return tuple(Span(text=each.text, bold=each.read) for each in proof.quoted)


def _cite(proof: Proof) -> str:
    where = ", ".join(filter(None, [proof.cite, proof.publisher, proof.paragraphs]))
    sort = "" if proof.sort is EvidenceKind.QUOTATION else f" ({proof.sort.value})"
    trouble = _UNFOUND if not proof.found else "" if proof.confirmed else _UNCONFIRMED
    return f"— {where}{sort}{_sign(proof.source)}" + (f" – {trouble}" if trouble else "")


def _sources(title: str, sources: Sequence[Source]) -> Iterator[Block]:
    if sources:
        yield _heading(2, title)
    for source in sources:
        spans = tuple(map(_safe, source.cite)) or (Span(text="Untitled"),)
        lacking = f" Not given: {', '.join(source.lacking)}." if source.lacking else ""
        marker = f"{source.number}." if source.number is not None else "•"
        yield _item(1, marker, *spans, *((_italic(lacking),) if lacking else ()))


def _safe(span: Span) -> Span:
    return span.model_copy(update={"link": safe_link(span.link)}) if span.link else span


def _gaps(gaps: Sequence[OpenGaps] | None) -> Iterator[Block]:
    if gaps is None:
        return
    yield _heading(2, "Open gaps")
    if not gaps:
        yield _paragraph(_italic(NO_GAPS))
    for each in gaps:
        yield _heading(3, each.heading)
        yield from (_item(1, "•", Span(text=line)) for line in each.lines)


def _heading(level: int, text: str) -> Block:
    return Block(kind=BlockKind.HEADING, level=level, spans=(Span(text=text),))


def _paragraph(*spans: Span) -> Block:
    return Block(spans=spans)


def _item(level: int, marker: str, *spans: Span) -> Block:
    return Block(kind=BlockKind.ITEM, level=min(level, MAX_LEVEL), marker=marker, spans=_spoken(spans))


def _as_items(blocks: Iterable[Block], level: int) -> Iterator[Block]:
    """What a user wrote, below an item. A rule, which would end the list, is left out."""
    return (_as_item(block, level) for block in blocks if block.kind is not BlockKind.RULE)


def _as_item(block: Block, level: int) -> Block:
    """A block of what a user wrote, in its place below an item; its own depth is added."""
    deeper = level + block.level - 1 if block.kind is BlockKind.ITEM else level
    return _item(deeper, block.marker or "•", *block.spans)


def _deeper(heading: Block, by: int) -> Block:
    return heading.model_copy(update={"level": min(MAX_LEVEL, heading.level + by)})


def _spoken(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(span for span in spans if span.text)


def _bold(text: str) -> Span:
    return Span(text=text, bold=True)


def _italic(text: str) -> Span:
    return Span(text=text, italic=True)
