# SPDX-License-Identifier: MIT
"""What a debater makes of an article: what is typed, and which of its words are tied to what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

LEAST_WORDS = 25
"""A paragraph with fewer words is a title, a byline or a date: no passage is taken from it."""
QUESTION = "Should we build it – or not at all?"


@dataclass(frozen=True)
class Node:
    """An argument: what is typed into it, what it rests on, and what answers it."""

    side: str
    claim: str
    reasoning: str = ""
    impact: str = ""
    weight: int = 3
    quotes: tuple[str, ...] = ()
    answers: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Stand:
    """A position, with the arguments for and against it."""

    statement: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class Plan:
    """A whole session: six passages become evidence, a seventh is only highlighted."""

    article: Path
    highlight: str
    yes: Stand
    money: Stand
    smaller: Stand
    early: Stand

    @property
    def stands(self) -> tuple[Stand, ...]:
        """The positions in order."""
        return self.yes, self.money, self.smaller, self.early


def plan_for(article: Path) -> Plan:
    """A session on an article of at least seven paragraphs."""
    *six, highlight = passages_of(article)
    return Plan(article, highlight, _yes(*six[:2]), _money(*six[2:4]), _smaller(*six[4:]), _early())


def passages_of(article: Path) -> list[str]:
    """Seven passages of different paragraphs, each of some words within its paragraph."""
    lines = article.read_text(encoding="utf-8").splitlines()
    paragraphs = [line for line in lines if len(line.split()) >= LEAST_WORDS]
    return [_words(paragraph, 2 + at, 8 + at) for at, paragraph in enumerate(paragraphs[:7])]


def _words(paragraph: str, first: int, count: int) -> str:
    spans = [each.span() for each in re.finditer(r"\S+", paragraph)]
    return paragraph[spans[first][0] : spans[first + count - 1][1]]


def _yes(first: str, second: str) -> Stand:
    deep = Node("con", "It’s been asked eleven times")
    answers = (Node("con", "Waiting costs more", answers=(deep,)), Node("pro", "Nobody could pay"))
    return Stand(
        "Yes, and soon",
        (
            Node("pro", "People need it now", "They *cannot* wait", "They leave", 5, (first,)),
            Node("con", "It costs too much", "", "Nothing is left", 2, (second,), answers),
        ),
    )


def _money(first: str, second: str) -> Stand:
    answers = (Node("con", "That’s no “gift”"),)
    return Stand(
        "Only with “proper” money",
        (
            Node("pro", "A gift won’t come twice", quotes=(first,)),
            Node("con", "Gifts have strings", quotes=(second,), answers=answers),
        ),
    )


def _smaller(first: str, second: str) -> Stand:
    return Stand(
        "Something smaller",
        (
            Node("pro", "Small is quick…", weight=4, quotes=(first,)),
            Node("con", "Small is soon too small", quotes=(second,)),
        ),
    )


def _early() -> Stand:
    answers = (Node("pro", "A study — a cheap one — helps"),)
    return Stand(
        "It’s too early to say",
        (
            Node("pro", "Too little is known", answers=answers),
            Node("con", "Enough is known, évidemment"),
        ),
    )
