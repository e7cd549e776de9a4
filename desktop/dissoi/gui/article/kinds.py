# SPDX-License-Identifier: MIT
"""Words for kinds of works, and for their details as the form of each kind names them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from dissoi.dossier.article_kinds import DETAILS_OF
from dissoi.dossier.records import ArticleKind

SOME_HAVE = frozenset(name for names in DETAILS_OF.values() for name in names)
"""The details that not all kinds have."""


def tr(text: str) -> str:
    """`text` in the reader's language."""
    return QCoreApplication.translate("kinds", text)


def kind_words() -> Mapping[ArticleKind, str]:
    """What each kind is called, in the order in which they are offered."""
    return {
        ArticleKind.PAGE: tr("Web page"),
        ArticleKind.NEWS: tr("Newspaper or magazine article"),
        ArticleKind.JOURNAL: tr("Journal article"),
        ArticleKind.BOOK: tr("Book"),
        ArticleKind.CHAPTER: tr("Chapter of a book"),
        ArticleKind.REPORT: tr("Report"),
        ArticleKind.SPEECH: tr("Speech"),
        ArticleKind.INTERVIEW: tr("Interview"),
    }


def has(kind: ArticleKind, detail: str) -> bool:
    """Whether articles of a kind have a detail."""
    return detail not in SOME_HAVE or detail in DETAILS_OF[kind]


def detail_label(kind: ArticleKind, detail: str) -> str:
    """What a detail is called in the form of a kind, with the sign before the letter of its key."""
    own = {
        (ArticleKind.NEWS, "publisher"): tr("News&paper or magazine"),
        (ArticleKind.JOURNAL, "publisher"): tr("&Journal"),
        (ArticleKind.CHAPTER, "container"): tr("In the &book"),
        (ArticleKind.INTERVIEW, "contributors"): tr("Intervie&wer"),
    }
    named = {
        "title": tr("&Title"),
        "container": tr("Occa&sion"),
        "contributors": tr("&Editors"),
        "edition": tr("Editio&n"),
        "publisher": tr("&Publisher"),
        "volume": tr("Vol&ume"),
        "issue": tr("&Number"),
        "pages": tr("Pa&ges"),
        "published": tr("&Date"),
        "doi": tr("DO&I"),
        "url": tr("Add&ress"),
        "accessed": tr("Date of a&ccess"),
        "language": tr("&Language"),
    }
    return own.get((kind, detail)) or named[detail]


def detail_hint(kind: ArticleKind, detail: str) -> str:
    """How a detail is written, by an example; "" where that is plain."""
    dates = tr("2025-02-18, 2025-02 or 2025")
    occasion = tr("Munich Security Conference") if kind is ArticleKind.SPEECH else ""
    return {
        "container": occasion,
        "contributors": tr("Ana Ruiz; Bo Lee"),
        "edition": tr("2nd"),
        "pages": tr("127–153"),
        "published": dates,
        "doi": tr("10.1086/720277"),
        "accessed": dates,
        "language": tr("en, de, fr-CA"),
    }.get(detail, "")
