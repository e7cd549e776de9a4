# SPDX-License-Identifier: MIT
"""What only the command line can run into."""

from __future__ import annotations

from pathlib import Path

from dissoi.dossier.errors import DissoiError


class NoDisplayError(DissoiError):
    """No window can open here."""


class NoSuchFileOrCommandError(DissoiError):
    """The first argument is neither a file nor a command; `meant` is a sentence on which may be meant."""

    def __init__(self, name: Path, meant: str) -> None:
        # A name with an ending or a folder was meant as a file; a bare word may be a mistyped command.
        is_file = bool(name.suffix) or len(name.parts) > 1
        neither = f"is neither a file nor a command.{meant} See dissoi --help."
        sentence = "does not exist." if is_file else neither
        super().__init__(f"“{name}” {sentence}")


class NoSuchArticleError(DissoiError):
    """An article was named that the dossier does not have."""

    def __init__(self, name: str, count: int) -> None:
        have = {0: "The dossier has no articles", 1: "The dossier has one article"}
        super().__init__(f"There is no article “{name}”. {have.get(count, f'It has {count} articles')}.")


class NotACopyError(DissoiError):
    """A file was to replace an article, and hardly a passage of the article is in it."""

    def __init__(self, file: Path, title: str, lost: int, count: int) -> None:
        passages = "The one passage was" if count == 1 else f"{lost} of {count} passages were"
        super().__init__(
            f"{passages} not surely found in “{file.name}”, so it is hardly another copy of “{title}”. "
            "Nothing was changed. --force replaces the article all the same."
        )


class CopyError(DissoiError):
    """What was to be added seems to be another copy of the article with this number."""

    def __init__(self, title: str, number: int, other: str) -> None:
        super().__init__(
            f"“{title}” seems to be another copy of article {number}, “{other}”, and was not added. "
            "dissoi replace puts it in its place; --force adds it all the same."
        )


class OverwritingError(DissoiError):
    """A file is there already, and nobody said that it is to be overwritten."""

    def __init__(self, error: DissoiError) -> None:
        super().__init__(f"{error} --force overwrites it.")


class FormatExistsError(DissoiError):
    """There is a debate format of this name among the user's own."""

    def __init__(self, name: str) -> None:
        super().__init__(f"You have a debate format “{name}” already. --force replaces it.")


class FormFileError(DissoiError):
    """A file in the interchange form has an error; the sentence names the file and the place."""

    def __init__(self, path: Path, error: DissoiError) -> None:
        super().__init__(f"{path}: {error}")


class UnknownFormatError(DissoiError):
    """No debate format has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no debate format “{name}”. dissoi formats lists them.")


class NoOriginalError(DissoiError):
    """The file that an article was read from is not kept."""

    def __init__(self, title: str) -> None:
        super().__init__(f"The file that “{title}” was read from is not kept in this dossier.")
