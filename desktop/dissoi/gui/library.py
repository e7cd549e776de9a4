# SPDX-License-Identifier: MIT
"""Takes dossiers from their files and puts them into new ones, each as a `Desk`."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from heapq import merge
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import NewId
from dissoi.dossier.session import Session
from dissoi.gui.desk import Desk
from dissoi.gui.dialogs import DOSSIER_SUFFIX
from dissoi.identity import now
from dissoi.storage.errors import AlreadyExistsError, StorageError
from dissoi.storage.file import Head, create, head_of, question_of, save_copy
from dissoi.storage.lock import Owner, take_lock, this_owner
from dissoi.storage.opening import open_dossier
from dissoi.storage.presence import is_file
from dissoi.storage.saver import Saver

_LONGEST = 60
"""Characters of a file's name that is made of words."""
GONE = float("-inf")
_SQLITE = b"SQLite format 3\0"


def is_dossier(path: Path) -> bool:
    """Whether a file is to be opened as a dossier, not read as an article; told by name, then content."""
    if path.suffix.lower() == DOSSIER_SUFFIX:
        return True
    if not is_file(path):
        # A pipe would be waited for.
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


def file_name(words: str) -> str:
    """A file's name, without ending, made of words: as much of them as any system allows; "" of none."""
    plain = " ".join(re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", words).split()).strip(" .")
    if len(plain) <= _LONGEST:
        return plain
    whole = plain[: _LONGEST + 1].rpartition(" ")[0] or plain[:_LONGEST]
    return whole.strip(" .")


class Known(NamedTuple):
    """A dossier that was opened before, or a draft; `motion` is what it asks, "" where none can be read."""

    path: Path
    motion: str
    is_draft: bool


class Library:
    """Opens, makes and moves dossiers. `drafts` is the folder for those without a name yet."""

    def __init__(self, new_id: NewId, drafts: Path) -> None:
        self._new_id = new_id
        self._drafts = drafts

    def open(self, path: Path) -> Desk:
        """The dossier at `path`, only to be read when it cannot be changed. Raises a `StorageError`."""
        path = path.absolute()
        opened = open_dossier(path, _owner())
        draft = path.parent == self._drafts
        reason = _locked(opened.read_only) if opened.read_only else ""
        desk = Desk(Session(opened.dossier), path, self._new_id, draft=draft, locked=reason)
        if opened.lock is not None:
            desk.keep(Saver(opened.head, desk.report), opened.lock)
        return desk

    def draft(self, dossier: Dossier, name: str) -> Desk:
        """A new dossier, kept among the drafts until it is saved under a name. Raises a `StorageError`."""
        head = self._new_file(name, partial(create, dossier=dossier))
        desk = Desk(Session(dossier), head.path, self._new_id, draft=True)
        desk.keep(Saver(head, desk.report), take_lock(head.path, _owner()))
        return desk

    def earlier(self, path: Path, sequence: int) -> Desk:
        """A version of the dossier at `path` as a draft of its own, with files and history.

        It is the one that the change of number `sequence` left. Raises a `StorageError`.
        """
        from dissoi.storage.versions import copy_earlier

        def copied(target: Path) -> Head:
            return copy_earlier(path, sequence, target)

        return self.open(self._new_file(f"{path.stem} {sequence}", copied).path)

    def _new_file(self, name: str, make: Callable[[Path], Head]) -> Head:
        """Make a file among the drafts under a name, or one like it, that no other has."""
        stem = file_name(name) or "Untitled"
        number = 1
        while True:
            ending = f" {number}" if number > 1 else ""
            try:
                return make(self._drafts / f"{stem}{ending}{DOSSIER_SUFFIX}")
            except AlreadyExistsError:
                number += 1

    def save_as(self, desk: Desk, path: Path) -> Desk | None:
        """Go on in another file; one that is there is replaced. Raises a `StorageError`.

        A desk that could only be read stays as it is: its copy is another desk, which is returned.
        """
        path = path.absolute()
        if desk.saver is None:
            with take_lock(path, _owner()):
                _copy(desk, path)
            return self.open(path)
        old, was_draft = desk.path, desk.draft
        if os.path.realpath(path) == os.path.realpath(old):
            # What another program put there is replaced: that is what was asked for.
            desk.saver.save_as(old, desk.dossier, force=True)
            return None
        lock = take_lock(path, _owner())
        try:
            desk.saver.save_as(path, desk.dossier, force=True)
        except BaseException:
            lock.release()
            raise
        desk.move_to(path, lock)
        if was_draft:
            self.discard(old)
        return None

    def discard(self, draft: Path) -> None:
        """Delete a draft that is no longer needed; other files stay."""
        if draft.parent == self._drafts:
            with suppress(OSError):
                draft.unlink()

    def motion_of(self, path: Path) -> str:
        """The question that a dossier asks; "" where none can be read."""
        try:
            return question_of(path)
        except StorageError:
            return ""

    def known(self, recent: Iterable[str]) -> list[Known]:
        """The dossiers of `recent`, as they were opened, and the drafts, as they were made, in one list.

        Of the next of each, the one that was written to last comes first; those that are gone are left out.
        """
        opened = ((_written(Path(name)), Path(name), False) for name in recent)
        drafts = sorted(((_written(path), path, True) for path in self._draft_files()), reverse=True)
        both = merge(opened, drafts, key=itemgetter(0), reverse=True)
        return [Known(path, self.motion_of(path), is_draft) for time, path, is_draft in both if time != GONE]

    def _draft_files(self) -> Iterable[Path]:
        return self._drafts.glob(f"*{DOSSIER_SUFFIX}")


def _written(path: Path) -> float:
    """When a file was written to last, in seconds; `GONE` for one that is not there."""
    try:
        return path.stat().st_mtime
    except OSError:
        return GONE


def _copy(desk: Desk, path: Path) -> None:
    """Write a dossier that can only be read to another file, with its history if that can still be had."""
    try:
        head = head_of(desk.path)
    except StorageError:
        create(path, desk.dossier, force=True)
    else:
        save_copy(head, path, desk.dossier, force=True)


def _owner() -> Owner:
    return this_owner(now())


def _locked(reason: StorageError) -> str:
    sentence = QCoreApplication.translate("library", "{0} You can read it here, but not change it.")
    return sentence.format(reason)
