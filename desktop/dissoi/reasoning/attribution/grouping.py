# SPDX-License-Identifier: MIT
"""Brings together those who speak about the same thing, so that they can become one position."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from dissoi.dossier.records import Stance
from dissoi.reasoning.attribution.suggestion import Kind, Suggestion, words_of

_COMMON = frozenset(
    words_of("""
    about after again against also because been before being between could does doing during each
    from have having more most must only other over same should some such than that their them
    then there these they this those under until very what when where which while will with would
    part parts idea thing things make made year years people said says government country
    countries
""")
)
_FORM = re.compile(r"(?<=\w{4})(?:ing|ed|s)$")
_LEAST = 2
"""So many words in common make two statements one group."""


@dataclass(frozen=True)
class Proposal:
    """A position that could be made of what several say about one thing."""

    statement: str
    members: tuple[Suggestion, ...]


@dataclass
class _Group:
    """Suggestions about one thing: the words they share it by, and those of each."""

    shared: Counter[str] = field(default_factory=Counter)
    terms: list[set[str]] = field(default_factory=list)
    members: list[Suggestion] = field(default_factory=list)

    def takes(self, terms: set[str], kind: Kind) -> bool:
        """Whether what has these words is about the same."""
        if len(terms) >= _LEAST and terms in self.terms:
            return True
        # What the author demands is mostly an alternative to what the others speak of.
        return kind is not Kind.AUTHOR and len(terms & self.shared.keys()) >= _LEAST

    def add(self, found: Suggestion, terms: set[str]) -> None:
        self.terms.append(terms)
        self.members.append(found)
        if found.kind is not Kind.AUTHOR:
            self.shared.update(terms)


def proposals(found: Iterable[Suggestion]) -> tuple[Proposal, ...]:
    """The suggestions grouped by what they are about; who stands alone is a group of one.

    Who holds the same in several places is one member of the group, by the surest of them.
    """
    groups: list[_Group] = []
    for each in found:
        terms = _terms(each.statement)
        group = next((group for group in groups if group.takes(terms, each.kind)), None)
        if group is None:
            groups.append(group := _Group())
        group.add(each, terms)
    return tuple(Proposal(_best(each.members).statement, _holders(each.members)) for each in groups)


def _holders(members: list[Suggestion]) -> tuple[Suggestion, ...]:
    """The members of a group, none of them twice with the same stance."""
    surest: dict[tuple[str, Stance], Suggestion] = {}
    for each in members:
        key = (each.name.casefold().removeprefix("the "), each.stance)
        if key not in surest or surest[key].confidence < each.confidence:
            surest[key] = each
    return tuple(surest.values())


def _best(members: list[Suggestion]) -> Suggestion:
    return max(members, key=lambda each: each.confidence)


def _terms(statement: str) -> set[str]:
    """The words that say what a statement is about, by their first letters, so that their forms agree."""
    words = re.findall(r"[^\W\d_]{4,}", statement.casefold())
    return {_FORM.sub("", word)[:7] for word in words if word not in _COMMON}
