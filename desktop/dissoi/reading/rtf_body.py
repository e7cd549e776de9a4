# SPDX-License-Identifier: MIT
"""The paragraphs, lists, tables, notes and pictures of an RTF file, as blocks."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace

from dissoi.dossier.attachments import Attachment
from dissoi.dossier.markup_settling import PLAIN, Look, cells_joined, safe_link, settled
from dissoi.dossier.prose import MAX_LEVEL, Block, BlockKind, Blocks, Span, joined
from dissoi.reading.pictures import picture_of
from dissoi.reading.properties import one_line
from dissoi.reading.rtf_tokens import Token
from dissoi.reading.rtf_words import CODECS, INFO, INTO, OPEN, PAGES, SIGNS, SKIPPED, SYMBOLS

DEEPEST = 500
"""So deep groups may lie in one another."""
_SWITCHES = {"b", "i", "strike", "striked"}
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_QUOTES = {"quote", "intense quote", "quotations", "block text"}
_MARKER = re.compile(r"\s*([•▪◦](?=\s)|(?:\d{1,3}[.)]|[A-Za-z][.)]|[–-])(?=\t))")
"""Matches what is written before an item of a list, with a tab where it could be anything else."""
_LINK = re.compile(r'HYPERLINK\s+(?:\\\w\s+)*"?([^"\s]+)', re.IGNORECASE)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DATE = {"yr": 4, "mo": 2, "dy": 2}
_BODY_LEVEL = 9
_ASCII = 0x80
_LONGEST = 5_000
"""Characters of an address, or of the name of a style, that are sensible."""
_MOST_PICTURE = 25_000_000


@dataclass(frozen=True)
class _State:
    """What holds within a group: where text goes, how it looks, and what its paragraph is."""

    into: str = ""
    look: Look = PLAIN
    hidden: bool = False
    raised: bool = False
    font: int = 0
    skip: int = 1
    style: int = 0
    outline: int = _BODY_LEVEL
    depth: int = 0
    in_table: bool = False


@dataclass
class _Open:
    """A paragraph, or a note, that is being read."""

    runs: list[tuple[str, Look]] = field(default_factory=list)
    cells: list[tuple[Span, ...]] = field(default_factory=list)
    marker: str = ""
    number: int = 0


class TooDeepError(Exception):
    """Groups lie deeper in one another than `DEEPEST`."""


class Body:
    """Gathers the blocks of a file, token by token."""

    def __init__(self) -> None:
        self.title = ""
        self.blocks: list[Block] = []
        self.notes: list[Block] = []
        self.pictures: dict[str, Attachment] = {}
        self.info: dict[str, str] = {}
        self._codec = "cp1252"
        self._fonts: dict[int, int] = {}
        self._styles: dict[int, str] = {}
        self._state = _State()
        self._stack: list[_State] = []
        self._opened: list[_Open] = [_Open()]
        self._is_optional = False
        self._skipping = 0
        self._bytes = bytearray()
        self._address = ""
        self._name = ""
        self._picture: list[bytes] = []
        self._count = 0
        self._surrogate = 0

    def take(self, token: Token) -> None:
        """Go on with a token. Raises `TooDeepError`."""
        if not token.word:
            self._take_bytes(token.text)
            return
        if token.word == "'":
            return
        self._flush()
        if token.word == "{":
            self._enter()
        elif token.word == "}":
            self._leave()
        elif token.word == "*":
            self._is_optional = True
        elif self._skipping and token.word in SIGNS:
            self._skipping -= 1
        else:
            optional, self._is_optional = self._is_optional, False
            self._control(token.word, token.number, optional=optional)

    def finished(self) -> Blocks:
        """All blocks, the notes at the end."""
        self._flush()
        while len(self._opened) > 1:
            self._end_note()
        self._end_paragraph()
        return (*self.blocks, *self.notes)

    def _enter(self) -> None:
        if len(self._stack) >= DEEPEST:
            raise TooDeepError
        self._stack.append(self._state)
        self._skipping = 0

    def _leave(self) -> None:
        left, self._skipping = self._state, 0
        self._state = self._stack.pop() if self._stack else _State()
        if left.into == self._state.into:
            return
        if left.into == "note":
            self._end_note()
        elif left.into == "picture":
            self._end_picture()

    def _control(self, word: str, number: int | None, *, optional: bool) -> None:
        if self._state.into == "skip":
            return
        act: Callable[[int | None], None] | None = getattr(self, f"_on_{word}", None)
        if word in INTO or word in INFO or word in SKIPPED:
            self._go_into(word)
        elif optional and word not in OPEN:
            self._state = replace(self._state, into="skip")
        elif word in SIGNS:
            self._say(SIGNS[word])
        elif word in _SWITCHES:
            self._state = replace(self._state, look=_switched(self._state.look, word, is_on=number != 0))
        elif word in _DATE and self._state.into == "creatim" and number is not None:
            self._say(f"{number:0{_DATE[word]}}" + "-" * (word != "dy"))
        elif act:
            act(number)

    def _go_into(self, word: str) -> None:
        into = INTO.get(word, word if word in INFO and word not in self.info else "skip")
        self._state = replace(self._state, into=into)
        if into == "note":
            self._opened.append(_Open(number=max(self._count, len(self._opened))))
            self._state = replace(self._state, look=PLAIN, raised=False, in_table=False, style=0)
        elif into == "address":
            self._address = ""
        elif into == "picture":
            self._picture = []
        elif into == "marker":
            self._opened[-1].marker = ""

    def _take_bytes(self, data: bytes) -> None:
        if self._skipping:
            skipped = min(self._skipping, len(data))
            self._skipping -= skipped
            data = data[skipped:]
        if self._state.into == "picture":
            self._picture.append(data)
        elif self._state.into != "skip":
            self._bytes += data

    def _flush(self) -> None:
        if not self._bytes:
            return
        charset = self._fonts.get(self._state.font, 0)
        if charset == SYMBOLS and self._state.into in {"", "note", "marker"}:
            text = "".join(chr(byte) if byte < _ASCII else "•" for byte in self._bytes)
        else:
            codec = CODECS.get(charset, "cp1252") if charset else self._codec
            text = bytes(self._bytes).decode(codec, "replace")
        self._bytes.clear()
        self._say(text)

    def _say(self, text: str) -> None:
        state = self._state
        if state.into in {"", "note"}:
            if not state.hidden:
                is_number = state.raised and text.strip().isdecimal()
                self._opened[-1].runs.append((text.translate(_RAISED) if is_number else text, state.look))
        elif state.into == "marker":
            self._opened[-1].marker = _more(self._opened[-1].marker, text)
        elif state.into == "address":
            self._address = _more(self._address, text)
        elif state.into == "styles":
            self._name = _more(self._name, text)
            if text.endswith(";"):
                self._styles[state.style] = self._name.strip(" ;").lower()
                self._name = ""
        elif state.into in INFO:
            self.info[state.into] = _more(self.info.get(state.into, ""), text)

    def _on_ansicpg(self, number: int | None) -> None:
        with suppress(LookupError):
            self._codec = codecs.lookup(PAGES.get(number or 0, f"cp{number}")).name

    def _on_mac(self, _: int | None) -> None:
        self._codec = "mac_roman"

    def _on_pc(self, _: int | None) -> None:
        self._codec = "cp437"

    def _on_pca(self, _: int | None) -> None:
        self._codec = "cp850"

    def _on_f(self, number: int | None) -> None:
        self._state = replace(self._state, font=number or 0)

    def _on_fcharset(self, number: int | None) -> None:
        if self._state.into == "fonts":
            self._fonts[self._state.font] = number or 0

    def _on_uc(self, number: int | None) -> None:
        self._state = replace(self._state, skip=max(0, min(number or 0, 9)))

    def _on_u(self, number: int | None) -> None:
        code = (number or 0) % 0x10000
        self._skipping = self._state.skip
        if 0xD800 <= code < 0xDC00:  # noqa: PLR2004 - the first half of a pair
            self._surrogate = code
            return
        if 0xDC00 <= code < 0xE000:  # noqa: PLR2004 - the second half
            code = (
                0x10000 + ((self._surrogate - 0xD800) << 10) + (code - 0xDC00) if self._surrogate else 0xFFFD
            )
        self._surrogate = 0
        self._say(chr(code) if code else "")

    def _on_plain(self, _: int | None) -> None:
        self._state = replace(self._state, look=Look(link=self._state.look.link), hidden=False, raised=False)

    def _on_v(self, number: int | None) -> None:
        self._state = replace(self._state, hidden=number != 0)

    _on_deleted = _on_v

    def _on_super(self, number: int | None) -> None:
        self._state = replace(self._state, raised=number != 0)

    def _on_nosupersub(self, _: int | None) -> None:
        self._state = replace(self._state, raised=False)

    def _on_pard(self, _: int | None) -> None:
        if self._state.into != "styles":
            self._state = replace(self._state, style=0, outline=_BODY_LEVEL, depth=0, in_table=False)

    def _on_s(self, number: int | None) -> None:
        self._state = replace(self._state, style=number or 0)

    def _on_outlinelevel(self, number: int | None) -> None:
        self._state = replace(self._state, outline=number or 0)

    def _on_ilvl(self, number: int | None) -> None:
        self._state = replace(self._state, depth=max(0, min(number or 0, MAX_LEVEL - 1)))

    def _on_intbl(self, _: int | None) -> None:
        self._state = replace(self._state, in_table=True)

    def _on_fldrslt(self, _: int | None) -> None:
        found = _LINK.search(self._address)
        link = safe_link(found[1]) if found else ""
        self._state = replace(self._state, into=self._stack_into(), look=self._state.look._replace(link=link))

    def _stack_into(self) -> str:
        return "note" if len(self._opened) > 1 else ""

    def _on_chftn(self, _: int | None) -> None:
        if self._state.into != "note":
            self._count += 1
            self._opened[-1].runs.append((str(self._count).translate(_RAISED), PLAIN))

    def _on_par(self, _: int | None) -> None:
        if self._state.into == "note" or self._state.in_table:
            self._opened[-1].runs.append((" ", PLAIN))
        elif not self._state.into:
            self._end_paragraph()

    _on_sect = _on_par

    def _on_cell(self, _: int | None) -> None:
        open_ = self._opened[-1]
        open_.cells.append(settled(open_.runs))
        open_.runs, open_.marker = [], ""

    _on_nestcell = _on_cell

    def _on_row(self, _: int | None) -> None:
        cells, self._opened[-1] = self._opened[-1].cells, _Open()
        self._state = replace(self._state, in_table=False)
        if any(cells):
            self.blocks.append(Block(kind=BlockKind.ROW, spans=cells_joined(cells)))

    _on_nestrow = _on_row

    def _end_paragraph(self) -> None:
        open_, self._opened[-1] = self._opened[-1], _Open()
        if open_.cells:
            self.blocks.append(Block(kind=BlockKind.ROW, spans=cells_joined(open_.cells)))
        kind, level, marker = self._kind(open_)
        if kind is BlockKind.HEADING:
            open_.runs = [(text, look._replace(bold=False)) for text, look in open_.runs]
        spans = settled(open_.runs)
        if not spans:
            return
        written = _MARKER.match("".join(text for text, _ in open_.runs))
        if kind is BlockKind.PARAGRAPH and written and (behind := _behind(spans, written[1])):
            kind, marker, spans = BlockKind.ITEM, written[1] if written[1][0].isalnum() else "•", behind
        elif kind is BlockKind.HEADING and all(span.italic for span in spans):
            spans = tuple(replace(span, italic=False) for span in spans)
        if self._styles.get(self._state.style, "") == "title" and not self.title and not self.blocks:
            self.title = one_line("".join(span.text for span in spans))
        else:
            self.blocks.append(Block(kind=kind, level=level, marker=marker, spans=spans))

    def _kind(self, open_: _Open) -> tuple[BlockKind, int, str]:
        name = self._styles.get(self._state.style, "")
        rank = _HEADING.match(name)
        level = int(rank[1]) if rank else self._state.outline + 1 if self._state.outline < _BODY_LEVEL else 0
        if level or name == "title":
            return BlockKind.HEADING, max(1, min(level, 6)), ""
        if marker := open_.marker.strip():
            is_count = any(letter.isalnum() and letter.isascii() for letter in marker[:9])
            return BlockKind.ITEM, self._state.depth + 1, marker[:20] if is_count and marker != "o" else "•"
        return BlockKind.QUOTE if name in _QUOTES else BlockKind.PARAGRAPH, 1, ""

    def _end_note(self) -> None:
        if len(self._opened) < 2:  # noqa: PLR2004 - the text itself is never ended so
            return
        note = self._opened.pop()
        if spans := settled(note.runs):
            self.notes.append(
                Block(kind=BlockKind.NOTE, marker=str(note.number or len(self.notes) + 1), spans=spans)
            )

    def _end_picture(self) -> None:
        digits = b"".join(self._picture)
        self._picture = []
        try:
            data = bytes.fromhex(digits.decode("ascii")) if len(digits) < _MOST_PICTURE else b""
        except ValueError:
            return
        if found := picture_of("picture", data):
            self.pictures.setdefault(found.digest, found)
            self.blocks.append(Block(kind=BlockKind.PICTURE, picture=found.digest))


def _more(before: str, text: str) -> str:
    """A text that is no article's with what comes next; nothing is added to one that is far too long."""
    return before + text if len(before) < _LONGEST else before


def _switched(look: Look, word: str, *, is_on: bool) -> Look:
    """A look with what a control word switches on or off."""
    if word == "b":
        return look._replace(bold=is_on)
    return look._replace(italic=is_on) if word == "i" else look._replace(strike=is_on)


def _behind(spans: tuple[Span, ...], marker: str) -> tuple[Span, ...]:
    """Spans without the marker that the first begins with; none where nothing is left of it."""
    first = spans[0].text.removeprefix(marker).lstrip()
    return joined((replace(spans[0], text=first), *spans[1:])) if first else ()
