# SPDX-License-Identifier: MIT
"""The menus of a right click: what can be done with the card, evidence, tab, line or passage under it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from dissoi.dossier.records import Evidence, EvidenceKind, RecordId
from dissoi.gui.actions import Actions
from dissoi.gui.desk import Desk
from dissoi.gui.editor.card import ArgumentCard
from dissoi.gui.editor.evidence import EvidenceView, kind_name
from dissoi.gui.main_window import MainWindow
from dissoi.gui.table import Commands

_CARD = (
    "attack", "support", "", "move_up", "move_down", "switch_side", "move_to", "copy_to", "say", "ask", "",
    "weight_1", "weight_2", "weight_3", "weight_4", "weight_5", "", "remove_argument",
)  # fmt: skip
_POSITION = ("holders", "ask_position", "position_left", "position_right", "", "remove_position")
_ARTICLE = ("details", "save_original", "replace_article", "suggest", "", "remove_article")


class ContextMenus(QObject):
    """Listens to the panes of a window and opens the menus."""

    def __init__(self, desk: Desk, window: MainWindow, commands: Commands, actions: Actions) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._commands = commands
        self._actions = actions
        window.intents.menu_wanted.connect(self.show_card)
        window.intents.field_menu.connect(self.extend)
        window.intents.evidence_menu_wanted.connect(self.show_evidence)
        window.outline.menu_wanted.connect(self.show_outline)
        window.editor.tabs.menu_wanted.connect(self.show_tab)
        window.article.reader.passage_menu_wanted.connect(self.show_passage)
        window.article.reader.correction_wanted.connect(commands.relink.correct_text)

    def show_at_focus(self) -> None:
        """What can be done with the evidence that has the keyboard, or with the argument being edited."""
        focus, editor = self._window.focusWidget(), self._window.editor
        if isinstance(focus, EvidenceView):
            self.show_evidence(focus.evidence_id, focus.mapToGlobal(focus.rect().center()))
        elif (card := editor.card_of(editor.active)) is not None:
            self.show_card(editor.active, card.mapToGlobal(QPoint(24, 32)))

    def show_card(self, _argument: RecordId, place: QPoint) -> None:
        """What can be done with the argument being edited."""
        self._pop_up(self._actions.menu_of(_CARD, self._window), place)

    def extend(self, menu: QMenu, field: QWidget) -> None:
        """Add to the menu of a text on a card what can be done with its argument."""
        card = field.parentWidget()
        if isinstance(card, ArgumentCard) and not self._desk.locked:
            card.activate()
            menu.addSeparator()
            self._actions.add_to(menu, _CARD)

    def show_tab(self, position: RecordId, place: QPoint) -> None:
        """What can be done with a position."""
        self.show_outline("position", position, place)

    def show_outline(self, kind: str, key: str, place: QPoint) -> None:
        """What can be done with what a line of the outline stands for."""
        menus = {"position": _POSITION, "article": _ARTICLE}
        if kind in menus:
            self._window.guide.go_to(kind, key)
            self._pop_up(self._actions.menu_of(menus[kind], self._window), place)

    def show_evidence(self, evidence: RecordId, place: QPoint) -> None:
        """What can be done with a piece of evidence."""
        if self._desk.locked:
            return
        arguments = self._commands.arguments
        menu = QMenu(self._window)
        now = self._desk.dossier.get(Evidence, evidence).sort
        for kind in EvidenceKind:
            text = self.tr("Mark as {0}").format(kind_name(kind))
            action = menu.addAction(text, partial(arguments.sort_evidence, evidence, kind))
            action.setCheckable(True)
            action.setChecked(kind is now)
        menu.addSeparator()
        menu.addAction(self.tr("Cut Card…"), partial(self._commands.cutting.show_evidence, evidence))
        move = partial(self._commands.moving.ask_for_evidence, evidence)
        menu.addAction(self.tr("Move to Argument…"), move)
        menu.addAction(self.tr("Remove Evidence"), partial(arguments.remove_evidence, evidence))
        self._pop_up(menu, place)

    def show_passage(self, passage: RecordId, place: QPoint) -> None:
        """What can be done with a passage of the article."""
        self._commands.passages.pop_up(passage, place)

    def _pop_up(self, menu: QMenu, place: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
