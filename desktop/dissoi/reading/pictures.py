# SPDX-License-Identifier: MIT
"""Pictures out of files: those that are kept, by what their bytes are."""

from __future__ import annotations

from dissoi.dossier.attachments import Attachment

MOST_BYTES = 10_000_000
"""The largest picture that is kept."""
_SMALLEST = 100
"""A picture of fewer bytes is a spacer."""
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)


def picture_of(name: str, data: bytes) -> Attachment | None:
    """A picture in PNG, JPEG or GIF of a fair size; None for anything else."""
    if not _SMALLEST <= len(data) <= MOST_BYTES:
        return None
    media_type = next((kind for sign, kind in _SIGNATURES if data.startswith(sign)), "")
    return Attachment(name, media_type, data) if media_type else None
