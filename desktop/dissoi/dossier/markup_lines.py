# SPDX-License-Identifier: MIT
"""Markdown line by line, before it is parsed: fenced code, and lists as people indent them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dissoi.dossier.prose import MAX_LEVEL

_FENCE = re.compile(r"( {0,3})(`{3,}(?=[^`]*$)|~{3,})")
_ITEM = re.compile(r" *(?:[-+*•]|(\d+)[.)]) +(?=\S)")
_RULE = re.compile(r" {0,3}(?:(?:- *){3,}|(?:_ *){3,}|(?:\* *){3,})$")
_INDENT = "    "
_STEP = len(_INDENT)
"""By how many spaces the parser wants a nested list indented."""
_LEAST_STEP = 2
"""By how many spaces people indent one, at least."""


def without_fences(text: str) -> Iterator[tuple[str, bool]]:
    """The parts of a text in order, and of each whether it is the inside of a fenced code block.

    A fence that is never closed is text.
    """
    lines = text.split("\n")
    start = at = 0
    while at < len(lines):
        end = _fence_end(lines, at)
        if end:
            yield "\n".join(lines[start:at]), False
            indent = len(lines[at]) - len(lines[at].lstrip(" "))
            code = [line[min(indent, len(line) - len(line.lstrip(" "))) :] for line in lines[at + 1 : end]]
            yield "\n".join(code), True
            start = at = end + 1
        else:
            at += 1
    yield "\n".join(lines[start:]), False


def _fence_end(lines: Sequence[str], at: int) -> int:
    """The index of the line that closes the fence opened by the line `at`; 0 when none is or does."""
    opening = _FENCE.match(lines[at])
    if not opening:
        return 0
    closing = re.compile(rf" {{0,3}}{opening.group(2)[0]}{{{len(opening.group(2))},}} *$")
    found = (index for index in range(at + 1, len(lines)) if closing.match(lines[index]))
    return next(found, 0)


def straightened(lines: Iterable[str]) -> list[str]:
    """Lines with nested lists indented by four spaces, and lists parted from a paragraph before them.

    People indent lists by two or three spaces, start one right below a line of text, or write "1)", as
    CommonMark allows, and paste bullets; the parser reads none of that as a list.
    """
    straightener = _Straightener()
    return [straight for line in lines for straight in straightener.straight(line)]


class _Straightener:
    """Follows lists line by line. `_starts` holds by how much the items that are open were indented, `_depth`
    how deep in lists the first line after the last blank one stands: the parser can then not go back up.
    """

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._depth = 0
        self._after_blank = True
        self._in_paragraph = False

    def straight(self, line: str) -> list[str]:
        """A line made straight, after a blank line where it needs one."""
        # More than the two spaces of a hard break would only cost time.
        line = line.rstrip(" ") + "  " * line.endswith("  ")
        indent = len(line) - len(line.lstrip(" "))
        item = _ITEM.match(line)
        is_item = item and not _RULE.match(line) and (self._starts or indent < _STEP)
        if not line.strip():
            result = [line]
            self._in_paragraph = False
        elif item and is_item:
            result = self._item(line, indent, item)
        else:
            result = [self._other(line, indent)]
        self._after_blank = not line.strip()
        return result

    def _item(self, line: str, indent: int, item: re.Match[str]) -> list[str]:
        number = item.group(1)
        if self._in_paragraph and not self._starts and number not in {None, "1"}:
            return [line]
        while self._starts and (indent < self._starts[-1] + _LEAST_STEP or len(self._starts) >= MAX_LEVEL):
            self._starts.pop()
        self._starts.append(indent)
        depth = len(self._starts)
        apart = self._in_paragraph or (depth < self._depth and not self._after_blank)
        self._depth = depth if apart or self._after_blank else self._depth
        self._in_paragraph = False
        straight_mark = f"{number}." if number else "-"
        return [*[""] * apart, f"{_INDENT * (depth - 1)}{straight_mark} {line[item.end() :]}"]

    def _other(self, line: str, indent: int) -> str:
        """A line of text, in the list when it goes on with an item or is indented below one."""
        if self._after_blank or _RULE.match(line):
            depth = sum(indent >= start + _LEAST_STEP for start in self._starts)
            extra = indent - self._starts[depth - 1] - _STEP if depth else indent
            del self._starts[depth:]
            self._in_paragraph = True
            return _INDENT * depth + " " * max(0, extra) + line.lstrip(" ")
        if self._starts and not self._in_paragraph:
            return _INDENT * (len(self._starts) - 1) + line.lstrip(" ")
        return _INDENT * len(self._starts) + line.lstrip(" ") if self._starts else line
