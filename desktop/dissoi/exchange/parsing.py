# SPDX-License-Identifier: MIT
"""JSON text read as the interchange form, or an error that names the first wrong place in a sentence."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NoReturn, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from dissoi.dossier.records import MAX_DEPTH
from dissoi.exchange.errors import (
    BadNumberError,
    EmptyFormError,
    InterchangeError,
    MissingKeyError,
    NewerFormError,
    NotInterchangeError,
    NotJsonError,
    NotTextError,
    RepeatedKeyError,
    TooDeepError,
    UnknownKeyError,
    WrongValueError,
)
from dissoi.exchange.form import ID, VERSION, DossierForm

Step = str | int

_RULES = {
    "string_type": "must be text",
    "string_unicode": "has half a character in it",
    "bool_type": "must be true or false",
    "int_type": "must be a whole number",
    "float_type": "must be a number",
    "tuple_type": "must be a list",
    "model_type": "must be an object",
    "model_attributes_type": "must be an object",
    "too_short": "must hold something",
    "string_too_short": "must hold something",
    "value_error": "cannot be that",
}
_LISTS = {
    "quote": "must be text or a list of texts",
    "start": "must be a whole number or a list of such",
}
_PATTERNS = {
    ID: "can have letters, digits and - . _ : ~, at most 64 of them",
    "date": "must be a date such as 2025, 2025-02 or 2025-02-18",
}


class _Object(dict[str, object]):
    """An object of the file that has a key twice; `twice` is that key."""

    twice = ""


def form_of(source: str | bytes) -> DossierForm:
    """The form that JSON text holds. Raises an `InterchangeError`."""
    data = _parsed(source if isinstance(source, str) else _decoded(source))
    _check_version(data)
    try:
        return DossierForm.model_validate(data)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=True)
    raise _first_fault(found)


def place(steps: Iterable[Step]) -> str:
    """Where something stands: "positions[1].arguments[0].side"."""
    parts = (f"[{step}]" if isinstance(step, int) else f".{' '.join(step.split())}" for step in steps)
    return "".join(parts).removeprefix(".")


def _decoded(source: bytes) -> str:
    try:
        return source.decode(json.detect_encoding(source))
    except UnicodeDecodeError:
        raise NotTextError from None


def _parsed(text: str) -> object:
    """The values of JSON text, with keys given twice found."""
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise EmptyFormError
    doubled: list[_Object] = []
    try:
        data = json.loads(
            text, object_pairs_hook=lambda pairs: _object(pairs, doubled), parse_constant=_refuse_constant
        )
    except json.JSONDecodeError as error:
        raise NotJsonError(error.msg[:1].lower() + error.msg[1:], error.lineno, error.colno) from None
    except RecursionError:
        raise TooDeepError(MAX_DEPTH) from None
    except ValueError:
        raise BadNumberError from None
    if doubled:
        raise RepeatedKeyError(_place_of(doubled[0], data))
    return data


def _object(pairs: list[tuple[str, object]], doubled: list[_Object]) -> dict[str, object]:
    result = _Object(pairs)
    if len(result) == len(pairs):
        return dict(result)
    result.twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
    doubled.append(result)
    return result


def _refuse_constant(_name: str) -> NoReturn:
    raise BadNumberError


def _place_of(sought: _Object, data: object) -> str:
    """Where an object stands in the data, with its doubled key."""
    pending: list[tuple[tuple[Step, ...], object]] = [((), data)]
    while pending:
        steps, value = pending.pop()
        if value is sought:
            return place((*steps, sought.twice))
        inside: Iterable[tuple[Step, object]] = ()
        if isinstance(value, dict):
            inside = value.items()
        elif isinstance(value, list):
            inside = enumerate(value)
        pending.extend(((*steps, step), each) for step, each in inside)
    return sought.twice


def _check_version(data: object) -> None:
    """That this is a dossier at all, and none from later than this program."""
    if not isinstance(data, Mapping) or "dissoi" not in data:
        raise NotInterchangeError
    version = data["dissoi"]
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise WrongValueError("dissoi", version, f"must be {VERSION}, the version of the form")
    if version > VERSION:
        raise NewerFormError(version, VERSION)


def _first_fault(found: list[ErrorDetails]) -> InterchangeError:
    """The error to tell: the first, unless a key misspelt at the same place explains one missing."""
    first = found[0]
    if first["type"] == "missing":
        beside = (each for each in found if each["type"] == "extra_forbidden")
        first = next((each for each in beside if each["loc"][:-1] == first["loc"][:-1]), first)
    return _worded(first)


def _worded(fault: ErrorDetails) -> InterchangeError:
    kind, where = fault["type"], place(fault["loc"])
    if kind == "recursion_depth_exceeded":
        return TooDeepError(MAX_DEPTH)
    if kind == "missing":
        return MissingKeyError(where)
    if kind == "extra_forbidden":
        return UnknownKeyError(where, tuple(_model_at(fault["loc"][:-1]).model_fields))
    rule = _LISTS.get(str(fault["loc"][-1])) if kind == "tuple_type" else None
    return WrongValueError(where, fault["input"], rule or _rule(kind, fault.get("ctx", {})))


def _rule(kind: str, context: Mapping[str, object]) -> str:
    """What a value must be, in words that follow "it"."""
    if kind in {"enum", "literal_error"}:
        return "can be " + re.sub("'([^']*)'", r"“\1”", str(context["expected"]))
    if kind == "string_pattern_mismatch":
        return _PATTERNS.get(str(context["pattern"]), _PATTERNS["date"])
    if kind == "greater_than":
        return f"must be more than {context['gt']}"
    if kind in {"greater_than_equal", "less_than_equal"}:
        return (
            f"must be {'at least' if 'ge' in context else 'at most'} {context.get('ge', context.get('le'))}"
        )
    return _RULES.get(kind, "is not what can stand there")


def _model_at(steps: Iterable[Step]) -> type[BaseModel]:
    """The model of the object at a place."""
    model: type[BaseModel] = DossierForm
    for step in steps:
        if isinstance(step, str):
            model = next(_models_in(model.model_fields[step].annotation))
    return model


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)
