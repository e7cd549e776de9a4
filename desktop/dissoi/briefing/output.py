# SPDX-License-Identifier: MIT
"""The one entry of this room for the front ends: a brief as a file of the kind that its name ends in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dissoi.briefing.paper import PAPERS
from dissoi.dossier.debate import DebateFormat
from dissoi.dossier.dossier import Dossier

if TYPE_CHECKING:
    from dissoi.briefing.pdf import OnPage

PDF = ".pdf"
ENDINGS = (PDF, ".docx", ".html", ".md", ".txt")
"""The kinds of files there are, in lower case."""
LAYOUT_NAMES = ("brief", "cards", "flow")
"""The layouts of a PDF, as a command line names them."""


def make_file(
    dossier: Dossier,
    ending: str,
    *,
    paper: str = "a4",
    layout: str = "brief",
    made_on: str = "",
    debate: DebateFormat | None = None,
    on_page: OnPage | None = None,
) -> bytes:
    """The brief of `dossier`; `ending` is one of `ENDINGS`, `paper` a key of `PAPERS` and `layout`
    one of `LAYOUT_NAMES`, which only a PDF heeds.

    `debate` is the format whose speaking order it shows, if any.
    The same dossier and date give the same bytes. What `on_page` raises goes through.
    """
    if ending.lower() == PDF:
        from dissoi.briefing.pdf import make_brief

        chosen = PAPERS[paper]
        return make_brief(
            dossier, paper=chosen, layout=layout, made_on=made_on, debate=debate, on_page=on_page
        )
    from dissoi.briefing.outputs import make_output

    return make_output(dossier, ending.lower(), made_on=made_on, debate=debate)
