# SPDX-License-Identifier: MIT
"""Bytes to text: by byte order mark, as UTF-8, as common legacy text, else by what the bytes look like."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_COMMON = " -~\t-\r\u00a0‘’‚“”„–—…•€§©®°«»"
_WESTERN = re.compile(f"[{_COMMON}£¡¿´·½àáâãäåæçèéêëìíîïñòóôõöøœùúûüýßÀÁÂÄÅÆÇÉÊÖØÜ]*")
_CENTRAL = re.compile(f"[{_COMMON}ąćęłńóśźżĄĆŁÓŚŻáčďéěíňřšťúůýžÁČÍŘŠÚŽäöüőűßăâîșşțţđôÄÖÜ]*")
_LIKELY = (("cp1252", _WESTERN), ("mac-roman", _WESTERN), ("cp1250", _CENTRAL), ("iso8859-2", _CENTRAL))
"""Legacy encodings with all that people commonly write in them.

Capitals are left out where another encoding has quotation marks or small letters.
"""
_ODD = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd\ufffe\uffff]")
_MOST_ODD = 0.01
"""Which share of a text may be characters that are never typed."""
_MOST_ACCENTED = 0.2
"""Which share of common legacy text may be other than ASCII; Cyrillic read as such is nearly all so."""
_LAST_ASCII = 0x7F
_SAMPLE = 1_000_000
"""How many bytes show which legacy encoding a text has."""


def decoded(data: bytes) -> str:
    """The text that bytes hold. Raises `UnicodeError` when they hold none."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            # A last character cut in half is no reason to refuse the rest.
            return _checked(data[len(mark) :].decode(encoding, "replace").removesuffix("\ufffd"))
    if b"\0" not in data:
        try:
            return _checked(data.decode())
        except UnicodeDecodeError:
            pass
    return _checked(_legacy(data))


def _legacy(data: bytes) -> str:
    sample = data[:_SAMPLE]
    if sum(byte > _LAST_ASCII for byte in sample) <= _MOST_ACCENTED * len(sample):
        for encoding, common in _LIKELY:
            text = data.decode(encoding, "replace")
            if common.fullmatch(text):
                return text
    from charset_normalizer import from_bytes

    guess = from_bytes(sample).best()
    return data.decode(guess.encoding if guess else "cp1252", "replace")


def _checked(text: str) -> str:
    if len(_ODD.findall(text)) > _MOST_ODD * len(text):
        raise UnicodeError("these bytes are no text")
    return text
