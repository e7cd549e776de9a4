# SPDX-License-Identifier: MIT
"""The pane that shows the brief as it will be printed, with the choices about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIntValidator, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dissoi.briefing.options import LayoutName, Options
from dissoi.briefing.preview import Sheets
from dissoi.dossier.dossier import Dossier
from dissoi.gui.brief.choices import words_for
from dissoi.gui.brief.choices_panel import ChoicesPanel
from dissoi.gui.brief.pages_view import PagesView
from dissoi.gui.brief.thumbnails import Thumbnails
from dissoi.gui.theme import Colours, scroll_style
from dissoi.storage.settings import PageFit

ROOM_FOR_THUMBNAILS = 560
"""Pixels of width from which small pages are shown beside the large ones, unless they were put away."""

_ARROW = 44
"""Pixels of a box with a list beside its words."""


class PreviewPane(QWidget):
    """Shows `Sheets` and `Options`. Its signals say what is wanted; it sets nothing itself."""

    layout_chosen = Signal(str)
    options_chosen = Signal(object)
    export_wanted = Signal()
    print_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._wanted_thumbnails = True
        self.view = PagesView(self)
        self.thumbnails = Thumbnails(self)
        self.choices = ChoicesPanel(self)
        self.layouts = self._combo()
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setContentsMargins(12, 6, 12, 6)
        self.told.hide()
        self.setMinimumWidth(320)
        self.setAutoFillBackground(True)
        self._arrange()
        self.dress(colours)
        self._connect()

    def dress(self, colours: Colours) -> None:
        """Be in these colours."""
        for area in (self.view, self.thumbnails):
            area.set_ground(QColor(colours.window if colours.dark else colours.border))
        areas: tuple[QAbstractScrollArea, ...] = (self.view, self.thumbnails, self._shelf)
        for each in areas:
            each.verticalScrollBar().setStyleSheet(scroll_style(colours))

    def _combo(self) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(self.tr("Layout"))
        combo.setToolTip(self.tr("Layout"))
        combo.setMinimumContentsLength(5)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        combo.setMaximumWidth(220)
        for each in LayoutName:
            combo.addItem(words_for("layout", each.value), each.value)
        return combo

    def _button(
        self, sign: str, tip: str, run: Callable[[], object], *, checkable: bool = False
    ) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setAutoRaise(True)
        button.setCheckable(checkable)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(lambda _checked: run())
        return button

    def _arrange(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._top())
        self._second = QHBoxLayout()
        self._second.setSpacing(4)
        self._second.addStretch()
        rows.addLayout(self._second)
        self._shelf = QScrollArea(self)
        self._shelf.setWidget(self.choices)
        self._shelf.setWidgetResizable(True)
        self._shelf.setFrameShape(QFrame.Shape.NoFrame)
        self._shelf.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shelf.hide()
        rows.addWidget(self._shelf)
        rows.addWidget(self.told)
        halves = QHBoxLayout()
        halves.setSpacing(0)
        halves.addWidget(self.thumbnails)
        halves.addWidget(self.view, 1)
        rows.addLayout(halves, 1)
        rows.addLayout(self._foot())

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(8, 6, 6, 6)
        row.setSpacing(4)
        row.addWidget(self.layouts, 1)
        self.more = self._button(
            self.tr("Choices ▾"), self.tr("What is printed"), self._show_choices, checkable=True
        )
        row.addWidget(self.more)
        row.addStretch()
        export = self._button(self.tr("Export…"), self.tr("Export the brief"), self.export_wanted.emit)
        printing = self._button(self.tr("Print…"), self.tr("Print the brief"), self.print_wanted.emit)
        self._uses = (export, printing)
        shut = self._button("✕", self.tr("Close the preview (Escape)"), self.close_wanted.emit)
        self._buttons = (self.more, *self._uses, shut)
        for button in self._buttons[1:]:
            row.addWidget(button)
        self._first = row
        return row

    def _fit_top(self) -> None:
        """Give what is done with a brief a row of its own where the names of layouts would be cut else."""
        names = (self.layouts.itemText(place) for place in range(self.layouts.count()))
        letters = self.layouts.fontMetrics()
        needed = max(map(letters.horizontalAdvance, names)) + _ARROW
        room = (
            self.width() - sum(each.sizeHint().width() + self._first.spacing() for each in self._buttons) - 14
        )
        is_narrow = room < needed
        if is_narrow == (self._second.indexOf(self._uses[0]) >= 0):
            return
        for place, button in enumerate(self._uses):
            (self._first if is_narrow else self._second).removeWidget(button)
            if is_narrow:
                self._second.addWidget(button)
            else:
                self._first.insertWidget(3 + place, button)
        self._second.setContentsMargins(8, 0, 6, 4 if is_narrow else 0)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(6, 3, 6, 3)
        row.setSpacing(2)
        self.strip = self._button("▥", self.tr("Small pages"), self._toggle_thumbnails, checkable=True)
        row.addWidget(self.strip)
        row.addStretch(1)
        row.addWidget(self._button("‹", self.tr("Page before (Left)"), partial(self._turn, -1)))
        self.number = QLineEdit(self)
        self._numbers = QIntValidator(1, 1, self.number)
        self.number.setValidator(self._numbers)
        self.number.setAccessibleName(self.tr("Page"))
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setFixedWidth(self.number.fontMetrics().horizontalAdvance("00000") + 14)
        self.count = QLabel(self)
        row.addWidget(self.number)
        row.addWidget(self.count)
        row.addWidget(self._button("›", self.tr("Next page (Right)"), partial(self._turn, 1)))
        row.addStretch(1)
        row.addWidget(self._button("−", self.tr("Smaller (Ctrl+−)"), partial(self.view.zoom_by, -1)))
        self.zoom = QLabel(self)
        self.zoom.setAccessibleName(self.tr("Zoom"))
        row.addWidget(self.zoom)
        row.addWidget(self._button("+", self.tr("Larger (Ctrl++)"), partial(self.view.zoom_by, 1)))
        fit_width, fit_page = self.tr("Fit the width (Ctrl+0)"), self.tr("Fit the page")
        row.addWidget(self._button("↔", fit_width, partial(self.view.choose_fit, PageFit.WIDTH)))
        row.addWidget(self._button("⤢", fit_page, partial(self.view.choose_fit, PageFit.PAGE)))
        return row

    def _connect(self) -> None:
        self.view.page_changed.connect(self._show_page)
        self.view.zoomed.connect(self._show_zoom)
        self.thumbnails.chosen.connect(self.view.go_to_page)
        self.number.returnPressed.connect(self._go_to_number)
        self.layouts.activated.connect(lambda _place: self.layout_chosen.emit(self.layouts.currentData()))
        self.choices.chosen.connect(self.options_chosen)
        self.choices.laid_out.connect(self._fit_choices)

    def show_options(self, options: Options, dossier: Dossier) -> None:
        """Show what is chosen."""
        self.layouts.setCurrentIndex(self.layouts.findData(options.layout.value))
        self.choices.show_options(options, dossier)
        self._fit_choices()

    def _show_choices(self) -> None:
        if not self.more.isChecked():
            self._take_focus_from(self._shelf)
        self._shelf.setVisible(self.more.isChecked())
        self._fit_choices()

    def _take_focus_from(self, going: QWidget) -> None:
        """Have the pages take the keyboard from what is about to be hidden: else some other pane would."""
        focused = self.window().focusWidget()
        if focused is going or going.isAncestorOf(focused):
            self.view.setFocus()

    def _fit_choices(self) -> None:
        self._shelf.setFixedHeight(min(self.choices.sizeHint().height(), max(120, self.height() // 2)))

    def show_sheets(self, sheets: Sheets) -> None:
        """Show a brief set anew."""
        self.view.show_sheets(sheets)
        if not self.thumbnails.isHidden():
            self.thumbnails.show_sheets(sheets)
        self._numbers.setTop(max(1, len(sheets.pages)))
        self._show_page(self.view.page)
        self._show_zoom()

    def tell(self, sentence: str) -> None:
        """Say above the pages how things stand; "" for nothing to say."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    def _show_page(self, page: int) -> None:
        total = len(self.view.sheets.pages)
        self.number.setText(str(page + 1) if total else "")
        self.number.setEnabled(total > 0)
        folded = self.view.sheets.folded
        count = self.tr("of {0} sides") if folded else self.tr("of {0}")
        self.count.setText(count.format(total) if total else "")
        told = self.tr("Side {0} of {1} of a booklet") if folded else self.tr("Page {0} of {1}")
        self.view.setAccessibleDescription(told.format(page + 1, total) if total else "")
        self.thumbnails.show_page(page)

    def _show_zoom(self) -> None:
        self.zoom.setText(f"{self.view.shown_zoom:.0%}")

    def _turn(self, pages: int) -> None:
        self.view.go_to_page(self.view.page + pages)

    def _go_to_number(self) -> None:
        self.view.go_to_page(int(self.number.text()) - 1)
        self.view.setFocus()

    def _toggle_thumbnails(self) -> None:
        self._wanted_thumbnails = self.strip.isChecked()
        self._show_thumbnails(shown=self._wanted_thumbnails)

    def _show_thumbnails(self, *, shown: bool) -> None:
        if not shown:
            self._take_focus_from(self.thumbnails)
        self.thumbnails.setVisible(shown)
        if shown and self.thumbnails.sheets is not self.view.sheets:
            self.thumbnails.show_sheets(self.view.sheets)
            self.thumbnails.show_page(self.view.page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = self._wanted_thumbnails and self.width() >= ROOM_FOR_THUMBNAILS
        self._show_thumbnails(shown=shown)
        self.strip.setChecked(shown)
        self._fit_top()
        self._fit_choices()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.more.isChecked():
            self.more.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)
