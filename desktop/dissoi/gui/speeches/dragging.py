# SPDX-License-Identifier: MIT
"""What is dragged from speech to speech: an argument, and the speech that it was said in."""

from __future__ import annotations

import json
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from dissoi.dossier.records import RecordId
from dissoi.dossier.speech_plan import SpeechName
from dissoi.gui.editor.card_dragging import ARGUMENT_TYPE, dragged_argument

MIME = "application/x-dissoi-planned"
TYPES = (MIME, ARGUMENT_TYPE)
"""What can be dropped on a plan."""


@dataclass(frozen=True)
class Dragged:
    """An argument on its way; `source` is None when no speech says it yet."""

    argument: RecordId
    source: SpeechName | None = None

    def data(self) -> QMimeData:
        """What Qt carries from one tree to the other; `dragged_in` reads it."""
        named = [self.source.name, self.source.nth] if self.source else []
        carried = QMimeData()
        carried.setData(MIME, json.dumps([self.argument, *named]).encode())
        return carried


def dragged_in(carried: QMimeData) -> Dragged | None:
    """What Qt carries, if it is an argument of a speech plan or a card of the window."""
    if card := dragged_argument(carried):
        return Dragged(card)
    try:
        argument, *named = json.loads(bytes(carried.data(MIME).data()))
        return Dragged(RecordId(str(argument)), SpeechName(str(named[0]), int(named[1])) if named else None)
    except (ValueError, TypeError, IndexError):
        return None
