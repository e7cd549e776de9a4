# SPDX-License-Identifier: MIT
"""Who holds what in the articles of a dossier, as text for a terminal: what `dissoi suggest` prints."""

from __future__ import annotations

from collections.abc import Sequence

from dissoi.cli.speaking import printable
from dissoi.dossier.citation import in_quotes
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Article, Stance
from dissoi.reasoning.attribution import Suggestion, proposals, suggestions

_STANCES = {Stance.FOR: "for it", Stance.AGAINST: "against it", Stance.CONDITIONAL: "on conditions"}


def suggestions_text(dossier: Dossier, chosen: Sequence[Article]) -> str:
    """The suggestions of some articles of a dossier."""
    if not chosen:
        return "There are no articles.\n"
    return "\n".join(_of_article(article, dossier.cite_of(article.id)) for article in chosen)


def _of_article(article: Article, cite: str) -> str:
    found = suggestions(article)
    if not found:
        return f"{printable(cite)}: nobody is quoted in this article.\n"
    groups = [
        f"\n{printable(group.statement)}\n" + "".join(_line(article, each) for each in group.members)
        for group in proposals(found)
    ]
    return f"{printable(cite)}\n" + "".join(groups)


def _line(article: Article, found: Suggestion) -> str:
    who = f"{found.name} ({found.role})" if found.role else found.name
    words = article.text[found.start : found.end]
    return f"  {printable(who)}, {_STANCES[found.stance]}: {in_quotes(printable(words))}\n"
