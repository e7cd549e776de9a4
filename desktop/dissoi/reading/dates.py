# SPDX-License-Identifier: MIT
"""Dates as articles write them: "18 February 2025", "Feb. 18, 2025", "2025-02-18", "18.02.2025"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dissoi.dossier.citation import MONTHS

_SHORT = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_MONTH = r"(?P<{0}>" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS) + r"|Sept)\.?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>(?:1[5-9]|20)\d\d)"
_FORMS = (
    rf"(?P<d1>\d{{1,2}}){_ORDINAL}\s+(?:of\s+)?{_MONTH.format('m1')},?\s+{_YEAR.format('y1')}",
    rf"{_MONTH.format('m2')}\s+(?P<d2>\d{{1,2}}){_ORDINAL},?\s+{_YEAR.format('y2')}",
    rf"{_YEAR.format('y3')}-(?P<m3>\d\d)-(?P<d3>\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?",
    rf"(?P<d4>\d{{1,2}})\.\s?(?P<m4>\d{{1,2}})\.\s?{_YEAR.format('y4')}",
    rf"{_MONTH.format('m5')},?\s+{_YEAR.format('y5')}",
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_TIME = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,5})?)?"
_DATE = re.compile(rf"{_WEEKDAY}(?:{'|'.join(_FORMS)})(?!\d){_TIME}", re.IGNORECASE)


@dataclass(frozen=True)
class FoundDate:
    """A date in a text: as a partial date of a record, and where it stands."""

    partial: str
    start: int
    end: int


def find_date(text: str, start: int = 0) -> FoundDate | None:
    """The first date in a text that exists in the calendar."""
    for found in _DATE.finditer(text, start):
        if partial := _partial(found):
            return FoundDate(partial, *found.span())
    return None


def partial_date(text: str) -> str:
    """The partial date that a whole text is, such as "2025" or "Feb. 18, 2025"; else ""."""
    text = text.strip()
    if re.fullmatch(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?", text):
        return text
    found = find_date(text)
    return found.partial if found and found.start == 0 and found.end == len(text) else ""


def _partial(found: re.Match[str]) -> str:
    groups = {name[0]: text for name, text in found.groupdict().items() if text}
    month = _SHORT.get(groups["m"][:3].lower()) or int(groups["m"])
    try:
        day = date(int(groups["y"]), month, int(groups.get("d", "1")))
    except ValueError:
        return ""
    return day.isoformat() if "d" in groups else day.isoformat()[:7]
