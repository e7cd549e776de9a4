# SPDX-License-Identifier: MIT
"""The one part in which two long values differ, so that the history keeps what was typed and not all of it.

Values are as JSON has them. docs/file-format.md describes the form of a part.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

Part = Mapping[str, Any]
"""{"within", "start", "before", "after"}: what stands in place of what, and where."""

SHORT: Final = 64
"""Code points. A text is kept whole unless a part leaves out as many, for the ease of those who read it."""


def part_of(old: object, new: object) -> Part | None:
    """The part in which a long text or a list differs from `new`; None if it is kept whole."""
    found = _part(old, new)
    if found is None or (isinstance(old, str) and len(old) - len(found["before"]) < SHORT):
        return None
    return found


def taken_back(value: Any, part: Part) -> Any:
    """`value` as it was before it was altered in this part.

    Raises `ValueError`, `KeyError`, `IndexError` or `TypeError` when they do not fit each other.
    """
    return _replaced(value, part["within"], part)


def _part(old: object, new: object) -> Part | None:
    if isinstance(old, dict) and isinstance(new, dict):
        names = [name for name in new if name in old and old[name] != new[name]]
        return _inner(names[0], old, new) if len(names) == 1 and old.keys() == new.keys() else None
    if isinstance(old, str) and isinstance(new, str):
        return _trimmed(old, new)
    if isinstance(old, list) and isinstance(new, list):
        found = _trimmed(old, new)
        single = len(found["before"]) == len(found["after"]) == 1
        return (_inner(found["start"], old, new) if single else None) or found
    return None


def _inner(place: Any, old: Any, new: Any) -> Part | None:
    """The part of what stands at one place of a list or an object, as a part of the whole."""
    found = _part(old[place], new[place])
    return found and {**found, "within": [place, *found["within"]]}


def _trimmed(old: Sequence[Any], new: Sequence[Any]) -> dict[str, Any]:
    """What differs between two texts or lists, without what they begin and end with in common."""
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    before, after = old[start : len(old) - end], new[start : len(new) - end]
    return {"within": [], "start": start, "before": before, "after": after}


def _alike(one: Sequence[Any], other: Sequence[Any]) -> int:
    """How much both begin with in common. Halving lets whole stretches be compared at once."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def _replaced(value: Any, within: Sequence[Any], part: Part) -> Any:
    if not within:
        return _spliced(value, part["start"], part["before"], part["after"])
    place, *further = within
    inner = _replaced(value[place], further, part)
    if isinstance(value, dict):
        return {**value, place: inner}
    if not isinstance(value, list):
        raise TypeError(f"there is no {place} in a text")
    return [*value[: _counted(place)], inner, *value[place + 1 :]]


def _spliced(value: Any, start: Any, before: Any, after: Any) -> Any:
    end = _counted(start) + len(after)
    if not isinstance(value, str | list) or value[start:end] != after:
        raise ValueError(f"a change did not lead to what stands at {start}")
    return value[:start] + before + value[end:]


def _counted(place: int) -> int:
    """`place` if it counts from the beginning, as it must."""
    if place < 0:
        raise ValueError(f"{place} is no place")
    return place
