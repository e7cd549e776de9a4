# SPDX-License-Identifier: MIT
"""RTF files: their paragraphs, and what their information group says."""

from __future__ import annotations

from dissoi.dossier.prose import BlockKind
from dissoi.dossier.records import Author
from dissoi.reading.reading import Detail
from dissoi.reading.rtf import read_rtf

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
