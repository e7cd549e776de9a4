# SPDX-License-Identifier: MIT
"""The gaps of a dossier as text for a terminal: what `dissoi check` prints."""

from __future__ import annotations

from dissoi.cli.speaking import printable
from dissoi.dossier.dossier import Dossier
from dissoi.reasoning.checks import Finding
from dissoi.reasoning.wording import in_words

_NO_GAPS = "No gaps found.\n"


def findings_text(dossier: Dossier, found: tuple[Finding, ...]) -> str:
    """The findings grouped by kind, one a line."""
    parts = (
        f"{each.heading} ({len(each.lines)})\n" + "".join(f"  {printable(line)}\n" for line in each.lines)
        for each in in_words(dossier, found)
    )
    return "\n".join(parts) or _NO_GAPS
