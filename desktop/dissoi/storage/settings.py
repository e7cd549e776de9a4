# SPDX-License-Identifier: MIT
"""What the program remembers of a user's ways, and where it keeps that and dossiers without a name.

Settings are worth less than anybody's time: whatever is wrong with their file, the defaults do.
"""

from __future__ import annotations

import json
from collections.abc import Container, Mapping
from contextlib import suppress
from dataclasses import field, fields
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar, TypeVar

import platformdirs

from dissoi.dossier.value import Value, plain, value
from dissoi.storage.atomic import write_atomically
from dissoi.storage.errors import write_error
from dissoi.storage.exact import InexactError, exactly, parsed
from dissoi.storage.presence import is_folder

_APPLICATION = "dissoi"
_Entry = TypeVar("_Entry")
_MOST_PLACES = 300
"""How many articles are remembered with the place where they were left, and dossiers with their briefs'."""
_RECENT = 12
"""How many files are remembered as opened before."""

_LIMITS = {"reader_zoom": (0.25, 8), "preview_zoom": (0.2, 4)}
"""The least and the largest of each zoom that makes sense; beyond, the default does."""


class Theme(StrEnum):
    """Light or dark, or as the system has it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class PageFit(StrEnum):
    """How the pages of a preview are made to fit it, if they are."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


class Face(StrEnum):
    """The letters that articles are read in."""

    SERIF = "serif"
    SANS = "sans"


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@value
class Settings(Value):
    """What is remembered. `geometry` is what Qt wants back, in base64.

    `splitters` holds sizes in pixels by the name of the splitter, dialog or table, and `reader_zoom` is a
    factor. `shown` holds by a dossier's path which article and which page were shown last, `places` by path
    and article where its reader was (see `with_reading`), `exports` by path the folder of its last brief.
    `paper`, `layout` and `choices` are what was last chosen about briefs, by name, and `made_by` is the name
    of whoever makes them. `preview_zoom` is the size
    of pages on screen to that on paper, where `preview_fit` leaves it free.
    """

    __pydantic_config__: ClassVar[Mapping[str, str]] = {"extra": "ignore"}

    recent: tuple[str, ...] = ()
    last_folder: str = ""
    geometry: str = ""
    splitters: Mapping[str, tuple[int, ...]] = field(default_factory=_nothing)
    theme: Theme = Theme.SYSTEM
    made_by: str = ""
    paper: str = "a4"
    layout: str = "brief"
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=_nothing)
    preview_fit: PageFit = PageFit.WIDTH
    preview_zoom: float = 1.0
    reader_zoom: float = 1.0
    reader_face: Face = Face.SERIF
    shown: Mapping[str, tuple[str, ...]] = field(default_factory=_nothing)
    places: Mapping[str, tuple[int, ...]] = field(default_factory=_nothing)
    exports: Mapping[str, str] = field(default_factory=_nothing)
    show_outline: bool = True

    def __post_init__(self) -> None:
        for name, (least, most) in _LIMITS.items():
            if not least <= getattr(self, name) <= most:
                self.__dict__[name] = type(self).__dict__[name]

    def with_recent(self, path: Path) -> Settings:
        """These settings with `path` as the file that was opened last."""
        name = str(path.absolute())
        kept = [each for each in self.recent if each != name]
        return self.model_copy(
            update={"recent": (name, *kept)[:_RECENT], "last_folder": str(path.absolute().parent)}
        )

    def with_reading(
        self, path: Path, shown: tuple[str, str], places: Mapping[str, tuple[int, int]]
    ) -> Settings:
        """These settings with what was shown of a dossier (article and page), and where it was read.

        A place is a position in the article's text (UTF-16 units, -1 for its head) and pixels beyond it.
        """
        name = str(path.absolute())
        all_shown = {**_without(self.shown, {name}), name: shown}
        read = {f"{name}#{article}": place for article, place in places.items()}
        all_places = {**_without(self.places, read), **read}
        return self.model_copy(
            update={"shown": _last(all_shown, _RECENT), "places": _last(all_places, _MOST_PLACES)}
        )

    def with_export(self, path: Path, folder: Path) -> Settings:
        """These settings with the folder that the brief of the dossier at `path` was written to."""
        name = str(path.absolute())
        exports = {**_without(self.exports, {name}), name: str(folder)}
        return self.model_copy(update={"exports": _last(exports, _MOST_PLACES)})

    def export_of(self, path: Path) -> str:
        """The folder that the brief of the dossier at `path` was written to last, or ""."""
        return self.exports.get(str(path.absolute()), "")

    def reading_of(self, path: Path) -> tuple[tuple[str, str], dict[str, tuple[int, int]]]:
        """What was shown last of a dossier (article and page, or ""), and where it was read."""
        name = str(path.absolute())
        article, page = (*self.shown.get(name, ()), "", "")[:2]
        places = {
            key.removeprefix(f"{name}#"): (place[0], place[1])
            for key, place in self.places.items()
            if key.startswith(f"{name}#") and len(place) == 2  # noqa: PLR2004 - position and pixels
        }
        return (article, page), places


def _without(entries: Mapping[str, _Entry], names: Container[str]) -> dict[str, _Entry]:
    return {name: entry for name, entry in entries.items() if name not in names}


def _last(entries: Mapping[str, _Entry], most: int) -> dict[str, _Entry]:
    return dict(list(entries.items())[-most:])


def load_settings(path: Path) -> Settings:
    """The settings kept at `path`. What is missing or makes no sense there has its default."""
    try:
        text = path.read_text(encoding="utf-8")
        with suppress(InexactError):
            return exactly(Settings, _known(parsed(text)))
        found = json.loads(text)
    except (OSError, ValueError, RecursionError):
        return Settings()
    return _sensible(found) if isinstance(found, dict) else Settings()


def _known(found: object) -> object:
    """What was found without what another version wrote: pydantic need not be loaded for that."""
    names = {each.name for each in fields(Settings)}
    return {name: found[name] for name in found if name in names} if isinstance(found, dict) else found


def save_settings(path: Path, settings: Settings) -> None:
    """Keep `settings` at `path`, whose folder is made if need be. Raises a `StorageError`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_error(error, path) from error
    written = json.dumps(plain(settings), ensure_ascii=False, indent=2)
    write_atomically(path, written.encode("utf-8", "replace"), force=True)


def settings_path() -> Path:
    """Where this user's settings are kept."""
    return platformdirs.user_config_path(_APPLICATION, appauthor=False) / "settings.json"


def drafts_folder() -> Path:
    """Where this user's new dossiers are kept until they are saved under a name.

    It is made if need be. Where it cannot be, those who make a draft there are told: others can work.
    """
    folder = platformdirs.user_data_path(_APPLICATION, appauthor=False) / "drafts"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def documents_folder() -> Path:
    """Where this user keeps documents; where there is no such folder, the user's own."""
    folder = platformdirs.user_documents_path()
    return folder if is_folder(folder) else Path.home()


def _sensible(found: dict[str, Any]) -> Settings:
    from pydantic import TypeAdapter, ValidationError

    validator = TypeAdapter(Settings)
    try:
        return validator.validate_python(found)
    except ValidationError as error:
        wrong = {each["loc"][0] for each in error.errors()}
        return validator.validate_python({name: value for name, value in found.items() if name not in wrong})
