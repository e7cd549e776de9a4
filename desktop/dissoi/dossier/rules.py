# SPDX-License-Identifier: MIT
"""The rules that span records. Whatever comes from outside is checked against them once."""

from __future__ import annotations

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.errors import RecordRuleError
from dissoi.dossier.records import (
    Argument,
    Article,
    Evidence,
    Passage,
    Position,
    RecordId,
)


def checked(dossier: Dossier) -> Dossier:
    """`dossier` itself, once every record is found to fit the others; else `RecordRuleError`.

    A passage whose words are no longer its article's is not an error here: it is shown as not found.
    """
    for argument in dossier.all(Argument):
        _check_parent(dossier, argument)
    for passage in dossier.all(Passage):
        _require(dossier.find(Article, passage.article), "A passage has no article.")
    for evidence in dossier.all(Evidence):
        _check_evidence(dossier, evidence)
    for position in dossier.all(Position):
        shown = [holder.passage for holder in position.holders if holder.passage is not None]
        _require(all(dossier.find(Passage, each) for each in shown), "A holder points to no passage.")
    _check_rooted(dossier)
    return dossier


def _require(holds: object, sentence: str) -> None:
    if not holds:
        raise RecordRuleError(sentence)


def _check_parent(dossier: Dossier, argument: Argument) -> None:
    parent = dossier.records.get(argument.parent)
    _require(isinstance(parent, Position | Argument), "An argument belongs to no position.")


def _check_evidence(dossier: Dossier, evidence: Evidence) -> None:
    known = dossier.find(Argument, evidence.argument) is not None
    _require(known, "Evidence belongs to no argument.")
    passages = [dossier.find(Passage, each) for each in evidence.passages]
    articles = {passage.article if passage else None for passage in passages}
    _require(None not in articles, "Evidence quotes a passage that does not exist.")
    _require(len(articles) == 1, "Evidence quotes passages of one article.")


def _check_rooted(dossier: Dossier) -> None:
    """Every argument is reached from a position: no argument is its own answer."""
    reached: set[RecordId] = {node.id for node in dossier.arguments}
    every = {node.id for node in dossier.all(Argument)}
    _require(reached == every, "Some arguments answer each other in a circle.")
