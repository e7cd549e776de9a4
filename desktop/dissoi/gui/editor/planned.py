# SPDX-License-Identifier: MIT
"""What a card tells of the debate: in how many speeches its argument is said, and what is asked about it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QBoxLayout, QLabel

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import RecordId
from dissoi.gui.plain_words import plain_words
from dissoi.gui.theme import Colours, scaled, tint, ui_font

_SMALL = 0.88
LONGEST = 38
"""Characters of the name of a speech on a card."""


def planned_line(
    line: QLabel | None, box: QBoxLayout, dossier: Dossier, argument: RecordId, colours: Colours
) -> QLabel | None:
    """Tell it in `line`, or in one made at the end of `box`: few cards have anything to tell."""
    text = planned_text(dossier, argument)
    if line is None and text:
        line = QLabel(box.parentWidget())
        line.setFont(scaled(ui_font(), _SMALL))
        tint(line, colours.muted)
        box.addWidget(line)
    if line is not None:
        line.setText(text)
        line.setToolTip(plain_words(planned_names(dossier, argument)))
        line.setVisible(bool(text))
    return line


def planned_text(dossier: Dossier, argument: RecordId) -> str:
    """In words: "In First rebuttal · 3 questions for crossfire"; "" where nothing is planned."""
    said = len(dossier.assignments_of(argument))
    only = planned_names(dossier, argument) if said == 1 else ""
    firsts = dossier.questions_about(argument)
    asked = len(firsts) + sum(len(dossier.questions_about(each.id)) for each in firsts)
    parts = (
        (said, tr("In {0}").format(cut(only)), tr("In {0} speeches")),
        (asked, tr("one question for crossfire"), tr("{0} questions for crossfire")),
    )
    told = [one if count == 1 else several.format(count) for count, one, several in parts if count]
    text = " · ".join(told)
    return text[:1].upper() + text[1:]


def planned_names(dossier: Dossier, argument: RecordId) -> str:
    """The names of the speeches that an argument is said in, a line each."""
    if not dossier.assignments_of(argument):
        return ""
    from dissoi.dossier.speech_plan import said_in

    names = said_in(dossier, argument)
    return "\n".join(f"{each.name} ({each.nth})" if each.nth > 1 else each.name for each in names)


def cut(name: str) -> str:
    """The name of a speech, so that it has room on a card."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"


def tr(text: str) -> str:
    """`text` in the reader's language."""
    return QCoreApplication.translate("planned", text)
