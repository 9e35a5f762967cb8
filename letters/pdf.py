""".docx -> tagged PDF: what Word holds is laid out and drawn, word for word."""

import io
from dataclasses import dataclass, replace
from datetime import datetime

from reportlab.lib.colors import HexColor

from letters import reader, typeface
from letters.document import PAGE, PAGES, Document, Look, Paragraph
from letters.lines import Line, Piece, set_lines
from letters.tagged import Element, TaggedCanvas
from letters.typeset import Box, Owner, Placed, Setter, Sheet


def field_name(place: int) -> str:
    """Name the signature field at a place: the first to sign is place 1."""
    return f"Handtekening{place}"


@dataclass(frozen=True)
class Pdf:
    """A PDF with the number of its places to sign and of its pages, and the document it was made of."""

    data: bytes
    signatures: int
    pages: int
    document: Document


class _Draughtsman:
    """Draws placed pages on a tagged canvas."""

    def __init__(self, canvas: TaggedCanvas, document: Document) -> None:
        self.canvas, self.document, self.page = canvas, document, document.page
        self.elements: dict[Owner, Element] = {}
        self.parents: dict[tuple[object, ...], Element] = {}
        self.list: Element | None = None

    def draw(self, sheet: Sheet, number: int, total: int, signatures: list[tuple[int, Box]]) -> None:
        """Draw one page, with the places to sign on it."""
        canvas = self.canvas
        with canvas.tag(None):
            for box, color in sheet.shades:
                canvas.setFillColor(HexColor(f"#{color}"))
                canvas.rect(box.x, self._up(box.top + box.height), box.width, box.height, stroke=0, fill=1)
            for box, color in sheet.borders:
                canvas.setStrokeColor(HexColor(f"#{color}"))
                canvas.setLineWidth(0.5)
                canvas.rect(box.x, self._up(box.top + box.height), box.width, box.height)
            self._edges(number, total)
        for placed in sheet.lines:
            self._line(placed)
        for place, box in signatures:
            edges = (box.x, self._up(box.top + box.height), box.x + box.width, self._up(box.top))
            canvas.signature_field(field_name(place), f"Handtekening {place}", edges)
        canvas.showPage()

    def _up(self, top: float) -> float:
        return self.page.height - top

    def _edges(self, number: int, total: int) -> None:
        width = self.page.width - self.page.left - self.page.right
        tops = ((self.document.header, self.page.header), (self.document.footer, self._footer_top()))
        for paragraphs, top in tops:
            for paragraph in paragraphs:
                for line in set_lines(_numbered(paragraph, number, total), width):
                    spare = width - line.width if paragraph.look.align in ("right", "end") else 0.0
                    self._text(line, self.page.left + spare, top)
                    top += line.height

    def _footer_top(self) -> float:
        width = self.page.width - self.page.left - self.page.right
        height = sum(line.height for p in self.document.footer for line in set_lines(p, width))
        return self.page.height - self.page.footer - height

    def _line(self, placed: Placed) -> None:
        if not placed.line.pieces:
            return
        if placed.owner is None:
            with self.canvas.tag(None):
                self._text(placed.line, placed.x, placed.top)
            return
        element = self._element(placed.owner)
        if placed.look.bullet and placed.first:
            self._bullet(placed, element)
        with self.canvas.tag(element):
            self._text(placed.line, placed.x, placed.top)

    def _element(self, owner: Owner) -> Element:
        if owner not in self.elements:
            if owner.kind == "LI":
                self.list = self.list or Element("L", self.canvas.root)
                item = Element("LI", self.list)
                self.parents[owner, "label"] = Element("Lbl", item)
                self.elements[owner] = Element("LBody", item)
            else:
                self.list = None
                parent = self._cell(owner.cell) if owner.cell else self.canvas.root
                self.elements[owner] = Element(owner.kind, parent)
        return self.elements[owner]

    def _cell(self, place: tuple[int, int, int, bool]) -> Element:
        table, row, column, heading = place
        scope = " /A << /O /Table /Scope /Column >>"
        whole = self._parent(("Table", table), "Table", self.canvas.root)
        line = self._parent(("TR", table, row), "TR", whole)
        key = ("TC", table, row, column)
        return self._parent(key, "TH", line, scope) if heading else self._parent(key, "TD", line)

    def _parent(self, key: tuple[object, ...], kind: str, above: Element, attributes: str = "") -> Element:
        if key not in self.parents:
            self.parents[key] = Element(kind, above, attributes)
        return self.parents[key]

    def _bullet(self, placed: Placed, element: Element) -> None:
        look = placed.look
        chosen = typeface.of(look)
        piece = Piece(look.bullet, look, chosen.width(look.bullet, look.size))
        mark = Line([piece], placed.line.height, placed.line.base, piece.width)
        label = next(self.parents[owner, "label"] for owner, e in self.elements.items() if e is element)
        with self.canvas.tag(label):
            self._text(mark, placed.x - look.hanging, placed.top)

    def _text(self, line: Line, x: float, top: float) -> None:
        y = self._up(top + line.base)
        for piece in line.pieces:
            self.canvas.setFillColor(HexColor(f"#{piece.look.color}"))
            if piece.stretches:
                self._stretches(piece, x, y)
            else:
                self._string(piece.text, typeface.of(piece.look).name, piece.look.size, x, y)
            if piece.look.underline:
                self.canvas.line(x, y - 1, x + piece.width, y - 1)
            x += piece.width

    def _stretches(self, piece: Piece, x: float, y: float) -> None:
        """Draw a text of several faces or directions: placed as it is seen, written as it is read."""
        places = {}
        for i in typeface.visual(list(piece.stretches)):
            places[i] = x
            x += piece.stretches[i].width(piece.look.size)
        for i, stretch in enumerate(piece.stretches):
            with self.canvas.spoken(stretch.text):
                if stretch.drawn:
                    self._string(stretch.drawn, stretch.face.name, piece.look.size, places[i], y)

    def _string(self, text: str, font: str, size: float, x: float, y: float) -> None:
        written = self.canvas.beginText(x, y)
        written.setFont(font, size)
        written.textOut(text)
        self.canvas.drawText(written)


def _numbered(paragraph: Paragraph, number: int, total: int) -> Paragraph:
    runs = tuple(
        replace(run, text=run.text.replace(PAGE, str(number)).replace(PAGES, str(total))) for run in paragraph.runs
    )
    return replace(paragraph, runs=runs)


def to_pdf(docx: bytes, author: str, created: datetime, part: str = "2") -> Pdf:
    """Lay out a .docx as tagged PDF/A; `part` "1" gives the older A-1b variant that validators know."""
    document = reader.read(docx)
    setter = Setter(document)
    sheets = setter.run()
    out = io.BytesIO()
    size = (document.page.width, document.page.height)
    canvas = TaggedCanvas(out, size, typeface.of(Look()).name, part, created)
    canvas.setTitle(document.title)
    canvas.setAuthor(author)
    canvas.setSubject(document.title)
    canvas.setCreator("Handreiking")
    canvas.setKeywords("")
    draughtsman = _Draughtsman(canvas, document)
    places = list(enumerate(setter.signatures, 1))
    for number, sheet in enumerate(sheets, 1):
        here = [(place, box) for place, box in places if box.page == number - 1]
        draughtsman.draw(sheet, number, len(sheets), here)
    canvas.save()
    return Pdf(out.getvalue(), len(places), len(sheets), document)
