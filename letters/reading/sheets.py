"""The sheets a bundle adds of its own: its opening page, the divider of a point, a note in the place of a paper."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from letters.reading.plan import Plan, Point, Text
from letters.typesetting.document import Cell, Document, Look, Page, Paragraph, Row, Run, Table
from letters.typesetting.pdf import draw
from letters.typesetting.typeset import Setter

PAGE = Page(width=595.28, height=841.89, top=64, right=56, bottom=56, left=56, header=28, footer=28)
PLAIN = Look(size=11, after=6, line=1.2)
TITLE = Look(size=20, bold=True, after=14, line=1.15, keep_next=True)
HEADING = Look(size=13, bold=True, before=14, after=6, line=1.15, keep_next=True)
_NUMBERED = replace(PLAIN, left=26, hanging=26, listed=("1", 0))
_CELL = replace(PLAIN, after=2, before=2)
_WIDE, _NARROW = 415.0, 68.0
"""Points: the columns of the agenda."""


def _paragraph(words: str, look: Look = PLAIN, style: str = "Normal", label: str = "") -> Paragraph:
    return Paragraph(style, look, (Run(words, look),), label)


def _titled(title: str, blocks: Iterable[Paragraph | Table]) -> Document:
    return Document(PAGE, [_paragraph(title, TITLE, "heading 1"), *blocks], [], [], {})


def opening(plan: Plan, places: Sequence[int]) -> Document:
    """Lay out the opening page: whose bundle it is, of which session, and on which page every point begins."""
    heading = _paragraph(plan.words.agenda, HEADING, "heading 2")
    rows = [_row(plan.words.point, plan.words.page, heading=True)]
    rows += [_row(point.title, str(place)) for point, place in zip(plan.points, places, strict=True)]
    blocks: list[Paragraph | Table] = [_paragraph(line) for line in plan.opening]
    return _titled(plan.title, [*blocks, heading, Table(tuple(rows), "C9CFD6", (5.4, 2.7))])


def _row(title: str, place: str, heading: bool = False) -> Row:
    look = replace(_CELL, bold=heading)
    cells = ((_WIDE, _paragraph(title, look)), (_NARROW, _paragraph(place, replace(look, align="right"))))
    return Row(tuple(Cell(width, (block,), None) for width, block in cells), heading)


def divider(point: Point) -> Document:
    """Lay out the divider of a point: what it is about, its facts, the draft of its decision."""
    return _titled(point.title, map(_text, point.texts))


def _text(text: Text) -> Paragraph:
    if text.heading:
        return _paragraph(text.words, HEADING, "heading 2")
    if text.number:
        return _paragraph(text.words, _NUMBERED, "List Number", f"{text.number}.")
    return _paragraph(text.words)


def note(label: str, words: str) -> Document:
    """Lay out a note that stands in the place of a paper."""
    return _titled(label, [_paragraph(words)])


def agenda_rows(document: Document) -> list[dict[int, tuple[float, float]]]:
    """Return, for every page of the opening, where the row of each point stands: its top and bottom, from below."""
    found = []
    for sheet in Setter(document).run().sheets:
        rows: dict[int, tuple[float, float]] = {}
        for placed in sheet.lines:
            cell = placed.owner.cell if placed.owner else None
            if cell and not cell.heading:
                top, bottom = document.page.height - placed.top, document.page.height - placed.top - placed.line.height
                high, low = rows.get(cell.row - 1, (top, bottom))
                rows[cell.row - 1] = (max(high, top), min(low, bottom))
        found.append(rows)
    return found


def pages(document: Document) -> int:
    """Count the pages of a document without drawing it."""
    return len(Setter(document).run().sheets)


def pdf(document: Document, plan: Plan) -> bytes:
    """Draw a document."""
    return draw(document, plan.reader, plan.made_at).data
