# SPDX-License-Identifier: MIT
"""Cites of each kind of work. The golden ones are the examples that the style guides themselves print.

MLA: Purdue OWL, “MLA Works Cited Page” (Books, Periodicals, Other Common Sources), with the en dashes of the
handbook. APA: the Publication Manual's “Common References at a Glance” and apastyle.apa.org, “Reference
Examples”, some addresses cut short. Chicago: chicagomanualofstyle.org, “Citation Quick Guide”, 18th edition;
the interview and the edited book are of that of the 17th, without the place, which the 18th leaves out.
"""

from __future__ import annotations

import pytest

from dissoi.dossier.article_kinds import DETAILS_OF, as_cited, doi_address, edition_said, pages_marked
from dissoi.dossier.citation import appeared_in, missing_from_cite, short_cite
from dissoi.dossier.cite_styles import CiteStyle, full_cite_spans
from dissoi.dossier.records import WRITTEN_DETAILS, Article, ArticleKind, Author, RecordId

DEBATE, MLA, APA, CHICAGO = CiteStyle.DEBATE, CiteStyle.MLA, CiteStyle.APA, CiteStyle.CHICAGO
NEWS, JOURNAL, BOOK, CHAPTER = ArticleKind.NEWS, ArticleKind.JOURNAL, ArticleKind.BOOK, ArticleKind.CHAPTER
REPORT, SPEECH, INTERVIEW = ArticleKind.REPORT, ArticleKind.SPEECH, ArticleKind.INTERVIEW


def work(sort: ArticleKind, *names: str, **fields: str) -> Article:
    authors = tuple(Author(name=name) for name in names)
    return Article(id=RecordId("a"), sort=sort, authors=authors, **fields)  # type: ignore[arg-type]


def written(each: Article, style: CiteStyle) -> str:
    """A cite with its italics between stars, as Markdown has them."""
    spans = full_cite_spans(each, style)
    return "".join(f"*{span.text}*" if span.italic else span.text for span in spans)


MLA_GOLD = [
    (
        work(
            JOURNAL,
            "Alaknanda Bagchi",
            title="Conflicting Nationalisms: The Voice of the Subaltern in Mahasweta Devi’s Bashai Tudu",
            publisher="Tulsa Studies in Women’s Literature",
            volume="15",
            issue="1",
            published="1996",
            pages="41-50",
        ),
        (
            "Bagchi, Alaknanda. “Conflicting Nationalisms: The Voice of the Subaltern in Mahasweta "
            "Devi’s Bashai "
            "Tudu.” *Tulsa Studies in Women’s Literature*, vol. 15, no. 1, 1996, pp. 41–50."
        ),
    ),
    (
        work(
            JOURNAL,
            "Nadine Dolby",
            title="Research in Youth Culture and Policy: Current Conditions and Future Directions",
            publisher="Social Work and Society: The International Online-Only Journal",
            volume="6",
            issue="2",
            published="2008",
            url="http://www.socwork.net/sws/article/view/60/362",
            accessed="2009-05-20",
        ),
        (
            "Dolby, Nadine. “Research in Youth Culture and Policy: Current Conditions and Future "
            "Directions.” "
            "*Social Work and Society: The International Online-Only Journal*, vol. 6, no. 2, 2008, "
            "www.socwork.net/sws/article/view/60/362. Accessed 20 May 2009."
        ),
    ),
    (
        work(
            NEWS,
            "Bill Brubaker",
            title="New Health Center Targets County’s Uninsured Patients",
            publisher="Washington Post",
            published="2007-05-24",
            pages="LZ01",
        ),
        (
            "Brubaker, Bill. “New Health Center Targets County’s Uninsured Patients.” *Washington Post*, "
            "24 May 2007, p. LZ01."
        ),
    ),
    (
        work(
            BOOK,
            "James Gleick",
            title="Chaos: Making a New Science",
            publisher="Penguin",
            published="1987",
        ),
        "Gleick, James. *Chaos: Making a New Science*. Penguin, 1987.",
    ),
    (
        work(
            BOOK,
            "Sharon Crowley",
            "Debra Hawhee",
            title="Ancient Rhetorics for Contemporary Students",
            edition="3",
            publisher="Pearson",
            published="2004",
        ),
        (
            "Crowley, Sharon, and Debra Hawhee. *Ancient Rhetorics for Contemporary Students*. 3rd ed., "
            "Pearson, "
            "2004."
        ),
    ),
    (
        work(
            BOOK,
            title="Defining Visual Rhetorics",
            contributors="Charles A. Hill; Marguerite Helmers",
            publisher="Lawrence Erlbaum Associates",
            published="2004",
        ),
        (
            "Hill, Charles A., and Marguerite Helmers, editors. *Defining Visual Rhetorics*. Lawrence "
            "Erlbaum "
            "Associates, 2004."
        ),
    ),
    (
        work(
            CHAPTER,
            "Muriel Harris",
            title="Talk to Me: Engaging Reluctant Writers",
            container="A Tutor’s Guide: Helping Writers One to One",
            contributors="Ben Rafoth",
            publisher="Heinemann",
            published="2000",
            pages="24-34",
        ),
        (
            "Harris, Muriel. “Talk to Me: Engaging Reluctant Writers.” *A Tutor’s Guide: Helping Writers "
            "One to "
            "One*, edited by Ben Rafoth, Heinemann, 2000, pp. 24–34."
        ),
    ),
    (
        work(
            INTERVIEW,
            "Craig Zinkievich",
            contributors="Gareth Von Kallenbach",
            publisher="Skewed & Reviewed",
            published="2009-04-27",
            url="http://www.arcgames.com/en/games/star-trek-online/news/detail/1056940",
            accessed="2009-05-15",
        ),
        (
            "Zinkievich, Craig. Interview by Gareth Von Kallenbach. *Skewed & Reviewed*, 27 Apr. 2009, "
            "www.arcgames.com/en/games/star-trek-online/news/detail/1056940. Accessed 15 May 2009."
        ),
    ),
]

MLA_GOLD += [
    (
        work(
            BOOK,
            "Anne Frances Wysocki",
            "Johndan Johnson-Eilola",
            "Cynthia L. Selfe",
            "Geoffrey Sirc",
            title="Writing New Media: Theory and Applications for Expanding the Teaching of Composition",
            publisher="Utah State University Press",
            published="2004",
        ),
        (
            "Wysocki, Anne Frances, et al. *Writing New Media: Theory and Applications for Expanding the "
            "Teaching of Composition*. Utah State UP, 2004."
        ),
    ),
]

APA_GOLD = [
    (
        work(
            JOURNAL,
            "S. M. McCauley",
            "M. H. Christiansen",
            title="Language learning as language use: A crosslinguistic model of child language development",
            publisher="Psychological Review",
            volume="126",
            issue="1",
            published="2019-01",
            pages="1-51",
            doi="10.1037/rev0000126",
        ),
        (
            "McCauley, S. M., & Christiansen, M. H. (2019). Language learning as language use: A "
            "crosslinguistic "
            "model of child language development. *Psychological Review*, *126*(1), 1–51. "
            "https://doi.org/10.1037/rev0000126"
        ),
    ),
    (
        work(
            NEWS,
            "B. Guarino",
            title="How will humanity react to alien life? Psychologists have some predictions",
            publisher="The Washington Post",
            published="2017-12-04",
            url="https://www.washingtonpost.com/news/speaking-of-science",
            accessed="2020-01-01",
        ),
        (
            "Guarino, B. (2017, December 4). How will humanity react to alien life? Psychologists have "
            "some "
            "predictions. *The Washington Post*. https://www.washingtonpost.com/news/speaking-of-science"
        ),
    ),
    (
        work(
            NEWS,
            "C. Harlan",
            title="North Korea vows to restart shuttered nuclear reactor that can make bomb-grade plutonium",
            publisher="The Washington Post",
            published="2013-04-02",
            pages="A1, A4",
        ),
        (
            "Harlan, C. (2013, April 2). North Korea vows to restart shuttered nuclear reactor that can "
            "make "
            "bomb-grade plutonium. *The Washington Post*, A1, A4."
        ),
    ),
    (
        work(
            BOOK,
            "L. S. Brown",
            title="Feminist therapy",
            edition="2nd",
            publisher="American Psychological Association",
            published="2018",
            doi="https://doi.org/10.1037/0000092-000",
        ),
        (
            "Brown, L. S. (2018). *Feminist therapy* (2nd ed.). American Psychological Association. "
            "https://doi.org/10.1037/0000092-000"
        ),
    ),
    (
        work(
            BOOK,
            title="Nanotechnology based approaches for tuberculosis treatment",
            contributors="P. Kesharwani",
            publisher="Academic Press",
            published="2020",
        ),
        (
            "Kesharwani, P. (Ed.). (2020). *Nanotechnology based approaches for tuberculosis treatment*. "
            "Academic Press."
        ),
    ),
    (
        work(
            CHAPTER,
            "K. F. Balsam",
            "C. R. Martell",
            "K. P. Jones",
            "S. A. Safren",
            title="Affirmative cognitive behavior therapy with sexual and gender minority people",
            container="Culturally responsive cognitive behavior therapy: Practice and supervision",
            contributors="G. Y. Iwamasa; P. A. Hays",
            edition="2",
            pages="287–314",
            publisher="American Psychological Association",
            published="2019",
            doi="doi:10.1037/0000119-012",
        ),
        (
            "Balsam, K. F., Martell, C. R., Jones, K. P., & Safren, S. A. (2019). Affirmative cognitive "
            "behavior "
            "therapy with sexual and gender minority people. In G. Y. Iwamasa & P. A. Hays (Eds.), "
            "*Culturally "
            "responsive cognitive behavior therapy: Practice and supervision* (2nd ed., pp. 287–314). "
            "American "
            "Psychological Association. https://doi.org/10.1037/0000119-012"
        ),
    ),
    (
        work(
            REPORT,
            "National Cancer Institute",
            title="Facing forward: Life after cancer treatment",
            issue="NIH Publication No. 18-2424",
            publisher="U.S. Department of Health and Human Services, National Institutes of Health",
            published="2018",
            url="https://www.cancer.gov/publications/patient-education/life-after-treatment.pdf",
        ),
        (
            "National Cancer Institute. (2018). *Facing forward: Life after cancer treatment* (NIH "
            "Publication "
            "No. 18-2424). U.S. Department of Health and Human Services, National Institutes of Health. "
            "https://www.cancer.gov/publications/patient-education/life-after-treatment.pdf"
        ),
    ),
    (
        work(
            INTERVIEW,
            "Simone de Beauvoir",
            title="Simone de Beauvoir discusses the art of writing",
            publisher="Studs Terkel Radio Archive; The Chicago History Museum",
            published="1960-05-04",
            url="https://studsterkel.wfmt.com/programs/simone-de-beauvoir-discusses-art-writing",
        ),
        (
            "de Beauvoir, S. (1960, May 4). *Simone de Beauvoir discusses the art of writing* "
            "[Interview]. Studs "
            "Terkel Radio Archive; The Chicago History Museum. "
            "https://studsterkel.wfmt.com/programs/simone-de-beauvoir-discusses-art-writing"
        ),
    ),
    (
        work(
            SPEECH,
            "A. Lincoln",
            title="Gettysburg address",
            publisher="American Rhetoric",
            published="2019",
            url="https://www.americanrhetoric.com/speeches/gettysburgaddress.htm",
        ),
        (
            "Lincoln, A. (2019). *Gettysburg address* [Speech transcript]. American Rhetoric. "
            "https://www.americanrhetoric.com/speeches/gettysburgaddress.htm"
        ),
    ),
]

CHICAGO_GOLD = [
    (
        work(
            BOOK,
            "Amy J. Binder",
            "Jeffrey L. Kidder",
            title="The Channels of Student Activism: How the Left and Right Are Winning (and Losing) in "
            "Campus Politics Today",
            publisher="University of Chicago Press",
            published="2022",
        ),
        (
            "Binder, Amy J., and Jeffrey L. Kidder. *The Channels of Student Activism: How the Left and "
            "Right Are "
            "Winning (and Losing) in Campus Politics Today*. University of Chicago Press, 2022."
        ),
    ),
    (
        work(
            CHAPTER,
            "Kathleen Doyle",
            title="The Queen Mary Psalter",
            container="The Book by Design: The Remarkable Story of the World’s Greatest Invention",
            contributors="P. J. M. Marks; Stephen Parkin",
            publisher="University of Chicago Press",
            published="2023",
            pages="64",
        ),
        (
            "Doyle, Kathleen. “The Queen Mary Psalter.” In *The Book by Design: The Remarkable Story of "
            "the World’s "
            "Greatest Invention*, edited by P. J. M. Marks and Stephen Parkin. University of Chicago "
            "Press, 2023."
        ),
    ),
    (
        work(
            JOURNAL,
            "Hyeyoung Kwon",
            title="Inclusion Work: Children of Immigrants Claiming Membership in Everyday Life",
            publisher="American Journal of Sociology",
            volume="127",
            issue="6",
            published="2022",
            pages="1818-59",
            doi="10.1086/720277",
        ),
        (
            "Kwon, Hyeyoung. “Inclusion Work: Children of Immigrants Claiming Membership in Everyday "
            "Life.” "
            "*American Journal of Sociology* 127, no. 6 (2022): 1818–59. https://doi.org/10.1086/720277."
        ),
    ),
    (
        work(
            NEWS,
            "Dani Blum",
            title="Are Flax Seeds All That?",
            publisher="New York Times",
            published="2023-12-13",
            url="https://www.nytimes.com/2023/12/13/well/eat/flax-seeds-benefits.html",
        ),
        (
            "Blum, Dani. “Are Flax Seeds All That?” *New York Times*, December 13, 2023. "
            "https://www.nytimes.com/2023/12/13/well/eat/flax-seeds-benefits.html."
        ),
    ),
    (
        work(
            BOOK,
            title="The Making of the American Essay",
            contributors="John D’Agata",
            publisher="Graywolf Press",
            published="2016",
        ),
        "D’Agata, John, ed. *The Making of the American Essay*. Graywolf Press, 2016.",
    ),
    (
        work(
            INTERVIEW,
            "Kory Stamper",
            title="From “F-Bomb” to “Photobomb,” How the Dictionary Keeps Up with English",
            contributors="Terry Gross",
            publisher="Fresh Air",
            published="2017-04-19",
        ),
        (
            "Stamper, Kory. “From ‘F-Bomb’ to ‘Photobomb,’ How the Dictionary Keeps Up with English.” "
            "Interview by "
            "Terry Gross. *Fresh Air*, April 19, 2017."
        ),
    ),
]


@pytest.mark.parametrize(
    ("each", "style", "cite"),
    [
        *((each, MLA, cite) for each, cite in MLA_GOLD),
        *((each, APA, cite) for each, cite in APA_GOLD),
        *((each, CHICAGO, cite) for each, cite in CHICAGO_GOLD),
    ],
)
def test_works_are_cited_as_the_style_guides_cite_them(each: Article, style: CiteStyle, cite: str) -> None:
    assert written(each, style) == cite


LECTURE = work(
    SPEECH,
    "Ana Ruiz",
    title="Steel and Salt",
    container="Congress of Bridges, Lisbon",
    publisher="City Works",
    published="2024-03-05",
    url="https://example.org/steel",
    accessed="2025-01-02",
)
STUDY = work(
    REPORT, "Ana Ruiz", title="Rust", issue="RR-17", publisher="Atlas Institute", published="2024-03"
)


def test_speeches_name_their_occasion() -> None:
    assert [written(LECTURE, style) for style in CiteStyle] == [
        (
            "Ruiz 24: Ana Ruiz, 5 March 2024, *Steel and Salt*, Congress of Bridges, Lisbon, City Works, "
            "https://example.org/steel, accessed 2 January 2025."
        ),
        (
            "Ruiz, Ana. “Steel and Salt.” Congress of Bridges, Lisbon, 5 Mar. 2024. *City Works*, "
            "example.org/steel. Accessed 2 Jan. 2025."
        ),
        (
            "Ruiz, A. (2024, March 5). *Steel and Salt* [Speech transcript]. Congress of Bridges, Lisbon. "
            "City Works. https://example.org/steel"
        ),
        (
            "Ruiz, Ana. “Steel and Salt.” Speech, Congress of Bridges, Lisbon, March 5, 2024. *City "
            "Works*. "
            "https://example.org/steel."
        ),
    ]


def test_reports_have_their_number() -> None:
    assert [written(STUDY, style) for style in CiteStyle] == [
        "Ruiz 24: Ana Ruiz, March 2024, *Rust*, Atlas Institute, Report No. RR-17.",
        "Ruiz, Ana. *Rust*. Report No. RR-17, Atlas Institute, Mar. 2024.",
        "Ruiz, A. (2024, March). *Rust* (Report No. RR-17). Atlas Institute.",
        "Ruiz, Ana. *Rust*. Report No. RR-17. Atlas Institute, March 2024.",
    ]


def test_debate_cites_say_what_else_a_work_has() -> None:
    chapter, journal, edited = MLA_GOLD[6][0], APA_GOLD[0][0], MLA_GOLD[5][0]
    assert written(chapter, DEBATE) == (
        "Harris 00: Muriel Harris, 2000, *Talk to Me: Engaging Reluctant Writers*, in *A Tutor’s Guide: "
        "Helping "
        "Writers One to One*, edited by Ben Rafoth, Heinemann, pp. 24–34."
    )
    assert written(journal, DEBATE).endswith(
        "Psychological Review, vol. 126, no. 1, pp. 1–51, https://doi.org/10.1037/rev0000126."
    )
    assert written(edited, DEBATE).startswith(
        "Hill and Helmers 04: Charles A. Hill (editor); Marguerite Helmers (editor), 2004, *Defining"
    )


def test_a_book_with_authors_names_its_editors_behind_the_title() -> None:
    book = work(
        BOOK,
        "Ana Ruiz",
        title="Rust",
        contributors="Bo Lee",
        edition="rev.",
        publisher="Atlas",
        published="1924",
    )
    assert [written(book, style) for style in CiteStyle] == [
        "Ruiz 24: Ana Ruiz, 1924, *Rust*, edited by Bo Lee, rev. ed., Atlas.",
        "Ruiz, Ana. *Rust*. Edited by Bo Lee, rev. ed., Atlas, 1924.",
        "Ruiz, A. (1924). *Rust* (B. Lee, Ed.; rev. ed.). Atlas.",
        "Ruiz, Ana. *Rust*. Edited by Bo Lee. Rev. ed. Atlas, 1924.",
    ]


def test_what_an_article_had_as_another_kind_is_kept_and_not_cited() -> None:
    all_known = Article(
        id=RecordId("a"),
        authors=(Author(name="Ana Ruiz"),),
        published="2024-03-05",
        accessed="2025-01-02",
        **{name: f"the {name}" for name in WRITTEN_DETAILS},  # type: ignore[arg-type]
    )
    for kind in ArticleKind:
        each = all_known.model_copy(update={"sort": kind})
        kept = as_cited(each)
        foreign = {name for names in DETAILS_OF.values() for name in names} - {*DETAILS_OF[kind]}
        for style in CiteStyle:
            cite = written(each, style)
            assert not [name for name in foreign if f"the {name}" in cite]
            assert cite == written(kept, style)
            assert ("2025" in cite) <= ("accessed" in DETAILS_OF[kind])
            assert ("5" in cite) <= (kind not in {BOOK, CHAPTER})


@pytest.mark.parametrize("kind", ArticleKind)
def test_little_that_is_known_makes_a_cite_without_holes(kind: ArticleKind) -> None:
    for fields in ({"title": "Rust"}, {"publisher": "Atlas"}, {"published": "2024"}, {"pages": "3"}):
        for style in CiteStyle:
            for names in ((), ("Ana Ruiz",)):
                cite = written(work(kind, *names, **fields), style)
                assert not any(
                    hole in cite for hole in ("  ", ", ,", "..", " .", " ,", ",.", "()", "**", ": .")
                )
                assert not cite.endswith((",", " ", ":"))


def test_what_is_missing_depends_on_the_kind() -> None:
    signed = {"authors": (Author(name="Ana Ruiz", credentials="engineer"),), "title": "Rust"}
    address = {"url": "https://example.org"}

    def missing(kind: ArticleKind, **fields: str) -> tuple[str, ...]:
        return missing_from_cite(work(kind, **fields).model_copy(update=signed))

    assert missing(ArticleKind.PAGE, **address) == ("publisher", "date", "date of access")
    assert missing(BOOK, **address) == ("publisher", "year")
    assert missing(BOOK, publisher="Atlas", published="2024") == ()
    assert missing(NEWS, **address) == ("newspaper or magazine", "date", "date of access")
    assert missing(JOURNAL) == ("journal", "volume or number", "pages or DOI", "date")
    assert missing(JOURNAL, publisher="J", issue="2", doi="10.1000/1", published="2024", **address) == ()
    assert missing(CHAPTER) == ("title of the book", "publisher", "pages", "year")
    assert missing(REPORT, **address) == ("publisher", "date", "date of access")
    assert missing(SPEECH, published="2024") == ("occasion or publisher",)
    assert missing(INTERVIEW, publisher="Radio 4", published="2024") == ("interviewer",)


def test_editors_are_who_signed_a_book_without_authors() -> None:
    edited = work(BOOK, title="Rust", contributors="Bo Lee; Cy Poe", publisher="Atlas", published="2024")
    assert missing_from_cite(edited) == ()
    assert short_cite(edited) == "Lee and Poe 24"
    assert short_cite(work(CHAPTER, title="Rust", contributors="Bo Lee", published="2024")) == "Rust 24"
    assert short_cite(work(BOOK, title="Rust", publisher="Atlas")) == "Rust n.d."


def test_editors_who_stand_for_authors_keep_the_family_names_they_were_given() -> None:
    edited = work(BOOK, title="Bridges", contributors="García Márquez, Gabriel; Bo Lee", published="2020")
    assert short_cite(edited) == "García Márquez and Lee 20"
    assert written(edited, APA) == "García Márquez, G., & Lee, B. (Eds.). (2020). *Bridges*."
    nobody = work(BOOK, title="Bridges", contributors=" ; ,", published="2020")
    assert short_cite(nobody) == "Bridges 20"


def test_a_chapter_of_an_unnamed_book_is_cited_without_holes() -> None:
    chapter = work(CHAPTER, title="Rust", contributors="Bo Lee", edition="2", published="2020")
    assert [written(chapter, style) for style in (MLA, APA, CHICAGO)] == [
        "“Rust.” Edited by Bo Lee, 2nd ed., 2020.",
        "Rust. (2020). In B. Lee (Ed.) (2nd ed.).",
        "“Rust.” Edited by Bo Lee. 2nd ed. 2020.",
    ]
    plain = chapter.model_copy(update={"edition": ""})
    assert written(plain, APA) == "Rust. (2020). In B. Lee (Ed.)."


@pytest.mark.parametrize(
    ("written_as", "said"),
    [
        ("2", "2nd ed."),
        ("3rd", "3rd ed."),
        ("11", "11th ed."),
        ("21", "21st ed."),
        ("1" * 5000, "1" * 5000 + " ed."),
        ("2nd edition", "2nd ed."),
        ("Rev. ed.", "Rev. ed."),
        ("1", ""),
        ("First edition", ""),
        ("", ""),
        ("ed.", ""),
    ],
)
def test_editions_are_written_alike_however_they_were_typed(written_as: str, said: str) -> None:
    assert edition_said(work(BOOK, edition=written_as)) == said


@pytest.mark.parametrize(
    ("written_as", "said"),
    [
        ("12-14", "pp. 12–14"),
        ("pp. 12 – 14", "pp. 12–14"),
        ("p. 3", "p. 3"),
        ("LZ01", "p. LZ01"),
        ("A1, A4", "pp. A1, A4"),
        ("e12", "p. e12"),
        ("pp 12-14", "pp. 12–14"),
        ("p 3", "p. 3"),
        ("xi-xv", "pp. xi–xv"),
        ("p xi", "p. xi"),
        ("P12-P14", "pp. P12–P14"),
        ("", ""),
    ],
)
def test_pages_are_marked_as_one_or_several(written_as: str, said: str) -> None:
    assert pages_marked(work(NEWS, pages=written_as)) == said


@pytest.mark.parametrize(
    ("doi", "address"),
    [
        ("10.1086/720277", "https://doi.org/10.1086/720277"),
        ("doi: 10.1086/720277", "https://doi.org/10.1086/720277"),
        ("http://dx.doi.org/10.1086/720277", "https://doi.org/10.1086/720277"),
        ("doi.org/10.1086/720277", "https://doi.org/10.1086/720277"),
        ("https://www.doi.org/10.1086/720277", "https://doi.org/10.1086/720277"),
        ("DOI 10.1086/720277.", "https://doi.org/10.1086/720277"),
        ("none", ""),
        ("javascript:10.1086/720277", ""),
    ],
)
def test_a_doi_leads_to_its_address_however_it_is_written(doi: str, address: str) -> None:
    assert doi_address(doi) == address


def test_what_is_no_doi_stands_in_no_cite_and_is_asked_for() -> None:
    assert "pages or DOI" in missing_from_cite(work(JOURNAL, doi="to follow"))
    assert "pages or DOI" not in missing_from_cite(work(JOURNAL, doi="10.1086/720277"))


@pytest.mark.parametrize("style", CiteStyle)
def test_a_doi_is_a_link(style: CiteStyle) -> None:
    spans = full_cite_spans(work(JOURNAL, title="Rust", doi="10.1086/720277"), style)
    assert [span.link for span in spans if span.link] == ["https://doi.org/10.1086/720277"]


def test_volumes_and_numbers_are_not_marked_twice() -> None:
    each = work(JOURNAL, title="Rust", publisher="Ropes", volume="Vol. 5", issue="No. 2", published="2024")
    assert written(each, MLA) == "“Rust.” *Ropes*, vol. 5, no. 2, 2024."
    assert written(each, CHICAGO) == "“Rust.” *Ropes* 5, no. 2 (2024)."
    undivided = each.model_copy(update={"volume": ""})
    assert written(undivided, CHICAGO) == "“Rust.” *Ropes*, no. 2 (2024)."


def test_a_chapter_appeared_in_its_book_and_all_else_where_it_was_brought_out() -> None:
    each = work(CHAPTER, publisher="Atlas", container="Tracks")
    assert appeared_in(each) == "Tracks"
    assert appeared_in(each.model_copy(update={"sort": BOOK})) == "Atlas"
    assert appeared_in(each.model_copy(update={"container": ""})) == "Atlas"


def test_academic_presses_are_shortened_in_mla_alone() -> None:
    each = work(BOOK, title="Rust", publisher="University of Chicago Press", published="2024")
    assert written(each, MLA) == "*Rust*. U of Chicago P, 2024."
    assert written(each, CHICAGO) == "*Rust*. University of Chicago Press, 2024."


def test_print_without_a_date_says_so_in_chicago() -> None:
    assert written(work(BOOK, title="Rust", publisher="Atlas"), CHICAGO) == "*Rust*. Atlas, n.d."
    visited = work(REPORT, title="Rust", publisher="Atlas", accessed="2025", url="https://a.org")
    assert written(visited, CHICAGO) == "Atlas. *Rust*. Atlas. Accessed 2025. https://a.org."


@pytest.mark.parametrize("issue", ["2", "No. 2", "Issue 2", "iss. 2", "Nr. 2", "#2"])
def test_numbers_within_a_volume_are_written_alike_however_they_were_typed(issue: str) -> None:
    assert "(2)" in written(work(JOURNAL, title="Rust", publisher="Ropes", issue=issue), APA)


@pytest.mark.parametrize(
    ("sort", "told"),
    [(INTERVIEW, "[Interview]"), (SPEECH, "[Speech transcript]"), (REPORT, "[Untitled] (Report No. 2)")],
)
def test_what_has_no_title_is_described_once_in_apa(sort: ArticleKind, told: str) -> None:
    each = work(sort, "Ana Ruiz", publisher="Atlas", published="2024", issue="2" if sort is REPORT else "")
    assert written(each, APA) == f"Ruiz, A. (2024). {told}. Atlas."
    unsigned = work(sort, publisher="Atlas", published="2024", issue="2" if sort is REPORT else "")
    assert told in written(unsigned, APA)
    assert written(unsigned, APA).count("[") == 1
