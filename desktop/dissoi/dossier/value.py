# SPDX-License-Identifier: MIT
"""What records and their parts have in common: they are values.

They are dataclasses, not pydantic's models, which take longer to load than Qt; data from outside is
validated where it comes in (docs/decisions/0003). What a value promises of itself it sees to when it is made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from functools import cache
from operator import attrgetter
from typing import Any, ClassVar, NamedTuple, Self, TypeVar, dataclass_transform

_Kind = TypeVar("_Kind")


@dataclass_transform(kw_only_default=True, frozen_default=True)
def value(kind: type[_Kind]) -> type[_Kind]:
    """Makes a frozen dataclass of a kind of `Value`.

    What makes, compares, hashes, describes and guards it is common to all values. Python would write and
    compile that anew for each kind, which takes nearly all of the time in which it is made.
    """
    return dataclass(init=False, kw_only=True, eq=False, repr=False)(kind)


@value
class Value:
    """A frozen part of a dossier; equal to another of its kind whose fields are equal."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = {"extra": "forbid"}

    def __init__(self, **given: Any) -> None:
        kind: Any = type(self)
        expected, own = _expected(kind), self.__dict__
        own.update(expected.usual, **given)
        if len(own) != expected.fields or not expected.required <= given.keys():
            raise TypeError(f"{kind.__name__} has other fields than {', '.join(given) or 'none'}")
        self.__post_init__()

    def __post_init__(self) -> None:
        """What a kind promises of itself it sees to here."""

    def __setattr__(self, name: str, to: object) -> None:
        raise FrozenInstanceError(f"{name} stays as it was made")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"{name} stays")

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return _parts(self) == _parts(other) if type(self) is type(other) else NotImplemented

    def __hash__(self) -> int:
        return hash(_parts(self))

    def __repr__(self) -> str:
        kind: Any = type(self)
        parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in _names(kind))
        return f"{kind.__name__}({parts})"

    def model_copy(self, *, update: Mapping[str, Any] | None = None) -> Self:
        """A copy with some fields changed to what is known to fit."""
        copy = object.__new__(type(self))
        copy.__dict__.update(self.__dict__, **(update or {}))
        return copy

    def _fit(self, made_fit: Callable[[str], str], *names: str) -> None:
        """Keep these texts as `made_fit` returns them. For `__post_init__` alone."""
        own = self.__dict__
        for name in names:
            own[name] = made_fit(own[name])


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


class _Expected(NamedTuple):
    """What a kind is made of: which of its `fields` are required, and what the others are if not given."""

    fields: int
    required: frozenset[str]
    usual: Mapping[str, Any]


@cache
def _expected(kind: Any) -> _Expected:
    names, usual = _names(kind), {}
    for each in fields(kind):
        if each.default is not MISSING:
            usual[each.name] = each.default
        elif each.default_factory is not MISSING:
            # Made once: a value does not change, and so may share it.
            usual[each.name] = each.default_factory()
    return _Expected(len(names), frozenset(names) - usual.keys(), usual)


def _parts(of: object) -> object:
    kind: Any = type(of)
    return _reader(kind)(of)


@cache
def _reader(kind: Any) -> Callable[[object], object]:
    return attrgetter(*names) if (names := _names(kind)) else lambda _of: ()


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))
