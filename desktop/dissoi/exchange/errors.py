# SPDX-License-Identifier: MIT
"""What can be wrong with a file in the interchange form: one class per cause, each a whole sentence."""

from __future__ import annotations

from collections.abc import Sequence

from dissoi.dossier.errors import DissoiError
from dissoi.dossier.prose import clean

_SHOWN = 100
"""How many code points of a value an error shows."""


def shown(value: object) -> str:
    """A value of the file as a sentence shows it, on one line and not too long."""
    if isinstance(value, str):
        words = " ".join(clean(value).split())
        return f"“{words[:_SHOWN] + '…' if len(words) > _SHOWN else words}”"
    if isinstance(value, bool | None):
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, int | float):
        return str(value)[:_SHOWN]
    return "a list" if isinstance(value, list | tuple) else "an object"


def listed(words: Sequence[str], joint: str = "or") -> str:
    """Words in a row: "a, b or c"."""
    head, last = words[:-1], words[-1:]
    return f" {joint} ".join(part for part in (", ".join(head), *last) if part)


class InterchangeError(DissoiError):
    """A file is not in the interchange form. `place` is where, as in "positions[1].statement"."""

    def __init__(self, sentence: str, place: str = "") -> None:
        super().__init__(sentence)
        self.place = place


class NotTextError(InterchangeError):
    """The bytes are no text in UTF-8, UTF-16 or UTF-32."""

    def __init__(self) -> None:
        super().__init__("This is not text in UTF-8, so it cannot be JSON.")


class EmptyFormError(InterchangeError):
    """There is nothing but white space."""

    def __init__(self) -> None:
        super().__init__("This is empty; a dossier in JSON is expected.")


class NotJsonError(InterchangeError):
    """The text breaks the rules of JSON. `line` and `column` count from 1."""

    def __init__(self, reason: str, line: int, column: int) -> None:
        super().__init__(f"Line {line}, column {column} is not valid JSON: {reason}.")
        self.line, self.column = line, column


class BadNumberError(InterchangeError):
    """A number is endless, not a number, or longer than can be read."""

    def __init__(self) -> None:
        super().__init__("One of the numbers is too long or no number at all.")


class TooDeepError(InterchangeError):
    """Lists and objects, or answers, are nested deeper than can be read or written."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"The nesting is too deep: answers can stand {limit} levels deep in this form.")


class NotInterchangeError(InterchangeError):
    """The JSON is well formed, but nothing says that it is a dossier."""

    def __init__(self) -> None:
        super().__init__("This JSON is no dossier: it does not begin with {“dissoi”: 1, …}.")


class NewerFormError(InterchangeError):
    """The file is in a later version of the form."""

    def __init__(self, version: int, known: int) -> None:
        super().__init__(
            f"This was written by a newer Dissoi: it is version {shown(version)} of the form, "
            f"and this Dissoi reads version {known}.",
            "dissoi",
        )


class RepeatedKeyError(InterchangeError):
    """An object has one key twice, so that one of the values would be lost."""

    def __init__(self, place: str) -> None:
        super().__init__(f"{place} is given twice.", place)


class UnknownKeyError(InterchangeError):
    """A key is none that the form has at this place."""

    def __init__(self, place: str, known: Sequence[str]) -> None:
        super().__init__(f"{place} is not a key of this form; here it has {listed(known, 'and')}.", place)


class MissingKeyError(InterchangeError):
    """A key that must be there is not."""

    def __init__(self, place: str) -> None:
        super().__init__(f"{place} is missing.", place)


class WrongValueError(InterchangeError):
    """A value is not of the type, or not one of the values, that the key can have."""

    def __init__(self, place: str, value: object, rule: str) -> None:
        super().__init__(f"{place or 'The whole'} is {shown(value)}; it {rule}.", place)


class RepeatedIdError(InterchangeError):
    """Two records have one id, or two articles one key."""

    def __init__(self, place: str, value: str, first: str) -> None:
        super().__init__(f"{place} is {shown(value)}, but {first} has that already.", place)


class UnknownReferenceError(InterchangeError):
    """A key or id points to an article or passage that the file does not have."""

    def __init__(self, place: str, value: str, kind: str) -> None:
        super().__init__(f"{place} is {shown(value)}; there is no {kind} of that name.", place)


class QuoteNotThereError(InterchangeError):
    """A quotation's words do not stand in its article, or not where `start` says."""

    def __init__(self, place: str, quote: str, article: str, start: int | None = None) -> None:
        where = f"in article “{article}”" if start is None else f"at {start} in article “{article}”"
        super().__init__(f"{place} is {shown(quote)}, which does not stand {where}.", place)
        self.quote = quote


class OtherPassageError(InterchangeError):
    """Evidence names a passage whose words, or whose article, are not those of the quote."""

    def __init__(self, place: str, passage: str) -> None:
        super().__init__(f"{place} is {shown(passage)}, but the quote is not that passage’s words.", place)
