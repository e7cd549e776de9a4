# SPDX-License-Identifier: MIT
"""Buttons of dialogs look like all others: some desktops put pictures on OK and Cancel alone."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox


def without_icons(box: QDialogButtonBox | QMessageBox) -> None:
    """Take the pictures from the buttons that a box has."""
    for button in box.buttons():
        button.setIcon(QIcon())
