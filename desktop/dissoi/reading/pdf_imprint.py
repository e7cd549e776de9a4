# SPDX-License-Identifier: MIT
"""What the first page of a journal's article says of it: journal, volume, pages, DOI, and who wrote it.

Footnotes and references name other articles in the same form. So a line counts only where it stands apart
from what is above it, or behind a label such as “Source:”, and only if no other such line contradicts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from dissoi.dossier.records import ArticleKind, Author
from dissoi.reading.credits import byline_authors, presented_by
from dissoi.reading.dates import partial_date
from dissoi.reading.imprint import (
    Imprint,
    cased,
    clean_doi,
    doi_said,
    imprint_in,
    is_journal,
    is_name,
    without_doi,
)
from dissoi.reading.names import names_in
from dissoi.reading.pdf_lines import Line, Page
from dissoi.reading.reading import Detail, Origin, Proposal
from dissoi.reading.work_details import Details, work_in_tags

_NEAR = 0.7
"""Up to which gap, in heights of the line, it goes on with the line above."""
_SAME_SIZE = 0.6
_MOST_NAMED_LINES = 8
"""How many lines below the title may name the authors."""
_LABEL = re.compile(r"(?:source|cite as|published in|originally published in):\s*", re.IGNORECASE)
_PEOPLE = re.compile(r"author\(s\):\s*|authors?:\s+", re.IGNORECASE)
_LINKED = re.compile(
    r"(?:to link to this article|to cite this article|link|doi|available at|article doi)?:?\s*", re.IGNORECASE
)
_CITE = re.compile(r"to cite this article:\s*", re.IGNORECASE)
_MOST_CITE_LINES = 6
_CITED = re.compile(
    r"(?P<people>[^()]+) \((?P<year>\d{4})\) (?P<title>.+), (?P<volume>\d{1,4}):(?P<issue>\d+(?:[-–]\d+)?),"
    r" (?P<pages>\w?\d+[-–]\w?\d+)(?:, DOI: ?(?P<doi>10\.\d{4,9}/\S+))?"
)
"""Matches how publishers ask to be cited; the title has the journal behind it, and both may have commas."""
_RIGHTS = re.compile(r"©|\(c\)|copyright|issn|reprints|stable url|article reuse|published by", re.IGNORECASE)
_MARKS = re.compile(r"[*∗†‡§¶#✉⁎]+|(?<=[^\W\d_])\s?[\d¹²³⁴⁵⁶⁷⁸⁹]+(?:\s?,\s?[\d¹²³⁴⁵⁶⁷⁸⁹]+)*(?![\w])")
_AFFILIATED = re.compile(
    r"\b(?:Institut\w*|Universit\w+|College|School|Cent(?:er|re)|Department|Faculty|Academy|E-?mail|ORCID)\b|\w@\w",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"[a-h]\s?[A-Z]")
"""Matches an affiliation whose mark is a letter: behind a name above it looks like a letter of the name."""
_ADDRESS = re.compile(r"(?:https?://|www\.)?[\w-]+(?:\.[\w-]+)+/?\S*")
_OPEN = re.compile(r"(?:,|&|\band)$")
_NO_PEOPLE = re.compile(
    r"\b(?:after|against|among|before|behind|between|beyond|during|evidence|for|from|how|into|is|lessons|or|since"
    r"|through|to|toward|towards|under|versus|vs|when|why|with|without)\b",
    re.IGNORECASE,
)
"""Matches what may stand in a second title, and hardly in a name."""
_LONGEST_NAMES = 200
_MOST_LINES = 500
"""Pages of more lines are tables, or mean harm."""


class FirstPage(NamedTuple):
    """What the first page says; an `imprint` without a journal has a DOI at most."""

    imprint: Imprint
    authors: tuple[Author, ...]


def work_said(said: Mapping[str, str], page: Page, title: str) -> Details:
    """What the properties of a file say of the work, then what its first page does, as proposals."""
    work = work_in_tags({key: [text] for key, text in said.items()}, origin=Origin.PROPERTIES)
    subject = imprint_in(said.get("Subject", "")) or Imprint()
    known = subject.is_sure or any(each.value == ArticleKind.JOURNAL.value for each in work[Detail.SORT])
    printed = first_page(page, title, journal=known)
    work[Detail.AUTHORS] = [Proposal(printed.authors, Origin.TEXT)] if printed.authors else []
    work[Detail.PUBLISHED] = [Proposal(day, Origin.PROPERTIES) for day in _cover_dates(said)][:1]
    if subject.journal and subject.is_sure:
        _add(work, subject, Origin.PROPERTIES)
    _add(work, printed.imprint, Origin.TEXT)
    return work


def _add(work: Details, imprint: Imprint, origin: Origin) -> None:
    """Add what an imprint says to proposals."""
    kind = ArticleKind.JOURNAL.value if imprint.journal else ""
    for detail, text in (
        (Detail.SORT, kind),
        (Detail.PUBLISHER, imprint.journal),
        (Detail.VOLUME, imprint.volume),
        (Detail.ISSUE, imprint.issue),
        (Detail.PAGES, imprint.pages),
        (Detail.PUBLISHED, imprint.published),
        (Detail.DOI, imprint.doi),
    ):
        if text:
            work.setdefault(detail, []).append(Proposal(text, origin))


def _cover_dates(said: Mapping[str, str]) -> Iterator[str]:
    """The date on the cover as it is written there; else as machines have it, whose day may be made up."""
    day = partial_date(said.get("prism.coverdate", ""))
    yield from filter(None, (partial_date(said.get("prism.coverdisplaydate", "")), day[:7]))


def dated(byline: Sequence[Proposal], printed: Sequence[Proposal]) -> Iterator[Proposal]:
    """The dates of an article and its issue, the likeliest first: that of the article if it says more."""
    says_more = printed and any(str(each.value).startswith(str(printed[0].value)) for each in byline)
    yield from (*byline, *printed) if says_more else (*printed, *byline)


def first_page(page: Page, title: str, *, journal: bool = False) -> FirstPage:
    """What the first page says of an article with this `title`; `journal` tells that it is of one.

    Names below the title are only authors where it is: elsewhere they may be a second title.
    """
    if len(page.lines) > _MOST_LINES:
        return FirstPage(Imprint(), ())
    lines = sorted(page.lines, key=lambda line: (-line.top, line.left))
    if asked := _asked_for(lines):
        return asked
    imprint = _imprint(lines)
    said = _labelled_people(lines)
    if not said and (journal or imprint.journal):
        said = _below_title(lines, title)
    return FirstPage(imprint, said)


def _asked_for(lines: Sequence[Line]) -> FirstPage | None:
    """What stands behind “To cite this article”, if its journal is one that another line names by itself."""
    starts = [at for at, line in enumerate(lines) if _CITE.match(line.text)]
    if len(starts) != 1:
        return None
    cite = " ".join(line.text for line in lines[starts[0] : starts[0] + _MOST_CITE_LINES])
    found = _CITED.match(_CITE.sub("", cite, count=1))
    if not found:
        return None
    names = (line.text for line in lines if is_name(line.text.replace(",", "")))
    journals = [name for name in names if found["title"].casefold().endswith(f", {name.casefold()}")]
    if not journals:
        return None
    journal = found["title"][-len(max(journals, key=len)) :]
    pages, doi = found["pages"].replace("-", "–"), clean_doi(found["doi"] or "")
    imprint = Imprint(journal, found["volume"], found["issue"], pages, found["year"], doi)
    return FirstPage(imprint, byline_authors(found["people"]))


def _imprint(lines: Sequence[Line]) -> Imprint:
    doi = _one({_linked_doi(line, lines) for line in lines})
    found = (each for line in lines for each in _imprints_at(line, lines) if each.journal)
    sure = {each for each in (replace(each, doi=each.doi or doi) for each in found) if each.is_sure}
    places = {(each.journal.casefold(), each.volume) for each in sure}
    return max(sure, key=_fullness) if len(places) == 1 else Imprint(doi=doi)


def _fullness(imprint: Imprint) -> int:
    return sum(map(bool, (imprint.issue, imprint.pages, imprint.published, imprint.doi)))


def _imprints_at(line: Line, lines: Sequence[Line]) -> Iterator[Imprint]:
    """What a line says, or the label before it and the line below, or the journal's name above it."""
    if label := _LABEL.match(line.text):
        rest, below = line.text[label.end() :], _below(line, lines)
        for text in (rest, f"{rest} {below.text}" if below else ""):
            if said := imprint_in(text):
                yield said
    elif (said := imprint_in(line.text)) and _stands_apart(line, lines):
        above = _above(line, lines)
        if said.journal:
            yield said
        elif above and is_journal(above.text) and _stands_apart(above, lines):
            yield replace(said, journal=cased(above.text))


def _above(line: Line, lines: Sequence[Line]) -> Line | None:
    """The next line above in the same column."""
    middle = (line.bottom + line.top) / 2
    own = (o for o in lines if o.bottom > middle and o.left < line.right and line.left < o.right)
    return min(own, key=lambda other: other.bottom, default=None)


def _below(line: Line, lines: Sequence[Line]) -> Line | None:
    return next((other for other in lines if _above(other, lines) is line), None)


def _stands_apart(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line does not go on with the text above it."""
    above = _above(line, lines)
    if (
        above is None
        or above.bottom - line.top > _NEAR * line.height
        or abs(above.size - line.size) > _SAME_SIZE
    ):
        return True
    return _is_front(above.text)


def _is_front(text: str) -> bool:
    """Whether a line is one of those that stand together on the front of an article, and no sentence."""
    said = imprint_in(text)
    labelled = any(label.match(text) for label in (_LABEL, _PEOPLE, _RIGHTS))
    return (
        labelled
        or is_journal(text)
        or bool(_ADDRESS.fullmatch(text))
        or bool(said and said.is_sure)
        or not without_doi(text)
    )


def _linked_doi(line: Line, lines: Sequence[Line]) -> str:
    """The DOI that a line by itself has and nothing else."""
    doi = doi_said(line.text)
    return doi if doi and _LINKED.fullmatch(without_doi(line.text)) and _stands_apart(line, lines) else ""


def _one(found: set[str]) -> str:
    """The only value that there is; "" where there are several."""
    said = {each.lower(): each for each in found if each}
    return next(iter(said.values())) if len(said) == 1 else ""


def _labelled_people(lines: Sequence[Line]) -> tuple[Author, ...]:
    """The authors behind “Author(s):”, as on the pages that archives put before an article."""
    labelled = [line.text for line in lines if line.text.lower().startswith("author(s):")]
    names = names_in(_PEOPLE.sub("", labelled[0])) if len(labelled) == 1 else ()
    return tuple(Author(name=name) for name in names)


def _below_title(lines: Sequence[Line], title: str) -> tuple[Author, ...]:
    """The names right below the title, if something shows that they are those of people."""
    people: tuple[Author, ...] = ()
    waiting: list[_Row] = []
    for row in [*_rows_below(lines, title), None]:
        if row is not None and row.names:
            # A second title, which is larger, may look like names.
            waiting = [each for each in waiting if each.looks == row.looks] + [row]
            continue
        is_affiliation = row is not None and bool(_AFFILIATED.search(row.text))
        if row is not None and is_affiliation and _LETTERED.match(row.text):
            return ()
        if waiting and not (is_affiliation or all(_are_people(each, lines) for each in waiting)):
            return ()
        people += tuple(name for each in waiting for name in each.names)
        waiting = []
        if not is_affiliation:
            break
    return people


@dataclass(frozen=True)
class _Row:
    """What stands at one height below the title, and the authors whom it names if it names nothing else."""

    text: str
    looks: tuple[float, bool]
    names: tuple[Author, ...]


def _rows_below(lines: Sequence[Line], title: str) -> list[_Row]:
    """The next rows below the title; one that ends within a list of names has the next one, too."""
    rows: list[_Row] = []
    for line in _lines_below(lines, title):
        text = line.text.strip()
        looks = (line.size, line.is_bold)
        if rows and _OPEN.search(rows[-1].text):
            text = f"{rows.pop().text} {text}"
        rows.append(_Row(text, looks, _names(text)))
    return rows


def _lines_below(lines: Sequence[Line], title: str) -> list[Line]:
    """The lines below the last one of the title."""
    said = title.casefold()
    own = [at for at, line in enumerate(lines) if line.text and said.endswith(line.text.casefold())]
    if not title or not own:
        return []
    last = max(own, key=lambda at: lines[at].size)
    return list(lines[last + 1 : last + 1 + _MOST_NAMED_LINES])


def _names(text: str) -> tuple[Author, ...]:
    if len(text) > _LONGEST_NAMES or _NO_PEOPLE.search(text):
        return ()
    authors = byline_authors(_MARKS.sub("", text).replace(" · ", "; ").strip(" ,"))
    return authors if all(not each.credentials for each in authors) else ()


def _are_people(row: _Row, lines: Sequence[Line]) -> bool:
    """Whether a row has marks of footnotes, or each name in it is presented on the page."""
    presented = (any(presented_by(line.text, name.name) for line in lines) for name in row.names)
    return bool(_MARKS.search(row.text)) or all(presented)
