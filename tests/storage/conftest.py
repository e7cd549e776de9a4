# SPDX-License-Identifier: MIT
"""Folders and users for the tests of files."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from dissoi.dossier.dossier import Dossier
from dissoi.dossier.passages import passage_at
from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import (
    QUESTION_ID,
    Argument,
    Article,
    Evidence,
    Position,
    Question,
    RecordId,
    Side,
)

NOBODY = 65534
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
"""Where files of properties are tried many times over: in memory, if the system has such a folder."""
Unprivileged = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that every user may read and write."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    for each in (folder, *folder.rglob("*")):
        each.chmod(0o777)
    shutil.rmtree(folder)


@pytest.fixture
def unprivileged() -> Unprivileged:
    """A context in which permissions count, even when the tests are run by root."""
    if not hasattr(os, "setresuid"):
        pytest.skip("this system has no such permissions")

    @contextmanager
    def as_nobody() -> Iterator[None]:
        real, effective, saved = os.getresuid()
        if effective == 0:
            os.setresuid(NOBODY, NOBODY, 0)
        try:
            yield
        finally:
            os.setresuid(real, effective, saved)

    return as_nobody


@pytest.fixture
def dossier() -> Dossier:
    """A small dossier that has a record of most kinds."""
    article = Article(
        id=RecordId("article"),
        title="A force",
        blocks=(plain_block("Send 👩‍👩‍👧 a force."), plain_block("Or none; שלום.")),
        order="4",
    )
    return Dossier.of(
        [
            Question(id=QUESTION_ID, text="Should Europe send a force?", background="*After* a ceasefire"),
            article,
            passage_at(article, 0, 17, RecordId("passage")),
            Position(id=RecordId("position"), statement="Send one", order="4"),
            Argument(id=RecordId("argument"), parent=RecordId("position"), side=Side.PRO, order="4"),
            Argument(id=RecordId("answer"), parent=RecordId("argument"), side=Side.CON, order="4"),
            Evidence(id=RecordId("evidence"), argument=RecordId("argument"), passages=(RecordId("passage"),)),
        ]
    )
