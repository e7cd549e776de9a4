# SPDX-License-Identifier: MIT
"""A program that edits a dossier until it is killed; test_kill.py runs it.

Each line it reads, "PATH ROUND", makes it fork a process that opens PATH, makes the edits of that ROUND one
after the other, and prints "saved N" whenever the first N of them are said to be on the disk. Between the
rounds it prints the process's id, and "over" when that has ended.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from dissoi.dossier import edits
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import Edit
from dissoi.dossier.records import RecordId, Side
from dissoi.dossier.session import Session
from dissoi.identity import now
from dissoi.storage.lock import this_owner
from dissoi.storage.opening import open_dossier
from dissoi.storage.saver import Saver, SaveState, Saving, Timing

EDITS = 2000


def edits_in(round_: int, session: Session) -> Iterator[None]:
    """Make edits, the same in every run of a round: typing, and now and then something else."""
    chance = Random(round_)
    for number in range(EDITS):
        session.apply(_edit(chance, session.dossier, RecordId(f"{round_}-{number}")))
        yield


def _edit(chance: Random, dossier: Dossier, new: RecordId) -> Edit:
    known = [each.id for each in dossier.arguments]
    if not dossier.positions:
        return edits.add_position(new, "Send a force")
    if not known or chance.random() < 0.05:
        parent = chance.choice([dossier.positions[0].id, *known])
        return edits.add_argument(new, parent, chance.choice(list(Side)), "New")
    if chance.random() < 0.03:
        return edits.remove_argument(chance.choice(known))
    length = chance.choice((1, 20, 400, 8000))
    return edits.write_reasoning(known[-1], f"{new} " + "because 👩‍👩‍👧 " * length)


def tell(text: str) -> None:
    os.write(1, f"{text}\n".encode())


def edit(path: Path, round_: int) -> None:
    """Open, edit and save, telling what is saved."""
    opened = open_dossier(path, this_owner(now()))
    assert opened.lock is not None, opened.read_only

    def on_state(state: SaveState) -> None:
        tell(f"saved {state.committed}" if state.saving is not Saving.FAILED else f"failed {state.error}")

    session = Session(opened.dossier)
    saver = Saver(opened.head, on_state, timing=Timing(pause=0.002, longest=0.01))
    session.listen(saver.hear)
    for _ in edits_in(round_, session):
        time.sleep(0.0003)
    saver.close()
    tell("done")
    time.sleep(60)


def main() -> None:
    """Serve one round after the other."""
    for line in sys.stdin:
        path, _, round_ = line.rstrip("\n").rpartition(" ")
        child = os.fork()
        if not child:
            edit(Path(path), int(round_))
            os._exit(1)
        tell(f"process {child}")
        os.waitpid(child, 0)
        tell("over")


if __name__ == "__main__":
    main()
