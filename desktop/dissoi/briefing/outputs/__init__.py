# SPDX-License-Identifier: MIT
"""The content of a brief in forms other than PDF: Markdown, plain text, a web page, a Word file.

The way: dossier -> `content.Brief` -> `linear.linear` (blocks in reading order) or, for the layout of cards,
`cut_cards.cards_in_order` -> one of the writers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dissoi.briefing.content import ANY_OCCASION, Occasion
from dissoi.briefing.gather import brief_of
from dissoi.briefing.options import WHOLE, LayoutName, Options
from dissoi.briefing.outputs.about import About
from dissoi.briefing.outputs.cut_cards import cards_in_order
from dissoi.briefing.outputs.linear import linear
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.markup import blocks_of, markdown_of
from dissoi.dossier.prose import Blocks

OnPart = Callable[[], None]
"""Told again and again while a file is made. May raise, to stop."""


Writer = Callable[[Blocks, About, OnPart], bytes]
"""Writes blocks, with what a file tells about itself."""


def _markdown(blocks: Blocks, _about: About, _on_part: OnPart) -> bytes:
    return f"{markdown_of(blocks)}\n".encode()


def _text(blocks: Blocks, _about: About, _on_part: OnPart) -> bytes:
    from dissoi.briefing.outputs.text import text_of

    return text_of(blocks).encode()


def _web_page(blocks: Blocks, about: About, _on_part: OnPart) -> bytes:
    from dissoi.briefing.outputs.web_page import web_page_of

    return web_page_of(blocks, about).encode()


def _word(blocks: Blocks, about: About, on_part: OnPart) -> bytes:
    from dissoi.briefing.outputs.word import word_file_of

    return word_file_of(blocks, about, on_part)


def _web_page_of_cards(blocks: Blocks, about: About, _on_part: OnPart) -> bytes:
    from dissoi.briefing.outputs.web_page import web_page_of

    return web_page_of(blocks, about, cards=True).encode()


def _word_file_of_cards(blocks: Blocks, about: About, on_part: OnPart) -> bytes:
    from dissoi.briefing.outputs.word import word_file_of

    return word_file_of(blocks, about, on_part, cards=True)


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {".md": _markdown, ".txt": _text, ".html": _web_page, ".docx": _word}
)
"""By the ending of the file's name, in lower case."""
CARD_WRITERS: Mapping[str, Writer] = MappingProxyType(
    {".md": _markdown, ".html": _web_page_of_cards, ".docx": _word_file_of_cards}
)
"""The same for cut cards, whose words are marked."""


def make_output(
    dossier: Dossier,
    suffix: str,
    options: Options = WHOLE,
    occasion: Occasion = ANY_OCCASION,
    *,
    on_part: OnPart = lambda: None,
) -> bytes:
    """The brief of `dossier` as a file of the kind that `suffix` names, a key of `WRITERS`.

    The same dossier and occasion give the same bytes. What `on_part` raises goes through.
    """
    brief = brief_of(dossier, blocks_of, options, occasion)
    on_part()
    is_cards = options.layout is LayoutName.EVIDENCE
    blocks = cards_in_order(brief, options) if is_cards else linear(brief, options)
    on_part()
    writers = CARD_WRITERS if is_cards else WRITERS
    return writers[suffix](blocks, About(brief.question, brief.made_by), on_part)
