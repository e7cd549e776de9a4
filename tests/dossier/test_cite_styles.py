# SPDX-License-Identifier: MIT
"""Full cites in each style, by examples of every kind of article."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.strategies import dossiers

from dissoi.dossier.author_names import Name, is_organisation, name_of
from dissoi.dossier.citation import cite_marks, short_cite
from dissoi.dossier.cite_styles import CiteStyle, cites_of, full_cite_spans
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Article, Author, RecordId

DEBATE, MLA, APA, CHICAGO = CiteStyle.DEBATE, CiteStyle.MLA, CiteStyle.APA, CiteStyle.CHICAGO


def article(*names: str, **fields: str) -> Article:
    authors = tuple(Author(name=name) for name in names)
    return Article(id=RecordId(fields.pop("id", "a")), authors=authors, **fields)  # type: ignore[arg-type]


def written(each: Article, style: CiteStyle) -> str:
    """A cite with its italics between stars, as Markdown has them."""
    spans = full_cite_spans(each, style)
    return "".join(f"*{span.text}*" if span.italic else span.text for span in spans)


STEEL = article(
    "Ana Ruiz",
    title="Steel and Salt",
    publisher="City Works",
    published="2024-03-05",
    url="https://example.org/steel",
    accessed="2025-01-02",
)
TWO = article(
    "Ana Maria Ruiz", "Jean-Paul Lee", title="“Safe” Bridges?", publisher="The Post", published="2023-09"
)
MANY = article("A. One", "B. Two", "C. Three", title="Ropes", publisher="Knots", published="2020")
SEVEN = article(*(f"Ann Name{n}" for n in range(1, 8)), title="Ropes", publisher="Knots", published="2020")
CROWD = article(*(f"Ann Name{n}" for n in range(1, 23)), title="Ropes", publisher="Knots", published="2020")
UNSIGNED = article(title="We Need the Road", publisher="Ferry Street Traders", published="2024-11-30")
UNDATED = article(
    "Bo Lee", title="Rust", publisher="Atlas", url="https://example.org/r", accessed="2025-05-09"
)
BODY = article(
    "World Health Organization", title="Noise.", publisher="World Health Organization", published="2018"
)
BARE = article(title="Notes")
NOBODY = article(publisher="Atlas", published="1999")
PREACHER = article("Martin Luther King, Jr.", title="Why?", publisher="Harper", published="1964-07")
LADY = article("Ursula von der Leyen", title="A Plan", publisher="EU News", published="2025-02-18")

GOLD = [
    (
        STEEL,
        (
            "Ruiz 24: Ana Ruiz, 5 March 2024, *Steel and Salt*, City Works, "
            "https://example.org/steel, accessed 2 January 2025."
        ),
        "Ruiz, Ana. “Steel and Salt.” *City Works*, 5 Mar. 2024, example.org/steel. Accessed 2 Jan. 2025.",
        "Ruiz, A. (2024, March 5). *Steel and Salt*. City Works. https://example.org/steel",
        "Ruiz, Ana. “Steel and Salt.” *City Works*, March 5, 2024. https://example.org/steel.",
    ),
    (
        TWO,
        "Ruiz and Lee 23: Ana Maria Ruiz; Jean-Paul Lee, September 2023, *“Safe” Bridges?*, The Post.",
        "Ruiz, Ana Maria, and Jean-Paul Lee. “‘Safe’ Bridges?” *The Post*, Sept. 2023.",
        "Ruiz, A. M., & Lee, J.-P. (2023, September). *“Safe” Bridges?* The Post.",
        "Ruiz, Ana Maria, and Jean-Paul Lee. “‘Safe’ Bridges?” *The Post*, September 2023.",
    ),
    (
        MANY,
        "One et al. 20: A. One; B. Two; C. Three, 2020, *Ropes*, Knots.",
        "One, A., et al. “Ropes.” *Knots*, 2020.",
        "One, A., Two, B., & Three, C. (2020). *Ropes*. Knots.",
        "One, A., B. Two, and C. Three. “Ropes.” *Knots*, 2020.",
    ),
    (
        UNSIGNED,
        "Ferry Street Traders 24: 30 November 2024, *We Need the Road*, Ferry Street Traders.",
        "“We Need the Road.” *Ferry Street Traders*, 30 Nov. 2024.",
        "*We Need the Road*. (2024, November 30). Ferry Street Traders.",
        "Ferry Street Traders. “We Need the Road.” November 30, 2024.",
    ),
    (
        UNDATED,
        "Lee n.d.: Bo Lee, *Rust*, Atlas, https://example.org/r, accessed 9 May 2025.",
        "Lee, Bo. “Rust.” *Atlas*, example.org/r. Accessed 9 May 2025.",
        "Lee, B. (n.d.). *Rust*. Atlas. Retrieved May 9, 2025, from https://example.org/r",
        "Lee, Bo. “Rust.” *Atlas*. Accessed May 9, 2025. https://example.org/r.",
    ),
    (
        BODY,
        "World Health Organization 18: World Health Organization, 2018, *Noise*, World Health Organization.",
        "“Noise.” *World Health Organization*, 2018.",
        "World Health Organization. (2018). *Noise.*",
        "World Health Organization. “Noise.” 2018.",
    ),
    (BARE, "Notes n.d.: *Notes*.", "“Notes.”", "*Notes*. (n.d.).", "“Notes.”"),
    (
        NOBODY,
        "Atlas 99: 1999, Atlas.",
        "“Untitled.” *Atlas*, 1999.",
        "[Untitled]. (1999). Atlas.",
        "Atlas. “Untitled.” 1999.",
    ),
    (
        PREACHER,
        "King 64: Martin Luther King, Jr., July 1964, *Why?*, Harper.",
        "King, Martin Luther, Jr. “Why?” *Harper*, July 1964.",
        "King, M. L., Jr. (1964, July). *Why?* Harper.",
        "King, Martin Luther, Jr. “Why?” *Harper*, July 1964.",
    ),
    (
        LADY,
        "von der Leyen 25: Ursula von der Leyen, 18 February 2025, *A Plan*, EU News.",
        "von der Leyen, Ursula. “A Plan.” *EU News*, 18 Feb. 2025.",
        "von der Leyen, U. (2025, February 18). *A Plan*. EU News.",
        "von der Leyen, Ursula. “A Plan.” *EU News*, February 18, 2025.",
    ),
]


@pytest.mark.parametrize(
    ("each", "style", "cite"),
    [(each, style, cite) for each, *cites in GOLD for style, cite in zip(CiteStyle, cites, strict=True)],
)
def test_cites_are_written_as_the_style_has_them(each: Article, style: CiteStyle, cite: str) -> None:
    assert written(each, style) == cite


def test_debate_cites_name_credentials() -> None:
    author = Author(name="Ana Ruiz", credentials="bridge engineer")
    told = written(STEEL.model_copy(update={"authors": (author,)}), DEBATE)
    assert told.startswith("Ruiz 24: Ana Ruiz (bridge engineer), 5 March 2024")


def test_many_authors_are_cut_where_the_style_cuts_them() -> None:
    assert written(SEVEN, CHICAGO).startswith("Name1, Ann, Ann Name2, Ann Name3, et al. “Ropes.”")
    apa = written(CROWD, APA)
    assert "Name19, A., . . . Name22, A. (2020)" in apa
    assert "Name20" not in apa


def test_an_article_of_which_nothing_is_known_has_no_cite() -> None:
    assert [full_cite_spans(article(), style) for style in CiteStyle] == [()] * 4


@pytest.mark.parametrize("style", CiteStyle)
def test_addresses_are_links_where_they_are_safe(style: CiteStyle) -> None:
    links = [span.link for span in full_cite_spans(STEEL, style) if span.link]
    assert links == ["https://example.org/steel"]
    shady = STEEL.model_copy(update={"url": "javascript:alert(1)"})
    assert not any(span.link for span in full_cite_spans(shady, style))


@pytest.mark.parametrize(
    ("name", "publisher", "is_body"),
    [
        ("World Health Organization", "", True),
        ("Human Rights Watch", "", True),
        ("Ministry of Defence", "", True),
        ("The Economist", "", True),
        ("Reporters Without Borders", "Reporters Without Borders", True),
        ("RAND Corporation", "", True),
        ("World Bank", "", True),
        ("Ministère des Affaires étrangères", "", True),
        ("Jane Smith (University of Oslo)", "", False),
        ("Emily Post", "", False),
        ("Edward House", "", False),
        ("Edward M. House", "", False),
        ("House, Edward Mandell", "", False),
        ("Washington Post", "", True),
        ("Supreme Court", "", True),
        ("Doctors Without Borders", "", True),
        ("Ana Ruiz", "City Works", False),
        ("Reuters", "Reuters", False),
        ("", "", False),
    ],
)
def test_organisations_are_told_from_people(name: str, publisher: str, *, is_body: bool) -> None:
    assert is_organisation(name, publisher) is is_body


def test_organisations_are_cited_by_their_whole_name() -> None:
    assert short_cite(BODY) == "World Health Organization 18"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("King, Martin Luther, Jr.", Name("King", "Martin Luther", "Jr.")),
        ("Martin Luther King Jr.", Name("King", "Martin Luther", "Jr.")),
        ("Ali Ali", Name("Ali", "Ali")),
        ("李明", Name("李明")),
        ("von der Leyen, Ursula", Name("von der Leyen", "Ursula")),
        ("J.R.R. Tolkien", Name("Tolkien", "J. R. R.")),
        ("Vance, J.D.", Name("Vance", "J. D.")),
        ("J.-P. Sartre", Name("Sartre", "J.-P.")),
        ("Jane Smith, PhD", Name("Smith", "Jane")),
        ("Martin Luther King, Jr., Ph.D.", Name("King", "Martin Luther", "Jr.")),
        ("Dr. Jane Smith, M.D., MPH", Name("Smith", "Jane")),
        ("Sen. Bernie Sanders", Name("Sanders", "Bernie")),
        ("Jack Ma", Name("Ma", "Jack")),
        ("Associated Press", Name("Associated Press")),
        ("Lt. Gen. Mark Smith", Name("Smith", "Mark")),
        ("McDonald, Ronald (CEO)", Name("McDonald", "Ronald")),
        ("Dr. Smith", Name("Smith")),
        ("Jane Smith Ph. D.", Name("Smith", "Jane")),
        ("Smith, Jane, PhD", Name("Smith", "Jane")),
        ("Jo Cox MP", Name("Cox", "Jo")),
        ("Smith Jr., John", Name("Smith", "John", "Jr.")),
        ("Smith, Jr., John", Name("Smith", "John", "Jr.")),
        ("J.R.R.Tolkien", Name("Tolkien", "J. R. R.")),
        ("JD Vance", Name("Vance", "J. D.")),
        ("AL GORE", Name("GORE", "AL")),
        ("Smith A.B.", Name("Smith", "A. B.")),
        ("A.B.", Name("A. B.")),
        ("Malcolm X", Name("X", "Malcolm")),
        ("van Gogh", Name("van Gogh")),
        ("Al Gore", Name("Gore", "Al")),
        ("Abdel Fattah el Sisi", Name("el Sisi", "Abdel Fattah")),
        ("Juan de los Santos", Name("de los Santos", "Juan")),
        ("Ian St John", Name("St John", "Ian")),
        ("House, Edward Mandell", Name("House", "Edward Mandell")),
        (",", Name("")),
    ],
)
def test_names_are_taken_apart(name: str, parts: Name) -> None:
    assert name_of(Author(name=name)) == parts


def test_cites_that_would_be_the_same_have_letters_by_title() -> None:
    first = STEEL.model_copy(update={"id": RecordId("z"), "title": "Aging steel"})
    other = STEEL.model_copy(update={"id": RecordId("o"), "published": "2023"})
    cites = cites_of([STEEL, first, other], APA)
    assert [cites[key][0] for key in ("z", "a", "o")] == ["Ruiz 24a", "Ruiz 24b", "Ruiz 23"]
    assert "".join(span.text for span in cites["a"][1]).startswith("Ruiz, A. (2024b, March 5)")
    undated = [each.model_copy(update={"published": ""}) for each in (STEEL, first)]
    assert [cite for cite, _ in cites_of(undated, APA).values()] == ["Ruiz n.d.-b", "Ruiz n.d.-a"]


def shorts(*articles: Article) -> list[str]:
    numbered = [each.model_copy(update={"id": RecordId(str(n))}) for n, each in enumerate(articles)]
    return [short for short, _ in cites_of(numbered, APA).values()]


def test_years_of_two_centuries_are_written_whole() -> None:
    old, new = article("Al Smith", published="1924"), article("Al Smith", published="2024-05")
    assert shorts(old, new, article("Al Smith", published="2023")) == ["Smith 1924", "Smith 2024", "Smith 23"]
    assert shorts(old, new, new) == ["Smith 1924", "Smith 2024a", "Smith 2024b"]
    old, new = (each.model_copy(update={"id": RecordId(each.published)}) for each in (old, new))
    full = ["".join(span.text for span in spans) for _, spans in cites_of([old, new], APA).values()]
    assert [text[:16] for text in full] == ["Smith, A. (1924)", "Smith, A. (2024,"]
    full = ["".join(span.text for span in spans) for _, spans in cites_of([old, new], DEBATE).values()]
    assert [text[:11] for text in full] == ["Smith 1924:", "Smith 2024:"]


def test_people_of_one_name_are_told_apart_by_initials_and_then_by_first_names() -> None:
    john, jane, mary = (article(f"{first} Smith", published="2024") for first in ("John", "Jane B.", "Mary"))
    assert shorts(john, mary) == ["J. Smith 24", "M. Smith 24"]
    assert shorts(john, jane, mary) == ["J. Smith 24", "J. B. Smith 24", "M. Smith 24"]
    joan = article("Joan Smith", published="2024")
    assert shorts(john, joan, mary) == ["John Smith 24", "Joan Smith 24", "M. Smith 24"]
    assert shorts(john, john, joan) == ["John Smith 24a", "John Smith 24b", "Joan Smith 24"]
    assert shorts(john, article("J. Smith", published="2024")) == ["Smith 24a", "Smith 24b"]
    century = article("Mary Smith", published="1924")
    assert shorts(john, mary, century) == ["J. Smith 2024", "M. Smith 2024", "Smith 1924"]


def test_initials_are_said_of_everybody_whom_a_short_cite_names() -> None:
    first = article("Ann Ode", "Bo Lee", published="2024")
    other = article("Ann Ode", "Cy Lee", published="2024")
    assert shorts(first, other) == ["A. Ode and B. Lee 24", "A. Ode and C. Lee 24"]
    press = article("Gulf Press Agency", "Bo Lee", published="2024")
    assert shorts(press, article("Gulf Press Agency", "Cy Lee", published="2024")) == [
        "Gulf Press Agency and B. Lee 24",
        "Gulf Press Agency and C. Lee 24",
    ]


def test_letters_go_on_behind_z() -> None:
    many = [STEEL.model_copy(update={"id": RecordId(f"{n:03}")}) for n in range(30)]
    marks = cite_marks(many)
    assert [marks[RecordId(key)].letter for key in ("000", "025", "026", "029")] == ["a", "z", "aa", "ad"]


@given(dossiers())
def test_every_article_can_be_cited(dossier: Dossier) -> None:
    for style in CiteStyle:
        cites = cites_of(dossier.articles, style)
        assert len({short for short, _ in cites.values()}) == len(dossier.articles)
        for short, spans in cites.values():
            assert short
            assert all(span.text for span in spans)


def test_initials_that_are_written_together_are_all_kept() -> None:
    each = article("J.R.R. Tolkien", "J.-P. Lee", title="Rings", publisher="Allen")
    assert written(each, APA).startswith("Tolkien, J. R. R., & Lee, J.-P. (n.d.).")
    assert written(each, MLA).startswith("Tolkien, J. R. R., and J.-P. Lee. “Rings.”")


def test_whoever_wrote_with_the_publisher_is_named() -> None:
    each = article("Reuters", "Jane Smith", title="Rust", publisher="Reuters", published="2025")
    assert written(each, MLA) == "Reuters, and Jane Smith. “Rust.” *Reuters*, 2025."


def test_a_person_named_as_the_publisher_is_is_not_taken_for_it() -> None:
    each = article("Ana Harper", title="Rust", publisher="Harper", published="2025")
    assert [written(each, style) for style in (MLA, APA, CHICAGO)] == [
        "Harper, Ana. “Rust.” *Harper*, 2025.",
        "Harper, A. (2025). *Rust*. Harper.",
        "Harper, Ana. “Rust.” *Harper*, 2025.",
    ]


@pytest.mark.parametrize(
    ("title", "quoted"),
    [
        ("He said “no”", "“He said ‘no.’”"),
        ("Who said “why?”", "“Who said ‘why?’”"),
        ("Did he say “no”?", "“Did he say ‘no’?”"),
        ('The "new" war', "“The ‘new’ war.”"),
        ("The traders’", "“The traders’.”"),
    ],
)
def test_marks_within_a_title_become_single_and_the_full_stop_stands_inside(title: str, quoted: str) -> None:
    assert written(article(title=title), MLA) == quoted
    assert written(article(title=title), CHICAGO) == quoted


def test_degrees_are_not_part_of_the_name_that_is_said() -> None:
    assert short_cite(article("Jane Smith, PhD", published="2025")) == "Smith 25"


def test_who_is_cited_by_a_title_alone_has_no_initial_for_it() -> None:
    each = article("Dr. Smith", title="Rust", publisher="Atlas", published="2025")
    assert written(each, APA) == "Smith. (2025). *Rust*. Atlas."


def test_a_byname_has_no_initials() -> None:
    assert name_of(Author(name="Dwayne “The Rock” Johnson")).initialled == "Johnson, D."
    assert name_of(Author(name="Smith, J. 'Jack'")).initialled == "Smith, J. J."


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("The bridges fall.", "The bridges fall"),
        ("Do bridges fall?", "Do bridges fall?"),
        ("Bridges and so on…", "Bridges and so on…"),
        ("Wait...", "Wait..."),
        ("Life in the U.S.", "Life in the U.S."),
        ("Bridges Inc.", "Bridges Inc."),
        ("橋は落ちる。", "橋は落ちる"),
        ("पुल गिरते हैं।", "पुल गिरते हैं"),
    ],
)
def test_a_title_keeps_no_stop_before_a_comma_and_gets_no_second_one(title: str, told: str) -> None:
    each = article("Ana Ruiz", title=title, publisher="Atlas", published="2024")
    assert written(each, DEBATE) == f"Ruiz 24: Ana Ruiz, 2024, *{told}*, Atlas."
    for style in (MLA, APA, CHICAGO):
        assert f"{title}." not in written(each, style).replace("*", "")
    assert written(article(title=title), DEBATE).endswith(f": *{title}*")
