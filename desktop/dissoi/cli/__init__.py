# SPDX-License-Identifier: MIT
"""The front end without a window: the command `dissoi`.

Importing it loads click and nothing heavier; each command imports what it needs when it runs.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

import click

from dissoi.cli.commands import program
from dissoi.cli.homeless import give_home
from dissoi.cli.speaking import INTERRUPTED, NOT_DONE, TOO_LITTLE_MEMORY, say, say_unwritten
from dissoi.dossier.errors import is_of_memory

__all__ = ["main", "run"]


def run() -> int:
    """Run the command `dissoi` as all that a process does; returns its exit status.

    Little of what a command makes is garbage before it ends, and the system takes back all memory at once:
    to look for garbage, meanwhile and at the end, would take a tenth of the time of a short brief. The
    window, which stays longer, has it collected.
    """
    gc.disable()
    give_home(os.environ)
    try:
        return main(is_alone=True)
    finally:
        gc.freeze()


def main(arguments: Sequence[str] | None = None, *, is_alone: bool = False) -> int:
    """Run the command `dissoi`; returns its exit status: 0 done, 1 could not be done, 2 wrong usage.

    `is_alone` says that the process does nothing else.
    """
    if isinstance(sys.stdout, TextIOWrapper):
        # Rather a question mark in a terminal of few letters than no outline at all.
        sys.stdout.reconfigure(errors="replace")
    try:
        result: object = program.main(arguments, prog_name="dissoi", standalone_mode=False, obj=is_alone)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return INTERRUPTED
    except OSError as error:
        # What is printed in place of a command, such as the help.
        say_unwritten(error)
        return NOT_DONE
    except Exception as error:
        if is_of_memory(error):
            say(TOO_LITTLE_MEMORY)
            return NOT_DONE
        if sys.flags.dev_mode:
            raise
        say(f"Something went wrong that Dissoi did not foresee ({type(error).__name__}: {error}).")
        return NOT_DONE
    return result if isinstance(result, int) else 0
