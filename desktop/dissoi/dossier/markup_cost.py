# SPDX-License-Identifier: MIT
"""How long the Markdown parser would take over a text: what was made to keep it busy is not given to it."""

from __future__ import annotations

import re

from dissoi.dossier.markup_settling import PARAGRAPHS_PART

# What Python-Markdown 3.11 takes, in steps of about 0.1 microseconds, measured: some marks cost their number
# times the length of the stretch between blank lines that they stand in, others about a tenth of that.
_SLOW_MARKS = re.compile(r"\[|^ {0,3}(?:#{1,6}(?: |$)|=+ *$|[-*_]+(?: +[-*_]+)* *$)", re.MULTILINE)
_OTHER_MARKS = re.compile(r"[`*_~<&\\]|  $", re.MULTILINE)
_ITEMS = re.compile(r"^[ >]*(?:[-+*•]|\d+[.)]) |^[ >]*\|", re.MULTILINE)
_STEPS_A_STRETCH, _STEPS_AN_ITEM, _STEPS_A_PIPE = 500, 1000, 50
_MOST_STEPS_IN_A_STRETCH = 1_500_000
_STEPS_A_SECOND = 10_000_000
_DEEP = re.compile(r"^(?: *(?:>|[-+*] |\d+\. )){17}", re.MULTILINE)
"""Matches a line that goes so deep into quotations and lists that the parser may run out of stack."""


def is_hostile(text: str, patience: float = 1) -> bool:
    """Whether the parser would take too long over this text, or go too deep."""
    if _DEEP.search(text):
        return True
    total = len(_ITEMS.findall(text)) * _STEPS_AN_ITEM + text.count("|") * _STEPS_A_PIPE
    for stretch in PARAGRAPHS_PART.split(text):
        marks = len(_SLOW_MARKS.findall(stretch)) + len(_OTHER_MARKS.findall(stretch)) / 10
        if len(stretch) * marks > _MOST_STEPS_IN_A_STRETCH:
            return True
        total += int(len(stretch) * marks) + _STEPS_A_STRETCH
    return total > patience * _STEPS_A_SECOND
