# SPDX-License-Identifier: MIT
"""The brief in forms other than PDF says the same words, and what users write is never markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.briefing.cases import PRO, argument, bridge, deep, evidence, position, question, rid
from tests.briefing.printed import page_texts, running
from tests.briefing.reread import Page, worded, words_in

from dissoi.briefing.content import Occasion
from dissoi.briefing.options import LayoutName, Options
from dissoi.briefing.output import ENDINGS, make_file
from dissoi.briefing.outputs import WRITERS, make_output
from dissoi.dossier.dossier import Dossier, Record
from dissoi.dossier.markup import blocks_of
from dissoi.dossier.passages import quoted
from dissoi.dossier.prose import BlockKind, clean, plain_block
from dissoi.dossier.records import Article, Author, Definition
from dissoi.storage.formats import load_formats

GOLDEN = Path(__file__).parent / "golden"
HOSTILE = '<script>alert(1)</script> <img src="/etc/passwd"> & &amp; {file:///x} [a](javascript:x) **'


def in_words(dossier: Dossier, ending: str) -> str:
    """All words of an output, without how they look."""
    return words_in(make_output(dossier, ending, occasion=Occasion(made_on="2026-01-12")), ending)


@pytest.mark.parametrize("ending", [".md", ".txt"])
def test_the_text_of_a_small_brief_is_as_agreed(ending: str) -> None:
    agreed = GOLDEN / f"bridge-linear{ending}"
    made = make_output(bridge(), ending, occasion=Occasion(made_on="2026-01-12")).decode()
    assert made == agreed.read_text(encoding="utf-8"), f"If the change is wanted, write it to {agreed.name}."


@pytest.mark.parametrize("ending", WRITERS)
def test_every_form_says_the_same(ending: str) -> None:
    dossier = bridge()
    text = in_words(dossier, ending)
    wanted = [dossier.question.text, *(each.claim for each in dossier.arguments)]
    wanted += [each.exact for article in dossier.articles for each in dossier.passages_of(article.id)]
    wanted += [article.title for article in dossier.articles]
    assert not [words for words in wanted if worded(words) not in text]


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_dossier_gives_the_same_bytes(ending: str) -> None:
    first, second = (
        make_file(bridge(), ending.upper(), occasion=Occasion(made_on="2026-01-12")) for _ in range(2)
    )
    assert first == second


@pytest.mark.parametrize("ending", WRITERS)
def test_answers_of_any_depth_are_written(ending: str) -> None:
    assert make_output(deep(60), ending)


def test_answers_deeper_than_blocks_go_are_nested_as_they_stand() -> None:
    page = make_output(deep(30), ".html").decode()
    before = page.partition("Answer number 29")[0]
    assert before.count("<ul>") - before.count("</ul>") == 29
    lines = make_output(deep(30), ".txt").decode().split("\n")
    indents = [len(line) - len(line.lstrip()) for line in lines if line.lstrip().startswith("• +1")]
    assert indents == [2 * min(number, 20) for number in range(30)]


@pytest.mark.parametrize("ending", WRITERS)
def test_what_users_write_is_never_markup(ending: str) -> None:
    dossier = Dossier.of([question(HOSTILE), position("a", HOSTILE), argument("b", "a", PRO, HOSTILE)])
    assert in_words(dossier, ending).count(worded(HOSTILE)) >= 3


@pytest.mark.parametrize("ending", WRITERS)
def test_what_is_not_written_yet_is_said(ending: str) -> None:
    records: list[Record] = [question(), position("a"), argument("b", "a"), argument("c", "b")]
    named = [Definition(id=rid("d"), meaning="Shut."), Definition(id=rid("e"), term="Bridge", order="2")]
    text = in_words(Dossier.of([*records, *named]), ending)
    assert "1. Not stated yet" in text
    assert "+1 No claim yet" in text
    assert "supports +1: No claim yet" in text
    assert "No term yet: Shut." in text
    assert "Bridge: No meaning yet." in text


def test_a_rule_in_an_answer_is_no_empty_item() -> None:
    answer = argument("c", "b", claim="Answer", reasoning="Before.\n\n---\n\nAfter.")
    dossier = Dossier.of([question(), position("a"), argument("b", "a", PRO, "Claim"), answer])
    document = docx.Document(BytesIO(make_output(dossier, ".docx")))
    assert all(each.text for each in document.paragraphs)
    lines = make_output(dossier, ".txt").decode().split("\n")
    assert lines[lines.index("  • Before.") + 1] == "  • After."


def test_a_meaning_that_is_a_list_stays_one() -> None:
    term = Definition(id=rid("d"), term="Closed", meaning="- to cars\n- to trams")
    text = make_output(Dossier.of([question(), term]), ".txt").decode()
    assert "• Closed:\n  • to cars\n  • to trams\n" in text


def test_a_web_page_runs_and_fetches_nothing() -> None:
    dossier = Dossier.of([question(HOSTILE), argument("b", "a", PRO, HOSTILE), position("a")])
    page = Page(make_output(dossier, ".html").decode())
    assert not page.open
    assert not page.tags & {"script", "img", "link", "iframe", "object", "form", "base"}
    assert not {name for name in page.attributes if name.startswith("on") or name == "src"}


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("The toll is for the poor to pay, and that is not what they were told", 'lang="en"'),
        ("Die Maut ist nicht für die Armen, und das wird auch so bleiben", 'lang="de"'),
        ("האגרה פוגעת בעניים ולא מועילה לאיש", 'lang="he" dir="rtl"'),
        ("", 'lang="en"'),
    ],
)
def test_a_web_page_tells_its_language(claim: str, told: str) -> None:
    dossier = Dossier.of([question(""), position("a"), argument("b", "a", PRO, claim, reasoning=claim * 4)])
    assert f"<html {told}>" in make_output(dossier, ".html").decode()


def test_a_word_file_has_styles_of_its_own_kind() -> None:
    document = docx.Document(BytesIO(make_output(bridge(), ".docx")))
    styles = {each.style.name for each in document.paragraphs if each.style}
    assert {"Heading 1", "Heading 2", "Heading 3", "Heading 4", "List Bullet", "Quote"} <= styles
    assert document.core_properties.title == bridge().question.text


def test_links_lead_somewhere_from_a_word_file() -> None:
    reasoning = "See [the **table**](https://example.org/a?b=c&d) and [this](javascript:alert(1))."
    dossier = Dossier.of([question(), position("a"), argument("b", "a", PRO, "Claim", reasoning=reasoning)])
    document = docx.Document(BytesIO(make_output(dossier, ".docx")))
    links = [link for each in document.paragraphs for link in each.hyperlinks]
    assert {link.address for link in links} == {"https://example.org/a?b=c&d"}
    assert "".join(link.text for link in links) == "the table"
    assert any(each.text.startswith("See the table and ") for each in document.paragraphs)


def test_markdown_reads_as_headings_again() -> None:
    blocks = blocks_of(make_output(bridge(), ".md").decode())
    ranks = [block.level for block in blocks if block.kind is BlockKind.HEADING]
    assert {1, 2, 3, 4} <= set(ranks)


@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=80), ending=st.sampled_from(sorted(WRITERS)))
def test_any_text_can_be_written(text: str, ending: str) -> None:
    dossier = Dossier.of(
        [
            question(clean(text), clean(text)),
            position("a", clean(text)),
            argument("b", "a", PRO, clean(text), reasoning=clean(text), impact=clean(text)),
            argument("c", "b", PRO, clean(text), reasoning=clean(text)),
        ]
    )
    assert make_output(dossier, ending)


@pytest.mark.parametrize("ending", [".md", ".txt", ".html"])
def test_the_speaking_order_of_the_format_is_given(ending: str) -> None:
    debate = load_formats(Path("nowhere")).known["public-forum"]
    text = make_output(bridge(), ending, occasion=Occasion(debate=debate)).decode()
    assert "First constructive (Pro 1), + pro: 4:00" in text.replace("\\", "")
    assert "First constructive" not in make_output(bridge(), ending).decode()


def test_marks_of_lists_stand_between_the_line_beside_them_and_their_words() -> None:
    page = make_file(bridge(), ".html").decode()

    def ems(rule: str, name: str) -> float:
        (found,) = re.findall(rf"(?m)(?:^|}} ){rule} {{[^}}]*[ {{]{name}: (-?[\d.]+)em", page)
        return float(found)

    marker = "li > .marker"
    assert -ems(marker, "margin-inline-start") < ems("ul ul", "padding-inline-start")
    # "10." is a little more than one em wide.
    assert ems(marker, "min-width") - ems(marker, "padding-inline-end") > 1.3
    assert "box-sizing: border-box" in page


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_calls_an_export_off_is_heard_between_its_parts(ending: str) -> None:
    class OffError(Exception):
        pass

    heard = 0

    def call_off_at(last: int) -> Callable[[int], None]:
        def on_page(_: int) -> None:
            nonlocal heard
            heard += 1
            if heard == last:
                raise OffError

        return on_page

    make_file(bridge(), ending, on_page=call_off_at(0))
    often, heard = heard, 0
    assert often >= (15 if ending in {".pdf", ".docx"} else 2)
    with pytest.raises(OffError):
        make_file(bridge(), ending, on_page=call_off_at(often))


def two_smiths() -> Dossier:
    """Evidence of an article of 1924 and of one of 2024 by Al Smith, and of one of 2024 by Bo Smith."""
    records: list[Record] = [question(), position("p", "Close it"), argument("a", "p", PRO, "It rusts")]
    for key, first, year in (("x", "Al", "1924"), ("y", "Al", "2024"), ("z", "Bo", "2024")):
        text = f"Rust was seen by {first} in {year}."
        article = Article(
            id=rid(key),
            title=f"Rust {key}",
            authors=(Author(name=f"{first} Smith"),),
            published=year,
            blocks=(plain_block(text),),
        )
        records += [
            article,
            quoted(article, text, rid(f"{key}-words")),
            evidence(f"{key}e", "a", f"{key}-words"),
        ]
    return Dossier.of(records)


CITES = ("Smith 1924", "A. Smith 2024", "B. Smith 2024")


FORMS = [(ending, LayoutName.BRIEF) for ending in ENDINGS]
CUT_CARDS = [(ending, LayoutName.EVIDENCE) for ending in ENDINGS if ending != ".txt"]


@pytest.mark.parametrize(("ending", "layout"), [*FORMS, *CUT_CARDS])
def test_short_cites_that_would_be_alike_are_told_apart_in_every_form(
    ending: str, layout: LayoutName
) -> None:
    data = make_file(two_smiths(), ending, Options(layout=layout))
    if ending == ".pdf":
        text = "\n".join(page_texts(data))
    elif ending == ".docx":
        text = "\n".join(each.text for each in docx.Document(BytesIO(data)).paragraphs)
    else:
        text = data.decode()
    for cite in CITES:
        assert cite in text
    assert "Smith 24" not in text


@pytest.mark.parametrize("layout", [LayoutName.ONE_PAGE, LayoutName.CARDS, LayoutName.LARGE_PRINT])
def test_short_cites_are_told_apart_in_every_layout_that_shows_them(layout: LayoutName) -> None:
    text = worded("\n".join(page_texts(make_file(two_smiths(), ".pdf", Options(layout=layout)))))
    for cite in CITES:
        assert cite in text
    assert "Smith 24" not in text


@pytest.mark.parametrize(
    ("reasoning", "told"),
    [
        (
            "Less traffic, less exhaust:\n\n- particulates fall\n- asthma falls\n\nBoth cost little.",
            "Less traffic, less exhaust: particulates fall; asthma falls. Both cost little.",
        ),
        ("Two things\n\n1. dust\n2. noise!\n3. heat", "Two things: 1. dust; 2. noise! 3. heat"),
        ("# Dust\n\nIt falls.\n\nNoise falls.", "Dust: It falls. Noise falls."),
        ("- one\n    - two\n- three", "one; two; three"),
    ],
)
@pytest.mark.parametrize("ending", [".pdf", ".docx", ".txt"])
def test_lists_stay_told_apart_on_speaking_cards(ending: str, reasoning: str, told: str) -> None:
    points = [
        argument("b", "a", PRO, "Air", reasoning=reasoning),
        argument("c", "b", PRO, "Lungs", reasoning=reasoning),
    ]
    dossier, cards = Dossier.of([question(), position("a"), *points]), Options(layout=LayoutName.CARDS)
    data = make_file(dossier, ending, cards)
    text = running(" ".join(page_texts(data))) if ending == ".pdf" else words_in(data, ending)
    assert text.count(worded(told)) == 2
