# SPDX-License-Identifier: MIT
"""Briefs are what their metadata say: files of PDF/UA-1, as far as a program can tell (`standard.py`)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pikepdf
import pytest
from tests.benchmarks.generated import generated_dossier
from tests.briefing.cases import CON, PRO, argument, bridge, position, question
from tests.briefing.standard import faults, faults_of
from tests.briefing.tagged import opened
from tests.strategies import Counter

from dissoi import resources
from dissoi.briefing.content import Occasion
from dissoi.briefing.options import CardSize, LayoutName, Options, PaperName, fitting
from dissoi.briefing.pdf import make_brief
from dissoi.dossier.dossier import Dossier
from dissoi.exchange.interchange import dossier_from
from dissoi.reasoning.wording import Lacking

LAYOUTS = pytest.mark.parametrize("layout", LayoutName)
GAPS = (Lacking("Unanswered attacks", ("Position 1, −1: The east side depends on it",)),)
SCRIPTS = (
    "Ґрунт і її дім",
    "Ελληνικά κείμενα, ὦ ἄνδρες",
    "Tiếng Việt đẹp, x̌ và q̇",
    "السلام عليكم ورحمةُ الله",
    "שָׁלוֹם עליכם",
    "हिन्दी में क्षत्रिय स्त्री",
    "中文文本测试",
    "日本語のテスト",
    "தமிழ் வணக்கம் 🎉",
    "\ufeffmark\ufffe and \0 and \u200d",
)
MARKUP = (
    "- one\n    - two\n\n1. three\n2. four",
    "| a | b |\n|---|---|\n| c | d |\n| e |",
    "```\ncode\n```\n\n> Said.\n>\n> And more.",
    "# High\n\n### Low\n\n---\n\n![Picture](picture.png) and [a link](https://example.org/x) twice.",
)


@cache
def sample() -> Dossier:
    """The dossier that Dissoi opens with: a debate format, speeches, cut cards, questions."""
    return dossier_from(resources.sample_text(), Counter())


@cache
def mixed() -> Dossier:
    """Every script, and every kind of paragraph."""
    points = [
        argument(f"a{n:02}", "p", CON if n % 2 else PRO, text.split("\n")[0], reasoning=text, impact=text)
        for n, text in enumerate((*SCRIPTS, *MARKUP))
    ]
    return Dossier.of([question(" ".join(SCRIPTS)), position("p", SCRIPTS[0]), position("q"), *points])


def made(dossier: Dossier, options: Options) -> bytes:
    return make_brief(
        dossier,
        fitting(options),
        occasion=Occasion(made_on="2026-01-12", made_by="Ann Lee", debate=dossier.debate, gaps=GAPS),
    )


@cache
def brief_of_sample() -> bytes:
    return made(sample(), Options())


@LAYOUTS
@pytest.mark.parametrize("dossier", [bridge, sample, mixed, Dossier])
def test_every_layout_keeps_to_the_standard(layout: LayoutName, dossier: Callable[[], Dossier]) -> None:
    assert faults(made(dossier(), Options(layout=layout, gaps=True))) == []


@LAYOUTS
def test_a_long_brief_keeps_to_the_standard(layout: LayoutName) -> None:
    assert faults(made(generated_dossier(12, 24), Options(layout=layout, paper=PaperName.A5))) == []


@pytest.mark.parametrize(
    "options",
    [
        *(Options(layout=each, booklet=True, grey=True) for each in LayoutName),
        Options(layout=LayoutName.FLOW, seeded=False),
        Options(layout=LayoutName.CARDS, card=CardSize.INDEX),
    ],
)
def test_booklets_blank_sheets_and_index_cards_keep_to_the_standard(options: Options) -> None:
    assert faults(made(sample(), options)) == []


_SILENT = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>'
)
"""Metadata that tell nothing."""
Harm = Callable[[pikepdf.Pdf], None]


def element(pdf: pikepdf.Pdf, role: str) -> Any:
    """The first element of a role."""
    return next(
        each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == f"/{role}"
    )


def font(pdf: pikepdf.Pdf) -> Any:
    """The first font of the first page."""
    return next(iter(pdf.pages[0].Resources.Font.values()))


def link(pdf: pikepdf.Pdf) -> Any:
    return next(page for page in pdf.pages if "/Annots" in page).Annots[0]


def drawing(code: bytes, *, first: bytes = b"") -> Harm:
    """What draws something more on the first page."""

    def harm(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.Contents = pdf.make_stream(first + page.Contents.read_bytes() + b"\n" + code)

    return harm


def setting(find: Callable[[pikepdf.Pdf], Any], name: str, value: Any) -> Harm:
    """What gives an entry of an object another value, or with None takes it away."""

    def harm(pdf: pikepdf.Pdf) -> None:
        found = find(pdf)
        if value is None:
            del found[name]
        else:
            found[name] = value

    return harm


def emptied(find: Callable[[pikepdf.Pdf], Any], data: bytes = b"") -> Harm:
    """What leaves a stream with other data."""
    return lambda pdf: find(pdf).write(data)


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (setting(lambda pdf: pdf.Root.MarkInfo, "/Marked", None), "6.2"),
        (setting(lambda pdf: pdf.Root.MarkInfo, "/Suspects", True), "7.1: its tags are suspect"),
        (setting(lambda pdf: pdf.Root, "/Lang", "en_GB"), "7.2: the catalog has the language"),
        (setting(lambda pdf: pdf.Root, "/ViewerPreferences", None), "7.1: a viewer"),
        (setting(lambda pdf: pdf.Root, "/Metadata", None), "7.1: there are no metadata"),
        (setting(lambda pdf: pdf.Root, "/AcroForm", pikepdf.Dictionary()), "7.10"),
        (setting(lambda pdf: pdf.Root, "/StructTreeRoot", None), "7.1: there is no structure tree"),
        (emptied(lambda pdf: pdf.Root.Metadata, _SILENT), "5: "),
        (drawing(b"0 0 m 9 9 l S"), "7.1: page 1 draws outside of all marks (S)"),
        (drawing(b"EMC", first=b"/Artifact BMC\n"), "7.1: on page 1 an artifact"),
        (drawing(b"/P <</MCID 9999>> BDC EMC"), "7.1: 1 marks are drawn and not read"),
        (drawing(b"/Artifact BMC /X1 Do EMC"), "7.1: page 1 draws an object"),
        (setting(lambda pdf: pdf.pages[0], "/StructParents", None), "7.1: a mark does not lead"),
        (setting(lambda pdf: pdf.pages[0], "/Tabs", None), "7.18.3"),
        (setting(lambda pdf: pdf.Root.StructTreeRoot, "/ParentTreeNextKey", 1), "7.1: the next key"),
        (setting(lambda pdf: element(pdf, "LBody"), "/P", None), "7.1: a LBody does not lead"),
        (setting(lambda pdf: element(pdf, "P"), "/S", pikepdf.Name.Chapter), "7.1: nobody knows the role"),
        (setting(lambda pdf: element(pdf, "P"), "/S", pikepdf.Name.LI), "7.2: a LI stands in a"),
        (setting(lambda pdf: element(pdf, "P"), "/S", pikepdf.Name.Figure), "7.3"),
        (setting(lambda pdf: element(pdf, "LI"), "/S", pikepdf.Name.P), "7.2: a L holds a P"),
        (setting(lambda pdf: element(pdf, "P"), "/K", pikepdf.Array()), "7.1: a P is empty"),
        (setting(lambda pdf: element(pdf, "H1"), "/S", pikepdf.Name.H3), "7.4.2: a heading of rank 3"),
        (setting(lambda pdf: element(pdf, "H1"), "/S", pikepdf.Name.H), "7.4.4"),
        (setting(lambda pdf: element(pdf, "TH"), "/A", None), "7.5: a head of a table does not say"),
        (setting(lambda pdf: element(pdf, "TH"), "/S", pikepdf.Name.TD), "7.5: a cell of a table has no"),
        (lambda pdf: element(pdf, "TR").K.pop(), "7.2: rows of a table"),
        (setting(link, "/Contents", " "), "7.18.5: a link is not told in words"),
        (setting(link, "/StructParent", 0), "7.18.5: a link does not lead"),
        (setting(link, "/Subtype", pikepdf.Name.Widget), "7.18.5: an annotation is no link"),
        (setting(lambda pdf: element(pdf, "P"), "/Lang", "de_DE"), "7.2: P has the language"),
        (emptied(lambda pdf: font(pdf).ToUnicode), "7.21.7"),
        (emptied(lambda pdf: font(pdf).DescendantFonts[0].CIDToGIDMap, bytes(4000)), "7.21.8"),
        (setting(lambda pdf: font(pdf).DescendantFonts[0].FontDescriptor, "/FontFile2", None), "7.21.4.1"),
        (setting(lambda pdf: font(pdf).DescendantFonts[0], "/CIDToGIDMap", None), "7.21.3.2"),
        (setting(lambda pdf: font(pdf).DescendantFonts[0], "/W", pikepdf.Array()), "7.21.5"),
    ],
)
def test_what_breaks_the_standard_is_found(harm: Harm, told: str) -> None:
    with opened(brief_of_sample()) as pdf:
        harm(pdf)
        found = faults_of(pdf)
    assert any(each.startswith(told) for each in found), found
