"""The rows of a table before they are placed: the lines of their cells, how high they are, which belong together."""

from dataclasses import dataclass, field

from letters.typesetting.document import Cell, Paragraph, Row, Table
from letters.typesetting.lines import set_lines
from letters.typesetting.pieces import Line
from letters.typesetting.sheet import Owner


@dataclass(slots=True)
class Entry:
    """A line of a cell still to be placed: its paragraph, the space above it, and whether it is the first."""

    paragraph: Paragraph
    line: Line
    gap: float
    first: bool


@dataclass
class CellText:
    """The text of a cell still to be placed."""

    cell: Cell
    column: int
    x: float
    entries: list[Entry]
    owners: dict[int, Owner] = field(default_factory=dict)

    def height(self) -> float:
        """How high the rest of the cell is."""
        after = self.cell.blocks[-1].look.after if self.cell.blocks else 0.0
        return sum(entry.line.height + entry.gap for entry in self.entries) + after

    def take(self, room: float, least: int = 0) -> list[Entry]:
        """Take the lines that fit in the room that is left, and at least so many."""
        used, count = 0.0, 0
        for entry in self.entries:
            used += entry.line.height + entry.gap
            if used > room:
                break
            count += 1
        count = max(count, least)
        taken, self.entries = self.entries[:count], self.entries[count:]
        return taken


def _entries(cell: Cell, width: float) -> list[Entry]:
    out, gap = [], 0.0
    for paragraph in cell.blocks:
        gap = max(gap, paragraph.look.before)
        for i, line in enumerate(set_lines(paragraph, width)):
            out.append(Entry(paragraph, line, gap, i == 0))
            gap = 0.0
        gap = paragraph.look.after
    return out


def _texts(row: Row, table: Table, left: float) -> list[CellText]:
    """Break the text of every cell of a row into lines; a cell that continues the one above has none of its own."""
    out, column, x = [], 0, left + table.indent
    for cell in row.cells:
        entries = _entries(cell, cell.width - sum(table.padding)) if cell.rows else []
        out.append(CellText(cell, column, x, entries))
        x, column = x + cell.width, column + cell.columns
    return out


def bands(table: Table) -> list[list[Row]]:
    """Group the rows that a cell ties together."""
    out: list[list[Row]] = []
    tied = 0
    for row in table.rows:
        if tied:
            out[-1].append(row)
        else:
            out.append([row])
        tied = max([tied, *(cell.rows for cell in row.cells)]) - 1
    return out


def _heights(band: list[list[CellText]], rows: list[Row]) -> list[float]:
    """Return the height of every row; a cell over several rows that needs more makes its last row higher."""
    out = [
        max([row.height, *(text.height() for text in texts if text.cell.rows == 1)])
        for row, texts in zip(rows, band, strict=True)
    ]
    for i, texts in enumerate(band):
        for text in texts:
            last = i + text.cell.rows
            if text.cell.rows > 1:
                out[last - 1] += max(0.0, text.height() - sum(out[i:last]))
    return out


def is_kept(table: Table) -> bool:
    """Say whether a table stays with what follows: every paragraph in it does."""
    blocks = [paragraph for row in table.rows for cell in row.cells for paragraph in cell.blocks]
    return all(paragraph.look.keep_next for paragraph in blocks)


@dataclass
class Band:
    """Rows that belong together, with the text of their cells and their heights; `number` is that of the first."""

    rows: list[Row]
    texts: list[list[CellText]]
    heights: list[float]
    number: int | None

    @property
    def height(self) -> float:
        """How high all of them are."""
        return sum(self.heights)


def band_of(rows: list[Row], table: Table, left: float, number: int | None) -> Band:
    """Measure rows that belong together."""
    texts = [_texts(row, table, left) for row in rows]
    return Band(rows, texts, _heights(texts, rows), number)
