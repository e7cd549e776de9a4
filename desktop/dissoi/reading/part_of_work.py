# SPDX-License-Identifier: MIT
"""What JSON-LD (schema.org) says an article is part of: issue, volume and periodical, each in the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dissoi.reading.reading import Detail
from dissoi.reading.work_details import doi_in

Json = Mapping[str, Any]

_MOST_PARTS = 50
"""How many objects are looked at, since one may be said to be part of itself."""
_PERIODICALS = {"Periodical", "Newspaper", "Magazine"}
"""Types whose name is that of what appears; sites and what readers subscribe to have names, too."""
_NEWS = {"Newspaper", "Magazine"}


def types_of(each: Json) -> list[str]:
    """The types of an object of JSON-LD."""
    kind = each.get("@type")
    return list(map(str, kind)) if isinstance(kind, list) else [str(kind)]


def resolved(value: object, named: Mapping[str, Json]) -> object:
    """What JSON-LD says, with the objects that it only refers to in their places."""
    if isinstance(value, list):
        return [resolved(each, named) for each in value]
    if isinstance(value, Mapping) and "name" not in value:
        return named.get(str(value.get("@id")), value)
    return value


def part_of(article: Json, named: Mapping[str, Json]) -> Iterator[tuple[Detail, object]]:
    """What an article is part of, by detail; the sort is the type of a newspaper or magazine."""
    for whole in _wholes(article, named):
        yield Detail.VOLUME, whole.get("volumeNumber")
        yield Detail.ISSUE, whole.get("issueNumber")
        if periodical := _PERIODICALS.intersection(types_of(whole)):
            yield Detail.PUBLISHER, whole.get("name")
            yield from ((Detail.SORT, kind) for kind in sorted(periodical & _NEWS))
    pages = (article.get("pageStart"), article.get("pageEnd"))
    yield Detail.PAGES, "–".join(dict.fromkeys(filter(None, map(number, pages)))) if number(pages[0]) else ""
    yield Detail.PAGES, article.get("pagination")
    yield from ((Detail.DOI, doi) for each in ("identifier", "sameAs") for doi in _dois(article.get(each)))


def number(value: object) -> str:
    """A number or a text as text; "" for anything else."""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _wholes(article: Json, named: Mapping[str, Json]) -> Iterator[Json]:
    """What an article is part of, then what that is part of, and so on."""
    pending: list[object] = [article.get("isPartOf")]
    for _ in range(_MOST_PARTS):
        if not pending:
            return
        one = resolved(pending.pop(0), named)
        if isinstance(one, list):
            pending += one[:_MOST_PARTS]
        elif isinstance(one, Mapping):
            yield one
            pending.append(one.get("isPartOf"))


def _dois(value: object) -> Iterator[str]:
    for each in value if isinstance(value, list) else [value]:
        text = each.get("value") if isinstance(each, Mapping) else each
        if isinstance(text, str) and (doi := doi_in(text)):
            yield doi
