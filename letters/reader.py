"""Reads a .docx: style inheritance, spacing, frames, fixed tables, bullets, bookmarks, header and footer.

What the letterhead does not use is collected by name in `unsupported`, so that a template
with it can be refused instead of printing something else than Word shows.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from lxml import etree

from letters.document import PAGE, PAGES, Cell, Document, Look, Page, Paragraph, Row, Run, Table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TWIP = 1 / 20
"""Word measures in twentieths of a point; everything here is in points."""


def _on(element: Any) -> bool:
    return element.get(W + "val") not in ("0", "false", "none")


def _indent(e: Any) -> dict[str, Any]:
    return {name: float(e.get(W + name, 0)) * _TWIP for name in ("left", "hanging")}


def _frame(e: Any) -> dict[str, Any]:
    return {"frame": tuple(float(e.get(W + side)) * _TWIP for side in ("x", "y", "w", "h"))}


def _spacing(element: Any) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for name in ("before", "after"):
        if value := element.get(W + name):
            out[name] = float(value) * _TWIP
    if value := element.get(W + "line"):
        out["exact"] = element.get(W + "lineRule") == "exact"
        out["line"] = float(value) * _TWIP if out["exact"] else float(value) / 240
    return out


_PARAGRAPH: dict[str, Callable[[Any], dict[str, Any]]] = {
    "spacing": _spacing,
    "ind": _indent,
    "framePr": _frame,
    "jc": lambda e: {"align": e.get(W + "val")},
    "keepNext": lambda e: {"keep_next": _on(e)},
    "pageBreakBefore": lambda e: {"page_break": _on(e)},
    "numPr": lambda e: {"bullet": "•"},
}


def _paragraph_properties(element: Any) -> dict[str, Any]:
    """Translate w:pPr into changes of a Look."""
    out: dict[str, Any] = {}
    for e in element:
        if read := _PARAGRAPH.get(e.tag.removeprefix(W)):
            out |= read(e)
    return out


_FLAGS = {"b": "bold", "i": "italic", "u": "underline"}


def _run_properties(element: Any) -> dict[str, Any]:
    """Translate w:rPr into changes of a Look."""
    out: dict[str, Any] = {}
    for e in element:
        tag = e.tag.removeprefix(W)
        if tag in _FLAGS:
            out[_FLAGS[tag]] = _on(e)
        elif tag == "sz":
            out["size"] = float(e.get(W + "val")) / 2
        elif tag == "color" and e.get(W + "val") != "auto":
            out["color"] = e.get(W + "val")
    return out


class _Styles:
    """The paragraph styles of a document, each with everything it inherits."""

    def __init__(self, xml: bytes) -> None:
        root = etree.fromstring(xml)
        defaults = root.find(W + "docDefaults")
        self._base = self._apply(Look(), defaults.find(f"{W}pPrDefault"), defaults.find(f"{W}rPrDefault"))
        self._styles = {s.get(W + "styleId"): s for s in root.iter(W + "style")}
        self._looks: dict[str, Look] = {}
        self.names = {key: style.find(W + "name").get(W + "val") for key, style in self._styles.items()}
        self.default = next(
            k for k, s in self._styles.items() if s.get(W + "default") and s.get(W + "type") == "paragraph"
        )

    @staticmethod
    def _apply(look: Look, paragraph: Any, run: Any) -> Look:
        for parent, read in ((paragraph, _paragraph_properties), (run, _run_properties)):
            for properties in () if parent is None else parent.iter(W + "pPr", W + "rPr"):
                look = replace(look, **read(properties))
        return look

    def look(self, key: str) -> Look:
        """Return the look of a style, inherited from the style it is based on."""
        if key not in self._looks:
            style = self._styles[key]
            parent = style.find(W + "basedOn")
            base = self._base if parent is None else self.look(parent.get(W + "val"))
            for name, read in (("pPr", _paragraph_properties), ("rPr", _run_properties)):
                if (properties := style.find(W + name)) is not None:
                    base = replace(base, **read(properties))
            self._looks[key] = base
        return self._looks[key]


@lru_cache(maxsize=16)
def _styles(xml: bytes) -> _Styles:
    return _Styles(xml)


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


_TEXTS: dict[str, Callable[[Any], str]] = {
    "t": lambda e: e.text or "",
    "br": lambda e: "\n",
    "cr": lambda e: "\n",
    "tab": lambda e: "\u2003",
    "instrText": lambda e: PAGES if "NUMPAGES" in e.text else PAGE,
}


class _Reader:
    """Walks the XML of a document with its styles at hand."""

    def __init__(self, styles: _Styles) -> None:
        self.styles = styles
        self.unsupported: set[str] = set()

    def paragraph(self, element: Any) -> Paragraph:
        """Read one paragraph."""
        properties = element.find(W + "pPr")
        named = None if properties is None else properties.find(W + "pStyle")
        key = self.styles.default if named is None else named.get(W + "val")
        look = self.styles.look(key)
        if properties is not None and (direct := _paragraph_properties(properties)):
            look = replace(look, **direct)
        runs = tuple(run for run in self._runs(element, look) if run.text)
        return Paragraph(self.styles.names[key], look, runs)

    def _runs(self, element: Any, look: Look) -> Iterator[Run]:
        shown = True
        for run in element.iter(W + "r"):
            properties = run.find(W + "rPr")
            own = look if properties is None else replace(look, **_run_properties(properties))
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
        widths = [float(column.get(W + "w")) * _TWIP for column in element.find(W + "tblGrid")]
        properties = element.find(W + "tblPr")
        borders = properties.find(W + "tblBorders")
        margin = properties.find(W + "tblCellMar")
        sides = [] if margin is None else [margin.find(W + side) for side in ("left", "right")]
        padding = tuple(float(side.get(W + "w")) * _TWIP for side in sides) or (5.4, 5.4)
        rows = tuple(self._row(row, widths) for row in element.findall(W + "tr"))
        return Table(rows, None if borders is None else borders[0].get(W + "color"), (padding[0], padding[1]))

    def _row(self, element: Any, widths: list[float]) -> Row:
        cells = []
        for cell, width in zip(element.findall(W + "tc"), widths, strict=False):
            shade = cell.find(f"{W}tcPr/{W}shd")
            blocks = tuple(self.paragraph(p) for p in cell.findall(W + "p"))
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
    sides = [float(margin.get(W + side)) * _TWIP for side in ("top", "right", "bottom", "left", "header", "footer")]
    return Page(float(size.get(W + "w")) * _TWIP, float(size.get(W + "h")) * _TWIP, *sides)


def read(docx: bytes) -> Document:
    """Read a .docx into paragraphs and tables with their look."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        reader = _Reader(_styles(package.read("word/styles.xml")))
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
