"""Reads a .docx: style inheritance, spacing, frames, fixed tables, bullets, bookmarks, header and footer.

What the letterhead does not use is collected by name in `unsupported`, so that a template
with it can be refused instead of printing something else than Word shows.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from lxml import etree

from letters.document import PAGE, PAGES, Cell, Document, Look, Page, Paragraph, Row, Run, Table
from letters.styles import TWIP, Styles, W, paragraph_properties, run_properties, styles_of

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


_KNOWN = {
    "pPr",
    "rPr",
    "proofErr",
    "bookmarkStart",
    "bookmarkEnd",
    "lastRenderedPageBreak",
    "tblPr",
    "tblGrid",
    "tcPr",
    "trPr",
    "sectPr",
}


_UNSEEN = {"tbl", "sdt", "gridSpan", "vMerge"}
"""What a cell can hold or be, and no letterhead uses."""


_TEXTS: dict[str, Callable[[Any], str]] = {
    "t": lambda e: e.text or "",
    "br": lambda e: "\n",
    "cr": lambda e: "\n",
    "tab": lambda e: "\u2003",
    "instrText": lambda e: PAGES if "NUMPAGES" in e.text else PAGE,
}


class _Reader:
    """Walks the XML of a document with its styles at hand."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.unsupported: set[str] = set()

    def paragraph(self, element: Any) -> Paragraph:
        """Read one paragraph."""
        properties = element.find(W + "pPr")
        named = None if properties is None else properties.find(W + "pStyle")
        key = self.styles.default if named is None else named.get(W + "val")
        look = self.styles.look(key)
        if properties is not None and (direct := paragraph_properties(properties)):
            look = replace(look, **direct)
        runs = tuple(run for run in self._runs(element, look) if run.text)
        return Paragraph(self.styles.names[key], look, runs)

    def _runs(self, element: Any, look: Look) -> Iterator[Run]:
        shown = True
        for run in element.iter(W + "r"):
            properties = run.find(W + "rPr")
            own = look if properties is None else replace(look, **run_properties(properties))
            text = ""
            for e in run:
                tag = e.tag.removeprefix(W)
                if tag == "fldChar":  # Word keeps the last page number it knew; we write our own
                    shown = e.get(W + "fldCharType") != "separate"
                elif tag in _TEXTS:
                    text += _TEXTS[tag](e) if shown else ""
                elif tag not in _KNOWN:
                    self.unsupported.add(tag)
            yield Run(text, own)

    def table(self, element: Any) -> Table:
        """Read one table."""
        widths = [float(column.get(W + "w")) * TWIP for column in element.find(W + "tblGrid")]
        properties = element.find(W + "tblPr")
        borders = properties.find(W + "tblBorders")
        margin = properties.find(W + "tblCellMar")
        sides = [] if margin is None else [margin.find(W + side) for side in ("left", "right")]
        padding = tuple(float(side.get(W + "w")) * TWIP for side in sides) or (5.4, 5.4)
        rows = tuple(self._row(row, widths) for row in element.findall(W + "tr"))
        return Table(rows, None if borders is None else borders[0].get(W + "color"), (padding[0], padding[1]))

    def _row(self, element: Any, widths: list[float]) -> Row:
        cells = []
        for cell, width in zip(element.findall(W + "tc"), widths, strict=False):
            shade = cell.find(f"{W}tcPr/{W}shd")
            blocks = tuple(self.paragraph(p) for p in cell.findall(W + "p"))
            others = {e.tag.removeprefix(W) for e in (*cell, *cell.iterfind(f"{W}tcPr/*"))}
            self.unsupported |= others & _UNSEEN
            cells.append(Cell(width, blocks, None if shade is None else shade.get(W + "fill")))
        return Row(tuple(cells), element.find(f"{W}trPr/{W}tblHeader") is not None)

    def blocks(self, parent: Any) -> Iterator[Paragraph | Table]:
        """Read the paragraphs and tables of a body, header or footer."""
        for e in parent:
            if e.tag == W + "p":
                yield self.paragraph(e)
            elif e.tag == W + "tbl":
                yield self.table(e)
            elif e.tag.removeprefix(W) not in _KNOWN:
                self.unsupported.add(e.tag.removeprefix(W))


def _mentions(body: Any) -> dict[str, str]:
    """Collect the words under every bookmark of the body: what a mandatory mention came to say."""
    found: dict[str, str] = {}
    running: dict[str, str] = {}
    for e in body.iter(W + "bookmarkStart", W + "bookmarkEnd", W + "t"):
        if e.tag == W + "bookmarkStart":
            running[e.get(W + "id")] = e.get(W + "name")
            found[e.get(W + "name")] = ""
        elif e.tag == W + "bookmarkEnd":
            running.pop(e.get(W + "id"), None)
        else:
            for name in running.values():
                found[name] += (e.text or "") + " "
    return {name: " ".join(text.split()) for name, text in found.items()}


def _page(section: Any) -> Page:
    size, margin = section.find(W + "pgSz"), section.find(W + "pgMar")
    sides = [float(margin.get(W + side)) * TWIP for side in ("top", "right", "bottom", "left", "header", "footer")]
    return Page(float(size.get(W + "w")) * TWIP, float(size.get(W + "h")) * TWIP, *sides)


def read(docx: bytes) -> Document:
    """Read a .docx into paragraphs and tables with their look."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        reader = _Reader(styles_of(package.read("word/styles.xml")))
        body = etree.fromstring(package.read("word/document.xml"))[0]
        section = body.find(W + "sectPr")
        targets = {r.get("Id"): r.get("Target") for r in etree.fromstring(package.read("word/_rels/document.xml.rels"))}
        edges = {}
        for name in ("header", "footer"):
            reference = section.find(f"{W}{name}Reference")
            part = None if reference is None else package.read(f"word/{targets[reference.get(_R + 'id')]}")
            found = () if part is None else reader.blocks(etree.fromstring(part))
            edges[name] = [block for block in found if isinstance(block, Paragraph)]
        blocks = list(reader.blocks(body))
    return Document(_page(section), blocks, edges["header"], edges["footer"], _mentions(body), reader.unsupported)
