# SPDX-License-Identifier: MIT
"""The history of a file as a person looks through it: what was done to what, and what there was then."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from dissoi.dossier.change import difference
from dissoi.identity import now
from dissoi.storage import database as sqlite
from dissoi.storage.encoding import Fields, before
from dissoi.storage.file import Commit, Head, read, save_copy
from dissoi.storage.history import dossier_at

OPENED = "Open Earlier Version"
"""The label of the change by which a copy became an earlier version."""
PAUSE = timedelta(minutes=2)
"""Changes of the same records that follow each other within it, as typing makes them, are one version."""
LONGEST = timedelta(minutes=10)
"""What goes on for longer is several versions, so that an hour of typing can be gone back into."""
_NONSENSE = (ValueError, LookupError, TypeError, AttributeError)
"""What a damaged history raises."""

_WORDS: Mapping[str, str] = {
    "position": "statement",
    "article": "title",
    "argument": "claim",
    "definition": "term",
    "crossquestion": "question",
    "speech": "speech",
    "evidence": "",
    "assignment": "",
    "passage": "exact",
    "format": "name",
    "question": "text",
}
"""By which field a record is named, the most telling kinds first; "" where its argument names it."""
_KINDS = tuple(_WORDS)


class Version(NamedTuple):
    """The dossier as the change number `sequence` left it.

    `words` are those of what that was done to, such as a claim, as they were then. The last three fields
    count what the dossier had.
    """

    sequence: int
    time: datetime
    label: str
    who: str
    words: str
    positions: int
    arguments: int
    articles: int


class _Done(NamedTuple):
    """A version, and the ids of the records that its change was about."""

    version: Version
    changed: frozenset[str]

    def follows(self, earlier: _Done) -> bool:
        """Whether this went on with what `earlier` did."""
        mine, other = self.version, earlier.version
        same = (mine.label, mine.who, self.changed) == (other.label, other.who, earlier.changed)
        return same and mine.time - other.time <= PAUSE


def versions(path: Path) -> tuple[Version, ...]:
    """What can be gone back to, the newest first; it ends where the history is damaged.

    Raises a `StorageError` when the file cannot be read.
    """
    found: list[_Done] = []
    wanted = "SELECT sequence, time, label, who, differences FROM change ORDER BY sequence DESC"
    with sqlite.reading(path) as database:
        bodies = database.execute("SELECT id, body FROM record").fetchall()
        with suppress(*_NONSENSE):
            records = {key: json.loads(body) for key, body in bodies}
            for done in _done(records, database.execute(wanted)):
                found.append(done)  # noqa: PERF402 - what was found is kept when the next is damaged
    return _joined(found)


def copy_earlier(path: Path, sequence: int, target: Path) -> Head:
    """Write the dossier as a change left it to a new file, with its files and its history.

    Raises a `StorageError`, also when there is a file at `target`.
    """
    contents = read(path)
    earlier = dossier_at(path, sequence)
    change = difference(contents.dossier, earlier, OPENED)
    return save_copy(contents.head, target, earlier, [Commit(change, now())] if change else ())


def _done(records: Mapping[str, Fields], rows: Iterable[tuple[Any, ...]]) -> Iterator[_Done]:
    """Each change, the last first; `records` are those that it left."""
    there = Counter(fields["kind"] for fields in records.values())
    for sequence, time, label, who, written in rows:
        differences = json.loads(written)
        counts = there["position"], there["argument"], there["article"]
        words = _words(differences, records)
        version = Version(sequence, datetime.fromisoformat(time), label, who, words, *counts)
        yield _Done(version, frozenset(differences))
        earlier = before(records, differences)
        there.subtract(records[key]["kind"] for key in differences if key in records)
        there.update(earlier[key]["kind"] for key in differences if key in earlier)
        records = earlier


def _joined(found: Sequence[_Done]) -> tuple[Version, ...]:
    """The versions, the newest first as in `found`, without those that were only on the way to the next.

    They are counted from the oldest on: what is written later leaves the earlier ones as they were.
    """
    kept: list[Version] = []
    first = last = None
    for done in reversed(found):
        time = done.version.time
        if first is not None and last is not None and done.follows(last) and time - first <= LONGEST:
            kept[-1] = done.version
        else:
            kept.append(done.version)
            first = time
        last = done
    return tuple(reversed(kept))


def _words(differences: Mapping[str, Mapping[str, Any]], records: Mapping[str, Fields]) -> str:
    """The words of the most telling record that was changed; of several, of one under no other."""
    changed = {key: records.get(key) or each["before"] for key, each in differences.items()}

    def rank(fields: Fields) -> tuple[int, bool]:
        return _KINDS.index(fields["kind"]), fields.get("parent") in changed

    named = (_name(fields, records) for fields in sorted(changed.values(), key=rank))
    return next(filter(None, named), "")


def _name(fields: Fields, records: Mapping[str, Fields]) -> str:
    if field := _WORDS[fields["kind"]]:
        return str(fields[field])
    return str(records.get(fields["argument"], {}).get("claim", ""))
