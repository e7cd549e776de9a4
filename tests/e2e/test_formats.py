# SPDX-License-Identifier: MIT
"""Articles that other programs wrote: read, quoted, and replaced by a corrected copy in the real window.

`files/make.py` says which program wrote which file.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.e2e.debater import Debater
from tests.e2e.program import Program

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Passage
from dissoi.dossier.text_edits import open_passages
from dissoi.storage.file import create, load

FILES = Path(__file__).with_name("files")
FORMATS = ("html", "mhtml", "pdf", "docx", "epub", "rtf", "md", "txt")
SAME = "Nobody knows who does"
"""Words that the correction leaves alone, although they stand elsewhere after it."""
ITEM = "a rent of 1.2 million a year, paid to whoever owns the sea bed"
BEFORE = "would stand on the sea bed and turn with the current"
AFTER = "would be bolted to the sea bed and turn with the current"

Start = Callable[..., Program]


def add(debater: Debater, file: Path) -> None:
    """Add an article by the dialog, and confirm what the form proposes."""
    debater.answer_dialog("Ctrl+I", "Add Articles", file)
    debater.confirm_details()
    debater.program.see(name="Article", text=lambda text: SAME in text)


def quote(debater: Debater) -> None:
    """Make arguments of words with the keyboard, and mark some."""
    program, hands = debater.program, debater.hands
    hands.press("Ctrl+Shift+N")
    debater.state("Let the turbines come")
    debater.select_by_key(BEFORE)
    hands.press("P")
    program.fill("They are out of sight", name="Claim", text="")
    debater.see_evidence(BEFORE)
    debater.select_by_key(SAME)
    hands.press("C")
    program.fill("The deed is unclear", name="Claim", text="")
    debater.see_evidence(SAME)
    debater.select_by_key(ITEM)
    hands.press("H")
    program.see_gone(kind="SelectionBar")


def replace(debater: Debater, file: Path) -> None:
    """Put the corrected copy in the article's place, by the menu's letters, and confirm what changed."""
    program, hands = debater.program, debater.hands
    hands.press("Alt+S")
    program.see(kind="QMenu")
    debater.answer_dialog("B", "Replace Article", file)
    program.see(kind="PassagesDialog")
    program.see(text=lambda text: text.startswith("Now: ") and AFTER in text)
    program.see(text=lambda text: text.startswith("Before: ") and BEFORE in text)
    program.see_focus(inside="Passages to Check")
    hands.press("Alt+C")
    program.see(text="All passages stand in their articles.")
    hands.press("Escape")
    program.see_closed(kind="PassagesDialog")


def standing(dossier: Dossier) -> set[str]:
    """The words of the passages, each of which must stand in the article to the letter."""
    (article,) = dossier.articles
    passages = dossier.passages_of(article.id)
    assert not open_passages(dossier)
    for each in passages:
        assert isinstance(each, Passage)
        assert article.text[each.start : each.end] == each.exact
    return {each.exact for each in passages}


@pytest.mark.parametrize("kind", FORMATS)
def test_passages_stand_after_the_article_is_replaced(kind: str, start: Start, tmp_path: Path) -> None:
    file = tmp_path / "tides.dissoi"
    create(file, Dossier())
    program = start(file)
    debater = Debater(program)
    add(debater, FILES / f"tides.{kind}")
    quote(debater)
    replace(debater, FILES / f"edited.{kind}")
    debater.see_evidence(AFTER)
    debater.see_evidence(SAME)
    program.see_saved()
    debater.hands.picture(tmp_path / "replaced.png")
    debater.hands.press("Ctrl+Q")
    assert (program.end(), program.errors) == (0, "")
    dossier = load(file)
    assert standing(dossier) == {AFTER, SAME, ITEM}
    assert "This account of it has been corrected" in dossier.articles[0].text
