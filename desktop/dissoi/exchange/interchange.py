# SPDX-License-Identifier: MIT
"""Dissoi's interchange form: a dossier as JSON that a person or a script can write by hand.

Reading what was written gives an equal dossier: ids are kept, and order is the order of the lists.
"""

from __future__ import annotations

import json
from typing import Any

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import NewId
from dissoi.exchange.building import dossier_of
from dissoi.exchange.form import schema
from dissoi.exchange.parsing import form_of
from dissoi.exchange.writing import data_of

__all__ = ["dossier_from", "interchange_of", "interchange_text", "schema"]


def dossier_from(source: str | bytes, new_id: NewId) -> Dossier:
    """The dossier that JSON in the interchange form describes.

    Raises a subclass of `InterchangeError` whose sentence names the place, as in
    "positions[1].arguments[0].side".
    """
    return dossier_of(form_of(source), new_id)


def interchange_of(dossier: Dossier) -> dict[str, Any]:
    """A dossier as the values of the interchange form, with ids and offsets.

    Raises `TooDeepError` when answers nest deeper than JSON can be relied on to carry.
    """
    return data_of(dossier)


def interchange_text(dossier: Dossier) -> str:
    """A dossier as JSON, for people to read too."""
    return json.dumps(interchange_of(dossier), ensure_ascii=False, indent=2) + "\n"
