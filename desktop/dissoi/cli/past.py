# SPDX-License-Identifier: MIT
"""What was done to a dossier and when: what `dissoi history` prints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dissoi.cli.speaking import printable

if TYPE_CHECKING:
    from dissoi.storage.history import Entry


def history_text(entries: Sequence[Entry]) -> str:
    """A line for each change, newest first, in the time of this place."""
    return "".join(f"{_line(each)}\n" for each in reversed(entries))


def history_data(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """The same for programs, newest first; times are as the file has them."""
    return [
        {
            "number": each.sequence,
            "time": each.time.isoformat(),
            "label": each.label,
            "who": each.who,
            "records": each.count,
        }
        for each in reversed(entries)
    ]


def _line(entry: Entry) -> str:
    time = entry.time.astimezone().strftime("%Y-%m-%d %H:%M:%S")
    by = f", by {printable(entry.who)}" if entry.who else ""
    records = "1 record" if entry.count == 1 else f"{entry.count} records"
    return f"{time}: {printable(entry.label)}{by} ({records})."
