# SPDX-License-Identifier: MIT
"""What a web page says of itself: title, authors, publisher, date, address, language, kind, as proposals.

In the order of trust that was measured best on pages of many sites: what is written for machines (JSON-LD,
then meta tags), then what readers see (headline, byline, time), then the window's title.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lxml import etree

from dissoi.dossier.prose import inline
from dissoi.dossier.records import Author
from dissoi.reading.credits import byline_authors
from dissoi.reading.dates import partial_date
from dissoi.reading.names import names_in
from dissoi.reading.part_of_work import Json, number, part_of, resolved, types_of
from dissoi.reading.reading import Detail, Origin, Proposal, Proposals
from dissoi.reading.work_details import Said, work_in_tags

Found = dict[Detail, list[Proposal]]

_MOST_NODES = 2_000
"""Objects of JSON-LD that are looked at."""
_MOST_JSON = 1_000_000
_LONGEST = 500
_ARTICLE = re.compile(r"Article|BlogPosting|Report|Review|Posting|OpinionPiece")
_PAGE = re.compile(r"WebPage")
_SITE_BEHIND = re.compile(r"\s+[|–—»·]\s+|\s+-\s+(?=[^-]{2,40}$)")
_DATE = re.compile(r"\b((?:19|20)\d\d)(?:[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)|(\d\d)(\d\d))")
_MONTH = re.compile(r"((?:19|20)\d\d)[-/.](\d{1,2})")
_DATE_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(\d\d)/(\d\d)(?:/|$)")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(https?://\S+)|url:\s*(https?://\S+)", re.IGNORECASE)
_BY = re.compile(r"^\s*(?:by|von|par|por|di)[\s:]+", re.IGNORECASE)
_COMMAS = re.compile(r"\s*,\s+(?=[A-ZÀ-Þ]\S+ )")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")

_TITLES = ("citation_title", "og:title", "dc.title", "twitter:title", "title")
_AUTHORS = ("citation_author", "dc.creator", "author", "article:author", "parsely-author", "byl")
_DATES = (
    "article:published_time", "citation_publication_date", "citation_date", "dc.date", "dc.date.issued",
    "dcterms.date", "dcterms.issued", "dcterms.created", "datepublished", "date", "pubdate",
    "parsely-pub-date", "og:published_time",
)  # fmt: skip
_PUBLISHERS = (
    "og:site_name",
    "citation_journal_title",
    "citation_publisher",
    "publisher",
    "dc.publisher",
    "application-name",
)
_BYLINES = (
    '//*[@itemprop="author"]//*[@itemprop="name"]',
    '//a[@rel="author"]',
    '//*[contains(concat(" ", @class, " "), " author ")]',
    '//*[contains(concat(" ", @class, " "), " byline ")]',
)

_DATE_LINE = '//*[@itemprop="datePublished" or contains(concat(" ", @class, " "), " date ")]'


def details_of(page: etree._Element) -> Proposals:
    """What `page` says of the article in it, the likeliest first, nothing twice."""
    found: Found = {detail: [] for detail in Detail}
    said = _said_in_meta(page)
    types = _from_json(found, page)
    _from_meta(found, page, said)
    _from_text(found, page)
    _from_address(found, page)
    for detail, proposals in work_in_tags(said, types).items():
        # Who brought out a work of this kind is surer than whose site it is on.
        found[detail][:0] = proposals
    found[Detail.TITLE] = [_without_site(each, found[Detail.PUBLISHER]) for each in found[Detail.TITLE]]
    return {detail: tuple(_unique(each)) for detail, each in found.items() if each}


def _without_site(title: Proposal, publishers: Iterable[Proposal]) -> Proposal:
    """A title without the name of the site that stands before or behind it."""
    text = str(title.value)
    for each in publishers:
        site = re.escape(str(each.value))
        text = re.sub(rf"^{site}\s*[|–—»·:-]\s+(?=\S)|(?<=\S)\s+[|–—»·-]\s*{site}$", "", text)
    return Proposal(text, title.origin)


def _unique(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    seen: set[object] = set()
    for each in proposals:
        if each.value not in seen:
            seen.add(each.value)
            yield each


def _say(found: Found, detail: Detail, value: object, origin: Origin) -> None:
    """Add a proposal, if the value is one."""
    fitted = _FITTED[detail](value) if value else ""
    if fitted:
        found[detail].append(Proposal(fitted, origin))


def _line(value: object) -> str:
    return " ".join(inline(html.unescape(value)).split())[:_LONGEST] if isinstance(value, str) else ""


def _date(value: object) -> str:
    text = _line(value)
    numbers = _DATE.search(text) or _MONTH.fullmatch(text)
    return partial_date("-".join(each.zfill(2) for each in numbers.groups() if each) if numbers else text)


def _address(value: object) -> str:
    text = _line(value)
    return text if _ADDRESS.fullmatch(text) else ""


def _language(value: object) -> str:
    text = _line(value)
    return text.replace("_", "-") if _LANGUAGE.fullmatch(text) else ""


def _number(value: object) -> str:
    return _line(number(value))


def _people(value: object) -> tuple[Author, ...]:
    """Authors from what JSON-LD or a byline says: names, objects, or lists of both."""
    each = value if isinstance(value, list | tuple) else [value]
    people = [author for one in each for author in _author(one)]
    return tuple({author.name: author for author in people}.values())


def _author(value: object) -> Iterator[Author]:
    if isinstance(value, Mapping):
        job, about = _line(value.get("jobTitle")), _line(value.get("description"))
        for author in _author(value.get("name")):
            yield author.model_copy(update={"credentials": job or about})
    elif isinstance(value, list):
        yield from (author for one in value for author in _author(one))
    else:
        text = _BY.sub("", _line(value))
        if sure := byline_authors(text):
            yield from sure
            return
        names = (name for part in names_in(text) for name in (_COMMAS.split(part) if " " in part else [part]))
        yield from (Author(name=name) for name in names if name and not name.startswith(("http", "@")))


_FITTED: Mapping[Detail, Any] = {
    Detail.TITLE: _line,
    Detail.AUTHORS: _people,
    Detail.PUBLISHER: _line,
    Detail.PUBLISHED: _date,
    Detail.URL: _address,
    Detail.ACCESSED: _date,
    Detail.LANGUAGE: _language,
    Detail.VOLUME: _number,
    Detail.ISSUE: _number,
    Detail.PAGES: _number,
    Detail.DOI: _line,
}


def _from_json(found: Found, page: etree._Element) -> list[str]:
    """The objects of JSON-LD that describe an article, then the page; the types of article and paper."""
    objects = list(_objects(page))
    named = {str(each["@id"]): each for each in objects if "@id" in each and len(each) > 1}
    articles = [each for each in objects if _ARTICLE.search(_type(each))]
    papers: list[str] = []
    pages = [each for each in objects if _PAGE.search(_type(each)) and each not in articles]
    for each in articles:
        _say(found, Detail.TITLE, each.get("headline") or each.get("name"), Origin.JSON_LD)
        _say(found, Detail.AUTHORS, resolved(each.get("author"), named), Origin.JSON_LD)
        for detail, value in part_of(each, named):
            if detail is Detail.SORT:
                papers.append(str(value))
            else:
                _say(found, detail, value, Origin.JSON_LD)
    for each in [*articles, *pages]:
        publisher = resolved(each.get("publisher"), named)
        name = publisher.get("name") if isinstance(publisher, Mapping) else publisher
        _say(found, Detail.PUBLISHER, name, Origin.JSON_LD)
        _say(found, Detail.PUBLISHED, each.get("datePublished") or each.get("dateCreated"), Origin.JSON_LD)
        _say(found, Detail.LANGUAGE, each.get("inLanguage"), Origin.JSON_LD)
        main = each.get("mainEntityOfPage")
        _say(found, Detail.URL, main.get("@id") if isinstance(main, Mapping) else main, Origin.JSON_LD)
        _say(found, Detail.URL, each.get("url"), Origin.JSON_LD)
    return [*(name for each in articles for name in _type(each).split()), *papers]


def _objects(page: etree._Element) -> Iterator[Json]:
    for script in page.iter("script"):
        text = script.text or ""
        if "ld+json" not in (script.get("type") or "") or len(text) > _MOST_JSON:
            continue
        try:
            pending = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(_MOST_NODES):
            if not pending:
                break
            one = pending.pop(0)
            if isinstance(one, list):
                pending += one
            elif isinstance(one, Mapping):
                yield one
                pending += [value for value in one.values() if isinstance(value, Mapping | list)]


def _type(each: Json) -> str:
    return " ".join(types_of(each))


def _said_in_meta(page: etree._Element) -> Said:
    said: dict[str, list[str]] = {}
    for meta in page.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if name and meta.get("content"):
            said.setdefault(name, []).append(str(meta.get("content")))
    return said


def _from_meta(found: Found, page: etree._Element, said: Said) -> None:
    for detail, names in (
        (Detail.TITLE, _TITLES),
        (Detail.PUBLISHER, _PUBLISHERS),
        (Detail.PUBLISHED, _DATES),
        (Detail.URL, ("og:url", "citation_public_url", "citation_abstract_html_url")),
        (Detail.LANGUAGE, ("og:locale", "language", "dc.language", "citation_language")),
    ):
        for name in names:
            _say(found, detail, said.get(name, [""])[0], Origin.META)
    for name in _AUTHORS:
        _say(found, Detail.AUTHORS, said.get(name), Origin.META)
    for link in page.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            _say(found, Detail.URL, link.get("href"), Origin.META)


def _from_text(found: Found, page: etree._Element) -> None:
    _say(found, Detail.LANGUAGE, page.get("lang"), Origin.META)
    headlines = [_text(each) for each in page.iter("h1")]
    if len(headlines) == 1:
        _say(found, Detail.TITLE, headlines[0], Origin.HEADING)
    for title in list(page.iter("title"))[:1]:
        name, *site = _SITE_BEHIND.split(_text(title))
        _say(found, Detail.TITLE, name, Origin.META)
        if headlines == [name] and len(site) == 1:
            _say(found, Detail.PUBLISHER, site[0], Origin.META)
    for path in _BYLINES:
        for element in _elements(page, path)[:1]:
            _say(found, Detail.AUTHORS, _text(element), Origin.BYLINE)
    for time in list(page.iter("time"))[:1]:
        _say(found, Detail.PUBLISHED, time.get("datetime") or _text(time), Origin.TEXT)
    # Several would be the dates of other articles, as in a list beside this one.
    if len(lines := _elements(page, _DATE_LINE)) == 1:
        _say(found, Detail.PUBLISHED, lines[0].get("content") or _text(lines[0]), Origin.TEXT)


def _from_address(found: Found, page: etree._Element) -> None:
    """Where the page was saved from, which browsers write into a comment before it, and the date in that."""
    for comment in (*page.itersiblings(etree.Comment, preceding=True), *page.iter(etree.Comment)):
        if saved := _SAVED_FROM.search(comment.text or ""):
            _say(found, Detail.URL, saved[1] or saved[2], Origin.ADDRESS)
    for each in found[Detail.URL][:1]:
        if numbers := _DATE_IN_ADDRESS.search(str(each.value)):
            _say(found, Detail.PUBLISHED, "-".join(numbers.groups()), Origin.ADDRESS)


def _elements(page: etree._Element, path: str) -> list[etree._Element]:
    chosen = page.xpath(path)
    return [each for each in chosen if etree.iselement(each)] if isinstance(chosen, list) else []


def _text(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
