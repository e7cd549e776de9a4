# SPDX-License-Identifier: MIT
"""What a user does when the text of an article is wrong, or another copy of it is at hand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Article, RecordId
from dissoi.gui.article.pane import ArticlePane
from dissoi.gui.desk import Desk
from dissoi.gui.dialogs import Dialogs
from dissoi.gui.plain_words import plain_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QProgressDialog

    from dissoi.dossier.attachments import Attachment
    from dissoi.dossier.replanting import Replanting
    from dissoi.gui.relink.passages import PassagesDialog
    from dissoi.gui.tasks import Task
    from dissoi.reading.reading import Reading

PATIENCE = 600
"""Milliseconds before a progress dialog appears."""


class Copy(NamedTuple):
    """Another copy of an article, under its id, and what becomes of its passages."""

    article: Article
    found: Replanting
    attachments: tuple[Attachment, ...]


class RelinkCommands(QObject):
    """Corrects and replaces articles, and goes through the passages that are open afterwards."""

    hint = Signal(str)

    def __init__(self, desk: Desk, reader: ArticlePane, dialogs: Dialogs, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._reader = reader
        self._dialogs = dialogs
        self._window = window
        self._task: Task | None = None
        self._progress: QProgressDialog | None = None
        self.dialog: PassagesDialog | None = None
        """The list of passages to check, while it is shown."""

    @property
    def busy(self) -> bool:
        """Whether an article is being read and searched."""
        return self._task is not None

    def correct_text(self) -> None:
        """Ask for another text of the paragraph that the caret is in."""
        article = self._desk.dossier.find(Article, RecordId(self._reader.article_id))
        if article is None or not article.blocks:
            return
        from dissoi.dossier.article_edits import correct_text
        from dissoi.gui.relink.correction import CorrectionDialog

        reader = self._reader.reader
        offset = reader.offsets.offset(reader.textCursor().selectionStart())
        index = max(0, bisect_right(article.starts, offset) - 1)
        dialog = CorrectionDialog(self._desk.dossier, article, index, self._window)
        if dialog.exec():
            self._desk.apply(correct_text(article.id, index, dialog.text()))
        dialog.deleteLater()

    def replace_article(self) -> None:
        """Ask for a file that is another copy of the article shown, and put it in its place."""
        article = self._desk.dossier.find(Article, RecordId(self._reader.article_id))
        if article is None or self._task is not None:
            return
        folder = "" if self._desk.draft else str(self._desk.path.parent)
        if (file := self._dialogs.copy_to_read(folder)) is not None:
            self.replace_by(article, file)

    def replace_by(self, article: Article, file: Path) -> None:
        """Read `file` beside the window and put it in the place of `article`."""
        from dissoi.gui.article.sources import file_source

        self._start(article, file.name, lambda: file_source(file).read(self._desk.new_id, lambda: False))

    def take_copy(self, reading: Reading) -> bool:
        """Ask what to do with what was read if it seems a copy of an article; whether it was dealt with."""
        from dissoi.dossier.article_edits import likely_copy

        old = likely_copy(self._desk.dossier, reading.article)
        if old is None or self._task is not None:
            return False
        number = self._desk.dossier.articles.index(old) + 1
        sentence = self.tr("This looks like another copy of article {0}, “{1}”.").format(number, old.title)
        details = self.tr("If it replaces that one, its passages are found again in it.")
        choices = (self.tr("Add as Another"), self.tr("Replace It"), self.tr("Cancel"))
        chosen = self._dialogs.choose(self.tr("Add Article"), sentence, details, choices)
        if chosen == 1:
            self._start(old, reading.article.title, lambda: reading)
        return chosen != 0

    def _start(self, article: Article, name: str, read: Callable[[], Reading]) -> None:
        from PySide6.QtWidgets import QProgressDialog

        from dissoi.gui.tasks import Task

        task = Task(_work(self._desk.dossier, article, read), self)
        progress = QProgressDialog(
            plain_words(self.tr("Finding the passages in {0}").format(name)),
            self.tr("Cancel"),
            0,
            100,
            self._window,
        )
        progress.setWindowTitle(self.tr("Replace Article"))
        progress.setMinimumDuration(PATIENCE)
        progress.setAutoReset(False)
        progress.setAutoClose(False)
        progress.canceled.connect(task.cancel)
        task.progressed.connect(progress.setValue)
        task.done.connect(self._replace)
        task.failed.connect(self._fail)
        task.cancelled.connect(self._let_go)
        self._task, self._progress = task, progress
        task.start()

    def cancel(self) -> None:
        """Call off what is being read, and wait until it has stopped."""
        if self._task is not None:
            self._task.cancel()
            self._let_go()

    def check_passages(self, passage: str = "") -> None:
        """Show the passages to be confirmed or not found, beginning with the one named."""
        from dissoi.dossier.article_edits import open_passages

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

    def _replace(self, copy: Copy) -> None:
        self._let_go()
        from dissoi.dossier.article_edits import replace_article
        from dissoi.dossier.replanting import Fate

        lost = len(copy.found.of(Fate.NOT_FOUND, Fate.TO_CONFIRM))
        count = len(copy.found.passages)
        if 2 * lost > count and not self._sure(copy.article, lost, count):
            return
        edit = replace_article(copy.article, copy.found)
        if self._desk.apply(edit, attachments=copy.attachments) is None:
            return
        self._reader.show_article(copy.article.id)
        if lost or copy.found.of(Fate.ALTERED):
            self.check_passages()
        else:
            self.hint.emit(self.tr("The article is replaced. Passages found again: {0}.").format(count))

    def _sure(self, article: Article, lost: int, count: int) -> bool:
        sentence = self.tr("Is that file another copy of “{0}”?").format(article.title)
        details = self.tr("{0} of {1} passages were not surely found in it. They would keep their words.")
        choices = (self.tr("Replace"), self.tr("Cancel"))
        title = self.tr("Replace Article")
        return self._dialogs.choose(title, sentence, details.format(lost, count), choices) == 0

    def _fail(self, error: Exception) -> None:
        self._let_go()
        self._dialogs.tell(self.tr("Replace Article"), self.tr("The article was not replaced."), str(error))

    def _let_go(self) -> None:
        task, progress = self._task, self._progress
        self._task = self._progress = None
        if progress is not None and task is not None:
            progress.canceled.disconnect(task.cancel)
            progress.close()
            progress.deleteLater()
        if task is not None:
            task.disconnect(self)
            task.wait()
            task.deleteLater()


def _work(
    dossier: Dossier, article: Article, read: Callable[[], Reading]
) -> Callable[[Callable[[int], None]], Copy]:
    """What the thread does: values only, the dossier is for the window to change."""

    def run(tell: Callable[[int], None]) -> Copy:
        from dissoi.dossier.article_edits import as_replacement
        from dissoi.dossier.replanting import replanted

        tell(0)
        reading = read()
        new = as_replacement(article, reading.article)
        found = replanted(dossier, article, new.blocks, lambda at, of: tell(at * 100 // of))
        return Copy(new, found, reading.attachments)

    return run
