# SPDX-License-Identifier: MIT
"""The gaps of a dossier in words, as the command line and the last page of a brief list them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.numbering import numbered
from dissoi.dossier.records import Article, Passage, Position, SpeechPlan
from dissoi.dossier.sides import sides_in, tagged
from dissoi.reasoning.checks import Finding, Gap, gaps

_HEADINGS: Mapping[Gap, str] = {
    Gap.NO_QUESTION: "No question",
    Gap.PASSAGE_NOT_FOUND: "Passages not found in their article",
    Gap.PASSAGE_TO_CONFIRM: "Passages whose words changed with their article, to be confirmed",
    Gap.EMPTY_CLAIM: "Arguments without a claim",
    Gap.UNANSWERED_ATTACK: "Unanswered attacks",
    Gap.CLAIM_WITHOUT_EVIDENCE: "Claims without evidence",
    Gap.ONE_SIDED_POSITION: "Positions argued from one side only",
    Gap.SPEECH_OVER_TIME: "Speeches over their time",
    Gap.ARGUMENT_OF_OTHER_SIDE: "Arguments planned for a speech of the other side",
    Gap.INCOMPLETE_CITATION: "Incomplete citations",
    Gap.ANSWER_WITHOUT_EVIDENCE: "Answers without evidence",
}


class Lacking(NamedTuple):
    """All gaps of one kind: what the kind is called, and a line for each."""

    heading: str
    lines: tuple[str, ...]


def open_gaps(dossier: Dossier) -> tuple[Lacking, ...]:
    """All that a dossier lacks, in words."""
    return in_words(dossier, gaps(dossier))


def in_words(dossier: Dossier, found: Sequence[Finding]) -> tuple[Lacking, ...]:
    """The findings grouped by kind, in their order."""
    wording = _Wording(dossier)
    return tuple(
        Lacking(_HEADINGS[gap], tuple(map(wording.line, group)))
        for gap, group in groupby(found, key=lambda finding: finding.gap)
    )


class _Wording:
    """Names the records of a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        sides = {key: side for each in dossier.positions for key, side in sides_in(dossier, each).items()}
        self._arguments = {
            argument.id: f"Position {place}, {tagged(sides[argument.id], number)}: "
            + (argument.claim.strip() or "(no claim yet)")
            for place, position in enumerate(dossier.positions, 1)
            for argument, number in numbered(dossier, position)
        }

    def line(self, finding: Finding) -> str:
        """One gap in a line."""
        record = self._dossier.records.get(finding.record)
        if finding.gap is Gap.NO_QUESTION:
            return "The question of the debate is not asked yet."
        if isinstance(record, Passage):
            was = f", was “{record.was}”" if finding.gap is Gap.PASSAGE_TO_CONFIRM else ""
            return f"“{' '.join(record.exact.split())}” ({self._dossier.cite_of(record.article)}{was})"
        if isinstance(record, Article):
            return f"{self._dossier.cite_of(record.id)}: no {_row(finding.parts)}"
        if isinstance(record, Position):
            number = self._dossier.number_of(record.id)
            statement = record.statement.strip() or "(no statement yet)"
            return f"Position {number}, no {_row(finding.parts)} argument: {statement}"
        if isinstance(record, SpeechPlan):
            name = f"{record.speech} ({record.nth})" if record.nth > 1 else record.speech
            used, allowed = finding.parts
            return f"{name}: {used} of {allowed}"
        where = f" (in {finding.parts[0]})" if finding.gap is Gap.ARGUMENT_OF_OTHER_SIDE else ""
        return self._arguments[finding.record] + where


def _row(words: Sequence[str]) -> str:
    """Words in a row: "a, b and no c"."""
    *head, last = words
    return f"{', '.join(head)} and no {last}" if head else last
