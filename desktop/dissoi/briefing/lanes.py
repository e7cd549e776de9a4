# SPDX-License-Identifier: MIT
"""What stands on a flow sheet: a column for each speech, a row for each line of argument.

Arguments stand in the column of the speech that they are planned for. Claims that are planned for no speech
with a column stand in that of the first speech of their side, on every sheet alike; so what answers them goes
beside, and none is left out. Answers that are planned for such a speech stand in the next column of who gives
it, the last if there is none, with the name of the speech.

A row is one line of argument: an answer stands beside what it answers, and what does not answer one another
shares no row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

from dissoi.briefing.content import Brief, Point, Stand, Talk
from dissoi.dossier.debate import Floor, Speech, SpeechKind
from dissoi.dossier.records import Side
from dissoi.dossier.sides import tagged

_MOST_COLUMNS = 8
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

    @property
    def told(self) -> str:
        """What is to be told of its speech; "" where it stands in that speech's column."""
        return f"planned for {self.speech}" if self.speech else ""


class Lane(NamedTuple):
    """A column: the speech, whose it is, the claims that stand in it beforehand, and who gives it.

    Once rows are given, the claim of each row, or None.
    """

    name: str
    floor: Floor
    seeds: Sequence[Seed | None] = ()
    speaker: str = ""

    @property
    def head(self) -> str:
        """Whose speech it is, by sign, and its name."""
        return f"{_SIGN[self.floor]} {self.name}"


def flows_of(brief: Brief) -> Sequence[Stand]:
    """What a flow is made for: each position, or the question while there are none."""
    return brief.stands or (Stand("", "", brief.question, (), (), ()),)


def lanes_of(brief: Brief, stand: Stand, rows: int, *, seeded: bool) -> list[Lane]:
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
