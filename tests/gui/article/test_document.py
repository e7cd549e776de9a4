# SPDX-License-Identifier: MIT
"""The document holds the article's text, one to one."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from dissoi.dossier.prose import Block, BlockKind, Span, plain_block, plain_text
from dissoi.gui.article.colours import DARK, LIGHT
from dissoi.gui.article.document import build_document, is_right_to_left
from dissoi.gui.article.offsets import Offsets
from dissoi.gui.article.typography import Typography

# Letters of one and two units, line breaks, what Qt takes for frames and objects, what HTML takes for tags.
LETTERS = "ab <&\t\u2028\u00a0é\u05d0\u0627\ufdd0\ufdd1\ufffc\ufeff\u200f🕊\U0010ffff"
SPANS = st.builds(
    Span,
    text=st.text(st.sampled_from(LETTERS), max_size=12),
    bold=st.booleans(),
    code=st.booleans(),
    link=st.sampled_from(["", "https://example.org/"]),
)
BLOCKS = st.builds(
    Block,
    kind=st.sampled_from(list(BlockKind)),
    spans=st.lists(SPANS, max_size=3).map(tuple),
    level=st.integers(1, 8),
    marker=st.sampled_from(["", "•", "10."]),
)


@pytest.fixture
def parent(qapp: QObject) -> QObject:
    return QObject()


def build(parent: QObject, *blocks: Block) -> QTextDocument:
    return build_document(blocks, Typography(), LIGHT, parent)


def look_at(document: QTextDocument, position: int) -> QTextCharFormat:
    """The look of the character at a position."""
    cursor = QTextCursor(document)
    cursor.setPosition(position + 1)
    return cursor.charFormat()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(BLOCKS, min_size=1, max_size=6))
def test_every_character_stands_where_its_offset_says(parent: QObject, blocks: list[Block]) -> None:
    document = build(parent, *blocks)
    text = plain_text(blocks)
    offsets = Offsets.of(text)
    assert document.blockCount() == len(blocks)
    assert document.characterCount() == offsets.position(len(text)) + 1
    for offset, letter in enumerate(text):
        shown = document.characterAt(offsets.position(offset))
        if letter == "\n":
            assert shown == "\u2029"
        elif letter in "\ufdd0\ufdd1\ufffc\ufeff":
            assert shown in "\ufffd\u2060"
        elif letter <= "\uffff":
            assert shown == letter
        else:
            assert 0xD800 <= ord(shown) < 0xDC00


def test_looks_of_spans(parent: QObject) -> None:
    spans = (
        Span(text="b", bold=True),
        Span(text="i", italic=True),
        Span(text="s", strike=True),
        Span(text="c", code=True),
        Span(text="l", link="https://example.org/"),
        Span(text="p"),
    )
    document = build(parent, Block(spans=spans))
    bold, italic, strike, code, link, plain = (look_at(document, at) for at in range(6))
    assert bold.font().bold()
    assert italic.fontItalic()
    assert strike.fontStrikeOut()
    assert code.font().families() != plain.font().families()
    assert (link.anchorHref(), link.fontUnderline()) == ("https://example.org/", True)
    assert not plain.font().bold()
    assert not plain.isAnchor()


def test_headings_shrink_with_their_level(parent: QObject) -> None:
    document = build(parent, *(plain_block("x", BlockKind.HEADING, level) for level in (1, 2, 3, 8)))
    sizes = [look_at(document, at).fontPointSize() for at in (0, 2, 4, 6)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3


def test_colours_of_the_words(parent: QObject) -> None:
    document = build_document((plain_block("x"),), Typography(), DARK, parent)
    assert look_at(document, 0).foreground().color().name() == DARK.ink


def test_quotations_are_set_in_from_the_side_where_they_begin(parent: QObject) -> None:
    document = build(parent, plain_block("a", BlockKind.QUOTE), plain_block("\u05d0", BlockKind.QUOTE))
    left, right = document.begin().blockFormat(), document.begin().next().blockFormat()
    assert left.leftMargin() > left.rightMargin()
    assert right.rightMargin() > right.leftMargin()
    assert document.begin().next().textDirection() == Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", False),
        ("plain", False),
        ("12 \u05d0b", True),
        ("a \u05d0", False),
        ("— \u0627", True),
        ("1 ", False),
    ],
)
def test_the_first_letter_with_a_direction_decides(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_right_to_left(text) is expected


def test_nothing_can_be_undone(parent: QObject) -> None:
    document = build(parent, plain_block("x"))
    assert not document.isUndoAvailable()
    assert not document.isUndoRedoEnabled()
