# SPDX-License-Identifier: MIT
"""What became of the passages of an article that was replaced, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from dissoi.cli.errors import NoSuchArticleError
from dissoi.cli.speaking import printable
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Article
from dissoi.dossier.replanting import Fate, Replanted, Replanting

_HEADINGS = {
    Fate.KEPT: "In their places",
    Fate.MOVED: "Found again elsewhere",
    Fate.ALTERED: "Found with other words, to be confirmed",
    Fate.TO_CONFIRM: "Perhaps found, to be confirmed",
    Fate.NOT_FOUND: "Not found",
}
_TOLD_SINGLY = (Fate.ALTERED, Fate.TO_CONFIRM, Fate.NOT_FOUND)


def article_named(dossier: Dossier, name: str) -> Article:
    """The article with this number, counted from 1, or this id; else `NoSuchArticleError`."""
    articles = dossier.articles
    for number, article in enumerate(articles, 1):
        if name in (str(number), article.id):
            return article
    raise NoSuchArticleError(name, len(articles))


def replanting_text(found: Replanting) -> str:
    """How many passages were found how, and each of which something has to be done."""
    if not found.passages:
        return "The article has no passages.\n"
    return "".join(_lines(found))


def _lines(found: Replanting) -> Iterator[str]:
    for fate, heading in _HEADINGS.items():
        if passages := found.of(fate):
            yield f"{heading} ({len(passages)})\n"
            if fate in _TOLD_SINGLY:
                yield from (_line(each, found.text) for each in passages)


def _line(each: Replanted, text: str) -> str:
    """The words a passage had and, unless it was not found, those of its place."""
    line = f"“{printable(each.passage.exact)}”"
    if each.fate is not Fate.NOT_FOUND:
        place = each.places[0]
        line += f" → “{printable(text[place.start : place.end])}”"
    return f"  {printable(line)}\n"
