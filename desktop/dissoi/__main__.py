# SPDX-License-Identifier: MIT
"""`python -m dissoi` does what the command `dissoi` does."""

from __future__ import annotations

import sys

from dissoi.cli import run

if __name__ == "__main__":
    sys.exit(run())
