# SPDX-License-Identifier: MIT
"""The one entry of this room for the front ends: a brief as a file of the kind that its name ends in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dissoi.briefing.content import ANY_OCCASION, Occasion
from dissoi.briefing.options import ENDINGS, PDF, WHOLE, Options, checked
from dissoi.dossier.dossier import Dossier

if TYPE_CHECKING:
    from dissoi.briefing.pdf import OnPage

__all__ = ["ENDINGS", "make_file"]


def make_file(
    dossier: Dossier,
    ending: str,
    options: Options = WHOLE,
    occasion: Occasion = ANY_OCCASION,
    *,
    on_page: OnPage | None = None,
    on_notice: Callable[[str], None] | None = None,
    is_alone: bool = False,
) -> bytes:
    """The brief of `dossier`; `ending` is one of `ENDINGS`. Raises `OptionsError` for impossible choices.

    The same dossier, options and occasion give the same bytes. What `on_page` raises goes through; in files
    without pages it is told 0 for each part. `on_notice` is told, in a sentence, what does not look in the
    finished brief as it should. `is_alone` says that the process does nothing else, and has no threads: then
    another may do a part of the work.
    """
    ending = ending.lower()
    options = checked(options, ending)
    if ending == PDF:
        from dissoi.briefing.partner import engaged
        from dissoi.briefing.pdf import make_brief

        return make_brief(
            dossier,
            options,
            occasion,
            on_page=on_page,
            on_unshown=lambda characters: on_notice(_notice(characters)) if on_notice else None,
            engage=engaged(is_alone=is_alone),
        )
    from dissoi.briefing.outputs import make_output

    told = on_page or (lambda _: None)
    return make_output(dossier, ending, options, occasion, on_part=lambda: told(0))


_MOST_NAMED = 12


def _notice(characters: str) -> str:
    """What is told of characters that show as boxes."""
    named = [f"{char} (U+{ord(char):04X})" for char in characters[:_MOST_NAMED]]
    more = f" and {len(characters) - _MOST_NAMED} more" if len(characters) > _MOST_NAMED else ""
    told = f"Characters that no font here can show: {', '.join(named)}{more}."
    return f"{told} The brief has boxes in their place."
