# SPDX-License-Identifier: MIT
"""An RTF file as what it consists of: braces, control words, and text between them.

After the Rich Text Format Specification 1.9.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+"
)
_BINARY = b"bin"
_LITERAL = {b"{", b"}", b"\\"}
_LINE_ENDS = {b"\r", b"\n"}
"""Behind a backslash these end a paragraph, as `\\par` does. TextEdit writes nothing else."""


class Token(NamedTuple):
    """A control word, a sign ("{", "}", or what a backslash makes one), or text, as bytes.

    `number` belongs to a control word; None when it has none. `word` is "" for text.
    """

    word: str
    number: int | None = None
    text: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of a file, without what stands in it as it is, and without line ends."""
    at = 0
    while found := _TOKEN.search(data, at):
        at = found.end()
        word, number, code, sign, brace, text = found.groups()
        if word == _BINARY:
            at += max(0, int(number or 0))
        elif word:
            yield Token(word.decode("ascii"), None if number is None else int(number))
        elif code:
            yield Token("", text=bytes([int(code, 16)]))
        elif sign in _LITERAL:
            yield Token("", text=sign)
        elif sign in _LINE_ENDS:
            yield Token("par")
        elif sign or brace:
            yield Token((sign or brace).decode("latin-1"))
        elif text:
            yield Token("", text=text)
