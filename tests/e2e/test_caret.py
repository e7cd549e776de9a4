# SPDX-License-Identifier: MIT
"""An article is read and marked in the real window by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.e2e.program import Program

from dissoi.dossier.article_edits import add_article
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import Article, RecordId
from dissoi.dossier.text_edits import open_passages
from dissoi.storage.file import create, load

PARAGRAPHS = (
    "Ferries sail in good weather.",
    "Bridges stand in all weather, and cost more than ferries do.",
    "Nobody has asked the eelgrass.",
)


def test_words_lines_and_paragraphs_are_marked_by_keys(start: Callable[..., Program], tmp_path: Path) -> None:
    file = tmp_path / "case.dissoi"
    article = Article(id=RecordId("a"), title="Ferries", blocks=tuple(map(plain_block, PARAGRAPHS)))
    create(file, add_article(article).run(Dossier().with_records(Dossier().question)))
    program = start(file)
    hands = program.hands

    def mark() -> None:
        program.see(kind="SelectionBar")
        hands.press("H")
        program.see_gone(kind="SelectionBar")

    hands.press("F6")
    program.see_focus(name="Article")
    hands.press("Ctrl+Home")
    hands.press("Shift+Right", 7)
    mark()
    hands.press("Ctrl+Right", 2)
    hands.press("Shift+End")
    mark()
    hands.press("Ctrl+Down")
    hands.press("Ctrl+Shift+Right", 4)
    mark()
    hands.press("Ctrl+End")
    hands.press("Ctrl+Shift+Up")
    mark()
    program.see_saved()
    hands.press("Ctrl+Q")
    assert (program.end(), program.errors) == (0, "")
    dossier = load(file)
    words = {each.exact for each in dossier.passages_of(article.id)}
    assert not open_passages(dossier)
    assert words == {"Ferries", "in good weather.", "Bridges stand in all", PARAGRAPHS[2]}


def test_nothing_typed_straight_after_tab_is_lost(start: Callable[..., Program], tmp_path: Path) -> None:
    file = tmp_path / "case.dissoi"
    create(file, Dossier())
    program = start(file)
    hands = program.hands
    hands.press("Ctrl+Shift+N")
    program.see_focus(name="Position")
    hands.type("The state pays.")
    hands.press("Tab")
    hands.type("Labour United")
    hands.press("Tab")
    hands.type("Because")
    program.see_focus(name="Claim", text="Because")
    program.see_saved()
    hands.press("Ctrl+Q")
    assert (program.end(), program.errors) == (0, "")
    (position,) = load(file).positions
    assert position.statement == "The state pays."
    assert [holder.name for holder in position.holders] == ["Labour United"]
    assert [each.claim for each in load(file).arguments_of(position.id)] == ["Because"]
