# SPDX-License-Identifier: MIT
"""The labels of passages: their signs, names and keys, for the article, the menus and the list alike."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from dissoi.dossier.records import Label


class Labelling(NamedTuple):
    """A label; `sign` stands beside its passages, `digit` is its key, and `menu` its name in menus."""

    label: Label
    digit: str
    sign: str
    menu: str

    @property
    def name(self) -> str:
        """The label in words."""
        return _tr(self.menu).replace("&", "")

    @property
    def kind(self) -> str:
        """What the article asks for when this label is wanted."""
        return f"label-{self.label.value}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("labels", text)


LABELLINGS = (
    Labelling(Label.CLAIM, "1", "C", "&Claim"),
    Labelling(Label.EVIDENCE, "2", "E", "&Evidence"),
    Labelling(Label.DEFINITION, "3", "D", "&Definition"),
    Labelling(Label.HOLDER, "4", "H", "Position &holder"),
    Labelling(Label.DOUBTFUL, "5", "?", "Do&ubtful"),
    Labelling(Label.NONE, "0", "", "&No label"),
)
"""In the order in which they are shown."""

_BY_LABEL = {each.label: each for each in LABELLINGS}
_BY_KIND = {each.kind: each for each in LABELLINGS}


def labelling_of(label: Label) -> Labelling:
    """How a label is shown."""
    return _BY_LABEL[label]


def labelling_for(kind: str) -> Labelling | None:
    """The label that the article asks for by `kind`, if it is one."""
    return _BY_KIND.get(kind)
