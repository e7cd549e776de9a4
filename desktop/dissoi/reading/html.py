# SPDX-License-Identifier: MIT
"""Saved web pages, and markup that was copied, as drafts of articles."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Iterable
from unicodedata import normalize
from urllib.parse import unquote_to_bytes

from lxml import etree, html

from dissoi.dossier.attachments import Attachment
from dissoi.dossier.prose import Block, BlockKind, Blocks
from dissoi.dossier.records import Author
from dissoi.reading.credits import Credits, take_credits, with_closing
from dissoi.reading.decode import decoded
from dissoi.reading.errors import (
    ArticleTooLargeError,
    DamagedArticleError,
    NotTextError,
    TooDeepArticleError,
)
from dissoi.reading.html_blocks import FindPicture, html_blocks
from dissoi.reading.html_elements import is_too_deep
from dissoi.reading.page_details import details_of
from dissoi.reading.pictures import picture_of
from dissoi.reading.reading import Detail, Draft, Origin, Proposal

_MOST_BYTES = 10_000_000
_FRAGMENT = re.compile(r"<!--StartFragment-->(.*)<!--EndFragment-->", re.DOTALL | re.IGNORECASE)
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_SIGNS = re.compile(r"\W+")
_LONG = 25
"""From how many letters on a block may be a part of what is wanted, not the whole of a line."""
_AROUND = ("nav", "header", "footer", "aside", "form")
_MOST_ELEMENTS = 50_000
_BEHIND = {BlockKind.PICTURE, BlockKind.CAPTION, BlockKind.NOTE}
"""What may stand behind the last words of an article and belong to it."""
_BEFORE_NOTES = {BlockKind.RULE, BlockKind.HEADING}
"""What may part footnotes from the article."""
_LEAD = 8
"""How many blocks may lie between the headline and what was found: the lead is not always."""
_SHORT, _MOSTLY = 200, 0.7
"""A block of so few characters, such a part of them links, leads elsewhere."""
_DATA = re.compile(r"data:(image/[a-z.+-]+)((?:;[^;,]*)*),", re.IGNORECASE)


def read_markup(data: bytes, name: str) -> Draft:
    """What was copied from a page or a document: all of it is wanted, and its chief heading is its title."""
    text = data.decode("utf-8", "replace")
    found = _FRAGMENT.search(text)
    page = page_of(found[1] if found else text, name)
    proposals = dict(details_of(page))
    blocks, pictures = html_blocks(page, picture_in_address)
    titled = _begins_with_title(blocks)
    if titled:
        proposals.setdefault(Detail.TITLE, (Proposal(blocks[0].text, Origin.HEADING),))
        blocks = blocks[1:]
    return _credited(blocks, proposals, pictures, titled=titled)


def read_html(data: bytes, name: str) -> Draft:
    """The article of a saved page, without what stands around it, and what the page says of it."""
    return draft_of_page(text_of_page(data, name), name, picture_in_address)


def draft_of_page(text: str, name: str, picture: FindPicture) -> Draft:
    """The article in a page. `picture` finds a picture by the address that it has in the page."""
    page = page_of(text, name)
    proposals = dict(details_of(page))
    titles = {str(each.value).casefold() for each in proposals.get(Detail.TITLE, ())}
    blocks, pictures = html_blocks(page, picture, without=_AROUND)
    blocks, titled = _wanted(blocks, page), False
    if blocks and blocks[0].kind is BlockKind.HEADING and blocks[0].text.casefold() in titles:
        blocks = blocks[1:]
        titled = True
    return _credited(blocks, proposals, pictures, titled=titled)


def _begins_with_title(blocks: Blocks) -> bool:
    """Whether the first block is a heading above all others, and there is more than headings."""
    ranks = [block.level for block in blocks if block.kind is BlockKind.HEADING]
    first = bool(blocks) and blocks[0].kind is BlockKind.HEADING
    return first and len(ranks) < len(blocks) and ranks[0] < min(ranks[1:], default=7)


def _credited(
    blocks: Blocks,
    proposals: dict[Detail, tuple[Proposal, ...]],
    pictures: Iterable[Attachment],
    *,
    titled: bool,
) -> Draft:
    """A draft with what the first and last lines say of author and date, and the pictures it still shows."""
    found, blocks = take_credits(blocks, Credits(), titled=titled)
    closed = with_closing(found, blocks)
    _add(proposals, Detail.AUTHORS, closed.authors, Origin.BYLINE)
    _add(proposals, Detail.PUBLISHED, closed.published, Origin.BYLINE)
    _add(proposals, Detail.PUBLISHER, closed.publisher, Origin.BYLINE)
    _tell_credentials(proposals)
    named = {block.picture for block in blocks}
    return Draft(blocks, proposals, tuple(each for each in pictures if each.digest in named))


def picture_in_address(address: str) -> Attachment | None:
    """The picture that a `data:` address holds; nothing is fetched for any other."""
    found = _DATA.match(address)
    if found is None:
        return None
    packed = address[found.end() :]
    try:
        data = b64decode(packed) if ";base64" in found[2].lower() else unquote_to_bytes(packed)
    except (Base64Error, ValueError):
        return None
    return picture_of(f"picture.{found[1].partition('/')[2]}", data)


def page_of(text: str, name: str) -> etree._Element:
    """The element tree of a page. Raises a `ReadingError` when it is too large, too deep or none."""
    if len(text) > _MOST_BYTES:
        raise ArticleTooLargeError(name, f"{_MOST_BYTES // 1_000_000} MB")
    if is_too_deep(text):
        raise TooDeepArticleError(name)
    parser = html.HTMLParser(no_network=True, huge_tree=True, encoding="utf-8")
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise DamagedArticleError(name) from error


def text_of_page(data: bytes, name: str) -> str:
    """The characters of a page: by its byte order mark, as UTF-8, as declared, or by what they look like.

    Raises `NotTextError`, naming `name`.
    """
    declared = _DECLARED.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode()
        except UnicodeDecodeError:
            pass
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeError):
            pass
    try:
        return decoded(data)
    except UnicodeError:
        raise NotTextError(name) from None


def _wanted(blocks: Blocks, page: etree._Element) -> Blocks:
    """The blocks that belong to the article; all, where nothing is known of that.

    What finds articles says where one begins and ends, but passes over headings, lists and sentences with
    footnotes in it: between its ends, only what does nothing but lead elsewhere is left out.
    """
    text = _main_text(page)
    lines = {_letters(line) for line in text.split("\n")}
    whole = _letters(text)

    def is_found(block: Block) -> bool:
        letters = _letters(block.text)
        return bool(letters) and (letters in lines or (len(letters) >= _LONG and letters in whole))

    found = [place for place, block in enumerate(blocks) if is_found(block)]
    if not found:
        return blocks
    first, last = found[0], found[-1]
    above = range(first - 1, max(-1, first - _LEAD - 1), -1)
    first = next((place for place in above if _is_headline(blocks[place])), first)
    while first and blocks[first - 1].kind is BlockKind.HEADING:
        first -= 1
    last = _with_what_belongs_behind(blocks, last)
    inside, sure = blocks[first : last + 1], {place - first for place in found}
    aside = {place for place, block in enumerate(inside) if place not in sure and _leads_away(block)}
    headless = {
        place - 1 for place in aside if inside[place - 1].kind is BlockKind.HEADING and place - 1 not in sure
    }
    return tuple(block for place, block in enumerate(inside) if place not in aside | headless)


def _with_what_belongs_behind(blocks: Blocks, last: int) -> int:
    """The place of the last picture, caption or note behind the last words; notes may be parted off."""
    for place in range(last + 1, len(blocks)):
        kind = blocks[place].kind
        if kind is BlockKind.NOTE or (kind in _BEHIND and place == last + 1):
            last = place
        elif kind not in _BEFORE_NOTES:
            break
    return last


def _is_headline(block: Block) -> bool:
    return block.kind is BlockKind.HEADING and block.level == 1


def _leads_away(block: Block) -> bool:
    """Whether a block is hardly more than links, as lists of other articles are."""
    linked = sum(len(span.text) for span in block.spans if span.link)
    return 0 < len(block.text) <= _SHORT and linked >= _MOSTLY * len(block.text)


def _main_text(page: etree._Element) -> str:
    """The text of the article in a page, as far as it can be told from what stands around it."""
    if sum(1 for _ in page.iter()) > _MOST_ELEMENTS:
        return ""
    from trafilatura import extract

    markup = etree.tostring(page, encoding="unicode", method="html")
    return extract(markup, fast=True, include_comments=False) or ""


def _letters(text: str) -> str:
    return _SIGNS.sub("", normalize("NFKC", text)).casefold()


def _add(
    proposals: dict[Detail, tuple[Proposal, ...]],
    detail: Detail,
    value: str | tuple[Author, ...],
    origin: Origin,
) -> None:
    if value:
        proposals[detail] = (*proposals.get(detail, ()), Proposal(value, origin))


def _tell_credentials(proposals: dict[Detail, tuple[Proposal, ...]]) -> None:
    """Let the likeliest authors have the credentials that the page gives the same people elsewhere.

    What machines read names them alone; the byline, which is no part of the article, says who they are.
    """
    found = proposals.get(Detail.AUTHORS, ())
    people = [author for each in found if isinstance(each.value, tuple) for author in each.value]
    known = {each.name.casefold(): each.credentials for each in reversed(people) if each.credentials}
    if not found or not known or isinstance(found[0].value, str):
        return
    told = tuple(
        each.model_copy(update={"credentials": each.credentials or known.get(each.name.casefold(), "")})
        for each in found[0].value
    )
    others = (each for each in found[1:] if each.value != told)
    proposals[Detail.AUTHORS] = (Proposal(told, found[0].origin), *others)
