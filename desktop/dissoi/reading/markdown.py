# SPDX-License-Identifier: MIT
"""A Markdown file: what its front matter says, and the blocks of its text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dissoi.dossier.markup import blocks_of
from dissoi.dossier.prose import Blocks, clean

_PATIENCE = 20
"""For how many seconds' work a file is read as Markdown, and not as plain paragraphs."""
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?P<lines>(?:[^\n]*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
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
    return fields, blocks_of(body, _PATIENCE)


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
