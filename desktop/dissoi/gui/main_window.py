# SPDX-License-Identifier: MIT
"""The window on one dossier: outline, article and editor side by side. It composes and reacts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QMainWindow, QSplitter, QToolBar, QVBoxLayout, QWidget

from dissoi.dossier.session import Cause, Event
from dissoi.gui.article.pane import ArticlePane
from dissoi.gui.article.sources import files_in, text_in
from dissoi.gui.banner import Banner
from dissoi.gui.desk import Desk
from dissoi.gui.editor.field import Field
from dissoi.gui.editor.intents import Intents
from dissoi.gui.editor.pane import EditorPane
from dissoi.gui.guide import Guide
from dissoi.gui.outline.checks import check_lines
from dissoi.gui.outline.outline import Outline
from dissoi.gui.sizes import Sizes
from dissoi.gui.theme import Colours, status_style
from dissoi.gui.window_state import counts
from dissoi.reasoning.checks import gaps

CHECK_PAUSE = 350
"""Milliseconds without a change after which the outline and the checks are brought up to date."""
HINT_TIME = 6000
"""Milliseconds for which a hint stands in the status line."""
SIZES = (220, 490, 730)
"""Widths in pixels of outline, article and editor in a window opened for the first time."""


class MainWindow(QMainWindow):
    """Shows a desk. `may_close` is asked before the window goes."""

    files_dropped = Signal(object)
    text_dropped = Signal(str, str)
    """Text from another program, as HTML or "", and plain."""
    reading_alone = Signal()
    """The rest of the window was hidden, or is back."""
    article_wanted = Signal()
    """The article is to be seen, whatever was put in its place."""
    closed = Signal()
    painted = Signal()
    """All of the window was painted for the first time."""

    def __init__(self, desk: Desk, colours: Colours, may_close: Callable[[], bool]) -> None:
        super().__init__()
        self.desk = desk
        self._may_close = may_close
        self.there: Callable[[], frozenset[str]] = frozenset
        self.kept_sizes: Sizes | None = None
        self._sizes_before: list[int] = []
        self._hidden: list[QWidget] = []
        self._stood_in = False
        self._focus_before: QWidget | None = None
        self._was_painted = False
        self.intents = Intents(self)
        self.outline = Outline(colours, self)
        self.article = ArticlePane(self)
        self.editor = EditorPane(self.intents, colours, desk.new_id, self)
        self.guide = Guide(desk, self.article, self.editor, self)
        self.banner = Banner(colours, self)
        self._late = QTimer(self, interval=CHECK_PAUSE, singleShot=True)
        self._late.timeout.connect(self._catch_up)
        self.setAcceptDrops(True)
        self._compose()
        self._status()
        self.dress(colours)
        self._connect()
        self.show_all()

    def dress(self, colours: Colours) -> None:
        """Be in these colours. The panes have methods of their own (see `dress_window`)."""
        self.colours = colours
        for place in range(1, self.splitter.count()):
            self.splitter.handle(place).setPalette(QPalette(QColor(colours.border)))
            self.splitter.handle(place).setAutoFillBackground(True)
        self.statusBar().setStyleSheet(status_style(colours))

    def _compose(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for pane in (self.outline, self.article, self.editor):
            self.splitter.addWidget(pane)
        self.article.setMinimumWidth(340)
        self.editor.setMinimumWidth(320)
        for place, stretch in enumerate((0, 3, 4)):
            self.splitter.setStretchFactor(place, stretch)
        self.splitter.setSizes(list(SIZES))
        centre = QWidget(self)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.splitter, 1)
        self.setCentralWidget(centre)

    def _status(self) -> None:
        self.saved = QLabel(self)
        self._counts = QLabel(self)
        self.statusBar().addWidget(self._counts)
        # A hint hides what stands on the left while it is shown: never whether the work is saved.
        self.statusBar().addPermanentWidget(self.saved)
        self.statusBar().setSizeGripEnabled(False)

    def _connect(self) -> None:
        self.desk.changed.connect(self._follow)
        self.desk.refused.connect(self.hint)
        self.desk.moved.connect(self.show_name)
        self.intents.edit.connect(self.desk.apply)
        self.intents.typed.connect(self.desk.note_typing)
        self.intents.left_field.connect(self.desk.leave_field)
        self.intents.activated.connect(self.article.activate)
        self.outline.chosen.connect(self.guide.go_to)
        self.guide.article_wanted.connect(self.article_wanted)
        self.editor.page_changed.connect(self.outline.mark)

    def show_all(self) -> None:
        """Show the whole dossier."""
        dossier = self.desk.dossier
        self.editor.set_editable(not self.desk.locked)
        self.article.show_dossier(dossier)
        self.editor.show_dossier(dossier)
        self._catch_up()
        self.show_name()
        self.outline.mark(self.editor.current)

    def present(self) -> frozenset[str]:
        """What is there now: it says what can be done."""
        present = {
            "edit": not self.desk.locked,
            "undo": bool(self.desk.undo_label),
            "redo": bool(self.desk.redo_label),
            "argument": bool(self.editor.active),
            "article": bool(self.article.article_id),
            "position": self.editor.position is not None,
        }
        numbered = (f"position_{at}" for at in range(1, len(self.desk.dossier.positions) + 1))
        return frozenset(name for name, is_there in present.items() if is_there).union(numbered)

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Qt knows in which order cards were made, not where on the page they stand."""
        focus: QWidget | None = self.focusWidget()
        is_taken = focus is not None and self.editor.pass_on(focus, 1 if next_ else -1)
        return is_taken or super().focusNextPrevChild(next_)

    def show_name(self) -> None:
        """Show in the title which dossier this is."""
        dossier = self.desk.dossier
        name = self.tr("Untitled") if self.desk.draft else self.desk.path.stem
        question = f" — {dossier.question.text}" if dossier.question.text else ""
        mode = self.tr(" (read only)") if self.desk.locked else ""
        self.setWindowTitle(f"{name}{mode}{question}")
        self.setWindowFilePath("" if self.desk.draft else str(self.desk.path))
        self.editor.set_editable(not self.desk.locked)

    @property
    def reads_alone(self) -> bool:
        """Whether the article is shown without the rest of the window."""
        return bool(self._sizes_before)

    def read_alone(self) -> None:
        """Show the article without the rest of the window; that stays as it is until it is back."""
        if self.reads_alone or not self.article.article_id:
            return
        panes = (self.splitter.widget(place) for place in range(self.splitter.count()))
        parts = (*panes, *self.findChildren(QToolBar))
        self._sizes_before, self._focus_before = self.splitter.sizes(), self.focusWidget()
        self._hidden = [each for each in parts if each and each is not self.article and not each.isHidden()]
        self._stood_in = self.article.isHidden()
        for each in self._hidden:
            each.hide()
        self.article.show()
        self.article.reader.setFocus()
        self.hint(self.tr("Escape shows the rest of the window again."))
        self.reading_alone.emit()

    def read_beside(self) -> None:
        """Show the rest of the window again beside an article that is read alone."""
        if not self.reads_alone:
            return
        sizes, self._sizes_before = self._sizes_before, []
        # In a narrow window something stood in the article's place; there is no room for both at a time.
        self.article.setHidden(self._stood_in)
        for each in self._hidden:
            each.show()
        self.splitter.setSizes(sizes)
        if self._focus_before is not None and self._focus_before.isVisible():
            self._focus_before.setFocus()
        self.statusBar().clearMessage()
        self.reading_alone.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.reads_alone:
            self.read_beside()
        else:
            super().keyPressEvent(event)

    def hint(self, sentence: str) -> None:
        """Say something in passing, in the status line."""
        self.statusBar().showMessage(sentence, HINT_TIME)

    def _follow(self, event: Event) -> None:
        self._late.start()
        if event.cause is Cause.EDIT and isinstance(event.initiator, Field):
            self.editor.note(event.dossier)
            return
        self.article.show_dossier(event.dossier)
        self.editor.show_dossier(event.dossier)
        self.outline.show_dossier(event.dossier)
        if event.cause is not Cause.EDIT:
            self.guide.show_change(event)

    def _catch_up(self) -> None:
        """Bring up to date what may lag behind typing."""
        dossier = self.desk.dossier
        self.guide.findings = gaps(dossier)
        self.outline.show_dossier(dossier)
        self.outline.show_checks(check_lines(self.guide.findings))
        self._counts.setText(counts(dossier))
        self.show_name()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()) or _foreign_text(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files, text = files_in(event.mimeData()), _foreign_text(event)
        if files or text:
            event.acceptProposedAction()
        if files:
            self.files_dropped.emit(files)
        elif text:
            self.text_dropped.emit(*text)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._tell_painted)

    def _tell_painted(self) -> None:
        """Tell a turn later: the panes are painted after the window, and what they ask for comes first."""
        QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close():
            event.ignore()
            return
        event.accept()
        self.closed.emit()


def _foreign_text(event: QDropEvent) -> tuple[str, str] | None:
    """Text dragged from another program, as HTML and plain; what is dragged within this one stays its own."""
    if event.source() is not None:
        return None
    html, text = text_in(event.mimeData())
    return (html, text) if text.strip() or html.strip() else None
