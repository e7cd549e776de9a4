# SPDX-License-Identifier: MIT
"""Authors and dates are found where a text is sure to name them, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import Author
from dissoi.reading.credits import (
    Credits,
    byline_authors,
    is_credit_line,
    take_credits,
    with_closing,
)
from dissoi.reading.dates import find_date, partial_date
from dissoi.reading.names import names_in
from dissoi.reading.plain import plain_draft
from dissoi.reading.reading import Detail

BODY = (plain_block("The first paragraph."), plain_block("The second one."))


def credits_in(*lines: str) -> tuple[Credits, list[str]]:
    """What first lines say, and which of them stay in the text."""
    found, kept = take_credits(tuple(plain_block(line) for line in lines), Credits())
    return found, [block.text for block in kept]


def names(line: str) -> list[str]:
    return [author.name for author in credits_in(line)[0].authors]


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("18 February 2025", "2025-02-18"),
        ("18th of February, 2025", "2025-02-18"),
        ("February 18, 2025", "2025-02-18"),
        ("Feb. 18 2025", "2025-02-18"),
        ("Sept. 1, 2024", "2024-09-01"),
        ("Tuesday, 18 February 2025, 10:30 GMT", "2025-02-18"),
        ("Tue 18 Feb 2025 at 9.05 pm", "2025-02-18"),
        ("2025-02-18", "2025-02-18"),
        ("2025-02-18T10:30:00Z", "2025-02-18"),
        ("18.2.2025", "2025-02-18"),
        ("February 2025", "2025-02"),
        ("2025", "2025"),
        ("2025-02", "2025-02"),
        ("31 February 2025", ""),
        ("2025-13-01", ""),
        ("02/03/2025", ""),
        ("in February 2025", ""),
        ("February", ""),
        ("18 February 20255", ""),
    ],
)
def test_dates_are_read_as_articles_write_them(text: str, partial: str) -> None:
    assert partial_date(text) == partial


@given(st.text(st.sampled_from("0123456789 -./,FebruaryMay"), max_size=30))
def test_any_date_found_can_be_kept(text: str) -> None:
    found = find_date(text)
    assert found is None or partial_date(found.partial) == found.partial


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Jane Doe", ["Jane Doe"]),
        ("BY JANE DOE", ["Jane Doe"]),
        ("by Jane van der Doe", ["Jane van der Doe"]),
        ("By Jane Q. Doe-Roe and Seán O’Brien", ["Jane Q. Doe-Roe", "Seán O’Brien"]),
        ("By Jane Doe, John Roe, and Max Poe", ["Jane Doe", "John Roe", "Max Poe"]),
        ("Written by Jane Doe & John Roe", ["Jane Doe", "John Roe"]),
        ("Author: Jane Doe", ["Jane Doe"]),
        ("By Jane Doe | 18 February 2025", ["Jane Doe"]),
        ("By Jane Doe in Kyiv", ["Jane Doe"]),
        ("By Jane Doe, Atlantic Wave", ["Jane Doe"]),
        ("By Christmas", []),
        ("By 2030 Europe will have changed", []),
        ("By the time Jane Doe arrived", []),
        ("By All Means Do It Now Or Never", []),
        ("Jane Doe", []),
    ],
)
def test_bylines_name_authors(line: str, expected: list[str]) -> None:
    assert names(line) == expected


@pytest.mark.parametrize(
    ("line", "credentials"),
    [
        ("By Jane Doe, Director of the Institute", "Director of the Institute"),
        ("By Jane Doe (professor of law)", "professor of law"),
        ("By Jane Doe, Atlantic Council", "Atlantic Council"),
        ("By Jane Doe – writer and critic", "writer and critic"),
    ],
)
def test_bylines_may_give_credentials(line: str, credentials: str) -> None:
    assert credits_in(line)[0].authors == (Author(name="Jane Doe", credentials=credentials),)


def test_what_a_line_says_and_nothing_else_is_lifted_out() -> None:
    found, kept = credits_in("A subtitle here", "By Jane Doe", "Published: 18 February 2025", "Text.")
    assert found == Credits((Author(name="Jane Doe"),), "2025-02-18")
    assert kept == ["A subtitle here", "Text."]


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe in Kyiv",
        "By Jane Doe, Atlantic Wave",
        "First published on 18 February 2025 in The Paper",
        "Updated 18 February 2025",
    ],
)
def test_a_line_that_says_more_stays(line: str) -> None:
    found, kept = credits_in(line)
    assert found != Credits()
    assert kept == [line]
    assert not is_credit_line(line)


def test_a_second_date_stays() -> None:
    assert credits_in("18 February 2025", "19 February 2025") == (
        Credits(published="2025-02-18"),
        ["19 February 2025"],
    )


def test_lines_far_down_are_text() -> None:
    lines = [f"Line {number}." for number in range(8)]
    assert credits_in(*lines, "By Jane Doe") == (Credits(), [*lines, "By Jane Doe"])


@pytest.mark.parametrize(
    ("line", "author"),
    [
        (
            "Jane Doe is a former judge and Director of the Institute for Walls in Bonn.",
            Author(
                name="Jane Doe", credentials="former judge and Director of the Institute for Walls in Bonn"
            ),
        ),
        (
            "Jane Q. Doe is the author of Walls. She lives in Bonn.",
            Author(name="Jane Q. Doe", credentials="author of Walls"),
        ),
        (
            "About the author: Jane Doe was an editor at The Paper",
            Author(name="Jane Doe", credentials="editor at The Paper"),
        ),
    ],
)
def test_a_closing_line_presents_the_author(line: str, author: Author) -> None:
    assert with_closing(Credits(), (*BODY, plain_block(line))).authors == (author,)


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe is wrong about this.",
        "This is a professor speaking.",
        "The President is a politician.",
        "What Jane Doe is, a professor knows.",
        "Jane Doe is a writer. " + "And so on. " * 60,
    ],
)
def test_a_last_line_that_presents_nobody_is_text(line: str) -> None:
    assert with_closing(Credits(), (*BODY, plain_block(line))) == Credits()


def test_whoever_the_article_speaks_of_is_not_its_author() -> None:
    body = (plain_block("Then came Doe."), plain_block("Who was that?"))
    assert with_closing(Credits(), (*body, plain_block("Jane Doe is a minister."))) == Credits()


def test_a_closing_line_completes_the_byline() -> None:
    byline = Credits((Author(name="Jane Doe"), Author(name="John Roe", credentials="poet")))
    closing = (plain_block("Jane Doe is a historian."), plain_block("John Roe is a teacher."))
    assert with_closing(byline, (*BODY, *closing)).authors == (
        Author(name="Jane Doe", credentials="historian"),
        Author(name="John Roe", credentials="poet"),
    )


def test_a_closing_line_presents_an_author_by_the_last_name_alone() -> None:
    byline = Credits((Author(name="Jane Doe"),))
    closed = with_closing(byline, (*BODY, plain_block("Doe is a fellow of the Works Institute.")))
    assert closed.authors == (Author(name="Jane Doe", credentials="fellow of the Works Institute"),)
    assert with_closing(Credits(), (*BODY, plain_block("Doe is a historian."))) == Credits()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("The Daily Review, 3 May 2025", Credits(published="2025-05-03", publisher="The Daily Review")),
        ("Falkenau Courier, March 14, 2025", Credits(published="2025-03-14", publisher="Falkenau Courier")),
        (
            "Journal of Works | June 2024",
            Credits(published="2024-06", publisher="Journal of Works"),
        ),
    ],
)
def test_a_line_of_publisher_and_date(line: str, found: Credits) -> None:
    credits_, rest = take_credits((plain_block("By Jane Doe"), plain_block(line), *BODY), Credits())
    assert (credits_.published, credits_.publisher) == (found.published, found.publisher)
    assert rest == BODY


@pytest.mark.parametrize(
    "line",
    [
        "Paris, 3 May 2025",
        "What the Courier wrote, 3 May 2025",
        "The fares fell, 3 May 2025",
        "Courier 2025",
    ],
)
def test_a_place_or_a_sentence_before_a_date_is_no_publisher(line: str) -> None:
    found, rest = take_credits((plain_block(line), *BODY), Credits())
    assert found == Credits()
    assert rest[0].text == line


@pytest.mark.parametrize(
    ("lines", "publisher"),
    [
        (("By Jane Doe", "The Daily Courier"), "The Daily Courier"),
        (("By Jane Doe", "Falkenau Post", "3 May 2025"), "Falkenau Post"),
        (("By Jane Doe", "3 May 2025", "Times of Norland"), "Times of Norland"),
        (("Daily Mail", "3 May 2025"), "Daily Mail"),
        (("By Jane Doe", "The Atlantic", "3 May 2025"), "The Atlantic"),
        (("BBC News", "By Jane Doe", "3 May 2025"), ""),
        (("By Jane Doe", "The Atlantic"), ""),
        (("By Jane Doe", "Breaking News"), ""),
        (("By Jane Doe", "Book Review"), ""),
        (("By Jane Doe", "The Daily Grind"), ""),
        (("By Jane Doe", "A Review of Trams"), ""),
        (("By Jane Doe", "University of Norland", "3 May 2025"), ""),
        (("By Jane Doe", "Opinion", "3 May 2025"), ""),
        (("The Daily Courier",), ""),
    ],
)
def test_a_line_beside_byline_or_date_that_can_only_be_a_papers_name(
    lines: tuple[str, ...], publisher: str
) -> None:
    found, rest = take_credits((*map(plain_block, lines), *BODY), Credits(), titled=True)
    assert found.publisher == publisher
    assert {author.name for author in found.authors} <= {"Jane Doe"}
    left = (line for line in lines if line != publisher and not is_credit_line(line))
    assert rest == (*map(plain_block, left), *BODY)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("names", [("By Jane Doe", "The Daily Courier"), ("The Daily Courier",)])
def test_what_is_copied_from_its_headline_on_names_its_publisher(
    names: tuple[str, ...], between: str
) -> None:
    text = (
        between.join(("Why trams carry more", *names, "3 May 2025"))
        + "\n\n"
        + "\n\n".join(block.text for block in BODY)
    )
    draft = plain_draft(text, "")
    found = {detail: each[0].value for detail, each in draft.proposals.items()}
    assert found[Detail.TITLE] == "Why trams carry more"
    assert (found[Detail.PUBLISHER], found[Detail.PUBLISHED]) == ("The Daily Courier", "2025-05-03")
    assert (Detail.AUTHORS in found) is (len(names) > 1)
    assert draft.blocks == BODY


def test_a_closing_line_about_somebody_else_changes_nothing() -> None:
    byline = Credits((Author(name="John Roe"),))
    assert with_closing(byline, (*BODY, plain_block("Jane Doe is a historian."))) == byline


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Doe, Jane", ("Jane Doe",)),
        ("van der Doe, Anna M.", ("Anna M. van der Doe",)),
        ("Jane Doe, Max Poe", ("Jane Doe", "Max Poe")),
        ("Jane Doe, Max Poe and Eva Roe", ("Jane Doe", "Max Poe", "Eva Roe")),
        ("Doe, Jane; Poe, Max", ("Jane Doe", "Max Poe")),
        ("admin", ()),
        ("Norland News Agency", ("Norland News Agency",)),
    ],
)
def test_names_are_read_as_they_are_spoken(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "By Jane Doe, The Daily Courier, 3 May 2025",
            Credits((Author(name="Jane Doe"),), "2025-05-03", "The Daily Courier"),
        ),
        (
            "By Jane Doe and John Roe, Falkenau Courier | March 14, 2025",
            Credits((Author(name="Jane Doe"), Author(name="John Roe")), "2025-03-14", "Falkenau Courier"),
        ),
        ("By Jane Doe, The Guardian", Credits((Author(name="Jane Doe"),), publisher="The Guardian")),
        (
            "By Jane Doe, Atlantic Council, 3 May 2025",
            Credits((Author(name="Jane Doe", credentials="Atlantic Council"),), "2025-05-03"),
        ),
        (
            "By Jane Doe, Editor of The Times, 3 May 2025",
            Credits((Author(name="Jane Doe", credentials="Editor of The Times"),), "2025-05-03"),
        ),
        (
            "By Jane Doe, The Brookings Institution",
            Credits((Author(name="Jane Doe", credentials="The Brookings Institution"),)),
        ),
    ],
)
def test_a_paper_behind_the_names_brought_it_out_and_is_nobodys_credentials(
    line: str, expected: Credits
) -> None:
    assert credits_in(line) == (expected, [])


def test_a_paper_and_a_date_in_a_field_for_authors_are_not_credentials() -> None:
    assert byline_authors("By Jane Doe, The Daily Courier, 3 May 2025") == (Author(name="Jane Doe"),)
    assert byline_authors("Jane Doe, The Daily Courier") == (Author(name="Jane Doe"),)
