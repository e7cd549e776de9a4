# SPDX-License-Identifier: MIT
"""The process in which files from outside are read: it may hang, break, lie and reach out without harm."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dissoi.dossier.prose import plain_block
from dissoi.reading import errors
from dissoi.reading.answer import MOST_JSON, NonsenseError, answer_of, draft_in
from dissoi.reading.detect import Kind
from dissoi.reading.process import read_apart
from dissoi.reading.reading import Draft


def in_the_child(statement: str, folder: Path) -> str:
    """What a statement does once the process is shut: "" when it was let through, else the error."""
    here = folder / "file"
    here.write_text("words")
    program = (
        "from dissoi.reading.child import shut\n"
        "import ctypes, os, resource, shutil, socket, sqlite3, subprocess, sys, tempfile, urllib.request\n"
        f"shut()\nfolder, here = {str(folder)!r}, {str(here)!r}\n"
        f"try:\n {statement}\nexcept PermissionError as error:\n print(error)\n"
    )
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize(
    "statement",
    [
        'socket.create_connection(("127.0.0.1", 9))',
        'socket.getaddrinfo("example.org", 80)',
        'subprocess.run(["true"])',
        'os.system("true")',
        'open("/etc/hostname")',
        'open("/etc/passwd", "rb")',
        'open(sys.prefix + "/new", "w")',
        "os.remove(here)",
        "os.unlink(here)",
        'os.rename(here, here + "2")',
        'os.replace(here, here + "2")',
        'os.link(here, here + "2")',
        'os.symlink(here, here + "2")',
        'os.mkdir(here + "2")',
        "os.rmdir(folder)",
        "os.chmod(here, 0)",
        "os.chown(here, 1, 1)",
        "os.truncate(here, 0)",
        "os.utime(here)",
        "os.listdir(folder)",
        "os.scandir(folder)",
        "os.chdir(folder)",
        "os.kill(os.getppid(), 0)",
        "os.fork()",
        'os.execv("/bin/true", ["true"])',
        "shutil.rmtree(folder)",
        'shutil.copyfile(here, here + "2")',
        "tempfile.mkstemp(dir=folder)",
        "sqlite3.connect(here)",
        "ctypes.CDLL(None)",
        "resource.setrlimit(resource.RLIMIT_CPU, (1, 1))",
        'urllib.request.urlopen("http://127.0.0.1:9")',
    ],
)
def test_a_reader_reaches_nothing_but_its_file(statement: str, tmp_path: Path) -> None:
    assert "a reader" in in_the_child(statement, tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_text() == "words"


def test_a_page_that_names_files_and_addresses_reads_none(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words")
    page = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><head>'
        f'<base href="{tmp_path.as_uri()}/"><meta http-equiv="refresh" content="0; url=secret.txt">'
        '<link rel="stylesheet" href="http://127.0.0.1:9/a.css"></head><body><p>Own words &x;</p>'
        f'<iframe src="{secret.as_uri()}"></iframe><img src="secret.txt"><object data="secret.txt"></object>'
        "</body></html>"
    )
    draft = read_apart(Kind.HTML, page.encode(), "a.html")
    assert "secret" not in "".join(block.text for block in draft.blocks)
    assert not draft.pictures


@pytest.mark.parametrize(
    "page",
    [
        "<p>" + "<table><tr><td>" * 26 + "deep",
        "<div>" * 200_000 + "x",
        "<html><frameset><frame src=x></frameset></html>",
        "<script>" + "x" * 100_000,
        "<b>" * 400 + "unclosed",
        "<svg><text>a</text></svg><math><mi>b</mi></math>",
        "<!--" * 1000,
        "&" * 50_000,
        "<p>\x00\x01\ud800\u202eabc</p>",
        '<script type="application/ld+json">' + '{"a":' * 50_000 + "</script><p>Words of a page</p>",
        '<script type="application/ld+json">["' + "x" * 9_000_000 + '"]</script><p>Words of a page</p>',
        "<article><p>One article of two</p></article>" * 2,
        '<p><img srcset="http://127.0.0.1:9/a 2x" src="data:image/png;base64,AAAA">Words of a page</p>',
        '<p onclick="x()"><a href="javascript:x()">Words</a> <a href="data:text/html,x">of</a> a page</p>',
        '<meta charset="utf-16"><p>Words in another encoding than they say</p>',
        "<p>" + "e\u0301\u0302\u0303" * 100_000,
    ],
    ids=[
        "tables",
        "divs",
        "frames",
        "script",
        "unclosed",
        "foreign",
        "comments",
        "marks",
        "controls",
        "deep data",
        "long data",
        "two articles",
        "picture sets",
        "script links",
        "false encoding",
        "combining marks",
    ],
)
def test_hostile_pages_end_in_an_article_or_a_sentence(page: str) -> None:
    data = page.encode("utf-8", "surrogatepass")
    told = None
    try:
        draft = read_apart(Kind.HTML, data, "a.html")
    except errors.ReadingError as error:
        told = error
    else:
        assert draft.blocks
        links = {span.link.partition(":")[0] for block in draft.blocks for span in block.spans if span.link}
        assert links <= {"http", "https", "mailto"}
    assert not isinstance(told, errors.BrokenReaderError)
    assert told is None or "“a.html”" in str(told)


def test_a_reader_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(errors.SlowArticleError):
        read_apart(Kind.HTML, b"<p>" + b"word " * 100_000, "a.html", patience=0.0)


def test_a_reading_that_is_called_off_is_stopped() -> None:
    with pytest.raises(errors.CancelledReadingError):
        read_apart(Kind.HTML, b"<p>words", "a.html", cancelled=lambda: True)


def test_a_draft_survives_the_way() -> None:
    draft = Draft((plain_block("words"),))
    assert draft_in(answer_of(draft, "a"), "a") == draft


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\0" * 7,
        (10**9).to_bytes(8, "big") + b"{}",
        (2).to_bytes(8, "big") + b"[]",
        (MOST_JSON + 1).to_bytes(8, "big"),
        (22).to_bytes(8, "big") + b'{"blocks":[{"a":"b"}]}',
    ],
)
def test_nonsense_is_no_answer(answer: bytes) -> None:
    with pytest.raises((NonsenseError, errors.ReadingError)):
        draft_in(answer, "a")
