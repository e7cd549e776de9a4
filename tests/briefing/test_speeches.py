# SPDX-License-Identifier: MIT
"""The speaking order: who says what, and for how long, on paper and in every other form."""

from __future__ import annotations

from html import unescape
from io import BytesIO
from pathlib import Path

import docx
import pytest
from tests.briefing.cases import CON, PRO, argument, bridge, position, question
from tests.briefing.printed import page_texts, running
from tests.strategies import after

from dissoi.briefing.content import Occasion, Said, Talk
from dissoi.briefing.gather import brief_of
from dissoi.briefing.memory import Memory
from dissoi.briefing.options import LayoutName, Options, PaperName, Section
from dissoi.briefing.output import make_file
from dissoi.briefing.pdf import make_brief
from dissoi.briefing.preview import set_sheets
from dissoi.briefing.speeches import pace_told, time_told
from dissoi.dossier.debate import FORMAT_ID, DebateFormat, Floor, Speech, SpeechKind, in_minutes
from dissoi.dossier.dossier import Dossier, Record
from dissoi.dossier.format_edits import choose_format
from dissoi.dossier.markup import blocks_of
from dissoi.dossier.records import RecordId
from dissoi.dossier.speech_plan import SpeechName, name_speaker, note_speech, say_in_speech
from dissoi.storage.formats import load_formats

GOLDEN = Path(__file__).parent / "golden"
CLUB = DebateFormat(
    id=FORMAT_ID,
    key="club",
    name="Club night",
    speeches=(
        Speech(name="Opening", speaker="Pro 1", side=Floor.PRO, minutes=1),
        Speech(name="Questions", side=Floor.BOTH, minutes=2, kind=SpeechKind.CROSSFIRE),
        Speech(name="Reply", speaker="Con 1", side=Floor.CON, minutes=0.05),
    ),
)
OPENING, REPLY, LOST = SpeechName("Opening"), SpeechName("Reply"), SpeechName("Summary", 2)


def planned() -> Dossier:
    """The bridge, debated at a club: one speech with time left, one over time, one that the club lacks."""
    return after(
        [
            choose_format("club", CLUB),
            name_speaker(OPENING, "Maya <1>"),
            note_speech(OPENING, "Slowly."),
            say_in_speech(RecordId("a1"), OPENING),
            say_in_speech(RecordId("a2"), OPENING),
            say_in_speech(RecordId("a3"), REPLY),
            say_in_speech(RecordId("c1"), LOST),
        ],
        bridge(),
    )


def words_of(data: bytes, ending: str) -> str:
    """The words of an output, without how they look."""
    if ending == ".pdf":
        text = " ".join(page_texts(data))
    elif ending == ".docx":
        text = " ".join(each.text for each in docx.Document(BytesIO(data)).paragraphs)
    else:
        text = unescape(data.decode()).replace("\\", "")
        for mark in ("*", "<strong>", "</strong>", "<em>", "</em>"):
            text = text.replace(mark, "")
    return " ".join(text.split())


def test_the_speaking_order_in_markdown_is_as_agreed() -> None:
    dossier = planned()
    made = make_file(dossier, ".md", occasion=Occasion(debate=dossier.debate)).decode()
    order = made[made.index("## Speaking order") : made.index("## 1.")]
    agreed = GOLDEN / "speaking-order.md"
    assert order == agreed.read_text(encoding="utf-8"), f"If the change is wanted, write it to {agreed.name}."


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".html", ".md", ".txt"])
def test_every_form_says_who_says_what_and_for_how_long(ending: str) -> None:
    dossier = planned()
    text = words_of(make_file(dossier, ending, occasion=Occasion(debate=dossier.debate)), ending)
    parts = (
        "Maya <1>",
        "1: +1 It may fall",
        " of 1:00, ",
        " left",
        "Slowly.",
        "1: −1 The east side depends on it",
        " of 0:03, ",
        " over",
        "Planned for speeches that this format does not have:",
        "Summary (2)",
        "1: +1.1.1 Watching does not hold it up",
        "at 150 words a minute",
    )
    assert [part for part in parts if part not in text] == []


def test_without_a_plan_the_order_says_nothing_of_times_of_arguments() -> None:
    dossier = choose_format("club", CLUB).run(bridge())
    text = words_of(make_file(dossier, ".md", occasion=Occasion(debate=dossier.debate)), ".md")
    assert "Opening (Pro 1), + pro: 1:00" in text
    assert "words a minute" not in text


@pytest.mark.parametrize("ending", [".pdf", ".md"])
def test_the_order_tells_which_team_argues_for_which_position(ending: str) -> None:
    records: list[Record] = [
        position("p3", "Close it to cars"),
        argument("x", "p3", CON, "Cars pay for it"),
        argument("y", "p3", PRO, "Trams are enough"),
        argument("z", "p2", PRO, "Nights are quiet"),
    ]
    said = (("x", OPENING), ("y", REPLY), ("z", OPENING))
    plan = [say_in_speech(RecordId(name), speech) for name, speech in said]
    rivals = after(plan, planned().with_records(*records))
    text = words_of(make_file(rivals, ending, occasion=Occasion(debate=rivals.debate)), ending)
    assert "Pro argues for positions 1 and 2, against position 3." in text
    assert "Con argues for position 3, against position 1." in text


def test_of_one_position_pro_argues_for_it_whatever_is_planned() -> None:
    dossier = choose_format("club", CLUB).run(Dossier.of([question(), position("p1", "Close it")]))
    text = words_of(make_file(dossier, ".md", occasion=Occasion(debate=dossier.debate)), ".md")
    assert "Pro argues for position 1. Con argues against position 1." in text


def test_a_flow_sheet_names_the_speech_of_an_answer_in_full() -> None:
    debate = load_formats(Path("nowhere")).known["policy-college"]
    asked = "Second affirmative constructive: questions by the first negative"
    names = [each.name for each in debate.speeches if each.kind is SpeechKind.CROSSFIRE]
    said = [say_in_speech(RecordId("b1"), SpeechName(name)) for name in (asked, *names)]
    dossier = after(said, bridge())
    options = Options(layout=LayoutName.FLOW, paper=PaperName.A5)
    text = running("\n".join(page_texts(make_brief(dossier, options, occasion=Occasion(debate=debate)))))
    assert [name for name in (asked, *names) if f"planned for {name}" not in text] == []


def test_a_plan_is_printed_even_where_no_format_is() -> None:
    dossier = choose_format("").run(planned())
    text = words_of(make_brief(dossier), ".pdf")
    assert "Speaking order" in text
    assert "Maya <1>" in text


@pytest.mark.parametrize(
    ("seconds", "told"), [((), ""), ((30, 20), "0:50 of 1:00, 0:10 left"), ((70,), "1:10 of 1:00, 0:10 over")]
)
def test_time_is_told_against_what_there_is(seconds: tuple[float, ...], told: str) -> None:
    said = tuple(Said("1", "+1", "+1", "c", each) for each in seconds)
    assert time_told(Talk("Opening", CLUB.speeches[0], said=said)) == told
    assert time_told(Talk("Opening", None, said=said)) == told.partition(" ")[0]


def test_the_flow_puts_each_argument_in_the_column_of_its_speech() -> None:
    dossier = planned()
    seeded, blank = (
        words_of(
            make_brief(dossier, Options(layout=LayoutName.FLOW, seeded=each), occasion=Occasion(debate=CLUB)),
            ".pdf",
        )
        for each in (True, False)
    )
    for part in ("+ Opening", "Maya <1>", "+1 It may fall", "−1 The east side depends on it"):
        assert part in seeded
    assert "It may fall" not in blank


def test_answers_planned_for_speeches_without_a_column_stand_in_the_next_of_their_side() -> None:
    debate = load_formats(Path("nowhere")).known["public-forum"]
    columns = [each for each in debate.speeches if each.kind is not SpeechKind.CROSSFIRE]
    plan = [
        say_in_speech(RecordId("c1"), SpeechName("Crossfire")),  # of pro, behind the first two speeches
        say_in_speech(RecordId("b1"), SpeechName("Crossfire", 2)),
        say_in_speech(RecordId("b2"), LOST),
    ]
    dossier = after(plan, choose_format("public-forum", debate).run(bridge()))
    options = Options(layout=LayoutName.FLOW)
    sheet = set_sheets(dossier, Memory(), options, occasion=Occasion(debate=debate)).pages[0]
    lane = (sheet.width - 2 * sheet.left) / len(columns)
    stands = {mark.record: columns[int(mark.x // lane)] for mark in sheet.areas}
    names = {record: (stands[record].name, stands[record].side) for record in ("c1", "b1", "b2")}
    assert names == {
        "c1": ("First rebuttal", Floor.PRO),
        "b1": ("Second summary", Floor.CON),
        "b2": ("First final focus", Floor.PRO),
    }
    text = words_of(make_brief(dossier, options, occasion=Occasion(debate=debate)), ".pdf")
    for part in ("Watching does not hold it up", "Inspectors watch it daily", "The other cable is as old"):
        assert part in text
    assert text.count("planned for Crossfire") == 2
    assert "planned for Summary (2)" in text


def rows_of(dossier: Dossier) -> dict[RecordId, list[tuple[int, float, int]]]:
    """By argument, where it stands on the flow of a public forum: sheet, column in points, row."""
    debate = load_formats(Path("nowhere")).known["public-forum"]
    sheets = set_sheets(dossier, Memory(), Options(layout=LayoutName.FLOW), occasion=Occasion(debate=debate))
    stands: dict[RecordId, list[tuple[int, float, int]]] = {}
    for number, sheet in enumerate(sheets.pages):
        for area in sheet.areas:
            row = int((area.y - 26 - 12) // (34 * 72 / 25.4))
            stands.setdefault(RecordId(area.record), []).append((number, area.x, row))
    return stands


@pytest.mark.parametrize("count", [1, 3, 7])
def test_on_a_flow_an_answer_stands_in_the_row_of_what_it_answers(count: int) -> None:
    debate = load_formats(Path("nowhere")).known["public-forum"]
    first, rebuttal = SpeechName("First constructive"), SpeechName("Second rebuttal")
    claims = [argument(f"a{n}", "p", side, f"Claim {n}") for n, side in enumerate([PRO, CON] * count)]
    answers = [argument(f"b{n}", f"a{n}", CON, f"Answer to {n}") for n in range(0, 2 * count, 2)]
    more = [argument("b0more", "a0", CON, "Another answer to 0")]
    plan = [
        *(say_in_speech(each.id, rebuttal) for each in (*reversed(answers), *more)),
        *(say_in_speech(each.id, first) for each in claims[::2]),
    ]
    dossier = Dossier.of([question(), position("p"), *claims, *answers, *more])
    stands = rows_of(after(plan, choose_format("public-forum", debate).run(dossier)))
    for answer in answers:
        ((sheet, column, row),), ((of_sheet, of_column, of_row),) = stands[answer.id], stands[answer.parent]
        assert (sheet, row) == (of_sheet, of_row)
        assert column > of_column
    ((sheet, _, row),), ((of_sheet, _, of_row),) = stands[RecordId("b0more")], stands[RecordId("a0")]
    assert (sheet, row) == (of_sheet, of_row + 1)
    roots = [stands[each.id][0] for each in claims]
    assert len({(sheet, row) for sheet, _, row in roots}) == len(claims)


def test_what_is_said_again_stands_in_the_row_where_it_was_said() -> None:
    debate = load_formats(Path("nowhere")).known["public-forum"]
    plan = [
        say_in_speech(RecordId(name), SpeechName(speech))
        for speech in ("First constructive", "First summary", "First final focus")
        for name in ("a2", "a1")
    ]
    stands = rows_of(after(plan, choose_format("public-forum", debate).run(bridge())))
    for name in ("a1", "a2"):
        assert len(stands[RecordId(name)]) == 3
        assert len({(sheet, row) for sheet, _, row in stands[RecordId(name)]}) == 1
    assert stands[RecordId("a2")][0][2] < stands[RecordId("a1")][0][2]


def test_a_claim_that_is_planned_for_no_speech_is_on_the_flow_of_its_position() -> None:
    """Wherever else in the position something is planned."""
    dossier = after([say_in_speech(RecordId("a1"), OPENING)], choose_format("club", CLUB).run(bridge()))
    text = words_of(
        make_brief(dossier, Options(layout=LayoutName.FLOW), occasion=Occasion(debate=CLUB)), ".pdf"
    )
    for each in dossier.arguments:
        is_answer = each.parent not in {stand.id for stand in dossier.positions}
        assert text.count(f" {each.claim}") == (0 if is_answer else 1), each.claim


def test_large_print_says_all_that_the_brief_says_of_speeches() -> None:
    large = words_of(
        make_brief(planned(), Options(layout=LayoutName.LARGE_PRINT), occasion=Occasion(debate=CLUB)), ".pdf"
    )
    brief = brief_of(planned(), blocks_of, occasion=Occasion(debate=CLUB))
    for talk in brief.talks:
        for part in (
            talk.note,
            time_told(talk),
            talk.name,
            *(f"{each.claim} ({in_minutes(each.seconds / 60)})" for each in talk.said),
        ):
            assert part in large
    assert "Planned for speeches that this format does not have" in large
    assert pace_told(brief) in large


def test_talks_carry_the_numbers_that_the_brief_prints() -> None:
    dossier = planned()
    brief = brief_of(dossier, blocks_of, occasion=Occasion(debate=dossier.debate))
    printed = {point.number for stand in brief.stands for side in (stand.pro, stand.con) for point in side}
    assert {said.number for talk in brief.talks for said in talk.said} <= printed


def test_a_flow_that_is_read_from_the_right_is_drawn_though_nobody_speaks() -> None:
    stand = position("p", "האם תחבורה ציבורית צריכה להיות חינם לכולם")
    brief = make_brief(Dossier.of([question(), stand]), Options(layout=LayoutName.FLOW))
    assert "תחבורה" in page_texts(brief)[0]


@pytest.mark.parametrize("layout", [LayoutName.BRIEF, LayoutName.LARGE_PRINT])
def test_what_is_told_of_the_order_stands_on_no_page_without_a_speech(layout: LayoutName) -> None:
    options = Options(layout=layout, paper=PaperName.A5, sections=(Section.SPEECHES,))
    for lines in range(0, 30, 2):
        dossier = after([note_speech(OPENING, "\n".join(["Slowly."] * lines))], planned())
        pages = page_texts(make_file(dossier, ".pdf", options, occasion=Occasion(debate=dossier.debate)))
        (end,) = [each for each in map(running, pages) if "words a minute." in each]
        assert "Watching does not hold it up" in end
        assert "Speaking time: pro 1:00, con 0:03. Times of arguments" in end
