# SPDX-License-Identifier: MIT
"""Reads JSON into dataclasses as far as it is exactly what this program writes.

That is nearly always so, and then pydantic is not even loaded, which takes longer than the rest of opening
a dossier. Whatever is any different is left to pydantic, which knows what can be made of it, or what to say.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

_Made = TypeVar("_Made")
Reader = Callable[[Any], Any]
_scan = json.JSONDecoder().raw_decode
_PLAIN = (str, int, bool)


class InexactError(ValueError):
    """Not what this program writes; it may still be right."""


def exactly(kind: type[_Made], found: object) -> _Made:
    """What parsed JSON says of a dataclass. Raises `InexactError`."""
    try:
        made: _Made = _reader(cast("Any", kind))(found)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InexactError from error
    return made


def parsed(text: str) -> Any:
    """JSON as this program writes it. Raises `InexactError`."""
    # Only what is no character by itself is escaped, and it could be half of one.
    if "\\u" in text:
        raise InexactError
    try:
        found, end = _scan(text)
    except (ValueError, RecursionError) as error:
        raise InexactError from error
    if end < len(text):
        raise InexactError
    return found


@cache
def _reader(annotation: Any) -> Reader:
    """What reads a value of this type."""
    annotation = getattr(annotation, "__supertype__", annotation)
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return _one_of(inner)
    if origin is tuple:
        return _tuple_of(_reader(inner[0]))
    if origin is Mapping:
        return _mapping_of(_reader(inner[1]))
    return _or_none(_reader(inner[0])) if NoneType in inner else _class(annotation)


def _class(kind: Any) -> Reader:
    if is_dataclass(kind):
        return _dataclass(kind)
    reader: Reader = kind if issubclass(kind, Enum) else _just(kind)
    return reader


def _just(kind: Any) -> Reader:
    def read(found: object) -> object:
        if type(found) is not kind:
            raise InexactError
        return found

    return read


def _one_of(choices: tuple[object, ...]) -> Reader:
    def read(found: object) -> object:
        if found not in choices:
            raise InexactError
        return found

    return read


def _tuple_of(read_one: Reader) -> Reader:
    def read(found: object) -> object:
        if type(found) is not list:
            raise InexactError
        return tuple(map(read_one, found))

    return read


def _mapping_of(read_one: Reader) -> Reader:
    def read(found: Any) -> object:
        return {key: read_one(value) for key, value in found.items()}

    return read


def _or_none(read_one: Reader) -> Reader:
    def read(found: object) -> object:
        return None if found is None else read_one(found)

    return read


def _dataclass(kind: Any) -> Reader:
    hints = {name: each for name, each in get_type_hints(kind).items() if name[0] != "_"}
    readers = {name: _reader(each) for name, each in hints.items()}
    # Most fields are texts or numbers, which need no reading.
    bare = {name: getattr(each, "__supertype__", each) for name, each in hints.items()}
    plain = {name: each for name, each in bare.items() if each in _PLAIN}

    def read(found: Any) -> object:
        fields = {
            name: value if type(value) is plain.get(name) else readers[name](value)
            for name, value in found.items()
        }
        return kind(**fields)

    return read
