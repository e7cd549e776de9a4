# SPDX-License-Identifier: MIT
"""Words within a passage, such as those of a quotation that are read aloud."""

from __future__ import annotations

from dissoi.dossier.value import Value, value


@value
class Stretch(Value):
    """Words within a passage: `words` are its `exact[start:]` as far as they go.

    `passage` is its id.
    """

    passage: str
    start: int
    words: str

    def __post_init__(self) -> None:
        if self.start < 0 or not self.words.strip():
            raise ValueError("a stretch of a passage has words")

    @property
    def end(self) -> int:
        """Where it ends, in code points of the passage."""
        return self.start + len(self.words)
