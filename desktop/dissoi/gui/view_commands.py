# SPDX-License-Identifier: MIT
"""What a user does to the window itself: where to look, how large, in which colours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dissoi import __version__
from dissoi.dossier.dossier import Dossier
from dissoi.gui.actions import ActionSpec, keys_of, name_of
from dissoi.gui.main_window import MainWindow
from dissoi.gui.preferences import Preferences
from dissoi.storage.settings import Face, Theme

if TYPE_CHECKING:
    from dissoi.gui.palette.palette import Entry
    from dissoi.gui.palette.texts import Texts

ZOOM_STEP = 1.1
ZOOM_RANGE = (0.6, 3.0)


class ViewCommands(QObject):
    """Acts on a window. `table` gives the actions that the palette and the shortcut list show."""

    themed = Signal()

    def __init__(self, window: MainWindow, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._texts: Texts | None = None
        self.table: Callable[[], Sequence[ActionSpec]] = tuple
        window.article.reader.zoom_requested.connect(self.zoom_by)

    def palette(self) -> None:
        """Open the palette."""
        from dissoi.gui.palette.palette import Entry, choose, record_entries

        commands = [
            Entry(name_of(spec), keys_of(spec), spec.run)
            for spec in self.table()
            if spec.needs <= self._there() and spec.id != "palette"
        ]
        dossier = self._window.desk.dossier
        guide = self._window.guide
        records = record_entries(dossier, guide.show_record, guide.edit_argument)
        choose([*commands, *records], self._window, more=self._texts_with(dossier))

    def _texts_with(self, dossier: Dossier) -> Callable[[str], list[Entry]]:
        """Finds where words stand in what is written in the dossier and its articles."""
        from dissoi.gui.palette.palette import Entry
        from dissoi.gui.palette.texts import Texts, hits, where

        if self._texts is None:
            self._texts = Texts()
        texts = self._texts.of(dossier)
        show = self._window.guide.show_words

        def more(wanted: str) -> list[Entry]:
            return [
                Entry(each.excerpt, where(each, dossier), partial(show, *each.place))
                for each in hits(texts, wanted)
            ]

        return more

    def _there(self) -> frozenset[str]:
        return self._window.there()

    def toggle_outline(self) -> None:
        """Show or hide the outline."""
        self._window.read_beside()
        outline = self._window.outline
        outline.setVisible(outline.isHidden())
        self._preferences.change(show_outline=not outline.isHidden())

    def to_article(self) -> None:
        """Put the caret into the article."""
        self._window.article_wanted.emit()
        self._window.article.reader.setFocus()

    def to_editor(self) -> None:
        """Put the caret into the argument being edited, or the first field of the page."""
        self._window.read_beside()
        editor = self._window.editor
        if editor.active:
            editor.edit_claim(editor.active)
        elif editor.position:
            editor.edit_position(editor.position)
        else:
            editor.show_question()

    def next(self) -> None:
        """Go to the next position."""
        self._window.editor.tabs.step(1)

    def previous(self) -> None:
        """Go to the previous position."""
        self._window.editor.tabs.step(-1)

    def go_to(self, number: int) -> None:
        """Go to a position by its number, with the caret in it unless words of the article are in hand."""
        self._window.editor.tabs.go_to(number)
        article = self._window.article
        if article.reader.hasFocus() and article.selected_range() is not None:
            self._window.read_beside()
            article.reader.setFocus()  # P, C and E go on with the words
        else:
            self.to_editor()

    def larger(self) -> None:
        """Make the article's text larger."""
        self.zoom_by(1)

    def smaller(self) -> None:
        """Make the article's text smaller."""
        self.zoom_by(-1)

    def usual_size(self) -> None:
        """Give the article's text its usual size."""
        self._zoom(1.0)

    def zoom_by(self, steps: int) -> None:
        """Make the article's text larger (or smaller, below 0) by steps."""
        self._zoom(self._preferences.now.reader_zoom * ZOOM_STEP**steps)

    def _zoom(self, zoom: float) -> None:
        least, most = ZOOM_RANGE
        zoom = round(min(most, max(least, zoom)), 3)
        self._preferences.change(reader_zoom=zoom)
        self._window.article.reader.set_zoom(zoom)

    def choose_face(self, face: str) -> None:
        """Choose the letters that articles are read in."""
        self._preferences.change(reader_face=Face(face))
        self._window.article.reader.set_sans(sans=face == Face.SANS)

    def choose_theme(self, theme: str) -> None:
        """Choose light, dark, or what the system asks for."""
        self._preferences.change(theme=Theme(theme))
        self.themed.emit()

    def shortcuts(self) -> None:
        """Show all keys."""
        from dissoi.gui.shortcut_list import ShortcutList

        dialog = ShortcutList(self.table(), self._window)
        dialog.exec()
        dialog.deleteLater()

    def about(self) -> None:
        """Say what this program is."""
        from PySide6.QtWidgets import QMessageBox

        text = self.tr(
            "<h3>Dissoi {0}</h3><p>Prepare both sides of a debate beside the articles they rest on.</p>"
            "<p>Named after the <i>Dissoi Logoi</i>, the ancient book of arguing both sides.<br>"
            "Everything stays on this computer.</p><p>MIT licence. Set in Source Serif and Source Sans "
            "(SIL Open Font License). Built with Qt, pydantic and ReportLab.</p>"
        )
        QMessageBox.about(self._window, self.tr("About Dissoi"), text.format(__version__))
