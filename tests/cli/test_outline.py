# SPDX-License-Identifier: MIT
"""What `show` and `check` print about a small dossier, line by line."""

from __future__ import annotations

import json
import re

from tests.strategies import Counter

from dissoi.cli.findings import findings_text
from dissoi.cli.outline import outline
from dissoi.dossier.crossfire_edits import add_cross_question, word_cross_question, write_hoped_answer
from dissoi.dossier.debate import FORMAT_ID, DebateFormat, Floor, Speech
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.numbering import numbered
from dissoi.dossier.records import Argument, Article, ArticleKind, Passage, Position, RecordId, Side
from dissoi.dossier.speech_plan import SpeechName, name_speaker, note_speech, say_in_speech
from dissoi.exchange.interchange import dossier_from
from dissoi.reasoning.checks import gaps

FORM = {
    "dissoi": 1,
    "question": "Should trains be free?",
    "articles": [
        {
            "key": "a",
            "title": "On trains",
            "authors": [{"name": "Ada Rail", "credentials": "engineer"}],
            "publisher": "The Line",
            "published": "2025-03",
            "text": "Free trains fill up.\n\nEmpty roads are quiet roads.",
        },
        {"key": "b", "title": "Unquoted", "text": "Nothing."},
    ],
    "positions": [
        {
            "statement": "Free for all",
            "holders": [
                {"name": "Bo", "role": "mayor"},
                {"name": "Cy", "stance": "against"},
                {"name": "Di", "stance": "conditional"},
            ],
            "arguments": [
                {
                    "side": "con",
                    "claim": "They would be overcrowded",
                    "evidence": [{"article": "a", "quote": "Free trains fill up."}],
                    "answers": [
                        {
                            "side": "con",
                            "claim": "Run more of them",
                            "answers": [{"side": "con", "claim": "Who pays for those?"}],
                        },
                        {"side": "pro", "claim": "They already are"},
                    ],
                },
                {
                    "side": "pro",
                    "claim": "Roads would empty, which everybody who lives beside one of them would notice",
                    "evidence": [{"article": "a", "quote": ["Empty roads", "quiet roads"]}],
                },
                {"side": "con", "claim": " "},
            ],
        },
        {"statement": "", "arguments": [{"side": "pro", "claim": "Tickets steer demand"}]},
    ],
}

SHOWN = """\
Should trains be free?

Articles
  1. Rail 25: Ada Rail (engineer), March 2025, “On trains”,
      The Line.
  2. Unquoted n.d.: “Unquoted”.

Position 1: Free for all
  For: Bo (mayor)
  Against: Cy
  Conditional: Di
  +1: Roads would empty, which everybody who lives beside
      one of them would notice
      “Empty roads … quiet roads” (Rail 25)
  −1: They would be overcrowded
      “Free trains fill up.” (Rail 25)
    −1.1 (pro, answers −1): Run more of them
      −1.1.1 (con, answers −1.1): Who pays for those?
    −1.2 (con, supports −1): They already are
  −2: (no claim yet)

Position 2: (no statement yet)
  +1: Tickets steer demand
"""

CHECKED = """\
Arguments without a claim (1)
  Position 1, −2: (no claim yet)

Unanswered attacks (1)
  Position 1, − CON −1.1.1: Who pays for those?

Claims without evidence (1)
  Position 2, +1: Tickets steer demand

Positions argued from one side only (1)
  Position 2, no con argument: (no statement yet)

Answers without evidence (3)
  Position 1, + PRO −1.1: Run more of them
  Position 1, − CON −1.1.1: Who pays for those?
  Position 1, − CON −1.2: They already are
"""


def small() -> Dossier:
    return dossier_from(json.dumps(FORM), Counter())


def with_lost_passage(dossier: Dossier) -> Dossier:
    lost = next(each for each in dossier.all(Passage) if each.exact == "Free trains fill up.")
    return dossier.with_records(lost.model_copy(update={"exact": "Fare trains fill up."}))


def test_the_outline() -> None:
    assert outline(small(), 60) == SHOWN


PLANNED = """\
Speech plan
  + Opening, Bo: 0:08 of 4:00, 3:52 left
      0:08 1: +1 Roads would empty, which everybody who
          lives beside one of them would notice
      Slowly!
  ? Encore, Cy: 0:00
"""


def test_the_outline_ends_with_what_is_planned_for_speeches() -> None:
    dossier, opening = small(), SpeechName("Opening")
    first = dossier.arguments_of(dossier.positions[0].id, Side.PRO)[0]
    plan = (
        say_in_speech(first.id, opening),
        name_speaker(opening, "Bo"),
        note_speech(opening, "Slowly!"),
        name_speaker(SpeechName("Encore"), "Cy"),
    )
    for edit in plan:
        dossier = edit.run(dossier)
    speeches = (
        Speech(name="Opening", side=Floor.PRO, minutes=4),
        Speech(name="Reply", side=Floor.CON, minutes=4),
    )
    debate = DebateFormat(id=FORMAT_ID, name="Club", key="club", speeches=speeches)
    assert outline(dossier, 60, debate) == f"{SHOWN}\n{PLANNED}"


def test_the_outline_has_what_to_ask_in_crossfire() -> None:
    dossier = small()
    about = dossier.arguments_of(dossier.positions[0].id, Side.PRO)[0].id
    first, then = RecordId("first"), RecordId("then")
    for edit in (
        add_cross_question(first, about),
        word_cross_question(first, "Who pays?"),
        write_hoped_answer(first, "All of us"),
        add_cross_question(then, first),
        add_cross_question(RecordId("other"), dossier.positions[0].id),
    ):
        dossier = edit.run(dossier)
    printed = outline(dossier, 60)
    assert "  Ask: (not worded yet)\n  +1: Roads" in printed
    told = "      Ask: Who pays? (hoped for: All of us)\n        Then: (not worded yet)\n"
    assert f"quiet roads” (Rail 25)\n{told}" in printed


def test_an_empty_outline() -> None:
    assert outline(Dossier(), 60) == "No question yet\n"


def test_the_findings() -> None:
    dossier = small()
    assert findings_text(dossier, gaps(dossier)) == CHECKED


def test_no_findings() -> None:
    assert findings_text(Dossier(), ()) == "No gaps found.\n"


def test_what_articles_lack_is_named() -> None:
    dossier = small()
    article = dossier.articles[0].model_copy(update={"authors": (), "publisher": "", "url": "http://a.b"})
    changed = dossier.with_records(article)
    lacking = "  On trains 25: no author, author’s credentials, publisher and no date of access\n"
    assert f"Incomplete citations (1)\n{lacking}" in findings_text(changed, gaps(changed))


def test_a_passage_that_is_not_found_is_marked() -> None:
    dossier = with_lost_passage(small())
    assert "“Fare trains fill up.” (Rail 25, not found in the article)" in outline(dossier, 100)
    told = "Passages not found in their article (1)\n  “Fare trains fill up.” (Rail 25)\n"
    assert findings_text(dossier, gaps(dossier)).startswith(told)


def test_numbers_are_those_of_the_dossier() -> None:
    dossier = small()
    for position in dossier.positions:
        for argument, number in numbered(dossier, position):
            assert number == dossier.number_of(argument.id)


def test_nothing_that_a_file_holds_steers_the_terminal() -> None:
    dossier = small()
    position = dossier.positions[0].model_copy(update={"statement": "a\x1b[31m\nb\x9bc"})
    article = Article(id=RecordId("x"), title="\x1b]0;title\x07")
    printed = outline(dossier.with_records(position, article), 60)
    assert not set(printed) & {"\x1b", "\x9b", "\x07"}
    assert "Position 1: a\ufffd[31m b\ufffdc\n" in printed


def test_answers_of_any_depth_have_a_line() -> None:
    records: list[Position | Argument] = [Position(id=RecordId("p"), statement="s")]
    for number in range(2000):
        key = RecordId(f"n{number}")
        records.append(Argument(id=key, parent=records[-1].id, side=Side.CON, claim=f"c{number}"))
    printed = outline(Dossier.of(records), 60)
    assert len(re.findall(r"\((?:pro|con), answers ", printed)) == 1999
    assert "c1999" in printed


def test_cites_that_would_be_the_same_have_letters() -> None:
    twins = [
        Article(id=RecordId(name), title=title, publisher="Atlas", published="2024", order=order)
        for name, title, order in (("x", "Rust", "1"), ("y", "Cables", "2"))
    ]
    assert "1. Atlas 24b: " in outline(Dossier.of(twins), 80)
    assert "2. Atlas 24a: " in outline(Dossier.of(twins), 80)


def test_titles_in_cites_stand_in_quotation_marks_as_they_fit() -> None:
    articles = (
        Article(id=RecordId("a"), title="He said “no”", order="a"),
        Article(id=RecordId("b"), title="Rails", sort=ArticleKind.CHAPTER, container="Tracks", order="b"),
        Article(id=RecordId("c"), order="c"),
    )
    lines = outline(Dossier.of(articles), 100).splitlines()
    assert lines[-3:] == [
        "  1. He said “no” n.d.: ‘He said “no”’.",
        "  2. Rails n.d.: “Rails”, in “Tracks”.",
        "  3. n.d.",
    ]
