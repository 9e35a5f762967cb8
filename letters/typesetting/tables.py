"""Places the rows of a table: cells side by side, cells over several rows, headings on every page."""

from letters.typesetting.document import Paragraph, Row, Table
from letters.typesetting.rows import Band, CellText, Entry, band_of, bands, is_kept
from letters.typesetting.sheet import Box, Flow, Owner, Place, owner_of, place_label, place_line

SIGNATURE = "Handtekening"
"""The style of the paragraph under which a signature comes."""


class TableSetter:
    """Places one table in the flow of a letter."""

    def __init__(self, flow: Flow, table: Table, number: int) -> None:
        self.flow, self.table, self.number = flow, table, number
        self.headings = [row for row in table.rows if row.heading]
        self.inner = sum(table.padding)
        self.kept = is_kept(table)
        self.bands: list[Band] = []
        row = 0
        for rows in bands(table):
            self.bands.append(band_of(rows, table, flow.page.left, row))
            row += len(rows)

    @property
    def start(self) -> float:
        """How high the first rows are that cannot be parted: all of them, when the table is kept whole."""
        return sum(band.height for band in self.bands[: None if self.kept else 1])

    def run(self) -> None:
        """Place the whole table."""
        if self.flow.turned:
            self.flow.new_page()
        self.flow.y, self.flow.after = self.flow.y + self.flow.after, 0.0
        for band in self.bands:
            self._band(band)

    def _band(self, band: Band) -> None:
        """Place rows that belong together; they move to the next page whole when they fit there."""
        whole, page = band.height, self.flow.bottom - self.flow.page.top
        if self.flow.y + whole > self.flow.bottom and whole <= page and not self.flow.at_top:
            self._turn(band.rows[0])
        fits = self.flow.y + whole <= self.flow.bottom
        for i, (row, texts) in enumerate(zip(band.rows, band.texts, strict=True)):
            number = None if band.number is None else band.number + i
            if fits:
                self._row(texts, band.heights[i:], row, number)
            else:
                self._split(texts, row, number)

    def _turn(self, row: Row) -> None:
        self.flow.new_page()
        for heading in () if row.heading else self.headings:
            self._band(band_of([heading], self.table, self.flow.page.left, None))

    def _row(self, texts: list[CellText], heights: list[float], row: Row, number: int | None) -> None:
        """Place a row of known height; a cell reaches as far down as it covers rows."""
        top = self.flow.y
        for text in texts:
            self._lines(text, text.take(float("inf")), row, number)
            if text.cell.rows:
                self._box(text, top, sum(heights[: text.cell.rows]))
            self.flow.y = top
        self.flow.y = top + heights[0]

    def _split(self, texts: list[CellText], row: Row, number: int | None) -> None:
        """Place a row that is larger than a page, as much of it as fits on every page."""
        least = 0
        while True:
            top = lowest = self.flow.y
            for text in texts:
                self._lines(text, text.take(self.flow.bottom - top, least), row, number)
                rest = text.entries or not text.cell.blocks
                lowest = max(lowest, self.flow.y + (0.0 if rest else text.cell.blocks[-1].look.after))
                self.flow.y = top
            for text in texts:
                self._box(text, top, lowest - top)
            self.flow.y = lowest
            if not any(text.entries for text in texts):
                return
            self._turn(row)
            least = 1  # a line higher than a page still comes on one

    def _lines(self, text: CellText, entries: list[Entry], row: Row, number: int | None) -> None:
        flow, x, width = self.flow, text.x + self.table.padding[0], text.cell.width - self.inner
        for entry in entries:
            flow.y += entry.gap
            owner = self._owner(text, entry.paragraph, row, number)
            self._sign_here(entry.paragraph, text)
            if entry.first and entry.paragraph.label:
                flow.add(place_label(entry.paragraph, entry.line, x, width, flow.y, owner))
            flow.add(place_line(entry.line, entry.paragraph.look, x, width, flow.y, owner))
            flow.y += entry.line.height

    def _box(self, text: CellText, top: float, height: float) -> None:
        box, sheet = Box(self.flow.number, text.x, top, text.cell.width, height), self.flow.sheets[-1]
        if text.cell.shade:
            sheet.shades.append((box, text.cell.shade))
        if self.table.border:
            sheet.borders.append((box, self.table.border))

    def _owner(self, text: CellText, paragraph: Paragraph, row: Row, number: int | None) -> Owner | None:
        if number is None:
            return None
        if id(paragraph) not in text.owners:
            cell = text.cell
            place = Place(self.number, number, text.column, row.heading, cell.columns, cell.rows)
            text.owners[id(paragraph)] = owner_of(paragraph, place if self.table.border else None)
        return text.owners[id(paragraph)]

    def _sign_here(self, paragraph: Paragraph, text: CellText) -> None:
        if paragraph.style == SIGNATURE and paragraph.text:
            box = Box(self.flow.number, text.x, self.flow.y, text.cell.width - 12, paragraph.look.line - 12)
            self.flow.signatures.append(box)
