# SPDX-License-Identifier: MIT
"""Plain text as people and programs lay it out: what is a title, heading, paragraph, quotation or list."""

from __future__ import annotations

from itertools import count
from textwrap import dedent, fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dissoi.dossier.prose import Block, BlockKind
from dissoi.dossier.records import Article, RecordId
from dissoi.reading import article_from_text
from dissoi.reading.text import text_blocks

LONG = (
    "This is a paragraph of some length, which says one thing after the other and then comes to its end. " * 3
)
LINES = (
    "Title Here", "By Jane Doe", "18 February 2025", "a line of text", "A sentence.", "ALL CAPS", "- item",
    "* item", "• item", "1. one", "2. two", "> said", ">> more", "    indented", "=====", "---", "* * *", "",
    "", "word-", "lower after", "\t tab", "1.2 Section", "Jane Doe is a writer.", "é\u00a0ü", LONG, "\u2028",
    "\x0c", "-", ">",
)  # fmt: skip
any_lines = st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=30)), max_size=14).map("\n".join)


def outline(text: str) -> list[str]:
    """One line for each block: "h1", "p", "q1", "• 1" and the like, then its text."""
    return [f"{sign(block)} {block.text}".strip() for block in text_blocks(text)]


def sign(block: Block) -> str:
    match block.kind:
        case BlockKind.HEADING:
            return f"h{block.level}"
        case BlockKind.QUOTE:
            return f"q{block.level}"
        case BlockKind.ITEM:
            return f"{block.marker}{block.level}"
        case _:
            return block.kind.value[0]


def article(text: str, name: str = "a-name.txt") -> Article:
    numbers = count()
    return article_from_text(text, name, lambda: RecordId(f"r{next(numbers)}"))


def letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


@given(any_lines)
def test_no_letter_is_lost_or_moved(text: str) -> None:
    clean = "".join("\ufffd" if "\ud800" <= each <= "\udfff" else each for each in text)
    assert letters("".join(block.text for block in text_blocks(clean))) == letters(clean)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_lines_may_end_as_on_any_system(end: str) -> None:
    assert outline(end.join(["One.", "", "Two."])) == ["p One.", "p Two."]


def test_each_line_is_a_paragraph_where_lines_are_long() -> None:
    one, other = LONG.strip(), f"Again: {LONG.strip()}"
    assert outline(f"{one}\n{other}") == [f"p {one}", f"p {other}"]


def test_wrapped_lines_are_joined_and_paragraphs_kept_apart() -> None:
    one, other = LONG.strip(), f"Again: {LONG.strip()}"
    for between in ("\n\n", "\n"):
        wrapped = fill(one, 66) + between + fill(other, 66)
        assert outline(wrapped) == [f"p {one}", f"p {other}"]


def test_an_indented_first_line_begins_a_paragraph() -> None:
    lines = fill(LONG, 60, initial_indent="  ")
    assert outline(f"{lines}\n{lines}") == [f"p {LONG.strip()}"] * 2


def test_words_broken_at_line_ends_are_mended_as_the_text_has_them() -> None:
    text = """\
        The government of the country has said that it will send peace-
        keepers, and peacekeepers it will send; for its well-being and its self-
        respect both ask for it, as do its long-standing friends and its long-
        standing foes; so a European peacekeeping force it is, in spite of all."""
    (line,) = outline(dedent(text))
    assert "peacekeepers, and" in line
    assert "self-respect" in line
    assert "long-standing foes" in line


def test_a_lone_hyphen_at_a_line_end_stays() -> None:
    first = "A text of which nobody can tell if it has broken any word or has just one of those anti-"
    text = f"{first}\nwhatever words, since one line of it happens to end in a hyphen; it goes\non and ends."
    assert "anti-whatever" in outline(text)[0]


def test_soft_hyphens_are_dropped() -> None:
    assert outline("a demo\u00adcracy") == ["p a democracy"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Why Not Now?\n\n{LONG}", "h1 Why Not Now?"),
        (f"Why Not Now\n{LONG}", "h1 Why Not Now"),
        (f"A title\n=======\n{LONG}", "h1 A title"),
        (f"A title\nBy Jane Doe\n\n{LONG}", "h1 A title"),
        (f"A short sentence.\n\n{LONG}", "p A short sentence."),
        (f"Dear reader,\n\n{LONG}", "p Dear reader,"),
        (f"and so on\n\n{LONG}", "p and so on"),
        (f"By Jane Doe\n\n{LONG}", "p By Jane Doe"),
        (f"{'Many words ' * 20}\n\n{LONG}", f"p {('Many words ' * 20).strip()}"),
        ("Only this", "p Only this"),
        (f"2025\n\n{LONG}", "p 2025"),
    ],
)
def test_a_first_line_is_a_title_when_it_looks_like_one(text: str, expected: str) -> None:
    assert outline(text)[0] == expected


def test_headings_stand_alone_and_are_no_sentences() -> None:
    long = LONG.strip()
    parts = [
        long,
        "THE PAST",
        long,
        "The present",
        long,
        "2.1 The future",
        long,
        "Is that all?",
        "It is.",
        "Jane",
    ]
    signs = ["p", "h2", "p", "h2", "p", "h3", "p", "p", "p", "p"]
    expected = [f"{sign} {part}" for sign, part in zip(signs, parts, strict=True)]
    assert outline("\n\n".join(parts)) == expected


def test_a_short_line_between_long_ones_is_a_heading() -> None:
    long = LONG.strip()
    assert outline(f"{long}\nThe present\n{long}") == [f"p {long}", "h2 The present", f"p {long}"]


def test_capitals_above_wrapped_lines_are_a_heading() -> None:
    wrapped = fill(LONG, 60)
    assert outline(f"{wrapped}\n\nTHE PRESENT\n{wrapped}") == [
        f"p {LONG.strip()}",
        "h2 THE PRESENT",
        f"p {LONG.strip()}",
    ]


def test_underlined_lines_are_headings() -> None:
    assert outline(f"{LONG}\n\nOne\n===\nText.\n\nTwo\n---\nMore.")[1:] == [
        "h2 One",
        "p Text.",
        "h3 Two",
        "p More.",
    ]


def test_rules_part_without_words() -> None:
    assert outline("One.\n\n* * *\n\nTwo.\n----------\nThree.") == ["p One.", "r", "p Two.", "r", "p Three."]


def test_quotations_are_marked_or_indented() -> None:
    text = f"{LONG}\n\n> one\n> two\n>\n> three\n>> four\n\n    indented\n    twice\n\n{LONG}\n\n{LONG}"
    assert outline(text)[1:-2] == ["q1 one two", "q1 three", "q2 four", "q1 indented", "q1 twice"]


def test_text_that_is_all_indented_is_no_quotation() -> None:
    assert outline(f"    {LONG}\n\n    {LONG}") == [f"p {LONG.strip()}"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("• one\n• two", ["•1 one", "•1 two"]),
        ("- one\n- two\n  - three", ["•1 one", "•1 two", "•2 three"]),
        ("1. one\n2. two", ["1.1 one", "2.1 two"]),
        ("3) one\n\n4) two", ["3.1 one", "4.1 two"]),
        ("Because:\n- one\n- two\nDone.", ["p Because:", "•1 one", "•1 two", "p Done."]),
        ("* a footnote", ["p * a footnote"]),
        ("- a dash", ["p - a dash"]),
        ("1945. Then it was over.", ["p 1945. Then it was over."]),
        ("1. alone", ["p 1. alone"]),
    ],
)
def test_lists_are_more_than_one_line_that_looks_like_it(text: str, expected: list[str]) -> None:
    assert outline(text) == expected


def test_wrapped_items_are_joined() -> None:
    item = "an item of a list that is so long that it takes more than one line in a text with wrapped lines"
    wrapped = fill(item, 60, initial_indent="- ", subsequent_indent="  ")
    assert outline(f"{fill(LONG, 60)}\n\n{wrapped}\n{wrapped}")[1:] == [f"•1 {item}"] * 2


@given(any_lines)
def test_any_text_is_an_article_or_empty(text: str) -> None:
    if text_blocks(text):
        assert article(text).title


@pytest.mark.parametrize(
    "table",
    [
        "City      Riders  Cost\n--------  ------  ----\nFalkenau  12,000  3.1\nElmsford  9,500",
        "  City       Riders Cost\n  --------- ------- -----\n  Falkenau   12,000   3.1\n  Elmsford    9,500",
        "| City | Riders | Cost |\n|:---|---:|---|\n| Falkenau | 12,000 | 3.1 |\n| Elmsford | 9,500 | |",
        "+--+--+\n|City|Riders|Cost|\n+==+==+\n|Falkenau|12,000|3.1|\n+--+--+\n|Elmsford|9,500||",
    ],
    ids=["aligned", "indented", "bars", "grid"],
)
def test_tables_are_rows_without_their_rules(table: str) -> None:
    assert outline(f"{LONG}\n\n{table}\n\n{LONG}")[1:-1] == [
        "r City | Riders | Cost",
        "r Falkenau | 12,000 | 3.1",
        "r Elmsford | 9,500",
    ]
    assert {block.kind for block in text_blocks(f"{LONG}\n\n{table}")[1:]} == {BlockKind.ROW}


@pytest.mark.parametrize("date", ["18 February 2025", "2025-02-18"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("by", ["By Ada Boyd", "Ada Boyd", "A. B. Boyd"])
def test_title_author_and_date_are_lines_above_the_text(by: str, gap: str, date: str) -> None:
    made = article(f"Who pays when nobody does{gap}{by}{gap}{date}\n\n{LONG}")
    assert (made.title, made.published) == ("Who pays when nobody does", "2025-02-18")
    assert [author.name for author in made.authors] == [by.removeprefix("By ")]
    assert made.text == LONG.strip()
