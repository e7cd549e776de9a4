# SPDX-License-Identifier: MIT
"""Puts a window together: panes, commands, menus, tool bar, and who hears what."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from dissoi.dossier.records import RecordId
from dissoi.gui.action_text import tr
from dissoi.gui.actions import Actions, ActionSpec
from dissoi.gui.argument_commands import ArgumentCommands
from dissoi.gui.article_commands import ArticleCommands
from dissoi.gui.brief_commands import BriefCommands
from dissoi.gui.clipboard import ClipboardCommands
from dissoi.gui.context_menus import ContextMenus
from dissoi.gui.crossfire_commands import CrossfireCommands
from dissoi.gui.cutting_commands import CuttingCommands
from dissoi.gui.editor.tabs import NUMBERED, in_menu
from dissoi.gui.file_commands import FileCommands
from dissoi.gui.format_commands import FormatCommands
from dissoi.gui.icon import app_icon
from dissoi.gui.library import is_dossier
from dissoi.gui.moving_commands import MovingCommands
from dissoi.gui.notices import Notices
from dissoi.gui.passage_commands import PassageCommands
from dissoi.gui.preview_commands import PreviewCommands
from dissoi.gui.reading_commands import ReadingCommands
from dissoi.gui.recent_menu import RecentMenu
from dissoi.gui.relink_commands import RelinkCommands
from dissoi.gui.shown import Shown
from dissoi.gui.sizes import Sizes
from dissoi.gui.source_commands import SourceCommands
from dissoi.gui.speech_commands import SpeechCommands
from dissoi.gui.suggestion_commands import SuggestionCommands
from dissoi.gui.table import Commands, action_table
from dissoi.gui.version_commands import VersionCommands
from dissoi.gui.view_commands import ViewCommands


class Assembly(QObject):
    """A window with its commands, wired."""

    def __init__(self, shown: Shown) -> None:
        super().__init__(shown)
        self.desk = shown.desk
        self.window = shown.window
        self._services = shown.services
        self.window.setWindowIcon(app_icon())
        self.dialogs = self._services.dialogs(self.window)
        self.commands = self._make_commands()
        self.actions = Actions(action_table(self.commands), self.window)
        self.commands.views.table = self._table
        self.window.there = self.there
        self.window.kept_sizes = Sizes(self._services.preferences, self.window)
        self.window.closed.connect(self.window.kept_sizes.ending)
        self._fill_menus(shown)
        self._connect_commands()
        self._connect_hints()
        self._connect_guide()
        self.menus = ContextMenus(self.desk, self.window, self.commands, self.actions)
        self.commands.arguments.menu_wanted.connect(self.menus.show_at_focus)
        self.refresh()
        self.notices = Notices(self.desk, self.window, self.commands.files.save_as)
        self.commands.briefs.written.connect(self.notices.tell_of_brief)

    def _make_commands(self) -> Commands:
        window, services = self.window, self._services
        articles = ArticleCommands(self.desk, window.article, window.editor, self.dialogs)
        sources = SourceCommands(self.desk, window.article, self.dialogs, window)
        preview = PreviewCommands(self.desk, window, services.preferences)
        formats = FormatCommands(self.desk, self.dialogs, window)
        files = FileCommands(
            self.desk,
            library=services.library,
            opener=services.opener,
            dialogs=self.dialogs,
            preferences=services.preferences,
        )
        return Commands(
            desk=self.desk,
            files=files,
            versions=VersionCommands(self.desk, services, self.dialogs, window),
            speeches=SpeechCommands(self.desk, window, formats.choose),
            crossfire=CrossfireCommands(self.desk, window),
            cutting=CuttingCommands(self.desk, window),
            clipboard=ClipboardCommands(window.editor, sources.add_pasted),
            views=ViewCommands(window, services.preferences),
            sources=sources,
            articles=articles,
            passages=PassageCommands(self.desk, window, articles, self.dialogs),
            arguments=ArgumentCommands(self.desk, window.editor),
            moving=MovingCommands(self.desk, window),
            reading=ReadingCommands(window, self.dialogs),
            suggesting=SuggestionCommands(self.desk, window.article),
            preview=preview,
            briefs=BriefCommands(self.desk, preview.choosing, services.preferences, self.dialogs, window),
            formats=formats,
            relink=RelinkCommands(self.desk, window.article, self.dialogs, window),
        )

    def _table(self) -> Sequence[ActionSpec]:
        return self.actions.specs

    def _fill_menus(self, shown: Shown) -> None:
        self.actions["move_to"].setMenu(self.commands.moving.move_menu)
        self.actions["copy_to"].setMenu(self.commands.moving.copy_menu)
        self.actions["open_recent"].setMenu(RecentMenu(self.commands.files, self.window))
        self.actions.fill(shown.menus)
        shown.menus["&View"].aboutToShow.connect(self._name_positions)
        shown.tools.attach(self.actions)
        self.actions[f"theme_{self._services.preferences.now.theme}"].setChecked(True)
        self.actions[f"face_{self._services.preferences.now.reader_face}"].setChecked(True)

    def _connect_commands(self) -> None:
        window, commands = self.window, self.commands
        reader, intents, tabs = window.article.reader, window.intents, window.editor.tabs
        articles, arguments, sources = commands.articles, commands.arguments, commands.sources
        reader.quote_requested.connect(commands.passages.use_words)
        reader.passage_clicked.connect(articles.show_arguments)
        reader.passages_clicked.connect(self._show_first)
        reader.link_clicked.connect(commands.reading.offer_link)
        reader.add_article_requested.connect(sources.ask_for_files)
        intents.show_passage.connect(articles.show_passage)
        intents.dropped_on_argument.connect(articles.take_for_argument)
        intents.dropped_on_side.connect(articles.take_for_side)
        intents.argument_dropped.connect(arguments.place)
        intents.evidence_dropped.connect(commands.moving.give_evidence)
        tabs.argument_dropped.connect(commands.moving.move_to)
        window.outline.argument_dropped.connect(commands.moving.move_to)
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
        sources.copy_taken = commands.relink.take_copy
        commands.suggesting.position_added.connect(window.guide.show_record)
        window.files_dropped.connect(self._take_files)
        window.text_dropped.connect(sources.take_text)
        sources.files_dropped.connect(self._take_files)
        commands.files.close_wanted.connect(window.close)
        commands.views.themed.connect(self._services.opener.redress)
        commands.preview.choosing.changed.connect(self.refresh)
        commands.preview.shown.connect(self.refresh)
        commands.preview.export_wanted.connect(commands.briefs.export)
        commands.preview.print_wanted.connect(commands.briefs.print)
        commands.preview.link_clicked.connect(commands.reading.offer_link)
        commands.passages.list_shown.connect(self.refresh)
        self.desk.changed.connect(self.refresh)
        self.desk.moved.connect(self._moved)

    def _connect_hints(self) -> None:
        """Let the window's last line say what the commands and the article have to say."""
        for commands in self.commands:
            if hasattr(commands, "hint"):
                commands.hint.connect(self.window.hint)
        self.window.article.reader.hint.connect(self.window.hint)

    def _connect_guide(self) -> None:
        guide, commands = self.window.guide, self.commands
        guide.details_wanted.connect(commands.sources.describe)
        guide.passage_check_wanted.connect(commands.relink.check_passages)
        guide.crossfire_wanted.connect(commands.crossfire.show_question)
        guide.plan_wanted.connect(commands.speeches.show_speech)

    def there(self) -> frozenset[str]:
        """What is there now: it says which actions are possible."""
        original = {"original"} if self.commands.sources.has_original() else set()
        return self.window.present() | original

    @property
    def busy(self) -> bool:
        """Whether something goes on beside the window, or waits for an answer."""
        commands = self.commands
        parts = (commands.briefs, commands.sources.adding, commands.relink, commands.suggesting)
        return any(part.busy for part in parts)

    def refresh(self) -> None:
        """Bring the actions up to date."""
        there = self.there()
        for name in (f"position_{number}" for number in range(1, NUMBERED + 1)):
            self.actions[name].setVisible(name in there)
        self.actions.enable(there)
        undo, redo = tr(self.desk.undo_label), tr(self.desk.redo_label)
        self.actions["undo"].setText(self.tr("&Undo {0}").format(undo).strip())
        self.actions["redo"].setText(self.tr("&Redo {0}").format(redo).strip())
        options = self.commands.preview.options
        self.actions[f"layout_{options.layout}"].setChecked(True)
        self.actions[f"paper_{options.paper}"].setChecked(True)
        self.actions["preview"].setChecked(self.commands.preview.is_shown)
        panel = self.commands.passages.panel
        self.actions["passages"].setChecked(panel is not None and not panel.isHidden())
        self.actions["outline"].setChecked(not self.window.outline.isHidden())
        self.actions["read_alone"].setChecked(self.window.reads_alone)

    def _name_positions(self) -> None:
        """Tell in the menu which position each is."""
        for number, position in enumerate(self.desk.dossier.positions[:NUMBERED], 1):
            words = position.statement or self.tr("New position")
            self.actions[f"position_{number}"].setText(in_menu(f"{number}  {words}", key=True))

    def _show_first(self, passages: list[RecordId]) -> None:
        used = [each for each in passages if self.desk.dossier.evidence_with(each)]
        self.commands.articles.show_arguments((used or passages)[0])

    def _take_files(self, files: list[Path]) -> None:
        dossiers = [file for file in files if is_dossier(file)]
        for file in dossiers:
            self.commands.files.open_file(file)
        articles = [file for file in files if file not in dossiers]
        if articles:
            self.commands.sources.add_files(articles)

    def _moved(self) -> None:
        self._services.preferences.remember(self.desk.path)

    def dismantle(self) -> None:
        """End what goes on: the window is put away."""
        self.dialogs.end()
        self.commands.sources.adding.cancel()
        self.commands.sources.confirming.cancel()
        self.commands.relink.cancel()
        self.commands.suggesting.cancel()
        self.commands.briefs.cancel()
        self.commands.preview.close()

    def may_close(self) -> bool:
        """Whether its user lets the window go; remembers how it was left."""
        if (form := QApplication.activeModalWidget()) is not None:
            # Another window wants to end the program: what is being written here would be lost.
            form.raise_()
            form.activateWindow()
            return False
        if not self.commands.suggesting.may_close():
            return False
        if not self.commands.files.may_close():
            return False
        # All is saved now, and nothing more can come before what goes on is called off: no event is handled
        # in between. Called off earlier, it would be lost to whoever then stays.
        self.window.read_beside()
        self.dismantle()
        geometry = base64.b64encode(self.window.saveGeometry().data()).decode("ascii")
        splitters = {**self._services.preferences.now.splitters, "panes": self.commands.preview.sizes_without}
        self._services.preferences.change(geometry=geometry, splitters=splitters)
        shown = (self.window.article.article_id, self.window.editor.current)
        self._services.preferences.read(self.desk.path, shown, self.window.article.reader.places())
        return True
