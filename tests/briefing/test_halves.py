# SPDX-License-Identifier: MIT
"""A long brief in two halves says what one made whole says, whoever makes the second half."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from tests.benchmarks.generated import generated_dossier
from tests.briefing import standard
from tests.briefing.cases import argument, position, question
from tests.briefing.printed import bookmarks, links, page_texts
from tests.briefing.tagged import structure

from dissoi.briefing import halves
from dissoi.briefing.gather import brief_of
from dissoi.briefing.halves import second_stands
from dissoi.briefing.options import WHOLE, LayoutName, Options, Section
from dissoi.briefing.partner import InTurn, Share, engaged
from dissoi.briefing.pdf import make_brief
from dissoi.briefing.typesetting import embedding
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.markup import blocks_of
from dissoi.dossier.records import Side
from dissoi.storage.file import create

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="a second process is tried on Linux alone")


@cache
def long_dossier() -> Dossier:
    """Arguments on 12 positions, with a character that no font has in the last of them."""
    made = generated_dossier(150, passages=60, positions=12)
    odd = argument("odd", made.positions[-1].id, Side.CON, "A sign that nobody has: \U000130b8")
    return Dossier.of([*made.records.values(), odd])


@cache
def in_halves() -> bytes:
    return make_brief(long_dossier())


def whole(monkeypatch: pytest.MonkeyPatch) -> bytes:
    with monkeypatch.context() as patch:
        patch.setattr(halves, "_LONG", 10**9)
        return make_brief(long_dossier())


def run(script: str, *arguments: str | Path) -> str:
    """What a process of its own prints: this one has threads, and so must not be copied."""
    command = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


def test_long_briefs_alone_are_divided() -> None:
    long = brief_of(long_dossier(), blocks_of)
    stands = second_stands(long, WHOLE)
    assert 2 < len(stands) < len(long.stands)
    assert stands == long.stands[-len(stands) :]
    assert not second_stands(long._replace(stands=long.stands[:2]), WHOLE)
    assert not second_stands(long._replace(stands=()), WHOLE)
    for options in (
        Options(layout=LayoutName.BLOCKS),
        Options(booklet=True),
        Options(sections=(Section.CASE, Section.SOURCES)),
    ):
        assert not second_stands(long, options)


def test_one_long_position_is_not_divided() -> None:
    claims = [argument(f"a{n}", "p", Side.PRO, f"Claim {n}") for n in range(500)]
    assert not second_stands(brief_of(Dossier.of([question(), position("p"), *claims]), blocks_of), WHOLE)


def test_both_halves_say_what_the_whole_says(monkeypatch: pytest.MonkeyPatch) -> None:
    one = whole(monkeypatch)
    assert in_halves() != one
    assert page_texts(in_halves()) == page_texts(one)
    assert bookmarks(in_halves()) == bookmarks(one)
    assert links(in_halves()) == links(one)
    assert structure(in_halves()) == structure(one)


def test_two_halves_keep_the_rules_for_readers() -> None:
    assert not standard.faults(in_halves())


def test_pages_of_both_halves_are_told_in_order() -> None:
    told: list[int] = []
    make_brief(long_dossier(), on_page=told.append)
    pages = len(page_texts(in_halves()))
    assert [number for number in told if number] == list(range(1, pages + 1))
    assert told.count(0) >= pages


def test_what_no_font_shows_is_told_of_the_second_half() -> None:
    told: list[str] = []
    make_brief(long_dossier(), on_unshown=told.append)
    assert told == ["\U000130b8"]


def test_fonts_without_room_for_two_pens_are_drawn_with_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    one = whole(monkeypatch)
    monkeypatch.setattr(embedding, "_RANGE", 20)
    assert make_brief(long_dossier()) == one


def test_whoever_stops_the_work_stops_both_halves() -> None:
    class StopError(Exception):
        pass

    dismissed: list[Watched] = []

    class Watched(InTurn):
        def dismiss(self) -> None:
            super().dismiss()
            dismissed.append(self)

    def stop(page: int) -> None:
        if page == 3:
            raise StopError

    with pytest.raises(StopError):
        make_brief(long_dossier(), on_page=stop, engage=Watched)
    assert len(dismissed) == 1


@on_linux
def test_a_second_process_makes_the_same_bytes(tmp_path: Path) -> None:
    dossier = create(tmp_path / "long.dissoi", long_dossier()).path
    made = run(MADE_TWICE, dossier)
    assert made.split() == ["Forked", "same"]


MADE_TWICE = """
import sys, threading
from pathlib import Path
from dissoi.briefing.partner import Forked, InTurn
from dissoi.briefing.pdf import make_brief
from dissoi.storage.file import load

dossier = load(Path(sys.argv[1]))
told = []
class Watched(Forked):
    def dismiss(self):
        told.append(self._instead is None)
        super().dismiss()
forked = make_brief(dossier, engage=Watched)
print("Forked" if told == [True] else "InTurn")
print("same" if forked == make_brief(dossier, engage=InTurn) else "other")
"""


@on_linux
def test_the_command_has_the_same_bytes_on_one_processor(tmp_path: Path) -> None:
    dossier = create(tmp_path / "long.dissoi", long_dossier()).path
    one, both = tmp_path / "one.pdf", tmp_path / "both.pdf"
    run(EXPORTED, "1", dossier, one)
    run(EXPORTED, "2", dossier, both)
    assert one.read_bytes() == both.read_bytes()
    assert len(page_texts(one.read_bytes())) > 30


EXPORTED = """
import os, sys
from dissoi.cli import run

os.sched_setaffinity(0, list(os.sched_getaffinity(0))[:int(sys.argv[1])])
sys.argv[1:] = ["export", *sys.argv[2:]]
sys.exit(run())
"""


def test_another_process_is_engaged_only_by_one_that_is_alone() -> None:
    assert engaged(is_alone=False) is InTurn


@on_linux
def test_no_process_is_copied_that_has_threads() -> None:
    assert run(THREADED).split() == ["True", "InTurn"]


THREADED = """
import os, threading
from dissoi.briefing.partner import engaged

two = len(os.sched_getaffinity(0)) > 1
print(engaged(is_alone=True).__name__ == ("Forked" if two else "InTurn"))
over = threading.Event()
threading.Thread(target=over.wait).start()
print(engaged(is_alone=True).__name__)
over.set()
"""


@on_linux
def test_none_is_engaged_where_the_system_does_not_say_for_what_there_is_room() -> None:
    assert run(UNTOLD) == "InTurn\n"


UNTOLD = """
import os
from dissoi.briefing.partner import engaged

def refuse(_process):
    raise PermissionError

os.sched_getaffinity = refuse
print(engaged(is_alone=True).__name__)
"""


def share() -> Share:
    """Makes two numbers, asks for one, and makes two more with it."""
    yield 1
    yield 2
    told: int = yield None
    yield told
    yield told + 1


def test_a_share_is_done_in_turn() -> None:
    partner = InTurn(share)
    assert [partner.hear(), partner.hear()] == [1, 2]
    partner.tell(10)
    assert [partner.hear(), partner.hear()] == [10, 11]
    partner.dismiss()


@on_linux
@pytest.mark.parametrize(
    "failing",
    [
        pytest.param("", id="nothing fails"),
        pytest.param("0", id="at once"),
        pytest.param("1", id="before it asks"),
        pytest.param("2", id="after it was told"),
        pytest.param("end", id="at the end"),
    ],
)
@pytest.mark.parametrize("way", ["raise ValueError", "os._exit(0)", "os.kill(os.getpid(), 9)"])
def test_a_share_is_done_though_its_process_fails(failing: str, way: str) -> None:
    made = run(FAILING.replace("WAY", way), failing)
    assert re.findall(r"\d+", made) == ["1", "2", "10", "11", "12"]


FAILING = """
import os, sys
from dissoi.briefing.partner import Forked

here, failing = os.getpid(), sys.argv[1]

def at(place):
    if place == failing and os.getpid() != here:
        WAY

def share():
    at("0")
    yield 1
    at("1")
    yield 2
    told = yield None
    yield told
    at("2")
    yield told + 1
    yield told + 2
    at("end")

partner = Forked(share)
print(partner.hear(), partner.hear())
partner.tell(10)
print(partner.hear(), partner.hear(), partner.hear())
partner.dismiss()
partner.dismiss()
try:
    os.waitpid(-1, 0)
    print("left behind")
except ChildProcessError:
    pass
"""


@on_linux
@pytest.mark.parametrize("missing", ["fork", "pipe", "second pipe"])
def test_a_share_is_done_though_no_process_can_begin(missing: str) -> None:
    assert run(REFUSED, missing).split() == ["1", "2", "10", "11", "0"]


REFUSED = """
import errno, os, sys
from dissoi.briefing.partner import Forked

pipe, pipes = os.pipe, []

def refuse():
    raise OSError(errno.EAGAIN, "Resource temporarily unavailable")

def pipe_or_none():
    if sys.argv[1] == "pipe" or pipes and sys.argv[1] == "second pipe":
        refuse()
    pipes.append(pipe())
    return pipes[-1]

os.pipe = pipe_or_none
if sys.argv[1] == "fork":
    os.fork = refuse

def share():
    yield 1
    yield 2
    told = yield None
    yield told
    yield told + 1

open_before = set(os.listdir("/proc/self/fd"))
partner = Forked(share)
print(partner.hear(), partner.hear())
partner.tell(10)
print(partner.hear(), partner.hear())
partner.dismiss()
print(len(set(os.listdir("/proc/self/fd")) - open_before))
"""


@on_linux
def test_a_process_leaves_no_file_for_python_to_close() -> None:
    command = [sys.executable, "-X", "dev", "-W", "error", "-c", ENDING]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    assert (done.stdout.split(), done.stderr) == (["1", "10"], "")


ENDING = """
import os
from dissoi.briefing.partner import Forked

def share():
    yield 1
    yield (yield None)

partner = Forked(share)
print(partner.hear())
partner.tell(10)
print(partner.hear())
os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
partner.dismiss()
"""


@on_linux
def test_a_process_works_on_though_nobody_hears_yet_and_more_than_a_pipe_holds_is_made() -> None:
    assert run(UNHEARD).split() == ["True", "12", "True"]


UNHEARD = """
import os
from dissoi.briefing.partner import Forked

done, tell_done = os.pipe()

def share():
    for number in range(12):
        yield f"{number}" * 1_000_000
    os.write(tell_done, b"!")

partner = Forked(share)
print(os.read(done, 1) == b"!")  # before the first is heard
heard = [partner.hear() for _ in range(12)]
print(len(heard), heard == [f"{number}" * 1_000_000 for number in range(12)])
partner.dismiss()
"""


@on_linux
def test_what_is_told_comes_whole_though_a_signal_comes_meanwhile() -> None:
    assert run(INTERRUPTED).split() == ["1", "1000000", "True"]


INTERRUPTED = """
import signal, time
from dissoi.briefing.partner import Forked

def share():
    yield 1
    time.sleep(0.5)
    told = yield None
    yield len(told)

partner = Forked(share)
heard = []
signal.signal(signal.SIGALRM, lambda *_: heard.append(True))
signal.setitimer(signal.ITIMER_REAL, 0.2)
partner.tell("x" * 1_000_000)
print(partner.hear(), partner.hear(), bool(heard))
partner.dismiss()
"""
