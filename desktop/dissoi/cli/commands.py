# SPDX-License-Identifier: MIT
"""The commands of `dissoi`: what each takes, and which rooms it puts to work.

The rooms are imported inside the commands, so that starting the program waits for none of them.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dissoi import __version__
from dissoi.cli.arguments import FILE, dossier_argument, force_option
from dissoi.cli.articles import add, attached, original, read, replace, suggest
from dissoi.cli.debating import formats, speeches
from dissoi.cli.errors import FormFileError, NoDisplayError, NoSuchFileOrCommandError
from dissoi.cli.exporting import export, layouts
from dissoi.cli.speaking import FileOrCommand, nearest

if TYPE_CHECKING:
    from dissoi.dossier.dossier import Dossier

_WIDEST = 100
"""Characters in a line of an outline, however wide the terminal."""
_FILE_OR_STDIN = click.Path(path_type=Path, readable=False, allow_dash=True)
_HELP = {"help_option_names": ["-h", "--help"], "max_content_width": _WIDEST}


@click.group(
    cls=FileOrCommand,
    invoke_without_command=True,
    context_settings=_HELP,
    options_metavar="[--version]",
    subcommand_metavar="[FILE | COMMAND ...]",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def program(context: click.Context) -> None:
    """Prepare both sides of a debate beside the articles they rest on.

    With a FILE, opens the window on it: a dossier, or an article, about which a new dossier is begun.
    Without anything, opens the window's welcome page. A file that is called like one of the commands
    can be given as ./new.
    """
    if context.invoked_subcommand is None:
        context.exit(_open_window(None))


@click.command
@click.argument("file", type=FILE)
@click.pass_context
def opener(context: click.Context, file: Path) -> None:
    """Open the window on a dossier or an article."""
    if not os.path.lexists(file):
        raise NoSuchFileOrCommandError(file, nearest(file.name, program.commands))
    context.exit(_open_window(file))


program.opener = opener


def _open_window(file: Path | None) -> int:
    """Show the window until it is closed; returns the exit status."""
    from dissoi.cli.display import why_no_window

    if reason := why_no_window(os.environ):
        raise NoDisplayError(reason)
    # Nothing that is loaded for the window is garbage. `run` has it collected once the window is there.
    gc.disable()
    try:
        from dissoi.gui.app import run

        return run(file)
    finally:
        gc.enable()


@program.command()
@dossier_argument
@click.option("--question", metavar="TEXT", help="The question of the debate.")
@click.option(
    "--article", "articles", metavar="FILE", type=FILE, multiple=True, help="An article; may be repeated."
)
@click.option(
    "--from",
    "source",
    metavar="FILE.json",
    type=_FILE_OR_STDIN,
    help="Begin with a dossier in the interchange form; - reads it from standard input.",
)
@force_option
def new(
    *, dossier: Path, question: str | None, articles: tuple[Path, ...], source: Path | None, force: bool
) -> None:
    """Make a new dossier."""
    from dissoi.dossier.article_edits import add_article
    from dissoi.dossier.edits import ask_question
    from dissoi.storage.file import create

    made = _dossier_from(source) if source else _empty()
    if question is not None:
        made = ask_question(question).run(made)
    readings = read(articles)
    for reading in readings:
        made = add_article(reading.article).run(made)
    create(dossier, made, *attached(readings), force=force)


def _empty() -> Dossier:
    from dissoi.dossier.dossier import Dossier

    return Dossier().with_records(Dossier().question)


def _dossier_from(source: Path) -> Dossier:
    """The dossier in a file of the interchange form; "-" is standard input."""
    from dissoi.exchange.errors import InterchangeError
    from dissoi.exchange.interchange import dossier_from
    from dissoi.identity import new_id
    from dissoi.storage.errors import read_error

    try:
        data = sys.stdin.buffer.read() if str(source) == "-" else source.read_bytes()
        return dossier_from(data, new_id)
    except InterchangeError as error:
        raise FormFileError(source, error) from error
    except OSError as error:
        raise read_error(error, source) from error


@program.command()
@dossier_argument
@click.option("--json", "as_json", is_flag=True, help="Print the interchange form, with ids and offsets.")
def show(*, dossier: Path, as_json: bool) -> None:
    """Print the outline of a dossier, with crossfire questions and what is planned for speeches."""
    from dissoi.storage.file import load

    loaded = load(dossier)
    if as_json:
        from dissoi.exchange.interchange import interchange_text

        _print_json(interchange_text(loaded))
    else:
        import shutil

        from dissoi.cli.outline import outline
        from dissoi.storage.formats import debate_of

        width = min(_WIDEST, shutil.get_terminal_size().columns)
        click.echo(outline(loaded, width, debate_of(loaded)), nl=False)


@program.command()
@dossier_argument
def check(dossier: Path) -> None:
    """Print what a dossier lacks.

    Lists claims without evidence, unanswered attacks, incomplete citations, passages not found, and
    other gaps.
    """
    from dissoi.cli.findings import findings_text
    from dissoi.reasoning.checks import gaps
    from dissoi.storage.file import load

    loaded = load(dossier)
    click.echo(findings_text(loaded, gaps(loaded)), nl=False)


@program.command("history")
@dossier_argument
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
def history_command(*, dossier: Path, as_json: bool) -> None:
    """Print what was done to a dossier and when, newest first."""
    from dissoi.cli.past import history_data, history_text
    from dissoi.storage.history import history

    entries = history(dossier)
    if as_json:
        data = json.dumps(history_data(entries), ensure_ascii=False, indent=2)
        click.echo(f"{data}\n".encode(), nl=False)
    else:
        click.echo(history_text(entries), nl=False)


for _command in (add, replace, original, suggest, export, layouts, formats, speeches):
    program.add_command(_command)


@program.command()
@dossier_argument
@force_option
def sample(*, dossier: Path, force: bool) -> None:
    """Write the sample dossier."""
    from dissoi.exchange.interchange import dossier_from
    from dissoi.identity import new_id
    from dissoi.resources import sample_text
    from dissoi.storage.file import create

    create(dossier, dossier_from(sample_text(), new_id), force=force)


@program.command()
def schema() -> None:
    """Print the JSON Schema of the interchange form."""
    import json

    from dissoi.exchange.interchange import schema as schema_of_the_form

    _print_json(json.dumps(schema_of_the_form(), ensure_ascii=False, indent=2) + "\n")


def _print_json(text: str) -> None:
    """Print JSON: to a program always in UTF-8, as JSON is exchanged, whatever the system's encoding."""
    click.echo(text if sys.stdout and sys.stdout.isatty() else text.encode(), nl=False)
