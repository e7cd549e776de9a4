# SPDX-License-Identifier: MIT
"""Named colours, fonts and the look of the window, light and dark."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

SANS = "Source Sans 3"
SERIF = "Source Serif 4"
UI_POINTS = 10.5
_HALF = 0.5
"""The lightness below which a ground is dark."""


class Colours(NamedTuple):
    """Every colour of the window, by what it is for."""

    dark: bool
    window: str
    panel: str
    card: str
    border: str
    ink: str
    muted: str
    faint: str
    accent: str
    accent_soft: str
    pro: str
    con: str
    quote: str
    quote_ink: str
    answer: str
    warning: str
    hover: str

    @property
    def on_accent(self) -> str:
        """Words on a ground of `accent`."""
        return "#10141c" if self.dark else "#ffffff"


LIGHT = Colours(
    dark=False,
    window="#f2f3f6",
    panel="#f7f9fb",
    card="#ffffff",
    border="#d9dde5",
    ink="#1b2130",
    muted="#5a6478",
    faint="#8a93a5",
    accent="#1d4ed8",
    accent_soft="#dbe7fd",
    pro="#1b4f8a",
    con="#a84300",
    quote="#fff7df",
    quote_ink="#3b3423",
    answer="#f5f7fa",
    warning="#a84300",
    hover="#e9edf4",
)

DARK = Colours(
    dark=True,
    window="#16191f",
    panel="#1b1f27",
    card="#232832",
    border="#3a4150",
    ink="#e8ebf1",
    muted="#a7b0c0",
    faint="#7d8799",
    accent="#7aa7ff",
    accent_soft="#2a3a5c",
    pro="#7fb2f0",
    con="#f0a067",
    quote="#37321f",
    quote_ink="#efe6c8",
    answer="#1d222b",
    warning="#f0a067",
    hover="#2c323e",
)


def warning_ink(palette: QPalette) -> QColor:
    """The colour of warnings on the ground of a palette."""
    is_dark = palette.color(QPalette.ColorRole.Window).lightnessF() < _HALF
    return QColor((DARK if is_dark else LIGHT).warning)


def load_fonts(folder: Path) -> None:
    """Make the fonts of the brief known to Qt, so that screen and paper look alike."""
    for file in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def ui_font() -> QFont:
    """The font of controls and cards."""
    font = QFont(SANS)
    font.setPointSizeF(UI_POINTS)
    return font


def scaled(font: QFont, factor: float, weight: QFont.Weight | None = None) -> QFont:
    """`font` made larger or smaller, and heavier if asked."""
    result = QFont(font)
    result.setPointSizeF(font.pointSizeF() * factor)
    if weight is not None:
        result.setWeight(weight)
    return result


def colours_for(theme: str) -> Colours:
    """The colours of a theme: "light", "dark", or "system" for what the desktop asks for."""
    if theme == "system":
        asked = QGuiApplication.styleHints().colorScheme()
        return DARK if asked == Qt.ColorScheme.Dark else LIGHT
    return DARK if theme == "dark" else LIGHT


def tint(label: QLabel, colour: str) -> None:
    """Write a label in a colour ("#rrggbb")."""
    palette = label.palette()
    palette.setColor(label.foregroundRole(), QColor(colour))
    label.setPalette(palette)


def palette_of(colours: Colours) -> QPalette:
    """Qt's palette in these colours."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.ink,
        QPalette.ColorRole.Base: colours.card,
        QPalette.ColorRole.AlternateBase: colours.panel,
        QPalette.ColorRole.Text: colours.ink,
        QPalette.ColorRole.PlaceholderText: colours.faint,
        QPalette.ColorRole.Button: colours.panel,
        QPalette.ColorRole.ButtonText: colours.ink,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.ToolTipBase: colours.card,
        QPalette.ColorRole.ToolTipText: colours.ink,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.Mid: colours.border,
        QPalette.ColorRole.Light: colours.card,
        QPalette.ColorRole.Midlight: colours.hover,
        QPalette.ColorRole.Dark: colours.border,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    # What is chosen is marked faintly in a window that is not in front, and in a list without the focus.
    inactive = QPalette.ColorGroup.Inactive
    palette.setColor(inactive, QPalette.ColorRole.Highlight, QColor(colours.accent_soft))
    palette.setColor(inactive, QPalette.ColorRole.HighlightedText, QColor(colours.ink))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.faint))
    return palette


_TICKED = ("QCheckBox", "QRadioButton", "QAbstractItemView")
"""The classes of what has boxes to tick; Fusion draws their edges a good deal darker than `Window`."""


def _tick_palette(colours: Colours) -> QPalette:
    """The palette of what has boxes to tick: on dark ground their edges are lighter than it."""
    palette = palette_of(colours)
    if colours.dark:
        palette.setColor(QPalette.ColorRole.Window, QColor(colours.muted))
    return palette


def dress(application: QApplication, colours: Colours) -> None:
    """Give the whole application its font and colours."""
    application.setFont(ui_font())
    application.setPalette(palette_of(colours))
    for kind in _TICKED:
        # Qt's stubs ask for bytes, which it does not take.
        application.setPalette(_tick_palette(colours), kind)  # type: ignore[arg-type]


@runtime_checkable
class Dressed(Protocol):
    """A widget with colours that it does not have from Qt's palette."""

    def dress(self, colours: Colours) -> None:
        """Be in these colours from now on."""


def dress_window(window: QWidget, colours: Colours) -> None:
    """Give a window new colours where it stands, with all in it and the dialogs beside it, at one blow."""
    window.setUpdatesEnabled(False)
    for each in (window, *window.findChildren(QWidget)):
        if isinstance(each, Dressed):
            each.dress(colours)
    window.setUpdatesEnabled(True)


def row_style(colours: Colours, kind: str) -> str:
    """The style sheet of the rows of a list of this class that has a style sheet; see `PlainRows`."""
    return f"""
    {kind} {{ outline: 0; }}
    {kind}::item:selected {{ background: {colours.accent_soft}; color: {colours.ink}; }}
    {kind}::item:selected:focus {{ background: {colours.accent}; color: {colours.on_accent}; }}
    """


def scroll_style(colours: Colours) -> str:
    """The style sheet of slim scroll bars, for the few areas that scroll."""
    return f"""
    QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {colours.border}; border-radius: 4px; min-height: 36px;
        margin: 2px 2px 2px 1px; }}
    QScrollBar::handle:vertical:hover {{ background: {colours.faint}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def tool_style(colours: Colours) -> str:
    """The style sheet of the tool bar. The window has none: it would slow down every card in it."""
    return f"""
    QToolBar {{ background: {colours.card}; border: 0; border-bottom: 1px solid {colours.border};
        padding: 5px 10px; spacing: 4px; }}
    QToolBar QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 5px 9px; outline: 0;
        color: {colours.ink}; }}
    QToolBar QToolButton:hover {{ background: {colours.hover}; }}
    QToolBar QToolButton:focus {{ border: 1px solid {colours.accent}; }}
    QToolBar QToolButton:disabled {{ color: {colours.faint}; }}
    QToolBar QToolButton#primary {{ background: {colours.accent}; padding: 6px 13px; font-weight: 600;
        color: {colours.on_accent}; }}
    QToolBar QToolButton#primary:focus {{ border: 2px solid {colours.ink}; padding: 5px 12px; }}
    QToolBar QToolButton#search {{ border: 1px solid {colours.border}; color: {colours.muted};
        padding: 6px 14px; }}
    QToolBar QToolButton#search:focus {{ border: 1px solid {colours.accent}; color: {colours.ink}; }}
    QToolBar::separator {{ background: {colours.border}; width: 1px; margin: 6px 8px; }}
    """


def status_style(colours: Colours) -> str:
    """The style sheet of the status bar."""
    return f"""
    QStatusBar {{ background: {colours.panel}; border-top: 1px solid {colours.border};
        color: {colours.muted}; }}
    QStatusBar QLabel {{ color: {colours.muted}; padding: 1px 6px; }}
    QStatusBar::item {{ border: 0; }}
    """
