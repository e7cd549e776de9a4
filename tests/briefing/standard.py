# SPDX-License-Identifier: MIT
"""What PDF/UA-1 (ISO 14289-1) asks of a file and a program can check, as far as a brief could break it.

The conditions are those of the Matterhorn Protocol 1.02 that need no human, named here by the clause of the
standard. What is in no brief is forbidden outright: forms, scripts, attached files, pictures, form XObjects.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pikepdf
import uharfbuzz  # type: ignore[import-untyped]
from tests.briefing.tagged import PAINT, opened

_STANDARD = frozenset(
    {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct"}
    | {
        "Private",
        "P",
        "H",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
    }
    | {"TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link"}
    | {"Annot", "Figure", "Formula", "Form"}
)
"""ISO 32000-1, 14.8.4, without what is for Japanese set beside its reading."""
_HEADING = re.compile("H[1-6]")
_WITHIN = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "Lbl": {"LI", "Note", "TOCI"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
}
_HOLDS = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "TR": {"TH", "TD"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOC", "TOCI", "Caption"},
}
_NO_TEXT_RIGHT_IN = {"Document", *_HOLDS}
_LANGUAGE = re.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
_SHOW = {"Tj", "TJ", "'", '"'}
_CODE = re.compile(rb"<([0-9A-Fa-f]{4})> *<([0-9A-Fa-f]*)>")
_CID = re.compile(rb"<([0-9A-Fa-f]{4})> (\d+)")
_MARK_OF_NO_USE = re.compile("[\0\ufeff\ufffe]")
_LEAST_WIDTH = 1.0
"""Thousandths of the type size by which a width may differ from that of the font program."""


@dataclass(eq=False)
class Node:
    """An element of the structure tree; `marks` are the pages and numbers of what it has drawn."""

    raw: Any
    role: str
    parent: Node | None
    kids: list[Node] = field(default_factory=list)
    marks: list[tuple[Any, int]] = field(default_factory=list)
    annotations: list[Any] = field(default_factory=list)

    def every(self) -> Iterator[Node]:
        """This element and all in it, in the order of reading."""
        yield self
        for kid in self.kids:
            yield from kid.every()


@dataclass
class Drawn:
    """What the pages draw: the numbers of marks of each page, the codes of each font, and what is wrong."""

    numbers: dict[Any, Counter[int]] = field(default_factory=dict)
    codes: dict[Any, set[int]] = field(default_factory=lambda: defaultdict(set))
    fonts: dict[Any, Any] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


@dataclass
class Read:
    """A PDF with its structure and what it draws."""

    pdf: pikepdf.Pdf
    header: bytes
    root: Node
    drawn: Drawn

    @property
    def nodes(self) -> list[Node]:
        """All elements in the order of reading."""
        return list(self.root.every())


def faults(brief: bytes) -> list[str]:
    """All that a PDF has against the standard, each with the clause it breaks; none if it is well."""
    with opened(brief) as pdf:
        return faults_of(pdf, brief[:9])


def faults_of(pdf: pikepdf.Pdf, header: bytes = b"%PDF-1.7\n") -> list[str]:
    """All that an open PDF has against the standard."""
    if "/StructTreeRoot" not in pdf.Root:
        return ["7.1: there is no structure tree"]
    top = _node(pdf.Root.StructTreeRoot.K, None, pdf.Root.StructTreeRoot)
    read = Read(pdf, header, top, _drawn(pdf))
    return [fault for rule in RULES for fault in rule(read)]


def _node(raw: Any, parent: Node | None, tree: Any) -> Node:
    role = str(raw.S)[1:]
    mapped = tree.get("/RoleMap", {})
    while role not in _STANDARD and f"/{role}" in mapped:
        role = str(mapped[f"/{role}"])[1:]
    node = Node(raw, role, parent)
    page = raw.get("/Pg")
    for kid in _listed(raw.get("/K", [])):
        if isinstance(kid, int):
            assert page is not None
            node.marks.append((page.objgen, kid))
        elif kid.get("/Type") == "/MCR":
            node.marks.append((kid.get("/Pg", page).objgen, int(kid.MCID)))
        elif kid.get("/Type") == "/OBJR":
            node.annotations.append(kid.Obj)
        else:
            node.kids.append(_node(kid, node, tree))
    return node


def _listed(kids: Any) -> list[Any]:
    return list(kids) if isinstance(kids, list | pikepdf.Array) else [kids]


def _drawn(pdf: pikepdf.Pdf) -> Drawn:
    drawn = Drawn()
    for number, page in enumerate(pdf.pages, 1):
        drawn.numbers[page.objgen] = Counter()
        _draw(page, f"page {number}", drawn)
    return drawn


def _draw(page: pikepdf.Page, name: str, drawn: Drawn) -> None:
    """Follow what a page draws, mark by mark."""
    marks: list[str | int] = []
    font: Any = None
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = list(instruction.operands), str(instruction.operator)
        match operator:
            case "BDC" | "BMC":
                marks.append(_mark(operands))
                drawn.faults += _crossing(marks, name)
                drawn.numbers[page.objgen].update(_read(marks[-1:]))
            case "EMC":
                marks.pop()
            case "Tf":
                font = page.Resources.Font[str(operands[0])]
                drawn.fonts[font.objgen] = font
            case "Do":
                drawn.faults.append(f"7.1: {name} draws an object of its own, {operands[0]}")
            case _ if operator in _SHOW:
                drawn.codes[font.objgen].update(_codes(operands[-1]))
        if operator in _SHOW | PAINT and "Artifact" not in marks and not _read(marks):
            drawn.faults.append(f"7.1: {name} draws outside of all marks ({operator})")
    if marks:
        drawn.faults.append(f"7.1: {name} leaves a mark open")


def _read(marks: Iterable[str | int]) -> list[int]:
    """Those of the marks that are read."""
    return [mark for mark in marks if isinstance(mark, int)]


def _crossing(marks: list[str | int], name: str) -> Iterator[str]:
    """Whether the last of the open marks is an artifact in what is read, or the other way round."""
    *around, mark = marks
    if (mark == "Artifact" and _read(around)) or (isinstance(mark, int) and "Artifact" in around):
        yield f"7.1: on {name} an artifact and a mark that is read lie in each other"


def _mark(operands: list[Any]) -> str | int:
    """The number of what is read, else the name of the mark."""
    told: Any = operands[1] if len(operands) > 1 else {}
    return int(told.MCID) if "/MCID" in told else str(operands[0])[1:]


def _codes(operand: Any) -> Iterator[int]:
    for part in _listed(operand):
        if isinstance(part, pikepdf.String):
            code = bytes(part)
            yield from (int.from_bytes(code[at : at + 2], "big") for at in range(0, len(code), 2))


def _of_file(read: Read) -> Iterator[str]:
    """Clauses 5, 6 and 7.1: what the file says of itself."""
    root: Any = read.pdf.Root
    if not re.fullmatch(rb"%PDF-1\.[0-7][\r\n]", read.header):
        yield "6.1: the header names no version of PDF"
    marked = root.get("/MarkInfo", {})
    if marked.get("/Marked") is not True:
        yield "6.2: it is not marked as tagged"
    if marked.get("/Suspects", False) is not False:
        yield "7.1: its tags are suspect"
    if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "7.1: a viewer is not asked to show the title"
    for forbidden in ("/AcroForm", "/OCProperties", "/OpenAction", "/AA", "/Collection"):
        if forbidden in root:
            yield f"7.10 to 7.19: the catalog has {forbidden}"
    if {"/JavaScript", "/EmbeddedFiles"} & set(root.get("/Names", {}).keys()):
        yield "7.11, 7.19: it carries scripts or files"
    if read.pdf.is_encrypted:
        yield "7.16: it is encrypted"


def _of_metadata(read: Read) -> Iterator[str]:
    """Clause 5 and 7.1: metadata names the standard and the title."""
    stream = read.pdf.Root.get("/Metadata")
    if stream is None or stream.get("/Subtype") != "/XML":
        yield "7.1: there are no metadata"
        return
    if "/Filter" in stream:
        yield "7.1: metadata are compressed"
    text = stream.read_bytes().decode()
    if 'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"' not in text:
        yield "5: the standard is named by another prefix"
    with read.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as told:
        if told.get("pdfuaid:part") != "1":
            yield "5: metadata do not name the standard"
        if not str(told.get("dc:title") or "").strip():
            yield "7.1: metadata have no title"


def _of_languages(read: Read) -> Iterator[str]:
    """Clause 7.2: the language of all text can be found out."""
    told = [("the catalog", str(read.pdf.Root.get("/Lang", "")))]
    told += [(node.role, str(node.raw.Lang)) for node in read.nodes if "/Lang" in node.raw]
    yield from (
        f"7.2: {where} has the language “{tag}”" for where, tag in told if not _LANGUAGE.fullmatch(tag)
    )


def _of_content(read: Read) -> Iterator[str]:
    """Clause 7.1: all that is drawn is read or is an artifact, and is found from both sides."""
    yield from read.drawn.faults
    parents = dict(_numbered(read.pdf.Root.StructTreeRoot.ParentTree))
    told = Counter((page, number) for node in read.nodes for page, number in node.marks)
    drawn = {(page, number) for page, marks in read.drawn.numbers.items() for number in marks}
    yield from (f"7.1: a mark is read {count} times" for count in told.values() if count > 1)
    if told.keys() != drawn:
        yield f"7.1: {len(told.keys() ^ drawn)} marks are drawn and not read, or read and not drawn"
    for page in read.pdf.pages:
        listed = parents.get(int(page.get("/StructParents", -1)), [])
        numbers = read.drawn.numbers[page.objgen]
        if any(count > 1 for count in numbers.values()):
            yield "7.1: two marks of a page have one number"
        if set(numbers) != set(range(len(listed))):
            yield "7.1: the parent tree does not list the marks of a page"
    yield from _of_parents(read, parents)


def _of_parents(read: Read, parents: dict[int, Any]) -> Iterator[str]:
    keys = {page.objgen: int(page.get("/StructParents", -1)) for page in read.pdf.pages}
    for node in read.nodes:
        around = node.parent.raw if node.parent else read.pdf.Root.StructTreeRoot
        if "/P" not in node.raw or node.raw.P.objgen != around.objgen:
            yield f"7.1: a {node.role} does not lead to what it stands in"
        for page, number in node.marks:
            listed = parents.get(keys.get(page, -1), [])
            if number >= len(listed) or listed[number].objgen != node.raw.objgen:
                yield f"7.1: a mark does not lead to its {node.role}"
    if int(read.pdf.Root.StructTreeRoot.get("/ParentTreeNextKey", -1)) <= max(parents, default=-1):
        yield "7.1: the next key of the parent tree is taken"


def _numbered(tree: Any) -> Iterator[tuple[int, Any]]:
    for kid in tree.get("/Kids", []):
        yield from _numbered(kid)
    listed = list(tree.get("/Nums", []))
    yield from ((int(key), value) for key, value in zip(listed[::2], listed[1::2], strict=True))


def _of_roles(read: Read) -> Iterator[str]:
    """Clauses 7.1 and 7.2: roles are known, and elements stand where they may."""
    yield from (
        f"7.1: the role {each} is mapped to another"
        for each in read.pdf.Root.StructTreeRoot.get("/RoleMap", {})
        if each[1:] in _STANDARD
    )
    if read.root.role != "Document":
        yield f"7.1: the first element is a {read.root.role}"
    for node in read.nodes:
        if node.role not in _STANDARD:
            yield f"7.1: nobody knows the role {node.role}"
        around = node.parent.role if node.parent else ""
        if node.role in _WITHIN and around not in _WITHIN[node.role]:
            yield f"7.2: a {node.role} stands in a {around}"
        yield from (
            f"7.2: a {node.role} holds a {kid.role}"
            for kid in node.kids
            if node.role in _HOLDS and kid.role not in _HOLDS[node.role]
        )
        if node.role in _NO_TEXT_RIGHT_IN and node.marks:
            yield f"7.2: text stands right in a {node.role}"
        if not (node.kids or node.marks or node.annotations):
            yield f"7.1: a {node.role} is empty"
        if node.role in {"Figure", "Formula"} and not str(node.raw.get("/Alt", "")).strip():
            yield f"7.3, 7.7: a {node.role} is not told in words"


def _of_headings(read: Read) -> Iterator[str]:
    """Clause 7.4: headings leave out no rank, and all are ranked."""
    ranks = [int(node.role[1]) for node in read.nodes if _HEADING.fullmatch(node.role)]
    for before, rank in pairwise([0, *ranks]):
        if rank > before + 1:
            yield f"7.4.2: a heading of rank {rank} follows one of rank {before}"
    if any(node.role == "H" for node in read.nodes):
        yield "7.4.4: a heading has no rank"


def _of_tables(read: Read) -> Iterator[str]:
    """Clauses 7.2 and 7.5: rows are equally long, and each cell has a head."""
    for table in (node for node in read.nodes if node.role == "Table"):
        rows = [node.kids for node in table.every() if node.role == "TR"]
        if len({sum(_span(cell) for cell in row) for row in rows}) > 1:
            yield "7.2: rows of a table have different numbers of cells"
        heads = [cell for row in rows for cell in row if cell.role == "TH"]
        scopes = {_attribute(cell, "/Scope") for cell in heads}
        if not scopes <= {"/Row", "/Column", "/Both"}:
            yield "7.5: a head of a table does not say what it is the head of"
        of_columns = all(cell in heads for cell in rows[0])
        of_rows = all(any(cell in heads for cell in row) for row in rows)
        if not (of_columns or of_rows):
            yield "7.5: a cell of a table has no head"


def _attribute(cell: Node, name: str) -> str:
    owned = (each for each in _listed(cell.raw.get("/A", [])) if each.get("/O") == "/Table")
    return next((str(each[name]) for each in owned if name in each), "")


def _span(cell: Node) -> int:
    return int(_attribute(cell, "/ColSpan") or 1)


def _of_links(read: Read) -> Iterator[str]:
    """Clause 7.18: annotations are links, told in words, and each is in an element of its own kind."""
    parents = dict(_numbered(read.pdf.Root.StructTreeRoot.ParentTree))
    held = {each.objgen: node for node in read.nodes for each in node.annotations}
    for page in read.pdf.pages:
        if page.get("/Tabs") != "/S":
            yield "7.18.3: a page is not walked through by its structure"
        for each in page.get("/Annots", []):
            node = held.pop(each.objgen, None)
            if each.get("/Subtype") != "/Link" or node is None or node.role != "Link":
                yield "7.18.5: an annotation is no link that is read as one"
            elif parents[int(each.get("/StructParent", -1))].objgen != node.raw.objgen:
                yield "7.18.5: a link does not lead to its element"
            if not str(each.get("/Contents", "")).strip():
                yield "7.18.5: a link is not told in words"
            if {"/JS", "/Launch"} & set(each.get("/A", {}).keys()):
                yield "7.19: a link runs something"
    if held:
        yield f"7.18.5: {len(held)} links are read and on no page"


def _of_fonts(read: Read) -> Iterator[str]:
    """Clause 7.21: fonts are embedded, and say for each code which glyph it shows and which text it is."""
    for key, codes in read.drawn.codes.items():
        font = read.drawn.fonts[key]
        name, (descendant,) = str(font.BaseFont)[1:], font.DescendantFonts
        told = {int(code, 16): text for code, text in _CODE.findall(font.ToUnicode.read_bytes())}
        if codes - told.keys():
            yield f"7.21.7: {name} has {len(codes - told.keys())} codes that stand for no text"
        if any(_MARK_OF_NO_USE.search(_decoded(told[code])) for code in codes & told.keys()):
            yield f"7.21.7: {name} has codes for characters that are none"
        descriptor = descendant.FontDescriptor
        if "/CIDSet" in descriptor or "/CharSet" in descriptor:
            yield f"7.21.4.2: {name} lists its characters, which nothing here checks"
        if "/FontFile2" in descriptor and descendant.Subtype == "/CIDFontType2":
            yield from _of_program(name, descendant, codes)
        elif "/FontFile3" in descriptor and descendant.Subtype == "/CIDFontType0":
            yield from _of_cmap(name, font, descendant, codes)
        else:
            yield f"7.21.4.1: {name} is not embedded"


def _decoded(text: bytes) -> str:
    return bytes.fromhex(text.decode()).decode("utf-16-be")


def _of_program(name: str, descendant: Any, codes: set[int]) -> Iterator[str]:
    """A font with TrueType outlines: its glyphs are there, and as wide as the PDF says."""
    if "/CIDToGIDMap" not in descendant:
        yield f"7.21.3.2: {name} does not say which glyphs its codes show"
        return
    table = descendant.CIDToGIDMap.read_bytes()
    glyphs = {code: int.from_bytes(table[2 * code : 2 * code + 2], "big") for code in codes}
    if 0 in glyphs.values():
        yield f"7.21.8: {name} shows the glyph for what is missing"
    face = uharfbuzz.Face(descendant.FontDescriptor.FontFile2.read_bytes())
    font, widths = uharfbuzz.Font(face), _widths(descendant)
    if any(glyph >= face.glyph_count for glyph in glyphs.values()):
        yield f"7.21.4.1: {name} lacks glyphs that are shown"
    for code, glyph in glyphs.items():
        wide = font.get_glyph_h_advance(glyph) * 1000 / face.upem
        if abs(wide - widths.get(code, float(descendant.get("/DW", 1000)))) > _LEAST_WIDTH:
            yield f"7.21.5: {name} tells another width than its glyph has"


def _of_cmap(name: str, font: Any, descendant: Any, codes: set[int]) -> Iterator[str]:
    """A font with PostScript outlines: what leads from codes to glyphs is embedded and of its kind."""
    encoding = font.Encoding
    if not isinstance(encoding, pikepdf.Stream):
        yield from () if encoding == "/Identity-H" else (f"7.21.3.3: {name} has a CMap that is not embedded",)
        return
    kinds = {
        (str(each.Registry), str(each.Ordering))
        for each in (encoding.CIDSystemInfo, descendant.CIDSystemInfo)
    }
    if len(kinds) > 1:
        yield f"7.21.3.1: {name} and its CMap number characters differently"
    text = encoding.read_bytes()
    cids = {int(code, 16): int(cid) for code, cid in _CID.findall(text)}
    if b"/WMode" in text or encoding.get("/WMode", 0) != 0 or b"usecmap" in text:
        yield f"7.21.3.3: the CMap of {name} asks for more than it holds"
    if any(cids.get(code, 0) == 0 for code in codes):
        yield f"7.21.8: {name} shows the glyph for what is missing"


def _widths(descendant: Any) -> dict[int, float]:
    entries, found = list(descendant.get("/W", [])), dict[int, float]()
    while entries:
        first, then, *entries = entries
        if isinstance(then, pikepdf.Array):
            found.update({int(first) + place: float(width) for place, width in enumerate(then)})
        else:
            last, (wide, *entries) = int(then), entries
            found.update(dict.fromkeys(range(int(first), last + 1), float(wide)))
    return found


RULES: tuple[Callable[[Read], Iterable[str]], ...] = (
    _of_file,
    _of_metadata,
    _of_languages,
    _of_content,
    _of_roles,
    _of_headings,
    _of_tables,
    _of_links,
    _of_fonts,
)
