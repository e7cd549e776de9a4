# SPDX-License-Identifier: MIT
"""Blocks as a Word file with real heading, list and quotation styles, for others to go on writing in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dissoi.briefing.outputs.about import About
from dissoi.briefing.outputs.elements import CardText, Cite, Lead, Opening, Table, with_tables
from dissoi.briefing.outputs.language import language_of_most
from dissoi.briefing.outputs.word_body import Body, fit
from dissoi.briefing.outputs.word_direction import is_complex, set_directions
from dissoi.briefing.outputs.word_ranks import known_as, set_ranks
from dissoi.briefing.outputs.word_sheet import lay_out, set_heads, set_language
from dissoi.dossier.markup_settling import safe_link
from dissoi.dossier.prose import Block, BlockKind, Blocks, Span

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_STEP = 18
"""Points by which each level of a quotation goes in."""
_HANG = 27
"""Points by which each level of a list goes in: in large type, "10." with a space takes so much."""
_BETWEEN = 3
"""Points between items of a list."""
_RANKS = 9
_ROW = 25
"""Millimetres of the least height of the rows of a table that is written on."""
_CELL = 9
"""Points of its words: its columns are narrow."""
_CITED, _QUOTED, _UNREAD = 13, 11, 8
"""Points of short cites, of the words of a card that are quoted, and of the rest of their paragraphs."""
_LARGE = {"Normal": 14, "Heading 1": 24, "Heading 2": 20, "Heading 3": 17, "Heading 4": 15}
"""Points of large type."""
_CITE, _UNDERLINE = "Style 13 pt Bold", "Style Underline"
"""What Verbatim's template calls the styles of short cites and of quoted words."""
_LONGEST_PROPERTY = 255
"""Characters that a property of a Word file holds."""
_AGELESS = datetime(2000, 1, 1, tzinfo=UTC)
_ZIP_AGELESS = (1980, 1, 1, 0, 0, 0)


def word_file_of(blocks: Blocks, about: About, on_part: Callable[[], None] = lambda: None) -> bytes:
    """A DOCX file; the same blocks give the same bytes. `on_part` is told of each block.

    In cards, italic words are underlined, bold ones highlighted too, the rest is small.
    """
    import docx

    document = docx.Document()
    document.core_properties.title = fit(about.title)[:_LONGEST_PROPERTY]
    document.core_properties.author = fit(about.author)[:_LONGEST_PROPERTY] or "Dissoi"
    document.core_properties.comments = ""
    document.core_properties.created = document.core_properties.modified = _AGELESS
    language = language_of_most(blocks)
    set_language(document, language)
    lay_out(document, about.paper, on_side=any(isinstance(block, Table) and block.wide for block in blocks))
    set_heads(document, fit(about.title), is_large=about.is_large)
    has_cards = any(isinstance(block, Cite) for block in blocks)
    set_ranks(document, as_verbatim=has_cards)
    _hang_bullets(document)
    if about.is_large:
        _enlarge(document)
    if has_cards:
        _add_card_styles(document)
    body = Body(document)
    for block in with_tables(blocks):
        on_part()
        match block:
            case CardText():
                _add_card(body, block)
            case Cite():
                _add_cite(body, block)
            case Table():
                _add_table(body, block)
            case _:
                _add(body, block)
    if is_complex(about.title) or any(is_complex(block.text) for block in blocks):
        set_directions(document, language, on_part)
    on_part()
    file = BytesIO()
    document.save(file)
    return _ageless(file.getvalue())


def _hang_bullets(document: Document) -> None:
    """Give bulleted items the indents of those with other markers, so that the words of both are in line.

    They are changed where the template has them, in the numbering: programs add others to those.
    """
    from docx.oxml.ns import qn

    twips = str(_HANG * 20)
    style = document.styles["List Bullet"].element
    (number,) = style.xpath("w:pPr/w:numPr/w:numId/@w:val")
    numbering = document.part.numbering_part.element
    (kind,) = numbering.xpath(f"w:num[@w:numId={number}]/w:abstractNumId/@w:val")
    (level,) = numbering.xpath(f"w:abstractNum[@w:abstractNumId={kind}]/w:lvl[@w:ilvl=0]/w:pPr")
    level.find(qn("w:tabs")).find(qn("w:tab")).set(qn("w:pos"), twips)
    level.ind.set(qn("w:left"), twips)
    level.ind.set(qn("w:hanging"), twips)


def _enlarge(document: Document) -> None:
    """Give text and headings large type; what else there is takes after the text."""
    from docx.shared import Pt

    for name, size in _LARGE.items():
        document.styles[name].font.size = Pt(size)


def _add(body: Body, block: Block) -> None:
    from docx.shared import Pt

    match block.kind:
        case BlockKind.HEADING:
            paragraph = body.paragraph(f"Heading {min(block.level, _RANKS)}")
            paragraph.paragraph_format.page_break_before = isinstance(block, Opening) or None
        case BlockKind.QUOTE:
            paragraph = body.paragraph("Quote")
            paragraph.paragraph_format.left_indent = Pt(_STEP * block.level)
        case BlockKind.ITEM:
            paragraph = _item(body, block)
        case BlockKind.RULE:
            paragraph = body.paragraph()
            paragraph.add_run("* * *")
        case _:
            paragraph = body.paragraph()
            paragraph.paragraph_format.keep_with_next = isinstance(block, Lead) or None
    for span in block.spans:
        _write(paragraph, span)


def _add_table(body: Body, table: Table) -> None:
    """A table whose head is repeated on each page."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.oxml.parser import OxmlElement
    from docx.shared import Mm, Pt

    made = body.table(1 + len(table.rows), len(table.head), "Table Grid")
    for place, (row, cells) in enumerate(zip(made.rows, (table.head, *table.rows), strict=True)):
        for cell, spans in zip(row.cells, cells, strict=False):
            for span in spans:
                _write(cell.paragraphs[0], span).font.size = Pt(_CELL) if table.wide else None
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - there is no other way to the element
        properties.append(OxmlElement("w:cantSplit"))
        if not place:
            properties.append(OxmlElement("w:tblHeader"))
        elif table.wide:
            row.height, row.height_rule = Mm(_ROW), WD_ROW_HEIGHT_RULE.AT_LEAST


def _add_card_styles(document: Document) -> None:
    """The styles of characters that Verbatim knows by these names, so that its macros work on the file."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    for name, alias, size in ((_CITE, "Cite", _CITED), (_UNDERLINE, "Underline", _QUOTED)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        style.font.size = Pt(size)
        style.font.bold, style.font.underline = name == _CITE, name == _UNDERLINE
        known_as(style, alias)


def _add_cite(body: Body, block: Block) -> None:
    """A paragraph about a card, on one page with its beginning; what is bold in it is its short cite."""
    paragraph = body.paragraph()
    paragraph.paragraph_format.keep_with_next = True
    for span in block.spans:
        run = _write(paragraph, span)
        if span.bold:
            run.bold = None
            body.restyle(run, _CITE)


def _add_card(body: Body, block: Block) -> None:
    """A paragraph of a card, marked as teams mark them: underlined, highlighted, small."""
    from docx.enum.text import WD_COLOR_INDEX
    from docx.shared import Pt

    paragraph = body.paragraph()
    for span in block.spans:
        run = paragraph.add_run(fit(span.text))
        if span.bold or span.italic:
            body.restyle(run, _UNDERLINE)
            run.bold = span.bold or None
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW if span.bold else None
        else:
            run.font.size = Pt(_UNREAD)


def _item(body: Body, block: Block) -> Paragraph:
    """A bulleted item of Word's own; one with another marker carries it as text before a tab."""
    from docx.shared import Pt

    if block.marker in {"", "•"}:
        paragraph = body.paragraph("List Bullet")
    else:
        paragraph = body.paragraph("List Paragraph")
        paragraph.add_run(f"{fit(block.marker)}\t")
        paragraph.paragraph_format.first_line_indent = Pt(-_HANG)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(_HANG * block.level))
    paragraph.paragraph_format.left_indent = Pt(_HANG * block.level)
    # Word leaves out the space between paragraphs of one style only, and a list has two of them.
    paragraph.paragraph_format.space_after = Pt(_BETWEEN)
    return paragraph


def _write(paragraph: Paragraph, span: Span) -> Run:
    run = paragraph.add_run(fit(span.text))
    run.bold = span.bold or None
    run.italic = span.italic or None
    run.font.strike = span.strike or None
    if span.code:
        run.font.name = "Courier New"
    if link := safe_link(span.link):
        run.underline = True
        _lead(paragraph, run, link)
    return run


def _lead(paragraph: Paragraph, run: Run, link: str) -> None:
    """Let a run lead to an address. The library reads links, but makes none."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    around = OxmlElement("w:hyperlink")
    related = paragraph.part.relate_to(fit(link), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    around.set(qn("r:id"), related)
    run._r.addprevious(around)  # noqa: SLF001 - there is no other way to the element
    around.append(run._r)  # noqa: SLF001


def _ageless(data: bytes) -> bytes:
    """A ZIP file with the times of its entries taken out, so that it depends on its content alone."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w", ZIP_DEFLATED) as file:
        for entry in source.infolist():
            file.writestr(ZipInfo(entry.filename, _ZIP_AGELESS), source.read(entry), ZIP_DEFLATED)
    return target.getvalue()
