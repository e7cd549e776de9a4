# SPDX-License-Identifier: MIT
"""A file, or pasted text, read as an article of a dossier."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path, PurePath

from dissoi.dossier.prose import BlockKind, Blocks
from dissoi.dossier.records import Article, Author, NewId
from dissoi.reading.credits import Credits, take_credits, with_closing
from dissoi.reading.dates import partial_date
from dissoi.reading.decode import decoded
from dissoi.reading.detect import is_dossier, is_markdown, unsupported_kind
from dissoi.reading.errors import (
    ArticleTooLargeError,
    EmptyArticleError,
    IsDossierError,
    NotTextError,
    UnsupportedKindError,
    system_error,
)
from dissoi.reading.markdown import markdown_parts
from dissoi.reading.text import text_blocks

MOST_BYTES = 50_000_000
"""The largest file that is read."""

_MINOR_WORDS = {
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
}  # fmt: skip
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def read_article(path: Path, new_id: NewId) -> Article:
    """The article in a text or Markdown file.

    Raises a `ReadingError` that says why there is none. The title is the text's own or made from the file's
    name; authors, date and the rest are given only where the text is sure to name them.
    """
    data = _bytes_of(path)
    if not data:
        raise EmptyArticleError(path)
    if is_dossier(data):
        raise IsDossierError(path)
    if kind := unsupported_kind(data, path.name):
        raise UnsupportedKindError(path, kind)
    try:
        text = decoded(data)
    except UnicodeError:
        raise NotTextError(path) from None
    if not text.strip():
        raise EmptyArticleError(path)
    return article_from_text(text, path.name, new_id)


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        # Windows reports a folder as a file that may not be read.
        raise system_error(IsADirectoryError(21, "") if path.is_dir() else error, path) from error
    if len(data) > MOST_BYTES:
        raise ArticleTooLargeError(path, f"{MOST_BYTES // 1_000_000} MB")
    return data


def article_from_text(text: str, name: str, new_id: NewId) -> Article:
    """The article in a text, which may be Markdown; `name` is its file's, and a last resort for the title.

    Raises `EmptyArticleError` when the text is blank.
    """
    fields: Mapping[str, str] = {}
    if is_markdown(text, name):
        fields, blocks = markdown_parts(text)
    else:
        blocks = text_blocks(text)
    if not blocks and not fields:
        raise EmptyArticleError(name)
    title, blocks = _title_and_rest(blocks, fields.get("title", ""))
    found, blocks = take_credits(blocks, _credits_in(fields))
    credits_ = with_closing(found, blocks)
    address = _first(fields, "url", "link", "source", "canonical")
    return Article(
        id=new_id(),
        title=title or title_from(name),
        authors=credits_.authors,
        publisher=_first(fields, "publisher", "publication", "site", "website", "journal"),
        published=credits_.published,
        url=address if _ADDRESS.fullmatch(address) else "",
        accessed=partial_date(_first(fields, "accessed", "retrieved")),
        language=_first(fields, "language", "lang"),
        blocks=blocks,
    )


def _title_and_rest(blocks: Blocks, title: str) -> tuple[str, Blocks]:
    """The title, and the blocks without a heading at their start that says it."""
    if not blocks or blocks[0].kind is not BlockKind.HEADING or blocks[0].level != 1:
        return title, blocks
    heading = blocks[0].text
    is_title = not title or heading.casefold() == title.casefold()
    return (heading, blocks[1:]) if is_title else (title, blocks)


def _credits_in(fields: Mapping[str, str]) -> Credits:
    names = _first(fields, "author", "authors", "by", "byline").split("; ")
    credentials = _first(fields, "credentials", "qualifications")
    authors = tuple(
        Author(name=name, credentials=credentials if len(names) == 1 else "") for name in names if name
    )
    return Credits(authors, partial_date(_first(fields, "date", "published", "pubdate")))


def _first(fields: Mapping[str, str], *names: str) -> str:
    return next((fields[name] for name in names if fields.get(name)), "")


def title_from(name: str) -> str:
    """A title made from a file's name: "two-states_and-a-wall.txt" is "Two States and a Wall"."""
    stem = PurePath(name).stem
    words = stem.split() if " " in stem.strip() else re.split(r"[_\s]+|(?<!\d)-+|-+(?!\d)", stem)
    titled = (_titled(word, is_first=not at) for at, word in enumerate(filter(None, words)))
    return " ".join(titled)


def _titled(word: str, *, is_first: bool) -> str:
    if not word.islower() or (word in _MINOR_WORDS and not is_first):
        return word
    return word[0].upper() + word[1:]
