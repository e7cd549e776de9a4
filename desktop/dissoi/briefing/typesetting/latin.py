# SPDX-License-Identifier: MIT
"""Texts in Latin letters, which most are: they need none of the care that other scripts do.

Nor do they need its patterns. Python takes longer to compile one that has all Chinese signs than a page to
be set, so that those are compiled when the first text that is not Latin asks for them.
"""

from __future__ import annotations

import re

_OTHER_SCRIPTS = re.compile("[^\x00-\u036f\u1e00-\u1eff\u2000-\u2bff]")


def is_latin(text: str) -> bool:
    """Whether a text has no letter but Latin ones; punctuation, symbols and accents may be any."""
    return text.isascii() or _OTHER_SCRIPTS.search(text) is None
