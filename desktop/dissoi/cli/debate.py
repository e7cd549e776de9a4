# SPDX-License-Identifier: MIT
"""Debate formats as text."""

from __future__ import annotations

from collections.abc import Mapping

from dissoi.dossier.debate import DebateFormat, Floor, Speech, in_minutes
from dissoi.dossier.records import Side

SIGNS = {Floor.PRO: "+", Floor.CON: "−", Floor.BOTH: "±"}


def formats_text(known: Mapping[str, DebateFormat]) -> str:
    """The formats, a line each, with the name by which a dossier refers to them."""
    widest = max(map(len, known), default=0)
    return "".join(f"{key:<{widest}}  {each.name}\n" for key, each in known.items())


def format_text(debate: DebateFormat) -> str:
    """One format with its speeches, and where its rules were looked up."""
    lines = [debate.name, "", *map(_line, debate.speeches), ""]
    lines += [f"{side.value}: {in_minutes(debate.minutes_of(side))}" for side in Side]
    lines += [f"preparation: {debate.preparation}"] if debate.preparation else []
    lines += [debate.notes] if debate.notes else []
    lines += [f"source: {source}" for source in debate.sources]
    return "\n".join(lines) + "\n"


def _line(speech: Speech) -> str:
    speaker = f", {speech.speaker}" if speech.speaker else ""
    return f"{SIGNS[speech.side]} {in_minutes(speech.minutes):>5}  {speech.name}{speaker}"
