# SPDX-License-Identifier: MIT
"""What kind of work a page or file says it is, and what is said of works of that kind.

Pages of journals and repositories say so in the tags that Google Scholar reads (`citation_…`), in those of
PRISM and of Dublin Core; others in `og:type` and the type of their JSON-LD. Nothing is said of a kind that
is in doubt: “article” may be any.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dissoi.dossier.article_kinds import doi_address
from dissoi.dossier.prose import inline
from dissoi.dossier.records import ArticleKind
from dissoi.reading.reading import Detail, Origin, Proposal

_LONGEST = 500
_TYPES = {
    ArticleKind.NEWS: (
        "newsarticle", "analysisnewsarticle", "opinionnewsarticle", "reportagenewsarticle",
        "backgroundnewsarticle", "reviewnewsarticle", "newspaperarticle", "magazinearticle", "newspaper",
        "magazine", "articlenewspaper", "articlemagazine",
    ),
    ArticleKind.JOURNAL: (
        "scholarlyarticle", "medicalscholarlyarticle", "journalarticle", "researcharticle", "reviewarticle",
        "articlejournal", "journal", "textserialjournal", "jour",
    ),
    ArticleKind.BOOK: ("book", "booksbook", "ebook", "monograph", "textbook"),
    ArticleKind.CHAPTER: ("chapter", "bookchapter", "bookpart", "booksection", "inbook", "incollection"),
    ArticleKind.REPORT: (
        "report", "technicalreport", "techreport", "workingpaper", "policypaper", "policybrief",
    ),
    ArticleKind.SPEECH: ("speech", "speechtranscript"),
    ArticleKind.INTERVIEW: ("interview",),
    ArticleKind.PAGE: ("webpage", "website", "blogposting", "blogpost"),
}  # fmt: skip
"""Words for kinds, in small letters and without signs between them."""
_BY_TYPE = {name: kind for kind, names in _TYPES.items() for name in names}
_SIGNS = re.compile(r"[^a-z]")

_BY_TAG = {
    "citation_journal_title": ArticleKind.JOURNAL,
    "citation_inbook_title": ArticleKind.CHAPTER,
    "citation_book_title": ArticleKind.CHAPTER,
    "citation_conference_title": ArticleKind.CHAPTER,
    "citation_technical_report_institution": ArticleKind.REPORT,
    "citation_technical_report_number": ArticleKind.REPORT,
    "citation_isbn": ArticleKind.BOOK,
}
"""Tags that only works of one kind have, the surest first."""
_TYPE_TAGS = ("prism.aggregationtype", "citation_article_type", "dc.type", "dcterms.type", "og:type")
_BROUGHT_OUT = {
    ArticleKind.JOURNAL: ("citation_journal_title", "prism.publicationname"),
    ArticleKind.BOOK: ("citation_publisher",),
    ArticleKind.CHAPTER: ("citation_publisher",),
    ArticleKind.REPORT: ("citation_technical_report_institution", "citation_publisher"),
}
"""Tags that say who brought out a work of a kind; of others the site has brought it out."""
_DETAILS = {
    Detail.CONTAINER: ("citation_inbook_title", "citation_book_title", "citation_conference_title"),
    Detail.VOLUME: ("citation_volume", "prism.volume"),
    Detail.ISSUE: (
        "citation_issue", "prism.number", "prism.issueidentifier", "citation_technical_report_number",
    ),
}  # fmt: skip
_PAGES = (
    ("citation_firstpage", "citation_lastpage"),
    ("prism.startingpage", "prism.endingpage"),
    ("prism.pagerange", ""),
)
_DOIS = ("citation_doi", "prism.doi", "dc.identifier", "dc.identifier.doi", "doi")

Said = Mapping[str, Sequence[str]]
"""What tags say, by their names in small letters."""
Details = dict[Detail, list[Proposal]]


def kind_named(text: str) -> str:
    """The kind that a word for it names, as the value of an `ArticleKind`; "" where that is in doubt."""
    kind = _BY_TYPE.get(_SIGNS.sub("", text.lower()))
    return kind.value if kind else ""


def work_in_tags(said: Said, types: Iterable[str] = (), origin: Origin = Origin.META) -> Details:
    """What tags say of the work; `types` are those that JSON-LD gives it."""
    named = (each for tag in _TYPE_TAGS for each in said.get(tag, ()))
    kinds = [
        *(Proposal(kind.value, origin) for tag, kind in _BY_TAG.items() if _first(said, tag)),
        *(Proposal(kind, Origin.JSON_LD) for each in types if (kind := kind_named(each))),
        *(Proposal(kind, origin) for each in named if (kind := kind_named(each))),
    ]
    found: Details = {Detail.SORT: kinds}
    for detail, tags in _DETAILS.items():
        found[detail] = [Proposal(text, origin) for tag in tags if (text := _first(said, tag))]
    found[Detail.PAGES] = [Proposal(each, origin) for each in _page_ranges(said)]
    found[Detail.DOI] = [Proposal(each, origin) for tag in _DOIS if (each := doi_in(_first(said, tag)))]
    editors = "; ".join(filter(None, map(_line, said.get("citation_editor", ()))))
    found[Detail.CONTRIBUTORS] = [Proposal(editors, origin)] if editors else []
    brought_out = _BROUGHT_OUT.get(ArticleKind(str(kinds[0].value)), ()) if kinds else ()
    found[Detail.PUBLISHER] = [Proposal(text, origin) for tag in brought_out if (text := _first(said, tag))]
    return found


def doi_in(text: str) -> str:
    """The DOI that a text is, without what leads to it; "" for any other text."""
    return doi_address(text).removeprefix("https://doi.org/")


def _page_ranges(said: Said) -> Iterator[str]:
    for first, last in _PAGES:
        ends = [_first(said, first), _first(said, last)]
        if ends[0]:
            yield "–".join(dict.fromkeys(filter(None, ends)))


def _first(said: Said, tag: str) -> str:
    return next(filter(None, map(_line, said.get(tag, ()))), "")


def _line(text: str) -> str:
    return " ".join(inline(html.unescape(text)).split())[:_LONGEST]
