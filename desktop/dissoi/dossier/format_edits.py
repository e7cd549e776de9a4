# SPDX-License-Identifier: MIT
"""What a user can do about the format of the debate."""

from __future__ import annotations

from dissoi.dossier.debate import FORMAT_ID, DebateFormat
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import Edit
from dissoi.dossier.prose import clean


def choose_format(key: str, debate: DebateFormat | None = None) -> Edit:
    """Say in which format the question is debated: the name of a format's file, or "" for none.

    A copy of `debate` is kept with the dossier, so that it is there where nobody has that file. What was
    planned for speeches stays as it is, also for those that the format does not have.
    """

    def run(dossier: Dossier) -> Dossier:
        chosen = dossier.with_records(dossier.question.model_copy(update={"format": clean(key)}))
        return chosen.without([FORMAT_ID]) if debate is None else chosen.with_records(_kept(debate, key))

    return Edit("Choose Format", run)


def keep_format(debate: DebateFormat) -> Edit:
    """Keep a copy of the format that the question names already, as older dossiers have none."""
    return Edit("Keep Format", choose_format(debate.key, debate).run)


def _kept(debate: DebateFormat, key: str) -> DebateFormat:
    return debate.model_copy(update={"id": FORMAT_ID, "key": clean(key)})
