# SPDX-License-Identifier: MIT
"""Plain text and Markdown as drafts of articles."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dissoi.dossier.prose import BlockKind, Blocks
from dissoi.dossier.records import ArticleKind, Author
from dissoi.reading.credits import Credits, take_credits, with_closing
from dissoi.reading.dates import partial_date
from dissoi.reading.decode import decoded
from dissoi.reading.detect import is_markdown
from dissoi.reading.errors import EmptyArticleError, NotTextError
from dissoi.reading.markdown import markdown_parts
from dissoi.reading.reading import Detail, Draft, Origin, Proposal
from dissoi.reading.text import text_blocks
from dissoi.reading.work_details import doi_in, kind_named

_ONLY_OF = {
    "journal": ArticleKind.JOURNAL,
    "booktitle": ArticleKind.CHAPTER,
    "interviewer": ArticleKind.INTERVIEW,
}
"""Fields that works of one kind alone have."""
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def read_plain(data: bytes, name: str) -> Draft:
    """What a text or Markdown file holds. Raises `NotTextError` or `EmptyArticleError`, naming `name`."""
    try:
        text = decoded(data)
    except UnicodeError:
        raise NotTextError(name) from None
    return plain_draft(text, name)


def plain_draft(text: str, name: str) -> Draft:
    """What a text holds, which may be Markdown; `name` is its file's. Raises `EmptyArticleError`.

    Authors, date and the rest are given only where the text is sure to name them.
    """
    fields: Mapping[str, str] = {}
    if not text.strip():
        raise EmptyArticleError(name)
    if is_markdown(text, name):
        fields, blocks = markdown_parts(text)
    else:
        blocks = text_blocks(text)
    if not blocks and not fields:
        raise EmptyArticleError(name)
    titles, blocks = _titles_and_rest(blocks, fields.get("title", ""))
    given = _credits_in(fields)
    found, blocks = take_credits(blocks, given, titled=bool(titles))
    closed = with_closing(found, blocks)
    address = _first(fields, "url", "link", "source", "canonical")
    proposals = {
        **_work_in(fields),
        Detail.TITLE: titles,
        Detail.AUTHORS: _proposal(closed.authors, _origin(given.authors, found.authors)),
        Detail.PUBLISHER: _proposal(closed.publisher, _origin(given.publisher, found.publisher)),
        Detail.PUBLISHED: _proposal(closed.published, _origin(given.published, found.published)),
        Detail.URL: _proposal(address if _ADDRESS.fullmatch(address) else ""),
        Detail.ACCESSED: _proposal(partial_date(_first(fields, "accessed", "retrieved"))),
        Detail.LANGUAGE: _proposal(_first(fields, "language", "lang")),
    }
    return Draft(blocks, {detail: each for detail, each in proposals.items() if each})


def _work_in(fields: Mapping[str, str]) -> dict[Detail, tuple[Proposal, ...]]:
    """What the front matter says of the kind of work, in its own words or by what only one kind has."""
    own = (kind for name, kind in _ONLY_OF.items() if fields.get(name))
    kind = kind_named(_first(fields, "kind", "type")) or next(own, "")
    return {
        Detail.SORT: _proposal(kind),
        Detail.CONTAINER: _proposal(_first(fields, "booktitle", "book", "occasion", "event")),
        Detail.CONTRIBUTORS: _proposal(_first(fields, "editors", "editor", "interviewer")),
        Detail.EDITION: _proposal(_first(fields, "edition")),
        Detail.VOLUME: _proposal(_first(fields, "volume")),
        Detail.ISSUE: _proposal(_first(fields, "issue", "number")),
        Detail.PAGES: _proposal(_first(fields, "pages")),
        Detail.DOI: _proposal(doi_in(_first(fields, "doi"))),
    }


def _proposal(value: str | tuple[Author, ...], origin: Origin = Origin.FRONT_MATTER) -> tuple[Proposal, ...]:
    return (Proposal(value, origin),) if value else ()


def _origin(given: object, found: object) -> Origin:
    """Where something was found that the front matter gives, or the first lines, or else the last ones."""
    if given:
        return Origin.FRONT_MATTER
    return Origin.BYLINE if found else Origin.TEXT


def _titles_and_rest(blocks: Blocks, title: str) -> tuple[tuple[Proposal, ...], Blocks]:
    """The titles, and the blocks without a heading at their start that says one."""
    given = _proposal(title)
    if not blocks or blocks[0].kind is not BlockKind.HEADING or blocks[0].level != 1:
        return given, blocks
    heading = blocks[0].text
    if title and heading.casefold() != title.casefold():
        return given, blocks
    return _proposal(heading, Origin.HEADING), blocks[1:]


def _credits_in(fields: Mapping[str, str]) -> Credits:
    names = _first(fields, "author", "authors", "by", "byline").split("; ")
    credentials = _first(fields, "credentials", "qualifications")
    authors = tuple(
        Author(name=name, credentials=credentials if len(names) == 1 else "") for name in names if name
    )
    publisher = _first(fields, "journal", "publisher", "publication", "site", "website")
    return Credits(authors, partial_date(_first(fields, "date", "published", "pubdate")), publisher)


def _first(fields: Mapping[str, str], *names: str) -> str:
    return next((fields[name] for name in names if fields.get(name)), "")
