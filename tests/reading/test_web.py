# SPDX-License-Identifier: MIT
"""Web pages, read in a process of their own; and what becomes of one that breaks or hangs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dissoi.dossier.prose import BlockKind
from dissoi.dossier.records import Author, RecordId
from dissoi.reading import errors, process, read, read_pasted
from dissoi.reading.html import read_html
from dissoi.reading.reading import Detail, Origin, Proposal, Reading

SENTENCE = "The ferry to the island was paid by the county for as long as anybody there remembers. "
BODY = "".join(f"<p>{SENTENCE * 3}<b>Number {number}</b>.</p>" for number in range(6))
PAGE = f"""<!doctype html><!-- saved from url=(0020)https://a.org/ferry -->
<html lang="en"><head><title>The Ferry | The Paper</title><meta property="og:title" content="The Ferry">
<meta name="author" content="Jane Doe"><meta property="article:published_time" content="2025-02-18T10:00:00Z">
<meta property="og:site_name" content="The Paper"></head>
<body><nav><ul><li><a href="/x">Subscribe now</a></li></ul></nav><article><h1>The Ferry</h1>{BODY}
<h2>What it costs</h2><ul><li>{SENTENCE}</li></ul></article>
<script>alert(1)</script><footer>All rights reserved</footer></body></html>"""


def reading_of(folder: Path, data: bytes | str, name: str = "page.html", **more: float) -> Reading:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read(path, lambda: RecordId("r"), patience=more.get("patience", process.PATIENCE))


def test_a_page_is_an_article_that_says_what_it_is(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, PAGE)
    article = reading.article
    assert (article.title, article.authors) == ("The Ferry", (Author(name="Jane Doe"),))
    assert (article.publisher, article.published, article.language) == ("The Paper", "2025-02-18", "en")
    assert article.url == "https://a.org/ferry"
    assert reading.proposals[Detail.URL] == (Proposal("https://a.org/ferry", Origin.ADDRESS),)
    assert reading.proposals[Detail.ACCESSED][0].origin is Origin.PROPERTIES
    kinds = [block.kind for block in article.blocks]
    assert kinds == [BlockKind.PARAGRAPH] * 6 + [BlockKind.HEADING, BlockKind.ITEM]
    assert article.blocks[0].spans[1].bold
    assert reading.attachments[0].data == PAGE.encode()
    assert article.original == reading.attachments[0].digest


def test_a_page_of_mail_parts_is_read(tmp_path: Path) -> None:
    head = "MIME-Version: 1.0\nSnapshot-Content-Location: https://b.org/x\n"
    parts = 'Content-Type: multipart/related; boundary="B"\n\n--B\nContent-Type: text/html\n\n'
    page = PAGE.replace("<!-- saved from url=(0020)https://a.org/ferry -->", "")
    article = reading_of(tmp_path, f"{head}{parts}{page}\n--B--\n", "x.mhtml").article
    assert (article.title, article.url) == ("The Ferry", "https://b.org/x")


def test_pasted_markup_keeps_its_looks() -> None:
    html = (
        "<html><body><!--StartFragment--><h2>One</h2><p>two <i>three</i></p><!--EndFragment--></body></html>"
    )
    article = read_pasted(html, "One two three", lambda: RecordId("r"), name="Pasted text").article
    assert article.title == "One"
    assert [span.italic for block in article.blocks for span in block.spans] == [False, True]
    assert article.original == ""


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ("<html><body></body></html>", errors.EmptyArticleError),
        ("<!doctype html>" + "<div>" * 200_000, errors.TooDeepArticleError),
        ("<html>" + "a" * 10_000_001, errors.ArticleTooLargeError),
        (b"%PDF-1.7 nonsense", errors.ReadingError),
        (b"PK\x03\x04word/nonsense", errors.ReadingError),
    ],
)
def test_what_is_no_article_is_a_sentence(
    tmp_path: Path, data: bytes | str, error: type[errors.ReadingError]
) -> None:
    with pytest.raises(error):
        reading_of(tmp_path, data)


@pytest.mark.parametrize(
    ("script", "error"),
    [
        ("import time; time.sleep(60)", errors.SlowArticleError),
        ("import os; os.abort()", errors.BrokenReaderError),
        ("print('rubbish')", errors.BrokenReaderError),
    ],
)
def test_a_reader_that_fails_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, error: type[errors.ReadingError]
) -> None:
    monkeypatch.setattr(process, "command", lambda: [sys.executable, "-c", script])
    with pytest.raises(error):
        reading_of(tmp_path, PAGE, patience=1.0 if "sleep" in script else 20.0)


def test_reading_can_be_called_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "command", lambda: [sys.executable, "-c", "import time; time.sleep(60)"])
    path = tmp_path / "x.html"
    path.write_text(PAGE, encoding="utf-8")
    with pytest.raises(errors.CancelledReadingError):
        read(path, lambda: RecordId("r"), cancelled=lambda: True)


@pytest.mark.parametrize(
    "deed",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import subprocess; subprocess.run(['true'])",
        "open({path!r})",
        "open({path!r}, 'w')",
    ],
)
def test_the_process_reaches_nothing(tmp_path: Path, deed: str) -> None:
    path = tmp_path / "secret"
    path.write_text("x", encoding="utf-8")
    script = f"from dissoi.reading.child import shut; shut(); {deed.format(path=str(path))}"
    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, text=True)
    assert "PermissionError: a reader" in done.stderr
    assert path.read_text(encoding="utf-8") == "x"


@pytest.mark.parametrize(
    "said",
    [
        ('<meta name="dcterms.date" content="2025-03-14">', ""),
        ("", '<header id="title-block-header"><p class="date">March 14, 2025</p></header>'),
    ],
    ids=["meta tag", "line of its own"],
)
def test_the_date_of_a_page_made_from_markdown_is_proposed(said: tuple[str, str]) -> None:
    head, line = said
    page = f"<html><head>{head}</head><body>{line}<p>Who rides now pays for who does not.</p></body></html>"
    draft = read_html(page.encode(), "page.html")
    assert [each.value for each in draft.proposals[Detail.PUBLISHED]] == ["2025-03-14"]
    assert [block.text for block in draft.blocks] == ["Who rides now pays for who does not."]


def test_the_dates_of_several_articles_are_no_date_of_this_one() -> None:
    others = '<p class="date">March 14, 2025</p><p class="date">March 15, 2025</p>'
    page = f"<aside>{others}</aside><p>Who rides now pays for who does not.</p>"
    assert Detail.PUBLISHED not in read_html(page.encode(), "page.html").proposals
