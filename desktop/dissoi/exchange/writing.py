# SPDX-License-Identifier: MIT
"""A dossier as the interchange form, with ids and offsets, such that reading it gives the dossier again.

What the form cannot say is left out: files kept with articles, and passages' context, which is taken
from the article anew.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from dissoi.dossier.anchoring import Found, anchor
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.markup import is_faithful, markdown_of
from dissoi.dossier.prose import Block
from dissoi.dossier.reading_aloud import cut_of
from dissoi.dossier.records import (
    KIND_DETAILS,
    MAX_DEPTH,
    USUAL_PACE,
    Argument,
    Article,
    ArticleKind,
    Evidence,
    Holder,
    Label,
    Passage,
    Position,
    RecordId,
)
from dissoi.dossier.value import Value, plain
from dissoi.exchange.errors import TooDeepError
from dissoi.exchange.form import VERSION
from dissoi.exchange.speeches import debate_data, plans_data, questions_data

Json = dict[str, Any]


def data_of(dossier: Dossier) -> Json:
    """The form as plain values. Raises `TooDeepError` when answers nest deeper than it can carry."""
    keys = {article.id: f"a{number}" for number, article in enumerate(dossier.articles, 1)}
    return {
        "dissoi": VERSION,
        "question": dossier.question.text,
        "background": dossier.question.background,
        **({"format": dossier.question.format} if dossier.question.format else {}),
        **({"pace": dossier.question.pace} if dossier.question.pace != USUAL_PACE else {}),
        **debate_data(dossier),
        "definitions": [
            {"id": each.id, "term": each.term, "meaning": each.meaning} for each in dossier.definitions
        ],
        "articles": [_article(dossier, each, keys[each.id]) for each in dossier.articles],
        "positions": [_position(dossier, each, keys) for each in dossier.positions],
        **plans_data(dossier),
    }


def _article(dossier: Dossier, article: Article, key: str) -> Json:
    return {
        "id": article.id,
        "key": key,
        **({"kind": article.sort.value} if article.sort is not ArticleKind.PAGE else {}),
        "title": article.title,
        "authors": [{"name": each.name, "credentials": each.credentials} for each in article.authors],
        "publisher": article.publisher,
        **{name: text for name in KIND_DETAILS if (text := getattr(article, name))},
        "published": article.published,
        "url": article.url,
        "accessed": article.accessed,
        **({"language": article.language} if article.language else {}),
        **_text(article),
        "passages": [_passage(each, article.text) for each in dossier.passages_of(article.id)],
    }


def _text(article: Article) -> Json:
    if is_faithful(article.blocks):
        return {"text": markdown_of(article.blocks)}
    return {"blocks": [_block(each) for each in article.blocks]}


def _block(block: Block) -> dict[str, object]:
    spans = [_but_defaults(each) for each in block.spans]
    return _but_defaults(block) | ({"spans": spans} if spans else {})


def _but_defaults(value: Value) -> dict[str, object]:
    """The fields that say more than would go without saying."""
    return {
        each.name: plain(getattr(value, each.name))
        for each in fields(value)
        if getattr(value, each.name) != each.default
    }


def _passage(passage: Passage, text: str) -> Json:
    """A passage where it stands now; one that is not found keeps the place it had."""
    found = anchor(passage, text)
    lost = found.how is Found.NOT_FOUND
    return {
        "id": passage.id,
        "quote": passage.exact,
        "start": passage.start if lost else found.start,
        "end": passage.end if lost else found.end,
        **({"label": passage.label.value} if passage.label is not Label.NONE else {}),
        **({"note": passage.note} if passage.note else {}),
        **({"was": passage.was} if passage.was else {}),
        **(_kept_words(passage) if passage.loose else {}),
    }


def _kept_words(passage: Passage) -> Json:
    """What a passage that stands nowhere is looked for by."""
    return {"loose": True, "prefix": passage.prefix, "suffix": passage.suffix}


def _position(dossier: Dossier, position: Position, keys: dict[RecordId, str]) -> Json:
    return {
        "id": position.id,
        "statement": position.statement,
        "holders": [_holder(dossier, each) for each in position.holders],
        **questions_data(dossier, position.id),
        "arguments": _tree(dossier, position, keys),
    }


def _holder(dossier: Dossier, holder: Holder) -> Json:
    shown = holder.passage and dossier.find(Passage, holder.passage)
    return {
        "name": holder.name,
        "role": holder.role,
        "stance": holder.stance.value,
        **({"passage": shown.id} if shown else {}),
    }


def _tree(dossier: Dossier, position: Position, keys: dict[RecordId, str]) -> list[Json]:
    """The arguments of a position, each with its answers inside it."""
    lists: dict[RecordId, list[Json]] = {position.id: []}
    level: list[RecordId] = [position.id]
    for _ in range(MAX_DEPTH + 1):
        nodes = [node for parent in level for node in dossier.arguments_of(parent)]
        for node in nodes:
            made = _argument(dossier, node, keys)
            lists[node.parent].append(made)
            lists[node.id] = made["answers"]
        level = [node.id for node in nodes]
    if level:
        raise TooDeepError(MAX_DEPTH)
    return lists[position.id]


def _argument(dossier: Dossier, argument: Argument, keys: dict[RecordId, str]) -> Json:
    return {
        "id": argument.id,
        "side": argument.side.value,
        "claim": argument.claim,
        "reasoning": argument.reasoning,
        "impact": argument.impact,
        "weight": argument.weight,
        "evidence": [_evidence(dossier, each, keys) for each in dossier.evidence_of(argument.id)],
        **questions_data(dossier, argument.id),
        "answers": [],
    }


def _evidence(dossier: Dossier, evidence: Evidence, keys: dict[RecordId, str]) -> Json:
    quotes = [passage.exact for passage in dossier.passages_in(evidence)]
    return {
        "id": evidence.id,
        "article": keys[dossier.article_of(evidence).id],
        "quote": quotes if len(quotes) > 1 else quotes[0],
        "passages": list(evidence.passages),
        "kind": evidence.sort.value,
        **_read(dossier, evidence),
    }


def _read(dossier: Dossier, evidence: Evidence) -> Json:
    """What is read aloud, where that is not the whole."""
    cut = [
        {
            "words": each.words,
            "quote": evidence.passages.index(RecordId(each.passage)) + 1,
            "start": each.start,
        }
        for each in cut_of(dossier, evidence)
    ]
    return {"read": cut} if cut else {}
