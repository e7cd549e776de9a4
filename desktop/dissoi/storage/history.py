# SPDX-License-Identifier: MIT
"""The history that a dossier's file keeps: what was done, and the dossier as it was at any time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dissoi.dossier.dossier import Dossier
from dissoi.storage import database as sqlite
from dissoi.storage.encoding import Fields, before, to_json
from dissoi.storage.errors import DamagedError, UnknownVersionError
from dissoi.storage.file import dossier_of


@dataclass(frozen=True)
class Entry:
    """One change in a file's history. `count` is how many records it added, altered or removed."""

    sequence: int
    time: datetime
    label: str
    who: str
    count: int


def history(path: Path) -> tuple[Entry, ...]:
    """All changes from the file's creation on, which is number 1. Raises a `StorageError`."""
    wanted = """SELECT sequence, time, label, who, (SELECT count(*) FROM json_each(differences))
      FROM change ORDER BY sequence"""
    with sqlite.reading(path) as database:
        rows = database.execute(wanted).fetchall()
    try:
        return tuple(Entry(row[0], datetime.fromisoformat(row[1]), *row[2:]) for row in rows)
    except ValueError as error:
        raise DamagedError(path, str(error)) from error


def dossier_at(path: Path, sequence: int) -> Dossier:
    """The dossier as the change of this number left it: all later ones are taken back, last first.

    Raises a `StorageError`.
    """
    later = "SELECT differences FROM change WHERE sequence > ? ORDER BY sequence DESC"
    with sqlite.reading(path) as database:
        if database.execute("SELECT 1 FROM change WHERE sequence = ?", (sequence,)).fetchone() is None:
            raise UnknownVersionError(path)
        bodies = database.execute("SELECT id, body FROM record").fetchall()
        changes = [differences for (differences,) in database.execute(later, (sequence,))]
    return dossier_of(path, _rows_before(path, dict(bodies), changes))


def _rows_before(path: Path, bodies: Mapping[str, str], changes: list[str]) -> list[tuple[str, str]]:
    """Ids and bodies of the records before `changes`, which are given last first."""
    try:
        records: Mapping[str, Fields] = {key: json.loads(body) for key, body in bodies.items()}
        for differences in changes:
            records = before(records, json.loads(differences))
        return [(key, to_json(fields)) for key, fields in records.items()]
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise DamagedError(path, str(error)) from error
