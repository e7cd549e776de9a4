# SPDX-License-Identifier: MIT
"""A small window for the note on a passage."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from dissoi.gui.letters import letters_in
from dissoi.gui.sizes import keep_size
from dissoi.gui.without_icons import without_icons

_LONGEST = 240
"""How many characters of a passage are shown above its note."""


class NoteDialog(QDialog):
    """Asks for a note. Ctrl+Enter confirms, Escape leaves it as it was. `note()` is the answer."""

    def __init__(self, words: str, note: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Note on Passage"))
        self.resize(460, 240)
        keep_size(self, "note")
        shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        heading = QLabel(f"“{shown}”", self)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        self.text = QPlainTextEdit(note, self)
        self.text.setAccessibleName(self.tr("Note"))
        self.text.setTabChangesFocus(True)
        standard = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(standard.Ok | standard.Cancel, parent=self)
        without_icons(box)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addWidget(self.text, 1)
        layout.addWidget(box)
        self.text.selectAll()
        self.text.setFocus()

    def note(self) -> str:
        """What was written."""
        return letters_in(self.text.document()).strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        else:
            super().keyPressEvent(event)
