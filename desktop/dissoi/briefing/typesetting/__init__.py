# SPDX-License-Identifier: MIT
"""Shaped text: glyphs from HarfBuzz, the order they stand in, and the fonts that carry them in a PDF."""
