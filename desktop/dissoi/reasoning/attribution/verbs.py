# SPDX-License-Identifier: MIT
"""The words that give a stance away, in all their tenses."""

from __future__ import annotations

import re

from dissoi.dossier.records import Stance
from dissoi.reasoning.attribution.suggestion import words_of

_FOR = (
    "support back endorse favour favor welcome offer propose urge demand pledge promise advocate "
    "recommend approve champion defend want accept prefer call|for press|for push|for insist|on "
    "argue|for lobby|for campaign|for plead|for vote|for agree|to vow|to hope|to plan|to intend|to "
    "commit|to agree|with vote|to side|with"
)
_AGAINST = (
    "oppose reject exclude disagree refuse dismiss condemn denounce criticise criticize doubt question "
    "resist veto decline deny accuse attack blame threaten lobby|against rule|out warn|against "
    "object|to vote|against argue|against campaign|against stop|short|of speak|out|against"
)
_SAY = (
    "say argue claim insist believe think warn maintain contend suggest declare announce stress state "
    "note add acknowledge admit explain write conclude concede reply answer assert predict tell observe "
    "remark promise counter testify recommend find maintain emphasise emphasize caution report estimate "
    "fear respond ask"
)
_IRREGULAR = {
    "say": "say|says|said|saying",
    "think": "think|thinks|thought|thinking",
    "write": "write|writes|wrote|written|writing",
    "tell": "tell|tells|told|telling",
    "refer": "refer|refers|referred|referring",
    "admit": "admit|admits|admitted|admitting",
    "commit": "commit|commits|committed|committing",
    "plan": "plan|plans|planned|planning",
    "speak": "speak|speaks|spoke|spoken|speaking",
    "deny": "deny|denies|denied|denying",
    "find": "finds|found",
    "stop": "stop|stops|stopped|stopping",
}


def _forms(verb: str) -> str:
    if verb in _IRREGULAR:
        return f"(?:{_IRREGULAR[verb]})"
    if verb.endswith("e"):
        return f"{verb[:-1]}(?:e|es|ed|ing)"
    if verb.endswith("y") and verb[-2] not in "aeou":
        return f"{verb[:-1]}(?:y|ies|ied|ying)"
    return f"{verb}(?:s|es|ed|ing)?"


def _row(verbs: str) -> str:
    """The forms of verbs; `rule|out` is a verb with its particle, which may be parted by an adverb."""
    words = sorted(verbs.split(), key=len, reverse=True)
    return "|".join(
        r"\s+".join([_forms(first), *rest]) for first, *rest in (each.split("|") for each in words)
    )


CUE = re.compile(
    rf"\b(?:(?P<against>{_row(_AGAINST)})|(?P<for>{_row(_FOR)})|(?P<say>{_row(_SAY)})"
    r"|(?P<none>no\s+intention\s+of|no\s+plans?\s+to|(?<=am\s)against|(?<=is\s)against|(?<=are\s)against)"
    r"|(?P<ready>(?:ready|willing|keen|eager)\s+to|in\s+favou?r\s+of|open\s+to|would\s+rather)"
    r"|(?P<named>(?:calls?|called|describes?|described)(?=\s+(?:the|it|this|that|these|them|him|her|its|his)\b)))\b"
)
SAID = re.compile(rf"(?:{_row(_SAY)}|{_row('call describe')})\b")
DOUBTFUL = re.compile(r"(?:warn|fear|caution)", re.IGNORECASE)
"""What is said so is not wanted."""
OUT_OF_BARE = frozenset(
    words_of("""
    say says said saying argue argues argued claim claims claimed insist insists insisted believe
    believes believed think thinks thought warn warns warned write wrote reports testified replied fears
""")
)
"""Verbs that report speech without “that”; others need it, since they mean other things too."""

NEGATED = re.compile(r"(?:\bnot|cannot|n[’']t|\bnever|\bno longer|\bneither)\b")
DISAPPROVES = re.compile(
    r"\b(?:premature|inappropriate|wrong|unacceptable|dangerous|impossible|mistake|unlikely|reckless|illegal"
    r"|harmful|unnecessary|unworkable|unfair|unrealistic|disastrous?|distraction|disgrace|scandal"
    r"|vandalism|stain"
    r"|insult|betrayal|gimmick|farce|setback|blamed|meddling|beyond repair|nonsense|theatre"
    r"|(?:would|will|could|to) (?:ruin|cost|harm|damage|hurt|lose|destroy|swallow|look bad|mean closing)"
    r"|loses|lost|fails|failed|never|nobody|can ?not afford|could not afford|does nothing|do nothing"
    r"|nothing of the kind"
    r"|no (?:need|case|reason|evidence|justification|effect|sense|time|use|place|point|future|seats?|secret)"
    r"|nothing to offer|years behind|far more|worse than|untrained"
    r"|(?:too|so) (?:early|costly|expensive|late|weak|few|little|small|dear|slow|visible))\b"
)
"""What is said of a plan that is not wanted. A mere “cannot” is no such word: it may be the point."""
CONDITION = re.compile(
    r"\b(?:only (?:if|when|after)|unless|provided|on (?:the )?condition|as long as|so long as"
    r"|would (?:be|first be) (?:necessary|needed|required)|it (?:all )?depends on|provided that"
    r"|(?:possible|ready|accept|support|back|open)\b[^.;]* if (?!not))\b"
)


def stance_of(group: str, *, negated: bool, statement: str) -> Stance:
    """How a speaker stands to a statement, by the sort of verb and what the statement says."""
    if CONDITION.search(statement):
        return Stance.CONDITIONAL
    if group in {"say", "named"}:
        return Stance.AGAINST if negated or DISAPPROVES.search(statement) else Stance.FOR
    if group in {"for", "ready"}:
        return Stance.AGAINST if negated else Stance.FOR
    return Stance.CONDITIONAL if negated else Stance.AGAINST
