# SPDX-License-Identifier: MIT
"""The one entry of this room for the front ends: a brief as a file of the kind that its name ends in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dissoi.briefing.content import OpenGaps
from dissoi.briefing.options import ENDINGS, PDF, WHOLE, Options, checked
from dissoi.dossier.debate import DebateFormat
from dissoi.dossier.dossier import Dossier

if TYPE_CHECKING:
    from dissoi.briefing.pdf import OnPage

__all__ = ["ENDINGS", "make_file"]


def make_file(
    dossier: Dossier,
    ending: str,
    options: Options = WHOLE,
    *,
    made_on: str = "",
    debate: DebateFormat | None = None,
    gaps: Sequence[OpenGaps] = (),
    on_page: OnPage | None = None,
) -> bytes:
    """The brief of `dossier`; `ending` is one of `ENDINGS`. Raises `OptionsError` for impossible choices.

    `debate` is the format whose speaking order it shows, if any; `gaps` are listed if the options want it.
    The same dossier, options and date give the same bytes. What `on_page` raises goes through.
    """
    ending = ending.lower()
    options = checked(options, ending)
    if ending == PDF:
        from dissoi.briefing.pdf import make_brief

        return make_brief(dossier, options, made_on=made_on, debate=debate, gaps=gaps, on_page=on_page)
    from dissoi.briefing.outputs import make_output

    return make_output(dossier, ending, options, made_on=made_on, debate=debate, gaps=gaps)
