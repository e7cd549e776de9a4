# SPDX-License-Identifier: MIT
"""What the window asks and tells in dialogs. Commands are handed one, so that tests can answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtWidgets  # the dialogs' classes are made when one is first shown
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from dissoi.gui.plain_words import plain_words
from dissoi.storage.presence import is_file, is_there

if TYPE_CHECKING:
    from dissoi.gui.in_turn import InTurn

DOSSIER_SUFFIX = ".dissoi"
ARTICLE_SUFFIXES = (
    ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".pdf", ".docx", ".epub", ".rtf", ".md", ".markdown", ".txt",
    ".text",
)  # fmt: skip
"""What the dialog for articles shows at first; what a file is is told by its content."""


def tr(text: str) -> str:
    """`text` in the reader's language."""
    return QCoreApplication.translate("dialogs", text)


class Dialogs:
    """Asks over a window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    @cached_property
    def _in_turn(self) -> InTurn:
        from dissoi.gui.in_turn import InTurn

        return InTurn(self._window)

    def in_turn(self, run: Callable[[], object]) -> None:
        """Run what asks or tells although nobody has just asked for it, once no form is open."""
        self._in_turn.run(run)

    def end(self) -> None:
        """Ask and tell nothing more of what waits for its turn: the window goes."""
        self._in_turn.end()

    def tell(self, title: str, sentence: str, details: str = "") -> None:
        """Say that something could not be done."""
        box = QtWidgets.QMessageBox(
            QtWidgets.QMessageBox.Icon.Warning, title, plain_words(sentence), parent=self._window
        )
        box.setInformativeText(plain_words(details))
        box.addButton(QtWidgets.QMessageBox.StandardButton.Ok)
        from dissoi.gui.without_icons import without_icons

        without_icons(box)
        box.exec()

    def choose(self, title: str, sentence: str, details: str, choices: tuple[str, ...]) -> int:
        """Ask for one of `choices`; the first is the usual one, the last is what Escape means."""
        box = QtWidgets.QMessageBox(
            QtWidgets.QMessageBox.Icon.Question, title, plain_words(sentence), parent=self._window
        )
        box.setInformativeText(plain_words(details))
        role = QtWidgets.QMessageBox.ButtonRole
        roles = [role.AcceptRole] * (len(choices) - 1) + [role.RejectRole]
        buttons = [box.addButton(text, does) for text, does in zip(with_keys(choices), roles, strict=True)]
        box.setDefaultButton(buttons[0])
        box.setEscapeButton(buttons[-1])
        box.exec()
        clicked = box.clickedButton()
        return next((at for at, button in enumerate(buttons) if button is clicked), len(choices) - 1)

    def confirm(self, title: str, sentence: str, details: str, do: str) -> bool:
        """Ask whether to do what the button `do` says; the other one, and Escape, call it off."""
        return self.choose(title, sentence, details, (do, tr("Cancel"))) == 0

    def dossier_to_open(self, folder: str) -> Path | None:
        """Which dossier to open."""
        kinds = tr("Dossiers (*{0});;All files (*)").format(DOSSIER_SUFFIX)
        name, _ = QtWidgets.QFileDialog.getOpenFileName(self._window, tr("Open Dossier"), folder, kinds)
        return Path(name) if name else None

    def dossier_to_write(self, proposed: str) -> Path | None:
        """Where to write a dossier; the dialog has asked before a file there is replaced."""
        kinds = tr("Dossiers (*{0})").format(DOSSIER_SUFFIX)
        name, _ = QtWidgets.QFileDialog.getSaveFileName(self._window, tr("Save Dossier"), proposed, kinds)
        return self._sure(name, _with_suffix(name, DOSSIER_SUFFIX))

    def articles_to_add(self, folder: str) -> list[Path]:
        """Which files to read as articles."""
        kinds = tr("Articles ({0})").format(" ".join(f"*{each}" for each in ARTICLE_SUFFIXES))
        kinds = f"{kinds};;{tr('All files (*)')}"
        dialog = QtWidgets.QFileDialog(self._window, tr("Add Articles"), folder, kinds)
        dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFiles)
        names = (typed_names(dialog) or dialog.selectedFiles()) if dialog.exec() else []
        dialog.deleteLater()
        return [Path(name) for name in names]

    def copy_to_read(self, folder: str) -> Path | None:
        """Which file is another copy of an article."""
        kinds = tr("Articles ({0})").format(" ".join(f"*{each}" for each in ARTICLE_SUFFIXES))
        kinds = f"{kinds};;{tr('All files (*)')}"
        name, _ = QtWidgets.QFileDialog.getOpenFileName(self._window, tr("Replace Article"), folder, kinds)
        return Path(name) if name else None

    def original_to_write(self, proposed: str) -> Path | None:
        """Where to write an article's original; the dialog has asked before a file there is replaced."""
        name, _ = QtWidgets.QFileDialog.getSaveFileName(self._window, tr("Save Original"), proposed)
        return Path(name) if name else None

    def format_to_add(self) -> Path | None:
        """Which file describes a debate format."""
        kinds = tr("Debate formats (*.toml);;All files (*)")
        name, _ = QtWidgets.QFileDialog.getOpenFileName(self._window, tr("Add Debate Format"), "", kinds)
        return Path(name) if name else None

    def brief_to_write(self, proposed: str) -> Path | None:
        """Where to write a brief; the dialog has asked before a file there is replaced."""
        kinds = {
            tr("PDF, to print (*.pdf)"): ".pdf",
            tr("Word (*.docx)"): ".docx",
            tr("Web page (*.html)"): ".html",
            tr("Markdown (*.md)"): ".md",
            tr("Plain text (*.txt)"): ".txt",
        }
        ask = QtWidgets.QFileDialog.getSaveFileName
        name, kind = ask(self._window, tr("Export Brief"), proposed, ";;".join(kinds))
        if Path(name).suffix.lower() in kinds.values():
            return Path(name)
        return self._sure(name, _with_suffix(name, kinds.get(kind, ".pdf")))

    def _sure(self, asked: str, path: Path | None) -> Path | None:
        """`path`, once it is sure that a file there may be replaced; so far only `asked` was asked about."""
        if path is None or path == Path(asked) or not is_there(path):
            return path
        told = tr("There is a file “{0}” already.").format(path.name)
        return path if self.confirm(tr("Replace File"), told, "", tr("Replace")) else None


def with_keys(choices: Sequence[str]) -> list[str]:
    """Texts of buttons, each with the sign for a key before a letter of its own, a first one if it can be."""
    used: set[str] = set()
    texts = []
    for text in choices:
        starts = [
            at for at, letter in enumerate(text) if letter.isalpha() and not text[at - 1 : at].isalpha()
        ]
        every = [at for at, letter in enumerate(text) if letter.isalpha()]
        free = (at for at in (*starts, *every) if text[at].casefold() not in used)
        at = next(free, None)
        used |= {text[at].casefold()} if at is not None else set()
        texts.append(text if at is None else f"{text[:at]}&{text[at:]}")
    return texts


def typed_names(dialog: QtWidgets.QFileDialog) -> list[str]:
    """The files whose names stand in quotes in Qt's own dialog, if each is there.

    Of several names that are typed, Qt returns only those that it has found in its list by then.
    """
    line = dialog.findChild(QtWidgets.QLineEdit, "fileNameEdit")
    quoted = line.text().split('"')[1::2] if line is not None else []
    names = [dialog.directory().absoluteFilePath(name) for name in quoted]
    return names if all(is_file(Path(name)) for name in names) else []


def _with_suffix(name: str, suffix: str) -> Path | None:
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
