# SPDX-License-Identifier: MIT
"""What a reader makes of a file: an article, where each statement about it was found, and what to keep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from dissoi.dossier.attachments import Attachment
from dissoi.dossier.prose import Blocks
from dissoi.dossier.records import Article, Author


class Origin(StrEnum):
    """Where a statement about an article was found."""

    JSON_LD = "JSON-LD"
    META = "meta tag"
    BYLINE = "byline"
    HEADING = "heading"
    FRONT_MATTER = "front matter"
    PROPERTIES = "file properties"
    FILE_MADE = "making of the file"
    ADDRESS = "address"
    TEXT = "text"
    FILE_NAME = "file name"
    TODAY = "today"


class Detail(StrEnum):
    """What can be said of an article; each is the name of a field of `Article`."""

    SORT = "sort"
    TITLE = "title"
    AUTHORS = "authors"
    CONTAINER = "container"
    CONTRIBUTORS = "contributors"
    EDITION = "edition"
    PUBLISHER = "publisher"
    VOLUME = "volume"
    ISSUE = "issue"
    PAGES = "pages"
    DOI = "doi"
    PUBLISHED = "published"
    URL = "url"
    ACCESSED = "accessed"
    LANGUAGE = "language"


@dataclass(frozen=True)
class Proposal:
    """A value for one detail of an article, and where it was found.

    Authors are a tuple, the rest is text; that of the sort is the value of an `ArticleKind`.
    """

    value: str | tuple[Author, ...]
    origin: Origin

    @property
    def only_offered(self) -> bool:
        """Whether this is too weak to be taken unasked: any copy is a file that was made some day."""
        return self.origin is Origin.FILE_MADE


Proposals = Mapping[Detail, tuple[Proposal, ...]]
"""By detail, the likeliest first; `Article` has the first of each, unless it is `only_offered`."""


@dataclass(frozen=True)
class Draft:
    """What one reader makes of a file: its text, what is said of it, and the pictures that blocks name."""

    blocks: Blocks
    proposals: Proposals = field(default_factory=lambda: MappingProxyType({}))
    pictures: tuple[Attachment, ...] = ()


@dataclass(frozen=True)
class Reading:
    """An article as it was read, before anyone confirmed what it is.

    `attachments` are the file it was read from, first, and the pictures that its blocks name.
    """

    article: Article
    proposals: Proposals = field(default_factory=lambda: MappingProxyType({}))
    attachments: tuple[Attachment, ...] = ()
