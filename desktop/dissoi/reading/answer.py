# SPDX-License-Identifier: MIT
"""What the process that reads a file says to the one that asked: a draft, or why there is none.

An answer is eight bytes with the length of a JSON text, that text, and the bytes of the pictures.
Whoever sends it is not trusted: it has been in touch with the file.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dissoi.dossier.attachments import Attachment
from dissoi.dossier.prose import Block, BlockKind, Blocks, clean
from dissoi.dossier.records import ArticleKind, Author
from dissoi.reading import errors
from dissoi.reading.reading import Detail, Draft, Origin, Proposal, Proposals

MOST_JSON = 20_000_000
MOST_PICTURES = 40_000_000
MOST_PICTURE = 10_000_000
MOST_BYTES = 8 + MOST_JSON + MOST_PICTURES
"""How many bytes an answer and its parts have at most."""
_MOST_PROPOSALS = 8
_LONGEST_VALUE = 2_000
_MOST_AUTHORS = 100
_LENGTH = 8


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Picture(_Frozen):
    name: str
    media_type: str
    size: int = Field(ge=0, le=MOST_PICTURE)


class _Said(_Frozen):
    value: str | tuple[Author, ...]
    origin: Origin


class _Answer(_Frozen):
    blocks: tuple[Block, ...] = ()
    proposals: dict[Detail, tuple[_Said, ...]] = {}
    pictures: tuple[_Picture, ...] = ()
    error: str = ""
    more: tuple[str, ...] = ()


class NonsenseError(Exception):
    """An answer is none."""


def answer_of(draft: Draft, name: str) -> bytes:
    """A draft as an answer, without pictures that are too large. Raises `OverflowingArticleError`."""
    fitted = _fitted(draft)
    said = {
        detail: tuple(_Said(value=each.value, origin=each.origin) for each in proposals)
        for detail, proposals in fitted.proposals.items()
    }
    listed = tuple(
        _Picture(name=clean(each.name), media_type=each.media_type, size=len(each.data))
        for each in fitted.pictures
    )
    answer = _Answer(blocks=fitted.blocks, proposals=said, pictures=listed)
    text = answer.model_dump_json(exclude_defaults=True).encode()
    if len(text) > MOST_JSON:
        raise errors.OverflowingArticleError(name)
    return b"".join((len(text).to_bytes(_LENGTH, "big"), text, *(each.data for each in fitted.pictures)))


def refusal_of(error: errors.ReadingError) -> bytes:
    """Why there is no draft, as an answer."""
    answer = _Answer(error=type(error).__name__, more=tuple(map(clean, error.more)))
    text = answer.model_dump_json(exclude_defaults=True).encode()
    return len(text).to_bytes(_LENGTH, "big") + text


def draft_in(data: bytes, path: Path | str) -> Draft:
    """The draft in an answer. Raises the `ReadingError` in it, naming `path`, or `NonsenseError`."""
    end = _LENGTH + int.from_bytes(data[:_LENGTH], "big")
    if not _LENGTH < end <= len(data) or end > MOST_JSON + _LENGTH:
        raise NonsenseError
    try:
        answer = _Answer.model_validate_json(data[_LENGTH:end])
    except ValidationError as error:
        raise NonsenseError from error
    if answer.error:
        raise _error_in(answer, path)
    pictures = []
    for each in answer.pictures:
        pictures.append(Attachment(each.name, each.media_type, data[end : end + each.size]))
        end += each.size
    if end != len(data):
        raise NonsenseError
    proposals = {
        detail: tuple(Proposal(said.value, said.origin) for said in each)
        for detail, each in answer.proposals.items()
    }
    return _fitted(Draft(answer.blocks, proposals, tuple(pictures)))


def _error_in(answer: _Answer, path: Path | str) -> errors.ReadingError:
    named = getattr(errors, answer.error, None)
    if isinstance(named, type) and issubclass(named, errors.ReadingError) and hasattr(named, "sentence"):
        try:
            return named(path, *answer.more)
        except IndexError as error:
            raise NonsenseError from error
    raise NonsenseError


def _fitted(draft: Draft) -> Draft:
    """A draft whose pictures keep to the limits and are the ones that its blocks name."""
    kept: dict[str, Attachment] = {}
    named, left = {block.picture for block in draft.blocks if block.picture}, MOST_PICTURES
    for picture in draft.pictures:
        size = len(picture.data)
        if size <= min(MOST_PICTURE, left) and picture.digest in named and picture.digest not in kept:
            kept[picture.digest] = picture
            left -= size
    blocks: Blocks = tuple(
        block for block in draft.blocks if block.kind is not BlockKind.PICTURE or block.picture in kept
    )
    return replace(draft, blocks=blocks, proposals=_said(draft.proposals), pictures=tuple(kept.values()))


def _said(proposals: Proposals) -> Proposals:
    """Proposals without empty ones and repetitions, cut to length."""
    result: dict[Detail, tuple[Proposal, ...]] = {}
    for detail, each in proposals.items():
        fit = (Proposal(_cut(proposal.value), proposal.origin) for proposal in each)
        by_value = {each.value: each for each in reversed([*fit]) if _is_one(detail, each.value)}
        if by_value:
            result[detail] = tuple(reversed(by_value.values()))[:_MOST_PROPOSALS]
    return result


def _is_one(detail: Detail, value: str | tuple[Author, ...]) -> bool:
    """Whether this says anything of a detail."""
    return bool(value) and (detail is not Detail.SORT or value in set(ArticleKind))


def _cut(value: str | tuple[Author, ...]) -> str | tuple[Author, ...]:
    if isinstance(value, str):
        return clean(value[:_LONGEST_VALUE]).strip()
    cut = (
        Author(name=each.name[:_LONGEST_VALUE], credentials=each.credentials[:_LONGEST_VALUE])
        for each in value[:_MOST_AUTHORS]
    )
    return tuple(author for author in cut if author.name.strip())
