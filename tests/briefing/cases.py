# SPDX-License-Identifier: MIT
"""Dossiers small enough to be read in a test."""

from __future__ import annotations

from dissoi.dossier.dossier import Dossier, Record
from dissoi.dossier.passages import quoted
from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import (
    QUESTION_ID,
    Argument,
    Article,
    Author,
    Definition,
    Evidence,
    EvidenceKind,
    Holder,
    Position,
    Question,
    RecordId,
    Side,
    Stance,
)

PRO, CON = Side.PRO, Side.CON


def rid(name: str) -> RecordId:
    return RecordId(name)


def place(name: str) -> str:
    """A key that sorts as `name` does; keys end with no 0."""
    return f"{name}1"


def question(text: str = "Should the bridge be closed?", background: str = "") -> Question:
    return Question(id=QUESTION_ID, text=text, background=background)


def position(name: str, statement: str = "", *holders: Holder) -> Position:
    return Position(id=rid(name), statement=statement, holders=holders, order=place(name))


def argument(
    name: str,
    parent: str,
    side: Side = PRO,
    claim: str = "",
    *,
    reasoning: str = "",
    impact: str = "",
    weight: int = 3,
) -> Argument:
    return Argument(
        id=rid(name),
        parent=rid(parent),
        side=side,
        claim=claim,
        reasoning=reasoning,
        impact=impact,
        weight=weight,
        order=place(name),
    )


REPORT = Article(
    id=rid("report"),
    title="Steel and salt",
    authors=(Author(name="Ana Ruiz", credentials="bridge engineer"),),
    publisher="City Works",
    published="2024-03-05",
    url="https://example.org/steel?id=1&page=2",
    accessed="2025-01-02",
    blocks=(
        plain_block("The north cable has lost 31 % of its section. “Nobody knows” how long it will hold."),
    ),
    order="1",
)
LETTER = Article(
    id=rid("letter"),
    title="We need the road",
    publisher="Ferry Street Traders",
    blocks=(plain_block("Half of our customers come over the bridge. No ferry replaces it."),),
    order="2",
)
UNUSED = Article(id=rid("unused"), title="Bridges of the north", publisher="Atlas", order="3")


def evidence(name: str, of: str, *passages: str, sort: EvidenceKind = EvidenceKind.QUOTATION) -> Evidence:
    found = tuple(rid(each) for each in passages)
    return Evidence(id=rid(name), argument=rid(of), passages=found, sort=sort, order=place(name))


def bridge() -> Dossier:
    """Two positions, five arguments, two levels of answers, three quotations, three articles."""
    section = quoted(REPORT, "The north cable has lost 31 % of its section.", rid("section"))
    nobody = quoted(REPORT, "“Nobody knows” how long it will hold.", rid("nobody"))
    half = quoted(LETTER, "Half of our customers come over the bridge.", rid("half"))
    mayor = Holder(name="Mayor Okoye", role="elected 2023", passage=half.id)
    traders = Holder(name="Ferry Street Traders", stance=Stance.AGAINST)
    records: list[Record] = [
        question(background="The bridge is *ninety* years old.\n\n- It carries trams.\n- It rusts."),
        Definition(id=rid("d1"), term="Closed", meaning="Open to nobody but inspectors.", order="1"),
        REPORT,
        LETTER,
        UNUSED,
        section,
        nobody,
        half,
        position("p1", "Close it now", mayor, traders),
        argument("a1", "p1", PRO, "It may fall", reasoning="A cable is **gone**.", impact="Lives.", weight=5),
        argument("a2", "p1", PRO, "Repair is cheaper when empty"),
        argument(
            "a3", "p1", CON, "The east side depends on it", reasoning="See [map](https://example.org/m)."
        ),
        argument("b1", "a1", CON, "Inspectors watch it daily", impact="No surprise is likely."),
        argument("b2", "a1", PRO, "The other cable is as old"),
        argument("c1", "b1", CON, "Watching does not hold it up", reasoning="Rust is inside."),
        evidence("e1", "a1", "section", "nobody", sort=EvidenceKind.STATISTIC),
        evidence("e2", "a3", "half"),
        evidence("e3", "c1", "nobody"),
        position("p2", "Close it at night"),
    ]
    return Dossier.of(records)


def deep(levels: int, side: Side = CON) -> Dossier:
    """An argument with an answer to an answer to an answer, or with supports, `levels` deep."""
    answers = [
        argument(f"a{n:03}", f"a{n - 1:03}", side, f"Answer number {n}", reasoning="For this reason.")
        for n in range(1, levels + 1)
    ]
    return Dossier.of(
        [question(), position("p", "Down we go"), argument("a000", "p", PRO, "The first claim"), *answers]
    )
