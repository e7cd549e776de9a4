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
        self.more = more


class MissingArticleError(ReadingError):
    """There is no such file."""

    sentence = "“{}” does not exist."


class ArticleIsFolderError(ReadingError):
    """A folder stands where a file was meant."""

    sentence = "“{}” is a folder, not a file."


class ArticleIsSpecialError(ReadingError):
    """A device or a pipe stands where a file was meant; reading it could take for ever."""

    sentence = "“{}” is a device or a pipe, not a file."


class EmptyArticleError(ReadingError):
    """The file holds nothing but white space."""

    sentence = "“{}” is empty."


class ScannedArticleError(ReadingError):
    """The pages are pictures, or drawings of letters."""

    sentence = "“{}” has no text that can be read, only pictures of it; have its text recognised (OCR) first."


class IllegibleArticleError(ReadingError):
    """The file does not say which letters the signs on its pages are."""

    sentence = (
        "“{}” shows letters but does not say which they are, so that only nonsense could be read; "
        "have its text recognised (OCR) first."
    )


class FormArticleError(ReadingError):
    """What the file shows is made by a program in it (XFA); its pages ask for another viewer."""

    sentence = "“{}” is a form that only Adobe’s own program can show; print it to a PDF file there first."


class NoPagesError(ReadingError):
    """A document without a page."""

    sentence = "“{}” has no pages."


class TooManyPagesError(ReadingError):
    """A document has more pages than are read; `more` is the limit."""

    sentence = "“{}” has more than {} pages, which is more than an article can be."


class MissingPartError(ReadingError):
    """A Word file or e-book lacks the part that holds its text; `more` names the part."""

    sentence = "“{}” lacks its {}, and cannot be read."


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
    """The file is of a kind that no reader knows; `more` names the kind, as in "a picture"."""

    sentence = "“{}” is {}, which cannot be read; save it as a PDF file, web page or text."


class IsDossierError(ReadingError):
    """The file is a dossier."""

    sentence = "“{}” is a dossier, not an article; open it instead."


class DamagedArticleError(ReadingError):
    """The file is not what its kind asks for: cut off, or spoiled."""

    sentence = "“{}” is damaged or incomplete and cannot be read."


class ProtectedArticleError(ReadingError):
    """A password or a copy protection keeps the file closed."""

    sentence = "“{}” is protected by a password or against copying, and cannot be read."


class OverflowingArticleError(ReadingError):
    """The file unpacks to, or turns into, more than any article has."""

    sentence = "“{}” holds more than an article can be."


class TooDeepArticleError(ReadingError):
    """The parts of the file lie too deep in one another."""

    sentence = "“{}” is nested too deeply to be read."


class SlowArticleError(ReadingError):
    """Reading took too long and was stopped; `more` is the limit."""

    sentence = "“{}” was not read: it takes longer than {}."


class BrokenReaderError(ReadingError):
    """The process that read the file broke off, or answered nonsense."""

    sentence = "“{}” could not be read: something in it makes its reader fail."


class CancelledReadingError(ReadingError):
    """The user called the reading off."""

    sentence = "Reading “{}” was called off."


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
