# SPDX-License-Identifier: MIT
"""Reads one debate format from TOML. What is wrong with it is said in a sentence that names the line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from dissoi.dossier.debate import FORMAT_ID, MAX_MINUTES, DebateFormat, Floor, Speech, SpeechKind
from dissoi.dossier.errors import DissoiError

_LARGEST = 100_000
"""Bytes; a format is a page of text."""
_MOST_SPEECHES = 60
_LONGEST = {"name": 200, "speaker": 200, "preparation": 500, "notes": 1000}
_OF_FORMAT = ("name", "preparation", "notes", "sources", "speeches")
_OF_SPEECH = ("name", "speaker", "side", "minutes", "kind")
_WHERE = re.compile(r"^(?P<why>.*) \(at (?:line (?P<line>\d+), column \d+|end of document)\)$", re.DOTALL)

_Choice = TypeVar("_Choice", Floor, SpeechKind)
"""The fields of a speech that hold one of a few words."""


class FormatFileError(DissoiError):
    """A file describes no debate format; the sentence says what is wrong, and in which line."""


class _Table(NamedTuple):
    """A table of the file: `nth` is the place of a speech, counted from 0, and None for what is outside."""

    fields: Mapping[str, Any]
    text: str
    nth: int | None = None

    def fail(self, name: str, why: str) -> FormatFileError:
        """The error that says why the field `name` cannot be used."""
        line = _line_of(self.text, name, self.nth)
        where = f"Line {line}" if line else "The file"
        whose = "" if self.nth is None else f"Speech {self.nth + 1}: "
        return FormatFileError(f"{where}: {whose}{why}")

    def known(self, names: Sequence[str]) -> None:
        """Find a field that formats do not have, such as one misspelt."""
        for name in self.fields:
            if name not in names:
                raise self.fail(name, f"“{name}” is not known here; there can be {', '.join(names)}.")

    def words(self, name: str, *, needed: bool = False) -> str:
        """The text of a field, "" where it is missing."""
        found = self.fields.get(name, "")
        if not isinstance(found, str):
            raise self.fail(name, f"“{name}” must be text in quotation marks.")
        if needed and not found.strip():
            raise self.fail(name, f"“{name}” is missing.")
        if len(found) > _LONGEST.get(name, _LARGEST):
            raise self.fail(name, f"“{name}” is longer than {_LONGEST[name]} characters.")
        return found

    def minutes(self) -> float:
        """How long the speech is."""
        found = self.fields.get("minutes")
        if found is None:
            raise self.fail("minutes", "“minutes” is missing.")
        number = isinstance(found, int | float) and not isinstance(found, bool)
        if not number or not 0 < found <= MAX_MINUTES:
            raise self.fail("minutes", f"“minutes” must be a number above 0 and up to {MAX_MINUTES}.")
        return float(found)

    def choice(self, name: str, choices: type[_Choice], default: _Choice | None = None) -> _Choice:
        """One of a few words."""
        found = self.fields.get(name, default)
        if found is None:
            raise self.fail(name, f"“{name}” is missing; it can be {_listed(choices)}.")
        if not any(found == each.value for each in choices):
            raise self.fail(name, f"“{name}” can be {_listed(choices)}.")
        return choices(found)


def format_of(data: bytes, key: str = "") -> DebateFormat:
    """The format that a file describes, `key` being the file's name without its ending.

    Raises `FormatFileError` when it describes none.
    """
    text = _decoded(data)
    top = _Table(_parsed(text), text)
    top.known(_OF_FORMAT)
    return DebateFormat(
        id=FORMAT_ID,
        key=key,
        name=top.words("name", needed=True),
        preparation=top.words("preparation"),
        notes=top.words("notes"),
        sources=_sources(top),
        speeches=_speeches(top),
    )


def _decoded(data: bytes) -> str:
    if len(data) > _LARGEST:
        raise FormatFileError("It is too large.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FormatFileError("It is not text in UTF-8.") from None


def _parsed(text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _WHERE.match(str(error))
        line = (found and found["line"]) or len(text.splitlines())
        why = found["why"] if found else str(error)
        raise FormatFileError(f"Line {line} is not valid TOML: {why[:1].lower()}{why[1:]}.") from None
    except ValueError:
        # What is no wrong TOML, and yet more than Python makes a number of.
        raise FormatFileError("It has a number that is too long to be read.") from None
    except RecursionError:
        raise FormatFileError("Its lists are nested too deep.") from None


def _sources(top: _Table) -> tuple[str, ...]:
    found = top.fields.get("sources", [])
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        raise top.fail("sources", "“sources” must be a list of texts.")
    return tuple(found)


def _speeches(top: _Table) -> tuple[Speech, ...]:
    found = top.fields.get("speeches")
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found) or not found:
        raise top.fail("speeches", "there must be speeches, each under a line [[speeches]].")
    if len(found) > _MOST_SPEECHES:
        raise top.fail("speeches", f"there can be {_MOST_SPEECHES} speeches at most.")
    return tuple(_speech(_Table(each, top.text, nth)) for nth, each in enumerate(found))


def _speech(table: _Table) -> Speech:
    table.known(_OF_SPEECH)
    return Speech(
        name=table.words("name", needed=True),
        speaker=table.words("speaker"),
        side=table.choice("side", Floor),
        minutes=table.minutes(),
        kind=table.choice("kind", SpeechKind, SpeechKind.CONSTRUCTIVE),
    )


def _listed(choices: type[StrEnum]) -> str:
    *head, last = [f"“{each.value}”" for each in choices]
    return f"{', '.join(head)} or {last}"


def _line_of(text: str, name: str, nth: int | None) -> int | None:
    """The line that sets a field, or else that begins its speech; None where neither is found.

    TOML's reader tells no lines of what it read well, so they are looked for: a file that writes its
    speeches in another way than under [[speeches]] gets no line.
    """
    count, begins = -1, None
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(r"\s*\[\[\s*speeches\s*\]\]", line):
            count += 1
            if count == nth:
                begins = number
        elif count == (-1 if nth is None else nth) and re.match(rf"\s*\"?{re.escape(name)}\"?\s*=", line):
            return number
    return begins
