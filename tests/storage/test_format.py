# SPDX-License-Identifier: MIT
"""The format is as described, and files of every format that was released still open."""

from __future__ import annotations

import shutil
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest
from tests.storage.past import ARTICLE
from tests.storage.past import past as past_of_long_texts
from tests.storage.test_file import ARGUMENT, claim

from dissoi.dossier import edits
from dissoi.dossier.article_edits import describe_article
from dissoi.dossier.change import difference
from dissoi.dossier.citation import full_cite_parts
from dissoi.dossier.dossier import Dossier, Record
from dissoi.dossier.prose import Block, Span
from dissoi.dossier.records import ArticleKind, Author, BaseRecord, Holder
from dissoi.dossier.text_edits import correct_text
from dissoi.storage.database import FORMAT, SCHEMA
from dissoi.storage.file import Commit, append, load, read
from dissoi.storage.history import dossier_at, history

FILES = Path(__file__).parent / "formats"
DESCRIPTION = Path(__file__).resolve().parents[2] / "docs" / "file-format.md"
NOON = datetime(2026, 1, 2, 12, 0, tzinfo=UTC)


def test_every_format_has_a_file() -> None:
    assert sorted(each.stem for each in FILES.glob("*.dissoi")) == [str(n) for n in range(1, FORMAT + 1)]


@pytest.mark.parametrize("path", sorted(FILES.glob("*.dissoi")), ids=lambda path: path.stem)
def test_a_file_of_each_format_opens_and_can_be_added_to(
    path: Path, tmp_path: Path, dossier: Dossier
) -> None:
    before = path.read_bytes()
    first = claim(dossier, "It deters 👩‍👩‍👧").change.applied_to(dossier)
    assert dossier_at(path, 1) == dossier
    assert dossier_at(path, 2) == first
    assert load(path) == edits.remove_argument(ARGUMENT).run(first)
    assert [each.label for each in history(path)] == ["New Dossier", "Edit Claim", "Remove Argument"]
    assert path.read_bytes() == before
    copy = Path(shutil.copy(path, tmp_path / "copy.dissoi"))
    contents = read(copy)
    asked = edits.ask_question("Why?").run(contents.dossier)
    append(contents.head, Commit(difference(contents.dossier, asked), NOON))
    assert load(copy) == asked


def test_the_tables_are_as_described() -> None:
    assert SCHEMA in DESCRIPTION.read_text(encoding="utf-8")


@pytest.mark.parametrize("model", [*get_args(Record), Author, Holder, Block, Span])
def test_every_field_is_described(model: type[BaseRecord]) -> None:
    description = DESCRIPTION.read_text(encoding="utf-8").replace('"', "`").replace("\n`", " `")
    assert [each.name for each in fields(model) if f"`{each.name}`" not in description] == []


@pytest.mark.parametrize("path", sorted((FILES / "histories").iterdir()), ids=lambda path: path.stem)
def test_the_history_of_long_texts_is_had_from_each_format(path: Path, tmp_path: Path) -> None:
    past = past_of_long_texts()
    assert [dossier_at(path, at) for at in range(1, len(past) + 1)] == past
    copy = Path(shutil.copy(path, tmp_path / "copy.dissoi"))
    contents = read(copy)
    assert contents.dossier == past[-1]
    past.append(correct_text(ARTICLE, 3, "Other words.").run(past[-1]))
    append(contents.head, Commit(difference(past[-2], past[-1]), NOON))
    assert copy.read_bytes()[60:64] == FORMAT.to_bytes(4)
    assert [dossier_at(copy, at) for at in range(1, len(past) + 1)] == past


def test_what_is_kept_of_long_texts_is_told_from_format_4_on() -> None:
    """A program that knows format 3 would pass over parts, and have a wrong past without a word."""
    kept = {each.stem: b'"parts"' in each.read_bytes() for each in (FILES / "histories").iterdir()}
    assert kept == {"3": False, "4": True}


def test_articles_of_formats_without_kinds_are_cited_as_they_were() -> None:
    for number in range(1, 5):
        article = load(FILES / f"{number}.dissoi").articles[0]
        assert article.sort is ArticleKind.PAGE
        assert full_cite_parts(article) == (("title", "A force"),)


def test_a_file_of_format_4_keeps_the_kind_that_an_article_is_given(tmp_path: Path) -> None:
    copy = Path(shutil.copy(FILES / "4.dissoi", tmp_path / "copy.dissoi"))
    contents = read(copy)
    book = contents.dossier.articles[0].model_copy(update={"sort": ArticleKind.BOOK, "edition": "2"})
    described = describe_article(book).run(contents.dossier)
    append(contents.head, Commit(difference(contents.dossier, described), NOON))
    assert load(copy).articles[0] == book
    assert dossier_at(copy, 3).articles[0].sort is ArticleKind.PAGE
