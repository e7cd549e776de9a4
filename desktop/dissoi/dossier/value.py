# SPDX-License-Identifier: MIT
"""What records and their parts have in common: they are values.

They are dataclasses, not pydantic's models, which take longer to load than Qt; data from outside is
validated where it comes in (docs/decisions/0003). What a value promises of itself it sees to when it is made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, ClassVar, Self


@dataclass(frozen=True, kw_only=True)
class Value:
    """A frozen part of a dossier."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = {"extra": "forbid"}

    def model_copy(self, *, update: Mapping[str, Any] | None = None) -> Self:
        """A copy with some fields changed to what is known to fit."""
        copy = object.__new__(type(self))
        copy.__dict__.update(self.__dict__, **(update or {}))
        return copy

    def _fit(self, made_fit: Callable[[str], str], *names: str) -> None:
        """Keep these texts as `made_fit` returns them. For `__post_init__` alone."""
        self.__dict__.update({name: made_fit(getattr(self, name)) for name in names})


def plain(value: object) -> Any:
    """A value as JSON has it: an object by the names of its fields."""
    if isinstance(value, Value):
        kind: Any = type(value)
        return {name: plain(getattr(value, name)) for name in _names(kind)}
    if isinstance(value, Mapping):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    return str(value) if isinstance(value, str) else value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))
