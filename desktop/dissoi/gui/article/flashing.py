# SPDX-License-Identifier: MIT
"""The short glow that shows where a revealed passage stands."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from dissoi.gui.article.painting import Flash

DURATION = 1100
"""Milliseconds until the glow is gone."""


class Flashing(QObject):
    """Fades a `Flash` from full strength to nothing; `changed` tells when to paint again."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.flash = Flash()
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.setDuration(DURATION)
        self._fade.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self._fade.valueChanged.connect(self._set_strength)

    def start(self, start: int, end: int) -> None:
        """Let a range of the document (UTF-16 units) glow."""
        self._fade.stop()
        self.flash = Flash(start, end, 1.0)
        self._fade.start()

    def stop(self) -> None:
        """End the glow at once."""
        self._fade.stop()
        self.flash = Flash()

    def _set_strength(self, strength: float) -> None:
        self.flash = Flash(self.flash.start, self.flash.end, strength)
        self.changed.emit()
