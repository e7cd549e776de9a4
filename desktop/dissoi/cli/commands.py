# SPDX-License-Identifier: MIT
"""The commands of `dissoi`: what each takes, and which rooms it puts to work.

The rooms are imported inside the commands, so that starting the program waits for none of them.
"""

from __future__ import annotations

import gc
import os
import shutil
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dissoi import __version__
from dissoi.cli.arguments import FILE, dossier_argument, force_option
from dissoi.cli.debating import formats, speeches
from dissoi.cli.errors import FormFileError, NoDisplayError, NoSuchFileOrCommandError
from dissoi.cli.exporting import export, layouts
from dissoi.cli.speaking import NOT_DONE, FileOrCommand, say

if TYPE_CHECKING:
    from dissoi.dossier.attachments import Attachment
    from dissoi.dossier.dossier import Dossier
    from dissoi.dossier.edits import Edit
    from dissoi.dossier.errors import DissoiError
    from dissoi.reading.reading import Reading
    from dissoi.storage.file import Contents

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
        raise NoSuchFileOrCommandError(file)
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
    readings = _read(articles)
    for reading in readings:
        made = add_article(reading.article).run(made)
    create(dossier, made, *_attached(readings), force=force)


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


def _read(files: tuple[Path, ...]) -> list[Reading]:
    """The articles in files, all of them before anything is written."""
    if not files:
        return []
    from dissoi.identity import new_id, today
    from dissoi.reading import read

    return [read(file, new_id, today=today()) for file in files]


def _readable(files: tuple[Path, ...]) -> tuple[list[Reading], list[DissoiError]]:
    """The articles in those files that can be read, and why others cannot. Raises that where none can."""
    from dissoi.dossier.errors import DissoiError

    readings: list[Reading] = []
    troubles: list[DissoiError] = []
    for file in files:
        try:
            readings += _read((file,))
        except DissoiError as error:
            troubles.append(error)
    if not readings:
        for trouble in troubles[:-1]:
            say(str(trouble))
        raise troubles[-1]
    return readings, troubles


def _attached(readings: list[Reading]) -> tuple[Attachment, ...]:
    return tuple(each for reading in readings for each in reading.attachments)


def _editing(dossier: Path) -> AbstractContextManager[Contents]:
    """The dossier in a file, for this program alone. Raises why it cannot be changed."""
    from dissoi.identity import now
    from dissoi.storage.lock import this_owner
    from dissoi.storage.opening import editing

    return editing(dossier, this_owner(now()))


def _commit(found: Contents, edit: Edit, attachments: tuple[Attachment, ...]) -> None:
    """Make an edit and write what it changes, with the files that come with it."""
    from dissoi.dossier.change import difference
    from dissoi.identity import now
    from dissoi.storage.file import Commit, append

    if change := difference(found.dossier, edit.run(found.dossier), edit.label):
        append(found.head, Commit(change, now(), attachments))


@program.command()
@dossier_argument
@click.argument("files", metavar="FILE...", type=FILE, nargs=-1, required=True)
def add(dossier: Path, files: tuple[Path, ...]) -> None:
    """Add articles to a dossier.

    What cannot be read is told, and the rest is added; the exit status is 1 then.
    """
    from dissoi.dossier.article_edits import add_article
    from dissoi.dossier.edits import together

    readings, troubles = _readable(files)
    edit = together("Add Article", *(add_article(each.article) for each in readings))
    with _editing(dossier) as found:
        _commit(found, edit, _attached(readings))
    for trouble in troubles:
        say(str(trouble))
    if troubles:
        raise click.exceptions.Exit(NOT_DONE)


@program.command()
@dossier_argument
@click.argument("article")
@click.argument("file", type=FILE)
@click.option("--force", is_flag=True, help="Replace it even if most passages are not surely found.")
def replace(*, dossier: Path, article: str, file: Path, force: bool) -> None:
    """Replace an article by another copy of it, and find its passages again.

    ARTICLE is its number, counted from 1, or its id. Its title, authors and other details stay. Passages
    that are not surely found keep their words and are listed. Nothing is replaced where these are more
    than half, unless --force is given.
    """
    from dissoi.cli.errors import NotACopyError
    from dissoi.cli.replacing import article_named, replanting_text
    from dissoi.dossier.replanting import replanted
    from dissoi.dossier.text_edits import as_replacement, replace_article

    copy = _read((file,))[0]
    with _editing(dossier) as found:
        old = article_named(found.dossier, article)
        new = as_replacement(old, copy.article)
        replanting = replanted(found.dossier, old, new.blocks)
        if replanting.is_doubtful and not force:
            raise NotACopyError(file, old.title, replanting.lost, len(replanting.passages))
        _commit(found, replace_article(new, replanting), copy.attachments)
    click.echo(replanting_text(replanting), nl=False)


@program.command()
@dossier_argument
@click.argument("article")
@click.argument("output", type=FILE)
@force_option
def original(*, dossier: Path, article: str, output: Path, force: bool) -> None:
    """Save the file that an article was read from, byte for byte.

    ARTICLE is its number, counted from 1, or its id.
    """
    from dissoi.cli.errors import NoOriginalError
    from dissoi.cli.replacing import article_named
    from dissoi.storage.atomic import write_atomically
    from dissoi.storage.file import load, read_attachment

    record = article_named(load(dossier), article)
    kept = read_attachment(dossier, record.original) if record.original else None
    if kept is None:
        raise NoOriginalError(record.title)
    write_atomically(output, kept.data, force=force)


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


@program.command()
@dossier_argument
@click.argument("article", required=False)
def suggest(*, dossier: Path, article: str | None) -> None:
    """Print who holds what, as the articles of a dossier show it; nothing is written.

    ARTICLE is the number of an article, or a part of its title; without it all are read.
    """
    from dissoi.cli.suggesting import suggestions_text
    from dissoi.storage.file import load

    click.echo(suggestions_text(load(dossier), article or ""), nl=False)


program.add_command(export)
program.add_command(layouts)
program.add_command(formats)
program.add_command(speeches)


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
    click.echo(text if sys.stdout.isatty() else text.encode(), nl=False)
