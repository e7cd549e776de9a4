# SPDX-License-Identifier: MIT
"""Words what the checks found, a line for each kind of gap, and knows where each line leads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from dissoi.dossier.records import RecordId
from dissoi.gui.outline.outline import CheckLine
from dissoi.reasoning.checks import Finding, Gap

_WORDS = {
    Gap.NO_QUESTION: ("The question is not asked yet", "The question is not asked yet"),
    Gap.PASSAGE_NOT_FOUND: ("1 passage not found", "{0} passages not found"),
    Gap.PASSAGE_TO_CONFIRM: ("1 passage to confirm", "{0} passages to confirm"),
    Gap.EMPTY_CLAIM: ("1 argument has no claim yet", "{0} arguments have no claim yet"),
    Gap.UNANSWERED_ATTACK: ("1 attack is unanswered", "{0} attacks are unanswered"),
    Gap.CLAIM_WITHOUT_EVIDENCE: ("1 argument lacks evidence", "{0} arguments lack evidence"),
    Gap.ONE_SIDED_POSITION: ("1 position lacks a side", "{0} positions lack a side"),
    Gap.SPEECH_OVER_TIME: ("1 speech is over its time", "{0} speeches are over their time"),
    Gap.ARGUMENT_OF_OTHER_SIDE: (
        "1 argument is in a speech of the other side",
        "{0} arguments are in speeches of the other side",
    ),
    Gap.INCOMPLETE_CITATION: ("1 cite is incomplete", "{0} cites are incomplete"),
}
"""Gaps shown in the outline; answers without evidence are left to the command line's longer list."""


def check_lines(findings: Sequence[Finding]) -> list[CheckLine]:
    """A line for each kind of gap that was found."""
    counts = Counter(finding.gap for finding in findings)
    return [CheckLine(gap.value, _worded(gap, counts[gap])) for gap in _WORDS if counts[gap]]


def _worded(gap: Gap, count: int) -> str:
    one, many = _WORDS[gap]
    return QCoreApplication.translate("checks", one if count == 1 else many).format(count)


def next_after(findings: Sequence[Finding], key: str, last: RecordId | None) -> Finding | None:
    """The finding of kind `key` behind the one about `last`; from the last one back to the first."""
    of_kind = [finding for finding in findings if finding.gap.value == key]
    if not of_kind:
        return None
    records = [finding.record for finding in of_kind]
    place = records.index(last) + 1 if last in records else 0
    return of_kind[place % len(of_kind)]
