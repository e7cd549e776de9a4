# SPDX-License-Identifier: MIT
"""What a user can do with an argument and all below it: take it to another position, or a copy of it."""

from __future__ import annotations

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import LAST, Edit, move_argument
from dissoi.dossier.ordering import order_at
from dissoi.dossier.records import Argument, NewId, Position, RecordId
from dissoi.dossier.sides import side_of


def move_to_position(argument: RecordId, position: RecordId) -> Edit:
    """Move an argument with its answers to the end of the same side of a position.

    An answer becomes an argument of its own, on the side on which it stood.
    """

    def run(dossier: Dossier) -> Dossier:
        dossier.get(Position, position)
        side = side_of(dossier, argument)
        return move_argument(argument, position, side).run(dossier)

    return Edit("Move to Position", run)


def copy_to_position(argument: RecordId, position: RecordId, new_id: NewId) -> Edit:
    """Copy an argument with its answers and their evidence to the end of the same side of a position.

    What is planned for speeches, and questions for crossfire, stay with what was copied.
    """
    ids: dict[RecordId, RecordId] = {}

    def id_for(original: RecordId) -> RecordId:
        """The id of a copy: the same whenever the edit is run."""
        if original not in ids:
            ids[original] = new_id()
        return ids[original]

    def run(dossier: Dossier) -> Dossier:
        dossier.get(Position, position)
        node, side = dossier.get(Argument, argument), side_of(dossier, argument)
        order = order_at(dossier.arguments_of(position, side), LAST)
        update = {"id": id_for(argument), "parent": position, "side": side, "order": order}
        copies = {argument: node.model_copy(update=update)}
        for below in dossier.tree_of(argument):
            update = {"id": id_for(below.id), "parent": copies[below.parent].id}
            copies[below.id] = below.model_copy(update=update)
        evidence = [
            item.model_copy(update={"id": id_for(item.id), "argument": copy.id})
            for original, copy in copies.items()
            for item in dossier.evidence_of(original)
        ]
        return dossier.with_records(*copies.values(), *evidence)

    return Edit("Copy to Position", run)
