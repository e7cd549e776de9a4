# SPDX-License-Identifier: MIT
"""The numbers of all arguments of a position at once; `Dossier.number_of` tells the number of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Argument, Position, RecordId


def numbered(dossier: Dossier, position: Position) -> Iterator[tuple[Argument, str]]:
    """The arguments of a position in order, each with the number that `Dossier.number_of` gives it."""
    numbers: dict[RecordId, str] = {}
    count: Counter[str] = Counter()
    for argument in dossier.tree_of(position.id):
        sign = argument.side.sign
        above = numbers[argument.parent] + "." if argument.parent in numbers else sign
        count[above] += 1
        numbers[argument.id] = f"{above}{count[above]}"
        yield argument, numbers[argument.id]
