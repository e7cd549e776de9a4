# SPDX-License-Identifier: MIT
"""What a user does when the text of an article is wrong, or another copy of it is at hand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from dissoi.dossier.records import NO_RECORD, Article, RecordId
from dissoi.gui.article.pane import ArticlePane
from dissoi.gui.desk import Desk
from dissoi.gui.dialogs import Dialogs

if TYPE_CHECKING:
    from dissoi.gui.article.sources import Cancelled
    from dissoi.gui.relink.passages import PassagesDialog
    from dissoi.gui.relink.replacing import ArticleReplacing, Copy
    from dissoi.reading.reading import Reading


class RelinkCommands(QObject):
    """Corrects and replaces articles, and goes through the passages that are open afterwards."""

    hint = Signal(str)

    def __init__(self, desk: Desk, reader: ArticlePane, dialogs: Dialogs, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._reader = reader
        self._dialogs = dialogs
        self._window = window
        self._replacing: ArticleReplacing | None = None
        self._to_check = False
        self.dialog: PassagesDialog | None = None
        """The list of passages to check, while it is shown."""

    @property
    def busy(self) -> bool:
        """Whether an article is being read and searched."""
        return self._replacing is not None and self._replacing.busy

    def correct_text(self) -> None:
        """Ask for another text of the paragraph that the caret is in."""
        article = self._desk.dossier.find(Article, self._reader.article_id)
        if article is None or not article.blocks:
            return
        from dissoi.dossier.text_edits import correct_text
        from dissoi.gui.relink.correction import CorrectionDialog

        reader = self._reader.reader
        offset = reader.offsets.offset(reader.textCursor().selectionStart())
        index = max(0, bisect_right(article.starts, offset) - 1)
        dialog = CorrectionDialog(self._desk.dossier, article, index, self._window, self._may_drop)
        if dialog.exec():
            now = self._desk.dossier.find(Article, article.id)
            if now is not None and now.blocks == article.blocks:
                self._desk.apply(correct_text(article.id, index, dialog.text()))
            else:
                # Another copy was ready meanwhile: its paragraphs are not those that were shown.
                self.hint.emit(self.tr("The article has changed. Correct the paragraph as it is now."))
        dialog.deleteLater()

    def _may_drop(self) -> bool:
        sentence = self.tr("Drop what you have corrected?")
        return self._dialogs.confirm(self.tr("Correct Text"), sentence, "", self.tr("Drop"))

    def replace_article(self) -> None:
        """Ask for a file that is another copy of the article shown, and put it in its place."""
        article = self._desk.dossier.find(Article, self._reader.article_id)
        if article is None:
            return
        folder = "" if self._desk.draft else str(self._desk.path.parent)
        if (file := self._dialogs.copy_to_read(folder)) is not None:
            self.replace_by(article, file)

    def replace_by(self, article: Article, file: Path) -> None:
        """Read `file` beside the window and put it in the place of `article`."""
        from dissoi.gui.article.sources import file_source

        self.replace_with(article, file.name, lambda off: file_source(file).read(self._desk.new_id, off))

    def take_copy(self, reading: Reading, like: Article) -> bool:
        """Ask what to do with what was read, which is much like `like`; whether that was done."""
        old = self._desk.dossier.find(Article, like.id)
        if old is None:
            return False
        number = self._desk.dossier.articles.index(old) + 1
        sentence = self.tr("“{0}” looks like another copy of article {1}, “{2}”.")
        details = self.tr("If it replaces that one, its passages are found again in it.")
        add, replace, cancel = self.tr("Add as Another"), self.tr("Replace It"), self.tr("Cancel")
        told = sentence.format(reading.article.title, number, old.title)
        choices = (add, replace, cancel)
        chosen = choices[self._dialogs.choose(self.tr("Add Article"), told, details, choices)]
        if chosen == replace:
            self.replace_with(old, reading.article.title, lambda _off: reading)
        return chosen != add

    def replace_with(self, article: Article, name: str, read: Callable[[Cancelled], Reading]) -> None:
        """Put what `read` reads beside the window in the place of `article`, after other copies under way."""
        from dissoi.gui.relink.replacing import ArticleReplacing, Wanted

        if self._replacing is None:
            self._replacing = ArticleReplacing(lambda: self._desk.dossier, self._window)
            self._replacing.ready.connect(self._replace_in_turn)
            self._replacing.failed.connect(self._fail)
        self._replacing.start(Wanted(article, name, read))

    def cancel(self) -> None:
        """Call off what is being read, and wait until it has stopped."""
        if self._replacing is not None:
            self._replacing.cancel()

    def check_passages(self, passage: RecordId = NO_RECORD) -> None:
        """Show the passages to be confirmed or not found, beginning with the one named."""
        from dissoi.dossier.text_edits import open_passages

        if not open_passages(self._desk.dossier):
            self.hint.emit(self.tr("All passages stand in their articles."))
            return
        from dissoi.gui.relink.passages import PassagesDialog

        self.dialog = PassagesDialog(self._desk, self._window, passage)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _forget(self) -> None:
        self.dialog = None

    def _replace_in_turn(self, copy: Copy) -> None:
        """Put a copy in its place; where that is to be asked about, once no form is open."""
        if copy.found.is_doubtful:
            self._dialogs.in_turn(partial(self._replace, copy))
        else:
            self._replace(copy)

    def _replace(self, copy: Copy) -> None:
        from dissoi.dossier.replanting import Fate
        from dissoi.dossier.text_edits import replace_article

        lost, count = copy.found.lost, len(copy.found.passages)
        if not copy.found.is_doubtful or self._sure(copy):
            edit = replace_article(copy.article, copy.found)
            if self._desk.apply(edit, attachments=copy.attachments) is not None:
                self._reader.show_article(copy.article.id)
                self._to_check |= bool(lost or copy.found.of(Fate.ALTERED))
                self.hint.emit(
                    self.tr("The article is replaced. Passages found again: {0}.").format(count - lost)
                )
        self._check_when_done()

    def _check_when_done(self) -> None:
        """Show what is to be checked once nothing else is being replaced."""
        if self._to_check and not self.busy:
            self._to_check = False
            if QApplication.activeModalWidget() is None:
                self.check_passages()
            else:
                self.hint.emit(self.tr("Some passages are to be checked. The outline lists them."))

    def _sure(self, copy: Copy) -> bool:
        lost, count = copy.found.lost, len(copy.found.passages)
        sentence = self.tr("Is “{0}” another copy of “{1}”?").format(copy.name, copy.article.title)
        details = self.tr("{0} of {1} passages were not surely found in it. They would keep their words.")
        title, told = self.tr("Replace Article"), details.format(lost, count)
        return self._dialogs.confirm(title, sentence, told, self.tr("Replace"))

    def _fail(self, error: Exception) -> None:
        from dissoi.gui.tasks import worded

        title, told = self.tr("Replace Article"), self.tr("The article was not replaced.")
        self._dialogs.in_turn(lambda: self._dialogs.tell(title, told, worded(error, "{0}")))
        self._check_when_done()
