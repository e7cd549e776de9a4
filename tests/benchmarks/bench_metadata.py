# SPDX-License-Identifier: MIT
"""How much of what pages and files say of themselves is read, and how much of what is read is right.

Only the first proposal for each detail counts, since that is the one a reader gets unasked.
"""

from __future__ import annotations

from collections import Counter

import pytest
from tests.benchmarks.described import files, web
from tests.benchmarks.described_apart import apart

from dissoi.reading.reading import Detail, Draft

DETAILS = (Detail.TITLE, Detail.AUTHORS, Detail.PUBLISHER, Detail.PUBLISHED, Detail.URL, Detail.LANGUAGE)
LEAST_RIGHT = LEAST_FOUND = 0.9


def first(draft: Draft, detail: Detail, *, credentials: bool) -> str:
    """The first proposal for a detail as text, authors with or without their credentials."""
    value = draft.proposals[detail][0].value if draft.proposals.get(detail) else ""
    if isinstance(value, str):
        return value
    with_them = (f"{a.name} ({a.credentials})" if credentials and a.credentials else a.name for a in value)
    return "; ".join(with_them)


def bare(authors: str) -> str:
    return "; ".join(author.partition(" (")[0] for author in authors.split("; "))


@pytest.mark.parametrize("part", ["mended on", "kept apart"])
def test_what_files_say_of_themselves(part: str) -> None:
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    described = apart() if part == "kept apart" else [*web(), *files()]
    print()
    for each in described:
        draft = each.read(each.data, each.name)
        for name in (*DETAILS, "credentials"):
            detail = Detail.AUTHORS if name == "credentials" else Detail(name)
            said = each.gold.get(detail, "")
            found = first(draft, detail, credentials=name == "credentials")
            if name == "credentials":
                said, found = (text if "(" in text else "" for text in (said, found))
            elif detail is Detail.AUTHORS:
                said = bare(said)
            given[name] += bool(found)
            wanted[name] += bool(said)
            right[name] += bool(said) and said == found
            if said != found:
                print(f"{each.name}: {name} is {said!r}, read {found!r}")
    for name in wanted:
        precision, recall = (right[name] / max(1, counts[name]) for counts in (given, wanted))
        print(f"metadata: {name:12} precision {precision:.2f} recall {recall:.2f} of {wanted[name]}")
    print(f"metadata: {len(described)} pages and files, {part}", end="")
    assert right.total() >= LEAST_RIGHT * given.total()
    assert right.total() >= LEAST_FOUND * wanted.total()
