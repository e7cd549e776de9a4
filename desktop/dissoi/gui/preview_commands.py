# SPDX-License-Identifier: MIT
"""The preview of the brief beside the editor: shown and put away, kept up to date, leading to arguments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from dissoi.briefing.options import Options
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import QUESTION_ID, Argument, RecordId
from dissoi.gui.brief.choosing import Choosing
from dissoi.gui.desk import Desk
from dissoi.gui.main_window import MainWindow
from dissoi.gui.preferences import Preferences

if TYPE_CHECKING:
    from dissoi.briefing.preview import Sheets
    from dissoi.gui.brief.preview import PreviewPane
    from dissoi.gui.brief.proofing import Drawn, Proofing

PAUSE = 25
"""Milliseconds after a change until the brief is set anew; what changes meanwhile comes with it."""
PANE, THUMBNAILS = 0, 1
"""Whom pages are drawn for, the first before the second."""
WIDE = 1320
"""Pixels of width from which a window has room for the article beside editor and preview."""
PANES = 3
"""Outline, article and editor stand before the preview."""
SHARE, MOST = 0.42, 0.75
"""The part of the room of article and editor that the preview takes, and the most that it is given again."""
KEPT = "preview"
"""The name by which settings keep the width that it was given."""
OFTEN = 20
"""Every so many pages it is told how far a long brief is."""


class PreviewCommands(QObject):
    """Shows the brief of a window's dossier. The pane and all that it needs are loaded when first wanted."""

    shown = Signal()
    """The preview is shown now, or put away."""
    export_wanted = Signal()
    print_wanted = Signal()
    link_clicked = Signal(str)

    def __init__(self, desk: Desk, window: MainWindow, preferences: Preferences) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._preferences = preferences
        self.choosing = Choosing(preferences, self)
        self.pane: PreviewPane | None = None
        """The pane, once it was asked for."""
        self.proofing: Proofing | None = None
        self._sizes: list[int] = []
        self._hid_article = False
        self._was_sized = False
        self._is_awaited = True
        self._late = QTimer(self, interval=PAUSE, singleShot=True)
        self._late.timeout.connect(self._set)

    @property
    def options(self) -> Options:
        """What is chosen about the brief."""
        return self.choosing.options(self._desk.dossier)

    @property
    def is_shown(self) -> bool:
        """Whether the preview is in the window."""
        return self.pane is not None and not self.pane.isHidden()

    @property
    def sizes_without(self) -> tuple[int, ...]:
        """The widths in pixels of outline, article and editor, as they are while no preview is shown."""
        return tuple(self._sizes if self.is_shown else self._window.splitter.sizes())[:PANES]

    def toggle(self) -> None:
        """Show the preview, or put it away."""
        if self.is_shown:
            self.close()
            return
        self._window.read_beside()
        if self.pane is not None and not self.pane.isHidden():
            # It was there behind the article that was read alone.
            self.pane.view.setFocus()
            return
        self._sizes = self._window.splitter.sizes()  # before there is one more in it
        pane = self.pane or self._make_pane()
        self._make_room(pane)
        self._begin(pane)
        pane.view.setFocus()
        self.shown.emit()

    def close(self) -> None:
        """Put the preview away, and the window as it was."""
        self._end()
        if self.pane is None or not self.is_shown:
            return
        if self._hid_article:
            self._window.article.show()
            self._hid_article = False
        if self.pane.isAncestorOf(self._window.focusWidget()):
            # The focus goes first: a pane that hides with it hands it to whatever comes next, a card perhaps.
            self._give_focus()
        self.remember()
        self.pane.hide()
        self._window.splitter.setSizes(self._sizes)
        self.shown.emit()

    def remember(self) -> None:
        """Have the settings keep how pages are shown, and the width if it was chosen by hand."""
        if self.pane is None or not self.is_shown:
            return
        splitters = self._preferences.now.splitters
        if self._was_sized:
            splitters = {**splitters, KEPT: (self.pane.width(),)}
        view = self.pane.view
        self._preferences.change(preview_fit=view.fit, preview_zoom=view.zoom, splitters=splitters)

    def _give_focus(self) -> None:
        """Put the caret where work goes on: into the argument being edited, or the article."""
        if self._window.editor.active:
            self._window.editor.edit_claim(self._window.editor.active)
        else:
            self._window.article.reader.setFocus()

    def _make_pane(self) -> PreviewPane:
        from dissoi.gui.brief.preview import PreviewPane

        window = self._window
        pane = PreviewPane(window.colours, window)
        pane.view.fit, pane.view.zoom = self._preferences.now.preview_fit, self._preferences.now.preview_zoom
        pane.hide()  # else it would be shown at once, and widen the window
        window.splitter.addWidget(pane)
        window.splitter.setStretchFactor(window.splitter.indexOf(pane), 4)
        window.dress(window.colours)  # the line before it, too
        window.splitter.splitterMoved.connect(self._note_size)
        pane.layout_chosen.connect(self.choosing.choose_layout)
        pane.options_chosen.connect(self.choosing.choose)
        pane.choices.made_by.textEdited.connect(self.choosing.sign)
        pane.choices.made_by.editingFinished.connect(self.choosing.keep)
        pane.export_wanted.connect(self.export_wanted)
        pane.print_wanted.connect(self.print_wanted)
        pane.close_wanted.connect(self.close)
        pane.view.record_clicked.connect(self._go_to)
        pane.view.link_clicked.connect(self.link_clicked)
        self.choosing.changed.connect(self._choose)
        self.choosing.signed.connect(self._follow)
        self._desk.changed.connect(self._follow)
        window.intents.activated.connect(self._mark)
        window.intents.show_passage.connect(self._show_article)
        window.article_wanted.connect(self._show_article)
        window.reading_alone.connect(self._follow)
        window.installEventFilter(self)
        self.pane = pane
        return pane

    def _note_size(self, _x: int, handle: int) -> None:
        """An edge was dragged: the widths on both sides are ones to remember, with the preview or without."""
        if not self.is_shown:
            return
        if handle == PANES:
            self._was_sized = True
        else:
            shared = handle == PANES - 1 and not self._hid_article
            self._sizes = _without(self._window.splitter.sizes(), self._sizes, shared=shared)

    def _width(self, pane: PreviewPane, room: int) -> int:
        """How wide to make the preview: as it was made before, else a share of the room."""
        usual = round(room * (0.5 if self._hid_article else SHARE))
        kept = self._preferences.now.splitters.get(KEPT, ())
        return max(pane.minimumWidth(), min(*kept, round(room * MOST)) if kept else usual)

    def _make_room(self, pane: PreviewPane) -> None:
        """Give the preview its share; in a narrow window it takes the article's place."""
        window = self._window
        self._hid_article = window.width() < WIDE and not window.article.isHidden()
        if self._hid_article:
            window.article.hide()
        pane.show()
        self._share(pane, *self._sizes[:PANES])

    def _share(self, pane: PreviewPane, outline: int, article: int, editor: int) -> None:
        """Share the widths that article and editor would have without the preview with it."""
        splitter, room = self._window.splitter, article + editor
        width = self._width(pane, room)
        if self._hid_article:
            splitter.setSizes([outline, 0, room - width, width])
        else:
            least = self._window.article.minimumWidth()
            read = max(least, (room - width) * article // room)
            splitter.setSizes([outline, read, room - width - read, width])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.is_shown and not self._window.reads_alone:
            self._suit(narrow=self._window.width() < WIDE)
        return super().eventFilter(watched, event)

    def _suit(self, *, narrow: bool) -> None:
        """The window was made narrower or wider: there is no more room for the article, or there is again."""
        article = self._window.article
        if narrow and not article.isHidden():
            self._hid_article = True
            article.hide()
        elif not narrow and self._hid_article:
            self._bring_back()

    def _bring_back(self) -> None:
        """Show the article again that had no room; the preview is as wide as if it came now."""
        self.remember()
        self._hid_article = False
        self._window.article.show()
        # The window is wider now, and so will be its panes once Qt has laid them out.
        QTimer.singleShot(0, self, self._share_anew)

    def _share_anew(self) -> None:
        if self.pane is not None and self.is_shown and not self._hid_article:
            now = self._window.splitter.sizes()
            self._share(self.pane, *_without(now, self._sizes, shared=False))

    def _show_article(self) -> None:
        """The article is wanted: a narrow window has room for it once the preview is gone."""
        if not (self.is_shown and self._hid_article):
            return
        if self._window.width() < WIDE:
            self.close()
        else:
            self._bring_back()

    def _begin(self, pane: PreviewPane) -> None:
        """Start the thread, and show what there is."""
        from dissoi.gui.brief.proofing import Proofing

        proofing = Proofing(self)
        proofing.are_set.connect(self._show)
        proofing.failed.connect(self._tell_failure)
        proofing.begun.connect(self._tell_progress)
        proofing.drawn.connect(self._take)
        pane.view.wished.connect(lambda wishes: proofing.draw(PANE, wishes))
        pane.thumbnails.wished.connect(lambda wishes: proofing.draw(THUMBNAILS, wishes))
        self.proofing = proofing
        pane.show_options(self.options, self._desk.dossier)
        self._mark(self._window.editor.active)
        self._set()
        proofing.start()

    def _end(self) -> None:
        """Stop the thread."""
        self._late.stop()
        if self.proofing is not None and self.pane is not None:
            self.pane.view.wished.disconnect()
            self.pane.thumbnails.wished.disconnect()
            self.proofing.close()
            self.proofing.deleteLater()
            self.proofing = None

    def _follow(self) -> None:
        if self.is_shown and not self._late.isActive():
            self._late.start()

    def _choose(self) -> None:
        """A choice was made: what was being set is not wanted any more."""
        if self.is_shown:
            self._is_awaited = True
            self._set(instead=True)

    def _set(self, *, instead: bool = False) -> None:
        from dissoi.gui.brief.proofing import setting_of

        if self.proofing is not None and self.pane is not None:
            dossier = self._desk.dossier
            self.pane.show_options(self.options, dossier)
            self.pane.choices.show_name(self.choosing.made_by)
            work = setting_of(dossier, self.options, self.choosing.made_by)
            self.proofing.set(work, instead=instead)

    def _show(self, sheets: Sheets) -> None:
        if self.pane is not None and self.is_shown:
            self._is_awaited = False
            self.pane.tell(self._told_of_booklet(sheets))
            self.pane.show_sheets(sheets)

    def _mark(self, argument: RecordId) -> None:
        """Show the page of an argument; on cards answers have none, and that of what they answer is shown."""
        if self.pane is not None:
            self.pane.view.mark(argument, *_above(self._desk.dossier, argument))

    def _told_of_booklet(self, sheets: Sheets) -> str:
        """How the sheets of a booklet are printed. "" for any other brief."""
        if not sheets.folded:
            return ""
        told = self.tr(
            "Sheets of this booklet: {0}. They are shown as they are printed: front, then back. "
            "Print on both sides, turned over the short edge."
        )
        return told.format(len(sheets.pages) // 2)

    def _take(self, viewer: int, drawn: Drawn) -> None:
        if self.pane is not None:
            (self.pane.view if viewer == PANE else self.pane.thumbnails).take(drawn)

    def _tell_progress(self, page: int) -> None:
        # While somebody types, what is there already stays, and nothing moves.
        if self.pane is not None and page % OFTEN == 0 and self._is_awaited:
            self.pane.tell(self.tr("Setting the brief… page {0}").format(page))

    def _tell_failure(self, error: Exception) -> None:
        from dissoi.gui.tasks import worded

        if self.pane is not None:
            self.pane.tell(worded(error, self.tr("The preview could not be made ({0}).")))

    def _go_to(self, record: RecordId) -> None:
        """Show in the editor what was clicked on a page."""
        if record == QUESTION_ID:
            self._window.editor.show_question()
        elif record in self._desk.dossier.records:
            self._window.guide.show_record(record)


def _without(now: Sequence[int], before: Sequence[int], *, shared: bool) -> list[int]:
    """The widths of outline, article and editor without the preview, as they were dragged beside it.

    The outline is as wide as it is now. Article and editor share the rest as they do now if the edge between
    them was what was dragged (`shared`), else as they did before there was a preview.
    """
    outline, *_ = now
    _, article, editor = now[:PANES] if shared else before[:PANES]
    rest = sum(now) - outline
    read = rest * article // max(article + editor, 1)
    return [outline, read, rest - read]


def _above(dossier: Dossier, argument: RecordId) -> Iterator[RecordId]:
    """What an argument answers, what that answers, and so on up to the position."""
    node = dossier.find(Argument, argument)
    while node is not None:
        yield node.parent
        node = dossier.find(Argument, node.parent)
