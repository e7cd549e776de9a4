# SPDX-License-Identifier: MIT
"""What is done to a dossier of long texts; `formats/histories` has its file as each format keeps it.

Those files were made by `make` with the program of their time, whose `dossier` fixture is at its beginning.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from dissoi.dossier import article_edits, edits
from dissoi.dossier.change import difference
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import Edit
from dissoi.dossier.prose import Block, Span, plain_block
from dissoi.dossier.records import QUESTION_ID, Argument, Article, Position, Question, RecordId, Side
from dissoi.dossier.text_edits import correct_text
from dissoi.storage.file import Commit, append, create

NOON = datetime(2026, 1, 2, 12, 0, tzinfo=UTC)
ARGUMENT = RecordId("argument")
ARTICLE = RecordId("article")
SENTENCE = "A force 👩‍👩‍👧 deters, since a\u0301 threat; שלום — “so be it”. "


def beginning() -> Dossier:
    """A dossier with an argument that nothing is written in, and an article of twelve blocks."""
    look = Block(spans=(Span(text=SENTENCE), Span(text="In bold. ", bold=True), Span(text=SENTENCE)))
    blocks = (plain_block("A force"), *(look for _ in range(8)), *(plain_block(SENTENCE) for _ in range(3)))
    return Dossier.of(
        [
            Question(id=QUESTION_ID, text="Should Europe send a force?"),
            Article(id=ARTICLE, title="A force", blocks=blocks, order="4"),
            Position(id=RecordId("position"), statement="Send one", order="4"),
            Argument(id=ARGUMENT, parent=RecordId("position"), side=Side.PRO, order="4"),
        ]
    )


def edits_made() -> Iterator[Edit]:
    """Typing, words altered within it and taken out of it, and the article corrected and described."""
    text = SENTENCE * 9
    for end in range(50, len(text), 50):
        yield edits.write_reasoning(ARGUMENT, text[:end])
    for other in (text[:300] + "or none " + text[300:], text[:100] + text[350:], text.replace("force", "f")):
        yield edits.write_reasoning(ARGUMENT, other)
    for index in (0, 5, 5, 11):
        yield correct_text(ARTICLE, index, f"Corrected. {SENTENCE}")
    yield article_edits.describe_article(Article(id=ARTICLE, title="A force " * 30, publisher="The Press"))
    yield edits.remove_argument(ARGUMENT)


def past() -> list[Dossier]:
    """The dossier at its beginning and as each edit left it."""
    made = [beginning()]
    for edit in edits_made():
        made.append(edit.run(made[-1]))
    return made


def make(path: Path) -> None:
    """Write the file with its history."""
    made = past()
    head = create(path, made[0])
    for number, (before, after) in enumerate(pairwise(made)):
        head = append(head, Commit(difference(before, after, "Edit"), NOON + timedelta(minutes=number)))
