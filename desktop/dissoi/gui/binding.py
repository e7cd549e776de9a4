# SPDX-License-Identifier: MIT
"""Qt's binding, loaded so that the modules after it load as fast as those before it.

PySide6 puts a function of its own in the place of Python's `__import__`. It reads the source of every
module that is imported from then on, to find those that ask for its methods under other names
(`from __feature__ import snake_case`). None does here, and reading took a tenth of the time in which the
window opens: Python's own function is put back.
"""

from __future__ import annotations

import builtins

_plain_import = builtins.__import__
import PySide6.QtWidgets  # noqa: E402, F401 - the order is the point

builtins.__import__ = _plain_import
