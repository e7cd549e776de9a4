# SPDX-License-Identifier: MIT
"""The end of a Word file, where paragraphs and tables are added one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from dissoi.dossier.prose import LINE_BREAK

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.text.paragraph import CT_P
    from docx.shared import Length
    from docx.table import Table
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run


class Body:
    """Adds to a document. The end and the styles are found once: the library seeks them each time."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._end = document.element.body.get_or_add_sectPr()
        self._styles: dict[str, str] = {}

    def paragraph(self, style: str = "") -> Paragraph:
        """A new paragraph at the end."""
        from docx.oxml.parser import OxmlElement
        from docx.text.paragraph import Paragraph

        made = cast("CT_P", OxmlElement("w:p"))
        self._end.addprevious(made)
        if style:
            made.style = self._id_of(style)
        return Paragraph(made, self._document)

    def table(self, rows: int, columns: int, style: str) -> Table:
        """A new table at the end, as wide as the text."""
        from docx.oxml.table import CT_Tbl
        from docx.table import Table

        made = CT_Tbl.new_tbl(rows, columns, self._width())
        self._end.addprevious(made)
        made.tblStyle_val = self._id_of(style)
        return Table(made, self._document)

    def restyle(self, run: Run, style: str) -> None:
        """Give a run a style of characters."""
        run._r.style = self._id_of(style)  # noqa: SLF001 - the public way seeks the style anew

    def _id_of(self, style: str) -> str:
        if style not in self._styles:
            self._styles[style] = self._document.styles[style].style_id
        return self._styles[style]

    def _width(self) -> Length:
        from docx.shared import Emu

        (sheet,) = self._document.sections
        return Emu((sheet.page_width or 0) - (sheet.left_margin or 0) - (sheet.right_margin or 0))


def fit(text: str) -> str:
    """Text with what XML cannot hold left out, line breaks as Word has them."""
    text = text.replace(LINE_BREAK, "\n")
    return "".join(each for each in text if each in "\t\n" or (each >= " " and each not in "\ufffe\uffff"))
