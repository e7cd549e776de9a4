# SPDX-License-Identifier: MIT
"""What a user does to bring articles in, say what they are, and take their originals out again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from dissoi.dossier import article_edits, edits
from dissoi.dossier.errors import DissoiError
from dissoi.dossier.records import NO_RECORD, Article, RecordId
from dissoi.gui.article.adding import ArticleAdding, Outcome
from dissoi.gui.article.confirming import Confirming
from dissoi.gui.article.pane import ArticlePane
from dissoi.gui.article.sources import Source, file_source, files_in, is_address, pasted_source, text_in
from dissoi.gui.desk import Desk
from dissoi.gui.dialogs import Dialogs
from dissoi.storage.settings import documents_folder

if TYPE_CHECKING:
    from dissoi.reading.reading import Proposals, Reading

SAVING = 5.0
"""Seconds that are waited for an original that is still being saved."""


class SourceCommands(QObject):
    """Adds articles, as single steps of the history, and asks what they are."""

    hint = Signal(str)
    files_dropped = Signal(object)

    def __init__(self, desk: Desk, reader: ArticlePane, dialogs: Dialogs, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._reader = reader
        self._dialogs = dialogs
        self._window = window
        self._proposals: dict[str, Proposals] = {}
        self.adding = ArticleAdding(window, desk.new_id, lambda: desk.dossier)
        self.adding.done.connect(self._add_in_turn)
        self.copy_taken: Callable[[Reading, Article], bool] = lambda _reading, _like: False
        """Asked what to do with what seems another copy of an article that is there; whether it was done."""
        self.confirming = Confirming(window, lambda: desk.dossier.articles)
        self.confirming.asking.connect(reader.show_article)
        self.confirming.described.connect(self._describe)

    def add_files(self, files: Sequence[Path]) -> None:
        """Read files as articles and add them; what could not be read is told in one go."""
        self._read([file_source(file) for file in files])

    def ask_for_files(self) -> None:
        """Ask which files to add as articles."""
        folder = "" if self._desk.draft else str(self._desk.path.parent)
        self.add_files(self._dialogs.articles_to_add(folder))

    def add_pasted(self) -> None:
        """Add what is on the clipboard: files, formatted text or plain text."""
        self.take(QApplication.clipboard().mimeData(), self.tr("There is no text on the clipboard."))

    def take(self, mime: QMimeData, nothing: str = "") -> None:
        """Add what was pasted or dropped; `nothing` is said when there is nothing in it."""
        if files := files_in(mime):
            self.files_dropped.emit(files)
            return
        self.take_text(*text_in(mime), nothing)

    def take_text(self, html: str, text: str, nothing: str = "") -> None:
        """Add text as an article."""
        if not text.strip() and not html.strip():
            self.hint.emit(nothing)
        elif is_address(text):
            self.hint.emit(self.tr("That is an address. Save the page from your browser, and add the file."))
        else:
            self._read([pasted_source(html, text, self.tr("Pasted text"))])

    def _read(self, sources: list[Source]) -> None:
        if self._desk.locked:
            self.hint.emit(self._desk.locked)
        elif sources:
            self.adding.start(sources)

    def _add_in_turn(self, outcome: Outcome) -> None:
        """Add what was read; where there is something to ask or tell, once no form is open."""
        if outcome.likes or outcome.troubles:
            self._dialogs.in_turn(partial(self._add, outcome))
        else:
            self._add(outcome)

    def _add(self, outcome: Outcome) -> None:
        new = tuple(each for each in outcome.readings if not self._is_taken_as_copy(each, outcome))
        kept = new if new and self.keep(new) else ()
        if kept:
            self._reader.show_article(kept[0].article.id)
        if outcome.troubles:
            self._dialogs.tell(self.tr("Not everything was added"), "\n".join(outcome.troubles))
        if self.confirming.dialog is not None:
            self.confirming.ask(kept)
        elif kept:
            # Another form may be open, or the question what becomes of the dossier when its window closes.
            self._dialogs.in_turn(partial(self.confirming.ask, kept))

    def _is_taken_as_copy(self, reading: Reading, outcome: Outcome) -> bool:
        like = outcome.likes.get(reading.article.id)
        return like is not None and self.copy_taken(reading, like)

    def keep_and_ask(self, readings: tuple[Reading, ...]) -> None:
        """Add what was read, and ask what each article is."""
        if self.keep(readings):
            self.confirming.ask(readings)

    def keep(self, readings: tuple[Reading, ...]) -> bool:
        """Add what was read, with the files it was read from, as one step; says whether that was done."""
        added = [article_edits.add_article(each.article) for each in readings]
        edit = added[0] if len(added) == 1 else edits.together("Add Articles", *added)
        attached = tuple(one for each in readings for one in each.attachments)
        if not self._desk.apply(edit, attachments=attached):
            return False
        self._proposals.update({each.article.id: each.proposals for each in readings})
        return True

    def _describe(self, described: Article) -> None:
        self._desk.apply(article_edits.describe_article(described))

    def describe(self, article: RecordId = NO_RECORD) -> None:
        """Ask what an article is: the one shown, unless another is named."""
        record = self._found(article)
        if record is None:
            return
        from dissoi.gui.article.details import DetailsDialog

        others = self._desk.dossier.articles
        dialog = DetailsDialog(record, self._reader, self._proposals.get(record.id), others=others)
        if dialog.exec():
            self._describe(dialog.article())
        dialog.deleteLater()

    def _found(self, article: RecordId) -> Article | None:
        return self._desk.dossier.find(Article, article or self._reader.article_id)

    def has_original(self) -> bool:
        """Whether the file is kept that the article shown was read from."""
        record = self._found(NO_RECORD)
        return record is not None and bool(record.original)

    def save_original(self, article: RecordId = NO_RECORD) -> None:
        """Ask where to write the file that an article was read from, and write it byte for byte."""
        record = self._found(article)
        if record is None or not record.original:
            return
        from dissoi.storage.file import read_attachment

        title = self.tr("The original was not saved")
        self._desk.settle(SAVING)
        try:
            kept = read_attachment(self._desk.path, record.original)
        except DissoiError as error:
            self._dialogs.tell(title, str(error))
            return
        if kept is None:
            self._dialogs.tell(title, self.tr("The dossier’s file does not hold it."))
        elif path := self._dialogs.original_to_write(self._proposed(kept.name)):
            self._write(path, kept.data, title)

    def _proposed(self, name: str) -> str:
        folder = documents_folder() if self._desk.draft else self._desk.path.parent
        # A name may come from anywhere: its last part alone is used.
        return str(folder / (Path(name.replace("\\", "/")).name or self.tr("original")))

    def _write(self, path: Path, data: bytes, title: str) -> None:
        from dissoi.storage.atomic import write_atomically

        try:
            # The dialog has asked before a file there is replaced.
            write_atomically(path, data, force=True)
        except DissoiError as error:
            self._dialogs.tell(title, str(error))
        else:
            self.hint.emit(self.tr("The original is in {0}").format(path))
