# SPDX-License-Identifier: MIT
"""The commands about debates: `dissoi formats` and `dissoi speeches`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dissoi.cli.arguments import FILE, dossier_argument, force_option
from dissoi.cli.errors import FormatExistsError, UnknownFormatError

if TYPE_CHECKING:
    from dissoi.dossier.debate import DebateFormat


@click.command()
@click.argument("name", required=False)
@click.option("--add", "added", metavar="FILE.toml", type=FILE, help="Add a format file of your own first.")
@force_option
def formats(*, name: str | None, added: Path | None, force: bool) -> None:
    """List the debate formats, or show the speeches of one.

    With --add, a copy of a format file is kept among your own, and its speeches are shown.
    """
    from dissoi.cli.debate import format_text, formats_text
    from dissoi.cli.speaking import say
    from dissoi.storage.errors import AlreadyExistsError
    from dissoi.storage.formats import add_format, load_formats

    if added is not None:
        try:
            new = add_format(added, force=force)
        except AlreadyExistsError:
            raise FormatExistsError(added.stem) from None
        click.echo(format_text(new), nl=False)
        if name is None:
            return
    found = load_formats()
    for trouble in found.troubles:
        say(trouble)
    if name is None:
        click.echo(formats_text(found.known), nl=False)
        return
    wanted = name.casefold()
    chosen = next((each for each in found.known.values() if wanted in _names_of(each)), None)
    if chosen is None:
        raise UnknownFormatError(name)
    click.echo(format_text(chosen), nl=False)


def _names_of(debate: DebateFormat) -> tuple[str, str]:
    """What a format may be called: by its file, or by its name."""
    return debate.key.casefold(), debate.name.casefold()


def _sayable(_context: click.Context, _option: click.Parameter, pace: int | None) -> int | None:
    """The pace, if anybody can speak at it."""
    from dissoi.dossier.records import PACES

    slowest, fastest = PACES
    if pace is not None and not slowest <= pace <= fastest:
        raise click.BadParameter(f"speeches are timed at {slowest} to {fastest} words a minute.")
    return pace


@click.command()
@dossier_argument
@click.option(
    "--pace",
    type=int,
    metavar="WORDS",
    callback=_sayable,
    help="Words a minute, in place of what the dossier says (150).",
)
@click.option("--json", "as_json", is_flag=True, help="Print the plan as JSON, with times in seconds.")
def speeches(*, dossier: Path, pace: int | None, as_json: bool) -> None:
    """Print who says what in which speech, with the time it takes and the time there is.

    Times are estimated from words. What no speech says yet is listed last.
    """
    from dissoi.cli.speech_plan import plan_data, plan_text
    from dissoi.dossier.speech_plan import set_pace
    from dissoi.storage.file import load
    from dissoi.storage.formats import debate_of

    loaded = load(dossier)
    if pace is not None:
        loaded = set_pace(pace).run(loaded)
    debate = debate_of(loaded)
    if as_json:
        data = json.dumps(plan_data(loaded, debate), ensure_ascii=False, indent=2)
        click.echo(f"{data}\n".encode(), nl=False)
    else:
        click.echo(plan_text(loaded, debate), nl=False)
