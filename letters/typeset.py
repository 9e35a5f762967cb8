"""Places the blocks of a letter on pages, before anything is drawn.

Two lines of a paragraph stay together, a heading stays with what follows, a row of a table is
split only when it does not fit on a page, and heading rows come back on every page.
"""

from dataclasses import dataclass, field

from letters.document import Cell, Document, Look, Paragraph, Row, Table
from letters.lines import Line, set_lines

SIGNATURE = "Handtekening"
"""The style of the paragraph under which a signature comes."""


@dataclass(eq=False)
class Owner:
    """A paragraph in the structure of the PDF; `cell` is (table, row, column, heading) where it stands in one."""

    kind: str
    cell: tuple[int, int, int, bool] | None = None


@dataclass(frozen=True)
class Placed:
    """A line at its place; without an owner it is decoration, such as a repeated heading row."""

    line: Line
    x: float
    top: float
    owner: Owner | None
    first: bool
    look: Look


@dataclass(frozen=True)
class Box:
    """A rectangle on a page, measured from its top edge: a shade, a border, the place of a signature."""

    page: int
    x: float
    top: float
    width: float
    height: float


@dataclass
class Sheet:
    """One page: its lines in reading order, its shades and its borders with their colour."""

    lines: list[Placed] = field(default_factory=list)
    shades: list[tuple[Box, str]] = field(default_factory=list)
    borders: list[tuple[Box, str]] = field(default_factory=list)


_KINDS = {"heading 1": "H1", "heading 2": "H2", "heading 3": "H3", "List Bullet": "LI"}


@dataclass
class _CellText:
    """The lines of a cell still to be placed, each with the space above it."""

    cell: Cell
    x: float
    lines: list[tuple[Paragraph, Line, float, bool]]
    owners: dict[int, Owner]

    def height(self) -> float:
        """How high the rest of the cell is."""
        return sum(line.height + gap for _, line, gap, _ in self.lines) + self.cell.blocks[-1].look.after

    def take(self, room: float) -> list[tuple[Paragraph, Line, float, bool]]:
        """Take the lines that fit in the room that is left."""
        used, count = 0.0, 0
        for _, line, gap, _ in self.lines:
            used += line.height + gap
            if used > room:
                break
            count += 1
        taken, self.lines = self.lines[:count], self.lines[count:]
        return taken


class Setter:
    """Places blocks from top to bottom and page after page."""

    def __init__(self, document: Document) -> None:
        self.document, self.page = document, document.page
        self.sheets: list[Sheet] = [Sheet()]
        self.signatures: list[Box] = []
        self.y, self.after = self.page.top, 0.0
        self.bottom = self.page.height - self.page.bottom
        self.width = self.page.width - self.page.left - self.page.right
        self.frames: dict[tuple[float, ...], float] = {}
        self.tables = 0

    def run(self) -> list[Sheet]:
        """Place the whole letter and return its pages."""
        blocks = self.document.blocks
        for block, following in zip(blocks, [*blocks[1:], None], strict=True):
            if isinstance(block, Table):
                self._table(block)
            elif block.look.frame:
                self._framed(block, block.look.frame)
            else:
                self._paragraph(block, following)
        return self.sheets

    def _new_page(self) -> None:
        self.sheets.append(Sheet())
        self.y, self.after = self.page.top, 0.0

    @property
    def _at_top(self) -> bool:
        return self.y <= self.page.top

    def _framed(self, paragraph: Paragraph, frame: tuple[float, float, float, float]) -> None:
        x, top, width, _height = frame
        y, owner = self.frames.get(frame, top), Owner("P")
        for i, line in enumerate(set_lines(paragraph, width)):
            self.sheets[0].lines.append(Placed(line, x, y, owner, i == 0, paragraph.look))
            y += line.height
        self.frames[frame] = y + paragraph.look.after

    def _paragraph(self, paragraph: Paragraph, following: Paragraph | Table | None) -> None:
        look, lines = paragraph.look, set_lines(paragraph, self.width)
        if look.page_break and not self._at_top:
            self._new_page()
        if not self._at_top or len(self.sheets) == 1:
            self.y += max(self.after, look.before)  # the larger of the two, as in Word
        if not self._at_top and self.y + self._together(paragraph, lines, following) > self.bottom:
            self._new_page()
        owner = Owner(_KINDS.get(paragraph.style, "P"))
        for i, line in enumerate(lines):
            if self.y + sum(each.height for each in self._bound(lines, i)) > self.bottom and not self._at_top:
                self._new_page()
            self._place(line, self.page.left, look, self.width, owner, i == 0)
        self.after = look.after

    def _bound(self, lines: list[Line], i: int) -> list[Line]:
        """Return the lines that must stand on one page with line `i`: the last two of a paragraph stay together."""
        return lines[i : i + 2] if 0 < i == len(lines) - 2 else lines[i : i + 1]

    def _together(self, paragraph: Paragraph, lines: list[Line], following: Paragraph | Table | None) -> float:
        height = sum(line.height for line in (lines[:3] if len(lines) == 3 else lines[:2]))
        if not paragraph.look.keep_next or following is None:
            return height
        if isinstance(following, Table):
            first = self._row_text(following.rows[0], following)
            return height + paragraph.look.after + max(text.height() for text in first)
        gap = max(paragraph.look.after, following.look.before)
        return height + gap + sum(line.height for line in set_lines(following, self.width)[:2])

    def _place(self, line: Line, x: float, look: Look, width: float, owner: Owner | None, first: bool) -> None:
        spare = width - look.left - line.width
        shift = {"right": spare, "end": spare, "center": spare / 2}.get(look.align, 0.0)
        self.sheets[-1].lines.append(Placed(line, x + look.left + shift, self.y, owner, first, look))
        self.y += line.height

    def _row_text(self, row: Row, table: Table) -> list[_CellText]:
        """Break the text of every cell of a row into lines."""
        out, x = [], self.page.left
        for cell in row.cells:
            lines, gap = [], 0.0
            for paragraph in cell.blocks:
                gap = max(gap, paragraph.look.before)
                for i, line in enumerate(set_lines(paragraph, cell.width - sum(table.padding))):
                    lines.append((paragraph, line, gap, i == 0))
                    gap = 0.0
                gap = paragraph.look.after
            out.append(_CellText(cell, x, lines, {}))
            x += cell.width
        return out

    def _table(self, table: Table) -> None:
        self.tables += 1
        self.y, self.after = self.y + self.after, 0.0
        headings = [row for row in table.rows if row.heading]
        for number, row in enumerate(table.rows):
            self._row(row, table, number, [] if row.heading else headings)

    def _row(self, row: Row, table: Table, number: int | None, headings: list[Row]) -> None:
        """Place a row; it moves to the next page whole when it fits there, else it is split."""
        texts = self._row_text(row, table)
        height, page = max(text.height() for text in texts), self.bottom - self.page.top
        if self.y + height > self.bottom and height <= page and not self._at_top:
            self._turn(headings, table)
        while True:
            self._part(texts, table, number, row.heading)
            if not any(text.lines for text in texts):
                return
            self._turn(headings, table)

    def _turn(self, headings: list[Row], table: Table) -> None:
        self._new_page()
        for heading in headings:
            self._row(heading, table, None, [])

    def _part(self, texts: list[_CellText], table: Table, number: int | None, heading: bool) -> None:
        """Place as much of a row as fits on this page."""
        top, lowest, sheet = self.y, self.y, self.sheets[-1]
        for column, text in enumerate(texts):
            self.y = top
            for paragraph, line, gap, first in text.take(self.bottom - top):
                self.y += gap
                owner = self._owner(text, paragraph, table, number, column, heading)
                self._sign_here(paragraph, text)
                inner = text.cell.width - sum(table.padding)
                self._place(line, text.x + table.padding[0], paragraph.look, inner, owner, first)
            lowest = max(lowest, self.y + (0.0 if text.lines else text.cell.blocks[-1].look.after))
        for text in texts:
            box = Box(len(self.sheets) - 1, text.x, top, text.cell.width, lowest - top)
            if text.cell.shade:
                sheet.shades.append((box, text.cell.shade))
            if table.border:
                sheet.borders.append((box, table.border))
        self.y = lowest

    def _owner(
        self, text: _CellText, paragraph: Paragraph, table: Table, number: int | None, column: int, heading: bool
    ) -> Owner | None:
        if number is None:
            return None
        place = (self.tables, number, column, heading) if table.border else None
        return text.owners.setdefault(id(paragraph), Owner("P", place))

    def _sign_here(self, paragraph: Paragraph, text: _CellText) -> None:
        if paragraph.style == SIGNATURE and paragraph.text:
            box = Box(len(self.sheets) - 1, text.x, self.y, text.cell.width - 12, paragraph.look.line - 12)
            self.signatures.append(box)
