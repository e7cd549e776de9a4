# SPDX-License-Identifier: MIT
"""The commands about articles: `dissoi add`, `replace`, `original` and `suggest`."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dissoi.cli.arguments import FILE, OneOf, dossier_argument, force_option
from dissoi.cli.speaking import NOT_DONE, say

if TYPE_CHECKING:
    from dissoi.dossier.attachments import Attachment
    from dissoi.dossier.dossier import Dossier
    from dissoi.dossier.edits import Edit
    from dissoi.dossier.errors import DissoiError
    from dissoi.dossier.records import Article
    from dissoi.reading.reading import Reading
    from dissoi.storage.file import Contents


def _kinds() -> tuple[str, ...]:
    from dissoi.dossier.records import ArticleKind

    return tuple(each.value for each in ArticleKind)


@click.command()
@dossier_argument
@click.argument("files", metavar="FILE...", type=FILE, nargs=-1, required=True)
@click.option(
    "--kind", type=OneOf(_kinds), help="What kind of work they are.  [default: what each file says]"
)
@click.option("--force", is_flag=True, help="Add also what seems to be another copy of an article.")
def add(*, dossier: Path, files: tuple[Path, ...], kind: str | None, force: bool) -> None:
    """Add articles to a dossier.

    What cannot be read, or seems to be another copy of an article already there, is told, and the rest is
    added; the exit status is 1 then.
    """
    from dissoi.dossier.article_edits import add_article
    from dissoi.dossier.edits import together

    readings, troubles = _readable(files)
    with _editing(dossier) as found:
        if not force:
            readings, copies = _without_copies(found.dossier, readings)
            troubles += copies
        articles = (_of_kind(each.article, kind) for each in readings)
        edit = together("Add Article", *map(add_article, articles))
        _commit(found, edit, attached(readings))
    for trouble in troubles:
        say(str(trouble))
    if troubles:
        raise click.exceptions.Exit(NOT_DONE)


@click.command()
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

    copy = read((file,))[0]
    with _editing(dossier) as found:
        old = article_named(found.dossier, article)
        new = as_replacement(old, copy.article)
        replanting = replanted(found.dossier, old, new.blocks)
        if replanting.is_doubtful and not force:
            raise NotACopyError(file, old.title, replanting.lost, len(replanting.passages))
        _commit(found, replace_article(new, replanting), copy.attachments)
    click.echo(replanting_text(replanting), nl=False)


@click.command()
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


@click.command()
@dossier_argument
@click.argument("article", required=False)
def suggest(*, dossier: Path, article: str | None) -> None:
    """Print who holds what, as the articles of a dossier show it; nothing is written.

    ARTICLE is its number, counted from 1, or its id; without it all are read.
    """
    from dissoi.cli.replacing import article_named
    from dissoi.cli.suggesting import suggestions_text
    from dissoi.storage.file import load

    loaded = load(dossier)
    chosen = loaded.articles if article is None else (article_named(loaded, article),)
    click.echo(suggestions_text(loaded, chosen), nl=False)


def read(files: tuple[Path, ...]) -> list[Reading]:
    """The articles in files, all of them before anything is written."""
    if not files:
        return []
    from dissoi.identity import new_id, today
    from dissoi.reading import read as read_article

    return [read_article(file, new_id, today=today()) for file in files]


def _of_kind(article: Article, kind: str | None) -> Article:
    """The article as a work of a kind; without one it stays what its file says."""
    from dissoi.dossier.records import ArticleKind

    return article.model_copy(update={"sort": ArticleKind(kind)}) if kind else article


def _readable(files: tuple[Path, ...]) -> tuple[list[Reading], list[DissoiError]]:
    """The articles in those files that can be read, and why others cannot. Raises that where none can."""
    from dissoi.dossier.errors import DissoiError

    readings: list[Reading] = []
    troubles: list[DissoiError] = []
    for file in files:
        try:
            readings += read((file,))
        except DissoiError as error:
            troubles.append(error)
    if not readings:
        for trouble in troubles[:-1]:
            say(str(trouble))
        raise troubles[-1]
    return readings, troubles


def _without_copies(dossier: Dossier, readings: list[Reading]) -> tuple[list[Reading], list[DissoiError]]:
    """What was read but for other copies of articles that are there or come with it; and why not those."""
    from dissoi.cli.errors import CopyError
    from dissoi.dossier.article_edits import add_article
    from dissoi.dossier.text_edits import likely_copy

    fresh: list[Reading] = []
    copies: list[DissoiError] = []
    for each in readings:
        other = likely_copy(dossier, each.article)
        if other is None:
            fresh.append(each)
            dossier = add_article(each.article).run(dossier)
        else:
            copies.append(CopyError(each.article.title, dossier.articles.index(other) + 1, other.title))
    return fresh, copies


def attached(readings: list[Reading]) -> tuple[Attachment, ...]:
    """The files that came with what was read."""
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
