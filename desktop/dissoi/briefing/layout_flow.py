# SPDX-License-Identifier: MIT
"""The layout `flow`: a landscape sheet for each position, a column for each speech, to take notes on.

Arguments stand in the column of the speech that they are planned for. Claims that are planned for no speech
with a column stand in that of the first speech of their side, on every sheet alike; so what answers them goes
beside, and none is left out. Answers that are planned for such a speech stand in the next column of who gives
it, the last if there is none, with the name of the speech.

A row is one line of argument: an answer stands beside what it answers, and what does not answer one another
shares no row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

from dissoi.briefing.content import Brief, Point, Stand, Talk
from dissoi.briefing.desk import Desk
from dissoi.briefing.fonts import Cut, Family
from dissoi.briefing.front import UNSTATED
from dissoi.briefing.lines import BLACK
from dissoi.briefing.pages import Page, Press
from dissoi.briefing.paper import MM, Format, Paper
from dissoi.briefing.rows import Mark, RuleMark, height_of, marks_of
from dissoi.briefing.structure import Part, Role
from dissoi.briefing.styles import HAIR, HEAD, Style, grey
from dissoi.dossier.debate import Floor, Speech, SpeechKind
from dissoi.dossier.records import Side
from dissoi.dossier.sides import tagged

_MARGIN = 10 * MM
_TOP = 26.0
_ROW = 34 * MM
_MOST_COLUMNS = 8
_PAD = 4.0
_HEAD: Final = Style(Family.SANS, 8, 10, Cut.BOLD, role=Role.H2)
_NARROW_HEAD: Final = _HEAD._replace(size=6.5, leading=7)
_SPEAKER: Final = Style(Family.SANS, 7.5, 9, ink=grey(0.35))
_PLANNED: Final = Style(Family.SANS, 7, 9, Cut.ITALIC, ink=grey(0.35))
_SEED: Final = Style(Family.SERIF, 8.5, 11, after=2, hyphenated=True)
_BLANK: Final = (
    ("Constructive", Floor.PRO),
    ("Constructive", Floor.CON),
    ("Rebuttal", Floor.PRO),
    ("Rebuttal", Floor.CON),
    ("Summary", Floor.PRO),
    ("Summary", Floor.CON),
)
"""The columns where no format was chosen."""
_SIGN = {Floor.PRO: "+", Floor.CON: "−", Floor.BOTH: "±"}


class Seed(NamedTuple):
    """A claim that stands on the sheet beforehand, with its number, the side of an answer, and its id.

    `speech` is what it is planned for, if that has no column.
    """

    number: str
    claim: str
    record: str
    speech: str = ""


class Lane(NamedTuple):
    """A column: the speech, whose it is, the claims that stand in it beforehand, and who gives it.

    Once rows are given, the claim of each row, or None.
    """

    name: str
    floor: Floor
    seeds: Sequence[Seed | None] = ()
    speaker: str = ""


def flow_format(paper: Paper) -> Format:
    """The sheet laid on its side, with narrow margins."""
    on_its_side = Paper(paper.name, max(paper.width, paper.height), min(paper.width, paper.height))
    return Format(on_its_side, inner=_MARGIN, outer=_MARGIN, top=_MARGIN, bottom=_MARGIN)


def set_flow(brief: Brief, desk: Desk, on_page: Callable[[], None]) -> list[Page]:
    """A flow for each position, over as many sheets as its claims need; one blank flow without positions."""
    press = Press(desk.format, on_page)
    rows = int((desk.format.height - _TOP) // _ROW)
    for stand in brief.stands or (Stand("", "", brief.question, (), (), ()),):
        lanes = _lanes(brief, stand, rows, seeded=desk.options.seeded)
        sheets = max(1, *(-(-len(lane.seeds) // rows) for lane in lanes))
        for sheet in range(sheets):
            part = [lane._replace(seeds=lane.seeds[sheet * rows :][:rows]) for lane in lanes]
            press.turn("")
            press.place(list(_sheet(desk, stand, part, rows)))
    return press.pages


def _lanes(brief: Brief, stand: Stand, rows: int, *, seeded: bool) -> list[Lane]:
    """The columns of a position with all that stands in them, on however many sheets of so many rows."""
    lanes = _seeded(brief, stand)
    return _in_rows(stand, lanes, rows) if seeded else [lane._replace(seeds=()) for lane in lanes]


def _in_rows(stand: Stand, lanes: Sequence[Lane], rows: int) -> list[Lane]:
    """The columns with each answer in the row of what it answers.

    Arguments stand in the order in which they are said. One with its answers keeps to one sheet if it can.
    """
    places: dict[str, list[tuple[int, Seed]]] = {}
    for place, lane in enumerate(lanes):
        for seed in filter(None, lane.seeds):
            places.setdefault(seed.record, []).append((place, seed))
    said = {record: at for at, record in enumerate(places)}
    cells: dict[tuple[int, int], Seed] = {}
    top = 0
    for tree in sorted(_trees(stand), key=lambda tree: said.get(tree[0].record, len(said))):
        found = _rows_of(tree, places)
        high = 1 + max((row for _, row in found), default=-1)
        if top % rows + high > rows >= high:
            top += rows - top % rows
        cells |= {(place, top + row): seed for (place, row), seed in found.items()}
        top += high
    return [
        lane._replace(seeds=[cells.get((place, row)) for row in range(top)])
        for place, lane in enumerate(lanes)
    ]


def _trees(stand: Stand) -> Iterator[list[Point]]:
    """Each argument with its answers behind it."""
    tree: list[Point] = []
    for point in chain(stand.pro, stand.con):
        if tree and not point.depth:
            yield tree
            tree = []
        tree.append(point)
    if tree:
        yield tree


def _rows_of(
    tree: Sequence[Point], places: Mapping[str, Sequence[tuple[int, Seed]]]
) -> dict[tuple[int, int], Seed]:
    """By column and row, counted from 0, what stands there of an argument and its answers."""
    found: dict[tuple[int, int], Seed] = {}
    row_of: dict[str, int] = {}
    for point in tree:
        seeds = places.get(point.record, ())
        row = row_of.get(point.number.rpartition(".")[0], 0)
        while any((place, row) in found for place, _ in seeds):
            row += 1
        row_of[point.number] = row
        for place, seed in seeds:
            # What is said twice in a speech stands there twice.
            free = row
            while (place, free) in found:
                free += 1
            found[place, free] = seed
    return found


def _seeded(brief: Brief, stand: Stand) -> list[Lane]:
    talks = _columns(brief)
    lanes = [_planned(talk, speech, stand) for talk in talks if (speech := talk.speech)]
    lanes = lanes or [Lane(name, floor) for name, floor in _BLANK]
    for place, seed in list(_without_column(brief, stand, talks, lanes)):
        lanes[place] = lanes[place]._replace(seeds=(*lanes[place].seeds, seed))
    planned = {seed.record for lane in lanes for seed in lane.seeds if seed}
    for side in Side:
        place = _first_of(lanes, side)
        others = [
            Seed(point.number, point.claim, point.record)
            for point in stand.arguments(side)
            if point.record not in planned
        ]
        lanes[place] = lanes[place]._replace(seeds=(*lanes[place].seeds, *others))
    return lanes


def _planned(talk: Talk, speech: Speech, stand: Stand) -> Lane:
    """The column of a speech with what is planned for it, as far as its side is printed."""
    printed = _speakers(stand)
    seeds = [
        Seed(tagged(printed[said.number], said.number), said.claim, said.record)
        for said in talk.said
        if said.stand == stand.number and said.number in printed
    ]
    return Lane(speech.name, speech.side, seeds, talk.speaker or speech.speaker)


def _speakers(stand: Stand) -> dict[str, Side]:
    """For the number of each argument that is printed, the side that it speaks for."""
    return {point.number: point.side for root in Side for point in stand.of(root)}


def _without_column(
    brief: Brief, stand: Stand, columns: Sequence[Talk], lanes: Sequence[Lane]
) -> Iterator[tuple[int, Seed]]:
    """Answers that are planned for speeches without a column, each with the column that it is put into."""
    speakers = _speakers(stand)
    claims = {point.record for side in Side for point in stand.arguments(side)}
    passed = 0
    for talk in brief.talks:
        if any(talk is column for column in columns):
            passed += 1
            continue
        for said in talk.said:
            speaker = speakers.get(said.number) if said.stand == stand.number else None
            if speaker is None or said.record in claims:
                continue
            # A speech that the format does not have stands nowhere in its order.
            after = passed if talk.speech is not None else len(lanes)
            yield (
                _next_of(lanes, _floor_of(talk, speaker), after),
                Seed(tagged(speaker, said.number), said.claim, said.record, talk.name),
            )


def _floor_of(talk: Talk, speaker: Side) -> Floor:
    """Whose a speech is; where both have the word, or nobody knows, that of the side of what is said."""
    if talk.speech is None or talk.speech.side is Floor.BOTH:
        return Floor(speaker.value)
    return talk.speech.side


def _next_of(lanes: Sequence[Lane], floor: Floor, after: int) -> int:
    """The place of the first column of a side from `after` on, else of its last, else of the last of all."""
    places = [place for place, lane in enumerate(lanes) if lane.floor is floor]
    return next((place for place in places if place >= after), places[-1] if places else len(lanes) - 1)


def _first_of(lanes: Sequence[Lane], side: Side) -> int:
    """The place of the first speech of a side; of the first of all where it has none of its own."""
    return next((place for place, lane in enumerate(lanes) if lane.floor == Floor(side.value)), 0)


def _columns(brief: Brief) -> Sequence[Talk]:
    """The speeches that get a column: the times of questions only where there is room for all."""
    every = [talk for talk in brief.talks if talk.speech is not None]
    if len(every) > _MOST_COLUMNS:
        every = [each for each in every if each.speech and each.speech.kind is not SpeechKind.CROSSFIRE]
    return every[:_MOST_COLUMNS]


def _sheet(desk: Desk, stand: Stand, lanes: Sequence[Lane], rows: int) -> Iterator[Mark]:
    layout = desk.format
    wide = layout.width / len(lanes)
    label = f"{stand.number}  {stand.statement or UNSTATED}" if stand.number else stand.statement
    head = desk.line(label, HEAD._replace(size=10, leading=12, cut=Cut.BOLD, ink=BLACK), 0, layout.width)
    yield head._replace(part=Part(Role.H1))
    style = _head_style(desk, lanes, wide - 2 * _PAD)
    for place, lane in enumerate(lanes):
        yield from _lane_head(desk, lane, style, place * wide + _PAD, wide - 2 * _PAD)
        yield from _lane(desk, lane, place * wide, wide, first=not place)
    for row in range(1, rows):
        y = _TOP + 12 + row * _ROW
        yield RuleMark(0, y, layout.width, y, 0.3, grey(0.75))


def _head_style(desk: Desk, lanes: Sequence[Lane], wide: float) -> Style:
    """The type of the names of speeches: small enough for two lines where one does not hold each of them."""
    runs = ([desk.run(_head_of(lane), _HEAD)] for lane in lanes)
    return _NARROW_HEAD if any(len(desk.setter.lines(each, wide)) > 1 for each in runs) else _HEAD


def _head_of(lane: Lane) -> str:
    return f"{_SIGN[lane.floor]} {lane.name}"


def _lane_head(desk: Desk, lane: Lane, style: Style, x: float, wide: float) -> list[Mark]:
    """The name of a speech, right above the rules of its column."""
    galley = desk.galley(wide)
    galley.text([desk.run(_head_of(lane), style)], style, at_most=2)
    return marks_of(galley.rows, x, _TOP + 2 - height_of(galley.rows))


def _lane(desk: Desk, lane: Lane, x: float, wide: float, *, first: bool) -> Iterator[Mark]:
    speaker = desk.line(lane.speaker, _SPEAKER, x + _PAD, wide - 2 * _PAD)
    yield speaker._replace(y=speaker.y + _TOP + 6)
    for y in {Floor.PRO: (1.0,), Floor.CON: (0.0, 2.0), Floor.BOTH: ()}[lane.floor]:
        weight = 1.6 if lane.floor is Floor.PRO else 0.6
        yield RuleMark(x + _PAD, _TOP + 3 + y, x + wide - _PAD, _TOP + 3 + y, weight)
    if not first:
        yield RuleMark(x, _TOP - 4, x, desk.format.height, 0.5, HAIR)
    for row, seed in enumerate(lane.seeds):
        if seed is None:
            continue
        galley = desk.galley(wide - 2 * _PAD)
        galley.shows(seed.record)
        number = desk.run(f"{seed.number} ", _SEED, bold=True)
        most = int((_ROW - 14) // _SEED.leading)
        most -= bool(seed.speech)
        galley.text([number, desk.run(seed.claim, _SEED)], _SEED, at_most=most)
        if seed.speech:
            galley.text([desk.run(f"planned for {seed.speech}", _PLANNED)], _PLANNED, at_most=1)
        lower = 4 if lane.speaker and not row else 0
        yield from marks_of(galley.rows, x + _PAD, _TOP + 16 + row * _ROW + lower)
