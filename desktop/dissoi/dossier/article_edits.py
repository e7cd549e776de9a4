# SPDX-License-Identifier: MIT
"""What a user can do to articles, and to the passages marked in them; `text_edits.py` alters their text."""

from __future__ import annotations

from collections.abc import Sequence

from dissoi.dossier.dossier import Dossier, Record
from dissoi.dossier.edits import LAST, Edit, set_fields, type_text
from dissoi.dossier.errors import PassageError
from dissoi.dossier.ordering import order_at
from dissoi.dossier.prose import clean
from dissoi.dossier.records import WRITTEN_DETAILS, Article, Evidence, Label, Passage, Position, RecordId


def add_article(article: Article) -> Edit:
    """Add an article behind the others."""

    def run(dossier: Dossier) -> Dossier:
        order = order_at(dossier.articles, LAST)
        return dossier.with_records(article.model_copy(update={"order": order}))

    return Edit("Add Article", run)


def describe_article(described: Article) -> Edit:
    """Correct what an article is (kind, title, authors, dates and the like); its text stays."""

    def run(dossier: Dossier) -> Dossier:
        old = dossier.get(Article, described.id)
        kept = {"blocks": old.blocks, "original": old.original, "order": old.order}
        written = {name: clean(getattr(described, name)) for name in WRITTEN_DETAILS}
        return dossier.with_records(described.model_copy(update={**written, **kept}))

    return Edit("Edit Article Details", run)


def remove_article(article: RecordId) -> Edit:
    """Remove an article with its passages and the evidence that rests on them."""

    def run(dossier: Dossier) -> Dossier:
        dossier.get(Article, article)
        passages = [passage.id for passage in dossier.passages_of(article)]
        return _without_passages(dossier, passages).without([article])

    return Edit("Remove Article", run)


def quote_passage(passage: Passage) -> Edit:
    """Mark a passage. Raises `PassageError` unless its words are exactly its article's."""

    def run(dossier: Dossier) -> Dossier:
        text = dossier.get(Article, passage.article).text
        if text[passage.start : passage.end] != passage.exact:
            raise PassageError
        return dossier.with_records(passage)

    return Edit("Highlight Passage", run)


def label_passage(passage: RecordId, label: Label) -> Edit:
    """Say what a passage is."""
    return set_fields("Label Passage", Passage, passage, label=label)


def note_passage(passage: RecordId, note: str) -> Edit:
    """Write a note on a passage."""
    return type_text("Edit Note", Passage, passage, "note", note)


def remove_passage(passage: RecordId) -> Edit:
    """Remove a passage, and evidence that has no other."""

    def run(dossier: Dossier) -> Dossier:
        dossier.get(Passage, passage)
        return _without_passages(dossier, [passage])

    return Edit("Remove Highlight", run)


def _without_passages(dossier: Dossier, passages: Sequence[RecordId]) -> Dossier:
    gone = set(passages)
    kept: list[Record] = []
    removed: list[RecordId] = []
    for evidence in dossier.all(Evidence):
        left = tuple(each for each in evidence.passages if each not in gone)
        if not left:
            removed.append(evidence.id)
        elif left != evidence.passages:
            cut = tuple(each for each in evidence.cut if each.passage in left)
            kept.append(evidence.model_copy(update={"passages": left, "cut": cut}))
    kept.extend(_let_go(position, gone) for position in dossier.positions)
    return dossier.with_records(*kept).without([*gone, *removed])


def _let_go(position: Position, gone: set[RecordId]) -> Position:
    """`position` with holders that no longer point to passages that are gone."""
    if not any(holder.passage in gone for holder in position.holders):
        return position
    holders = tuple(
        holder.model_copy(update={"passage": None}) if holder.passage in gone else holder
        for holder in position.holders
    )
    return position.model_copy(update={"holders": holders})
