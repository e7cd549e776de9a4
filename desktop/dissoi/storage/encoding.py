# SPDX-License-Identifier: MIT
"""Records and changes as the JSON that a dossier's file keeps."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, get_args

from dissoi.dossier.change import Change, Difference
from dissoi.dossier.dossier import Record
from dissoi.dossier.value import plain
from dissoi.storage.exact import InexactError, exactly, parsed
from dissoi.storage.parts import part_of, taken_back

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Fields = Mapping[str, Any]
"""A record as JSON: the names of its fields and their values."""


_KINDS: Mapping[str, type[Record]] = {each.kind: each for each in get_args(Record)}


@cache
def _validator() -> TypeAdapter[Record]:
    from pydantic import Field, TypeAdapter

    return TypeAdapter(Annotated[Record, Field(discriminator="kind")])


def body_of(record: Record) -> str:
    """A record as JSON, with all its fields."""
    return to_json(_fields(record))


def record_of(body: str | bytes) -> Record:
    """The record that `body` describes; raises `ValueError` when it describes none."""
    if isinstance(body, str):
        with suppress(InexactError, KeyError, TypeError):
            found = parsed(body)
            return exactly(_KINDS[found["kind"]], found)
    return _validator().validate_json(body)


def differences_of(change: Change, bodies: Mapping[str, str]) -> str:
    """What a change did, as JSON: id → {"before", "after", "parts"}.

    The first two are null where the record did not or does not exist, and otherwise hold all fields of a
    record that was added or removed, and those that differ of a record that was altered. Of those fields
    that are long, `parts` has only what differs; it is left out when there are none.

    `bodies` are those that the records had in the file. Earlier changes led to these, letter for letter,
    while what was read of them may have been made fit; so it is these that a change starts from.
    """
    found = change.differences.items()
    return to_json({key: _altered(each, bodies.get(key, "{}")) for key, each in found})


def before(
    records: Mapping[str, Fields], differences: Mapping[str, Mapping[str, Fields | None]]
) -> dict[str, Fields]:
    """`records` as they were before these differences were made.

    Raises `ValueError`, `KeyError`, `IndexError` or `TypeError` when they do not fit each other.
    """
    found = dict(records)
    for key, each in differences.items():
        old, new = each["before"], each["after"]
        if old is None:
            del found[key]
        elif new is None or "kind" in old:
            found[key] = old
        else:
            found[key] = {**found[key], **old, **_whole(found[key], each.get("parts") or {})}
    return found


def _fields(record: Record) -> dict[str, Any]:
    fields: dict[str, Any] = plain(record)
    return fields


def _in_file(body: str) -> dict[str, Any]:
    """The fields that a body has. A spoilt one has none, and does not keep what is done from being saved."""
    with suppress(ValueError, RecursionError):
        if isinstance(found := json.loads(body), dict):
            return found
    return {}


def _whole(fields: Fields, parts: Fields) -> dict[str, Any]:
    """The fields that changed in these parts, as they were before."""
    return {name: taken_back(fields[name], part) for name, part in parts.items()}


def _altered(difference: Difference, body: str) -> dict[str, Any]:
    old = {**_fields(difference.before), **_in_file(body)} if difference.before else None
    new = _fields(difference.after) if difference.after else None
    if not (old and new and old["kind"] == new["kind"]):
        return {"before": old, "after": new}
    differing = [name for name in new if old[name] != new[name]]
    parts = {name: part for name in differing if (part := part_of(old[name], new[name]))}
    names = [name for name in differing if name not in parts]
    whole = {"before": _only(old, names), "after": _only(new, names)}
    return {**whole, "parts": parts} if parts else whole


def _only(fields: Fields, names: Iterable[str]) -> dict[str, Any]:
    return {name: fields[name] for name in names}


def to_json(value: object) -> str:
    """Compact JSON that is always valid UTF-8."""
    # A lone surrogate is no character and has no UTF-8; it must not keep the rest from being saved.
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return written.encode("utf-8", "replace").decode("utf-8")
