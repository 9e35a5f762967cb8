"""Places the blocks of a letter on pages, before anything is drawn.

The first and last two lines of a paragraph stay together, a heading stays with what follows, a row of
a table is split only when it does not fit on a page, and heading rows come back on every page.
"""

from letters.typesetting.document import Document, Paragraph, Table
from letters.typesetting.lines import set_lines
from letters.typesetting.pieces import Line
from letters.typesetting.sheet import Flow, owner_of, place_label, place_line
from letters.typesetting.tables import TableSetter


def _bound(lines: tuple[Line, ...], n: int, widows: bool) -> tuple[Line, ...]:
    """Return the lines that must stand on one page with line `n`: the last two of a paragraph stay together."""
    return lines[n : n + 2] if widows and 0 < n == len(lines) - 2 else lines[n : n + 1]


def _height(lines: tuple[Line, ...]) -> float:
    return sum(line.height for line in lines)


class Setter:
    """Places blocks from top to bottom and page after page."""

    def __init__(self, document: Document) -> None:
        self.blocks = document.blocks
        self.flow = Flow(document.page)
        tables = [(i, block) for i, block in enumerate(self.blocks) if isinstance(block, Table)]
        self.tables = {i: TableSetter(self.flow, table, number) for number, (i, table) in enumerate(tables, 1)}
        self.frames: dict[tuple[float, ...], float] = {}

    def run(self) -> Flow:
        """Place the whole letter and return its pages."""
        for i, block in enumerate(self.blocks):
            if isinstance(block, Table):
                if not self.flow.at_top and self.flow.y + self.flow.after + self._together(i) > self.flow.bottom:
                    self.flow.new_page()
                self.tables[i].run()
            elif block.look.frame:
                self._framed(block, block.look.frame)
            else:
                self._paragraph(block, i)
        return self.flow

    def _framed(self, paragraph: Paragraph, frame: tuple[float, float, float, float]) -> None:
        x, top, width, _height = frame
        y, owner = self.frames.get(frame, top), owner_of(paragraph)
        for line in set_lines(paragraph, width):
            self.flow.add(place_line(line, paragraph.look, x, width, y, owner))
            y += line.height
        self.frames[frame] = y + paragraph.look.after

    def _paragraph(self, paragraph: Paragraph, i: int) -> None:
        flow, look = self.flow, paragraph.look
        if flow.turned or (look.page_break and not flow.at_top):
            flow.new_page()
        if not flow.at_top or len(flow.sheets) == 1:
            flow.y += self._gap(i)
        if not flow.at_top and flow.y + self._together(i) > flow.bottom:
            flow.new_page()
        self._lines(paragraph)
        flow.after = look.after

    def _lines(self, paragraph: Paragraph) -> None:
        flow, look, owner = self.flow, paragraph.look, owner_of(paragraph)
        left, width = flow.page.left, flow.width
        lines = set_lines(paragraph, width)
        for n, line in enumerate(lines):
            if flow.turned or (flow.y + _height(_bound(lines, n, look.widows)) > flow.bottom and not flow.at_top):
                flow.new_page()
            if n == 0 and paragraph.label:
                flow.add(place_label(paragraph, line, left, width, flow.y, owner))
            flow.add(place_line(line, look, left, width, flow.y, owner))
            flow.y += line.height
            flow.turned = line.turned

    def _gap(self, i: int) -> float:
        """Return the space above a paragraph: the larger of the two, as in Word; none between items of a close list."""
        this, former = self.blocks[i], self.blocks[i - 1] if i else None
        assert isinstance(this, Paragraph)
        if this.look.close and isinstance(former, Paragraph) and former.style == this.style:
            return 0.0
        return max(self.flow.after, this.look.before)

    def _together(self, i: int) -> float:
        """Return how much of what begins here must come on one page, with what it is kept with."""
        block = self.blocks[i]
        if isinstance(block, Table):
            height, after, kept = self.tables[i].start, 0.0, self.tables[i].kept
        else:
            lines, look = set_lines(block, self.flow.width), block.look
            start = lines if look.keep_lines else lines[: 3 if len(lines) == 3 else 2] if look.widows else lines[:1]
            height, after, kept = _height(start), look.after, look.keep_next
        if kept and i + 1 < len(self.blocks):
            following = self.blocks[i + 1]
            before = following.look.before if isinstance(following, Paragraph) else 0.0
            whole = height + max(after, before) + self._together(i + 1)
            height = whole if whole <= self.flow.bottom - self.flow.page.top else height
        return height
