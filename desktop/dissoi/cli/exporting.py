# SPDX-License-Identifier: MIT
"""The commands that print: `dissoi export` with all its choices, and `dissoi layouts`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from dissoi.cli.arguments import FILE, OneOf, dossier_argument, force_option

if TYPE_CHECKING:
    from dissoi.briefing.content import OpenGaps
    from dissoi.briefing.options import Choice, Options
    from dissoi.dossier.dossier import Dossier


def _names(kind: str) -> Sequence[str]:
    from dissoi.briefing import options
    from dissoi.dossier.cite_styles import CiteStyle

    return tuple(each.value for each in (CiteStyle if kind == "CiteStyle" else getattr(options, kind)))


def _chosen(name: str, kind: str, told: str, *, joined: bool = False) -> Callable[[Any], Any]:
    return click.option(f"--{name}", type=OneOf(partial(_names, kind), joined=joined), help=told)


_CHOICES = (
    _chosen("layout", "LayoutName", "What is made of the brief; dissoi layouts says more.  [default: brief]"),
    _chosen("paper", "PaperName", "The paper of PDF and Word files and web pages.  [default: a4]"),
    _chosen("sections", "Section", "Which parts, in this order.  [default: all]", joined=True),
    _chosen("sides", "Sides", "The side that you speak for.  [default: both]"),
    click.option(
        "--position", "positions", type=int, multiple=True, help="A position by its number; may be repeated."
    ),
    _chosen("cites", "CiteStyle", "The style of full cites.  [default: debate]"),
    click.option("--notes/--no-notes", default=True, help="Lined pages at the end.  [default: notes]"),
    click.option("--gaps/--no-gaps", default=False, help="A last page of what is still open."),
    click.option(
        "--duplex/--one-sided",
        default=True,
        help="Margins for sheets printed on both sides.  [default: duplex]",
    ),
    click.option("--booklet", is_flag=True, help="Pages of half the paper, to fold into a booklet."),
    click.option("--grey", is_flag=True, help="Black and greys only."),
    _chosen(
        "card", "CardSize", "Speaking cards: a quarter of the paper, or 3 by 5 inches.  [default: quarter]"
    ),
    click.option("--seeded/--blank", default=True, help="Flow sheets with your claims.  [default: seeded]"),
)


def _all_choices(command: Callable[..., None]) -> Callable[..., None]:
    for choice in reversed(_CHOICES):
        command = choice(command)
    return command


@click.command()
@dossier_argument
@click.argument("output", metavar="OUTPUT", type=FILE)
@_all_choices
@click.option("--by", "made_by", metavar="NAME", default="", help="Who made it, told with the date.")
@force_option
@click.pass_context
def export(
    context: click.Context, /, *, dossier: Path, output: Path, made_by: str, force: bool, **choices: Any
) -> None:
    """Write the brief of a dossier.

    The ending of OUTPUT says how: .pdf to print, .docx for Word, .html for a browser, .md for Markdown,
    .txt for plain text.
    """
    from dissoi.briefing.content import Occasion
    from dissoi.briefing.output import ENDINGS, make_file
    from dissoi.cli.leaving import tidily
    from dissoi.identity import today
    from dissoi.storage.atomic import check_place, write_atomically
    from dissoi.storage.file import load
    from dissoi.storage.formats import debate_of

    ending = output.suffix.lower()
    if ending not in ENDINGS and not output.is_dir():
        known = ", ".join(ENDINGS)
        raise click.BadParameter(f"its name must end in one of {known}.", param_hint="OUTPUT")
    given = [name for name in choices if context.get_parameter_source(name) is ParameterSource.COMMANDLINE]
    loaded = load(dossier)
    # Nothing is written before all is made: a system that is short of memory ends a program without a word.
    check_place(output, force=force)
    with tidily():
        options = _options(loaded, ending, choices, given)
        made = make_file(
            loaded,
            ending,
            options,
            Occasion(today(), made_by, debate_of(loaded), _gaps(loaded) if options.gaps else ()),
            on_notice=lambda notice: click.echo(f"dissoi: {notice}", err=True),
            is_alone=context.obj is True,
        )
        write_atomically(output, made, force=force)


def _gaps(dossier: Dossier) -> tuple[OpenGaps, ...]:
    from dissoi.reasoning.wording import open_gaps

    return open_gaps(dossier)


def _options(dossier: Dossier, ending: str, choices: dict[str, Any], given: Sequence[str]) -> Options:
    """What was chosen; raises a wrong usage that names the option to change."""
    from dissoi.briefing.options import Choice, OptionsError, checked

    try:
        wanted = _wanted(dossier, {name: choices[name] for name in given})
        return checked(wanted, ending, [Choice(name) for name in given if name != "layout"])
    except OptionsError as error:
        raise click.BadParameter(str(error), param_hint=_flag(error.choice)) from None


def _wanted(dossier: Dossier, given: dict[str, Any]) -> Options:
    from dissoi.briefing import options
    from dissoi.briefing.options import Options, positions_named
    from dissoi.dossier.cite_styles import CiteStyle

    kinds: dict[str, Callable[[str], Any]] = {
        "layout": options.LayoutName,
        "paper": options.PaperName,
        "sides": options.Sides,
        "card": options.CardSize,
        "cites": CiteStyle,
    }
    values: dict[str, Any] = {
        name: kinds[name](value) if name in kinds else value for name, value in given.items()
    }
    if "sections" in values:
        values["sections"] = tuple(map(options.Section, values["sections"]))
    if "positions" in values:
        values["positions"] = positions_named(dossier, values["positions"])
    return Options(**values)


def _flag(choice: Choice | None) -> str:
    """The option that makes a choice, as it is typed."""
    flags = {"positions": "--position", "duplex": "--one-sided", "seeded": "--blank", "notes": "--no-notes"}
    return flags.get(choice or "layout", f"--{choice or 'layout'}")


@click.command()
def layouts() -> None:
    """List the layouts, what can be chosen about each, and as which files it is not made."""
    from dissoi.briefing.options import DESCRIPTIONS, ENDINGS, LayoutName, is_made, understood

    width = max(map(len, LayoutName)) + 2
    for name in LayoutName:
        heeded = understood(name)
        flags = [_flag(choice) for choice in type(next(iter(heeded))) if choice in heeded]
        click.echo(f"{name:<{width}}{DESCRIPTIONS[name]}")
        click.echo(f"{'':<{width}}{' '.join(flags)}")
        if lacking := [ending for ending in ENDINGS if not is_made(name, ending)]:
            click.echo(f"{'':<{width}}not as {', '.join(lacking)}")
