# SPDX-License-Identifier: MIT
"""Pages saved as one file of mail parts (MHTML): the page among them, read as one."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message

from dissoi.reading.errors import DamagedArticleError
from dissoi.reading.html import read_html
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
    draft = read_html(page, name)
    address = _address(whole, part)
    if not address:
        return draft
    own = Proposal(address, Origin.ADDRESS)
    return replace(
        draft, proposals={**draft.proposals, Detail.URL: (*draft.proposals.get(Detail.URL, ()), own)}
    )


def _address(whole: Message, part: Message) -> str:
    """The address that the page was saved from."""
    named = (whole.get("Snapshot-Content-Location"), part.get("Content-Location"))
    return next((str(each).strip() for each in named if each and str(each).startswith("http")), "")
