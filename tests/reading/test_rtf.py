# SPDX-License-Identifier: MIT
"""RTF files: their paragraphs, and what their information group says."""

from __future__ import annotations

import pytest

from dissoi.dossier.prose import BlockKind
from dissoi.dossier.records import Author
from dissoi.reading.reading import Detail
from dissoi.reading.rtf import read_rtf
from dissoi.reading.rtf_body import Body
from dissoi.reading.rtf_tokens import tokens

HEAD = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\info{\title The W\'e4ll}{\author Jane Doe}}"


def test_paragraphs_and_line_breaks() -> None:
    text = rb"\pard One\u8217?s {\b bold} caf\'e9.\line Second line.\par Two.\par}"
    blocks = read_rtf(HEAD + text, "x.rtf").blocks
    assert [block.text for block in blocks] == ["One’s bold café.\u2028Second line.", "Two."]


def test_tables_are_rows() -> None:
    blocks = read_rtf(HEAD + rb"\trowd\intbl a\cell b\cell\row\pard After.\par}", "x.rtf").blocks
    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.ROW, "a | b"),
        (BlockKind.PARAGRAPH, "After."),
    ]


def test_what_the_file_says_of_itself_is_proposed() -> None:
    proposals = read_rtf(HEAD + rb"\pard Text.\par}", "x.rtf").proposals
    assert proposals[Detail.TITLE][0].value == "The Wäll"
    assert proposals[Detail.AUTHORS][0].value == (Author(name="Jane Doe"),)


def test_bytes_that_are_no_text_are_left_out() -> None:
    assert read_rtf(HEAD + rb"One {\pict\bin5 }}}}}} two.\par}", "x.rtf").blocks[0].text == "One two."


def shown(data: bytes) -> list[tuple[str, str, str]]:
    return [(block.kind.value, block.marker, block.text) for block in read_rtf(data, "x.rtf").blocks]


STYLES = rb"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s2 Title;}{\s3 Quote;}}"


def test_headings_are_told_by_style_and_the_title_is_lifted_out() -> None:
    text = (
        rb"\pard\s2 The Wall\par\pard\s1\b A part\par"
        rb"\pard\plain\s3 Said so.\par\pard\outlinelevel1 Deeper\par}"
    )
    draft = read_rtf(HEAD + STYLES + text, "x.rtf")
    assert draft.proposals[Detail.TITLE][0].value == "The Wall"
    assert [(block.kind.value, block.level, block.text) for block in draft.blocks] == [
        ("heading", 1, "A part"),
        ("quote", 1, "Said so."),
        ("heading", 2, "Deeper"),
    ]
    assert not draft.blocks[0].spans[0].bold


def test_looks_and_links_are_kept() -> None:
    text = (
        rb'\pard One {\i two} \b three\b0  {\field{\*\fldinst HYPERLINK "https://example.org"}'
        rb'{\fldrslt four}} {\field{\*\fldinst HYPERLINK "file:///etc"}{\fldrslt five}}'
        rb"{\v hidden}{\deleted gone}.\par}"
    )
    (block,) = read_rtf(HEAD + text, "x.rtf").blocks
    assert block.text == "One two three four five."
    looks = {span.text.strip(): (span.italic, span.bold, span.link) for span in block.spans}
    assert looks["two"] == (True, False, "")
    assert looks["three"] == (False, True, "")
    assert looks["four"] == (False, False, "https://example.org")
    assert not any(span.link.startswith("file") for span in block.spans)


def test_lists_have_the_markers_that_are_written() -> None:
    text = (
        rb"{\listtext\pard\plain \'b7\tab}\pard\ls1 one\par{\listtext 2.\tab}\ilvl1\ls2 two\par"
        rb"\pard \bullet \tab three\par\pard 4.\tab four\par\pard 5. is no item.\par}"
    )
    assert shown(HEAD + text) == [
        ("item", "•", "one"),
        ("item", "2.", "two"),
        ("item", "•", "three"),
        ("item", "4.", "four"),
        ("paragraph", "", "5. is no item."),
    ]


def test_notes_stand_at_the_end_with_raised_marks_in_the_text() -> None:
    text = (
        rb"\pard One{\super\chftn{\*\footnote\pard\plain{\super\chftn} First {\i note}.}}"
        rb" two.{\super\chftn}{\footnote \chftn Second.}\par}"
    )
    assert shown(HEAD + text) == [
        ("paragraph", "", "One¹ two.²"),
        ("note", "1", "First note."),
        ("note", "2", "Second."),
    ]


def test_letters_by_number_and_by_font_are_read() -> None:
    fonts = rb"{\fonttbl{\f0 A;}{\f1\fcharset204 B;}{\f2\fcharset128 C;}}"
    text = rb"\pard\uc1 \u-10179?\u-8704? {\f1\'cf\'f0}{\f2\'93\'fa} {\uc2\u26085 xx}\u233\'e9.\par}"
    assert shown(rb"{\rtf1\ansi\ansicpg1252" + fonts + text) == [("paragraph", "", "😀 Пр日 日é.")]


def test_pictures_are_kept() -> None:
    picture = (b"\x89PNG\r\n\x1a\n" + bytes(200)).hex().encode()
    text = (
        rb"\pard Before.\par{\*\shppict{\pict{\*\picprop{\sp x}}\pngblip "
        + picture
        + rb"}}{\nonshppict{\pict\wmetafile8 00}}"
        rb"\par After.\par}"
    )
    draft = read_rtf(HEAD + text, "x.rtf")
    assert [block.kind.value for block in draft.blocks] == ["paragraph", "picture", "paragraph"]
    assert draft.pictures[0].media_type == "image/png"


def test_running_heads_and_who_wrote_it_are_no_text() -> None:
    text = rb"{\header\pard Running head\par}{\footer\pard\chpgn\par}\pard Jane Doe\par The text.\par}"
    assert shown(HEAD + text) == [("paragraph", "", "The text.")]


def test_braces_and_backslashes_of_the_text_are_kept() -> None:
    text = rb"\pard A set \{a, b\} of {\b bold \}} and c:\\d.\par Next.\par}"
    blocks = read_rtf(HEAD + text, "x.rtf").blocks
    assert [block.text for block in blocks] == ["A set {a, b} of bold } and c:\\d.", "Next."]


def test_a_line_end_behind_a_backslash_ends_a_paragraph() -> None:
    text = b"\\pard First paragraph.\\\n\\\nSecond\none.\\\r\nThird.}"
    blocks = read_rtf(HEAD + text, "x.rtf").blocks
    assert [block.text for block in blocks] == ["First paragraph.", "Secondone.", "Third."]


@pytest.mark.parametrize("group", [rb"{\stylesheet ", rb"{\listtext ", rb"{\info{\author ", rb"{\fldinst "])
def test_endless_names_are_not_copied_for_every_word(group: bytes) -> None:
    body = Body()
    for token in tokens(b"{\\rtf1 " + group + rb"abcdefgh\i " * 20_000):
        body.take(token)
    assert max(len(body._name), len(body._address), len(body._opened[-1].marker)) < 10_000
    assert all(len(text) < 10_000 for text in body.info.values())


@pytest.mark.parametrize(
    ("set_of_characters", "written"),
    [
        (rb"\mac", rb"caf\'8e"),
        (rb"\mac\ansicpg10000", rb"caf\'8e"),
        (rb"\pc", rb"caf\'82"),
        (rb"\pca", rb"caf\'82"),
        (rb"\ansi\ansicpg1252", rb"caf\'e9"),
        (rb"\ansi\ansicpg99999", rb"caf\'e9"),
    ],
)
def test_letters_are_read_by_the_set_that_the_file_names(set_of_characters: bytes, written: bytes) -> None:
    assert shown(rb"{\rtf1" + set_of_characters + rb" A " + written + rb".\par}")[0][2] == "A café."


@pytest.mark.parametrize("by", [rb"By R. J. Boyd", rb"R. J. Boyd"])
def test_a_first_line_in_bold_is_the_title_and_below_it_stands_the_author(by: bytes) -> None:
    head = rb"{\rtf1\ansi{\pard\b\fs36 Who pays when nobody does\par}{\pard\i " + by + rb"\par}"
    draft = read_rtf(head + rb"{\pard 14 March 2025\par}{\pard Somebody has to pay.\par}}", "x.rtf")
    assert draft.proposals[Detail.TITLE][0].value == "Who pays when nobody does"
    assert draft.proposals[Detail.AUTHORS][0].value == (Author(name="R. J. Boyd"),)
    assert draft.proposals[Detail.PUBLISHED][0].value == "2025-03-14"
    assert [block.text for block in draft.blocks] == ["Somebody has to pay."]


def test_a_text_that_is_all_bold_has_no_title() -> None:
    draft = read_rtf(rb"{\rtf1\ansi\b Who pays\par Somebody has to\par}", "x.rtf")
    assert [block.text for block in draft.blocks] == ["Who pays", "Somebody has to"]
