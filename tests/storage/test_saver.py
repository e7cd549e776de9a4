# SPDX-License-Identifier: MIT
"""Changes reach the disk in order, soon, and "saved" is only said when it is true."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event as Signal
from threading import get_ident

import pytest
from tests.storage.test_file import ARGUMENT

from dissoi.dossier import edits
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Argument, RecordId, Side
from dissoi.dossier.session import Session
from dissoi.storage.errors import AlreadyExistsError, DiskTroubleError, GoneError, ReplacedError
from dissoi.storage.file import Commit, Head, append, create, load
from dissoi.storage.history import history
from dissoi.storage.saver import Saver, SaveState, Saving, Timing

SLOW = Timing(pause=60, longest=60, again=60)
"""So slow that nothing is written unless it is asked for."""


class Desk:
    """An open dossier with a saver, and the states it told."""

    def __init__(self, path: Path, dossier: Dossier) -> None:
        self.head = create(path, dossier)
        self.session = Session(dossier, who="Anna")
        self.told: list[SaveState] = []
        self.savers: list[Saver] = []

    def saver(self, timing: Timing = SLOW) -> Saver:
        saver = Saver(self.head, self.told.append, timing=timing)
        self.savers.append(saver)
        self.session.listen(saver.hear)
        return saver

    def type(self, *claims: str) -> None:
        for claim in claims:
            self.session.apply(edits.write_claim(ARGUMENT, claim))

    def add(self, name: str) -> None:
        self.session.apply(edits.add_argument(RecordId(name), RecordId("position"), Side.CON))

    def on_disk(self) -> str:
        return load(self.head.path).get(Argument, ARGUMENT).claim

    def labels(self) -> list[str]:
        return [each.label for each in history(self.head.path)][1:]


@pytest.fixture
def desk(tmp_path: Path, dossier: Dossier) -> Iterator[Desk]:
    """The small dossier, open."""
    desk = Desk(tmp_path / "a.dissoi", dossier)
    yield desk
    for saver in desk.savers:
        saver.close(5)


def until(holds: Callable[[], bool], seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        time.sleep(0.002)
    return holds()


def test_nothing_to_save_is_saved(desk: Desk) -> None:
    saver = desk.saver()
    assert saver.state == SaveState(Saving.SAVED, 0)
    assert until(lambda: desk.told == [SaveState(Saving.SAVED, 0)])


def test_typing_waits_for_a_pause(desk: Desk) -> None:
    saver = desk.saver(Timing(pause=0.05, longest=60))
    desk.type("I", "It", "It deters")
    assert saver.state == SaveState(Saving.PENDING, 0)
    assert until(lambda: saver.state == SaveState(Saving.SAVED, 3))
    assert desk.on_disk() == "It deters"
    assert desk.labels() == ["Edit Claim"]


def test_typing_is_written_after_a_pause_of_less_than_half_a_second(desk: Desk) -> None:
    saver = desk.saver(Timing())
    desk.type("It deters")
    start = time.monotonic()
    assert until(lambda: saver.state.saving is Saving.SAVED)
    assert Timing().pause == 0.4
    assert time.monotonic() - start >= 0.39


def test_a_steady_typist_is_saved_all_the_same(desk: Desk) -> None:
    desk.saver(Timing(pause=60, longest=0.1))
    end = time.monotonic() + 10
    while desk.on_disk() == "" and time.monotonic() < end:
        desk.type(str(time.monotonic()))
    assert desk.on_disk() != ""


def test_anything_but_typing_is_written_at_once_with_what_came_before(desk: Desk) -> None:
    saver = desk.saver()
    desk.type("It", "It deters")
    desk.add("new")
    desk.type("It provokes")
    assert until(lambda: saver.state.committed >= 3)
    assert desk.labels()[:2] == ["Edit Claim", "Add Argument"]


def test_typing_in_two_places_is_two_changes(desk: Desk) -> None:
    saver = desk.saver()
    desk.type("It", "It deters")
    desk.session.apply(edits.write_impact(ARGUMENT, "Peace"))
    desk.type("It deters.")
    assert saver.wait().saving is Saving.SAVED
    assert desk.labels() == ["Edit Claim", "Edit Impact", "Edit Claim"]


def test_undo_and_redo_are_named_in_the_history(desk: Desk) -> None:
    saver = desk.saver()
    desk.type("It deters")
    desk.session.undo()
    desk.session.redo()
    assert saver.wait() == SaveState(Saving.SAVED, 3)
    assert desk.labels() == ["Edit Claim", "Undo Edit Claim", "Redo Edit Claim"]


def test_typing_that_is_taken_back_at_once_leaves_no_trace(desk: Desk) -> None:
    saver = desk.saver()
    desk.type("x", "")
    assert saver.wait() == SaveState(Saving.SAVED, 2)
    assert desk.labels() == []


def test_states_are_told_by_the_worker_and_only_when_they_change(desk: Desk) -> None:
    threads = set[int]()
    saver = desk.saver()
    told = Saver(desk.head, lambda _state: threads.add(get_ident()))
    told.close()
    desk.type("It", "It deters")
    assert until(lambda: desk.told[-1].saving is Saving.PENDING)
    saver.close()
    assert desk.told[-2:] == [SaveState(Saving.PENDING, 0), SaveState(Saving.SAVED, 2)]
    assert len(threads) == 1
    assert get_ident() not in threads


def test_whenever_saved_is_said_it_is_on_the_disk(desk: Desk) -> None:
    wrong: list[SaveState] = []

    def look(state: SaveState) -> None:
        claim = load(desk.head.path).get(Argument, ARGUMENT).claim
        if int(claim or 0) < state.committed:
            wrong.append(state)

    saver = Saver(desk.head, look, timing=Timing(pause=0.001, longest=0.01))
    desk.session.listen(saver.hear)
    for number in range(1, 200):
        desk.type(str(number))
        time.sleep(0.0005)
    assert saver.close() == SaveState(Saving.SAVED, 199)
    assert not wrong
    assert desk.on_disk() == "199"


def test_what_was_saved_can_be_less_than_what_was_submitted_meanwhile(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, go_on = Signal(), Signal()

    def slowly(head: Head, *commits: Commit) -> Head:
        started.set()
        assert go_on.wait(10)
        return append(head, *commits)

    monkeypatch.setattr("dissoi.storage.saver.append", slowly)
    saver = desk.saver()
    desk.type("one")
    saver.flush()
    assert started.wait(10)
    desk.type("two")
    assert saver.state == SaveState(Saving.PENDING, 0)
    go_on.set()
    assert until(lambda: saver.state == SaveState(Saving.PENDING, 1))
    assert desk.on_disk() == "one"


@pytest.mark.parametrize("trouble", ["gone", "replaced"])
def test_after_a_failure_nothing_is_lost(desk: Desk, trouble: str) -> None:
    saver = desk.saver()
    whole = desk.head.path.read_bytes()
    if trouble == "gone":
        desk.head.path.unlink()
    else:
        desk.head.path.write_bytes(b"")
    desk.type("It deters")
    state = saver.wait()
    assert (state.saving, state.committed) == (Saving.FAILED, 0)
    assert isinstance(state.error, GoneError if trouble == "gone" else ReplacedError)
    desk.type("It deters them")
    desk.head.path.write_bytes(whole)
    saver.flush()
    assert until(lambda: saver.state == SaveState(Saving.SAVED, 2))
    assert desk.on_disk() == "It deters them"


def test_what_failed_is_tried_again_by_itself_and_told_once(desk: Desk) -> None:
    saver = desk.saver(Timing(pause=0.001, longest=0.01, again=0.01))
    moved = desk.head.path.rename(desk.head.path.with_name("moved"))
    desk.type("It deters")
    assert until(lambda: desk.told[-1].saving is Saving.FAILED)
    time.sleep(0.1)
    moved.rename(desk.head.path)
    assert until(lambda: saver.state.saving is Saving.SAVED)
    assert until(lambda: desk.told[-1].saving is Saving.SAVED)
    assert [each.saving for each in desk.told].count(Saving.FAILED) == 1
    assert desk.on_disk() == "It deters"


def test_typing_while_a_failure_is_being_retried_is_saved(desk: Desk) -> None:
    saver = desk.saver(Timing(pause=0.001, longest=0.01, again=0.005))
    moved = desk.head.path.rename(desk.head.path.with_name("moved"))
    for number in range(100):
        desk.type(str(number))
        time.sleep(0.001)
        if number == 50:
            moved.rename(desk.head.path)
    assert until(lambda: saver.state == SaveState(Saving.SAVED, 100))
    assert desk.on_disk() == "99"


def test_a_file_that_is_gone_is_noticed_though_nothing_is_waiting(desk: Desk) -> None:
    saver = desk.saver()
    desk.head.path.unlink()
    saver.flush()
    assert until(lambda: saver.state.saving is Saving.FAILED)
    assert not desk.head.path.exists()


def test_saving_elsewhere_takes_everything_along(desk: Desk, tmp_path: Path) -> None:
    saver = desk.saver()
    desk.type("It deters")
    saver.save_as(tmp_path / "b.dissoi", desk.session.dossier)
    assert saver.state == SaveState(Saving.SAVED, 1)
    assert saver.path == tmp_path / "b.dissoi"
    desk.type("It deters them")
    assert saver.wait().saving is Saving.SAVED
    assert load(tmp_path / "b.dissoi") == desk.session.dossier
    assert desk.on_disk() == ""
    assert [each.label for each in history(saver.path)] == ["New Dossier", "Edit Claim", "Edit Claim"]


def test_saving_elsewhere_ends_a_failure(desk: Desk, tmp_path: Path) -> None:
    saver = desk.saver()
    desk.head.path.unlink()
    desk.type("It deters")
    assert saver.wait().saving is Saving.FAILED
    saver.save_as(tmp_path / "b.dissoi", desk.session.dossier)
    assert saver.state == SaveState(Saving.SAVED, 1)
    assert until(lambda: desk.told[-1] == SaveState(Saving.SAVED, 1))
    assert load(tmp_path / "b.dissoi") == desk.session.dossier


def test_saving_elsewhere_that_fails_goes_on_here(desk: Desk, tmp_path: Path) -> None:
    saver = desk.saver()
    (tmp_path / "b.dissoi").touch()
    desk.type("It deters")
    with pytest.raises(AlreadyExistsError):
        saver.save_as(tmp_path / "b.dissoi", desk.session.dossier)
    assert saver.state.saving is Saving.PENDING
    assert saver.wait().saving is Saving.SAVED
    assert desk.on_disk() == "It deters"


def test_closing_writes_what_is_waiting(desk: Desk) -> None:
    saver = desk.saver()
    desk.type("It deters")
    assert saver.close() == SaveState(Saving.SAVED, 1)
    assert desk.on_disk() == "It deters"
    assert desk.told[-1] == SaveState(Saving.SAVED, 1)
    assert saver.close() == SaveState(Saving.SAVED, 1)
    with pytest.raises(RuntimeError):
        desk.type("too late")


def test_closing_says_when_it_could_not_write_and_saving_elsewhere_still_works(
    desk: Desk, tmp_path: Path
) -> None:
    saver = desk.saver()
    desk.type("It deters")
    desk.head.path.unlink()
    assert saver.close().saving is Saving.FAILED
    saver.save_as(tmp_path / "b.dissoi", desk.session.dossier)
    assert load(tmp_path / "b.dissoi") == desk.session.dossier


def test_whatever_goes_wrong_is_told_and_ends_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_head: Head, *_commits: object) -> Head:
        raise ZeroDivisionError("unheard of")

    saver = desk.saver()
    with monkeypatch.context() as patched:
        patched.setattr("dissoi.storage.saver.append", fail)
        desk.type("It deters")
        state = saver.wait()
    assert isinstance(state.error, DiskTroubleError)
    assert "unheard of" in str(state.error)
    assert saver.wait().saving is Saving.SAVED


@pytest.mark.expect_logs("could not tell that saving is")
def test_a_listener_in_trouble_does_not_end_saving(desk: Desk) -> None:
    def fail(_state: SaveState) -> None:
        raise ZeroDivisionError

    saver = Saver(desk.head, fail)
    desk.session.listen(saver.hear)
    desk.type("It deters")
    assert saver.close().saving is Saving.SAVED
    assert desk.on_disk() == "It deters"
