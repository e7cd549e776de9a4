# SPDX-License-Identifier: MIT
"""What the briefs of this window are made for."""

from __future__ import annotations

from dissoi.briefing.content import Occasion
from dissoi.briefing.options import Options
from dissoi.dossier.dossier import Dossier
from dissoi.identity import today
from dissoi.reasoning.wording import open_gaps
from dissoi.storage.formats import debate_of


def occasion_of(dossier: Dossier, options: Options, made_by: str = "") -> Occasion:
    """Today's date, who makes it, the format of the debate, and what is open if that is to be listed."""
    gaps = open_gaps(dossier) if options.gaps else ()
    return Occasion(made_on=today(), made_by=made_by, debate=debate_of(dossier), gaps=gaps)
