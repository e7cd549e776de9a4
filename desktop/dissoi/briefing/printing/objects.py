# SPDX-License-Identifier: MIT
"""The file that a PDF is: numbered objects, where each begins, and what leads to them (ISO 32000-1, 7.5).

Bodies of objects are text as the standard has it, since nearly all of ours are written whole at once. Only
streams are compressed.
"""

from __future__ import annotations

import zlib

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""The version; the signs behind it tell programs that move files about that this one is not text."""
_ESCAPED = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})


def text_string(text: str) -> str:
    """A text as PDF has it (ISO 32000-1, 7.9.2)."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPED)})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


class Objects:
    """The objects of a PDF under way. They refer to each other as `f"{number} 0 R"`."""

    def __init__(self) -> None:
        self._written = [_HEADER]
        self._length = len(_HEADER)
        self._begins: list[int] = []

    def number(self) -> int:
        """A number for an object that is put in later."""
        self._begins.append(0)
        return len(self._begins)

    def put(self, body: str, number: int = 0) -> int:
        """Put an object in, under a number that was given out for it or a new one; returns the number."""
        return self._put(body.encode("ascii"), number)

    def put_stream(self, content: bytes, entries: str = "", number: int = 0) -> int:
        """Put in a stream, compressed; `entries` are those of its dictionary beside its length."""
        return self.put_plain_stream(zlib.compress(content), f"/Filter/FlateDecode{entries}", number)

    def put_plain_stream(self, content: bytes, entries: str = "", number: int = 0) -> int:
        """Put in a stream as it is."""
        head = f"<<{entries}/Length {len(content)}>>stream\n".encode("ascii")
        return self._put(b"".join((head, content, b"\nendstream")), number)

    def _put(self, body: bytes, number: int) -> int:
        number = number or self.number()
        self._begins[number - 1] = self._length
        written = b"%d 0 obj\n%b\nendobj\n" % (number, body)
        self._length += len(written)
        self._written.append(written)
        return number

    def file(self, root: int, info: int) -> bytes:
        """The whole file; `root` is the number of its catalog, `info` of what it says about itself."""
        assert all(self._begins), "a number was given out for an object that was not put in"
        listed = b"".join(b"%010d 00000 n \n" % begin for begin in self._begins)
        size = len(self._begins) + 1
        objects = b"".join(self._written)
        # It tells files apart, and those that are alike are one: no clock and no chance is in it.
        mark = f"<{zlib.crc32(objects):08x}{zlib.adler32(objects):08x}{len(objects):016x}>"
        trailer = f"<</Size {size}/Root {root} 0 R/Info {info} 0 R/ID[{mark}{mark}]>>".encode("ascii")
        return b"%bxref\n0 %d\n0000000000 65535 f \n%btrailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (
            objects,
            size,
            listed,
            trailer,
            len(objects),
        )
