# SPDX-License-Identifier: MIT
"""In an altered text a passage is found surely, proposed, or not found; never silently elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.mutations import CHANGES, Case, cases, mutated
from tests.strategies import articles, passages

from dissoi.dossier.alignment import align, likeness
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.likely_places import PreparedText
from dissoi.dossier.passages import passage_at
from dissoi.dossier.planting import Sighting, Sureness, find_again
from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import Article, RecordId
from dissoi.dossier.replanting import Fate, Replanted, replanted
from dissoi.dossier.text_folding import fold, is_same_words

GONE = {"deleted", "copies, deleted"}
FOUND = (Fate.KEPT, Fate.MOVED)


def article_of(text: str) -> Article:
    return Article(id=RecordId("a"), blocks=tuple(map(plain_block, text.split("\n"))))


def sighted(case: Case, text: str) -> Sighting:
    passage = passage_at(article_of(case.text), case.start, case.end, RecordId("p"))
    return find_again(passage, PreparedText(text), PreparedText(case.text))


@given(st.data())
def test_what_stands_unaltered_is_surely_found(data: st.DataObject) -> None:
    article = data.draw(articles(RecordId("a")))
    passage = data.draw(passages(article, RecordId("p")))
    found = find_again(passage, PreparedText(article.text), PreparedText(article.text))
    assert found.sureness is Sureness.SURE
    assert found.site is not None
    assert (found.site.start, found.site.end) == (passage.start, passage.end)


@given(st.data())
def test_no_place_is_outside_the_text(data: st.DataObject) -> None:
    article = data.draw(articles(RecordId("a")))
    other = data.draw(articles(RecordId("b")))
    passage = data.draw(passages(article, RecordId("p")))
    found = find_again(passage, PreparedText(other.text), PreparedText(article.text))
    assert all(0 <= span.start < span.end <= len(other.text) for span in found.sites)


@given(st.data())
def test_what_is_kept_with_a_new_text_has_its_words_or_is_loose(data: st.DataObject) -> None:
    article = data.draw(articles(RecordId("a")))
    other = data.draw(articles(RecordId("a")))
    passage = data.draw(passages(article, RecordId("p")))
    found = replanted(Dossier.of([article, passage]), article, other.blocks)
    kept = found.passages[0].in_text(other.text)
    assert kept.loose or other.text[kept.start : kept.end] == kept.exact
    assert passage.exact in (kept.exact, kept.was) or is_same_words(kept.exact, passage.exact)


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_leads_to_no_wrong_place(name: str) -> None:
    sure = 0
    for case in cases(500, 8, 3):
        gold = mutated(case, CHANGES[name])
        found = sighted(case, gold.text)
        if found.sureness is Sureness.SURE:
            assert found.site is not None
            assert gold.end
            assert abs(found.site.start - gold.start) <= 12
            assert abs(found.site.end - gold.end) <= 12
            sure += 1
    assert sure == 0 if name in GONE else sure >= 4


@pytest.mark.parametrize("seed", range(3))
def test_what_is_put_in_before_moves_a_passage(seed: int) -> None:
    for case in cases(300, 4, seed):
        found = sighted(case, f"A new beginning.\n{case.text}")
        assert found.sureness is Sureness.SURE
        assert found.site is not None
        assert found.site.start == case.start + len("A new beginning.\n")


def replanted_passage(before: str, words: str, after: str) -> Replanted:
    article = article_of(before)
    start = before.index(words)
    passage = passage_at(article, start, start + len(words), RecordId("p"))
    return replanted(Dossier.of([article, passage]), article, article_of(after).blocks).passages[0]


def passage_fate(before: str, words: str, after: str) -> Fate:
    return replanted_passage(before, words, after).fate


def place_of(before: str, words: str, after: str) -> str:
    place = replanted_passage(before, words, after).places[0]
    return after[place.start : place.end]


def test_a_place_beyond_all_measure_is_only_a_place_that_says_nothing() -> None:
    article = article_of("Somebody wrote that nothing of this was ever said by anybody at all.")
    passage = passage_at(article, 15, 39, RecordId("p"))
    far = passage.model_copy(update={"start": 10**400, "end": 10**400 + len(passage.exact), "loose": True})
    text = PreparedText(article.text)
    (site,) = find_again(far, text, text).sites
    assert (site.start, site.end) == (15, 39)


def test_copies_that_nothing_tells_apart_are_asked_about() -> None:
    before = "At first we will pay now for it all."
    assert (
        passage_fate(before, "we will pay now", "Two. we will pay now! Three. we will pay now!")
        is Fate.TO_CONFIRM
    )


def test_the_context_decides_between_copies() -> None:
    before = "In the long run the force must be paid by those who asked for it, as they know."
    after = f"Elsewhere the force must be paid by others and not at all.\n{before}"
    assert passage_fate(before, "the force must be paid", after) is Fate.MOVED


def test_a_passage_is_not_where_only_one_of_its_paragraphs_is() -> None:
    first = "The committee met for three days and heard from every harbour on the coast."
    second = "It found that the ferries were late because the quays were never dredged."
    other = "Lunch on each of those days was paid for by a brewery, and long."
    before = f"An old report.\n{first}\n{second}\nNobody read it then."
    after = f"An old report.\n{first}\n{other}\nNobody read it then."
    assert passage_fate(before, f"{first}\n{second}", after) is Fate.TO_CONFIRM
    assert passage_fate(before, f"{first}\n{second}", after.replace(other, second)) in FOUND
    assert passage_fate(before, f"{first}\n{second}", before.replace("ferries", "boats")) is Fate.ALTERED


def test_words_that_stood_twice_are_asked_about_where_one_is_left() -> None:
    phrase = "was never the plan, said the mayor"
    before = f"The tunnel {phrase} at noon. Later in the year, he added that the tram {phrase} in May."
    after = "Later in the year, he added that the tram " + phrase + " in May."
    gone = "The tunnel was a dream. Nothing came of it, and " + phrase + " of Lisbon, whom few knew."
    assert passage_fate(before, phrase, gone) is Fate.TO_CONFIRM
    assert passage_fate(after, phrase, gone) is Fate.MOVED


def test_a_word_put_in_behind_a_passage_is_not_of_it() -> None:
    words = "without a furnace, while"
    before = "All of them came over the old pass without a furnace, while the river of Ghent rose that night."
    after = "All of them came over the old pass a furnace, while winter the river of Ghent rose that night."
    assert place_of(before, words, after) == "a furnace, while"


def test_a_place_that_ends_within_a_word_is_asked_about() -> None:
    before = "Some say that the hostile veteran had questioned it."
    after = "Some say that the hostile veteran algorithm had questioned it."
    start, words = before.index("that"), "that the hostile veteran had"
    passage = passage_at(article_of(before), start, start + len(words), RecordId("p"))
    found = find_again(passage, PreparedText(after), PreparedText(before))
    assert found.site is not None
    taken = after[found.site.start : found.site.end]
    assert found.sureness is Sureness.PERHAPS or taken == "that the hostile veteran algorithm had"


def test_short_words_within_a_longer_word_are_not_the_passage() -> None:
    assert passage_fate("A force is sent.", "force", "Enforcement is dear.") is Fate.NOT_FOUND


def test_other_typesetting_is_no_other_words_but_a_mended_letter_is() -> None:
    before = "He said: “A force — if sent — would hold the line for a yeer.” Then he left the room at once."
    words = "A force — if sent — would hold the line for a yeer."
    typeset = before.replace("“", '"').replace("”", '"').replace(" — ", " -- ")
    assert passage_fate(before, words, typeset) in (Fate.KEPT, Fate.MOVED)
    assert passage_fate(before, words, before.replace("yeer", "year")) is Fate.ALTERED


def test_folding_keeps_the_way_back() -> None:
    folded = fold("Ein “cafe\u0301” – so-\nnder ﬁne…")
    assert folded.text == 'ein "cafe" - sonder fine...'
    start = folded.text.index("fine")
    assert folded.range_of(start, start + 4) == (23, 26)
    assert is_same_words("“a–b”", '"a-b"')
    assert not is_same_words("Polish", "polish")


@given(st.text("abc ", max_size=12), st.text("abc ", max_size=30))
def test_an_alignment_counts_its_errors(pattern: str, text: str) -> None:
    found = align(pattern, text)
    assert found.errors == slow_distance(pattern, text)
    assert likeness(pattern, text[found.start : found.end]) >= 1 - found.errors / max(1, len(pattern))


def slow_distance(pattern: str, text: str) -> int:
    row = [0] * (len(text) + 1)
    for at, letter in enumerate(pattern, 1):
        above, row[0] = row[0], at
        for place, other in enumerate(text, 1):
            above, row[place] = row[place], min(above + (letter != other), row[place] + 1, row[place - 1] + 1)
    return min(row)
