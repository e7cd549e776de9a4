# SPDX-License-Identifier: MIT
"""What of a dossier the interchange form can say."""

from __future__ import annotations

from collections.abc import Sequence

from dissoi.dossier.dossier import Dossier, Record
from dissoi.dossier.ordering import key_between
from dissoi.dossier.records import (
    Argument,
    Article,
    Assignment,
    CrossQuestion,
    Definition,
    Evidence,
    Position,
)

Ordered = Article | Position | Definition | Argument | Evidence | CrossQuestion | Assignment


def sayable(dossier: Dossier) -> Dossier:
    """The same dossier with siblings keyed in a row: lists keep order, not keys."""
    groups: list[Sequence[Ordered]] = [
        dossier.articles,
        dossier.positions,
        dossier.definitions,
    ]
    groups += [dossier.arguments_of(record) for record in dossier.records]
    groups += [dossier.evidence_of(record) for record in dossier.records]
    groups += [dossier.questions_about(record) for record in dossier.records]
    groups += [dossier.assignments_in(record) for record in dossier.records]
    changed: list[Record] = [dossier.question]
    for group in groups:
        key = ""
        for record in group:
            key = key_between(key)
            changed.append(record.model_copy(update={"order": key}))
    return dossier.with_records(*changed)
