# SPDX-License-Identifier: MIT
"""Sets one file with a rival: `set_by_rival.py typst SOURCE.typ TARGET.pdf`, or with weasyprint."""

from __future__ import annotations

import sys
from pathlib import Path

FONTS = Path(__file__).parents[2] / "resources" / "fonts"

_, engine, source, target = sys.argv
if engine == "typst":
    import typst  # type: ignore[import-not-found, import-untyped, unused-ignore]

    typst.compile(source, output=target, font_paths=[str(FONTS)], ignore_system_fonts=True)
else:
    import weasyprint  # type: ignore[import-not-found, import-untyped, unused-ignore]

    weasyprint.HTML(filename=source).write_pdf(target, pdf_variant="pdf/ua-1")
