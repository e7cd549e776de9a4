# SPDX-License-Identifier: MIT
"""The paragraphs of a PDF file as blocks: headings, items, quotations and notes, with words mended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dissoi.dossier.markup_settling import cells_joined
from dissoi.dossier.prose import Block, BlockKind, Blocks, Span, joined
from dissoi.reading.layout import Vocabulary
from dissoi.reading.pdf_lines import HYPHEN, Line
from dissoi.reading.pdf_paragraphs import BULLET, NOTE, NUMBER, SAME_SIZE, SENTENCE_END, Flow, Paragraph
from dissoi.reading.pdf_tables import Row

_PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LONGEST_HEADING = 200
_MOST_HEADING_LINES = 2
_DEEPEST_HEADING = 6
_WHOLE_WORD = 4
_JOINING = {
    "any",
    "every",
    "fore",
    "here",
    "how",
    "more",
    "over",
    "some",
    "there",
    "under",
    "what",
    "when",
    "where",
    "with",
}
_BROKEN = re.compile(rf"([\w-]*\w){HYPHEN}([\w-]+)")
_LAST_WORD = re.compile(r"\w+$")


@dataclass(frozen=True)
class Settled:
    """A document's blocks; `title` is the text of its heading in the largest letters, or ""."""

    blocks: Blocks
    title: str


def settled_blocks(flow: Flow, first_page: Sequence[Line]) -> Settled:
    """The blocks of a document, headings ranked by size; footnotes stand at its end."""
    vocabulary = _vocabulary(flow)
    headings = [at for at, each in enumerate(flow.paragraphs) if _is_heading(each, flow)]
    title = _title(flow, headings, frozenset(map(id, first_page)))
    ranks = _ranks(flow, headings, title)
    blocks: list[Block] = []
    for at, paragraph in enumerate(flow.paragraphs):
        spans = _spans(paragraph, vocabulary)
        if at in ranks and at != title:
            plain = tuple(span.model_copy(update={"bold": False}) for span in spans)
            blocks.append(Block(kind=BlockKind.HEADING, level=ranks[at], spans=joined(plain)))
        elif paragraph.row:
            blocks.append(_row(paragraph.row))
        elif at != title:
            blocks.append(_quotation(spans) if paragraph.is_inset else _block(spans))
        for line in paragraph.lines:
            blocks += flow.pictures.get(id(line), ())
    placed = {block.picture for block in blocks}
    blocks += (block for each in flow.pictures.values() for block in each if block.picture not in placed)
    notes = [_note(_spans(paragraph, vocabulary)) for paragraph in flow.notes]
    name = "" if title is None else "".join(s.text for s in _spans(flow.paragraphs[title], vocabulary))
    return Settled((*_without_lone_numbers(blocks), *notes), name)


def _row(row: Row) -> Block:
    return Block(kind=BlockKind.ROW, spans=cells_joined([_collapsed(cell.spans) for cell in row.cells]))


def _quotation(spans: tuple[Span, ...]) -> Block:
    return Block(kind=BlockKind.QUOTE, spans=spans)


def _is_heading(paragraph: Paragraph, flow: Flow) -> bool:
    lines = paragraph.lines
    if (
        paragraph.row
        or sum(len(line.text) for line in lines) > _LONGEST_HEADING
        or not any(c.isalpha() for c in lines[0].text)
    ):
        return False
    if flow.is_large(lines[0]):
        return True
    is_body = lines[0].size >= flow.body - SAME_SIZE
    ends = SENTENCE_END.search(lines[-1].text)
    return is_body and len(lines) <= _MOST_HEADING_LINES and all(line.is_bold for line in lines) and not ends


def _title(flow: Flow, headings: Sequence[int], first_page: frozenset[int]) -> int | None:
    """The heading on the first page in the largest letters of all."""
    large = [at for at in headings if flow.is_large(flow.paragraphs[at].lines[0])]
    if not large:
        return None
    at = max(large, key=lambda at: (flow.paragraphs[at].lines[0].size, -at))
    return at if id(flow.paragraphs[at].lines[0]) in first_page else None


def _ranks(flow: Flow, headings: Sequence[int], title: int | None) -> dict[int, int]:
    sizes = {at: flow.paragraphs[at].lines[0].size for at in headings}
    order = sorted({size for at, size in sizes.items() if at != title}, reverse=True)
    first = 1 if title is None else 2
    return {at: min(first + order.index(sizes[at]), _DEEPEST_HEADING) if at != title else 1 for at in sizes}


def _block(spans: tuple[Span, ...]) -> Block:
    for pattern, kind in ((BULLET, BlockKind.ITEM), (NUMBER, BlockKind.ITEM)):
        if found := pattern.match("".join(span.text for span in spans)):
            marker = "•" if pattern is BULLET else found[0].strip()
            return Block(kind=kind, marker=marker, spans=_behind(spans, found.end()))
    return Block(spans=spans)


def _note(spans: tuple[Span, ...]) -> Block:
    found = NOTE.match("".join(span.text for span in spans))
    marker = found[1].translate(_PLAIN_DIGITS) if found else ""
    return Block(kind=BlockKind.NOTE, marker=marker, spans=_behind(spans, found.end() if found else 0))


def _behind(spans: tuple[Span, ...], length: int) -> tuple[Span, ...]:
    """Spans without so many characters at their start."""
    rest: list[Span] = []
    for span in spans:
        rest.append(span.model_copy(update={"text": span.text[length:]}))
        length = max(0, length - len(span.text))
    return joined(rest)


def _without_lone_numbers(blocks: Sequence[Block]) -> Blocks:
    """Numbered items as such only where their numbers follow one another; other numbers begin a sentence."""
    result = []
    for at, block in enumerate(blocks):
        number = _number(block)
        around = {_number(other) for other in (*blocks[max(0, at - 2) : at], *blocks[at + 1 : at + 3])} - {0}
        if number and not around & {number - 1, number + 1}:
            spans = joined((Span(text=f"{block.marker} "), *block.spans))
            block = Block(spans=spans)  # noqa: PLW2901 - it is what the block turns out to be
        result.append(block)
    return tuple(result)


def _number(block: Block) -> int:
    digits = block.marker.rstrip(".)")
    return int(digits) if block.kind is BlockKind.ITEM and digits.isdecimal() else 0


def _vocabulary(flow: Flow) -> Vocabulary:
    lines = (line.text for paragraph in (*flow.paragraphs, *flow.notes) for line in paragraph.lines)
    texts = (text[:-1] + "-" if text.endswith(HYPHEN) else text.replace(HYPHEN, "") for text in lines)
    return Vocabulary.of("\n".join(texts))


def _spans(paragraph: Paragraph, vocabulary: Vocabulary) -> tuple[Span, ...]:
    """The text of a paragraph as one line, with words that were broken at the end of a line mended."""
    spans: list[Span] = []
    for line in paragraph.lines:
        if spans:
            last = spans[-1]
            if last.text.endswith("-") and _LAST_WORD.search(last.text[:-1]):
                spans[-1] = last.model_copy(update={"text": last.text[:-1] + HYPHEN})
            elif not last.text.endswith((HYPHEN, "–", "—", "/")) or last.text.endswith((" –", " —")):
                spans[-1] = last.model_copy(update={"text": last.text + " "})
        spans += _trimmed(line.spans)
    spans = [span.model_copy(update={"text": _mended(span.text, vocabulary)}) for span in joined(spans)]
    return _collapsed(joined(spans))


def _trimmed(spans: Sequence[Span]) -> list[Span]:
    """Spans without white space at the ends of the line, and soft hyphens inside it."""
    texts = [span.text for span in spans]
    texts[0], texts[-1] = texts[0].lstrip(), texts[-1].rstrip() if len(texts) > 1 else texts[-1].strip()
    *rest, last = (span.model_copy(update={"text": text}) for span, text in zip(spans, texts, strict=True))
    inside = [span.model_copy(update={"text": span.text.replace(HYPHEN, "")}) for span in rest]
    ends = last.text[:-1].replace(HYPHEN, "") + last.text[-1:]
    return [*inside, last.model_copy(update={"text": ends})]


def _mended(text: str, vocabulary: Vocabulary) -> str:
    if HYPHEN not in text:
        return text
    text = text.replace(f"-{HYPHEN}", "-")
    return _BROKEN.sub(lambda found: _rejoined(found[1], found[2], vocabulary), text).replace(HYPHEN, "-")


def _rejoined(first: str, second: str, vocabulary: Vocabulary) -> str:
    """A word broken at the end of a line; two words of the text are a compound, with its hyphen."""
    whole, known = (first + second).lower(), vocabulary.words
    if whole in known and f"{first}-{second}".lower() not in known and second.islower():
        return first + second
    is_compound = min(len(first), len(second)) >= _WHOLE_WORD and {first.lower(), second.lower()} <= known
    if is_compound and whole not in known and first.lower() not in _JOINING:
        return f"{first}-{second}"
    return vocabulary.mended(first, second)


def _collapsed(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Spans with each run of white space as one space, across their borders."""
    result, ends_in_space = [], True
    for span in spans:
        text = re.sub(r"\s+", " ", span.text)
        text = text.lstrip() if ends_in_space else text
        ends_in_space = text.endswith(" ") if text else ends_in_space
        result.append(span.model_copy(update={"text": text}))
    if result:
        result[-1] = result[-1].model_copy(update={"text": result[-1].text.rstrip()})
    return joined(result)
