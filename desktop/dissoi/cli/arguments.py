# SPDX-License-Identifier: MIT
"""Arguments and options that several commands take, and a choice of names that are loaded when asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import click

from dissoi.cli.errors import OverwritingError
from dissoi.dossier.errors import DissoiError

_P = ParamSpec("_P")
_R = TypeVar("_R")

# What is wrong with a file is found out by whoever opens it: it is no wrong usage.
FILE = click.Path(path_type=Path, readable=False)

dossier_argument = click.argument("dossier", type=FILE)


def force_option(run: Callable[_P, _R]) -> Callable[_P, _R]:
    """Give a command that writes a file the option --force, which is told of where one is there already."""

    @wraps(run)
    def told(*args: _P.args, **options: _P.kwargs) -> _R:
        try:
            return run(*args, **options)
        except DissoiError as error:
            from dissoi.storage.errors import AlreadyExistsError

            if isinstance(error, AlreadyExistsError):
                raise OverwritingError(error) from error
            raise

    return click.option("--force", is_flag=True, help="Overwrite the file if it exists.")(told)


if TYPE_CHECKING:
    _Type = click.ParamType[Any]
else:
    _Type = click.ParamType


class OneOf(_Type):
    """One of some names, which a function loads: the program starts without the rooms that know them.

    `joined` takes several with commas between.
    """

    name = "choice"

    def __init__(self, names: Callable[[], Sequence[str]], *, joined: bool = False) -> None:
        self._names = names
        self._joined = joined

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002
        """The names, as help shows them."""
        return f"[{'|'.join(self._names())}]{',…' if self._joined else ''}"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str | tuple[str, ...]:
        """The names that were given."""
        given = (
            [each.strip().lower() for each in str(value).split(",")] if self._joined else [str(value).lower()]
        )
        names = list(self._names())
        for each in given:
            if each not in names:
                self.fail(f"“{each}” is not one of {', '.join(names)}.", param, ctx)
        return tuple(given) if self._joined else given[0]
