# SPDX-License-Identifier: MIT
"""The speech plan: the speeches with what they say and how long that takes, beside what none says yet."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSpinBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from dissoi.dossier.debate import DebateFormat, Floor, in_minutes
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import Edit, together
from dissoi.dossier.format_edits import keep_format
from dissoi.dossier.records import PACES, RecordId, Side
from dissoi.dossier.session import Event
from dissoi.dossier.speaking_time import time_used
from dissoi.dossier.speech_plan import (
    Planned,
    SpeechName,
    move_to_speech,
    note_speech,
    planned_speeches,
    say_in_speech,
    set_pace,
    unassigned,
)
from dissoi.gui.beside import DialogBeside
from dissoi.gui.desk import Desk
from dissoi.gui.one_history import OneHistory
from dissoi.gui.sizes import keep_halves, keep_size
from dissoi.gui.speeches.left import LeftTree
from dissoi.gui.speeches.tree import SIGNS, PlanTree, worded
from dissoi.gui.theme import Colours


class SpeechPlanDialog(DialogBeside):
    """Shows the plan of a desk's dossier.

    `format_wanted` asks for the debate format to be chosen, `argument_wanted` to show an argument.
    """

    format_wanted = Signal()
    argument_wanted = Signal(str)

    def __init__(self, desk: Desk, debate: DebateFormat | None, colours: Colours, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self._debate = debate
        self._named = desk.dossier.question.format
        """The format whose file was looked for, so that it is read once."""
        self.setWindowTitle(self.tr("Speech Plan"))
        self.resize(1060, 680)
        keep_size(self, "speech plan")
        self.tree = PlanTree(colours, self)
        self.left = LeftTree(self)
        self.note = QLineEdit(self)
        self.pace = QSpinBox(self)
        OneHistory(self, self.note, self.pace)
        self.side = QComboBox(self)
        self.again = QCheckBox(self.tr("&Also those that a speech says already"), self)
        self.say = self._button("", self._say_chosen)
        self.choose = self._button(self.tr("Debate &Format…"), self.format_wanted.emit)
        self._format = QLabel(self)
        self._times = QLabel(self)
        self._note_label = QLabel(self)
        self._arrange()
        self._listen()
        order = (self.choose, self.side, self.pace, self.tree, self.left, self.again, self.say, self.note)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        self.tree.setFocus()
        self.refresh()

    def _arrange(self) -> None:
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.addWidget(self.tree)
        halves.addWidget(self._right())
        halves.setStretchFactor(0, 5)
        halves.setStretchFactor(1, 3)
        halves.setChildrenCollapsible(False)
        keep_halves(halves, self, "speech plan")
        told = self.tr(
            "Drag arguments, or Alt+↑ and Alt+↓. Delete takes one from its speech. F2 names the speaker."
        )
        hint = QLabel(told, self)
        hint.setForegroundRole(hint.palette().ColorRole.PlaceholderText)
        layout = QVBoxLayout(self)
        layout.addLayout(self._head())
        layout.addWidget(halves, 1)
        layout.addLayout(self._note_row())
        layout.addLayout(self._foot(self.tr("Close"), hint))

    def _head(self) -> QHBoxLayout:
        self._format.setTextFormat(Qt.TextFormat.PlainText)
        # Where there is little room, long names of formats stand in two lines.
        self._format.setWordWrap(True)
        for text, floor in (
            (self.tr("Both sides"), Floor.BOTH),
            (self.tr("Pro speaks"), Floor.PRO),
            (self.tr("Con speaks"), Floor.CON),
        ):
            self.side.addItem(text, floor)
        self.side.setAccessibleName(self.tr("Whose speeches are shown"))
        self.pace.setRange(*PACES)
        self.pace.setSingleStep(5)
        self.pace.setAccessibleName(self.tr("Words a minute"))
        self.pace.setToolTip(
            self.tr("150 is usual in public, 180 for prepared cases read aloud, 250 for fast debaters.")
        )
        pace = QLabel(self.tr("&Words a minute"), self)
        pace.setBuddy(self.pace)
        row = QHBoxLayout()
        row.addWidget(self._format)
        row.addWidget(self.choose)
        row.addWidget(self.side)
        row.addStretch(1)
        row.addWidget(self._times)
        row.addSpacing(16)
        row.addWidget(pace)
        row.addWidget(self.pace)
        return row

    def _right(self) -> QWidget:
        half = QWidget(self)
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        label = QLabel(self.tr("&Not said yet"), half)
        label.setBuddy(self.left)
        column.addWidget(label)
        column.addWidget(self.left, 1)
        column.addWidget(self.again)
        column.addWidget(self.say)
        return half

    def _note_row(self) -> QHBoxLayout:
        self._note_label.setBuddy(self.note)
        self._note_label.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setPlaceholderText(self.tr("What to remember in this speech"))
        row = QHBoxLayout()
        row.addWidget(self._note_label)
        row.addWidget(self.note, 1)
        return row

    def _listen(self) -> None:
        self.tree.edit_wanted.connect(self._apply)
        self.tree.place_chosen.connect(self._show_place)
        self.tree.menu_wanted.connect(self._pop_up)
        self.left.chosen.connect(self._say)
        self.note.textEdited.connect(self._write_note)
        self.note.editingFinished.connect(self._desk.leave_field)
        self.pace.valueChanged.connect(self._set_pace)
        self.pace.editingFinished.connect(self._desk.leave_field)
        self.side.activated.connect(self.refresh)
        self.again.toggled.connect(self.refresh)

    @property
    def _dossier(self) -> Dossier:
        return self._desk.dossier

    def show_format(self, debate: DebateFormat | None) -> None:
        """Plan for the speeches of this format from now on."""
        self._debate, self._named = debate, self._dossier.question.format
        self.refresh()

    def follow(self, _event: Event) -> None:
        """Show the plan as it is now."""
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _apply(self, edit: Edit) -> None:
        """Make an edit; a dossier that only names its format keeps a copy of it from now on."""
        kept = self._dossier.debate
        if kept is None and self._debate is not None:
            edit = together(edit.label, keep_format(self._debate), edit)
        self._desk.apply(edit)

    def refresh(self) -> None:
        """Show the plan as it stands."""
        self._find_format()
        editable = not self._desk.locked
        self._format.setText(self._debate.name if self._debate else self._lacking())
        self.choose.setEnabled(editable)
        if self.pace.value() != self._dossier.question.pace:
            # Else nothing is touched: half a number may stand there.
            self.pace.setValue(self._dossier.question.pace)
        self.pace.setEnabled(editable)
        self.note.setReadOnly(not editable)
        self.tree.set_editable(editable)
        planned = planned_speeches(self._dossier, self._debate)
        self._times.setText(self._told(planned))
        self.tree.show_plan(self._dossier, [each for each in planned if self._is_shown(each)])
        shown = self._dossier.arguments if self.again.isChecked() else unassigned(self._dossier)
        self.left.show_arguments(self._dossier, shown)
        self._show_place()

    def _find_format(self) -> None:
        """Plan for the format that the dossier has now; undo may have brought back another."""
        kept, key = self._dossier.debate, self._dossier.question.format
        if kept is None and key and key != self._named:
            from dissoi.storage.formats import debate_of

            self._debate = debate_of(self._dossier)
        elif kept is not None or not key:
            self._debate = kept
        self._named = key

    def _lacking(self) -> str:
        """Why there are no speeches to plan for."""
        if key := self._dossier.question.format:
            return self.tr("The debate format “{0}” is not on this computer.").format(key)
        return self.tr("No debate format is chosen yet.")

    def _is_shown(self, planned: Planned) -> bool:
        chosen, speech = self.side.currentData(), planned.speech
        return speech is None or Floor.BOTH in {chosen, speech.side} or chosen == speech.side

    def _told(self, planned: tuple[Planned, ...]) -> str:
        """How long each side is planned to speak, of how long it may."""
        if self._debate is None:
            return ""
        used = dict.fromkeys(Side, 0.0)
        for each in planned:
            if each.speech and each.speech.side is not Floor.BOTH:
                used[Side(each.speech.side.value)] += time_used(self._dossier, each)
        times = [
            self.tr("{0} {1} of {2}").format(
                side.value, in_minutes(used[side] / 60), in_minutes(self._debate.minutes_of(side))
            )
            for side in Side
        ]
        return ",  ".join(times)

    @property
    def _speech(self) -> SpeechName | None:
        return self.tree.place[0] if self.tree.place else None

    def _show_place(self) -> None:
        """Fit what acts on the speech looked at."""
        speech = self._speech
        name = worded(speech).replace("&", "&&") if speech else ""
        self._note_label.setText(self.tr("N&ote on {0}").format(name) if name else self.tr("N&ote"))
        self.note.setEnabled(speech is not None)
        planned = planned_speeches(self._dossier, self._debate)
        note = next((each.note for each in planned if each.name == speech), "")
        if self.note.text() != note:
            self.note.setText(note)
        self.say.setText(self.tr("← &Say in {0}").format(name) if name else self.tr("← &Say"))
        self.say.setEnabled(bool(speech and self.left.argument and not self._desk.locked))

    def _say_chosen(self) -> None:
        if self.left.argument:
            self._say(self.left.argument)

    def _say(self, argument: RecordId) -> None:
        """Say an argument in the speech looked at, behind what it says already."""
        if speech := self._speech:
            self._apply(say_in_speech(argument, speech))

    def _write_note(self, text: str) -> None:
        if speech := self._speech:
            self._apply(note_speech(speech, text))
            self._desk.note_typing()

    def _set_pace(self) -> None:
        if self.pace.value() != self._dossier.question.pace:
            self._desk.apply(set_pace(self.pace.value()))
            self._desk.note_typing()

    def _pop_up(self, at: QPoint) -> None:
        """What can be done with the line looked at."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.tree.viewport().mapToGlobal(at))

    def menu(self) -> QMenu:
        """The menu of the line looked at."""
        menu = QMenu(self)
        place, editable = self.tree.place, not self._desk.locked
        if place is None:
            return menu
        speech, argument = place
        if argument is None:
            menu.addAction(self.tr("&Name the Speaker"), self.tree.edit_speaker).setEnabled(editable)
            return menu
        menu.addAction(self.tr("&Go to the Argument"), partial(self.argument_wanted.emit, argument))
        move, also = menu.addMenu(self.tr("&Move to")), menu.addMenu(self.tr("&Also Say in"))
        for each in planned_speeches(self._dossier, self._debate):
            if each.name != speech and each.speech is not None:
                text = f"{SIGNS[each.speech.side]} {worded(each.name)}".replace("&", "&&")
                edit = move_to_speech(argument, speech, each.name)
                move.addAction(text, partial(self._apply, edit))
                also.addAction(text, partial(self._apply, say_in_speech(argument, each.name)))
        menu.addAction(self.tr("&Take from the Speech"), self.tree.take)
        for action in menu.actions()[1:]:
            action.setEnabled(editable)
        return menu
