# SPDX-License-Identifier: MIT
"""Debate formats as text."""

from __future__ import annotations

from collections.abc import Mapping

from dissoi.cli.speaking import printable
from dissoi.dossier.debate import DebateFormat, Floor, Speech, in_minutes
from dissoi.dossier.records import Side

SIGNS = {Floor.PRO: "+", Floor.CON: "−", Floor.BOTH: "±"}


def formats_text(known: Mapping[str, DebateFormat]) -> str:
    """The formats, a line each, with the name by which a dossier refers to them."""
    names = {printable(key): printable(each.name) for key, each in known.items()}
    widest = max(map(len, names), default=0)
    return "".join(f"{key:<{widest}}  {name}\n" for key, name in names.items())


def format_text(debate: DebateFormat) -> str:
    """One format with its speeches, and where its rules were looked up."""
    lines = [printable(debate.name), "", *map(_line, debate.speeches), ""]
    lines += [f"{side.value}: {in_minutes(debate.minutes_of(side))}" for side in Side]
    lines += [f"preparation: {printable(debate.preparation)}"] if debate.preparation else []
    lines += [printable(debate.notes)] if debate.notes else []
    lines += [f"source: {printable(source)}" for source in debate.sources]
    return "\n".join(lines) + "\n"


def _line(speech: Speech) -> str:
    named = f"{speech.name}, {speech.speaker}" if speech.speaker else speech.name
    return f"{SIGNS[speech.side]} {in_minutes(speech.minutes):>5}  {printable(named)}"
