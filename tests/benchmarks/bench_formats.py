# SPDX-License-Identifier: MIT
"""How well and how quickly files are read: PDF, Word, EPUB and RTF, made here so that their text is known.

The bars: paragraphs of a PDF file exactly right at least .97 in one column and .93 in two; of a Word file's
words at least .97 found and .93 of those found right; an article of 3,000 words read in under a second.
"""

from __future__ import annotations

import io
import time
from collections import Counter
from collections.abc import Callable

import docx
import pytest
from tests.benchmarks.documents import Part, article, pdf_of, settings
from tests.reading.made import epub

from dissoi.dossier.prose import BlockKind, Blocks
from dissoi.reading.docx import read_docx
from dissoi.reading.epub import read_epub
from dissoi.reading.pdf import read_pdf
from dissoi.reading.reading import Draft
from dissoi.reading.rtf import read_rtf

PDF_BARS = {1: 0.97, 2: 0.93}
MOST_SECONDS = 1.0
SEEDS = range(3)


def exact(parts: list[Part], blocks: Blocks) -> tuple[int, int]:
    """How many paragraphs are exactly right, and of how many; a paragraph too many counts as one wrong."""
    gold = Counter(part.text for part in parts if not part.is_heading)
    found = Counter(block.text for block in blocks if block.kind is BlockKind.PARAGRAPH)
    return (gold & found).total(), max(gold.total(), found.total())


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_paragraphs_of_pdf_files(columns: int) -> None:
    right = wanted = headings = found_headings = 0
    started, files = time.perf_counter(), 0
    spent = 0.0
    for seed in SEEDS:
        for at, setting in enumerate(settings(columns)):
            parts = article(100 * seed + 10 * columns + at)
            data = pdf_of(parts, setting)
            started = time.perf_counter()
            draft = read_pdf(data, "x.pdf")
            spent += time.perf_counter() - started
            files += 1
            exactly, of_all = exact(parts, draft.blocks)
            right, wanted = right + exactly, wanted + of_all
            gold = [part.text for part in parts[1:] if part.is_heading]
            headings += len(gold)
            found = Counter(block.text for block in draft.blocks if block.kind is BlockKind.HEADING)
            found_headings += (Counter(gold) & found).total()
    share = right / wanted
    print(f"\nPDF, {columns} columns: {share:.3f} of {wanted} paragraphs exact", end=", ")
    print(f"{found_headings / headings:.3f} of {headings} headings, {spent / files:.2f} s a file")
    assert share >= PDF_BARS.get(columns, 0)
    assert spent / files < MOST_SECONDS


def word_file(parts: list[Part]) -> tuple[bytes, str]:
    """An article as another library writes Word files, with lists and tables; and the words in it."""
    made, words = docx.Document(), []
    for at, part in enumerate(parts):
        style = "List Bullet" if at % 7 == 3 else "Quote" if at % 11 == 5 else None
        if part.is_heading:
            made.add_heading(part.text, 0 if not at else 2)
        elif at % 9 == 4:
            cells = made.add_table(rows=1, cols=2).rows[0].cells
            cells[0].text, cells[1].text = part.text, "Second cell"
            words.append("Second cell")
        else:
            made.add_paragraph(style=style).add_run(part.text).italic = bool(at % 5 == 0)
        words.append(part.text)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue(), " ".join(words)


def measured(name: str, draft: Draft, gold: str) -> tuple[float, float]:
    """Which share of the words is found, and which share of those found is right."""
    title = " ".join(str(each[0].value) for key, each in draft.proposals.items() if key == "title")
    found = Counter((title + " " + " ".join(block.text for block in draft.blocks)).replace("|", " ").split())
    wanted = Counter(gold.split())
    both = (wanted & found).total()
    recall, precision = both / wanted.total(), both / found.total()
    print(f"\n{name}: words found {recall:.3f}, right {precision:.3f}", end=", ")
    return recall, precision


def timed(read: Callable[[bytes, str], Draft], data: bytes) -> Draft:
    started = time.perf_counter()
    draft = read(data, "a file")
    seconds = time.perf_counter() - started
    print(f"\n{read.__name__}: 3,000 words in {seconds:.3f} s", end="")
    assert seconds < MOST_SECONDS
    return draft


def test_words_of_word_files() -> None:
    data, gold = word_file(article(7))
    recall, precision = measured("Word", timed(read_docx, data), gold)
    assert recall >= 0.97
    assert precision >= 0.93


def test_words_of_books() -> None:
    parts = article(8)
    body = "".join(f"<h2>{part.text}</h2>" if part.is_heading else f"<p>{part.text}</p>" for part in parts)
    recall, precision = measured(
        "EPUB", timed(read_epub, epub({"a.xhtml": body})), " ".join(part.text for part in parts)
    )
    assert min(recall, precision) >= 0.97


def test_words_of_rtf_files() -> None:
    parts = article(9)
    text = "".join(f"{part.text}\\par " for part in parts).replace("”", "\\u8221?").replace("’", "\\u8217?")
    draft = timed(read_rtf, b"{\\rtf1\\ansi " + text.encode("cp1252") + b"}")
    recall, precision = measured("RTF", draft, " ".join(part.text for part in parts))
    assert min(recall, precision) >= 0.97
