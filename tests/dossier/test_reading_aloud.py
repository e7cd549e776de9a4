# SPDX-License-Identifier: MIT
"""Cut cards: which words of a quotation are read aloud, and when a cut no longer counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import after, dossiers

from dissoi.dossier import article_edits, edits
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.errors import PassageError
from dissoi.dossier.passages import passage_at
from dissoi.dossier.prose import Block, plain_block
from dissoi.dossier.reading_aloud import Piece, cut_of, mark_read, pieces_of, read_whole, words_to_read
from dissoi.dossier.records import Article, Evidence, Passage, RecordId, Side
from dissoi.dossier.replanting import replanted
from dissoi.dossier.session import Session
from dissoi.dossier.speaking_time import speaking_time, spoken_words
from dissoi.dossier.stretch import Stretch
from dissoi.dossier.text_edits import change_passage, correct_text, replace_article, retie_passage

CARD, FIRST, SECOND, ARTICLE = map(RecordId, ("card", "first", "second", "article"))
TEXT = "He said 🇺🇦 that soldiers,\nfrom anywhere, would be targets. Nobody asked. Peace comes first."


def dossier_of(*blocks: Block) -> Dossier:
    article = Article(id=ARTICLE, blocks=blocks)
    text, asked = article.text, article.text.index("Peace")
    return after(
        [
            article_edits.add_article(article),
            article_edits.quote_passage(
                passage_at(article, text.index("He said"), text.index(" Nobody"), FIRST)
            ),
            article_edits.quote_passage(passage_at(article, asked, len(text), SECOND)),
            edits.add_position(RecordId("yes"), "Yes"),
            edits.add_argument(RecordId("pro"), RecordId("yes"), Side.PRO, "It deters"),
            edits.add_evidence(Evidence(id=CARD, argument=RecordId("pro"), passages=(FIRST, SECOND))),
        ]
    )


WHOLE = dossier_of(plain_block("Old head"), *map(plain_block, TEXT.split("\n")))


def card_in(dossier: Dossier) -> Evidence:
    return dossier.get(Evidence, CARD)


def marked(dossier: Dossier, *words: str) -> Dossier:
    for each in words:
        start = dossier.quotation(card_in(dossier)).index(each)
        dossier = mark_read(CARD, start, start + len(each)).run(dossier)
    return dossier


def aloud(dossier: Dossier) -> str:
    return words_to_read(dossier, card_in(dossier))


def test_what_is_read_aloud_goes_along_to_a_copy_that_is_typeset_otherwise() -> None:
    before = 'He said: "It\'s the cafe\u0301 of soldiers - from anywhere", and then he added no more of it.'
    after_ = "He said: “It’s\u00a0the café of soldiers – from anywhere”, and then he added no more of it."
    article = Article(id=ARTICLE, blocks=(plain_block("Old head"), plain_block(before)))
    passage = passage_at(article, len("Old head\n"), len(article.text), FIRST)
    dossier = after(
        [
            article_edits.add_article(article),
            article_edits.quote_passage(passage),
            edits.add_position(RecordId("yes"), "Yes"),
            edits.add_argument(RecordId("pro"), RecordId("yes"), Side.PRO, "It deters"),
            edits.add_evidence(Evidence(id=CARD, argument=RecordId("pro"), passages=(FIRST,))),
        ]
    )
    cut = marked(dossier, "It's the cafe\u0301", "soldiers - from", "no more of it.")
    copy = article.model_copy(update={"blocks": (plain_block("New head"), plain_block(after_))})
    replaced = replace_article(copy, replanted(cut, article, copy.blocks)).run(cut)
    assert replaced.get(Passage, FIRST).exact == after_
    assert aloud(replaced) == "It’s the café … soldiers – from … no more of it."
    by_hand = retie_passage(FIRST, len("New head\n"), len(copy.text)).run(cut.with_records(copy))
    assert aloud(by_hand) == aloud(replaced)


def test_what_is_read_aloud_stays_so_in_a_passage_that_is_widened_or_narrowed() -> None:
    text = WHOLE.get(Article, ARTICLE).text
    cut = marked(WHOLE, "soldiers", "would be targets", "Peace")
    wider = change_passage(FIRST, 0, text.index("asked")).run(cut)
    assert wider.get(Passage, FIRST).exact == text[: text.index("asked")].strip()
    assert aloud(wider) == aloud(cut)
    narrower = change_passage(FIRST, text.index("from"), text.index("targets")).run(cut)
    assert narrower.get(Passage, FIRST).exact == "from anywhere, would be"
    assert aloud(narrower) == "would be … Peace"
    assert change_passage(FIRST, *_place(WHOLE)).run(wider) == cut
    elsewhere = change_passage(FIRST, 0, 3).run(cut)
    assert aloud(elsewhere) == "Peace"
    with pytest.raises(PassageError):
        change_passage(FIRST, 3, 4).run(cut)


def test_a_cut_that_no_longer_counts_does_not_read_other_words_in_a_changed_passage() -> None:
    cut = marked(WHOLE, "soldiers", "would be targets")
    corrected = correct_text(ARTICLE, 1, "He said 🇺🇦 that many soldiers,").run(cut)
    assert not cut_of(corrected, card_in(corrected))
    text = corrected.get(Article, ARTICLE).text
    changed = change_passage(FIRST, 0, text.index("asked")).run(corrected)
    assert aloud(changed) == changed.quotation(card_in(changed))


def _place(dossier: Dossier) -> tuple[int, int]:
    passage = dossier.get(Passage, FIRST)
    return passage.start, passage.end


def test_without_marks_all_of_a_quotation_is_read() -> None:
    quotation = WHOLE.quotation(card_in(WHOLE))
    assert pieces_of(WHOLE, card_in(WHOLE)) == (Piece(quotation, read=True),)
    assert aloud(WHOLE) == quotation


def test_only_the_words_that_are_marked_are_read() -> None:
    cut = marked(WHOLE, "soldiers", "would be targets")
    assert aloud(cut) == "soldiers … would be targets"
    assert [piece for piece in pieces_of(cut, card_in(cut)) if piece.read] == [
        Piece("soldiers", read=True),
        Piece("would be targets", read=True),
    ]
    assert card_in(cut).cut == (
        Stretch(passage=FIRST, start=TEXT.index("soldiers"), words="soldiers"),
        Stretch(passage=FIRST, start=TEXT.index("would"), words="would be targets"),
    )


def test_words_that_are_next_to_each_other_are_read_as_one() -> None:
    assert aloud(marked(WHOLE, "soldiers,", "from")) == "soldiers, from"


def test_marks_reach_over_the_ellipsis_between_passages() -> None:
    cut = marked(WHOLE, "targets. … Peace comes")
    assert aloud(cut) == "targets. … Peace comes"
    assert [each.passage for each in card_in(cut).cut] == [FIRST, SECOND]


def test_marking_words_again_takes_the_mark_from_them() -> None:
    assert aloud(marked(WHOLE, "would be targets", "be")) == "would … targets"
    assert card_in(marked(WHOLE, "would", "would")).cut == ()


def test_words_of_which_some_are_marked_are_all_marked() -> None:
    assert aloud(marked(WHOLE, "be", "would be targets")) == "would be targets"


def test_a_card_all_of_whose_words_are_marked_is_not_cut() -> None:
    quotation = WHOLE.quotation(card_in(WHOLE))
    assert card_in(marked(WHOLE, "would", quotation)).cut == ()
    assert read_whole(CARD).run(marked(WHOLE, "would")) == WHOLE


@pytest.mark.parametrize("place", [(3, 3), (-5, 0), (10_000, 20_000)])
def test_marking_no_words_changes_nothing(place: tuple[int, int]) -> None:
    assert mark_read(CARD, *place).run(WHOLE) == WHOLE


def test_a_cut_stays_when_its_passage_moves() -> None:
    cut = marked(WHOLE, "would be targets", "Peace")
    moved = correct_text(ARTICLE, 0, "A head that is longer").run(cut)
    assert moved.get(Passage, FIRST).start == len("A head that is longer\n")
    assert aloud(moved) == "would be targets … Peace"


def test_a_cut_counts_no_longer_when_its_words_change() -> None:
    cut = marked(WHOLE, "would be targets", "Peace")
    after_the_head = TEXT.replace("would be targets", "will be targets").split("\n")[1]
    changed = correct_text(ARTICLE, 2, after_the_head).run(cut)
    assert changed.get(Passage, FIRST).exact.endswith("will be targets.")
    assert changed.get(Passage, FIRST).was
    assert cut_of(changed, card_in(changed)) == ()
    assert aloud(changed) == changed.quotation(card_in(changed))


def test_a_passage_that_is_removed_takes_its_cut_along() -> None:
    left = article_edits.remove_passage(FIRST).run(marked(WHOLE, "soldiers", "Peace"))
    assert [each.passage for each in card_in(left).cut] == [SECOND]
    assert aloud(left) == "Peace"


def test_only_what_is_read_takes_time() -> None:
    cut, pro = marked(WHOLE, "would be targets"), RecordId("pro")
    saved = (spoken_words(aloud(WHOLE)) - 3) * 60 / WHOLE.question.pace
    assert speaking_time(cut, pro) == pytest.approx(speaking_time(WHOLE, pro) - saved)


def test_a_mark_is_undone_by_its_name() -> None:
    session = Session(WHOLE)
    session.apply(mark_read(CARD, 0, 2))
    assert session.undo_label == "Mark to Be Read"
    session.undo()
    assert session.dossier == WHOLE


@given(dossiers())
def test_pieces_are_the_quotation_whatever_is_marked(dossier: Dossier) -> None:
    for evidence in dossier.all(Evidence):
        pieces = pieces_of(dossier, evidence)
        assert "".join(piece.text for piece in pieces) == dossier.quotation(evidence)
        assert cut_of(dossier, evidence) == evidence.cut


@given(dossiers(), st.integers(0, 40), st.integers(0, 40))
def test_marking_cut_words_twice_marks_or_unmarks_them_all(dossier: Dossier, first: int, last: int) -> None:
    for evidence in dossier.all(Evidence):
        once = mark_read(evidence.id, first, last).run(dossier)
        twice = mark_read(evidence.id, first, last).run(once)
        if once.get(Evidence, evidence.id).cut and not evidence.cut:
            assert twice == dossier
