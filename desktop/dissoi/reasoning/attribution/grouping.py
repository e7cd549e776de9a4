# SPDX-License-Identifier: MIT
"""Brings together those who speak about the same thing, so that they can become one position."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

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
_LEAST = 2
"""So many words in common make two statements one group."""


@dataclass(frozen=True)
class Proposal:
    """A position that could be made of what several say about one thing."""

    statement: str
    members: tuple[Suggestion, ...]


def proposals(found: Iterable[Suggestion]) -> tuple[Proposal, ...]:
    """The suggestions grouped by what they are about; who stands alone is a group of one."""
    groups: list[tuple[Counter[str], list[Suggestion]]] = []
    for each in found:
        terms = _terms(each.statement)
        # What the author demands is mostly an alternative to what the others speak of.
        alike = (group for group in groups if len(terms & group[0].keys()) >= _LEAST)
        group = None if each.kind is Kind.AUTHOR else next(alike, None)
        if group is None:
            groups.append(group := (Counter(), []))
        if each.kind is not Kind.AUTHOR:
            group[0].update(terms)
        group[1].append(each)
    return tuple(Proposal(_best(members).statement, tuple(members)) for _, members in groups)


def _best(members: list[Suggestion]) -> Suggestion:
    return max(members, key=lambda each: each.confidence)


def _terms(statement: str) -> set[str]:
    """The words that say what a statement is about, by their first letters, so that plurals agree."""
    words = re.findall(r"[^\W\d_]{4,}", statement.casefold())
    return {word[:7] for word in words if word not in _COMMON}
