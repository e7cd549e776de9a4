# SPDX-License-Identifier: MIT
"""The short glow that shows where a revealed passage stands."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dissoi.gui.article.painting import Flash

if TYPE_CHECKING:
    from PySide6.QtCore import QVariantAnimation

DURATION = 1100
"""Milliseconds until the glow is gone."""


class Flashing(QObject):
    """Fades a `Flash` from full strength to nothing; `changed` tells when to paint again."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.flash = Flash()

    @cached_property
    def _fade(self) -> QVariantAnimation:
        from PySide6.QtCore import QEasingCurve, QVariantAnimation

        fade = QVariantAnimation(self)
        fade.setStartValue(1.0)
        fade.setEndValue(0.0)
        fade.setDuration(DURATION)
        fade.setEasingCurve(QEasingCurve.Type.InOutQuad)
        fade.valueChanged.connect(self._set_strength)
        return fade

    def start(self, start: int, end: int) -> None:
        """Let a range of the document (UTF-16 units) glow."""
        self._fade.stop()
        self.flash = Flash(start, end, 1.0)
        self._fade.start()

    def stop(self) -> None:
        """End the glow at once."""
        if self.flash.strength:
            self._fade.stop()
        self.flash = Flash()

    def _set_strength(self, strength: float) -> None:
        self.flash = Flash(self.flash.start, self.flash.end, strength)
        self.changed.emit()
