# SPDX-License-Identifier: MIT
"""Files inside ZIP files, as Word files and e-books are, read without trusting what they say of themselves.

Nothing is ever written to the disk, and archives inside archives stay closed.
"""

from __future__ import annotations

import io
import zlib
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from dissoi.reading.errors import (
    DamagedArticleError,
    OverflowingArticleError,
    ProtectedArticleError,
    TooDeepArticleError,
)

MOST_ENTRIES = 5_000
MOST_BYTES = 200_000_000
"""How many bytes all entries have at most, as declared and as read."""
MOST_ENTRY_BYTES = 50_000_000
MOST_RATIO = 200
"""How many times smaller an entry of more than `_SMALL` bytes may be packed."""
_SMALL = 1_000_000
_PIECE = 1 << 16
_ENCRYPTED = 1


class Archive:
    """The entries of a ZIP file. `name` is the file's, for the errors.

    Raises `DamagedArticleError` when the bytes are no ZIP file and `OverflowingArticleError` when they
    declare more than the limits.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._read = 0
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise DamagedArticleError(name) from error
        entries = self._zip.infolist()
        self._entries = {entry.filename: entry for entry in entries}
        if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_BYTES:
            raise OverflowingArticleError(name)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all entries, as they stand in the file."""
        return tuple(self._entries)

    def __contains__(self, entry: str) -> bool:
        return entry in self._entries

    def read(self, entry: str) -> bytes:
        """The bytes of an entry, counted while they are unpacked.

        Raises `KeyError` when there is none of this name, and a `ReadingError` when it is damaged, closed
        by a password, or larger than the limits, whatever size it declares.
        """
        info = self._entries[entry]
        if info.flag_bits & _ENCRYPTED:
            raise ProtectedArticleError(self._name)
        try:
            return self._unpacked(info)
        except (BadZipFile, OSError, EOFError, ValueError, NotImplementedError, zlib.error) as error:
            raise DamagedArticleError(self._name) from error

    def _unpacked(self, info: ZipInfo) -> bytes:
        limit = min(MOST_ENTRY_BYTES, max(_SMALL, info.compress_size * MOST_RATIO), MOST_BYTES - self._read)
        pieces, length = [], 0
        with self._zip.open(info) as file:
            while piece := file.read(_PIECE):
                pieces.append(piece)
                length += len(piece)
                if length > limit:
                    raise OverflowingArticleError(self._name)
        self._read += length
        return b"".join(pieces)

    def xml(self, entry: str) -> etree._Element:
        """The root of an entry in XML. Raises as `read` does, and for markup that is damaged or too deep."""
        return xml_root(self.read(entry), self._name)


def xml_root(data: bytes, name: str) -> etree._Element:
    """The root of a document in XML; entities of its own are left as they are, nothing else is opened.

    Raises `DamagedArticleError` or `TooDeepArticleError`, naming `name`.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise TooDeepArticleError(name) from error
        raise DamagedArticleError(name) from error
    except ValueError as error:
        raise DamagedArticleError(name) from error
    doctype = root.getroottree().docinfo.internalDTD
    if doctype is not None and any(True for _ in doctype.iterentities()):  # type: ignore[union-attr]
        raise DamagedArticleError(name)
    return root
