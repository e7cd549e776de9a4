# SPDX-License-Identifier: MIT
"""How the command line speaks: plain results on stdout, one line on stderr when something failed."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from typing import Any

import click

from dissoi.dossier.errors import DissoiError, is_of_memory

NOT_DONE = 1
INTERRUPTED = 130
"""128 and the number of the signal, as shells count."""
TOO_LITTLE_MEMORY = "There is too little memory for this."
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")


def printable(text: str) -> str:
    """A text on one line and without controls, so that nothing a file holds can steer the terminal."""
    return _CONTROLS.sub("\ufffd", " ".join(text.split()))


def say(sentence: str) -> None:
    """Tell on stderr, in one line, what could not be done."""
    click.echo(f"dissoi: {printable(sentence)}", err=True)


def say_unwritten(error: OSError) -> None:
    """Tell what could not be read or written: a file, or the output, which then is not tried again."""
    name = f"“{error.filename}”" if error.filename else "The output"
    told = f"{name} could not be read or written ({error.strerror or type(error).__name__})."
    say(TOO_LITTLE_MEMORY if is_of_memory(error) else told)
    try:
        if sys.stdout:
            sys.stdout.flush()
    except OSError:
        _write_no_more()


def _write_no_more() -> None:
    """Have what stdout still holds vanish: Python would complain when it flushes stdout at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def nearest(typed: str, commands: Iterable[str]) -> str:
    """A sentence, and a space before it, that names the command nearest to what was typed; "" for none."""
    from difflib import get_close_matches

    found = get_close_matches(typed, list(commands), 1)
    return f" Did you mean “{found[0]}”?" if found else ""


class FileOrCommand(click.Group):
    """A group of commands whose first argument may also be a file: what is no command is opened.

    A file that is called like a command can be given as ./new. Errors that a person can do something
    about end the program with one line on stderr and no traceback.
    """

    def __init__(self, *args: Any, **keywords: Any) -> None:
        super().__init__(*args, **keywords)
        self.opener: click.Command | None = None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name, else the one that opens a file."""
        if args[0] in self.commands or self.opener is None:
            return super().resolve_command(ctx, args)
        if len(args) > 1:
            meant = nearest(args[0], self.commands)
            ctx.fail(f"“{args[0]}” is not a command, and a file to open stands alone.{meant}")
        return "", self.opener, args

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, and word what goes wrong."""
        try:
            result = super().invoke(ctx)
            if sys.stdout:
                # There is none where it was closed, or where a window is opened without a terminal.
                sys.stdout.flush()
        except DissoiError as error:
            say(str(error))
        except BrokenPipeError:
            # Who read along has seen enough.
            _write_no_more()
            raise click.exceptions.Exit(0) from None
        except OSError as error:
            say_unwritten(error)
        except KeyboardInterrupt:
            raise click.exceptions.Exit(INTERRUPTED) from None
        else:
            return result
        raise click.exceptions.Exit(NOT_DONE)
