# SPDX-License-Identifier: MIT
"""The colours of the article pane, as "#rrggbb"."""

from __future__ import annotations

from typing import NamedTuple


class ReaderColours(NamedTuple):
    """What the pane is painted in. Marks are told apart by their line as well as by colour.

    `plain_mark` is the ground of every marked passage, `current_mark` that of the one being looked at.
    `pro_mark` is the solid line under words used for a side, `con_mark` the dashed line under words
    used against it. Words that were looked for have `found` as ground, within `found_line`.
    """

    page: str
    ink: str
    muted: str
    heading: str
    gutter: str
    pro_mark: str
    con_mark: str
    plain_mark: str
    current_mark: str
    selection: str
    bar_background: str
    bar_ink: str
    bar_border: str
    link: str
    found: str
    found_line: str

    @property
    def hairline(self) -> str:
        """Thin lines on the page: rules, the bar of a quotation, lines between table rows."""
        return mixed(self.page, self.ink, 0.2)

    @property
    def shade(self) -> str:
        """A ground slightly off the page, behind code."""
        return mixed(self.page, self.ink, 0.05)

    @property
    def faint_mark(self) -> str:
        """The ground of a passage that no argument uses yet."""
        return mixed(self.page, self.plain_mark, 0.55)

    @property
    def bar_hover(self) -> str:
        """The ground of a button of the selection bar under the pointer."""
        return mixed(self.bar_background, self.bar_ink, 0.08)


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two, `share` (0 to 1) of the way from `one` to `other`."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


LIGHT = ReaderColours(
    page="#fbfaf7",
    ink="#1f2328",
    muted="#5c6578",
    heading="#14171c",
    gutter="#727986",
    pro_mark="#1b4f8a",
    con_mark="#a84300",
    plain_mark="#ffe8a3",
    current_mark="#cfe0fb",
    selection="#b5d3f7",
    bar_background="#ffffff",
    bar_ink="#1f2937",
    bar_border="#cfd5df",
    link="#1d4ed8",
    found="#ffd3b0",
    found_line="#b45309",
)

DARK = ReaderColours(
    page="#1c1e22",
    ink="#dcdfe4",
    muted="#9aa3b2",
    heading="#f2f4f7",
    gutter="#868f9d",
    pro_mark="#7fb2f0",
    con_mark="#f0a067",
    plain_mark="#564a1f",
    current_mark="#26436f",
    selection="#2f5d94",
    bar_background="#2a2e35",
    bar_ink="#e6e9ee",
    bar_border="#474d58",
    link="#8ab4ff",
    found="#5f3a1c",
    found_line="#f0a067",
)
