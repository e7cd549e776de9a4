# SPDX-License-Identifier: MIT
"""Pages saved as one file of mail parts (MHTML): the page among them, read as one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message
from functools import partial
from urllib.parse import urljoin

from dissoi.dossier.attachments import Attachment
from dissoi.reading.errors import DamagedArticleError
from dissoi.reading.html import draft_of_page, picture_in_address, text_of_page
from dissoi.reading.pictures import picture_of
from dissoi.reading.reading import Detail, Draft, Origin, Proposal


def read_mhtml(data: bytes, name: str) -> Draft:
    """The article of the first page in the file. Raises a `ReadingError`."""
    try:
        whole = message_from_bytes(data, policy=policy.compat32)
        part = next((each for each in whole.walk() if each.get_content_type() == "text/html"), None)
    except (MessageError, ValueError, LookupError) as error:
        raise DamagedArticleError(name) from error
    page = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(page, bytes):
        raise DamagedArticleError(name)
    address = _address(whole, part)
    draft = draft_of_page(_page_text(part, page, name), name, partial(_picture, _pictures(whole), address))
    if not address:
        return draft
    others = (each for each in draft.proposals.get(Detail.URL, ()) if each.value != address)
    said = (*others, Proposal(address, Origin.ADDRESS))
    return replace(draft, proposals={**draft.proposals, Detail.URL: said})


def _address(whole: Message, part: Message) -> str:
    """The address that the page was saved from."""
    named = (whole.get("Snapshot-Content-Location"), part.get("Content-Location"))
    return next((str(each).strip() for each in named if each and str(each).startswith("http")), "")


def _page_text(part: Message, page: bytes, name: str) -> str:
    """The page in the encoding that its part declares, which a browser sets apart from the page's own."""
    try:
        return page.decode(part.get_content_charset() or "utf-8")
    except (UnicodeError, LookupError):
        return text_of_page(page, name)


def _pictures(whole: Message) -> dict[str, Message]:
    """The parts that are pictures, by their addresses and by what pages call them."""
    named: dict[str, Message] = {}
    for part in whole.walk():
        if part.get_content_maintype() == "image":
            named[str(part.get("Content-Location") or "").strip()] = part
            named[f"cid:{str(part.get('Content-ID') or '').strip('<> ')}"] = part
    return named


def _picture(named: Mapping[str, Message], address: str, source: str) -> Attachment | None:
    part = named.get(source) or named.get(urljoin(address, source))
    data = part.get_payload(decode=True) if part is not None else None
    if not isinstance(data, bytes):
        return picture_in_address(source)
    return picture_of(source.rpartition("/")[2][-80:] or "picture", data)
