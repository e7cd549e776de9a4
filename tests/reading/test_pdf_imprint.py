# SPDX-License-Identifier: MIT
"""What the first page of a journal's article says of it, and what looks like that and is none of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.reading.test_pdf import drawn, lines

from dissoi.reading.imprint import Imprint, imprint_in
from dissoi.reading.pdf import read_pdf
from dissoi.reading.reading import Detail, Draft, Origin

BODY = (
    "Trams run where the rails are, and nobody has to steer them through the town, which",
    "makes them dear to build and cheap to run. Whoever builds them has to know where",
    "people will want to go for as long as rails last, and that is what this paper is about.",
    "It follows a town that built too many of them, and one that tore its own out too soon.",
)
WORK = (
    Detail.SORT,
    Detail.PUBLISHER,
    Detail.VOLUME,
    Detail.ISSUE,
    Detail.PAGES,
    Detail.PUBLISHED,
    Detail.DOI,
)
Draw = Callable[[Canvas], None]


def taken(draft: Draft, detail: Detail) -> str:
    """What an article has of a detail unasked; names of authors are parted by semicolons."""
    found = draft.proposals.get(detail, ())
    if not found or found[0].only_offered:
        return ""
    value = found[0].value
    return value if isinstance(value, str) else "; ".join(author.name for author in value)


def read(*drawers: Draw) -> Draft:
    def draw(canvas: Canvas) -> None:
        for each in drawers:
            each(canvas)

    return read_pdf(drawn(draw), "x.pdf")


def at(y: float, *texts: str, size: float = 9) -> Draw:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 70, y, *texts, size=size)

    return draw


def titled(*below: str, title: str = "Rails and the towns that leave them", size: float = 12) -> Draw:
    def draw(canvas: Canvas) -> None:
        y = lines(canvas, 70, 700, title, size=20)
        y = lines(canvas, 70, y, *below, size=size)
        lines(canvas, 70, y - 30, *BODY * 3)

    return draw


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "Journal of Rails, Vol. 12, No. 1 (July 2021), pp. 127–153",
            Imprint("Journal of Rails", "12", "1", "127–153", "2021-07"),
        ),
        (
            "Rails and Towns 71, no. 2 (April 2019), 187-224.",
            Imprint("Rails and Towns", "71", "2", "187–224", "2019-04"),
        ),
        ("Rail Policy 123 (2018) 456–468", Imprint("Rail Policy", "123", "", "456–468", "2018")),
        ("Rail Polit (2019) 56:345–369", Imprint("Rail Polit", "56", "", "345–369", "2019")),
        ("Journal of Rails. 2019;12(3):345–356", Imprint("Journal of Rails", "12", "3", "345–356", "2019")),
        (
            "American Rail Review (2020) 114, 3, 678–692",
            Imprint("American Rail Review", "114", "3", "678–692", "2020"),
        ),
        (
            "Rail Affairs 95: 1 (2019) 107–128; doi: 10.1093/ia/iiy265",
            Imprint("Rail Affairs", "95", "1", "107–128", "2019", "10.1093/ia/iiy265"),
        ),
        (
            "Rail Security , Vol. 25, No. 1 (Summer, 2000), pp. 5-41",
            Imprint("Rail Security", "25", "1", "5–41", "2000"),
        ),
        (
            "Rail Security , Spring, 2000, Vol. 24, No. 4 (Spring, 2000), pp. 5-41",
            Imprint("Rail Security", "24", "4", "5–41", "2000"),
        ),
        (
            "Journal of Rails, volume 7, number 1, July 2021. © 2021 Atlas Press. https://doi.org/10.1086/714",
            Imprint("Journal of Rails", "7", "1", "", "2021-07", "10.1086/714"),
        ),
        ("2021, VOL. 44, NO. 3, 345–369", Imprint("", "44", "3", "345–369", "2021")),
    ],
)
def test_the_forms_of_imprints_are_told_apart(line: str, said: Imprint) -> None:
    assert imprint_in(line) == said
    assert said.is_sure


@pytest.mark.parametrize(
    "line",
    [
        "Trams carried 300 people in 2019",
        "The War of 1914–1918",
        "See Rail Security, Vol. 4, No. 1 (2019), pp. 1–9",
        "Jane Doe, Rail Security, Vol. 4, No. 1 (2019), pp. 1–9",
        "Jane Doe, “Rails,” Rail Security, Vol. 4, No. 1 (2019), pp. 1–9",
        "Table 3 (2019) 12–14",
        "Rail Security, 1999, Vol. 24, No. 4 (Spring, 2000), pp. 5-41",
        "We counted 12 (3) trams, 12–14",
        "x" * 10_000,
        "A." * 100 + "!",
    ],
)
def test_other_lines_are_no_imprints(line: str) -> None:
    assert imprint_in(line) is None


@pytest.mark.parametrize(
    ("drawers", "work"),
    [
        pytest.param(
            [
                at(
                    60,
                    "Rail Security, Vol. 44, No. 1 (Summer 2019), pp. 42–79, https://doi.org/10.1162/a_00351",
                )
            ],
            ["journal", "Rail Security", "44", "1", "42–79", "2019", "10.1162/a_00351"],
            id="at the foot",
        ),
        pytest.param(
            [
                at(
                    800,
                    "JOURNAL OF RAIL STUDIES",
                    "2021, VOL. 44, NO. 3, 345–369",
                    "https://doi.org/10.1080/014",
                )
            ],
            ["journal", "Journal of Rail Studies", "44", "3", "345–369", "2021", "10.1080/014"],
            id="numbers below the name",
        ),
        pytest.param(
            [at(800, "Rail Policy 123 (2018) 456–468"), at(60, "https://doi.org/10.1016/j.rail.2018.09.018")],
            ["journal", "Rail Policy", "123", "", "456–468", "2018", "10.1016/j.rail.2018.09.018"],
            id="DOI at the other end",
        ),
        pytest.param(
            [
                at(
                    820,
                    "Journal of Rails",
                    "2019, Vol. 56(3) 345–360",
                    "© The Author(s) 2019",
                    "Article reuse guidelines:",
                    "atlaspub.com/journals-permissions",
                    "DOI: 10.1177/002",
                )
            ],
            ["journal", "Journal of Rails", "56", "3", "345–360", "2019", "10.1177/002"],
            id="among other lines",
        ),
        pytest.param(
            [
                at(
                    300,
                    "Author(s): Jane Doe and Max Poe",
                    "Source: Rail Security , Vol. 25, No. 1 (Summer, 2000), pp. 5-41",
                    "Published by: Atlas Press",
                )
            ],
            ["journal", "Rail Security", "25", "1", "5–41", "2000", ""],
            id="behind a label",
        ),
    ],
)
def test_the_imprint_on_the_first_page_is_proposed(drawers: list[Draw], work: list[str]) -> None:
    draft = read(titled("Jane Doe and Max Poe*"), *drawers)
    assert [taken(draft, each) for each in WORK] == work
    assert taken(draft, Detail.AUTHORS) == "Jane Doe; Max Poe"
    assert taken(draft, Detail.TITLE) == "Rails and the towns that leave them"
    assert {draft.proposals[each][0].origin for each in (Detail.PUBLISHER, Detail.AUTHORS)} == {Origin.TEXT}


@pytest.mark.parametrize(
    "drawers",
    [
        pytest.param(
            [
                at(
                    90,
                    "1 Ann Lee and Bo Roe, “What rails are for, and who has them now,”",
                    "Rail Security, Vol. 4, No. 1 (Summer 2009), pp. 1–9, https://doi.org/10.1162/a_1",
                )
            ],
            id="a footnote",
        ),
        pytest.param(
            [at(800, "Rail Policy 123 (2018) 456–468"), at(60, "Rail Affairs 95: 1 (2019) 107–128")],
            id="two that differ",
        ),
        pytest.param([at(800, "Rails Weekly, Vol. 3, No. 2 (May 1994)")], id="a magazine"),
        pytest.param([at(800, "Volume 12, Issue 3, 2019", "Pages 1–20")], id="no name"),
        pytest.param([at(60, "Chapter 4 (2019) 12–14")], id="a chapter"),
    ],
)
def test_what_may_be_another_work_is_not_proposed(drawers: list[Draw]) -> None:
    draft = read(titled("Jane Doe and Max Poe*"), *drawers)
    assert [taken(draft, each) for each in (*WORK, Detail.AUTHORS)] == [""] * 8


IMPRINT = at(60, "Rail Security, Vol. 44, No. 1 (2019), pp. 42–79")


@pytest.mark.parametrize(
    ("below", "authors"),
    [
        (["Jane Doe", "University of Norland"], "Jane Doe"),
        (["Jane Doe1, Max Poe2 and Ann Lee1,2"], "Jane Doe; Max Poe; Ann Lee"),
        (["JANE DOE†"], "Jane Doe"),
        (["Jane Doe1 · Max Poe2"], "Jane Doe; Max Poe"),
        (["Jane Doea, Max Poeb", "a University of Norland", "b Institute of Rails"], ""),
        (["Jane Doe", "University of Norland", "Max Poe", "Institute of Rails"], "Jane Doe; Max Poe"),
        (["Jane Doe, Max Poe,", "and Ann Lee*"], "Jane Doe; Max Poe; Ann Lee"),
        (["Civil Trams and Foreign Rails", "A. town hall in the rain", "Jane Doe*"], ""),
        (["Civil Trams and Foreign Rails"], ""),
        (["Evidence From Norland*"], ""),
        (["Rails, Towns, and People"], ""),
        (["Jane Doe", "University of Norland", "Max Poe"], ""),
    ],
)
def test_names_below_the_title_are_authors_if_something_shows_it(below: list[str], authors: str) -> None:
    assert taken(read(titled(*below), IMPRINT), Detail.AUTHORS) == authors


def test_a_second_title_that_looks_like_names_is_none() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 70, 660, "Jane Doe", "University of Norland", size=10)
        lines(canvas, 70, 600, *BODY * 3)

    draft = read(
        at(720, "Rails and towns", size=20), at(690, "Civil Trams and Foreign Rails", size=14), draw, IMPRINT
    )
    assert taken(draft, Detail.AUTHORS) == "Jane Doe"


def test_an_author_whom_a_footnote_presents_is_one() -> None:
    note = at(100, "Jane Doe is Professor of Rails at the University of Norland.")
    assert taken(read(titled("Jane Doe"), note, IMPRINT), Detail.AUTHORS) == "Jane Doe"
    assert taken(read(titled("Jane Doe"), IMPRINT), Detail.AUTHORS) == ""


def test_a_doi_by_itself_says_no_kind() -> None:
    draft = read(titled(), at(60, "DOI: 10.1000/182"))
    assert [taken(draft, each) for each in (Detail.DOI, Detail.SORT)] == ["10.1000/182", ""]


def test_the_subject_of_a_file_may_be_an_imprint() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setSubject("Rail Policy, 123 (2018) 456-468. doi:10.1016/j.rail.2018")

    draft = read(draw, titled())
    assert [taken(draft, each) for each in WORK] == [
        "journal", "Rail Policy", "123", "", "456–468", "2018", "10.1016/j.rail.2018",
    ]  # fmt: skip
    assert draft.proposals[Detail.PUBLISHER][0].origin is Origin.PROPERTIES
    other = read(lambda canvas: canvas.setSubject("Rails (2018), towns"), titled())
    assert [taken(other, each) for each in WORK] == [""] * 7


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ({"coverDisplayDate": "July 2021", "coverDate": "2021-07-01"}, "2021-07"),
        ({"coverDate": "2021-07-01"}, "2021-07"),
        ({"coverDisplayDate": "Summer"}, ""),
    ],
)
def test_the_date_of_an_issue_is_read_from_the_packet(said: dict[str, str], date: str) -> None:
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier>doi:10.1000/182</dc:identifier>'
        + "".join(f"<prism:{name}>{text}</prism:{name}>" for name, text in said.items())
        + "</rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    draft = read_pdf(drawn(titled()) + packet.encode(), "x.pdf")
    assert taken(draft, Detail.PUBLISHED) == date
    assert taken(draft, Detail.DOI) == "10.1000/182"


def test_the_day_on_which_an_article_appeared_says_more_than_the_year_of_its_issue() -> None:
    draft = read(at(740, "Published online: 12 March 2019"), titled("Jane Doe*"), IMPRINT)
    assert taken(draft, Detail.PUBLISHED) == "2019-03-12"


@pytest.mark.parametrize(
    ("name", "work"),
    [
        (
            "Rails, Towns & People",
            ["journal", "Rails, Towns & People", "44", "3", "345–369", "2021", "10.1080/014.2020"],
        ),
        ("Atlas Online", [""] * 7),
    ],
)
def test_what_a_publisher_asks_to_be_cited_is_believed_if_the_journal_is_named(
    name: str, work: list[str]
) -> None:
    cite = (
        "To cite this article: Jane Doe & Max Poe (2021) Rails, and the towns that leave them,",
        "Rails, Towns & People, 44:3, 345-369, DOI: 10.1080/014.2020",
    )
    draft = read(at(800, name), at(740, *cite), titled(title="Rails, and the towns that leave them"))
    assert [taken(draft, each) for each in WORK] == work
    assert taken(draft, Detail.AUTHORS) == ("Jane Doe; Max Poe" if work[0] else "")
