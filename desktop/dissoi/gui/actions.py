# SPDX-License-Identifier: MIT
"""One table of what can be done: from it come the menus, the tool bar, the palette and the shortcut list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from dissoi.gui.action_text import plain, tr


class ActionSpec(NamedTuple):
    """One thing that can be done.

    `menu` is "File" or, for a submenu, "View/Theme"; a `group` is a block between two lines. `needs`
    names what must be there for it to be possible: "edit", "argument", "article", "position", "position_2".
    """

    id: str
    text: str
    run: Callable[[], object]
    shortcut: str = ""
    menu: str = ""
    group: int = 0
    needs: frozenset[str] = frozenset()
    choice: str = ""
    """Actions with the same `choice` exclude each other and show which one is on."""
    checkable: bool = False
    tip: str = ""
    letter: str = ""
    """What does the same in the article, where it is no key of the window; the menu shows it."""


def keys_of(spec: ActionSpec) -> str:
    """The keys of an action as the system writes them, to be shown; "" for none."""
    native = QKeySequence.SequenceFormat.NativeText
    return ",  ".join(QKeySequence(key).toString(native) for key in spec.shortcut.split(" | ") if key)


def name_of(spec: ActionSpec) -> str:
    """What an action is called apart from its menu: that of a submenu behind the submenu's name.

    “Evidence” alone would not tell the label from the layout.
    """
    name, below = plain(tr(spec.text)), plain(tr(spec.menu.partition("/")[2]))
    return name if not below or name.startswith(below) else f"{below}: {name}"


class Actions:
    """The table as QActions of a window."""

    def __init__(self, specs: Iterable[ActionSpec], window: QWidget) -> None:
        self.specs = tuple(specs)
        self._by_id: dict[str, QAction] = {}
        self._choices: dict[str, QActionGroup] = {}
        self._submenus: list[QMenu] = []
        for spec in self.specs:
            self._by_id[spec.id] = self._made(spec, window)

    def __getitem__(self, action_id: str) -> QAction:
        return self._by_id[action_id]

    def _made(self, spec: ActionSpec, window: QWidget) -> QAction:
        shown = f"{tr(spec.text)}\t{spec.letter}" if spec.letter else tr(spec.text)
        action = QAction(shown, window)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(key) for key in spec.shortcut.split(" | ") if key])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if spec.tip:
            action.setStatusTip(tr(spec.tip))
        if spec.choice:
            group = self._choices.setdefault(spec.choice, QActionGroup(window))
            group.addAction(action)
        action.setCheckable(spec.checkable or bool(spec.choice))
        action.triggered.connect(_runner(spec.run))
        window.addAction(action)
        return action

    def enable(self, there: frozenset[str]) -> None:
        """Enable what is possible when only `there` is there."""
        for spec in self.specs:
            self._by_id[spec.id].setEnabled(spec.needs <= there)
        for menu in self._submenus:
            menu.menuAction().setEnabled(any(action.isEnabled() for action in menu.actions()))

    def fill(self, menus: Mapping[str, QMenu]) -> None:
        """Fill the menus, each by its title."""
        for title, menu in menus.items():
            self._fill_menu(menu, title.replace("&", ""))

    def _fill_menu(self, menu: QMenu, path: str) -> None:
        last: int | None = None
        made: dict[str, QMenu] = {}
        for spec in self.specs:
            top, _, below = spec.menu.partition("/")
            if top != path:
                continue
            if last is not None and spec.group != last:
                menu.addSeparator()
            last = spec.group
            if not below:
                menu.addAction(self._by_id[spec.id])
                continue
            if below not in made:
                made[below] = menu.addMenu(tr(below))
                self._submenus.append(made[below])
            made[below].addAction(self._by_id[spec.id])

    def menu_of(self, ids: Iterable[str], parent: QWidget) -> QMenu:
        """A context menu of some actions; "" makes a line."""
        menu = QMenu(parent)
        self.add_to(menu, ids)
        return menu

    def add_to(self, menu: QMenu, ids: Iterable[str]) -> None:
        """Add some actions to a menu; "" makes a line."""
        for action_id in ids:
            if action_id:
                menu.addAction(self._by_id[action_id])
            else:
                menu.addSeparator()


def _runner(run: Callable[[], object]) -> Callable[[bool], None]:
    """`run` as a slot: what a click passes on is not for it."""

    def slot(_checked: bool) -> None:
        run()

    return slot
