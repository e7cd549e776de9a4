# SPDX-License-Identifier: MIT
"""A file, or what was pasted, read as an article of a dossier."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path, PurePath
from typing import Any

from dissoi.dossier.attachments import Attachment
from dissoi.dossier.prose import clean
from dissoi.dossier.records import Article, ArticleKind, NewId
from dissoi.reading.detect import (
    MEDIA_TYPES,
    Kind,
    is_dossier,
    is_encrypted_office_file,
    kind_of,
    unsupported_kind,
)
from dissoi.reading.errors import (
    ArticleIsSpecialError,
    ArticleTooLargeError,
    CancelledReadingError,
    EmptyArticleError,
    IsDossierError,
    ProtectedArticleError,
    ReadingError,
    UnsupportedKindError,
    system_error,
)
from dissoi.reading.plain import plain_draft, read_plain
from dissoi.reading.process import PATIENCE, never, read_apart
from dissoi.reading.reading import Detail, Draft, Origin, Proposal, Reading

MOST_BYTES = 50_000_000
"""The largest file that is read."""
_SHORT = 200_000
"""Text of so many bytes is read here, which is sooner done; longer text where time and memory are limited."""

_MINOR_WORDS = {
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
}  # fmt: skip
_WEB = {Kind.HTML, Kind.MHTML}


def read(
    path: Path,
    new_id: NewId,
    *,
    today: str = "",
    cancelled: Callable[[], bool] = never,
    patience: float = PATIENCE,
) -> Reading:
    """The article in a file of any kind that there is a reader for, told by its content.

    Raises a `ReadingError` that says why there is none; `cancelled` is asked often and ends the reading,
    as does the end of `patience`, in seconds. `today` is a date, proposed as date of access. The file
    itself is the first of the attachments, and the article's `original`.
    """
    data = _bytes_of(path)
    if not data:
        raise EmptyArticleError(path)
    if is_dossier(data):
        raise IsDossierError(path)
    if is_encrypted_office_file(data):
        raise ProtectedArticleError(path)
    if other := unsupported_kind(data):
        raise UnsupportedKindError(path, other)
    kind = kind_of(data, path.name)
    if kind is Kind.TEXT and len(data) <= _SHORT:
        draft = read_plain(data, str(path))
    else:
        draft = read_apart(kind, data, path, cancelled=cancelled, patience=patience)
    saved = _days_of_access(path, today)
    if kind is Kind.PDF:
        draft = _without_day_of_printing(draft, saved)
    days = saved if kind in _WEB else _today(today)
    # A name from an old disk may have bytes that are no letters, which no dossier can hold.
    name = clean(path.name)
    return _reading(draft, name, new_id, days, Attachment(name, MEDIA_TYPES[kind], data))


def read_pasted(
    html: str,
    text: str,
    new_id: NewId,
    *,
    name: str = "",
    today: str = "",
    cancelled: Callable[[], bool] = never,
    patience: float = PATIENCE,
) -> Reading:
    """The article that was copied from somewhere, as markup, or else as text; there is no original.

    `name` is a last resort for the title. Raises a `ReadingError`.
    """
    draft: Draft | None = None
    if html.strip():
        try:
            markup = html.encode("utf-8", "replace")
            draft = read_apart(Kind.MARKUP, markup, name, cancelled=cancelled, patience=patience)
        except CancelledReadingError:
            raise
        except ReadingError:
            # What was copied is there once more as text.
            if not text.strip():
                raise
    if draft is None and len(text) <= _SHORT:
        draft = plain_draft(text, name)
    elif draft is None:
        copied = text.encode("utf-8", "replace")
        draft = read_apart(Kind.TEXT, copied, name, cancelled=cancelled, patience=patience)
    return _reading(draft, name, new_id, _today(today))


def _bytes_of(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            raise ArticleIsSpecialError(path)
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
    return _reading(plain_draft(text, name), name, new_id).article


def _reading(
    draft: Draft, name: str, new_id: NewId, days: tuple[Proposal, ...] = (), *original: Attachment
) -> Reading:
    """A draft as an article; `days` are days on which it may have been found at its address."""
    proposals = {detail: each for detail, each in draft.proposals.items() if each}
    titled = (*proposals.get(Detail.TITLE, ()), Proposal(title_from(name), Origin.FILE_NAME))
    proposals[Detail.TITLE] = tuple(each for each in titled if each.value)
    known = proposals.get(Detail.ACCESSED, ())
    if Detail.URL in proposals and (known or days):
        proposals[Detail.ACCESSED] = (*known, *days)
    chosen: dict[str, Any] = {
        detail.value: each[0].value for detail, each in proposals.items() if each and not each[0].only_offered
    }
    if Detail.SORT in chosen:
        chosen[Detail.SORT] = ArticleKind(chosen[Detail.SORT])
    article = Article(
        id=new_id(), blocks=draft.blocks, original=original[0].digest if original else "", **chosen
    )
    return Reading(article, proposals, (*original, *draft.pictures))


def _without_day_of_printing(draft: Draft, saved: tuple[Proposal, ...]) -> Draft:
    """The draft without a date that only says when somebody printed the page, on the day the file has."""
    days = {each.value for each in saved}
    said = draft.proposals.get(Detail.PUBLISHED, ())
    kept = tuple(each for each in said if each.origin is not Origin.FILE_MADE or each.value not in days)
    return replace(draft, proposals={**draft.proposals, Detail.PUBLISHED: kept})


def _days_of_access(path: Path, today: str) -> tuple[Proposal, ...]:
    """When a page may have been saved: the day that its file has, and today."""
    try:
        saved = datetime.fromtimestamp(path.stat().st_mtime).astimezone().date().isoformat()
    except (OSError, OverflowError, ValueError):
        return _today(today)
    own = (Proposal(saved, Origin.PROPERTIES),) if not today or saved <= today else ()
    return (*own, *_today(today))


def _today(today: str) -> tuple[Proposal, ...]:
    return (Proposal(today, Origin.TODAY),) if today else ()


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
