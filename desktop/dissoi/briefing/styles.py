# SPDX-License-Identifier: MIT
"""The type of the brief: faces, sizes, leading and space, all in points."""

from __future__ import annotations

from typing import NamedTuple

from dissoi.briefing.fonts import Cut, Family, Fonts
from dissoi.briefing.lines import BLACK, Ink, Look
from dissoi.briefing.structure import Role
from dissoi.dossier.records import Side


def grey(level: float) -> Ink:
    """A grey between 0 (black) and 1 (white)."""
    return (level, level, level)


DARK = grey(0.15)
LABEL = grey(0.25)
QUIET = grey(0.3)
HAIR = grey(0.6)
WHITE = grey(1)
SIDE_INKS = {Side.PRO: (0.106, 0.310, 0.541), Side.CON: (0.659, 0.263, 0.0)}
"""#1B4F8A and #A84300, of contrast 8.3 and 6.1 on white: an extra only, sign, word and shape tell first."""


class Style(NamedTuple):
    """How a paragraph is set. `keep` keeps it on one page with what follows, `role` is what it is.

    `hyphenated` lets its words be divided in narrow columns; what is read at a glance keeps its words whole.
    """

    family: Family = Family.SERIF
    size: float = 9.5
    leading: float = 12.5
    cut: Cut = Cut.REGULAR
    ink: Ink = BLACK
    before: float = 0.0
    after: float = 0.0
    track: float = 0.0
    keep: bool = False
    role: Role = Role.PARAGRAPH
    hyphenated: bool = False

    @property
    def baseline(self) -> float:
        """How far below the top of a line its baseline lies: capitals stand in the middle of the leading."""
        return (self.leading + 0.67 * self.size) / 2


TITLE = Style(Family.SANS, 30, 34, Cut.BOLD, after=10, keep=True, role=Role.H1)
KICKER = Style(Family.SANS, 9, 12, Cut.SEMIBOLD, QUIET, after=6, track=0.6, keep=True)
H1 = Style(Family.SANS, 20, 24, Cut.BOLD, after=8, keep=True, role=Role.H1)
H2 = Style(Family.SANS, 13, 16, Cut.BOLD, before=18, after=4, keep=True, role=Role.H2)
LEAD = Style(Family.SERIF, 13, 17, Cut.SEMIBOLD, after=8)
PROSE = Style(Family.SERIF, 10.5, 14.5, after=6, hyphenated=True)
CELL = Style(Family.SERIF, 9.5, 12.5, after=4, hyphenated=True)
CLAIM = Style(Family.SERIF, 11, 13.5, Cut.BOLD, after=3, keep=True, role=Role.H3)
ANSWER = Style(Family.SERIF, 9.5, 12.5, Cut.BOLD, after=2.5, keep=True, role=Role.H4)
TAG = Style(Family.SANS, 7.5, 10, Cut.BOLD, LABEL, before=5, after=1.5, track=0.5, keep=True)
QUOTE = Style(Family.SERIF, 9.25, 12.25, after=2, role=Role.QUOTATION, hyphenated=True)
CITE = Style(Family.SANS, 7.75, 10, ink=DARK, after=4)
SMALL = Style(Family.SANS, 8, 10.5, ink=QUIET, after=4)
NOTE = Style(Family.SANS, 7.75, 10, Cut.ITALIC, QUIET, before=3, after=4)
HEAD = Style(Family.SANS, 8, 10, ink=QUIET)
SOURCE = Style(Family.SERIF, 8.75, 11.5, after=4, hyphenated=True)
ENTRY = Style(Family.SERIF, 9.5, 12.5, after=1.5)


class Type:
    """Looks of styles, in the fonts at hand."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._looks: dict[tuple[Style, Cut], Look] = {}

    def look(self, style: Style) -> Look:
        """The plain look of a style."""
        return self._look(style, style.cut)

    def _look(self, style: Style, cut: Cut) -> Look:
        look = self._looks.get((style, cut))
        if look is None:
            face = self._fonts.face(style.family, cut)
            look = Look(face, style.size, style.ink, style.track, hyphenated=style.hyphenated)
            self._looks[style, cut] = look
        return look

    def bold(self, style: Style) -> Look:
        """The bold look of a style."""
        italic = style.cut in {Cut.ITALIC, Cut.BOLD_ITALIC}
        return self._look(style, Cut.BOLD_ITALIC if italic else Cut.BOLD)

    def italic(self, style: Style) -> Look:
        """The italic look of a style."""
        heavy = style.cut in {Cut.BOLD, Cut.SEMIBOLD, Cut.BOLD_ITALIC}
        return self._look(style, Cut.BOLD_ITALIC if heavy else Cut.ITALIC)

    def code(self, style: Style) -> Look:
        """The look of code within a style."""
        cut = Cut.REGULAR if style.cut in {Cut.REGULAR, Cut.ITALIC} else Cut.BOLD
        return self.look(style._replace(family=Family.SANS, cut=cut))
