# SPDX-License-Identifier: MIT
"""RTF files as drafts of articles.

Kept: headings, lists with their markers, tables as rows, bold, italics, struck words, links, footnotes (at
the end), pictures in PNG and JPEG. Left out: running heads and feet, comments, what is deleted or hidden.
"""

from __future__ import annotations

from dissoi.dossier.prose import BlockKind, Blocks
from dissoi.reading import properties
from dissoi.reading.credits import Credits, is_bold_title, take_credits, with_closing, without_names
from dissoi.reading.errors import ArticleTooLargeError, EmptyArticleError, TooDeepArticleError
from dissoi.reading.reading import Detail, Draft, Origin, Proposal
from dissoi.reading.rtf_body import Body, TooDeepError
from dissoi.reading.rtf_tokens import tokens

MOST_BYTES = 50_000_000
"""The largest file that is read."""


def read_rtf(data: bytes, name: str) -> Draft:
    """What an RTF file says. Raises a `ReadingError` when it is empty, too large or nested too deeply."""
    if len(data) > MOST_BYTES:
        raise ArticleTooLargeError(name, f"{MOST_BYTES // 1_000_000} MB")
    body = Body()
    try:
        for token in tokens(data):
            body.take(token)
    except TooDeepError as error:
        raise TooDeepArticleError(name) from error
    titles, blocks = _title_and_rest(body.finished(), body.title)
    found, blocks = take_credits(blocks, Credits(), titled=bool(titles))
    if not blocks:
        raise EmptyArticleError(name)
    closed = with_closing(found, blocks)
    people = (Proposal(closed.authors, Origin.BYLINE if found.authors else Origin.TEXT),)
    title, author, created = (body.info.get(key, "") for key in ("title", "author", "creatim"))
    proposals = properties.given(
        {
            Detail.TITLE: (*titles, *properties.titles(title)),
            Detail.AUTHORS: (*(people if closed.authors else ()), *properties.authors([author])),
            Detail.PUBLISHER: properties.printed(closed.publisher),
            Detail.PUBLISHED: (*properties.printed(closed.published), *properties.day_made(created)),
        }
    )
    blocks = without_names(blocks, properties.repeated(proposals))
    return Draft(blocks, proposals, tuple(body.pictures.values()))


def _title_and_rest(blocks: Blocks, title: str) -> tuple[tuple[Proposal, ...], Blocks]:
    """The title that a style, the first heading or a first line in bold says, and the blocks without it."""
    if title:
        return (Proposal(title, Origin.HEADING),), blocks
    if blocks and (is_bold_title(blocks) or (blocks[0].kind is BlockKind.HEADING and blocks[0].level == 1)):
        return (Proposal(blocks[0].text, Origin.HEADING),), blocks[1:]
    return (), blocks
