# SPDX-License-Identifier: MIT
"""Definitions that an article gives: made of the words of a passage, and found again by them."""

from __future__ import annotations

from dissoi.dossier import edits
from dissoi.dossier.article_edits import label_passage, quote_passage
from dissoi.dossier.citation import in_quotes
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import Edit
from dissoi.dossier.markup import plain_of
from dissoi.dossier.markup_writing import markdown_of
from dissoi.dossier.passages import cuts_words, places_of
from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import Definition, Label, Passage, RecordId


def definition_by(dossier: Dossier, passage: Passage) -> Definition | None:
    """The first definition whose meaning has the words of a passage, not within other words."""
    return next((each for each in dossier.definitions if _has_words(each, passage)), None)


def define_by(definition: RecordId, passage: Passage) -> Edit:
    """Add a definition whose meaning is the words of a passage, with their cite; the term is to be written.

    The passage is labelled as a definition, and added if it is not there.
    """

    def run(dossier: Dossier) -> Dossier:
        if dossier.find(Passage, passage.id) is None:
            dossier = quote_passage(passage).run(dossier)
        meaning = f"{in_quotes(_words(passage))} ({dossier.cite_of(passage.article)})"
        dossier = label_passage(passage.id, Label.DEFINITION).run(dossier)
        return edits.add_definition(definition, "", markdown_of([plain_block(meaning)])).run(dossier)

    return Edit("Add Definition", run)


def _has_words(definition: Definition, passage: Passage) -> bool:
    """Whether a meaning has the words. Not all scripts part words, so they need be whole only if they are."""
    meaning, start = plain_of(definition.meaning), len(passage.prefix)
    around = f"{passage.prefix}{passage.exact}{passage.suffix}"
    is_cut = cuts_words(around, start, start + len(passage.exact))
    return any(is_cut or not cuts_words(meaning, *place) for place in places_of(meaning, passage.exact))


def _words(passage: Passage) -> str:
    return " ".join(passage.exact.split())
