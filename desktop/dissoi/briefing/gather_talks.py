# SPDX-License-Identifier: MIT
"""Gathers who says what in which speech."""

from __future__ import annotations

from collections.abc import Container, Mapping

from dissoi.briefing.content import Said, Talk, Team
from dissoi.dossier.debate import DebateFormat
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Argument, RecordId, Side
from dissoi.dossier.sides import reference_of
from dissoi.dossier.speaking_time import speaking_time
from dissoi.dossier.speech_plan import Planned, foreign_in, planned_speeches, teams_in


def teams_of(dossier: Dossier, debate: DebateFormat | None) -> tuple[Team, ...]:
    """The teams of a debate, as far as it is known what they argue for."""
    if debate is None:
        return ()
    stands = teams_in(dossier, planned_speeches(dossier, debate))
    teams = (Team(team, *(_argued(dossier, stands, team, side) for side in Side)) for team in Side)
    return tuple(team for team in teams if team.backs or team.attacks)


def _argued(
    dossier: Dossier, stands: Mapping[tuple[Side, RecordId], Side], team: Side, side: Side
) -> tuple[str, ...]:
    """The numbers of the positions on this side of which a team stands."""
    return tuple(
        dossier.number_of(each.id) for each in dossier.positions if stands.get((team, each.id)) is side
    )


def talks_of(dossier: Dossier, debate: DebateFormat | None) -> tuple[Talk, ...]:
    """The speeches of a format with what is planned for each, then what is planned for others."""
    planned = planned_speeches(dossier, debate)
    foreign = foreign_in(dossier, planned)
    return tuple(
        _talk(dossier, each, {key for name, key in foreign if name == each.name}) for each in planned
    )


def _talk(dossier: Dossier, planned: Planned, foreign: Container[RecordId]) -> Talk:
    again = f" ({planned.name.nth})" if planned.speech is None and planned.name.nth > 1 else ""
    return Talk(
        name=planned.name.name + again,
        speech=planned.speech,
        speaker=planned.speaker.strip(),
        note=planned.note.strip(),
        said=tuple(_said(dossier, each, foreign=each.id in foreign) for each in planned.arguments),
    )


def _said(dossier: Dossier, argument: Argument, *, foreign: bool) -> Said:
    return Said(
        record=argument.id,
        foreign=foreign,
        stand=dossier.number_of(dossier.position_of(argument.id).id),
        number=dossier.number_of(argument.id),
        reference=reference_of(dossier, argument.id),
        claim=argument.claim.strip(),
        seconds=speaking_time(dossier, argument.id),
    )
