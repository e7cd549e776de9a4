# SPDX-License-Identifier: MIT
"""The choices about a brief in the user's words, and as the settings remember them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication

from dissoi.briefing.options import WHOLE, Choice, LayoutName, Options, PaperName, Section, fitting

CONTEXT = "brief"
WORDS: Mapping[str, str] = MappingProxyType(
    {
        "layout.brief": "Whole &Brief",
        "layout.one-page": "Case on &One Page",
        "layout.cards": "Speaking &Cards",
        "layout.blocks": "Bloc&ks and Frontlines",
        "layout.evidence": "&Evidence Cards",
        "layout.flow": "&Flow Sheets",
        "layout.crossfire": "C&rossfire",
        "layout.large-print": "&Large Print",
        "paper": "Paper",
        "paper.a4": "&A4",
        "paper.letter": "&Letter",
        "paper.a5": "A&5",
        "gaps": "Page of open gaps",
        "cites": "Full cites",
        "cites.debate": "As in debate",
        "cites.mla": "MLA",
        "cites.apa": "APA",
        "cites.chicago": "Chicago",
        "booklet": "Booklet to fold",
        "grey": "Without colours",
        "card": "Size of cards",
        "card.quarter": "Quarter of a sheet",
        "card.3x5": "3 × 5 inches",
        "sides": "Sides",
        "sides.both": "Pro and con",
        "sides.pro": "Pro only",
        "sides.con": "Con only",
        "sections": "Sections",
        "positions": "Positions",
        "notes": "Pages for notes",
        "duplex": "Printed on both sides",
        "seeded": "With our claims",
        "sections.case": "The case on a page",
        "sections.contents": "Contents",
        "sections.background": "Background",
        "sections.definitions": "Definitions",
        "sections.holders": "Who holds what",
        "sections.speeches": "Speaking order",
        "sections.arguments": "Arguments",
        "sections.sources": "Sources",
    }
)
"""What choices and their values are called; a name with a dot is that of a value. & is for menus."""

_Name = TypeVar("_Name", bound=StrEnum)
_YES, _NO = "yes", "no"
_APART = frozenset({"layout", Choice.PAPER.value, Choice.POSITIONS.value})
"""What settings keep elsewhere or not at all."""


def menu_words(choice: str, value: str = "") -> str:
    """What a choice, or a value of it, is called in a menu."""
    name = f"{choice}.{value}" if value else choice
    return WORDS.get(name, (value or choice).replace("-", " ").replace("_", " ").capitalize())


def words_for(choice: str, value: str = "") -> str:
    """What a choice, or a value of it, is called in the reader's language."""
    return QCoreApplication.translate(CONTEXT, menu_words(choice, value)).replace("&", "")


def remembered(options: Options, before: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """What settings keep of `options`, beside what they kept of other layouts.

    Positions are not among it: they belong to one dossier.
    """
    kept = {name: value for name, value in before.items() if not name.startswith(f"{options.layout}.")}
    return {**kept, **{f"{options.layout}.{name}": value for name, value in _changed(options)}}


def _changed(options: Options) -> Iterator[tuple[str, tuple[str, ...]]]:
    for each in fields(Options):
        value = getattr(options, each.name)
        if each.name in _APART or value == getattr(WHOLE, each.name):
            continue
        if isinstance(value, bool):
            yield each.name, (_YES if value else _NO,)
        else:
            yield each.name, tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)


def recalled(layout: str, paper: str, kept: Mapping[str, tuple[str, ...]]) -> Options:
    """The options that settings keep for a layout; what they say that makes no sense is passed over."""
    options = replace(WHOLE, layout=_named(LayoutName, layout), paper=_named(PaperName, paper))
    for each in fields(Options):
        told = kept.get(f"{options.layout}.{each.name}")
        if told and each.name not in _APART:
            options = replace(options, **{each.name: _read(each.name, told)})
    return fitting(options)


def _read(name: str, told: tuple[str, ...]) -> Any:
    usual = getattr(WHOLE, name)
    if isinstance(usual, bool):
        return told[0] == _YES
    if isinstance(usual, StrEnum):
        return _named(type(usual), told[0])
    if name == Choice.SECTIONS:
        return tuple(Section(each) for each in told if each in set(Section))
    return usual


def _named(kind: type[_Name], name: str) -> _Name:
    """A member of an enumeration by its value; where it has none of that value, its first."""
    members = list(kind)
    return next((each for each in members if each.value == name), members[0])
