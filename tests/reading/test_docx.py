# SPDX-License-Identifier: MIT
"""Word files: what of them becomes blocks, and what they say of the article."""

from __future__ import annotations

from tests.reading.made import PICTURE, STRICT_WORD, docx, paragraph, part, relations, run

from dissoi.dossier.prose import Block, BlockKind, Blocks
from dissoi.dossier.records import Author
from dissoi.reading.docx import read_docx
from dissoi.reading.reading import Detail, Origin, Proposal

STYLES = part(
    "styles",
    '<w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:styleId="Own"><w:name w:val="My own"/><w:basedOn w:val="berschrift2"/></w:style>'
    '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="C"><w:name w:val="caption"/></w:style>'
    '<w:style w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
)
NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%2)"/>'
    '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num>',
)


def blocks_of(body: str, more: dict[str, str | bytes] | None = None) -> Blocks:
    parts: dict[str, str | bytes] = {"word/styles.xml": STYLES, "word/numbering.xml": NUMBERING}
    return read_docx(docx(body, parts | (more or {})), "x.docx").blocks


def kinds(blocks: Blocks) -> list[tuple[BlockKind, int, str, str]]:
    return [(block.kind, block.level, block.marker, block.text) for block in blocks]


def test_headings_are_told_by_style_in_any_language() -> None:
    body = paragraph("Plain") + paragraph("One", '<w:pStyle w:val="berschrift2"/>')
    body += paragraph("Two", '<w:pStyle w:val="Own"/>') + paragraph("Three", '<w:outlineLvl w:val="3"/>')
    assert [(b.kind, b.level) for b in blocks_of(body)] == [
        (BlockKind.PARAGRAPH, 1),
        (BlockKind.HEADING, 2),
        (BlockKind.HEADING, 2),
        (BlockKind.HEADING, 4),
    ]


def test_code_keeps_the_spaces_at_the_start_of_its_lines() -> None:
    styles = part("styles", '<w:style w:styleId="S"><w:name w:val="Source Code"/></w:style>')
    body = run("def f():") + "<w:r><w:br/></w:r>" + run("    ") + run("return", "<w:b/>") + run(" 1")
    blocks = blocks_of(paragraph(body, '<w:pStyle w:val="S"/>'), {"word/styles.xml": styles})
    assert kinds(blocks) == [(BlockKind.CODE, 1, "", "def f():\u2028    return 1")]
    assert len(blocks[0].spans) == 1


def test_a_paragraph_that_goes_on_with_an_item_has_no_marker() -> None:
    numbering = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
        '<w:lvlText w:val=" "/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    body = paragraph("More.", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    assert kinds(blocks_of(body, {"word/numbering.xml": numbering})) == [(BlockKind.ITEM, 1, "", "More.")]


def test_lists_have_their_markers() -> None:
    deep = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    flat = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = paragraph("a", flat) + paragraph("b", deep) + paragraph("c", deep) + paragraph("d", flat)
    body += paragraph("e", deep) + paragraph("f", '<w:numPr><w:numId w:val="9"/></w:numPr>')
    markers = [(block.level, block.marker) for block in blocks_of(body)]
    assert markers == [(1, "3."), (2, "a)"), (2, "b)"), (1, "4."), (2, "a)"), (1, "•")]


def test_lists_made_alike_count_on_unless_they_start_anew() -> None:
    items = [paragraph("a", f'<w:numPr><w:numId w:val="{number}"/></w:numPr>') for number in (1, 2, 3, 1)]
    assert [block.marker for block in blocks_of("".join(items))] == ["3.", "4.", "3.", "5."]


def test_changes_are_read_as_accepted() -> None:
    body = paragraph(
        run("kept ")
        + f"<w:ins>{run('new ')}</w:ins><w:del><w:r><w:delText>old </w:delText></w:r></w:del>"
        + f"<w:moveFrom>{run('from ')}</w:moveFrom><w:moveTo>{run('to ')}</w:moveTo>"
    )
    assert [block.text for block in blocks_of(body)] == ["kept new to"]


def test_notes_stand_at_the_end_in_the_order_of_their_marks() -> None:
    reference = '<w:r><w:{0}Reference w:id="{1}"/></w:r>'
    body = paragraph(
        run("One") + reference.format("endnote", 2) + run(" two") + reference.format("footnote", 5)
    )
    note = '<w:{0} w:id="{1}">' + paragraph("<w:r><w:footnoteRef/></w:r>" + run(" About {1}")) + "</w:{0}>"
    more: dict[str, str | bytes] = {
        "word/footnotes.xml": part("footnotes", note.format("footnote", 5) + note.format("footnote", 9)),
        "word/endnotes.xml": part("endnotes", note.format("endnote", 2)),
    }
    assert kinds(blocks_of(body, more)) == [
        (BlockKind.PARAGRAPH, 1, "", "One¹ two²"),
        (BlockKind.NOTE, 1, "1", "About 2"),
        (BlockKind.NOTE, 1, "2", "About 5"),
    ]


def test_tables_are_rows() -> None:
    cell = "<w:tc>{}</w:tc>"
    row = f"<w:tr>{cell.format(paragraph('a') + paragraph('b'))}{cell.format(paragraph('c'))}</w:tr>"
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell.format(paragraph('x'))}</w:tr>"
    assert kinds(blocks_of(f"<w:tbl>{row}{gone}</w:tbl>")) == [(BlockKind.ROW, 1, "", "a b | c")]


def test_looks_and_links_are_kept() -> None:
    link = f'<w:hyperlink r:id="l">{run("there")}</w:hyperlink>'
    link += f'<w:hyperlink r:id="bad">{run(" not")}</w:hyperlink>'
    body = paragraph(
        run("bold ", '<w:rStyle w:val="Strong"/>')
        + run("plain ", '<w:rStyle w:val="Strong"/><w:b w:val="0"/>')
        + run("struck ", "<w:strike/><w:i/>")
        + run("hidden", "<w:vanish/>")
        + link
    )
    target = '<Relationship Id="{}" Type="x/hyperlink" Target="{}" TargetMode="External"/>'
    related = relations(
        target.format("l", "https://example.org/a") + target.format("bad", "file:///etc/passwd")
    )
    spans = blocks_of(body, {"word/_rels/document.xml.rels": related})[0].spans
    looks = [(span.text.strip(), span.bold, span.strike, span.link) for span in spans if span.text.strip()]
    assert looks == [
        ("bold", True, False, ""),
        ("plain", False, False, ""),
        ("struck", False, True, ""),
        ("there", False, False, "https://example.org/a"),
        ("not", False, False, ""),
    ]


def test_breaks_symbols_and_fields_are_text() -> None:
    field = (
        '<w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple w:instr="x">' + run("7") + "</w:fldSimple>"
    )
    body = paragraph(f'{run("a")}<w:r><w:br/></w:r>{run("b")}<w:r><w:sym w:char="F0B7"/></w:r>{field}')
    assert blocks_of(body)[0].text == "a\u2028b•7"


def test_a_text_box_is_read_once() -> None:
    box = "<w:txbxContent>" + paragraph("Boxed") + "</w:txbxContent>"
    choice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    body = paragraph(f"{run('Around')}<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>")
    assert [block.text for block in blocks_of(body)] == ["Around", "Boxed"]


def test_pictures_and_captions_are_kept() -> None:
    drawing = '<w:inline><w:docPr descr="A bridge"/><a:blip r:embed="p"/></w:inline>'
    body = paragraph(f"<w:r><w:drawing>{drawing}</w:drawing></w:r>") + paragraph(
        "Fig. 1", '<w:pStyle w:val="C"/>'
    )
    related = relations('<Relationship Id="p" Type="x/image" Target="media/a.png"/>')
    data = docx(
        body,
        {
            "word/styles.xml": STYLES,
            "word/_rels/document.xml.rels": related,
            "word/media/a.png": PICTURE,
        },
    )
    draft = read_docx(data, "x.docx")
    assert [picture.media_type for picture in draft.pictures] == ["image/png"]
    assert draft.blocks[0] == Block(kind=BlockKind.PICTURE, picture=draft.pictures[0].digest, alt="A bridge")
    assert draft.blocks[1].kind is BlockKind.CAPTION


def test_what_the_file_says_of_itself_is_proposed() -> None:
    core = (
        '<c:coreProperties xmlns:c="c" xmlns:dc="d"><dc:title>From the file</dc:title>'
        "<dc:creator>Jane Doe; Max Poe</dc:creator><dc:created>2025-02-18T10:00:00Z</dc:created>"
        "</c:coreProperties>"
    )
    body = paragraph("The Wall", '<w:pStyle w:val="T"/>') + paragraph("By Ann Lee") + paragraph("Text.")
    draft = read_docx(docx(body, {"word/styles.xml": STYLES, "docProps/core.xml": core}), "x.docx")
    assert draft.proposals[Detail.TITLE] == (
        Proposal("The Wall", Origin.HEADING),
        Proposal("From the file", Origin.PROPERTIES),
    )
    assert draft.proposals[Detail.AUTHORS] == (
        Proposal((Author(name="Ann Lee"),), Origin.BYLINE),
        Proposal((Author(name="Jane Doe"), Author(name="Max Poe")), Origin.PROPERTIES),
    )
    assert draft.proposals[Detail.PUBLISHED] == (Proposal("2025-02-18", Origin.FILE_MADE),)
    assert [block.text for block in draft.blocks] == ["Text."]


def test_strict_files_are_read_too() -> None:
    assert read_docx(docx(paragraph("Strict"), {}, STRICT_WORD), "x.docx").blocks[0].text == "Strict"
