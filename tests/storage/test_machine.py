# SPDX-License-Identifier: MIT
"""A session and its file, edited, undone, reopened and saved elsewhere, are always the same value."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from tests.storage.conftest import MEMORY
from tests.strategies import Counter, edits_of

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.session import Session
from dissoi.identity import now
from dissoi.storage.file import create, load
from dissoi.storage.history import dossier_at, history
from dissoi.storage.lock import this_owner
from dissoi.storage.opening import Opened, open_dossier
from dissoi.storage.saver import Saver, Saving, Timing


class Working(RuleBasedStateMachine):
    """A user at work: the file is compared whenever everything is said to be saved."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=MEMORY))
        self.new_id = Counter()
        self.copies = 0
        create(self.folder / "0.dissoi", Dossier())
        self.open(self.folder / "0.dissoi")

    def open(self, path: Path) -> None:
        self.opened: Opened = open_dossier(path, this_owner(now()))
        self.session = Session(self.opened.dossier)
        self.saver = Saver(self.opened.head, lambda _state: None, timing=Timing(pause=60, longest=60))
        self.session.listen(self.saver.hear)

    def close(self) -> None:
        assert self.saver.close().saving is Saving.SAVED
        assert self.opened.lock is not None
        self.opened.lock.release()

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        self.session.apply(data.draw(edits_of(self.session.dossier, self.new_id)))

    @rule()
    def undo(self) -> None:
        self.session.undo()

    @rule()
    def redo(self) -> None:
        self.session.redo()

    @rule()
    def pause(self) -> None:
        assert self.saver.wait().saving is Saving.SAVED
        assert load(self.saver.path) == self.session.dossier

    @rule()
    def reopen(self) -> None:
        before = self.session.dossier
        self.close()
        self.open(self.saver.path)
        assert self.session.dossier == before

    @rule()
    def save_elsewhere(self) -> None:
        self.copies += 1
        self.saver.save_as(self.folder / f"{self.copies}.dissoi", self.session.dossier)
        assert load(self.saver.path) == self.session.dossier

    @rule()
    def look_back(self) -> None:
        self.saver.wait()
        entries = history(self.saver.path)
        assert dossier_at(self.saver.path, 1) == Dossier()
        assert dossier_at(self.saver.path, entries[-1].sequence) == self.session.dossier

    def teardown(self) -> None:
        self.close()
        assert load(self.saver.path) == self.session.dossier
        shutil.rmtree(self.folder)


TestWorking = Working.TestCase
TestWorking.settings = settings(max_examples=25, stateful_step_count=25)
