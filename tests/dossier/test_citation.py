# SPDX-License-Identifier: MIT
"""Short and full cites, by examples of how names and dates are given."""

from __future__ import annotations

import pytest

from dissoi.dossier.author_names import last_name
from dissoi.dossier.citation import (
    authors_short,
    credentials_short,
    full_cite_parts,
    long_date,
    missing_from_cite,
    short_cite,
)
from dissoi.dossier.cite_styles import CiteStyle, full_cite_spans
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Article, Author, RecordId

_BOTH = "; ".join(["professor of transport economics, University of Leeds"] * 2)


def article(*names: str, published: str = "2025-02-18", publisher: str = "", title: str = "") -> Article:
    authors = tuple(Author(name=name) for name in names)
    return Article(id=RecordId("a"), authors=authors, published=published, publisher=publisher, title=title)


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Anatol Lieven", "Lieven"),
        ("Lieven", "Lieven"),
        ("Lieven, Anatol", "Lieven"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("von der Leyen, Ursula", "von der Leyen"),
        ("Ludwig van Beethoven", "van Beethoven"),
        ("Charles de Gaulle", "de Gaulle"),
        ("De Gaulle", "Gaulle"),
        ("Martin Luther King, Jr.", "King"),
        ("Martin Luther King Jr.", "King"),
        ("John Smith III", "Smith"),
        ("José Ortega-Díaz", "Ortega-Díaz"),
        ("  Anatol   Lieven  ", "Lieven"),
        ("李明", "李明"),
        ("محمد بن سلمان", "بن سلمان"),
        ("Jane Smith (Reuters)", "Smith"),
        ("Jane Smith PhD", "Smith"),
        ("Xiao Ling Ma", "Ma"),
        ("By Jane Smith", "Smith"),
        ("(Reuters)", "(Reuters)"),
        ("Jr.", "Jr."),
        ("", ""),
    ],
)
def test_last_names(name: str, family: str) -> None:
    assert last_name(Author(name=name)) == family


@pytest.mark.parametrize(
    ("names", "cite"),
    [
        (("Anatol Lieven",), "Lieven 25"),
        (("Anatol Lieven", "Timothy Garton Ash"), "Lieven and Ash 25"),
        (("A. Lieven", "T. Ash", "U. Franke"), "Lieven et al. 25"),
        (("A. Lieven", " "), "Lieven 25"),
    ],
)
def test_short_cites(names: tuple[str, ...], cite: str) -> None:
    assert short_cite(article(*names)) == cite


def test_a_short_cite_without_a_date_says_so() -> None:
    assert short_cite(article("Anatol Lieven", published="")) == "Lieven n.d."


def test_the_publisher_stands_in_for_authors_and_the_title_for_both() -> None:
    assert authors_short(article(publisher="Reuters", title="A force")) == "Reuters"
    assert authors_short(article(title="A force")) == "A force"


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2025-02-18", "18 February 2025"),
        ("2025-12-01", "1 December 2025"),
        ("2025-02", "February 2025"),
        ("2025", "2025"),
        ("", ""),
        ("2025-13", "2025"),
    ],
)
def test_dates_in_words(date: str, words: str) -> None:
    assert long_date(date) == words


def test_a_full_cite_has_all_that_evidence_rules_ask_for() -> None:
    full = Article(
        id=RecordId("a"),
        title="A force",
        authors=(Author(name="A. Lieven", credentials="director"), Author(name="T. Ash")),
        publisher="The Journal",
        published="2025-02",
        url="https://example.org/force",
        accessed="2025-02-20",
    )
    assert "".join(span.text for span in full_cite_spans(full, CiteStyle.DEBATE)) == (
        "Lieven and Ash 25: A. Lieven (director); T. Ash, February 2025, A force, The Journal, "
        "https://example.org/force, accessed 20 February 2025."
    )
    assert [name for name, _ in full_cite_parts(full)] == [
        "authors",
        "date",
        "title",
        "publisher",
        "url",
        "accessed",
    ]
    assert missing_from_cite(full) == ()


def test_authors_of_whom_no_letter_is_given_are_nobody() -> None:
    assert short_cite(article(",", "Bo Lee")) == "Lee 25"
    assert "author" in missing_from_cite(article(","))


def test_an_article_of_which_nothing_is_known_lacks_everything() -> None:
    unknown = Article(id=RecordId("a"))
    assert full_cite_parts(unknown) == ()
    assert missing_from_cite(unknown) == ("author", "author’s credentials", "title", "publisher", "date")


def test_an_address_asks_for_a_date_of_access() -> None:
    at = Article(id=RecordId("a"), url="https://example.org")
    assert "date of access" in missing_from_cite(at)
    assert "date of access" not in missing_from_cite(at.model_copy(update={"accessed": "2025"}))


def test_a_dossier_tells_alike_cites_apart() -> None:
    first, second = (
        article("Ana Ruiz", title=title).model_copy(update={"id": RecordId(title), "order": order})
        for title, order in (("Rust", "1"), ("Cables", "2"))
    )
    alone = Dossier.of([first])
    both = Dossier.of([first, second])
    assert alone.cite_of(first.id) == "Ruiz 25"
    assert [both.cite_of(each.id) for each in (first, second)] == ["Ruiz 25b", "Ruiz 25a"]


@pytest.mark.parametrize(
    ("credentials", "told"),
    [
        (["bridge engineer"], "bridge engineer"),
        ([" "], ""),
        (["professor, Leeds; author of two books on rust"], "professor, Leeds"),
        (["professor of transport economics, University of Leeds, and chair of its council"] * 2, _BOTH),
        (["a" * 80], "a" * 59 + "…"),
        (["first", "", "third"], "first"),
        (["", "second"], "second"),
    ],
)
def test_short_credentials_are_of_whom_a_short_cite_names(credentials: list[str], told: str) -> None:
    authors = tuple(Author(name=f"A{place} B", credentials=each) for place, each in enumerate(credentials))
    assert credentials_short(Article(id=RecordId("a"), authors=authors)) == told


def test_credentials_of_whom_no_name_is_given_are_told_nowhere() -> None:
    """They stand in no full cite, so that they are asked for, and are not said beside the name of another."""
    nobody = Author(name=" ", credentials="bridge engineer")
    one = Article(id=RecordId("a"), authors=(nobody, Author(name="Ana Ruiz")))
    assert credentials_short(one) == ""
    assert "author’s credentials" in missing_from_cite(one)
    several = one.model_copy(
        update={"authors": (nobody, *(Author(name=f"A {name}", credentials=name) for name in "BCD"))}
    )
    assert credentials_short(several) == "B"
