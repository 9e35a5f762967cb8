"""Reads a .docx: paragraphs with their look, tables, lists, pictures, bookmarks, header and footer.

What the PDF cannot show as Word does is collected by name in `unsupported`, so that a template
with it can be refused instead of printing something else than Word shows.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from letters.typesetting import unshown
from letters.typesetting.document import Document, Page, Paragraph, Table
from letters.typesetting.grid import Grid
from letters.typesetting.inline import Inline, changed
from letters.typesetting.numbering import Counters
from letters.typesetting.package import Part
from letters.typesetting.styles import Styles, paragraph_properties, styles_of
from letters.typesetting.wordml import R, W, local, on, points

_NUMBERING = "word/numbering.xml"
_BLOCKS = {"sdt", "sdtContent", "customXml", "ins", "moveTo"}
_SECTION = {"pgBorders", "lnNumType", "titlePg"}


class _Reader:
    """Walks the XML of a part with its styles at hand."""

    def __init__(self, styles: Styles, part: Part, counters: Counters, edge: bool = False) -> None:
        self.styles, self.counters = styles, counters
        self.inline = Inline(styles, part, counters.unsupported, edge)
        self.grid = Grid(styles, self.paragraph, self.inline.miss)

    def paragraph(self, element: Any) -> Paragraph:
        """Read one paragraph."""
        properties = element.find(W + "pPr")
        named = None if properties is None else properties.find(W + "pStyle")
        key = self.styles.default if named is None else named.get(W + "val")
        key = key if key in self.styles.names else self.styles.default
        look = self.styles.look(key)
        if properties is not None:
            self._judge(properties)
            if direct := paragraph_properties(properties, self.styles.lists):
                look = changed(look, tuple(direct.items()))
        runs = tuple(self.inline.runs(element, look))
        label = self.counters.label(look.listed) if look.listed else ""
        return Paragraph(self.styles.names[key], look, runs, label)

    def _judge(self, properties: Any) -> None:
        for e in properties:
            tag = local(e)
            if tag == "sectPr":
                self.inline.miss("sections")
            elif tag in ("pBdr", "pPrChange"):
                self.inline.miss(tag)
            elif tag == "framePr":
                self._judge_frame(e)

    def _judge_frame(self, e: Any) -> None:
        if e.get(W + "dropCap") not in (None, "none"):
            self.inline.miss("dropCap")
        elif {e.get(W + "vAnchor"), e.get(W + "hAnchor")} != {"page"}:
            self.inline.miss("frame")

    def blocks(self, parent: Any) -> Iterator[Paragraph | Table]:
        """Read the paragraphs and tables of a body, header or footer."""
        for e in parent:
            tag = local(e)
            if tag == "p":
                yield self.paragraph(e)
            elif tag == "tbl":
                yield self.grid.read(e)
            elif tag in _BLOCKS:
                if tag in unshown.NAMES:
                    self.inline.miss(tag)
                yield from self.blocks(e)
            elif tag not in unshown.PASSED_OVER:
                self.inline.miss(tag)

    def edge_paragraphs(self, parent: Any) -> list[Paragraph]:
        """Read a header or footer, which holds no tables."""
        found = list(self.blocks(parent))
        if any(isinstance(block, Table) for block in found):
            self.inline.miss("edgeTable")
        return [block for block in found if isinstance(block, Paragraph)]


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
    sides = [points(margin, side) for side in ("top", "right", "bottom", "left", "header", "footer")]
    return Page(points(size, "w"), points(size, "h"), *sides)


def _judge_section(section: Any, unsupported: set[str]) -> None:
    for e in section:
        columns = e.tag == W + "cols" and int(e.get(W + "num", "1")) > 1
        if columns or (local(e) in _SECTION and on(e)):
            unsupported.add(unshown.name(local(e)))


def read(docx: bytes) -> Document:
    """Read a .docx into paragraphs and tables with their look."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        numbering = package.read(_NUMBERING) if _NUMBERING in package.NameToInfo else None
        styles = styles_of(package.read("word/styles.xml"), numbering)
        part, counters = Part(package, "word/document.xml"), Counters(styles.lists)
        body = part.xml[0]
        section = body.find(W + "sectPr")
        _judge_section(section, counters.unsupported)
        edges: dict[str, list[Paragraph]] = {"header": [], "footer": []}
        for name, found in edges.items():
            reference = section.find(f"{W}{name}Reference[@{W}type='default']")
            edge = None if reference is None else part.part(reference.get(R + "id"))
            if edge is not None:
                found += _Reader(styles, edge, counters, edge=True).edge_paragraphs(edge.xml)
        blocks = list(_Reader(styles, part, counters).blocks(body))
    return Document(_page(section), blocks, edges["header"], edges["footer"], _mentions(body), counters.unsupported)
