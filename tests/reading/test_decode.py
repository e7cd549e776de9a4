# SPDX-License-Identifier: MIT
"""Texts of many tongues in the encodings they come in, and bytes that are no text."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dissoi.reading.decode import decoded

ENGLISH = (
    "She said “no”: it’s the café’s third façade, at €5 – or £4… Nobody cared for years, and then they did."
)
FRENCH = "L’été dernier, les Français ont élu un président à la tête de l’État. Où va l’Europe, çà et là ?"
GERMAN = "Die Länder möchten größere Beiträge leisten, während man über Häfen und Straßen streitet."
SPANISH = "El presidente español señaló que la decisión será difícil. ¿Quién pagará mañana en Málaga?"
DANISH = "Den danske regering ønsker at støtte små lande, også når krigen på havet er forbi."
POLISH = "Polska nie wyśle żołnierzy na Ukrainę, powiedział premier, choć rząd popiera misję państwa."
CZECH = "Česká vláda říká, že bude dále podporovat Ukrajinu při jejím úsilí o přežití, kterou ničí válka."
RUSSIAN = "Российское правительство уже категорически отвергло идею европейских миротворческих сил."
UKRAINIAN = "Український уряд заявив, що підтримує європейську миротворчу місію, якщо її підтримають інші."
GREEK = "Η ελληνική κυβέρνηση δήλωσε ότι θα υποστηρίξει την ειρηνευτική αποστολή στην Ουκρανία."

UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")
LEGACY = [
    *((ENGLISH, encoding) for encoding in ("cp1252", "mac-roman")),
    *((FRENCH, encoding) for encoding in ("cp1252", "mac-roman")),
    *((text, encoding) for text in (GERMAN, SPANISH) for encoding in ("cp1252", "latin-1", "mac-roman")),
    *((DANISH, encoding) for encoding in ("cp1252", "latin-1")),
    *((text, encoding) for text in (POLISH, CZECH) for encoding in ("cp1250", "iso8859-2")),
    *((text, encoding) for text in (RUSSIAN, UKRAINIAN) for encoding in ("cp1251", "koi8-u")),
    (GREEK, "iso8859-7"),
]
TONGUES = (ENGLISH, FRENCH, GERMAN, SPANISH, DANISH, POLISH, CZECH, RUSSIAN, UKRAINIAN, GREEK)


@pytest.mark.parametrize("encoding", UNICODE)
@pytest.mark.parametrize("text", TONGUES)
def test_unicode_is_read_to_the_letter(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize(("text", "encoding"), LEGACY)
@pytest.mark.parametrize("times", [1, 5])
def test_legacy_encodings_are_recognised(text: str, encoding: str, times: int) -> None:
    whole = (text + "\r\n") * times
    assert decoded(whole.encode(encoding)) == whole


def test_a_few_letters_are_enough_for_western_text() -> None:
    assert decoded("naïve".encode("cp1252")) == "naïve"


def test_a_mark_is_believed_even_when_the_text_is_cut_off() -> None:
    assert decoded("“Yes,” they said, and left.".encode("utf-16")[:-1]).startswith("“Yes,” they said")


def test_a_lone_nul_in_a_long_text_does_no_harm() -> None:
    assert decoded(b"A long text. " * 50 + b"\0").startswith("A long text.")


@pytest.mark.parametrize(
    "data",
    [
        random.Random(1).randbytes(4000),
        bytes(range(256)),
        b"\0" * 1000,
        b"\x7fELF\x02\x01\x01" + b"\0" * 50 + random.Random(2).randbytes(500),
    ],
)
def test_rubbish_is_no_text(data: bytes) -> None:
    with pytest.raises(UnicodeError):
        decoded(data)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_none(data: bytes) -> None:
    try:
        assert isinstance(decoded(data), str)
    except UnicodeError:
        assert data


def test_utf8_needs_no_detector() -> None:
    script = (
        "import sys; from dissoi.reading.decode import decoded; decoded('é'.encode());"
        "decoded(b'a caf\\xe9');"
        "assert 'charset_normalizer' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
