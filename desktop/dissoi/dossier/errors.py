# SPDX-License-Identifier: MIT
"""One exception class per cause. Each carries a sentence that a front end can show as it is."""

from __future__ import annotations

import errno


class DissoiError(Exception):
    """Something could not be done; `str(error)` is a sentence for the person at the screen."""


class UnknownRecordError(DissoiError):
    """An edit named a record that the dossier does not hold."""

    def __init__(self, record_id: str) -> None:
        super().__init__("That item is no longer in the dossier.")
        self.record_id = record_id


class PassageError(DissoiError):
    """A passage's words are not the words of its article at that place."""

    def __init__(self) -> None:
        super().__init__("The passage does not match the words of its article.")


class QuoteNotFoundError(DissoiError):
    """An article does not contain the words of a quotation."""

    def __init__(self, quote: str, article: str) -> None:
        super().__init__(f"“{quote}” does not stand in “{article}”.")
        self.quote = quote


class TreeError(DissoiError):
    """A move would make an argument its own answer."""

    def __init__(self) -> None:
        super().__init__("An argument cannot answer itself or one of its own answers.")


class RecordRuleError(DissoiError):
    """A record would break a rule that spans records, such as a parent that does not exist."""


def is_of_memory(error: BaseException) -> bool:
    """Whether an error says that there was too little memory: for values, the system, or code to load."""
    if isinstance(error, OSError):
        return error.errno == errno.ENOMEM
    if isinstance(error, ImportError):
        # The words of dlopen, which has no numbers for what went wrong.
        return "failed to map segment" in str(error)
    return isinstance(error, MemoryError)
