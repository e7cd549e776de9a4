# SPDX-License-Identifier: MIT
"""The choices about a brief that its layout understands, as controls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from dissoi.briefing.options import WHOLE, Choice, Options, PaperName, fitting, sections_of, understood
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import RecordId
from dissoi.gui.brief.choices import words_for
from dissoi.gui.form_combo import FormCombo
from dissoi.gui.plain_rows import PlainRows
from dissoi.gui.plain_words import plain_words

_KEY = Qt.ItemDataRole.UserRole
_MOST_ROWS = 12
_LONGEST_NAME = 200
"""Characters of whoever makes a brief that can be typed."""


class TickList(QListWidget):
    """Lines that are ticked, and dragged or moved with Alt and the arrow keys where `ordered`."""

    ticked = Signal()

    def __init__(self, parent: QWidget, *, ordered: bool) -> None:
        super().__init__(parent)
        self._filling = False
        self.setItemDelegate(PlainRows(self))
        self.setHorizontalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )  # long lines end in an ellipsis
        if ordered:
            self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.itemChanged.connect(self._tell)
        self.model().rowsMoved.connect(self._tell)

    def fill(self, lines: Sequence[tuple[str, str, bool]]) -> None:
        """Show lines: the value each stands for, its text, and whether it is ticked."""
        self._filling = True
        self.clear()
        for value, text, on in lines:
            item = QListWidgetItem(text, self)
            item.setData(_KEY, value)
            item.setToolTip(plain_words(text))
            item.setFlags(
                Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsDragEnabled
            )
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self._filling = False
        self._fit()

    def _fit(self) -> None:
        """Be as high as the lines, up to so many; only then are they scrolled through."""
        heights = [self.sizeHintForRow(row) for row in range(min(self.count(), _MOST_ROWS))]
        self.setFixedHeight(sum(heights or [20]) + 2 * self.frameWidth() + 2)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()  # before, lines are measured without the window's style

    def chosen(self) -> tuple[str, ...]:
        """The values of the lines that are ticked, in order."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(each.data(_KEY) for each in items if each.checkState() is Qt.CheckState.Checked)

    def _tell(self, item: object = None, *_: object) -> None:
        if self._filling:
            return
        if isinstance(item, QListWidgetItem) and not self.chosen():
            item.setCheckState(Qt.CheckState.Checked)  # none at all would be no brief
            return
        self.ticked.emit()


class ChoicesPanel(QWidget):
    """Shows `Options`; `chosen` carries them once one was changed.

    `made_by` is the field for who makes the brief: above the choices, and the same for all layouts.
    `laid_out` tells that its rows want another height.
    """

    chosen = Signal(object)
    laid_out = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._options = WHOLE
        self._dossier = Dossier()
        self._shown: tuple[object, ...] = ()
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(12, 4, 12, 8)
        self._rows.setVerticalSpacing(5)
        self.controls: dict[str, QWidget] = {}
        self.made_by = self._name_field()
        self._rows.addRow(self.tr("Made by"), self.made_by)

    def _name_field(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setMaxLength(_LONGEST_NAME)
        field.setAccessibleName(self.tr("Made by"))
        field.setPlaceholderText(self.tr("Nobody named"))
        told = self.tr(
            "Your name, for the briefs of all dossiers: printed beside the date, and the author of files"
        )
        field.setToolTip(told)
        return field

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # New rows count only once Qt has shown them, which is after they were made.
        if event.type() == QEvent.Type.LayoutRequest:
            self.laid_out.emit()
        return done

    def show_name(self, name: str) -> None:
        """Show who makes the brief. What is being typed stays as it is."""
        if self.made_by.text() != name and not self.made_by.hasFocus():
            self.made_by.setText(name)

    def show_options(self, options: Options, dossier: Dossier) -> None:
        """Show what is chosen, with a control for each choice that the layout understands."""
        self._options, self._dossier = options, dossier
        names = tuple((each.id, each.statement) for each in dossier.positions)
        if (options, names) != self._shown:
            self._shown = (options, names)
            self._build()

    def _build(self) -> None:
        while self._rows.rowCount() > 1:  # the name stays
            self._rows.removeRow(1)
        self.controls.clear()
        heeded = understood(self._options.layout)
        for choice in Choice:
            if choice in heeded:
                self._add(choice.value)
        self._limit()

    def _limit(self) -> None:
        """Offer a booklet only where there is paper to fold one from."""
        booklet = self.controls.get(Choice.BOOKLET)
        if isinstance(booklet, QCheckBox):
            is_foldable = self._options.paper is not PaperName.A5
            booklet.setEnabled(is_foldable)
            booklet.setChecked(self._options.booklet)
            told = self.tr("A booklet is folded from A4 or Letter sheets: choose one of them.")
            booklet.setToolTip("" if is_foldable else told)

    def _add(self, name: str) -> None:
        usual = getattr(WHOLE, name)
        label = words_for(name)
        if isinstance(usual, bool):
            self._rows.addRow("", self._keep(name, label, self._check_box(name, label)))
        elif isinstance(usual, StrEnum):
            self._rows.addRow(label, self._keep(name, label, self._combo(name, type(usual))))
        elif name == Choice.SECTIONS:
            self._rows.addRow(label, self._keep(name, label, self._sections()))
        elif name == Choice.POSITIONS and len(self._dossier.positions) > 1:
            self._rows.addRow(label, self._keep(name, label, self._positions()))

    def _keep(self, name: str, label: str, control: QWidget) -> QWidget:
        control.setObjectName(name)
        control.setAccessibleName(label)
        self.controls[name] = control
        return control

    def _choose(self, name: str, value: Any) -> None:
        # What does not go with it goes at once: controls made anew would end the one that is telling this.
        options = fitting(replace(self._options, **{name: value}))
        if options != self._options:
            self._options = options
            # The controls show it already.
            self._shown = (options, *self._shown[1:])
            self._limit()
            self.chosen.emit(options)

    def _check_box(self, name: str, label: str) -> QCheckBox:
        box = QCheckBox(label, self)
        box.setChecked(getattr(self._options, name))
        box.toggled.connect(lambda on: self._choose(name, on))
        return box

    def _combo(self, name: str, kind: type[StrEnum]) -> QComboBox:
        combo = FormCombo(self)
        for each in kind:
            combo.addItem(words_for(name, each.value), each)
        if name == Choice.PAPER:
            combo.setToolTip(self.tr("Of PDF and Word files, and of web pages when they are printed"))
        combo.setCurrentIndex(list(kind).index(getattr(self._options, name)))
        combo.currentIndexChanged.connect(lambda place: self._choose(name, list(kind)[place]))
        return combo

    def _sections(self) -> TickList:
        has = sections_of(self._options.layout)
        chosen = self._options.sections or has
        shown = (*chosen, *(each for each in has if each not in chosen))
        ticks = TickList(self, ordered=True)
        ticks.fill([(each.value, words_for(Choice.SECTIONS, each.value), each in chosen) for each in shown])
        ticks.setToolTip(self.tr("Tick what is to be printed; drag it to where it is to stand"))

        def choose() -> None:
            sections = tuple(type(has[0])(value) for value in ticks.chosen())
            self._choose(Choice.SECTIONS, () if sections == has else sections)

        ticks.ticked.connect(choose)
        return ticks

    def _positions(self) -> TickList:
        positions = self._dossier.positions
        chosen = set(self._options.positions) or {each.id for each in positions}
        ticks = TickList(self, ordered=False)
        ticks.fill(
            [
                (each.id, f"{number}  {each.statement or self.tr('Not stated yet')}", each.id in chosen)
                for number, each in enumerate(positions, 1)
            ]
        )

        def choose() -> None:
            ids = tuple(RecordId(value) for value in ticks.chosen())
            self._choose(Choice.POSITIONS, () if len(ids) == len(positions) else ids)

        ticks.ticked.connect(choose)
        return ticks
