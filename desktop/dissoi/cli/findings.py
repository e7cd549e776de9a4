# SPDX-License-Identifier: MIT
"""The gaps of a dossier as text for a terminal: what `dissoi check` prints."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from dissoi.cli.outline import claim_of, numbered, statement_of
from dissoi.cli.speaking import printable
from dissoi.dossier.citation import short_cite
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Article, Passage, Position, RecordId
from dissoi.reasoning.checks import Finding, Gap

_HEADINGS = {
    Gap.NO_QUESTION: "No question",
    Gap.PASSAGE_NOT_FOUND: "Passages not found in their article",
    Gap.PASSAGE_TO_CONFIRM: "Passages whose words changed with their article, to be confirmed",
    Gap.EMPTY_CLAIM: "Arguments without a claim",
    Gap.UNANSWERED_ATTACK: "Unanswered attacks",
    Gap.CLAIM_WITHOUT_EVIDENCE: "Claims without evidence",
    Gap.ONE_SIDED_POSITION: "Positions argued from one side only",
    Gap.INCOMPLETE_CITATION: "Incomplete citations",
    Gap.ANSWER_WITHOUT_EVIDENCE: "Answers without evidence",
}
_NO_GAPS = "No gaps found.\n"


def findings_text(dossier: Dossier, found: tuple[Finding, ...]) -> str:
    """The findings grouped by kind, one a line."""
    lines = _lines_of_arguments(dossier)
    groups = (
        (gap, [_line(dossier, lines, finding) for finding in group])
        for gap, group in groupby(found, key=lambda finding: finding.gap)
    )
    parts = (f"{_HEADINGS[gap]} ({len(group)})\n" + "".join(group) for gap, group in groups)
    return "\n".join(parts) or _NO_GAPS


def _lines_of_arguments(dossier: Dossier) -> Mapping[RecordId, str]:
    """How a line names each argument: "Position 2, −1: Its claim"."""
    return {
        argument.id: f"Position {place}, {number}: {claim_of(argument)}"
        for place, position in enumerate(dossier.positions, 1)
        for argument, number in numbered(dossier, position)
    }


def _line(dossier: Dossier, arguments: Mapping[RecordId, str], finding: Finding) -> str:
    record = dossier.records.get(finding.record)
    if finding.gap is Gap.NO_QUESTION:
        text = "The question of the debate is not asked yet."
    elif isinstance(record, Passage):
        source = short_cite(dossier.get(Article, record.article))
        was = f", was “{printable(record.was)}”" if finding.gap is Gap.PASSAGE_TO_CONFIRM else ""
        text = f"“{printable(record.exact)}” ({source}{was})"
    elif isinstance(record, Article):
        text = f"{short_cite(record)}: no {_row(finding.parts, 'and no')}"
    elif isinstance(record, Position):
        number, lacking = dossier.number_of(record.id), _row(finding.parts, "and no")
        text = f"Position {number}, no {lacking} argument: {statement_of(record)}"
    else:
        text = arguments[finding.record]
    return f"  {printable(text)}\n"


def _row(words: tuple[str, ...], joint: str) -> str:
    """Words in a row: "a, b and no c"."""
    *head, last = words
    return f"{', '.join(head)} {joint} {last}" if head else last
