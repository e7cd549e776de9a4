# SPDX-License-Identifier: MIT
"""Articles of which every block is known, printed as PDF files by a browser and by a word processor.

The programs are Chromium, and pandoc with LibreOffice; where they are absent, there is nothing to measure.
"""

from __future__ import annotations

import html
import random
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.english import Prose

CHROMIUM, PANDOC, OFFICE = (shutil.which(name) for name in ("chromium", "pandoc", "soffice"))


@dataclass(frozen=True)
class Print:
    """How an article is set in a browser: the rules of its style sheet."""

    name: str
    css: str
    columns: int = 1


BROWSER = (
    Print("plain", ""),
    Print("sans, narrow", "body{font:15px/1.6 sans-serif;max-width:32em;margin:auto}"),
    Print("justified", "body{font:12pt/1.35 serif;text-align:justify;hyphens:auto}"),
    Print("indented", "p{margin:0;text-indent:1.5em} h2{margin:1em 0 .4em}"),
    Print("two columns", "body{columns:2;column-gap:2em;font-size:10pt} h1{column-span:all}", 2),
    Print(
        "two columns, justified", "body{columns:2;font:9.5pt/1.3 serif;text-align:justify;hyphens:auto}", 2
    ),
)


@dataclass(frozen=True)
class Piece:
    """A block as it is meant to be read: its kind, its text or the texts of its cells, and its marker."""

    kind: str
    text: str
    marker: str = ""
    cells: tuple[str, ...] = ()


def pieces(seed: int, words: int = 1_500) -> list[Piece]:
    """An article of about so many words: headings, paragraphs, lists, quotations, tables and footnotes."""
    chance, prose = random.Random(seed), Prose(seed)
    made = [Piece("title", prose.sentence().rstrip(".?"))]
    notes: list[str] = []
    count = 0
    while count < words:
        kind = chance.choice(["heading", "bullets", "numbers", "quote", "table", "note"])
        new = [Piece("paragraph", prose.paragraph()) for _ in range(chance.randint(1, 3))]
        if kind == "heading":
            new.insert(0, Piece("heading", _title(prose)))
        elif kind in {"bullets", "numbers"}:
            number = chance.randint(2, 5)
            new += [
                Piece("item", prose.sentence(), "•" if kind == "bullets" else f"{at}.")
                for at in range(1, number + 1)
            ]
        elif kind == "quote":
            new.append(Piece("quote", prose.paragraph()))
        elif kind == "table":
            new += _table(chance, prose)
        else:
            notes.append(prose.sentence())
            new[-1] = Piece("paragraph", new[-1].text + str(len(notes)).translate(RAISED), str(len(notes)))
        made += new
        count += sum(len(each.text.split()) for each in new)
    made.append(Piece("paragraph", prose.paragraph()))
    return [*made, *(Piece("note", text, str(at)) for at, text in enumerate(notes, 1))]


RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _title(prose: Prose) -> str:
    return " ".join(prose.sentence().rstrip(".?,").split()[:4]).rstrip(",")


def _table(chance: random.Random, prose: Prose) -> list[Piece]:
    places = [prose.sentence().split()[-1].rstrip(".?").capitalize() for _ in range(chance.randint(2, 5))]
    rows = [("Place", "Year", "Share"), *((place, "1990", f"{chance.randint(1, 99)} %") for place in places)]
    return [Piece("row", " ".join(row), cells=row) for row in rows]


def web_page(made: list[Piece], css: str, title: str) -> str:
    """The article as a web page, its notes at its end."""
    parts: list[str] = []
    for before, piece, after in zip([None, *made[:-1]], made, [*made[1:], None], strict=True):
        opens = before is None or _group(before) != _group(piece)
        closes = after is None or _group(after) != _group(piece)
        parts.append(_markup(piece, opens=opens, closes=closes))
    style = f"<style>table{{border-collapse:collapse}}td{{padding:2px 14px}}{css}</style>"
    return (
        f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>{title}</title>{style}<body>'
        + "".join(parts)
    )


def _group(piece: Piece) -> str:
    return piece.kind + piece.marker[-1:] if piece.kind == "item" else piece.kind


def _markup(piece: Piece, *, opens: bool, closes: bool) -> str:
    text = html.escape(piece.text)
    if piece.kind == "item":
        name = "ul" if piece.marker == "•" else "ol"
        return f"<{name}>" * opens + f"<li>{text}</li>" + f"</{name}>" * closes
    if piece.kind == "row":
        cells = "".join(f"<td>{html.escape(cell)}</td>" for cell in piece.cells)
        return "<table>" * opens + f"<tr>{cells}</tr>" + "</table>" * closes
    if piece.kind == "note":
        return "<hr>" * opens + f'<p style="font-size:75%">{piece.marker}. {text}</p>'
    if piece.kind == "paragraph" and piece.marker:
        text = f"{text[: -len(piece.marker)]}<sup>{piece.marker}</sup>"
    tag = {"title": "h1", "heading": "h2", "quote": "blockquote"}.get(piece.kind, "p")
    return f"<{tag}>{text}</{tag}>"


def markdown(made: list[Piece]) -> str:
    """The article as pandoc's Markdown, its notes as footnotes."""
    lines: list[str] = []
    for at, piece in enumerate(made):
        text = piece.text
        if piece.kind in {"title", "heading"}:
            text = f"{'#' if piece.kind == 'title' else '##'} {text}"
        elif piece.kind == "item":
            text = f"{'-' if piece.marker == '•' else piece.marker} {text}"
        elif piece.kind == "quote":
            text = f"> {text}"
        elif piece.kind == "note":
            text = f"[^{piece.marker}]: {text}"
        elif piece.kind == "row":
            is_first = made[at - 1].kind != "row"
            rule = "\n|" + "---|" * len(piece.cells)
            text = "| " + " | ".join(piece.cells) + " |" + (rule if is_first else "")
        elif piece.marker:
            text = f"{text[: -len(piece.marker)]}[^{piece.marker}]"
        is_row = piece.kind == "row" and at + 1 < len(made) and made[at + 1].kind == "row"
        lines.append(text + ("\n" if is_row else "\n\n"))
    return "".join(lines)


def browser_print(made: list[Piece], style: Print, folder: Path) -> bytes:
    """What Chromium prints, with date, title, address and page numbers around it."""
    page, out = folder / "page.html", folder / "page.pdf"
    page.write_text(web_page(made, style.css, made[0].text), encoding="utf-8")
    run = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'user'}"]
    subprocess.run(
        [*run, f"--print-to-pdf={out}", page.as_uri()], check=True, capture_output=True, timeout=120
    )
    return out.read_bytes()


def office_print(made: list[Piece], folder: Path, kind: str = "odt") -> bytes:
    """What LibreOffice makes of a document that pandoc wrote, as "odt" or "docx"."""
    source, document = folder / "page.md", folder / f"page.{kind}"
    source.write_text(markdown(made), encoding="utf-8")
    subprocess.run(
        [str(PANDOC), str(source), "-o", str(document)], check=True, capture_output=True, timeout=120
    )
    user = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = [str(OFFICE), user, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(document)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (folder / "page.pdf").read_bytes()
