# SPDX-License-Identifier: MIT
"""Why a file could not be read as an article: one class per cause, each naming the file in a sentence."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import ClassVar

from dissoi.dossier.errors import DissoiError


class ReadingError(DissoiError):
    """A file or text could not be read as an article. `path` is what `str(error)` names."""

    sentence: ClassVar[str]

    def __init__(self, path: Path | str, *more: str) -> None:
        super().__init__(self.sentence.format(path, *more))
        self.path = path


class MissingArticleError(ReadingError):
    """There is no such file."""

    sentence = "“{}” does not exist."


class ArticleIsFolderError(ReadingError):
    """A folder stands where a file was meant."""

    sentence = "“{}” is a folder, not a file."


class EmptyArticleError(ReadingError):
    """The file holds nothing but white space."""

    sentence = "“{}” is empty."


class ForbiddenArticleError(ReadingError):
    """The file may not be read."""

    sentence = "There is no permission to read “{}”."


class ArticleTooLargeError(ReadingError):
    """The file is larger than any article; `more` is the limit."""

    sentence = "“{}” is larger than {}, which is more than an article can be."


class NotTextError(ReadingError):
    """The file holds something else than text."""

    sentence = "“{}” holds no text that can be read."


class UnsupportedKindError(ReadingError):
    """The file is of a kind that no reader knows yet; `more` names the kind, as in "a PDF file"."""

    sentence = "“{}” is {}, which cannot be read yet; save it as text or Markdown."


class IsDossierError(ReadingError):
    """The file is a dossier."""

    sentence = "“{}” is a dossier, not an article; open it instead."


class ArticleTroubleError(ReadingError):
    """The system reports an error of which no other class says more, in its own words."""

    sentence = "“{}” could not be read ({})."


def system_error(error: OSError, path: Path) -> ReadingError:
    """What an `OSError` met when reading `path` means."""
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return MissingArticleError(path)
    if error.errno == errno.EISDIR:
        return ArticleIsFolderError(path)
    if error.errno in {errno.EACCES, errno.EPERM}:
        return ForbiddenArticleError(path)
    return ArticleTroubleError(path, error.strerror or type(error).__name__)
