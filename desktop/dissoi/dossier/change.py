# SPDX-License-Identifier: MIT
"""What differs between two dossiers, by record id: what undo keeps, the file appends and views redraw."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from dissoi.dossier.dossier import Dossier, Record
from dissoi.dossier.records import RecordId


class Difference(NamedTuple):
    """A record before and after; None where it did not or does not exist."""

    before: Record | None
    after: Record | None


class Change(NamedTuple):
    """All that one edit, undo or redo did. `who` names its author in the file's history."""

    label: str
    differences: Mapping[RecordId, Difference]
    who: str = ""

    def __bool__(self) -> bool:
        return bool(self.differences)

    def inverse(self) -> Change:
        """The change that takes this one back."""
        turned = {
            key: Difference(before=each.after, after=each.before) for key, each in self.differences.items()
        }
        return Change(self.label, MappingProxyType(turned), self.who)

    def then(self, later: Change) -> Change:
        """This change and `later` as one, under this one's label; what cancels out is left out."""
        joined = dict(self.differences)
        for key, each in later.differences.items():
            first = joined[key].before if key in joined else each.before
            joined[key] = Difference(before=first, after=each.after)
        kept = {key: each for key, each in joined.items() if each.before != each.after}
        return Change(self.label, MappingProxyType(kept), self.who)

    def applied_to(self, dossier: Dossier) -> Dossier:
        """`dossier` with this change made."""
        gone = [key for key, each in self.differences.items() if each.after is None]
        there = [each.after for each in self.differences.values() if each.after is not None]
        kept = dossier.without(gone) if gone else dossier
        return kept.with_records(*there) if there else kept


def difference(before: Dossier, after: Dossier, label: str = "", who: str = "") -> Change:
    """What differs between two dossiers."""
    found: dict[RecordId, Difference] = {}
    for key, record in after.records.items():
        old = before.records.get(key)
        if old is not record and old != record:
            found[key] = Difference(old, record)
    if len(after.records) != len(before.records) + sum(1 for d in found.values() if not d.before):
        for key, record in before.records.items():
            if key not in after.records:
                found[key] = Difference(record, None)
    return Change(label, MappingProxyType(found), who)
