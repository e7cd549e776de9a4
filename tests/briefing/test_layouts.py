# SPDX-License-Identifier: MIT
"""Speaking cards and flow sheets: what stands on them, where, and that nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.benchmarks.generated import generated_dossier
from tests.briefing import cases
from tests.briefing.cases import CON, PRO, REPORT, argument, bridge, deep, evidence, position, question, rid
from tests.briefing.printed import bookmarks, characters, links, page_texts, running, sizes, unembedded_fonts
from tests.strategies import Counter, dossiers

from dissoi import resources
from dissoi.briefing.content import Occasion
from dissoi.briefing.marks import RuleMark, TextMark
from dissoi.briefing.memory import Memory
from dissoi.briefing.options import CardSize, LayoutName, Options, PaperName, Section, Sides, fitting
from dissoi.briefing.paper import A4, LETTER, Paper
from dissoi.briefing.pdf import make_brief
from dissoi.briefing.preview import draw_sheets, set_sheets
from dissoi.briefing.short_case import DETAILS
from dissoi.dossier.debate import Floor
from dissoi.dossier.dossier import Dossier, Record
from dissoi.dossier.passages import quoted
from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import Argument, Author, CrossQuestion, Evidence, Holder, Passage, Side, Stance
from dissoi.exchange.interchange import dossier_from
from dissoi.reasoning.wording import Lacking
from dissoi.storage.formats import load_formats

TOP = 550
"""Points from the foot of a flow sheet on A4 above which its heading stands."""
CARDS = Options(layout=LayoutName.CARDS)
FLOW = Options(layout=LayoutName.FLOW)


def words_of(pages: list[str]) -> str:
    return " ".join(" ".join(pages).split())


def size_of(brief: bytes) -> tuple[int, int]:
    ((wide, high),) = sizes(brief)
    return round(wide), round(high)


@pytest.mark.parametrize("layout", LayoutName)
def test_the_same_dossier_gives_the_same_bytes(layout: LayoutName) -> None:
    first, second = (
        make_brief(bridge(), Options(layout=layout), occasion=Occasion(made_on="2026-01-12"))
        for _ in range(2)
    )
    assert first == second


@pytest.mark.parametrize("layout", LayoutName)
def test_an_empty_dossier_can_be_printed(layout: LayoutName) -> None:
    assert page_texts(make_brief(Dossier(), Options(layout=layout)))


@pytest.mark.parametrize("paper", [A4, LETTER], ids=["a4", "letter"])
def test_cards_stand_four_to_a_sheet(paper: Paper) -> None:
    points = [argument(f"p{n}", "a", PRO, f"Claim {n}") for n in range(1, 6)]
    brief = make_brief(Dossier.of([question(), position("a"), *points]), CARDS, paper=paper)
    pages = page_texts(brief)
    assert [sum(f"Claim {n}" in words_of([page]) for n in range(1, 6)) for page in pages] == [4, 1]
    assert size_of(brief) == (round(paper.width), round(paper.height))


def test_a_card_says_why_what_proves_it_and_what_to_answer() -> None:
    text = words_of(page_texts(make_brief(bridge(), CARDS)))
    for part in ("+ PRO", "It may fall", "Because", "A cable is gone.", "Proof", "So what", "Lives."):
        assert part in text
    said = [
        text.index(part)
        for part in ("If they say", "Inspectors watch it daily", "Say ", "Watching does not hold it up")
    ]
    assert said == sorted(said)


def test_a_card_says_whose_words_answers_are() -> None:
    text = printed(Options(layout=LayoutName.CARDS))
    assert "− CON +1.1 If they say Inspectors watch it daily" in text
    assert "+ PRO +1.1.1 Say Watching does not hold it up" in text


@pytest.mark.parametrize("card", CardSize)
def test_a_card_has_all_supports_and_answers_with_their_proofs(card: CardSize) -> None:
    records: list[Record] = [
        argument("s", "a1", PRO, "A second support"),
        argument("t", "s", PRO, "A support of that"),
        evidence("e7", "t", "half"),
        argument("c9", "b1", CON, "A weightier answer", weight=5),
        evidence("e8", "c9", "nobody"),
        argument("d", "c9", PRO, "What supports that answer"),
    ]
    dossier = bridge().with_records(*records)
    text = printed(Options(layout=LayoutName.CARDS, card=card), dossier)
    parts = [
        "Also A second support",
        "Also A support of that",
        "“Half of our customers come over the bridge.”",
        "If they say Inspectors watch it daily",
        "Say A weightier answer Proof Ruiz 24: ‘“Nobody knows” how long it",
        "Also What supports that answer",
        "Say Watching does not hold it up",
    ]
    places = [text.find(part) for part in parts]
    assert -1 not in places, [part for part, place in zip(parts, places, strict=True) if place < 0]
    assert places == sorted(places)


def test_blocks_have_what_supports_our_answers_and_what_is_attacked() -> None:
    records: list[Record] = [
        argument("s", "a1", PRO, "What supports the attacked claim"),
        evidence("e7", "s", "half"),
        argument("d", "c1", PRO, "What supports our answer", reasoning="For a reason."),
        evidence("e8", "d", "nobody"),
        argument("e", "d", PRO, "What supports that"),
    ]
    text = printed(Options(layout=LayoutName.BLOCKS, sides=Sides.PRO), bridge().with_records(*records))
    for part in (
        "Ferry Street Traders n.d.: “Half of our customers come over the bridge.”",
        "Also +1.1.1.1 What supports our answer For a reason.",
        "Also +1.1.1.1.1 What supports that",
    ):
        assert part in text, part
    assert "“Nobody knows” how long it will hold." in text.split("What supports our answer")[1]


@pytest.mark.parametrize("layout", [LayoutName.BLOCKS, LayoutName.CROSSFIRE, LayoutName.CARDS])
@pytest.mark.parametrize("paper", PaperName)
def test_supports_of_any_depth_are_set_within_the_page(layout: LayoutName, paper: PaperName) -> None:
    chain = deep(60, PRO).with_records(argument("b", "a000", CON, "An attack", weight=5))
    below = [each.model_copy(update={"parent": rid("b")}) for each in chain.arguments if each.id == "a001"]
    ours = argument("c", "b", CON, "Our answer")
    of_answer = [each.model_copy(update={"parent": ours.id}) for each in below]
    for dossier in (chain.with_records(*below, ours), chain.with_records(ours, *of_answer)):
        made = make_brief(dossier, fitting(Options(layout=layout, paper=paper, sides=Sides.PRO)))
        assert "Answer number 60" in running(" ".join(page_texts(made)))
        ((wide, _),) = sizes(made)
        assert all(0 <= left <= right <= wide for _, _, (left, _, right, _) in characters(made))


def supported() -> Dossier:
    """The bridge with supports of our answer, and of what they say against us and for themselves."""
    records: list[Record] = [
        argument("d", "c1", PRO, "Rust shows late"),
        evidence("e7", "d", "nobody"),
        argument("d2", "d", PRO, "It did in 1998"),
        argument("f", "b1", PRO, "They have new instruments"),
        argument("g", "f", CON, "None of them sees within"),
        argument("h", "a3", PRO, "The shops are there"),
        argument("i", "a3", CON, "Trams go on over the other bridge"),
        argument("j", "i", PRO, "It has room for more"),
        argument("k", "i", CON, "It is as rusty"),
    ]
    return bridge().with_records(*records)


def in_order(text: str, *parts: str) -> None:
    """These words stand in a text in this order."""
    places = [text.find(part) for part in parts]
    assert -1 not in places, [part for part, at in zip(parts, places, strict=True) if at < 0]
    assert places == sorted(places)


def test_crossfire_has_what_supports_answers_and_attacks() -> None:
    text = printed(Options(layout=LayoutName.CROSSFIRE, sides=Sides.PRO), supported())
    in_order(
        text,
        "−1 The east side depends on it They may add −1.1: The shops are there",
        "LEADS TO −1.2 Trams go on over the other bridge Also −1.2.1 It has room for more",
        "Questions to expect",
        "Inspectors watch it daily against our +1 It may fall",
        "They may add +1.1.2: They have new instruments SAY Watching does not hold it up Ruiz 24: ",
        "Also +1.1.1.1 Rust shows late Ruiz 24: ‘“Nobody knows” how long it will hold.’",
        "Also +1.1.1.1.1 It did in 1998",
        "They have new instruments supports their +1.1 Inspectors watch it daily",
        "SAY None of them sees within",
        "It is as rusty against our −1.2 Trams go on over the other bridge",
    )


def test_blocks_name_what_supports_what_is_attacked_without_evidence_too() -> None:
    text = printed(Options(layout=LayoutName.BLOCKS, sides=Sides.PRO))
    in_order(
        text, "against our +1 It may fall EXTEND Ruiz 24: ", "Also +1.2 The other cable is as old WE ANSWER"
    )
    text = printed(Options(layout=LayoutName.BLOCKS, sides=Sides.CON))
    assert "The other cable is as old supports their +1 It may fall" in text


def test_room_on_the_one_page_goes_to_more_claims_of_the_first_positions() -> None:
    records: list[Record] = [question()]
    for name in "abcdefgh":
        records.append(position(name, f"Position {name}"))
        records += [argument(f"{name}{nth}", name, PRO, f"Claim {name}{nth}") for nth in range(1, 7)]
    (text,) = page_texts(make_brief(Dossier.of(records), Options(layout=LayoutName.ONE_PAGE)))
    counts = [text.count(f"Claim {name}") for name in "abcdefgh"]
    assert counts == sorted(counts, reverse=True)
    assert len(set(counts)) == 2
    assert counts[0] - counts[-1] == 1


@pytest.mark.parametrize(("times", "told"), [(20, 20), (100, 33)])
def test_blocks_have_the_first_words_of_a_long_quotation_that_is_to_be_extended(
    times: int, told: int
) -> None:
    words = " ".join(f"quoted{place % 10}." for place in range(times))
    long = REPORT.model_copy(update={"blocks": (plain_block(words),)})
    passage = quoted(long, words, rid("long"))
    records = (
        question(),
        position("p", "Close it"),
        argument("c", "p", PRO, "It may fall"),
        argument("d", "c", CON, "It is watched"),
        evidence("e", "c", "long"),
    )
    made = make_brief(Dossier.of([*records, long, passage]), Options(layout=LayoutName.BLOCKS))
    text = running(page_texts(made)[0])
    extended = text[text.index("EXTEND") :]
    assert extended.count("quoted") == told
    assert ("quoted2. …”" in extended) is (told < times)


def test_a_card_has_what_they_may_add_and_what_to_say_to_it() -> None:
    text = printed(Options(layout=LayoutName.CARDS, sides=Sides.PRO), supported())
    in_order(
        text,
        "If they say Inspectors watch it daily + PRO +1.1.1 Say Watching does not hold it up",
        "Also Rust shows late",
        "− CON +1.1.2 They may add They have new instruments + PRO +1.1.2.1 Say None of them sees within",
    )
    unanswered = supported().without([rid("g")])
    text = printed(Options(layout=LayoutName.CARDS, sides=Sides.PRO), unanswered)
    in_order(
        text, "Inspectors watch it daily − CON +1.1.2 They may add They have new instruments", "Say Watching"
    )


def test_a_card_says_why_an_answer_matters_and_what_to_say_to_attacks_on_it() -> None:
    attack = argument("d", "c1", CON, "Then watch the inside", impact="It costs little.")
    reply = argument("e", "d", CON, "Nobody can", impact="So it stays a guess.")
    text = printed(Options(layout=LayoutName.CARDS, sides=Sides.PRO), bridge().with_records(attack, reply))
    in_order(
        text,
        "Say Watching",
        "If they say Then watch the inside",
        "Say Nobody can So what So it stays a guess.",
    )


def test_a_card_says_who_a_source_is_where_it_is_first_cited() -> None:
    text = printed(Options(layout=LayoutName.CARDS, sides=Sides.PRO))
    in_order(
        text, "Proof Ruiz 24 (bridge engineer): ‘The north cable", "Proof Ruiz 24: ‘“Nobody knows” how long"
    )


@pytest.mark.parametrize("card", CardSize)
def test_credentials_take_no_further_card(card: CardSize) -> None:
    options = Options(layout=LayoutName.CARDS, card=card, sides=Sides.PRO)
    authors = [
        Author(name="Ana Ruiz", credentials=each)
        for each in ("for 30 years the engineer of all bridges of the city", "")
    ]
    known, unknown = (REPORT.model_copy(update={"authors": (author,)}) for author in authors)
    told = set[bool]()
    for words in range(0, 100, 4):
        long = bridge().get(Argument, rid("a1")).model_copy(update={"reasoning": "Word " * words})
        dossier = bridge().with_records(long)
        text, without = (printed(options, dossier.with_records(each)) for each in (known, unknown))
        assert text.count("Position 1, +1") == without.count("Position 1, +1")
        told.add("for 30 years" in text)
    assert told == {True, False}


def test_a_card_answers_an_attack_with_what_has_words() -> None:
    attack = argument("c", "b", CON, "It will hold")
    unsaid = argument("d", "c", CON, weight=5)
    said = argument("e", "c", CON, "Not in a storm", weight=1)
    records: list[Record] = [
        question(),
        position("a"),
        argument("b", "a", PRO, "It may fall"),
        attack,
        unsaid,
    ]
    assert "Say Not in a storm" in printed(CARDS, Dossier.of([*records, said]))
    assert "Say" not in printed(CARDS, Dossier.of(records)).replace("If they say", "").split()


def test_what_does_not_fit_on_a_card_goes_on_on_the_next() -> None:
    words = [f"word{n}" for n in range(600)]
    long = argument("b", "a", CON, "Long", reasoning=" ".join(words))
    pages = page_texts(make_brief(Dossier.of([question(), position("a"), long]), CARDS))
    text = words_of(pages)
    assert "continued" in text
    assert [word for word in text.split() if word.startswith("word")] == words


def test_every_claim_of_a_large_dossier_has_a_card() -> None:
    dossier = generated_dossier(60, 60)
    text = words_of(page_texts(make_brief(dossier, CARDS)))
    tops = [each for each in dossier.arguments if each.parent in {at.id for at in dossier.positions}]
    assert [each.claim for each in tops if " ".join(each.claim.split()) not in text] == []


def test_flow_sheets_lie_on_their_side_with_a_column_for_each_speech() -> None:
    debate = load_formats(Path("nowhere")).known["lincoln-douglas"]
    brief = make_brief(bridge(), FLOW, occasion=Occasion(debate=debate))
    assert size_of(brief) == (round(A4.height), round(A4.width))
    pages = page_texts(brief)
    assert len(pages) == len(bridge().positions)
    text = words_of(pages[:1])
    for speech in debate.speeches:
        sign = {Floor.PRO: "+", Floor.CON: "−", Floor.BOTH: "±"}[speech.side]
        assert f"{sign} {speech.name}" in text
        assert speech.speaker in text
    assert "It may fall" in text
    assert "The east side depends on it" in text


def test_times_of_questions_give_way_where_there_are_many_speeches() -> None:
    debate = load_formats(Path("nowhere")).known["policy-college"]
    page = page_texts(make_brief(bridge(), FLOW, occasion=Occasion(debate=debate)))[0]
    assert "asks" not in page
    assert page.count("+ ") == page.count("− ") == 4


def test_more_claims_than_a_sheet_holds_go_on_on_another() -> None:
    points = [argument(f"p{n:02}", "a", PRO, f"Claim {n}") for n in range(1, 14)]
    dossier = Dossier.of([question(), position("a", HUGE), position("b", "Short"), *points])
    brief = make_brief(dossier, FLOW)
    pages = page_texts(brief)
    assert all(f"Claim {n}" in words_of(pages) for n in range(1, 14))
    told = [f"Sheet {n} of 3" for n in range(1, 4)]
    assert [[each for each in told if each in page] for page in pages] == [*([each] for each in told), []]
    heading = [
        (left, right) for page, _, (left, low, right, _) in characters(brief) if page == 1 and low > TOP
    ]
    gaps = [after[0] - before[1] for before, after in pairwise(sorted(heading))]
    assert [gap > 10 for gap in sorted(gaps)][-2:] == [False, True]  # a long statement leaves room for it


GOLDEN = Path(__file__).parent / "golden"
GAPS = (Lacking("Unanswered attacks", ("Position 1, −1: The east side depends on it",)),)
HUGE = 60 * "supercalifragilistic "


def asked() -> Dossier:
    """The bridge with a funnel about an argument and a question about a position."""
    first = CrossQuestion(id=rid("q1"), about=rid("a3"), question="Who comes?", hoped="Half.", order="1")
    then = CrossQuestion(id=rid("q2"), about=rid("q1"), question="How do you know?", order="1")
    other = CrossQuestion(id=rid("q3"), about=rid("p1"), question="Closed to whom?", order="1")
    return bridge().with_records(first, then, other)


def printed(options: Options, dossier: Dossier | None = None) -> str:
    return words_of(page_texts(make_brief(dossier or bridge(), options)))


@pytest.mark.parametrize("layout", LayoutName)
def test_the_text_of_each_layout_is_as_agreed(layout: LayoutName) -> None:
    """Written by `text_of_pages`; what changed on purpose is written to the file again."""
    made = make_brief(
        asked(),
        fitting(Options(layout=layout, gaps=True)),
        occasion=Occasion(made_on="2026-01-12", gaps=GAPS),
    )
    lines = [f"--- {number}\n{text.rstrip()}\n" for number, text in enumerate(page_texts(made), 1)]
    text = "\n".join(line.rstrip() for line in "".join(lines).splitlines()) + "\n"
    agreed = GOLDEN / f"layout-{layout}.txt"
    assert text == agreed.read_text(encoding="utf-8"), f"If the change is wanted, write it to {agreed.name}."


@pytest.mark.parametrize("layout", [LayoutName.EVIDENCE, LayoutName.BLOCKS, LayoutName.CROSSFIRE])
@pytest.mark.parametrize("paper", [PaperName.A4, PaperName.A5])
def test_positions_without_anything_share_a_line_and_have_no_page(
    layout: LayoutName, paper: PaperName
) -> None:
    empty = [position(f"e{place}", f"Unargued {place}") for place in range(9)]
    made = make_brief(bridge().with_records(*empty), fitting(Options(layout=layout, paper=paper)))
    pages = page_texts(made)
    assert not any("Unargued" in page for page in pages)
    assert [page for page in pages if "Nothing here yet for positions" in page] == pages[:1]
    alone = make_brief(bridge(), fitting(Options(layout=layout, paper=paper)))
    assert len(pages) == len(page_texts(alone))


@pytest.mark.parametrize("layout", LayoutName)
@pytest.mark.parametrize("paper", PaperName)
def test_every_layout_keeps_within_its_pages(layout: LayoutName, paper: PaperName) -> None:
    options = fitting(Options(layout=layout, paper=paper))
    brief = make_brief(generated_dossier(4, 12), options)
    ((wide, high),) = sizes(brief)
    for _, char, (left, bottom, right, top) in characters(brief):
        assert -1 <= left <= right <= wide + 1, char
        assert -1 <= bottom <= top <= high + 1, char
    assert not unembedded_fonts(brief)
    assert all(place.page or place.uri for _, place in links(brief))


@settings(max_examples=25, deadline=None)
@given(
    dossier=dossiers(),
    layout=st.sampled_from(LayoutName),
    paper=st.sampled_from(PaperName),
    sides=st.sampled_from(Sides),
    card=st.sampled_from(CardSize),
    plain=st.booleans(),
)
def test_every_layout_sets_any_dossier(
    dossier: Dossier, layout: LayoutName, paper: PaperName, sides: Sides, card: CardSize, *, plain: bool
) -> None:
    wanted = Options(
        layout=layout,
        paper=paper,
        sides=sides,
        card=card,
        notes=plain,
        booklet=plain,
        grey=plain,
        seeded=plain,
    )
    assert page_texts(make_brief(dossier, fitting(wanted)))


@pytest.mark.parametrize("layout", LayoutName)
@pytest.mark.parametrize("side", [PRO, CON])
def test_answers_of_any_depth_and_words_of_any_length_are_set(layout: LayoutName, side: Side) -> None:
    assert page_texts(make_brief(deep(60, side), Options(layout=layout)))
    long = Dossier.of([question(HUGE), position("a", HUGE), argument("b", "a", CON, HUGE, impact=HUGE)])
    assert page_texts(make_brief(long, Options(layout=layout)))


QUOTING = [each for each in LayoutName if each not in {LayoutName.FLOW, LayoutName.ONE_PAGE}]
"""The layouts in which words are quoted."""


def doubted(update: Mapping[str, object]) -> Dossier:
    """The bridge, with passages of other words, which are short, so that no layout leaves them out."""
    return bridge().with_records(*(each.model_copy(update=update) for each in bridge().all(Passage)))


@pytest.mark.parametrize("layout", QUOTING)
def test_words_that_are_not_in_the_article_are_marked_wherever_they_stand(layout: LayoutName) -> None:
    lost = doubted({"exact": "qqqqqq", "start": 0, "end": 6})
    options = fitting(Options(layout=layout, sides=Sides.PRO))
    text = printed(options, lost).replace("qqqqqq … qqqqqq", "qqqqqq")
    assert text.count("qqqqqq") == text.count("These words are not in the article as it stands") > 0
    assert "not in the article" not in printed(options)


@pytest.mark.parametrize("layout", QUOTING)
def test_words_that_wait_to_be_confirmed_are_marked_wherever_they_stand(layout: LayoutName) -> None:
    options = fitting(Options(layout=layout, sides=Sides.PRO))
    lost = doubted({"exact": "qqqqqq", "start": 0, "end": 6})
    sure, marked = printed(options, lost), printed(options, doubted({"was": "other words"}))
    places = sure.count("These words are not in the article as it stands")
    assert marked.count("These words changed with the article: to be confirmed") == places > 0


def test_one_page_names_what_is_in_doubt_first() -> None:
    text = printed(Options(layout=LayoutName.ONE_PAGE), doubted({"was": "other words"}))
    assert "Ruiz 24 (words to be confirmed)" in text
    text = printed(Options(layout=LayoutName.ONE_PAGE), doubted({"loose": True}))
    assert "Ruiz 24 (words not found)" in text


def test_blocks_answer_the_other_side_in_order() -> None:
    text = printed(Options(layout=LayoutName.BLOCKS, sides=Sides.PRO))
    found = [
        text.index(part)
        for part in (
            "Blocks: answers to what they argue",
            "The east side depends on it",
            "NO ANSWER YET",
            "Frontlines: answers to what they say against us",
            "Inspectors watch it daily",
            "against our +1 It may fall",
            "Ruiz 24: ",
            "1. Watching does not hold it up",
        )
    ]
    assert found == sorted(found)
    assert "Repair is cheaper when empty" not in text


def test_a_block_is_kept_on_one_page() -> None:
    blocks = [argument(f"p{n:02}", "a", CON, f"Claim {n}", reasoning="So. " * 80) for n in range(1, 9)]
    replies = [
        argument(f"r{n:02}", f"p{n:02}", CON, f"Reply {n}", reasoning="No. " * 80) for n in range(1, 9)
    ]
    dossier = Dossier.of([question(), position("a"), *blocks, *replies])
    pages = page_texts(make_brief(dossier, Options(layout=LayoutName.BLOCKS, sides=Sides.PRO)))
    for number in range(1, 9):
        (page,) = [page for page in pages if f"Claim {number}\n" in page.replace(" \n", "\n")]
        assert f"Reply {number}" in page


def test_evidence_shows_whole_paragraphs_under_their_full_cites() -> None:
    text = printed(Options(layout=LayoutName.EVIDENCE))
    (paragraph,) = [block.text for block in cases.LETTER.blocks]
    assert running(paragraph) in text
    assert "Ruiz 24: Ana Ruiz (bridge engineer), 5 March 2024" in text
    found = [text.index(part) for part in ("It may fall", "Watching does not", "The east side depends on it")]
    assert found == sorted(found)
    proofs = list(bridge().all(Evidence))
    assert text.count(" ¶") >= len(proofs)


def test_evidence_without_cards_does_not_say_how_they_are_marked() -> None:
    bare = Dossier.of([question(), position("p1", "Close it"), argument("a", "p1", PRO, "It rusts")])
    assert "Underlined" not in printed(Options(layout=LayoutName.EVIDENCE), bare)
    whole = printed(Options(layout=LayoutName.EVIDENCE, sides=Sides.PRO))
    assert "Underlined: to be read aloud." in whole


def test_words_to_be_read_are_larger_than_the_rest() -> None:
    pages = make_brief(bridge(), Options(layout=LayoutName.EVIDENCE, sides=Sides.CON))
    heights: dict[str, float] = {}
    for _, char, (_, bottom, _, top) in characters(pages):
        heights[char] = max(heights.get(char, 0.0), top - bottom)
    assert heights["H"] > 7  # of "Half", which is read


def test_crossfire_has_funnels_and_lines_where_nothing_is_prepared() -> None:
    text = printed(Options(layout=LayoutName.CROSSFIRE, sides=Sides.PRO), asked())
    found = [
        text.index(part) for part in ("Closed to whom?", "1. Who comes?", "Half.", "1.1 How do you know?")
    ]
    assert found == sorted(found)
    assert "MECHANISM" not in text
    assert "Questions to expect" in text
    assert "Watching does not hold it up" in text
    assert "MECHANISM" in printed(Options(layout=LayoutName.CROSSFIRE, sides=Sides.CON), asked())


@pytest.mark.parametrize("paper", PaperName)
@pytest.mark.parametrize("positions", [0, 1, 4, 12, 80])
def test_the_case_fits_on_one_page(paper: PaperName, positions: int) -> None:
    stands = [position(f"p{n:02}", f"Position {n} of the many") for n in range(positions)]
    points = [argument(f"a{n:02}", f"p{n:02}", CON, f"Claim {n} " * 9) for n in range(positions)]
    dossier = Dossier.of([question(HUGE), *stands, *points])
    pages = page_texts(make_brief(dossier, Options(layout=LayoutName.ONE_PAGE, paper=paper)))
    assert len(pages) == 1
    if positions == 80:
        assert "more positions" in words_of(pages)


def test_one_page_has_the_weightiest_claims_with_their_cites() -> None:
    text = printed(Options(layout=LayoutName.ONE_PAGE))
    for part in ("It may fall", "Ruiz 24", "So what: Lives."):
        assert part in text
    assert "− CON +1.1 If they say: Inspectors watch it daily" in text
    assert "+ PRO +1.1.1 Say: Watching does not hold it up" in text
    assert tuple(sorted(DETAILS, reverse=True)) == DETAILS


def test_one_page_counts_what_it_leaves_out() -> None:
    claims = ["First", "", "Second", "", ""]
    points = [argument(f"b{place}", "a", PRO, claim) for place, claim in enumerate(claims)]
    dossier = Dossier.of([question(), position("a"), *points])
    options = Options(layout=LayoutName.ONE_PAGE, sides=Sides.PRO)
    assert "Left out: 3 arguments" in printed(options, dossier)
    unclaimed = Dossier.of([question(), position("a"), argument("b", "a")])
    text = printed(options, unclaimed)
    assert "Left out: 1 argument" in text
    assert "No arguments yet" not in text


def test_one_page_has_supports_and_counts_the_answers_that_it_leaves_out() -> None:
    text = printed(Options(layout=LayoutName.ONE_PAGE, sides=Sides.PRO))
    in_order(
        text, "It may fall", "So what: Lives. + PRO +1.2 Also: The other cable is as old", "If they say: "
    )
    assert "Left out" not in text
    text = printed(Options(layout=LayoutName.ONE_PAGE, sides=Sides.PRO), supported())
    assert "+ PRO Left out: 4 answers" in text
    bare = Dossier.of([question(), position("a"), argument("b", "a"), argument("c", "b")])
    assert "Left out: 1 argument, 1 answer" in printed(
        Options(layout=LayoutName.ONE_PAGE, sides=Sides.PRO), bare
    )


def test_one_page_counts_arguments_where_it_has_room_for_positions_alone() -> None:
    stands = [position(f"p{n:02}", f"Position {n} of the many") for n in range(20)]
    points = [argument(f"a{n:02}", f"p{n:02}", CON, f"Claim {n}") for n in range(20)]
    answers = [argument(f"b{n:02}", f"a{n:02}", PRO, f"Answer {n}") for n in range(0, 20, 2)]
    dossier = Dossier.of([question(), *stands, *points, *answers])
    text = printed(Options(layout=LayoutName.ONE_PAGE, paper=PaperName.A5), dossier)
    shown = [n for n in range(20) if f"Position {n} of the many" in text]
    assert f"and {20 - len(shown)} more positions" in text
    assert text.count("Left out: 1 argument, 1 answer") == sum(not n % 2 for n in shown)
    assert text.count("Left out: 1 argument") == len(shown)


def test_a_flow_sheet_says_that_its_position_is_not_stated() -> None:
    assert printed(FLOW, Dossier.of([question(), position("a")])).startswith("1 Not stated yet")


def test_lists_and_quotations_that_are_read_from_the_right_begin_there() -> None:
    words = "\u05e9\u05dc\u05d5\u05dd"
    dossier = Dossier.of([question(background=f"- {words}\n- latin\n\n1. {words}\n\n> {words}")])
    options = Options(layout=LayoutName.LARGE_PRINT)
    (sheet, *_) = set_sheets(dossier, Memory(), options).pages
    texts = [
        ("".join(piece.text for piece in mark.pieces).strip(), mark.x)
        for mark in sheet.drawn
        if isinstance(mark, TextMark)
    ]
    bullets = [x for text, x in texts if text == "•"]
    numbers = [x for text, x in texts if text == "1."]
    (first, second, said) = (x for text, x in texts if "\u05d5" in text)
    (latin,) = (x for text, x in texts if text == "latin")
    (bar,) = (mark.x for mark in sheet.drawn if isinstance(mark, RuleMark) and mark.x == mark.to_x)
    assert bullets[1] < latin < first < bullets[0]
    assert second < numbers[0]
    assert said < bar


def test_large_print_has_nothing_small() -> None:
    brief = make_brief(asked(), Options(layout=LayoutName.LARGE_PRINT))
    heights = [top - bottom for _, char, (_, bottom, _, top) in characters(brief) if char in "HTEBKL"]
    assert min(heights) > 12 * 0.6  # capitals are about two thirds of the size
    assert [mark.title for mark in bookmarks(brief) if mark.level == 0][-2:] == ["Sources", "Notes"]


@pytest.mark.parametrize("layout", [LayoutName.CARDS, LayoutName.EVIDENCE, LayoutName.LARGE_PRINT])
@pytest.mark.parametrize("paper", PaperName)
def test_no_word_is_divided_in_what_is_spoken_from(layout: LayoutName, paper: PaperName) -> None:
    dossier = dossier_from(resources.sample_text(), Counter())
    for card in CardSize:
        options = fitting(Options(layout=layout, paper=paper, card=card))
        text = "".join(page_texts(make_brief(dossier, options)))
        assert not {"\ufffe", "\x02", "\u00ad"} & set(text)  # how PDFium tells a hyphen of a line end


@pytest.mark.parametrize("paper", PaperName)
def test_the_foot_of_large_print_names_the_section_of_the_first_line(paper: PaperName) -> None:
    dossier = dossier_from(resources.sample_text(), Counter())
    options = Options(layout=LayoutName.LARGE_PRINT, paper=paper)
    pages = page_texts(make_brief(dossier, options, occasion=Occasion(debate=dossier.debate)))
    names = {"Background", "Definitions", "Who holds what", "Speaking order", "Sources", "Notes"}
    names |= {f"Position {number}" for number in range(1, 5)}
    now, seen = "Background", 0  # the title has no section of its own
    for number, page in enumerate(pages, 1):
        *lines, foot = [line.strip() for line in page.splitlines() if line.strip()]
        begun = [line for line in lines if line in names]
        named = foot.partition("Page ")[0].strip()
        expected = begun[0] if begun and lines[0] == begun[0] else now
        assert named == expected, number
        seen += len(begun)
        now = begun[-1] if begun else now
    assert seen >= len(names)


def test_large_print_says_all_that_the_brief_says() -> None:
    whole = printed(Options(sections=(Section.ARGUMENTS,), notes=False))
    large = printed(Options(layout=LayoutName.LARGE_PRINT, sections=(Section.ARGUMENTS,)))
    for node in bridge().arguments:
        assert node.claim in whole
        assert node.claim in large


@pytest.mark.parametrize("paper", PaperName)
def test_index_cards_keep_within_three_by_five_inches(paper: PaperName) -> None:
    points = [argument(f"p{n}", "a", PRO, f"Claim {n}", reasoning="word " * 60) for n in range(1, 6)]
    options = Options(layout=LayoutName.CARDS, card=CardSize.INDEX, paper=paper)
    brief = make_brief(Dossier.of([question(), position("a"), *points]), options)
    ((wide, high),) = sizes(brief)
    down = int(high // 216)
    left, top = (wide - 360) / 2, (high - down * 216) / 2
    for _, _, (x, bottom, right, _) in characters(brief):
        assert left + 10 < x < right < left + 360 - 10
        assert bottom > top + 10
    assert all(f"Claim {n}" in words_of(page_texts(brief)) for n in range(1, 6))


@pytest.mark.parametrize("layout", [each for each in LayoutName if each is not LayoutName.FLOW])
def test_what_is_printed_leads_to_its_record(layout: LayoutName) -> None:
    sheets = set_sheets(asked(), Memory(), Options(layout=layout))
    assert {"a1", "a3"} <= set(sheets.records)
    texts = page_texts(draw_sheets(sheets.pages))
    spots = {record: texts[spot.page] for record, spot in sheets.records.items()}
    assert "It may fall" in running(spots["a1"])
    assert "Close it now" in running(spots.get("p1", "Close it now"))


def test_text_is_larger_on_index_cards_that_have_room() -> None:
    def height(reasoning: str) -> float:
        point = argument("p", "a", PRO, "Claim", reasoning=reasoning)
        options = Options(layout=LayoutName.CARDS, card=CardSize.INDEX)
        brief = make_brief(Dossier.of([question(), position("a"), point]), options)
        return max(top - bottom for _, char, (_, bottom, _, top) in characters(brief) if char == "H")

    assert height("H.") > height("H. " * 400) + 1


def test_speeches_are_named_whole_on_small_flow_sheets() -> None:
    dossier = dossier_from(resources.sample_text(), Counter())
    debate = dossier.debate
    assert debate is not None
    options = Options(layout=LayoutName.FLOW, paper=PaperName.A5)
    text = words_of(page_texts(make_brief(dossier, options, occasion=Occasion(debate=debate))))
    for speech in debate.speeches:
        if speech.side is not Floor.BOTH:
            assert speech.name in text


def test_labels_of_holders_stay_with_the_first_name_on_the_title_page() -> None:
    for letters in range(20, 60, 3):
        held = (
            Holder(name=f"{letters * 'i'} Lee", role="", stance=Stance.FOR),
            Holder(name="Ann Ode", stance=Stance.CONDITIONAL),
        )
        dossier = Dossier.of([question(), position("p1", "Close it", *held)])
        title = page_texts(make_brief(dossier, Options(paper=PaperName.A5)))[0].replace("\u00a0", " ")
        assert "On conditions: Ann" in title


def test_blocks_say_where_our_answers_begin_also_where_there_is_no_margin_for_it() -> None:
    small = printed(Options(layout=LayoutName.BLOCKS, paper=PaperName.A5))
    assert small.count("WE ANSWER") == printed(Options(layout=LayoutName.BLOCKS)).count("WE ANSWER") > 0


def test_no_page_of_a_crossfire_on_small_paper_is_left_empty_by_half_for_the_next_block() -> None:
    dossier = dossier_from(resources.sample_text(), Counter())
    options = Options(layout=LayoutName.CROSSFIRE, paper=PaperName.A5, positions=(dossier.positions[3].id,))
    sheets = set_sheets(dossier, Memory(), fitting(options))
    *pages, _notes = sheets.pages
    for page in pages[:-1]:
        lowest = max(mark.y for mark in page.drawn if isinstance(mark, TextMark) and mark.y < _FOOT)
        assert lowest > _FOOT * 0.5


_FOOT = 480.0
"""Points below which the page number stands on A5."""


@pytest.mark.parametrize("card", CardSize)
def test_a_card_with_a_few_lines_too_many_is_set_smaller_and_takes_no_second(card: CardSize) -> None:
    options = Options(layout=LayoutName.CARDS, card=card)

    def shown(words: int) -> tuple[bool, float]:
        point = argument("p", "a", PRO, "Claim", reasoning="Horse " * words)
        sheets = set_sheets(Dossier.of([question(), position("a"), point]), Memory(), options)
        pieces = [
            piece
            for page in sheets.pages
            for mark in page.drawn
            if isinstance(mark, TextMark)
            for piece in mark.pieces
        ]
        continued = any("continued" in piece.text for piece in pieces)
        return continued, next(piece.look.size for piece in pieces if "Horse" in piece.text)

    found = [shown(words) for words in range(60, 260, 4)]
    usual = next(size for continued, size in found if continued)
    smallest = min(size for _, size in found)
    assert usual - smallest == 1.0
    assert all(size == usual for continued, size in found if continued)
    assert sum(size < usual for _, size in found) > 3
