# SPDX-License-Identifier: MIT
"""A Markdown file: what its front matter says, and the blocks of its text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dissoi.dossier.markup import blocks_of
from dissoi.dossier.prose import Block, BlockKind, Blocks, clean

_PATIENCE = 20
"""For how many seconds' work a file is read as Markdown, and not as plain paragraphs."""
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?P<lines>(?:[^\n]*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_NOTE = re.compile(
    r"^[ ]{0,3}\[\^(?P<name>[^\]\s]{1,40})\]:[ \t]*"
    r"(?P<text>.*(?:\n(?:[ ]{4}|\t).*|\n(?=[^\s\[]).+|(?:\n[ \t]*){1,3}\n(?:[ ]{4}|\t).+)*)",
    re.MULTILINE,
)
_NOTE_MARK = re.compile(r"\[\^([^\]\s]{1,40})\]")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FIELD = re.compile(r"([A-Za-z][\w -]*?)[ \t]*:(?:[ \t]+(.*))?$")
_LIST_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)$")


def markdown_parts(text: str) -> tuple[Mapping[str, str], Blocks]:
    """The fields of a file's front matter by name in small letters, and the blocks behind it.

    The front matter is read line by line, `name: value`; a list has its items joined by "; ".
    """
    text = clean(text)
    found = _FRONT_MATTER.match(text)
    fields = _fields(found["lines"]) if found else {}
    body = text[found.end() :] if found and fields else text
    body, notes = _notes_apart(body)
    made = (
        Block(kind=BlockKind.NOTE, marker=str(number), spans=block.spans)
        for number, note in enumerate(notes, 1)
        for block in blocks_of(note, _PATIENCE)[:1]
    )
    return fields, (*blocks_of(body, _PATIENCE), *made)


def _notes_apart(text: str) -> tuple[str, list[str]]:
    """A text with the marks of footnotes as raised digits, and the footnotes in the order of their marks."""
    defined = {found["name"]: " ".join(found["text"].split()) for found in _NOTE.finditer(text)}
    order: dict[str, int] = {}

    def mark(found: re.Match[str]) -> str:
        if found[1] not in defined:
            return found[0]
        return str(order.setdefault(found[1], len(order) + 1)).translate(_RAISED)

    marked = _NOTE_MARK.sub(mark, _NOTE.sub("", text))
    return marked, [defined[name] for name in order]


def _fields(lines: str) -> dict[str, str]:
    """The fields of a front matter; none when it has a line that is neither field, item nor comment."""
    fields: dict[str, str] = {}
    name = ""
    for line in lines.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if found := _FIELD.match(line):
            name = found[1].lower()
            fields[name] = _value(found[2] or "")
        elif name and (item := _LIST_ITEM.match(line)):
            fields[name] = "; ".join(filter(None, (fields[name], _value(item[1]))))
        elif not (name and line.startswith((" ", "\t"))):
            return {}
    return fields


def _value(text: str) -> str:
    text = text.strip()
    if text[:1] == "[" and text[-1:] == "]":
        return "; ".join(_value(part) for part in text[1:-1].split(",") if part.strip())
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1].replace('\\"', '"').replace("''", "'").strip()
    return text
