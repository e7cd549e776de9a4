# SPDX-License-Identifier: MIT
"""Words that all forms of the brief besides PDF share."""

from __future__ import annotations

from dissoi.dossier.records import Side

SIDES = {Side.PRO: "Pro", Side.CON: "Con"}
