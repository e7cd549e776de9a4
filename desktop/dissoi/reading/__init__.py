# SPDX-License-Identifier: MIT
"""Reading: files and pasted text into articles. Cheap to import; what is heavy loads when a file needs it."""

from dissoi.reading.article import article_from_text, read, read_pasted

__all__ = ["article_from_text", "read", "read_pasted"]
