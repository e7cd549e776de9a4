# SPDX-License-Identifier: MIT
"""What cards and pages ask for. The main window hears it; no widget changes a record itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Intents(QObject):
    """Signals that editor widgets emit. An id is a `RecordId`, which Qt carries as `str`."""

    edit = Signal(object, object)
    """(Edit, initiator): make this edit; the initiator passes over its own echo."""
    typed = Signal()
    """Something was typed: a pause from now ends the step of history."""
    left_field = Signal()
    """A field was left: what is typed next is another step of history."""
    show_passage = Signal(str)
    """(passage): show this place in its article."""
    activated = Signal(str)
    """(argument): this is now the argument being edited; "" for none."""
    dropped_on_argument = Signal(str, str, int, int, str)
    """(argument, article, start, end, words): words dropped on a card."""
    dropped_on_side = Signal(str, str, str, int, int, str)
    """(parent, side, article, start, end, words): words dropped on a column."""
    argument_dropped = Signal(str, str, str, int)
    """(argument, parent, side, index): a card dropped at a place in a column."""
    evidence_looked_at = Signal(str)
    """(evidence): it was clicked, or has the keyboard now."""
    evidence_dropped = Signal(str, str)
    """(argument, evidence): evidence of another card dropped on one."""
    menu_wanted = Signal(str, object)
    """(argument, global position): show what can be done with an argument."""
    field_menu = Signal(object, object)
    """(menu, field): the menu of a text is about to be shown; add what belongs there."""
    add_wanted = Signal(str, str)
    """(parent, side): add an argument or answer."""
    position_wanted = Signal()
    """Add a position."""
    holders_wanted = Signal(str)
    """(position): edit who holds it."""
    evidence_menu_wanted = Signal(str, object)
    """(evidence, global position): show what can be done with evidence."""
    weigh_wanted = Signal(str, int)
    """(argument, weight): give it this weight."""
