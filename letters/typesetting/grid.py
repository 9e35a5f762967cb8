"""Reads the tables of Word: their columns, spans, borders, shades and heading rows."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from letters.typesetting.document import Cell, Paragraph, Row, Table
from letters.typesetting.styles import Styles
from letters.typesetting.wordml import W, is_on, local, on, points

_UNSHOWN_IN_A_CELL = {"tcBorders", "textDirection", "sdt"}


class Grid:
    """Reads a table; `paragraph` reads what stands in a cell and `miss` notes what the PDF does not show."""

    def __init__(self, styles: Styles, paragraph: Callable[[Any], Paragraph], miss: Callable[[str], None]) -> None:
        self.styles, self.paragraph, self.miss = styles, paragraph, miss

    def read(self, element: Any) -> Table:
        """Read one table."""
        widths = [points(column, "w") for column in element.find(W + "tblGrid")]
        properties = element.find(W + "tblPr")
        for tag in ("tblpPr", "bidiVisual"):
            if properties.find(W + tag) is not None:
                self.miss(tag)
        sides = self._property(properties, "tblCellMar")
        padding = [_side(sides, names) for names in (("left", "start"), ("right", "end"))]
        indent = properties.find(W + "tblInd")
        rows = _joined([self._row(row, widths) for row in element.findall(W + "tr")])
        border = _border(self._property(properties, "tblBorders"))
        return Table(rows, border, (padding[0], padding[1]), 0 if indent is None else points(indent, "w"))

    def _property(self, properties: Any, name: str) -> Any:
        own, style = properties.find(W + name), properties.find(W + "tblStyle")
        return own if own is not None or style is None else self.styles.table(style.get(W + "val"), name)

    def _row(self, element: Any, widths: list[float]) -> Row:
        cells, column = [], 0
        for cell in element.findall(W + "tc"):
            properties = cell.find(W + "tcPr")
            span = 1 if properties is None else int(_value(properties, "gridSpan", "1"))
            cells.append(self._cell(cell, properties, sum(widths[column : column + span]), span))
            column += span
        properties = element.find(W + "trPr")
        height = None if properties is None else properties.find(W + "trHeight")
        return Row(tuple(cells), is_on(properties, "tblHeader"), 0 if height is None else points(height, "val"))

    def _cell(self, cell: Any, properties: Any, width: float, span: int) -> Cell:
        for e in (*cell, *(() if properties is None else properties)):
            tag = local(e)
            if tag == "tbl":
                self.miss("nested")
            elif tag in _UNSHOWN_IN_A_CELL:
                self.miss(tag)
        blocks = tuple(self.paragraph(p) for p in cell.findall(W + "p"))
        shade = None if properties is None else properties.find(W + "shd")
        fill = None if shade is None else shade.get(W + "fill")
        merged = None if properties is None else properties.find(W + "vMerge")
        rows = 0 if merged is not None and merged.get(W + "val") != "restart" else 1
        return Cell(width, blocks, None if fill in (None, "auto") else fill, span, rows)


def _value(properties: Any, name: str, missing: str) -> str:
    found = properties.find(W + name)
    return missing if found is None else str(found.get(W + "val"))


def _side(sides: Any, names: tuple[str, ...]) -> float:
    found = (side for name in names if sides is not None and (side := sides.find(W + name)) is not None)
    side = next(found, None)
    return 5.4 if side is None else points(side, "w")


def _border(borders: Any) -> str | None:
    drawn = [] if borders is None else [side for side in borders if on(side)]
    color = drawn[0].get(W + "color", "auto") if drawn else None
    return "000000" if color == "auto" else color


def _joined(rows: list[Row]) -> tuple[Row, ...]:
    """Let a cell that continues in the rows below know how many."""
    going: dict[int, list[int]] = {}
    counts: list[list[list[int]]] = []
    for row in rows:
        column = 0
        here: list[list[int]] = []
        for cell in row.cells:
            count = [cell.rows]
            if cell.rows:
                going[column] = count
            elif column in going:
                going[column][0] += 1
            here.append(count)
            column += cell.columns
        counts.append(here)
    if all(cell.rows == 1 for row in rows for cell in row.cells):
        return tuple(rows)
    return tuple(_with_rows(row, here) for row, here in zip(rows, counts, strict=True))


def _with_rows(row: Row, counts: list[list[int]]) -> Row:
    return replace(row, cells=tuple(replace(cell, rows=n) for cell, (n,) in zip(row.cells, counts, strict=True)))
