# SPDX-License-Identifier: MIT
"""The only place that knows where the resources lie: in the checkout, or inside the installed package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_resources"
_CHECKOUT = _PACKAGE.parents[1] / "resources"


def resource(*parts: str) -> Path:
    """The path of a resource, as in `resource("fonts", "Some.ttf")`; it need not exist."""
    folder = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    return folder.joinpath(*parts)


def fonts() -> Path:
    """The folder of the fonts that a brief embeds."""
    return resource("fonts")


def sample_text() -> str:
    """The sample dossier, in the interchange form."""
    return resource("sample", "european-force.json").read_text(encoding="utf-8")
