# SPDX-License-Identifier: MIT
"""Articles made up for measuring the readers: words without sense, but set as articles are."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass, field, replace
from typing import Any

from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

_WORDS = [
    "the",
    "a",
    "of",
    "and",
    "to",
    "in",
    "for",
    "that",
    "with",
    "against",
    "under",
    "between",
    "government",
    "minister",
    "country",
    "border",
    "treaty",
    "army",
    "alliance",
    "sanction",
    "weapon",
    "ceasefire",
    "negotiation",
    "parliament",
    "president",
    "economy",
    "industry",
    "pipeline",
    "energy",
    "inflation",
    "reconstruction",
    "security",
    "guarantee",
    "territory",
    "population",
    "independence",
    "resistance",
    "diplomacy",
    "international",
    "organization",
    "responsibility",
    "understanding",
    "agreement",
    "disagreement",
    "public",
    "opinion",
    "election",
    "campaign",
    "newspaper",
    "commentator",
    "historian",
    "professor",
    "argues",
    "claims",
    "denies",
    "proposes",
    "rejects",
    "supports",
    "demands",
    "considers",
    "accepts",
    "refuses",
    "believes",
    "expects",
    "warns",
    "remembers",
    "suggests",
    "would",
    "could",
    "should",
    "must",
    "may",
    "will",
    "has",
    "long",
    "short",
    "difficult",
    "temporary",
    "permanent",
    "military",
    "political",
    "economic",
    "financial",
    "European",
    "American",
    "Russian",
    "Ukrainian",
    "German",
    "British",
    "important",
    "controversial",
    "nevertheless",
    "therefore",
    "however",
    "meanwhile",
    "afterwards",
    "officially",
    "efficient",
    "flag",
    "first",
    "official",
    "conflict",
    "office",
]
_COMPOUNDS = (
    "well-known",
    "long-term",
    "self-defence",
    "so-called",
    "twenty-first",
    "cease-fire-like",
    "anti-war",
)
_ENDS = (". ", ". ", ". ", "? ", "! ", ".” ")


@dataclass(frozen=True)
class Part:
    """A paragraph or heading of an article."""

    text: str
    is_heading: bool = False


@dataclass(frozen=True)
class Setting:
    """How an article is set: lengths in points."""

    columns: int = 1
    font: str = "Times-Roman"
    size: float = 11.0
    leading: float = 1.25
    indented: bool = False
    justified: bool = True
    hyphenated: bool = True
    head: str = ""
    page: tuple[float, float] = field(default=A4)


def sentence(source: random.Random) -> str:
    """A sentence of made-up sense."""
    words = [source.choice(_WORDS) for _ in range(source.randint(6, 24))]
    if source.random() < 0.4:
        words[source.randrange(1, len(words))] = source.choice(_COMPOUNDS)
    if source.random() < 0.3:
        words[source.randrange(1, len(words) - 1)] += ","
    if source.random() < 0.2:
        words[source.randrange(1, len(words))] = str(source.randint(2, 2025))
    text = " ".join(words)
    return text[0].upper() + text[1:] + source.choice(_ENDS)


def article(seed: int, words: int = 3_000) -> list[Part]:
    """An article of about so many words, the first part its title."""
    source = random.Random(seed)
    parts = [Part(" ".join(source.choice(_WORDS) for _ in range(6)).capitalize(), is_heading=True)]
    count = 0
    while count < words:
        if source.random() < 0.12 and not parts[-1].is_heading:
            parts.append(
                Part(" ".join(source.choice(_WORDS) for _ in range(3)).capitalize(), is_heading=True)
            )
        text = "".join(sentence(source) for _ in range(source.randint(1, 7))).strip()
        count += len(text.split())
        parts.append(Part(text))
    return parts


def settings(columns: int) -> list[Setting]:
    """Several ways of setting an article in so many columns."""
    plain = Setting(columns=columns, size=11.0 if columns == 1 else 9.5)
    return [
        plain,
        replace(plain, indented=True, head="The Argument Quarterly"),
        replace(plain, font="Helvetica", justified=False, hyphenated=False, head="Notes on Policy"),
        replace(plain, font="Helvetica", indented=True, page=LETTER, leading=1.4),
        replace(plain, size=plain.size - 1, leading=1.15, head="Vol. 3, No. 2"),
        replace(plain, font="Courier", size=plain.size - 1.5, justified=False, hyphenated=False),
    ]


def pdf_of(parts: list[Part], setting: Setting) -> bytes:
    """The article as a PDF file."""
    file = io.BytesIO()
    width, height = setting.page
    margin, gap = 64.0, 20.0
    each = (width - 2 * margin - gap * (setting.columns - 1)) / setting.columns
    frames = [
        Frame(margin + at * (each + gap), margin, each, height - 2 * margin, 0, 0, 0, 0, id=f"c{at}")
        for at in range(setting.columns)
    ]

    def on_page(canvas: Any, document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawCentredString(width / 2, 30, str(document.page))
        if setting.head:
            canvas.drawString(margin, height - 40, f"{setting.head}  {document.page}")

    document = BaseDocTemplate(file, pagesize=setting.page, title="", author="Jane Doe")
    document.addPageTemplates(PageTemplate(frames=frames, onPage=on_page))
    document.build([_flowable(part, setting, is_title=not at) for at, part in enumerate(parts)])
    return file.getvalue()


def _flowable(part: Part, setting: Setting, *, is_title: bool) -> Paragraph:
    bold = {"Times-Roman": "Times-Bold"}.get(setting.font, f"{setting.font}-Bold")
    size = setting.size * (1.8 if is_title else 1.2)
    if part.is_heading:
        style = ParagraphStyle(
            "h",
            fontName=bold,
            fontSize=size,
            leading=size * 1.2,
            spaceBefore=12,
            spaceAfter=6,
            keepWithNext=1,
        )
        return Paragraph(part.text, style)
    style = ParagraphStyle(
        "p",
        fontName=setting.font,
        fontSize=setting.size,
        leading=setting.size * setting.leading,
        alignment=TA_JUSTIFY if setting.justified else TA_LEFT,
        firstLineIndent=14 if setting.indented else 0,
        spaceAfter=0 if setting.indented else setting.size * 0.7,
        hyphenationLang="en_US" if setting.hyphenated else "",
    )
    return Paragraph(part.text, style)
