""".docx -> tagged PDF: what Word holds is laid out and drawn, word for word."""

from dataclasses import dataclass
from datetime import datetime

from letters.typesetting import reader
from letters.typesetting.document import Document
from letters.typesetting.edges import edges
from letters.typesetting.embedding import Embedding
from letters.typesetting.pen import Pen
from letters.typesetting.sheet import Box, Sheet
from letters.typesetting.structure import Tree
from letters.typesetting.tagged import TaggedPdf
from letters.typesetting.typeset import Setter


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


def to_pdf(docx: bytes, author: str, created: datetime, part: str = "2") -> Pdf:
    """Lay out a .docx as tagged PDF/A; `part` "1" gives the older A-1b variant that validators know."""
    return draw(reader.read(docx), author, created, part)


def draw(document: Document, author: str, created: datetime, part: str = "2") -> Pdf:
    """Lay out a document and draw its pages."""
    flow = Setter(document).run()
    pdf = TaggedPdf((document.page.width, document.page.height), part, created)
    pdf.describe(document.title, author)
    tree, fonts = Tree(), Embedding()
    pen = Pen(pdf, tree, fonts, document.page.height)
    for number, sheet in enumerate(flow.sheets, 1):
        _background(pen, sheet)
        for placed in edges(document, number, len(flow.sheets)):
            pen.line(placed)
        for placed in sheet.lines:
            pen.line(placed)
        _places_to_sign(pdf, pen, [(i, box) for i, box in enumerate(flow.signatures, 1) if box.page == number - 1])
        pen.close_page()
    pictures = " ".join(f"{name} {reference}" for name, reference in pen.pictures.values())
    data = pdf.save(tree.root, fonts.write(pdf.add), pictures)
    return Pdf(data, len(flow.signatures), len(flow.sheets), document)


def _background(pen: Pen, sheet: Sheet) -> None:
    """Draw shades and borders: they are no part of what is read."""
    if sheet.shades or sheet.borders:
        pen.decoration()
        for box, color in sheet.shades:
            pen.shade(box, color)
        for box, color in sheet.borders:
            pen.border(box, color)
        pen.end()


def _places_to_sign(pdf: TaggedPdf, pen: Pen, places: list[tuple[int, Box]]) -> None:
    for place, box in places:
        pdf.signature_field(field_name(place), f"Handtekening {place}", pen.edges(box))
