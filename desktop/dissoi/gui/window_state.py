# SPDX-License-Identifier: MIT
"""The status line: what is saved, and how much there is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Evidence, Side
from dissoi.storage.saver import Saving


def tr(text: str) -> str:
    """`text` in the reader's language."""
    return QCoreApplication.translate("status", text)


def saving_text(saving: Saving) -> str:
    """What is said of saving."""
    texts = {
        Saving.SAVED: tr("All changes saved"),
        Saving.PENDING: tr("Saving…"),
        Saving.FAILED: tr("Changes not saved"),
    }
    return texts[saving]


def counts(dossier: Dossier) -> str:
    """How many positions, arguments of each side and passages in use there are."""
    positions = len(dossier.positions)
    top = [node for each in dossier.positions for node in dossier.arguments_of(each.id)]
    pro = sum(1 for node in top if node.side is Side.PRO)
    linked = {passage for item in dossier.all(Evidence) for passage in item.passages}
    parts = (
        tr("1 position") if positions == 1 else tr("{0} positions").format(positions),
        tr("{0} pro, {1} con").format(pro, len(top) - pro),
        tr("1 passage in use") if len(linked) == 1 else tr("{0} passages in use").format(len(linked)),
    )
    return "  ·  ".join(parts)


def no_position(dossier: Dossier) -> str:
    """What to do when an argument has no position to go to."""
    if dossier.positions:
        return tr("Choose a position first: the argument goes to the one that is shown.")
    return tr("Add a position first, with the + beside the tabs or Ctrl+Shift+N.")
