# SPDX-License-Identifier: MIT
"""How much of who holds what is found in articles of several kinds, how much is wrong, and how long it takes.

The articles and their gold were written for this, after the rules; no rule is tuned to them.
"""

from __future__ import annotations

import re
import time
from pathlib import Path

from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import Article, RecordId
from dissoi.reasoning.attribution import Suggestion, suggestions

GOLD = Path(__file__).parent / "attribution" / "gold.md"
LONG = 400
"""Copies of all articles that make a long text."""


def article_of(*paragraphs: str) -> Article:
    """An article of these paragraphs."""
    return Article(id=RecordId("article"), blocks=tuple(map(plain_block, paragraphs)))


def cases() -> list[tuple[str, str, list[tuple[str, str]]]]:
    """The kind of each article, its text, and who holds something in it with the words that show it."""
    made = []
    for part in GOLD.read_text(encoding="utf-8").split("\n# "):
        title, text, *held = part.strip().lstrip("# ").splitlines()
        pairs = [line.removeprefix("- ").split(" | ") for line in held]
        made.append((title.partition(":")[0], text, [(who, words) for who, words in pairs]))
    return made


def shows(found: Suggestion, text: str, who: str, words: str) -> bool:
    """Whether a suggestion names this holder and its passage has the words."""
    return who.casefold() in found.name.casefold() and words in text[found.start : found.end]


def test_precision_and_recall() -> None:
    counts: dict[str, list[int]] = {}
    for kind, text, gold in cases():
        found = suggestions(article_of(text))
        right = sum(any(shows(each, text, *pair) for pair in gold) for each in found)
        met = sum(any(shows(each, text, *pair) for each in found) for pair in gold)
        for name in (kind, "all"):
            sums = counts.setdefault(name, [0, 0, 0, 0])
            counts[name] = [a + b for a, b in zip(sums, (right, len(found), met, len(gold)), strict=True)]
    print()
    for name, (right, proposed, met, there) in counts.items():
        precision, recall = right / max(1, proposed), met / there
        print(f"attribution: {name:13} precision {precision:.2f} recall {recall:.2f} of {there}")
    right, proposed, met, there = counts["all"]
    assert right / proposed > 0.75
    assert met / there > 0.5


def test_time_of_a_long_article() -> None:
    texts = [text for _, text, _ in cases()] * LONG
    words = sum(len(re.findall(r"\w+", text)) for text in texts)
    article, begun = article_of(*texts), time.perf_counter()
    suggestions(article)
    print(f"\nattribution: {(time.perf_counter() - begun) / words * 100_000:.2f} s per 100,000 words")
