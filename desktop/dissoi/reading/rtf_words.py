# SPDX-License-Identifier: MIT
"""What control words of RTF files stand for: signs, looks, kinds of groups, sets of characters."""

from __future__ import annotations

from dissoi.dossier.prose import LINE_BREAK

CODECS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250",
}  # fmt: skip
"""How bytes of a font are read, by the number of its character set."""
PAGES = {
    10000: "mac_roman", 10004: "mac_arabic", 10006: "mac_greek", 10007: "mac_cyrillic", 10029: "mac_latin2",
    10081: "mac_turkish", 65001: "utf-8",
}  # fmt: skip
"""How bytes are read by the number of a code page that is not called after it."""
SYMBOLS = 2
"""The number of the character set of fonts such as Symbol and Wingdings."""
SIGNS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "tab": "\t", "emspace": " ", "enspace": " ", "qmspace": " ", "line": LINE_BREAK,
    "lbr": LINE_BREAK, "page": " ", "column": " ", "~": "\u00a0", "_": "\u2011",
}  # fmt: skip
INFO = {"title", "author", "creatim"}
"""The groups of information that are read."""
OPEN = {"shppict", "fldrslt", "result", "shptxt", "shpinst"}
"""Groups that programs may skip and that are read."""
INTO = {
    "footnote": "note", "listtext": "marker", "pntext": "marker", "fldinst": "address", "pict": "picture",
    "stylesheet": "styles", "fonttbl": "fonts", "info": "info",
}  # fmt: skip
"""Where the text of groups goes that is not text of the article."""
SKIPPED = {
    "colortbl", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
    "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "nonshppict", "objdata", "themedata", "colorschememapping",
    "datastore", "xe", "tc", "rxe", "comment", "annotation", "atnid", "atnauthor", "listtable",
    "listoverridetable", "revtbl", "rsidtbl", "filetbl", "template", "generator", "pn", "sp", "bkmkstart",
    "bkmkend", "operator", "doccomm", "subject", "company", "keywords",
}  # fmt: skip
