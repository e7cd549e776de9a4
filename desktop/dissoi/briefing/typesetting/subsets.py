# SPDX-License-Identifier: MIT
"""Font programs with only the glyphs that a document uses, as PDF wants them.

Fonts with TrueType outlines are carried whole but for their other glyphs. Of fonts with PostScript
outlines the table "CFF " is carried alone (Adobe Technical Note 5176, "The Compact Font Format
Specification"); in it a PDF finds a glyph by its CID: its place where glyphs have names, else what the
charset says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import uharfbuzz  # type: ignore[import-untyped]

_NOT_DRAWN = frozenset({"BASE", "GDEF", "GPOS", "GSUB", "VORG", "kern", "vhea", "vmtx"})
"""Tables of shaping and of vertical text; what is drawn needs none of them."""
_CHARSET, _ROS = b"\x0f", b"\x0c\x1e"
"""Operators of a Top DICT: where the charset is, and that glyphs have CIDs."""
_TOKEN = re.compile(
    rb"(?P<operator>\x0c.|[\x00-\x15])|(?P<long>\x1c..|\x1d....)|(?P<byte>[\x20-\xf6])"
    rb"|(?P<more>[\xf7-\xfa].)|(?P<less>[\xfb-\xfe].)"
    rb"|(?P<real>\x1e.*?[\x0f\x1f\x2f\x3f\x4f\x5f\x6f\x7f\x8f\x9f\xaf\xbf\xcf\xdf\xef\xf0-\xff])",
    re.DOTALL,
)
"""A part of a DICT (the specification's tables 3 and 4)."""


class Subset(NamedTuple):
    """A font program; `places` tells for each glyph of the whole font its CID here, or its place."""

    data: bytes
    places: Mapping[int, int]
    postscript: bool


def subset_of(face: uharfbuzz.Face, glyphs: Iterable[int]) -> Subset:
    """The font of `face` with these glyphs and the one that stands for what is missing."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.sets(uharfbuzz.SubsetInputSets.GLYPH_INDEX).update({0, *glyphs})
    wanted.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG).update(map(_tag, _NOT_DRAWN))
    if face.has_var_data:
        wanted.pin_all_axes_to_default(face)
    plan = uharfbuzz.SubsetPlan(face, wanted)
    made = plan.execute()
    places = dict(plan.old_to_new_glyph_mapping)
    if "CFF " not in face.table_tags:
        return Subset(bytes(made.blob.data), places, postscript=False)
    data = bytes(uharfbuzz.Face(made.blob).reference_table("CFF ").data)
    cids = cids_of(data, len(places))
    return Subset(data, {glyph: cids[place] for glyph, place in places.items()}, postscript=True)


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")


def cids_of(data: bytes, count: int) -> list[int]:
    """The CIDs of the `count` glyphs of a CFF table, in the order of the glyphs."""
    names_end, _ = _index(data, data[2])
    _, (top, *_) = _index(data, names_end)
    found = _operators(top)
    if _ROS not in found:
        return list(range(count))
    return _charset(data, found.get(_CHARSET, 0), count)


def _index(data: bytes, start: int) -> tuple[int, list[bytes]]:
    """An INDEX: where it ends, and what it holds."""
    count = int.from_bytes(data[start : start + 2], "big")
    if not count:
        return start + 2, []
    size = data[start + 2]
    first = start + 3
    base = first + (count + 1) * size - 1
    ends = [base + int.from_bytes(data[at : at + size], "big") for at in range(first, base + 1, size)]
    return ends[-1], [data[a:b] for a, b in pairwise(ends)]


def _operators(top: bytes) -> dict[bytes, int]:
    """The operators of a DICT with the last of their operands; 0 for real numbers."""
    found: dict[bytes, int] = {}
    operand = 0
    for match in _TOKEN.finditer(top):
        token = match[0]
        match match.lastgroup:
            case "operator":
                found[token] = operand
            case "long":
                operand = int.from_bytes(token[1:], "big", signed=True)
            case "byte":
                operand = token[0] - 139
            case "more":
                operand = (token[0] - 247) * 256 + token[1] + 108
            case "less":
                operand = -(token[0] - 251) * 256 - token[1] - 108
            case _:
                operand = 0
    return found


def _charset(data: bytes, start: int, count: int) -> list[int]:
    """The CIDs that a charset lists one by one (format 0) or in ranges (1 and 2)."""
    cids, at = [0], start + 1
    size = data[start]
    while len(cids) < count:
        first = int.from_bytes(data[at : at + 2], "big")
        more = int.from_bytes(data[at + 2 : at + 2 + size], "big")
        cids.extend(range(first, first + more + 1))
        at += 2 + size
    return cids[:count]
