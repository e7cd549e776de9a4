# SPDX-License-Identifier: MIT
"""How long adding a file takes, the process that reads it included, and what it costs the one that asks.

The bars: an article of 3,000 words from any kind of file in under a second; a file that unpacks to more
than an article can be leaves the memory of the asking process as it was.
"""

from __future__ import annotations

import io
import statistics
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.benchmarks.bench_formats import word_file
from tests.benchmarks.documents import article, pdf_of, settings
from tests.reading.made import epub

from dissoi.identity import new_id
from dissoi.reading import read
from dissoi.reading.errors import ReadingError

MOST_SECONDS = 1.0
MOST_MEGABYTES = 30.0
ROUNDS = 5
PARTS = article(11)
BODY = "".join(f"<h2>{part.text}</h2>" if part.is_heading else f"<p>{part.text}</p>" for part in PARTS)


def web_page(body: str) -> bytes:
    """An article with something around it."""
    return f"<!doctype html><html><body><nav>Home</nav><article>{body}</article></body></html>".encode()


MAKERS: dict[str, Callable[[], bytes]] = {
    "html": lambda: web_page(BODY),
    "docx": lambda: word_file(PARTS)[0],
    "epub": lambda: epub({"a.xhtml": BODY}),
    "pdf": lambda: pdf_of(PARTS, settings(1)[0]),
    "rtf": lambda: ("{\\rtf1\\ansi " + "".join(f"{p.text}\\par " for p in PARTS) + "}").encode("cp1252"),
}


@pytest.mark.parametrize("kind", MAKERS)
def test_time_of_an_article(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"article.{kind}"
    path.write_bytes(MAKERS[kind]())
    words, seconds = 0, []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        words = len(read(path, new_id).article.text.split())
        seconds.append(time.perf_counter() - started)
    print(f"\n{kind}: {words} words in {statistics.median(seconds):.2f} s, the process included")
    assert words > 2_500
    assert statistics.median(seconds) < MOST_SECONDS


def test_memory_of_who_asks(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", b"<w>" + b" " * 300_000_000)
    path = tmp_path / "bomb.docx"
    path.write_bytes(bomb.getvalue())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(ReadingError) as refused:
        read(path, new_id)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"\na bomb of 300 MB: “{refused.value}”, {grown:.1f} MB more here")
    assert grown < MOST_MEGABYTES
