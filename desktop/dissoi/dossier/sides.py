# SPDX-License-Identifier: MIT
"""Whose words an argument is: the side towards the position that it speaks for, as every reader is shown it.

`Argument.side` is relative to the parent. What is against an argument of one side speaks for the other side,
what is for it speaks for the same: the answer of pro to an attack of con on an argument of pro is pro's.
"""

from __future__ import annotations

from collections.abc import Mapping

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Argument, Position, RecordId, Side

_MOST_PARTS = 7
"""Numbers of more parts are not said again in words."""

_LAST_PARTS = 2


def side_below(above: Side, relation: Side) -> Side:
    """The side that speaks in an answer that is for (`pro`) or against (`con`) something of `above`."""
    return above if relation is Side.PRO else above.other


def side_of(dossier: Dossier, argument: RecordId) -> Side:
    """The side towards its position that an argument speaks for."""
    node = dossier.get(Argument, argument)
    side = node.side
    while (above := dossier.find(Argument, node.parent)) is not None:
        side = side_below(side, above.side)
        node = above
    return side


def sides_in(dossier: Dossier, position: Position) -> Mapping[RecordId, Side]:
    """The side that each argument of a position speaks for, by its id, in the order of the tree."""
    sides: dict[RecordId, Side] = {}
    for node in dossier.tree_of(position.id):
        sides[node.id] = side_below(sides.get(node.parent, Side.PRO), node.side)
    return sides


def relation_told(relation: Side, number: str) -> str:
    """How the answer of a number stands to what it answers: "answers +1", "supports +1.1"."""
    above = number.rpartition(".")[0]
    word = "answers" if relation is Side.CON else "supports"
    return f"{word} {above if above.count('.') < _MOST_PARTS else 'the one above'}"


def shortened_number(number: str, most: int, word: str = "level") -> str:
    """The number of an argument; of more than `most` parts how many they are, and the last: "level 8 …2.1".

    Those of an argument, its answer and its neighbour differ, however deep they are. `word` is for a level.
    """
    parts = number.split(".")
    return number if len(parts) <= most else f"{word} {len(parts)} …{'.'.join(parts[-_LAST_PARTS:])}"


def tagged(side: Side, number: str) -> str:
    """The number of an argument with the side that speaks: "+2", "− CON +2.1".

    The number of an answer begins with the sign of the tree it stands in, which need not be that of its side.
    """
    return f"{side.sign} {side.upper()} {number}" if "." in number else number


def number_of(dossier: Dossier, argument: RecordId) -> str:
    """The number of an argument, as `tagged`."""
    return tagged(side_of(dossier, argument), dossier.number_of(argument))


def reference_of(dossier: Dossier, argument: RecordId) -> str:
    """The number of an argument, with that of its position where there are several, as `tagged`."""
    return tagged(side_of(dossier, argument), dossier.reference_to(argument))
