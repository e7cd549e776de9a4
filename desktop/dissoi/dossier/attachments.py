# SPDX-License-Identifier: MIT
"""Files kept with a dossier as they are: what an article was read from, and the pictures in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Attachment:
    """A file, byte for byte. `media_type` is as in "application/pdf"."""

    name: str
    media_type: str
    data: bytes

    @cached_property
    def digest(self) -> str:
        """What `Article.original` and `Block.picture` name it by: "sha256:" and 64 hexadecimal digits."""
        import hashlib

        return f"sha256:{hashlib.sha256(self.data).hexdigest()}"
