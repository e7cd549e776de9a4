# SPDX-License-Identifier: MIT
"""Files as articles: plain text, Markdown with and without front matter, and whatever else is dropped in."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
import zipfile
from itertools import count
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.steps import steps

from dissoi.dossier.markup import is_faithful
from dissoi.dossier.prose import BlockKind
from dissoi.dossier.records import Article, Author, RecordId
from dissoi.reading import article as article_module
from dissoi.reading import article_from_text, errors, read_pasted
from dissoi.reading import read as read_file
from dissoi.reading.article import title_from
from dissoi.reading.plain import plain_draft
from dissoi.reading.reading import Detail, Origin, Proposal

TEXT = "A paragraph that is long enough to be nothing else, with one clause after the other, until it ends."


def read(path: Path) -> Article:
    numbers = count()
    return read_file(path, lambda: RecordId(f"r{next(numbers)}")).article


def from_text(text: str, name: str = "pasted text") -> Article:
    return article_from_text(text, name, lambda: RecordId("r1"))


def written(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_text_file_is_an_article(tmp_path: Path) -> None:
    lines = ["The Wall", "By Jane Doe", "18 February 2025", "", TEXT, "", "Jane Doe is a poet."]
    article = read(written(tmp_path, "x.txt", "\r\n".join(lines).encode("utf-16")))
    assert article.id == "r0"
    assert article.title == "The Wall"
    assert article.authors == (Author(name="Jane Doe", credentials="poet"),)
    assert article.published == "2025-02-18"
    assert article.text == f"{TEXT}\nJane Doe is a poet."
    assert is_faithful(article.blocks)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(tmp_path / "x.txt")
    with pytest.raises(errors.ArticleIsSpecialError, match="is a device or a pipe"):
        read(tmp_path / "x.txt")


def test_long_texts_are_read_where_time_is_limited(tmp_path: Path) -> None:
    text = "# The Wall\n\nBy Jane Doe\n\n" + f"{TEXT}\n\n" * 3_000
    path = written(tmp_path, "x.md", text)
    assert read(path).model_copy(update={"original": ""}) == from_text(text, "x.md").model_copy(
        update={"id": "r0"}
    )
    pasted = read_pasted("", text, lambda: RecordId("r1"), name="x.md")
    assert pasted.article.blocks == read(path).blocks
    with pytest.raises(errors.SlowArticleError):
        read_file(path, lambda: RecordId("r1"), patience=0)
    with pytest.raises(errors.SlowArticleError):
        read_pasted("", text, lambda: RecordId("r1"), patience=0)


@pytest.mark.parametrize("text", ["[" * 150_000, "![" * 75_000, (" " * 200_000 + "x\n") * 3])
def test_short_texts_take_no_longer_than_their_length(text: str) -> None:
    read: list[Article] = []
    steps(lambda: read.append(from_text(text, "x.txt")), most=100_000)
    assert read[0].text.strip()


def test_a_markdown_file_is_an_article(tmp_path: Path) -> None:
    markdown = f"# The *Wall*\n\nBy Jane Doe\nFebruary 18, 2025\n\n{TEXT}\n\n## Why\n\n- **one**\n  - two\n"
    article = read(written(tmp_path, "x.md", markdown))
    assert article.title == "The Wall"
    assert [author.name for author in article.authors] == ["Jane Doe"]
    assert article.published == "2025-02-18"
    kinds = [block.kind for block in article.blocks]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM, BlockKind.ITEM]


def test_front_matter_says_what_an_article_is() -> None:
    article = from_text(
        "---\n# comment\ntitle: \"The 'Wall'\"\nauthor:\n  - Jane Doe\n  - John Roe\ndate: 2025-02-18\n"
        "publisher: The Paper\nurl: https://a.org/b?c\naccessed: 2025-03\nlang: en\ntags: [a, b]\n---\n\n"
        f"# Another Title\n\n{TEXT}\n",
        "x.md",
    )
    assert article.title == "The 'Wall'"
    assert [author.name for author in article.authors] == ["Jane Doe", "John Roe"]
    assert (article.published, article.accessed, article.language) == ("2025-02-18", "2025-03", "en")
    assert (article.publisher, article.url) == ("The Paper", "https://a.org/b?c")
    assert article.text == f"Another Title\n{TEXT}"


def test_a_heading_that_repeats_the_title_is_lifted_out() -> None:
    article = from_text(
        f"---\ntitle: The Wall\nauthor: Jane Doe\ncredentials: poet\n---\n# the wall\n\n{TEXT}", "x.md"
    )
    assert (article.title, article.text) == ("the wall", TEXT)
    assert article.authors == (Author(name="Jane Doe", credentials="poet"),)


def test_rules_at_the_start_are_no_front_matter() -> None:
    assert from_text("---\n\nNot a field\n\n---\n\nText.", "x.md").text == "\nNot a field\n\nText."


def test_fields_that_no_record_can_hold_are_left_out() -> None:
    article = from_text("---\ndate: soon\nurl: javascript:alert(1)\nauthor:\n---\nText.", "x.md")
    assert (article.published, article.url, article.authors) == ("", "", ())


def test_markdown_is_recognised_without_its_ending() -> None:
    assert (
        from_text("# Title\n\nText with [a link](https://a.org).").blocks[0].spans[1].link == "https://a.org"
    )
    assert from_text("#1 of all reasons **is** this.").text == "#1 of all reasons **is** this."


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("two-states_and-a-wall.txt", "Two States and a Wall"),
        ("the-wall.txt", "The Wall"),
        ("NATO and EU.md", "NATO and EU"),
        ("A well-kept file.txt", "A Well-kept File"),
        ("report-2025-02-18.txt", "Report 2025-02-18"),
        ("article", "Article"),
    ],
)
def test_a_file_name_gives_a_title_as_a_last_resort(name: str, title: str) -> None:
    assert title_from(name) == title


def test_a_real_article_is_read_to_the_letter(real_articles: Path) -> None:
    path = real_articles / "lieven-european-force.txt"
    article = read(path)
    assert article.text == path.read_text(encoding="utf-8").strip()
    assert article.title == "Lieven European Force"
    (author,) = article.authors
    assert author.name == "Anatol Lieven"
    assert author.credentials.startswith("former war correspondent and Director of the Eurasia Program")
    assert {block.kind for block in article.blocks} == {BlockKind.PARAGRAPH}


def zipped(name: str, data: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("x.odt", zipped("mimetype", "application/vnd.oasis.opendocument.text"), "an OpenDocument file"),
        ("x.zip", zipped("a.txt"), "an archive"),
        ("x.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "an old Office file"),
        ("x.png", b"\x89PNG\r\n\x1a\n\0", "a picture"),
    ],
)
def test_other_kinds_are_named(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    path = written(tmp_path, name, data)
    with pytest.raises(errors.UnsupportedKindError) as caught:
        read(path)
    assert (
        str(caught.value)
        == f"“{path}” is {kind}, which cannot be read; save it as a PDF file, web page or text."
    )


@pytest.mark.parametrize(
    ("data", "error", "sentence"),
    [
        (b"", errors.EmptyArticleError, "“{}” is empty."),
        (b" \r\n\t", errors.EmptyArticleError, "“{}” is empty."),
        (b"\xef\xbb\xbf", errors.EmptyArticleError, "“{}” is empty."),
        (b"\x00\x01\x02\x03" * 99, errors.NotTextError, "“{}” holds no text that can be read."),
        (
            b"SQLite format 3\0" + b"\0" * 84,
            errors.IsDossierError,
            "“{}” is a dossier, not an article; open it instead.",
        ),
    ],
)
def test_files_without_an_article_say_why(
    tmp_path: Path, data: bytes, error: type[errors.ReadingError], sentence: str
) -> None:
    path = written(tmp_path, "x.txt", data)
    with pytest.raises(error) as caught:
        read(path)
    assert str(caught.value) == sentence.format(path)


def test_a_missing_file_and_a_folder_say_so(tmp_path: Path) -> None:
    with pytest.raises(errors.MissingArticleError, match="does not exist"):
        read(tmp_path / "none.txt")
    with pytest.raises(errors.MissingArticleError, match="does not exist"):
        read(written(tmp_path, "x.txt", "x") / "below.txt")
    with pytest.raises(errors.ArticleIsFolderError, match="is a folder"):
        read(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may read every file")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, "x.txt", TEXT)
    path.chmod(0)
    with pytest.raises(errors.ForbiddenArticleError, match="no permission"):
        read(path)


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOENT, errors.MissingArticleError),
        (errno.EACCES, errors.ForbiddenArticleError),
        (errno.EISDIR, errors.ArticleIsFolderError),
        (errno.EIO, errors.ArticleTroubleError),
    ],
)
def test_each_trouble_of_the_system_has_its_error(number: int, error: type[errors.ReadingError]) -> None:
    path = Path("x.txt")
    assert type(errors.system_error(OSError(number, os.strerror(number)), path)) is error


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_module, "MOST_BYTES", 2_000_000)
    path = written(tmp_path, "x.txt", "a" * 2_000_001)
    with pytest.raises(errors.ArticleTooLargeError, match="larger than 2 MB"):
        read(path)


def test_blank_pasted_text_is_no_article() -> None:
    with pytest.raises(errors.EmptyArticleError):
        from_text(" \n ")


def test_reading_is_cheap_to_import() -> None:
    script = (
        "import sys, dissoi.reading; "
        "assert not {'markdown', 'charset_normalizer', 'PySide6', 'reportlab'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_the_day_on_which_a_page_was_printed_is_not_when_it_was_published(tmp_path: Path) -> None:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(72, 700, "Some words of a page that somebody printed today.")
    canvas.save()
    path = written(tmp_path, "x.pdf", file.getvalue())

    def offered() -> tuple[Proposal, ...]:
        return read_file(path, lambda: RecordId("r")).proposals.get(Detail.PUBLISHED, ())

    assert offered() == ()
    os.utime(path, (0, 0))
    assert [each.origin for each in offered()] == [Origin.FILE_MADE]
    assert read(path).published == ""  # offered, but not taken: it is the day of this copy


def test_footnotes_of_markdown_are_notes() -> None:
    marks = "One.[^b] Two[^a], three[^b] and [^none]."
    text = f"# Head\n\n{marks}\n\n[^a]: Note *a*.\n[^b]: Note b\n    goes on.\n\nThe end.\n"
    blocks = plain_draft(text, "x.md").blocks
    assert [(block.kind.value, block.marker, block.text) for block in blocks] == [
        ("paragraph", "", "One.¹ Two², three¹ and [^none]."),
        ("paragraph", "", "The end."),
        ("note", "1", "Note b goes on."),
        ("note", "2", "Note a."),
    ]


def test_a_footnote_of_markdown_has_all_its_paragraphs() -> None:
    text = "# Head\n\nOne.[^a]\n\n[^a]: Note a.\n\n    And more of it.\n\nThe end.\n"
    assert [block.text for block in plain_draft(text, "x.md").blocks] == [
        "One.¹",
        "The end.",
        "Note a. And more of it.",
    ]
