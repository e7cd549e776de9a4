# SPDX-License-Identifier: MIT
"""Which words of a paragraph are one link, over all its lines, and what it says to those who hear it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dissoi.briefing.lines import Piece, Run, tidy
from dissoi.briefing.structure import Part, Role
from dissoi.briefing.typesetting.order import has_leftwards


def links_said(runs: Sequence[Run]) -> Iterator[tuple[str, str]]:
    """Where each link of a paragraph leads, and its text.

    A space alone parts no two that lead to one place.
    """
    target, texts = "", list[str]()
    for text, look in runs:
        if texts and look.link != target and (look.link or text.strip()):
            yield target, tidy("".join(texts)).strip()
            texts = []
        if look.link or texts:
            target = look.link or target
            texts.append(text)
    if texts:
        yield target, tidy("".join(texts)).strip()


class Links:
    """The links of a part. One that goes on in the next line is one link.

    `leftwards` says of a paragraph that it is read from the right, `said` where each of its links leads and
    what it says, as far as they are drawn in another order.
    """

    def __init__(
        self, part: Part | None, *, leftwards: bool = False, said: Iterable[tuple[str, str]] = ()
    ) -> None:
        self.part = part
        self._leftwards = leftwards
        self._said = list(said)
        self._made: dict[str, Part] = {}
        self._target = ""
        self._link: Part | None = None

    def parts_of(self, pieces: Sequence[Piece]) -> list[Part | None]:
        """The part of each piece of a line, told line by line: a link, or the part around it."""
        if self._leftwards:
            return [self._part_of(piece) for piece in reversed(pieces)][::-1]
        return [self._part_of(piece) for piece in pieces]

    def end(self) -> None:
        """No link goes on: a line without any was set."""
        self._link = None

    def _part_of(self, piece: Piece) -> Part | None:
        """The space behind a link is read with it, as the link may go on in the next line."""
        target = piece.look.link
        if target and (self._link is None or target != self._target):
            self._link = self._leading_to(target)
        elif not target and piece.text.strip():
            self._link = None
        self._target = target or self._target
        return self._link or self.part

    def _leading_to(self, target: str) -> Part:
        """The next link to a place, or the last one again if there is no other: other words lie within it."""
        for place, (leads, text) in enumerate(self._said):
            if leads == target:
                del self._said[place]
                actual = text if has_leftwards(text) else ""
                self._made[target] = Part(Role.LINK, self.part, actual=actual)
                break
        return self._made.get(target) or Part(Role.LINK, self.part)
