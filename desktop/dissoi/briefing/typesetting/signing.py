# SPDX-License-Identifier: MIT
"""Signs of direction in lines of both directions, so that the text is copied as it was written.

A PDF has no order of reading within a line: readers turn round by rules of their own what is read from right
to left (docs/decisions/0012). Signs that show nothing tell them where a word or figure of the other direction
ends. Pieces and their letters stand here as they are seen, from left to right.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from dissoi.briefing.typesetting.order import is_reordered
from dissoi.briefing.typesetting.pieces import Against, Piece
from dissoi.briefing.typesetting.signs import APART, LEFT, RIGHT, SIGNS, kind_of

_MOVED = {"AN", "EN", "CS", "ES", "ET"}
"""Figures and what may belong to them, which Poppler takes to be read from left to right."""
_CHANGED = "‘’“”®℞℟℣℧"
"""What PDFium takes another for, though Unicode neither mirrors nor takes it apart."""
_MOST = 30
"""Poppler reads no code that stands for more than 62 characters."""
_SURE = 1
"""So many more words than of the other direction are of that of the line."""
_STEP = 0.001
"""Points by which one piece of a phrase begins before another, which makes PDFium take it first."""


def signed(pieces: Sequence[Piece], depths: Sequence[int], *, leftwards: bool) -> tuple[Piece, ...]:
    """The pieces of a line, seen from left to right with their levels, with the signs that they need.

    `leftwards` says that the paragraph is read from right to left.
    """
    shown = [place for place, piece in enumerate(pieces) if piece.text.strip(" ")]
    within = slice(shown[0], shown[-1] + 1) if shown else slice(0)
    inner = [depth > int(leftwards) for depth in depths[within]]
    if not any(piece.leftwards for piece in pieces[within]):
        return closed_off(pieces) if leftwards else tuple(pieces)
    if leftwards or all(inner):
        made, own, other = _from_the_right(list(_without_breaks(pieces))), RIGHT, LEFT
    else:
        made, own, other = _from_the_left(pieces, depths), LEFT, RIGHT
    lacking = _count(made, other) + _SURE - _count(made, own)
    return tuple(_weighed(made, own, lacking) if _count(made, other) else made)


def closed_off(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Pieces that are read from the left, with a sign at the end if that is no letter or figure."""
    place = next((at for at in range(len(pieces) - 1, -1, -1) if pieces[at].text.strip(" ")), None)
    if place is None or kind_of(pieces[place].text.rstrip(" ")[-1]) != "N":
        return tuple(pieces)
    last = pieces[place]
    bare = last.text.rstrip(" ")
    text = bare + LEFT + last.text[len(bare) :]
    return (*pieces[:place], last._replace(text=text), *pieces[place + 1 :])


def _without_breaks(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Pieces without what stands behind a hyphen of the text at the end of a line: none is lost there."""
    for piece in pieces:
        if text := piece.text.replace("\u200b", ""):
            yield piece if text == piece.text else piece._replace(text=text)


def _from_the_right(pieces: Sequence[Piece]) -> list[Piece]:
    """A line whose words and figures that are read from the left each have a sign before them."""
    made: list[Piece] = []
    before = ""
    for leftwards, group in groupby(pieces, lambda piece: piece.leftwards):
        each = list(group)
        if leftwards:
            for piece in each:
                made.append(piece._replace(text="".join(_fenced(piece.text, before))))
                before = piece.text[0]
        else:
            made += _phrase(each, RIGHT, LEFT)
            before = each[-1].text[-1]
    if made[-1].leftwards and made[-1].text[0] == "-":  # Poppler takes it for one that divides a word
        made[-1] = made[-1]._replace(text=LEFT + made[-1].text)
    return made


def _fenced(text: str, before: str) -> Iterator[str]:
    """Text that is read from the right, as it is read, with signs that keep it in order.

    One stands behind what Poppler takes for a figure, and between that and a mark. Brackets and the like,
    which PDFium changes and Poppler does not, stand between two, as if they were read from the left.
    """
    for char, behind in zip(text, [*text[1:], before], strict=True):
        if _is_changed(char):
            yield LEFT + char + RIGHT
        else:
            yield char
            is_alone = _is_moved(char) and (not behind or kind_of(behind) != "R")
            if is_alone or (unicodedata.combining(char) and _is_moved(behind)):
                yield RIGHT


def _is_changed(char: str) -> bool:
    """Whether PDFium takes another for a neutral character in text from the right: brackets, quotes, “…”."""
    if kind_of(char) != "N" or char == " ":
        return False
    mirrored = unicodedata.mirrored(char) or char in _CHANGED
    return bool(mirrored) or not unicodedata.is_normalized("NFKD", char)


def _is_moved(char: str) -> bool:
    return char != "" and unicodedata.bidirectional(char) in _MOVED


def _from_the_left(pieces: Sequence[Piece], depths: Sequence[int]) -> list[Piece]:
    """A line with words that are read from the right, behind each of which a sign tells that they end."""
    made: list[Piece] = []
    behind = False
    for inner, group in groupby(zip(depths, pieces, strict=True), lambda pair: pair[0] > 0):
        each = [piece for _, piece in group]
        if inner:
            made += _phrase(each, "", RIGHT)
            behind = True
            continue
        for piece in each:
            signs = LEFT if behind and kind_of(piece.text[0]) != "L" else ""
            made.append(piece._replace(text=signs + piece.text))
            behind = behind and not piece.text.strip(" ")
    return made


def _phrase(pieces: Sequence[Piece], signs: str, sign: str) -> Iterator[Piece]:
    """What is read the other way than its line, with signs before it; its last word is to be first."""
    texts = [piece.text[::-1] if piece.leftwards else piece.text for piece in pieces]
    kinds = [kind_of(char) for char in "".join(texts).strip(" ")]
    parted = all(kind_of(left[-1]) != kind_of(right[0]) for left, right in pairwise(texts))
    if len(set(kinds)) < 2 or not parted or any(map(is_reordered, texts)):  # noqa: PLR2004
        first, *others = pieces if sign == RIGHT else closed_off(pieces)
        yield first._replace(text=signs + first.text)
        yield from others
        return
    left = 0.0
    for place, piece in enumerate(pieces if sign == RIGHT else closed_off(pieces)):
        start = _STEP * (len(pieces) - 1 - place) - left
        end = start - piece.width if place else sum(other.width for other in pieces[1:])
        # Twice: else Poppler takes them for the shadow of those of a full stop beside them.
        own = signs * 2 if signs and place == len(pieces) - 1 else sign
        last = LEFT if not place and sign == LEFT and kinds[0] != "L" else ""
        yield piece._replace(against=Against(start, end, own, sign, last))
        left += piece.width


def _weighed(pieces: Sequence[Piece], sign: str, lacking: int) -> list[Piece]:
    """Pieces with so many more signs: PDFium takes that for the direction of a line which most words have.

    It does not read what is written with a space alone.
    """
    more, made = (APART + sign) * min(_MOST, max(0, lacking)), list(pieces)
    for place, piece in enumerate(pieces):
        if piece.against and sign in piece.against.signs:
            made[place] = piece._replace(against=piece.against._replace(signs=piece.against.signs + more))
            return made
        if sign in piece.text and piece.text.strip(SIGNS + " "):
            made[place] = piece._replace(text=piece.text.replace(sign, sign + more, 1))
            return made
    for place, piece in enumerate(pieces):
        if not piece.leftwards and piece.text.strip(SIGNS + " "):
            made[place] = piece._replace(text=sign + more + piece.text)
            break
    return made


def _count(pieces: Sequence[Piece], sign: str) -> int:
    """How many words PDFium finds of the direction of a sign."""
    text = "".join(piece.text[::-1] if piece.leftwards else piece.text for piece in pieces)
    phrases = [piece.against for piece in pieces if piece.against and piece.against.sign == sign]
    added = sum(1 + len(each.last) for each in phrases)
    return sum(kind == kind_of(sign) for kind, _ in groupby(text, kind_of)) + added
