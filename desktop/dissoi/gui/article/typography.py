# SPDX-License-Identifier: MIT
"""The sizes of the article's type and column. All lengths are pixels at the reader's resolution."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QFont

from dissoi.dossier.prose import Block, BlockKind

SERIF = ("Source Serif 4", "Source Serif Pro", "Georgia", "Noto Serif", "DejaVu Serif", "serif")
SANS = ("Source Sans 3", "Source Sans Pro", "Noto Sans", "DejaVu Sans", "sans-serif")
MONO = ("JetBrains Mono", "Menlo", "Consolas", "DejaVu Sans Mono", "monospace")
POINTS = 12.75
LEAST_ZOOM, MOST_ZOOM = 0.5, 4.0
_MEASURE = 640
_GUTTER, _LEAST_GUTTER = 52, 38
"""Room beside the column for the paragraph numbers, where there is enough and where there is little."""
_OTHER, _LEAST_OTHER = 30, 14
"""Room on the other side of the column."""
_NARROW = 460
"""The width in pixels below which a window counts as narrow."""
_TITLES, _TITLE_MEASURES = (1.5, 1.95), (18.0, 32.0)
"""The size of the title in em, and the widths of the column in em over which it grows."""
_HEADINGS = (1.42, 1.22, 1.08)
_CODE = 0.86
_ROW = 0.9
_NOTE = 0.86


class Column(NamedTuple):
    """Where the text stands in a window: its left edge and its width."""

    left: int
    width: int


class Typography(NamedTuple):
    """Fonts and sizes at a zoom (1 is normal) and a resolution in dots per inch."""

    zoom: float = 1.0
    dpi: float = 96.0
    sans: bool = False

    @property
    def em(self) -> float:
        """The size of the body type."""
        return POINTS * self.zoom * self.dpi / 72

    def points(self, kind: BlockKind, level: int = 1) -> float:
        """The type size of a kind of block, in points."""
        scale = {
            BlockKind.CODE: _CODE,
            BlockKind.ROW: _ROW,
            BlockKind.CAPTION: _NOTE,
            BlockKind.NOTE: _NOTE,
        }.get(kind, 1.0)
        if kind is BlockKind.HEADING:
            scale = _HEADINGS[min(level, len(_HEADINGS)) - 1]
        return POINTS * self.zoom * scale

    def line_height(self, kind: BlockKind, level: int = 1) -> float:
        """The distance of lines in a kind of block."""
        spacing = {BlockKind.HEADING: 1.28, BlockKind.CODE: 1.5, BlockKind.ROW: 1.45}.get(kind, 1.55)
        return self.points(kind, level) * self.dpi / 72 * spacing

    def family(self) -> QFont:
        """The family that articles are read in, or the nearest there is."""
        if self.sans:
            return _family(SANS, QFont.StyleHint.SansSerif)
        return _family(SERIF, QFont.StyleHint.Serif)

    def font(self, kind: BlockKind, level: int = 1) -> QFont:
        """The font of a kind of block."""
        font = mono_font() if kind is BlockKind.CODE else self.family()
        font.setPointSizeF(self.points(kind, level))
        font.setBold(kind is BlockKind.HEADING)
        return font

    def title_font(self, width: float) -> QFont:
        """The font of the article's title: smaller in a narrow column, so that it takes fewer lines."""
        least, most = _TITLE_MEASURES
        share = max(0.0, min((width / self.em - least) / (most - least), 1.0))
        font = self.family()
        font.setPointSizeF(POINTS * self.zoom * (_TITLES[0] + (_TITLES[1] - _TITLES[0]) * share))
        font.setBold(True)
        return font

    def note_font(self, base: QFont, scale: float = 0.76) -> QFont:
        """The small font of what stands beside the text; `base` gives its family."""
        font = QFont(base)
        font.setPointSizeF(POINTS * self.zoom * scale)
        return font

    def margins(self, kind: BlockKind) -> tuple[float, float]:
        """The room above and below a kind of block; of two neighbours the larger counts."""
        above, below = {
            BlockKind.HEADING: (1.35, 0.4),
            BlockKind.ITEM: (0.32, 0.32),
            BlockKind.ROW: (0.1, 0.1),
            BlockKind.RULE: (0.5, 0.5),
            BlockKind.PICTURE: (0.9, 0.4),
            BlockKind.CAPTION: (0.3, 1.1),
            BlockKind.NOTE: (0.3, 0.3),
            BlockKind.CODE: (1.15, 1.15),
        }.get(kind, (0.78, 0.78))
        return above * self.em, below * self.em

    def indents(self, block: Block) -> tuple[float, float]:
        """The room before and after a block's lines, in the direction of its text."""
        before, after = {
            BlockKind.QUOTE: (1.45 * block.level, 0.8),
            BlockKind.ITEM: (1.85 * block.level, 0.0),
            BlockKind.NOTE: (1.85, 0.0),
            BlockKind.CODE: (0.8, 0.8),
        }.get(block.kind, (0.0, 0.0))
        return before * self.em, after * self.em

    def column(self, width: int) -> Column:
        """Where the column of text stands in a window of this width: in its middle, if there is room."""
        is_narrow = width < _NARROW
        gutter = round((_LEAST_GUTTER if is_narrow else _GUTTER) * max(1.0, self.zoom))
        other = _LEAST_OTHER if is_narrow else _OTHER
        measure = max(80, min(round(_MEASURE * self.zoom), width - gutter - other))
        return Column(max(gutter, (width - measure) // 2), measure)


def mono_font() -> QFont:
    """A family with letters of one width."""
    return _family(MONO, QFont.StyleHint.Monospace)


def _family(families: tuple[str, ...], hint: QFont.StyleHint) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setStyleHint(hint)
    return font
