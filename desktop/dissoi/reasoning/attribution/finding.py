# SPDX-License-Identifier: MIT
"""Reads an article for who holds what: stance verbs, reported and direct speech, the author's own demands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dissoi.dossier.prose import BlockKind
from dissoi.dossier.records import Article, Stance
from dissoi.reasoning.attribution.sentences import quotations, sentences, without_quotations
from dissoi.reasoning.attribution.speakers import ACTOR, NAME, Cast, Speaker
from dissoi.reasoning.attribution.suggestion import Kind, Suggestion
from dissoi.reasoning.attribution.talk import Talk
from dissoi.reasoning.attribution.verbs import CUE, DOUBTFUL, NEGATED, OUT_OF_BARE, SAID, stance_of

_READ = {BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM}
_BEHIND = 240
"""Code points before a verb in which its subject is looked for."""
_SHORTEST = 4
_WORDS = 28
"""A statement is cut after so many words."""

_APPOSITION = (
    r"(?:\s\([^()]{1,30}\),?)?(?P<apposition>,\s[^,;:.!?\0]{2,100}(?:,\s[^,;:.!?\0]{2,60})?,"
    r"|\s[—–-]\s[^—–\0]{2,120}\s[—–-]|\s\([^()]{2,80}\))?"
)
_AUX = (
    r"(?P<aux>(?:,?\s+who\b)?,?(?:\s+(?:can|cannot|can[’']t|won[’']t|shall|am|has|have|had|is|are|was|were|been|being|having|would|will|could|may|might|does|do|did|also"
    r"|already|again|now|then|still|even|once|later|first|never|not|no|longer|himself|herself|repeatedly|\w+ly"
    r"|(?:does|do|did|is|was|has|had|would|wo|are)n[’']t|on \w+day|last \w+|this \w+)){0,7})"
)
_SUBJECT = re.compile(rf"(?<![\w-])(?P<actor>{ACTOR}){_APPOSITION}{_AUX}\s+$")
_PRONOUN = re.compile(rf"(?<![\w-])(?P<actor>[Hh]e|[Ss]he|[Tt]hey|It|I|[Ww]e){_AUX}\s+$")
_CONDITION_BEHIND = re.compile(
    r",?\s+(?:but\s+)?(?:(?:only\s+)?(?:if|when|after)|provided|unless|on condition|as long as)\b[^.;]*"
)
_REFUSES = re.compile(
    r"\W*(?:I|We)\s+(?:\w+\s+)?(?:(?:will not|won[’']t|cannot|can[’']t|would not)\b"
    r"|(?:do not|don[’']t|are not)\s+(?:\w+ly\s+)?(?:support|back|want|need|accept|agree|approve|believe"
    r"|think|favou?r|consider|recommend|propose|plan|intend|wish|like|see|care|trust|share|ready|willing|going"
    r"|in favou?r|convinced|prepared|interested)\b)"
)
"""Matches the start of speech that turns something down. What “we do not” do else is what the speech says."""
_DENIES = re.compile(r"\W*(?:I|We)\s+(?:\w+\s+)?(?:do not|don[’']t|are not)\b")
"""Matches the start of speech that says what is not so: how it stands to the question is unsure."""
_OFFICE = (
    r"refusal|offer|proposal|call|demand|plan|pledge|promise|warning|opposition|support|rejection|decision"
)
_OF = re.compile(rf"\b(?P<cue>{_OFFICE})\s+(?:of|by)\s+(?P<actor>{ACTOR})\s+(?:to|that)\b")
_PRONOUN_SAID = re.compile(rf"[,\s]*(?P<actor>[Hh]e|[Ss]he|[Tt]hey)\s+(?P<verb>{SAID.pattern})")
_PRONOUN_ASKS = re.compile(
    rf"(?P<actor>[Hh]e|[Ss]he|[Tt]hey)\s+(?P<verb>{SAID.pattern})[^.!?\0]{{0,40}}[,:]\s*$"
)
_POINTING = re.compile(r"\s*(?:it|this|that|them|so|such a cut)\s*$")
"""Matches an object that says nothing by itself."""
_JOINED_ON = re.compile(r"\b(?:and|but|while)\s+(?:(?:\w+\s){1,3}of\s+)?$")
"""Matches what stands before somebody in the second half of a sentence."""
_BY = re.compile(r"\b(?:by|and|but|while|before|after)\s+(?P<aux>(?:not\s+)?)$")
_AGENT = re.compile(rf"\s+by\s+(?P<actor>{ACTOR})")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be)\b(?:\s+\w+ly|\s+also|\s+not|\s+already)?\s*$")
_STOP = re.compile(
    r";|:|\s[—–]\s|[.!?]\s|,\s(?:for the|while|but|because"
    r"|although|though|since|as|and (?:he|she|they|it|\w+ed)\b|which|who)"
    r"|\s(?:because|although|whereas)\b|,\s*[”\"]"
    r"|,?\s(?:and|but)\s(?:only\s|just\s)?(?:\d[\d.,]*\s?(?:%|per ?cent)"
    r"|(?:a\s)?(?:few|third|quarter|half|others|many|most|some))"
    r"(?:\s[\w’]+){0,4}?\s(?:support|oppose|reject|favou?r|back)(?:s|ed|d)?\b"
)
_POSSESSIVE = re.compile(
    rf"(?<![\w-])(?P<actor>{ACTOR})[’'](?:s)?\s+(?P<cue>refusal|offer|proposal|call|demand|plan|pledge|promise|warning"
    r"|opposition|support|rejection|claim|remark|statement|insistence)\s+(?:to|for|of|that)\b"
)
_ACCORDING = re.compile(
    rf"\b[Aa]ccording to (?:the (?:[a-z][\w-]+ ){{1,4}}(?=[A-Z]))?(?P<actor>{ACTOR}){_APPOSITION},?"
)
_MODAL = re.compile(r"\b(?:should|must|ought to|needs? to|will have to|has to|have to)\b")
_HEDGED = re.compile(
    r"\b(?:that|whether|if|who|which|what|why|how|where|belief|fear)\b|\b(?:I|you|we)\s|\?|\0", re.IGNORECASE
)
_DOUBTED = re.compile(
    r"\b(?:that|whether|if|who|which|what|why|how|where|you|they|it|he|she)\b|\?", re.IGNORECASE
)
_PHRASE = re.compile(
    r"\b(?:should|must) (?:\w+ ){0,3}"
    r"(?:grateful|noted|said|clear|remembered|be no surprise|come as|have been)\b"
)
_SUBORDINATE = re.compile(r"(?:Since|While|Although|Though|If|When|After|As|Because)\s")
_RELATIVE = ("which ", "whom ", "what ", "What ")
_OPENING = re.compile(
    r"(?:(?:Even|But|And|Yet|However|Then|Still|Only|Meanwhile|So),?|January|February|March|April|May|June|July"
    r"|August|September|October|November|December)\s+(?=\S)"
)
_WHERE = r"(?:(?:in|on|at|to)\s+)?(?:the\s+|a\s+)?(?:[A-Z0-9][\w’.-]*\s+){1,4}that\s+"
"""Where, when or to whom something was said: “in Oslo that”, “on 27 March that”, “the BBC that”."""
_WHEN = (
    r"(?:yesterday|today|earlier|later|recently"
    r"|(?:(?:[Ii]n|on|at|by|since|during|earlier|late|last|this|next|a|two|three|some)\s+)(?:[a-z-]+\s+){0,3}?"
    r"(?:[A-Z]\w+|day|night|morning|afternoon|evening|week|weekend|month|year|years|months|weeks|days|spring"
    r"|summer|autumn|winter|decade)(?:\s+(?:\d{4}|ago|later|earlier))?),?\s+that\s+"
)
"""When something was said: “last week that”, “in early May that”."""
_TRIM = re.compile(
    rf"^(?:that\s+|{_WHERE}|{_WHEN}|the idea of\s+|the (?:notion|suggestion|proposal) (?:of|that)\s+|to\s+)"
)


def suggestions(article: Article) -> tuple[Suggestion, ...]:
    """What an article shows people to hold, in the order of its text."""
    cast, found = Cast(), list[Suggestion]()
    read = [
        (start, block.text)
        for start, block in zip(article.starts, article.blocks, strict=True)
        if block.kind in _READ
    ]
    for _, text in read:
        cast.know(text)
    author = Speaker(article.authors[0].name if article.authors else "The author")
    talk = Talk.of([text for _, text in read], cast, author)
    for start, text in read:
        turn = talk.turn(text)
        if turn.speaker:
            found += _Paragraph(text, start, cast, turn.speaker, turn.said).read()
    return _settled(found)


def _settled(found: list[Suggestion]) -> tuple[Suggestion, ...]:
    """The suggestions in the order of the text, none of them twice."""
    unique = {(each.name, each.start, each.statement): each for each in found}
    return tuple(sorted(unique.values(), key=lambda each: (each.start, each.end)))


class _Paragraph:
    """One paragraph: its words, the same without speech, and whom it has named."""

    def __init__(
        self, text: str, offset: int, cast: Cast, author: Speaker, said: tuple[int, int] | None = None
    ) -> None:
        self.text, self.offset, self.cast, self.author = text, offset, cast, author
        # What an interview gives as the answer of somebody is read as their own words.
        self.plain = text[: said[1]] if said else without_quotations(text)
        self.begins, self.is_answer = (said[0] if said else 0), said is not None
        self.before = (0, 0)
        self.speaking: Speaker | None = None

    def read(self) -> Iterator[Suggestion]:
        """All that is found in it."""
        spoken = [] if self.is_answer else list(quotations(self.text))
        last = 0
        for start, end in sentences(self.plain):
            if end <= self.begins:
                continue
            start = max(start, self.begins)  # noqa: PLW2901 - where the answer begins
            while spoken and spoken[0][0] < end:
                low, high = spoken.pop(0)
                yield from self._direct(last, low, high)
                last = high
            found = list(self._sentence(start, end))
            yield from found or self._own(start, end)
            self.before = (start, end)

    def _made(  # noqa: PLR0917 - one for each thing that a suggestion says
        self,
        who: Speaker,
        stance: Stance,
        cue: str,
        kind: Kind,
        words: tuple[int, int],
        place: tuple[int, int],
        confidence: float,
    ) -> Iterator[Suggestion]:
        statement = _worded(self.text[words[0] : words[1]])
        is_deed = " " not in statement and cue.endswith(("to", "fuse", "fuses", "fused", "fusing"))
        if len(statement) >= _SHORTEST and not is_deed:
            opening = _OPENING.match(self.text, place[0])
            start, end = self.offset + (opening.end() if opening else place[0]), self.offset + place[1]
            yield Suggestion(who.name, who.role, stance, statement, cue, kind, start, end, confidence)

    def _direct(self, last: int, start: int, end: int) -> Iterator[Suggestion]:
        after = re.match(
            rf"[,\s]*(?P<verb>{SAID.pattern})\s+(?P<actor>{ACTOR})(?P<apposition>,\s{NAME})?",
            self.plain[end : end + 200],
        )
        after = after or re.match(
            rf"[,\s]*(?P<actor>{ACTOR}){_APPOSITION}\s+(?P<verb>{SAID.pattern})", self.plain[end : end + 260]
        )
        before = re.search(
            rf"(?P<actor>{ACTOR}){_APPOSITION}{_AUX}\s+(?P<verb>{SAID.pattern})[^.!?\0]{{0,60}}[,:]?\s*$",
            self.plain[max(last, start - _BEHIND) : start],
        )
        low = max(last, start - _BEHIND)
        match, place = (after, (start, end + after.end())) if after else (before, (start, end))
        if before and not after:
            place = (low + before.start(), end)
        who, verb = self._speaker(match, end, place[0])
        if who is not None:
            self.speaking = who
            refuses = bool(_REFUSES.match(self.text, start, end))
            unsure = not refuses and bool(_DENIES.match(self.text, start, end))
            said = "" if unsure else self.text[start:end]
            stance, sure = stance_of("say", negated=refuses, statement=said), 0.4 if unsure else 0.8
            yield from self._made(who, stance, verb, Kind.DIRECT, (start + 1, end), place, sure)

    def _speaker(self, match: re.Match[str] | None, end: int, start: int) -> tuple[Speaker | None, str]:
        """Who says a quotation: whom its verb names, or a pronoun, or whoever spoke just before."""
        if match:
            actor, apposition = match["actor"], match.groupdict().get("apposition") or ""
            return self.cast.meet(actor, apposition), match["verb"]
        if pronoun := _PRONOUN_SAID.match(self.plain, end):
            return self.cast.pronoun(pronoun["actor"]), pronoun["verb"]
        if pronoun := _PRONOUN_ASKS.search(self.plain, max(0, start - 120), start):
            return self.cast.pronoun(pronoun["actor"]), pronoun["verb"]
        return (self.speaking, "said") if self.speaking else (None, "")

    def _sentence(self, start: int, end: int) -> Iterator[Suggestion]:
        subject: Speaker | None = None
        before, introduced = self.cast.last_person, self.cast.introduced(self.plain, start, end)
        for found in (
            *_ACCORDING.finditer(self.plain, start, end),
            *_POSSESSIVE.finditer(self.plain, start, end),
            *_OF.finditer(self.plain, start, end),
        ):
            yield from self._noun(found, start, end)
        for cue in CUE.finditer(self.plain, start, end):
            if introduced and self.cast.last_person is before and introduced[1] < cue.start():
                self.cast.last_person = before = introduced[0]
            subject, made = self._verb(cue, subject, start, end)
            yield from made
        if introduced and self.cast.last_person is before:
            self.cast.last_person = introduced[0]

    def _noun(self, found: re.Match[str], start: int, end: int) -> Iterator[Suggestion]:
        who = self.cast.meet(found["actor"], found.groupdict().get("apposition") or "")
        if who is None:
            return
        cue = found.groupdict().get("cue") or "according to"
        object_end = self._object_end(found.end(), end)
        words = (
            (found.end(), object_end)
            if self.plain[found.end() : object_end].strip(" ,.")
            else (start, found.start())
        )
        group = "against" if cue in {"refusal", "opposition", "rejection"} else "say"
        stance = stance_of(group, negated=False, statement=self.text[words[0] : words[1]])
        place = (found.start(), object_end) if words[0] == found.end() else (start, end)
        yield from self._made(who, stance, cue, Kind.REPORTED, words, place, 0.5)

    def _object_end(self, start: int, end: int) -> int:
        stop = _STOP.search(self.plain, start, end)
        return stop.start() if stop else end

    def _clause_end(self, cue: re.Match[str], start: int, end: int, aux: str) -> int:
        """Where the object ends: at a comma for a participle, or in a clause before the main one."""
        stop = self._object_end(cue.end(), end)
        if "having" in aux or _SUBORDINATE.match(self.plain, start):
            comma = self.plain.find(", ", cue.end(), stop)
            stop = comma if comma > 0 else stop
        while stop > cue.end() and self.plain[stop - 1] in ".!?,; ":
            stop -= 1
        return stop

    def _verb(
        self, cue: re.Match[str], subject: Speaker | None, start: int, end: int
    ) -> tuple[Speaker | None, Iterator[Suggestion]]:
        low = max(start, cue.start() - _BEHIND)
        before = self.plain[low : cue.start()]
        match = _SUBJECT.search(before)
        if _PASSIVE.search(before) and cue[0].endswith(("ed", "ied", "out", "said")):
            return subject, self._passive(cue, start, end, before)
        who, aux, place = None, "", start
        if match and (who := self.cast.meet(match["actor"], match["apposition"] or "")):
            if self.plain[: low + match.start()].endswith(_RELATIVE):
                return subject, iter(())
            aux, place = match["aux"], low + match.start()
        elif pronoun := _PRONOUN.search(before):
            is_own = pronoun["actor"].lower() in {"i", "we"}
            who = self.author if is_own else self.cast.pronoun(pronoun["actor"])
            aux = pronoun["aux"]
        elif subject and (joined := _BY.search(before)):
            who, aux = subject, joined["aux"]
        if who is None:
            return subject, iter(())
        return who, self._object(cue, who, aux, place, end)

    def _passive(self, cue: re.Match[str], start: int, end: int, before: str) -> Iterator[Suggestion]:
        agent = _AGENT.match(self.plain, cue.end(), end)
        who = self.cast.meet(agent["actor"]) if agent else None
        group = cue.lastgroup or ""
        if agent is None or who is None or group not in {"for", "against"}:
            return
        stance = stance_of(group, negated=bool(NEGATED.search(before[-40:])), statement="")
        subject_end = cue.start() - len(before) + len(_PASSIVE.split(before)[0])
        yield from self._made(
            who, stance, cue[0], Kind.STANCE, (start, subject_end), (start, agent.end()), 0.6
        )

    def _object(
        self, cue: re.Match[str], who: Speaker, aux: str, start: int, end: int
    ) -> Iterator[Suggestion]:
        group = cue.lastgroup or ""
        rest = self.plain[cue.end() : end]
        if group == "say" and not _reports(cue[0].lower(), rest):
            return
        stop = self._clause_end(cue, start, end, aux)
        kind = Kind.REPORTED if group in {"say", "named"} else Kind.STANCE
        if who is self.author and not self.is_answer:
            kind = Kind.AUTHOR
        words, bare = (cue.end(), stop), cue[0].lower().startswith("disagree")
        points = bool(_POINTING.fullmatch(self.plain, *words))
        if points and not self.before[1] and _JOINED_ON.search(self.plain[:start]):
            # What “it” is stands earlier in the sentence, which as a whole is nobody's statement.
            return
        if kind is not Kind.REPORTED and (bare or points):
            words = self.before if self.before[1] else (start, stop)
        tail = _CONDITION_BEHIND.match(self.plain, stop, end)
        is_against = group == "none" or (group == "say" and DOUBTFUL.match(cue[0]))
        stance = stance_of(
            "against" if is_against else group,
            negated=bool(NEGATED.search(aux)),
            statement=self.text[cue.end() : stop] + (tail[0] if tail else ""),
        )
        confidence = 0.7 if kind is Kind.REPORTED else 0.9
        if kind is Kind.STANCE and not bare and not re.match(r"\s+[\w“\"’]", rest):
            return
        yield from self._made(who, stance, cue[0], kind, words, (start, stop), confidence)

    def _own(self, start: int, end: int) -> Iterator[Suggestion]:
        """What the author demands in a sentence that attributes nothing to anybody."""
        modal = _MODAL.search(self.plain, start, end)
        if modal is None or _PHRASE.search(self.plain, modal.start(), end):
            return
        hedged = _DOUBTED if self.is_answer else _HEDGED
        if hedged.search(self.plain, start, modal.start()) or self.plain[end - 1] == "?":
            return
        only = self.plain.startswith("The only", start)
        kind = Kind.STANCE if self.is_answer else Kind.AUTHOR
        yield from self._made(
            self.author, Stance.FOR, modal[0], kind, (start, end), (start, end), 0.8 if only else 0.4
        )


def _reports(verb: str, rest: str) -> bool:
    """Whether a verb of saying reports a clause here, rather than having an object of another kind."""
    if re.match(r"\s+(?:\w+\s+){0,3}?that\b", rest):
        return True
    bare = verb in OUT_OF_BARE
    return (
        bare
        and re.match(
            r",?\s+(?!(?:to|in|on|at|of|about|for|by|so|and)\b|,)[\w“]+(?:\s+[\w’“”-]+){2}",
            rest,
        )
        is not None
    )


def _worded(text: str) -> str:
    """A statement in the article's terms: no more than a line or two, without the marks around it."""
    words = " ".join(_TRIM.sub("", text.strip(' ,;:.“”"\0')).split()[:_WORDS])
    words = words.strip(" ,;:.")
    if words.count("“") != words.count("”"):
        words = words.replace("“", "").replace("”", "")
    return words[:1].upper() + words[1:]
