# SPDX-License-Identifier: MIT
"""Puts a window together: panes, commands, menus, tool bar, and who hears what."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QIcon
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from dissoi.dossier.records import QUESTION_ID, Article, Position, RecordId
from dissoi.gui.actions import Actions, ActionSpec, plain, tr
from dissoi.gui.argument_commands import ArgumentCommands
from dissoi.gui.article.colours import DARK as READER_DARK
from dissoi.gui.article.colours import LIGHT as READER_LIGHT
from dissoi.gui.article_commands import ArticleCommands
from dissoi.gui.brief.export import BriefExport
from dissoi.gui.clipboard import ClipboardCommands
from dissoi.gui.context_menus import ContextMenus
from dissoi.gui.desk import Desk
from dissoi.gui.dialogs import Dialogs
from dissoi.gui.file_commands import FileCommands, Opener
from dissoi.gui.library import Library, is_dossier
from dissoi.gui.main_window import MainWindow
from dissoi.gui.passage_commands import PassageCommands
from dissoi.gui.preferences import Preferences
from dissoi.gui.reading_commands import ReadingCommands
from dissoi.gui.relink_commands import RelinkCommands
from dissoi.gui.source_commands import SourceCommands
from dissoi.gui.suggestion_commands import SuggestionCommands
from dissoi.gui.table import Commands, action_table
from dissoi.gui.theme import Colours, scroll_style, tool_style
from dissoi.gui.view_commands import ViewCommands
from dissoi.storage.saver import SaveState, Saving

TITLE_BAR = 32
"""Pixels left free for the title bar when a window is opened for the first time."""


class Services(NamedTuple):
    """What all windows share."""

    library: Library
    preferences: Preferences
    opener: Opener
    icon: QIcon
    dialogs: Callable[[QWidget], Dialogs] = Dialogs


class Assembly(QObject):
    """One window with its commands, wired."""

    def __init__(self, desk: Desk, services: Services, colours: Colours) -> None:
        super().__init__(desk)
        self.desk = desk
        self._services = services
        self.window = MainWindow(desk, colours, self._may_close)
        self.window.setWindowIcon(services.icon)
        self.dialogs = services.dialogs(self.window)
        self.export = BriefExport(self.window)
        self.commands = self._make_commands()
        self.actions = Actions(action_table(self.commands), self.window)
        self.commands.views.table = self._table
        self.window.there = self.there
        self._fill_window(colours)
        self._connect_commands()
        self.menus = ContextMenus(self.desk, self.window, self.commands, self.actions)
        self._restore()
        self.refresh()
        self._say_lock()

    def _make_commands(self) -> Commands:
        window, services = self.window, self._services
        articles = ArticleCommands(self.desk, window.article, window.editor, self.dialogs)
        sources = SourceCommands(self.desk, window.article, self.dialogs, window)
        return Commands(
            desk=self.desk,
            files=FileCommands(
                self.desk,
                library=services.library,
                opener=services.opener,
                dialogs=self.dialogs,
                preferences=services.preferences,
                export=self.export,
                adding=sources.adding,
            ),
            clipboard=ClipboardCommands(window.editor, sources.add_pasted),
            views=ViewCommands(window, services.preferences),
            sources=sources,
            articles=articles,
            passages=PassageCommands(self.desk, window, articles, self.dialogs),
            arguments=ArgumentCommands(self.desk, window.editor),
            reading=ReadingCommands(window, self.dialogs),
            suggesting=SuggestionCommands(self.desk, window.article),
            relink=RelinkCommands(self.desk, window.article, self.dialogs, window),
        )

    def _table(self) -> Sequence[ActionSpec]:
        return self.actions.specs

    def _fill_window(self, colours: Colours) -> None:
        window = self.window
        window.article.reader.set_colours(READER_DARK if colours.dark else READER_LIGHT)
        window.article.reader.verticalScrollBar().setStyleSheet(scroll_style(colours))
        self.actions.fill(window.menuBar())
        bar = self._tool_bar()
        bar.setStyleSheet(tool_style(colours))
        window.addToolBar(bar)
        self.actions[f"theme_{self._services.preferences.now.theme}"].setChecked(True)
        self.actions[f"face_{self._services.preferences.now.reader_face}"].setChecked(True)
        self.actions[f"paper_{self._services.preferences.now.paper}"].setChecked(True)
        self.actions[f"layout_{self._services.preferences.now.layout}"].setChecked(True)

    def _tool_bar(self) -> QToolBar:
        bar = QToolBar(self.window)
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(16, 16))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        bar.toggleViewAction().setVisible(False)
        texts = (
            ("undo", "↶ " + self.tr("Undo")),
            ("redo", "↷ " + self.tr("Redo")),
            ("", ""),
            ("add_article", "▤ " + self.tr("Add article")),
            ("highlight", "❝ " + self.tr("Highlight")),
            ("add_position", "+ " + self.tr("Position")),
        )
        for action_id, text in texts:
            if action_id:
                bar.addWidget(self._tool_button(action_id, text))
            else:
                bar.addSeparator()
        space = QWidget(bar)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(space)
        search = self._tool_button("palette", self.tr("Search or run a command") + "   Ctrl+K")
        search.setObjectName("search")
        bar.addWidget(search)
        export = self._tool_button("export", self.tr("Export brief"))
        export.setObjectName("primary")
        bar.addWidget(export)
        return bar

    def _tool_button(self, action_id: str, text: str) -> QToolButton:
        action = self.actions[action_id]
        button = QToolButton(self.window)
        button.setText(text)
        button.setToolTip(self._tip(action))
        button.setEnabled(action.isEnabled())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)
        action.changed.connect(partial(self._match, button, action))
        return button

    def _match(self, button: QToolButton, action: QAction) -> None:
        button.setEnabled(action.isEnabled())
        button.setToolTip(self._tip(action))

    def _tip(self, action: QAction) -> str:
        key = action.shortcut().toString()
        return f"{plain(action.text())} ({key})" if key else plain(action.text())

    def _connect_commands(self) -> None:
        window, commands = self.window, self.commands
        reader, intents, tabs = window.article.reader, window.intents, window.editor.tabs
        articles, arguments, sources = commands.articles, commands.arguments, commands.sources
        told = (commands.files, commands.passages, commands.relink, commands.suggesting)
        for source in (*told, articles, arguments, sources):
            source.hint.connect(window.hint)
        reader.hint.connect(window.hint)
        reader.quote_requested.connect(commands.passages.use_words)
        reader.passage_clicked.connect(articles.show_arguments)
        reader.passages_clicked.connect(self._show_first)
        reader.link_clicked.connect(commands.reading.offer_link)
        reader.add_article_requested.connect(sources.ask_for_files)
        intents.show_passage.connect(articles.show_passage)
        intents.dropped_on_argument.connect(articles.drop_on_argument)
        intents.dropped_on_side.connect(articles.drop_on_side)
        intents.argument_dropped.connect(arguments.place)
        intents.add_wanted.connect(arguments.add_to)
        intents.position_wanted.connect(arguments.add_position)
        intents.weigh_wanted.connect(arguments.weigh_one)
        intents.holders_wanted.connect(arguments.edit_holders)
        intents.activated.connect(self.refresh)
        tabs.add_wanted.connect(arguments.add_position)
        tabs.moved.connect(arguments.place_position)
        window.editor.page_changed.connect(self.refresh)
        window.article.article_changed.connect(self.refresh)
        window.reading_alone.connect(self.refresh)
        window.details_wanted.connect(sources.describe)
        sources.copy_taken = commands.relink.take_copy
        window.passage_check_wanted.connect(commands.relink.check_passages)
        window.files_dropped.connect(self._take_files)
        window.text_dropped.connect(sources.take_text)
        sources.files_dropped.connect(self._take_files)
        commands.files.close_wanted.connect(window.close)
        self.desk.changed.connect(self.refresh)
        self.desk.saving.connect(self._show_saving)
        self.desk.moved.connect(self._moved)
        self.export.done.connect(self._exported)
        self.export.failed.connect(self._not_exported)

    def there(self) -> frozenset[str]:
        """What is there now: it says which actions are possible."""
        window, desk = self.window, self.desk
        present = {
            "edit": not desk.locked,
            "undo": bool(desk.undo_label),
            "redo": bool(desk.redo_label),
            "argument": bool(window.editor.active),
            "article": bool(window.article.article_id),
            "original": self.commands.sources.has_original(),
            "position": window.editor.position is not None,
        }
        return frozenset(name for name, is_there in present.items() if is_there)

    @property
    def busy(self) -> bool:
        """Whether something goes on that would be lost with the window."""
        commands = self.commands
        return self.export.busy or commands.sources.adding.busy or commands.relink.busy

    def refresh(self) -> None:
        """Bring the actions up to date."""
        self.actions.enable(self.there())
        undo, redo = tr(self.desk.undo_label), tr(self.desk.redo_label)
        self.actions["undo"].setText(self.tr("&Undo {0}").format(undo).strip())
        self.actions["redo"].setText(self.tr("&Redo {0}").format(redo).strip())
        self.actions["outline"].setChecked(not self.window.outline.isHidden())
        self.actions["read_alone"].setChecked(self.window.reads_alone)

    def _show_first(self, passages: list[str]) -> None:
        used = [each for each in passages if self.desk.dossier.evidence_with(each)]  # type: ignore[arg-type]
        self.commands.articles.show_arguments((used or passages)[0])

    def _take_files(self, files: list[Path]) -> None:
        dossiers = [file for file in files if is_dossier(file)]
        for file in dossiers:
            self.commands.files.open_file(file)
        articles = [file for file in files if file not in dossiers]
        if articles:
            self.commands.sources.add_files(articles)

    def _show_saving(self, state: SaveState) -> None:
        texts = {
            Saving.SAVED: self.tr("All changes saved"),
            Saving.PENDING: self.tr("Saving…"),
            Saving.FAILED: self.tr("Changes not saved"),
        }
        self.window.saved.setText(texts[state.saving])
        if state.saving is Saving.FAILED:
            self._showing_export = False
            told = self.tr("{0} Your changes are kept in this window.").format(state.error)
            self.window.banner.say(
                told,
                (self.tr("Try Again"), self.desk.flush),
                (self.tr("Save Elsewhere…"), self.commands.files.save_as),
            )
        elif not self.desk.locked and not self._showing_export:
            self.window.banner.hide()

    _showing_export = False

    def _say_lock(self) -> None:
        if self.desk.locked:
            self.window.saved.setText(self.tr("Read only"))
            copy = (self.tr("Save a Copy…"), self.commands.files.save_as)
            self.window.banner.say(self.desk.locked, copy)
        elif state := self.desk.save_state:
            self._show_saving(state)

    def _moved(self) -> None:
        self._services.preferences.remember(self.desk.path)
        self.window.banner.hide()

    def _exported(self, path: Path) -> None:
        self._showing_export = True
        self.window.banner.say(
            self.tr("The brief is in {0}").format(path),
            (self.tr("Open"), partial(self._open_outside, path)),
            (self.tr("Show Folder"), partial(self._open_outside, path.parent)),
            (self.tr("Close"), self._close_banner),
        )

    def _open_outside(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _close_banner(self) -> None:
        self._showing_export = False
        self.window.banner.hide()
        self._say_lock()

    def _not_exported(self, sentence: str) -> None:
        self.dialogs.tell(self.tr("The brief was not exported"), sentence)

    def _restore(self) -> None:
        now = self._services.preferences.now
        if not (now.geometry and self.window.restoreGeometry(_bytes(now.geometry))):
            room = self.window.screen().availableGeometry()
            self.window.resize(min(1440, room.width()), min(900, room.height() - TITLE_BAR))
        if sizes := now.splitters.get("panes"):
            self.window.splitter.setSizes(list(sizes))
        self.window.outline.setVisible(now.show_outline)
        (article, page), places = now.reading_of(self.desk.path)
        if self.desk.dossier.find(Article, RecordId(article)) is not None:
            self.window.article.show_article(article)
        self.window.article.reader.take_up(places)
        if self.desk.dossier.find(Position, RecordId(page)) is not None or page == QUESTION_ID:
            self.window.editor.tabs.choose(RecordId(page))

    def dismantle(self) -> None:
        """Put the window away without asking; the desk stays."""
        self.commands.sources.adding.cancel()
        self.commands.relink.cancel()
        self.window.hide()
        self.window.deleteLater()
        self.deleteLater()

    def _may_close(self) -> bool:
        if not self.commands.files.may_close():
            return False
        self.window.read_alone(on=False)
        geometry = base64.b64encode(self.window.saveGeometry().data()).decode("ascii")
        splitters = {**self._services.preferences.now.splitters, "panes": tuple(self.window.splitter.sizes())}
        self._services.preferences.change(geometry=geometry, splitters=splitters)
        shown = (self.window.article.article_id, self.window.editor.current)
        self._services.preferences.read(self.desk.path, shown, self.window.article.reader.places())
        return True


def _bytes(text: str) -> QByteArray:
    try:
        return QByteArray(base64.b64decode(text, validate=True))
    except ValueError:
        return QByteArray()
