# SPDX-License-Identifier: MIT
"""How much of who holds what is found in articles of several kinds, how much is wrong, and how long it takes.

All texts were written for this. No rule is tuned to the short ones in `gold.md`, nor to each third of the
longer ones in `longer.md`, which is kept apart; the rules were mended on the others.
"""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import Article, RecordId, Stance
from dissoi.reasoning.attribution import Suggestion, suggestions

GOLD = Path(__file__).parent / "attribution" / "gold.md"
LONGER = GOLD.with_name("longer.md")
_HELD = re.compile(r"- [^|]+ \| (?:for|against|if) \| ")
STANCES = {"for": Stance.FOR, "against": Stance.AGAINST, "if": Stance.CONDITIONAL}
LEAST_RIGHT, LEAST_MET = 0.8, 0.75
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


def longer() -> list[tuple[list[str], list[tuple[str, Stance, str]]]]:
    """The paragraphs of each longer article, and who holds something in it, how, shown by which words."""
    made = []
    for part in re.split(r"^# .*\n", LONGER.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        lines = [line for line in part.splitlines() if line]
        held = [line.removeprefix("- ").split(" | ") for line in lines if _HELD.match(line)]
        paragraphs = [line for line in lines if not _HELD.match(line)]
        made.append((paragraphs, [(who, STANCES[stance], words) for who, stance, words in held]))
    return made


@pytest.mark.parametrize("part", ["mended on", "kept apart"])
def test_longer_articles(part: str) -> None:
    right = proposed = met = there = stances = 0
    for at, (paragraphs, gold) in enumerate(longer()):
        if (at % 3 == 2) is not (part == "kept apart"):
            continue
        article = article_of(*paragraphs)
        found = suggestions(article)
        shown = [
            (each, stance, who, words)
            for who, stance, words in gold
            for each in found
            if shows(each, article.text, who, words)
        ]
        right += len({id(each) for each, *_ in shown})
        met += len({(who, words) for *_, who, words in shown})
        stances += len({(who, words) for each, stance, who, words in shown if each.stance is stance})
        proposed, there = proposed + len(found), there + len(gold)
    told = f"precision {right / proposed:.2f} recall {met / there:.2f} of {there}, stance {stances / met:.2f}"
    print(f"\nattribution: longer articles, {part}: {told}", end="")
    assert right / proposed > LEAST_RIGHT
    assert met / there > LEAST_MET


def test_time_of_a_long_article() -> None:
    texts = [text for _, text, _ in cases()] * LONG
    words = sum(len(re.findall(r"\w+", text)) for text in texts)
    article, begun = article_of(*texts), time.perf_counter()
    suggestions(article)
    print(f"\nattribution: {(time.perf_counter() - begun) / words * 100_000:.2f} s per 100,000 words")
