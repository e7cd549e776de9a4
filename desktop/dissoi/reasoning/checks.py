# SPDX-License-Identifier: MIT
"""The gaps in a dossier: what an opponent would find first. Front ends word and group them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from dissoi.dossier.anchoring import Found, anchor
from dissoi.dossier.citation import missing_from_cite
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import QUESTION_ID, Argument, Article, Passage, Position, RecordId, Side
from dissoi.dossier.sides import sides_in


class Gap(StrEnum):
    """What is missing, the gravest first. The words name the thing that has the gap."""

    NO_QUESTION = "no question"
    PASSAGE_NOT_FOUND = "passage not found"
    PASSAGE_TO_CONFIRM = "passage to confirm"
    EMPTY_CLAIM = "empty claim"
    UNANSWERED_ATTACK = "unanswered attack"
    CLAIM_WITHOUT_EVIDENCE = "claim without evidence"
    ONE_SIDED_POSITION = "one-sided position"
    SPEECH_OVER_TIME = "speech over time"
    ARGUMENT_OF_OTHER_SIDE = "argument of the other side in a speech"
    INCOMPLETE_CITATION = "incomplete citation"
    ANSWER_WITHOUT_EVIDENCE = "answer without evidence"


class Finding(NamedTuple):
    """One gap. `record` is the passage, argument, position, article or plan of a speech that has it.

    `parts` says what is missing where that is not plain from the kind of gap: the parts of a cite, or the
    sides without an argument; of a speech, the time it takes and the time there is; of an argument of the
    other side, the name of the speech that it is planned for.
    """

    gap: Gap
    record: RecordId
    parts: tuple[str, ...] = ()


def gaps(dossier: Dossier) -> tuple[Finding, ...]:
    """All gaps, by kind and then as the records stand in the dossier.

    An attack is a con move that works against its position: a con argument, or a con answer with an
    even number of con moves between it and the position. (A con answer to a con argument defends the
    position.) It is unanswered while it has no con answer of its own. So every line of attack has to
    end with an answer to it; that answers go unanswered in their turn is no gap.

    Evidence is asked of every argument of a position; its lack in an answer is told apart, since an
    answer may rest on reasoning alone. An argument without a claim is told of as that only.
    """
    arguments = (*_in_question(dossier), *_in_arguments(dossier), *_in_positions(dossier))
    found = (*arguments, *_in_speeches(dossier), *_in_articles(dossier))
    rank = {gap: place for place, gap in enumerate(Gap)}
    return tuple(sorted(found, key=lambda finding: rank[finding.gap]))


def attacks(dossier: Dossier) -> Iterator[Argument]:
    """Every attack on a position, as `gaps` defines it, in order."""
    for position in dossier.positions:
        for argument, side in sides_in(dossier, position).items():
            node = dossier.get(Argument, argument)
            if node.side is Side.CON and side is Side.CON:
                yield node


def _in_question(dossier: Dossier) -> Iterator[Finding]:
    if not dossier.question.text.strip():
        yield Finding(Gap.NO_QUESTION, QUESTION_ID)


def _in_arguments(dossier: Dossier) -> Iterator[Finding]:
    for argument in dossier.arguments:
        if not argument.claim.strip():
            yield Finding(Gap.EMPTY_CLAIM, argument.id)
        elif not dossier.evidence_of(argument.id):
            top = dossier.find(Position, argument.parent) is not None
            yield Finding(Gap.CLAIM_WITHOUT_EVIDENCE if top else Gap.ANSWER_WITHOUT_EVIDENCE, argument.id)
    for attack in attacks(dossier):
        if attack.claim.strip() and not dossier.arguments_of(attack.id, Side.CON):
            yield Finding(Gap.UNANSWERED_ATTACK, attack.id)


def _in_positions(dossier: Dossier) -> Iterator[Finding]:
    for position in dossier.positions:
        lacking = tuple(side.value for side in Side if not dossier.arguments_of(position.id, side))
        if lacking:
            yield Finding(Gap.ONE_SIDED_POSITION, position.id, lacking)


def _in_speeches(dossier: Dossier) -> Iterator[Finding]:
    """Speeches that are planned to take more time than there is, and what they say of the other side."""
    if not dossier.speech_plans or dossier.debate is None:
        return
    # Loaded where it is needed: few dossiers have a plan.
    from dissoi.dossier.debate import in_minutes
    from dissoi.dossier.speaking_time import time_used
    from dissoi.dossier.speech_plan import foreign_in, named, planned_speeches

    speeches = planned_speeches(dossier, dossier.debate)
    foreign = foreign_in(dossier, speeches)
    for planned in speeches:
        used, speech = time_used(dossier, planned), planned.speech
        if speech is not None and round(used) > round(speech.minutes * 60):
            parts = (in_minutes(used / 60), in_minutes(speech.minutes))
            yield Finding(Gap.SPEECH_OVER_TIME, planned.name.plan, parts)
        for each in planned.arguments:
            if (planned.name, each.id) in foreign:
                yield Finding(Gap.ARGUMENT_OF_OTHER_SIDE, each.id, (named(planned.name),))


def _in_articles(dossier: Dossier) -> Iterator[Finding]:
    """Passages not found again or not confirmed, and cites that evidence needs and that are not complete."""
    for article in dossier.articles:
        passages = dossier.passages_of(article.id)
        yield from (Finding(Gap.PASSAGE_NOT_FOUND, each.id) for each in passages if _is_lost(each, article))
        yield from (Finding(Gap.PASSAGE_TO_CONFIRM, each.id) for each in passages if _is_open(each))
        if any(dossier.evidence_with(each.id) for each in passages) and (
            missing := missing_from_cite(article)
        ):
            yield Finding(Gap.INCOMPLETE_CITATION, article.id, missing)


def _is_open(passage: Passage) -> bool:
    """Whether its words were altered with its article, and nobody has confirmed them yet."""
    return bool(passage.was) and not passage.loose


def _is_lost(passage: Passage, article: Article) -> bool:
    return anchor(passage, article.text).how is Found.NOT_FOUND
