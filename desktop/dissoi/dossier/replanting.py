# SPDX-License-Identifier: MIT
"""What becomes of the passages of an article when its text is altered: all found again, or told of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.likely_places import PreparedText
from dissoi.dossier.planting import Sighting, Site, Sureness, find_again
from dissoi.dossier.prose import Block, plain_text
from dissoi.dossier.records import CONTEXT, Article, Passage
from dissoi.dossier.text_folding import is_same_words


class Fate(StrEnum):
    """What becomes of a passage. `ALTERED` is surely found, but at words that are not quite its own."""

    KEPT = "kept"
    MOVED = "moved"
    ALTERED = "altered"
    TO_CONFIRM = "to confirm"
    NOT_FOUND = "not found"


@dataclass(frozen=True)
class Replanted:
    """A passage as it was, what becomes of it, and its places in the new text, the likeliest first."""

    passage: Passage
    fate: Fate
    places: tuple[Site, ...] = ()

    def in_text(self, text: str) -> Passage:
        """The passage as it is to be kept with the new `text`."""
        if self.fate in (Fate.TO_CONFIRM, Fate.NOT_FOUND):
            return self.passage.model_copy(update={"loose": True})
        moved = tied(self.passage, text, self.places[0].start, self.places[0].end)
        before = self.passage.was or self.passage.exact
        return moved.model_copy(update={"was": "" if is_same_words(before, moved.exact) else before})


@dataclass(frozen=True)
class Replanting:
    """All passages of an article in a new text, in their old order."""

    text: str
    passages: tuple[Replanted, ...] = ()

    def of(self, *fates: Fate) -> tuple[Replanted, ...]:
        """The passages with these fates."""
        return tuple(each for each in self.passages if each.fate in fates)

    @property
    def lost(self) -> int:
        """How many passages are not surely found."""
        return len(self.of(Fate.NOT_FOUND, Fate.TO_CONFIRM))

    @property
    def is_doubtful(self) -> bool:
        """Whether most are lost, so that the text is hardly another copy of the article."""
        return 2 * self.lost > len(self.passages)


def replanted(
    dossier: Dossier,
    article: Article,
    blocks: Sequence[Block],
    progress: Callable[[int, int], None] | None = None,
) -> Replanting:
    """Each passage of `article` found again in the text of `blocks`.

    `progress` is told how many of how many passages are done; what it raises ends the search.
    """
    text, old = PreparedText(plain_text(tuple(blocks))), PreparedText(article.text)
    passages = dossier.passages_of(article.id)
    found: list[Replanted] = []
    for each in passages:
        found.append(found_in(each, text, old))
        if progress:
            progress(len(found), len(passages))
    return Replanting(text.text, tuple(found))


def tied(passage: Passage, text: str, start: int, end: int) -> Passage:
    """`passage` at a place of `text`, with the words there as its own, and nothing left to confirm."""
    update = {
        "start": start,
        "end": end,
        "exact": text[start:end],
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
        "was": "",
        "loose": False,
    }
    return passage.model_copy(update=update)


def candidates(passage: Passage, text: PreparedText) -> Sighting:
    """Places for a passage of which it is open where it stands in the text of its article."""
    return find_again(passage.model_copy(update={"loose": True}), text, text)


def found_in(passage: Passage, text: PreparedText, old: PreparedText) -> Replanted:
    """What becomes of one passage of the text `old` in another."""
    found = find_again(passage, text, old)
    return Replanted(passage, _fate(passage, text.text, found), found.sites)


def _fate(passage: Passage, text: str, found: Sighting) -> Fate:
    if found.sureness is Sureness.NOT_FOUND:
        return Fate.NOT_FOUND
    place = found.sites[0]
    if found.sureness is Sureness.PERHAPS:
        return Fate.TO_CONFIRM
    if not is_same_words(passage.exact, text[place.start : place.end]):
        return Fate.ALTERED
    in_place = (place.start, place.end) == (passage.start, passage.end)
    return Fate.KEPT if in_place else Fate.MOVED
