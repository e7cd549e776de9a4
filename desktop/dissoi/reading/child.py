# SPDX-License-Identifier: MIT
"""The process in which files from outside are read: `python -I -m dissoi.reading.child`.

The first line of its standard input says in JSON what is to be read; the rest is the file. Its standard
output is one answer (`answer.py`). It has little memory and time, no network, and no other file.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from importlib import import_module

from dissoi.reading.answer import answer_of, refusal_of
from dissoi.reading.detect import READERS, Kind
from dissoi.reading.errors import (
    EmptyArticleError,
    OverflowingArticleError,
    ReadingError,
    TooDeepArticleError,
    UnsupportedKindError,
)
from dissoi.reading.reading import Draft

MOST_MEMORY = 1_500_000_000
"""Bytes of address space."""
_LARGEST_FILE = 0
_FORBIDDEN = (
    # the network
    "socket.",
    "ftplib.",
    "http.",
    "imaplib.",
    "nntplib.",
    "poplib.",
    "smtplib.",
    "telnetlib.",
    "urllib.",
    "webbrowser.",
    # other programs and processes
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.kill",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.system",
    "pty.",
    "signal.pthread_kill",
    "_winapi.Create",
    "_winapi.OpenProcess",
    "_winapi.TerminateProcess",
    # files, and what they are called
    "os.chdir",
    "os.chflags",
    "os.chmod",
    "os.chown",
    "os.link",
    "os.lockf",
    "os.mkdir",
    "os.remove",
    "os.removexattr",
    "os.rename",
    "os.rmdir",
    "os.setxattr",
    "os.symlink",
    "os.truncate",
    "os.unlink",
    "os.utime",
    "shutil.",
    "sqlite3.",
    "tempfile.",
    # what could undo the limits
    "ctypes.dlopen",
    "ctypes.dlsym",
    "fcntl.",
    "mmap.",
    "os.add_dll_directory",
    "os.putenv",
    "os.unsetenv",
    "resource.",
    "sys.setprofile",
    "sys.settrace",
    "syslog.",
    "winreg.",
)
"""The beginnings of the names of Python's audit events that do not happen here.

What native code does, as PDFium and libxml2 are, raises no such events: see `docs/architecture.md`.
"""
_HARMLESS = {"socket.gethostname"}
_LISTING = {"os.listdir", "os.scandir"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def main() -> None:
    """Read one file and answer."""
    asked = json.loads(sys.stdin.buffer.readline(100_000))
    data, name = sys.stdin.buffer.read(), str(asked["name"])
    # Only the answer goes out this way, whatever a library prints.
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        out.write(_answered(Kind(asked["kind"]), data, name, int(asked["seconds"])))


def _answered(kind: Kind, data: bytes, name: str, seconds: int) -> bytes:
    try:
        limit(seconds)
        return answer_of(_draft(kind, data, name), name)
    except ReadingError as error:
        return refusal_of(error)
    except MemoryError:
        return refusal_of(OverflowingArticleError(name))
    except RecursionError:
        return refusal_of(TooDeepArticleError(name))


def _draft(kind: Kind, data: bytes, name: str) -> Draft:
    module, function = READERS[kind]
    try:
        read = getattr(import_module(module), function)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        raise UnsupportedKindError(name, f"a {kind.value.upper()} file") from None
    shut()
    draft: Draft = read(data, name)
    if not any(block.text.strip() or block.picture for block in draft.blocks):
        raise EmptyArticleError(name)
    return draft


def limit(seconds: int) -> None:
    """Take memory and time beyond the limits from this process, where the system can."""
    try:
        import resource
    except ImportError:  # Windows; there the other process counts the time
        return
    for which, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(which, (most, most))


def shut() -> None:
    """From now on this process reaches no network, starts nothing, writes no file, and reads only its own."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (_LARGEST_FILE, _LARGEST_FILE))
    with suppress(ImportError):
        import ctypes  # noqa: F401 - some packages import it late, and it opens the library of Python itself
    if os.name == "nt":
        with suppress(ImportError):
            import_module("dateutil.tz")  # it asks the registry when it is imported
    sys.dont_write_bytecode = True
    own = tuple(
        os.path.abspath(folder) + os.sep  # noqa: PTH100 - links are not followed here
        for folder in (sys.prefix, sys.base_prefix, *sys.path, "/usr/share/zoneinfo")
        if folder
    )

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            path, _mode, flags = arguments
            if isinstance(path, str | bytes) and not _may_open(os.fsdecode(path), flags, own):
                raise PermissionError("a reader opens no files")
        elif event in _LISTING:
            folder = arguments[0]
            if not (isinstance(folder, str | bytes) and _is_own(os.fsdecode(folder), own)):
                raise PermissionError("a reader lists no folders")
        elif event.startswith(_FORBIDDEN) and event not in _HARMLESS:
            raise PermissionError("a reader reaches nothing but its file")

    sys.addaudithook(watch)


def _may_open(path: str, flags: object, own: tuple[str, ...]) -> bool:
    if path in {os.devnull, "/etc/localtime"}:
        return True
    is_writing = isinstance(flags, int) and bool(flags & _WRITING)
    return not is_writing and _is_own(path, own)


def _is_own(path: str, own: tuple[str, ...]) -> bool:
    return (os.path.abspath(path) + os.sep).startswith(own)  # noqa: PTH100 - the hook must open nothing


if __name__ == "__main__":
    main()
