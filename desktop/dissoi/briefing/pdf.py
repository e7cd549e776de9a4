# SPDX-License-Identifier: MIT
"""Draws a brief as PDF: the one entry of this room for the front ends."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from dissoi import resources
from dissoi.briefing.content import ANY_OCCASION, Brief, Occasion
from dissoi.briefing.desk import Desk
from dissoi.briefing.fonts import Fonts
from dissoi.briefing.gather import brief_of
from dissoi.briefing.halves import Second, second_half, second_stands
from dissoi.briefing.languages import language_of
from dissoi.briefing.layout_brief import drafted, finished
from dissoi.briefing.layouts import Layout, layout_of
from dissoi.briefing.lines import Setter
from dissoi.briefing.options import WHOLE, Options, checked
from dissoi.briefing.paper import PAPERS, Format, Paper, half_of
from dissoi.briefing.partner import Engage, InTurn
from dissoi.briefing.styles import Type
from dissoi.briefing.typesetting.embedding import TooManyGlyphsError
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.markup import blocks_of
from dissoi.dossier.records import Side

OnPage = Callable[[int], None]
"""Told 0 for each page that is arranged, then the number of each page written. May raise, to stop."""

OnUnshown = Callable[[str], None]
"""Told, when the brief is finished, the characters that no font here can show, if there are any."""

_ENOUGH = 20
"""How many arguments of one side tell the language of a brief."""


def make_brief(
    dossier: Dossier,
    options: Options = WHOLE,
    occasion: Occasion = ANY_OCCASION,
    *,
    paper: Paper | None = None,
    on_page: OnPage | None = None,
    on_unshown: OnUnshown | None = None,
    engage: Engage = InTurn,
) -> bytes:
    """The brief of `dossier` as a PDF; the same dossier and occasion give the same bytes.

    Raises `OptionsError` for impossible choices.
    `paper` is a sheet other than the options name. What `on_page` raises goes through. `engage` has the
    second half of a long brief made.
    """
    options = checked(options)
    with _undisturbed():
        brief = brief_of(dossier, blocks_of, options, occasion)
    paper, tell = paper or PAPERS[options.paper], on_page or (lambda _: None)
    return draw_brief(brief, paper, tell, options, on_unshown=on_unshown, engage=engage)


def draw_brief(
    brief: Brief,
    paper: Paper,
    on_page: OnPage,
    options: Options = WHOLE,
    *,
    on_unshown: OnUnshown | None = None,
    engage: Engage = InTurn,
) -> bytes:
    """A brief as a PDF."""
    fonts, layout = Fonts(resources.fonts()), layout_of(options.layout)
    desk = Desk(Setter(language_of_brief(brief)), Type(fonts), format_of(options, paper), options)
    unshown = ""
    with _undisturbed():
        stands = second_stands(brief, options)
        if stands:
            partner = engage(lambda: second_half(brief, stands, layout, desk, fonts))
            second = Second(partner, stands, partial(on_page, 0))
            try:
                made = _in_halves(brief, layout, desk, on_page, second)
                unshown = second.unshown
            except TooManyGlyphsError:
                made = _whole(brief, layout, desk, on_page)
            finally:
                partner.dismiss()
        else:
            made = _whole(brief, layout, desk, on_page)
    unshown = "".join(dict.fromkeys(fonts.unshown + unshown))
    if on_unshown and unshown:
        on_unshown(unshown)
    return made


def _whole(brief: Brief, layout: Layout, desk: Desk, on_page: OnPage) -> bytes:
    book = layout.set(brief, desk, partial(on_page, 0))
    from dissoi.briefing.printing.document import written

    return written(brief, book, layout, desk, on_page=on_page)


def _in_halves(brief: Brief, layout: Layout, desk: Desk, on_page: OnPage, second: Second) -> bytes:
    # What this takes to load goes on beside the second half.
    from dissoi.briefing.printing.document import written

    tell = partial(on_page, 0)
    draft = drafted(brief, desk._replace(recalling=second.recalled), tell)
    second.number(draft.pages)
    book = finished(draft, desk, tell)
    return written(brief, book, layout, desk, on_page=on_page, second=second)


def language_of_brief(brief: Brief) -> str:
    """The language of most of a brief."""
    claims = (point.claim for stand in brief.stands for side in Side for point in stand.of(side)[:_ENOUGH])
    return language_of(" ".join([brief.question, *(stand.statement for stand in brief.stands), *claims]))


def format_of(options: Options, paper: Paper) -> Format:
    """Where the type area lies on the pages of a brief."""
    page = half_of(paper) if options.booklet else paper
    return layout_of(options.layout).format(page)._replace(mirrored=options.duplex or options.booklet)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No garbage collection meanwhile: it would look at every line again and again, and find none to free."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
