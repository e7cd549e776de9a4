# SPDX-License-Identifier: MIT
"""Every form of a brief, and the outline, show each answer as the words of one and the same side."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.briefing.cases import CON, PRO, argument, position, question
from tests.briefing.printed import page_texts
from tests.briefing.reread import words_in

from dissoi.briefing.options import LayoutName, Options, fitting
from dissoi.briefing.outputs import make_output
from dissoi.briefing.pdf import make_brief
from dissoi.cli.outline import outline
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Argument, Side
from dissoi.dossier.sides import side_of

SAID = re.compile(r"\b(pro|con)\b(?:[\W\d]|answers|supports)*?(claim\d+)\b", re.IGNORECASE)
"""Whose a claim is said to be: no other words stand between."""


@st.composite
def trees(draw: st.DrawFn) -> Dossier:
    """A position with arguments and answers of any shape, whose claims are their names."""
    ids = ["p"]
    nodes: list[Argument] = []
    for place in range(draw(st.integers(1, 7))):
        above = draw(st.sampled_from(ids[-3:] if place else ids))
        nodes.append(argument(f"a{place}", above, draw(st.sampled_from((PRO, CON))), f"claim{place}"))
        ids.append(f"a{place}")
    return Dossier.of([question(), position("p", "Yes"), *nodes])


def printed(layout: LayoutName) -> Callable[[Dossier], str]:
    return lambda dossier: "\n".join(page_texts(make_brief(dossier, fitting(Options(layout=layout)))))


def written(ending: str) -> Callable[[Dossier], str]:
    return lambda dossier: re.sub(r"<[^>]*>", " ", make_output(dossier, ending).decode())


def laid_out(layout: LayoutName, ending: str) -> Callable[[Dossier], str]:
    options = Options(layout=layout)
    return lambda dossier: words_in(make_output(dossier, ending, fitting(options, ending)), ending)


def in_word(dossier: Dossier) -> str:
    return "\n".join(each.text for each in docx.Document(BytesIO(make_output(dossier, ".docx"))).paragraphs)


WHOLE: dict[str, Callable[[Dossier], str]] = {
    "brief": printed(LayoutName.BRIEF),
    "large-print": printed(LayoutName.LARGE_PRINT),
    "md": written(".md"),
    "txt": written(".txt"),
    "html": written(".html"),
    "docx": in_word,
    "show": lambda dossier: outline(dossier, 200),
}
IN_PART: dict[str, Callable[[Dossier], str]] = {
    "blocks": printed(LayoutName.BLOCKS),
    "crossfire": printed(LayoutName.CROSSFIRE),
    "cards": printed(LayoutName.CARDS),
    "one-page": printed(LayoutName.ONE_PAGE),
    **{
        f"{layout} {ending}": laid_out(layout, ending)
        for layout, ending in zip(
            (LayoutName.BLOCKS, LayoutName.CROSSFIRE, LayoutName.CARDS, LayoutName.ONE_PAGE, LayoutName.FLOW),
            (".docx", ".html", ".txt", ".md", ".html"),
            strict=True,
        )
    },
}


def sides_said(text: str) -> dict[str, set[str]]:
    """The sides that each claim is said to be of."""
    found: dict[str, set[str]] = {}
    for side, claim in SAID.findall(text):
        found.setdefault(claim, set()).add(side.lower())
    return found


@pytest.mark.parametrize("form", [*WHOLE, *IN_PART])
@settings(max_examples=15)
@given(dossier=trees())
def test_each_argument_is_of_the_side_that_speaks(form: str, dossier: Dossier) -> None:
    text = (WHOLE | IN_PART)[form](dossier)
    said = sides_said(text)
    sides: dict[str, Side] = {each.claim: side_of(dossier, each.id) for each in dossier.arguments}
    assert said == {claim: {sides[claim].value} for claim in said}
    if form in WHOLE:
        answers = {each.claim for each in dossier.arguments if dossier.find(Argument, each.parent)}
        assert answers <= set(said)
