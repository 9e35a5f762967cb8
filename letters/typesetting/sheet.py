"""A page as it is set: lines at their places, shades, borders; and how far the setting has come."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from letters.typesetting import directions
from letters.typesetting.document import Look, Page, Paragraph, Run
from letters.typesetting.lines import set_lines
from letters.typesetting.pieces import Line, Piece
from letters.typesetting.shaping import Stretch

_KINDS = {"heading 1": "H1", "heading 2": "H2", "heading 3": "H3"}
_END = {"right", "end"}
_JUSTIFIED = {"both", "distribute"}


@dataclass(frozen=True)
class Place:
    """Where a cell stands in the structure: its table, row and column, whether it is a heading, and what it covers."""

    table: int
    row: int
    column: int
    heading: bool
    columns: int = 1
    rows: int = 1


@dataclass(eq=False)
class Owner:
    """A paragraph in the structure of the PDF: its kind, its cell, its language, its depth in a list."""

    kind: str
    cell: Place | None = None
    language: str = ""
    depth: int = 0


@dataclass(slots=True)
class Placed:
    """A line at its place; without an owner it is decoration, such as a repeated heading row.

    `label` says that it is the bullet or number of its owner, `extra` how much every space is widened.
    """

    line: Line
    x: float
    top: float
    owner: Owner | None
    label: bool = False
    extra: float = 0.0


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


def owner_of(paragraph: Paragraph, cell: Place | None = None) -> Owner:
    """Say what a paragraph is in the structure."""
    if paragraph.label:
        depth = paragraph.look.listed[1] if paragraph.look.listed else 0
        return Owner("LI", cell, paragraph.language, depth)
    kind = "P" if cell else _KINDS.get(paragraph.style, "P")
    return Owner(kind, cell, paragraph.language)


def place_line(line: Line, look: Look, x: float, width: float, top: float, owner: Owner | None) -> Placed:
    """Place a line between two edges as its paragraph is aligned; from right to left everything is mirrored."""
    spare = width - look.left - look.right - line.indent - line.width
    if look.align in _JUSTIFIED and line.full and spare > 0:
        spaces = "".join(piece.text for piece in line.pieces).rstrip().count(" ")
        start, extra = 0.0, spare / spaces if spaces else 0.0
        spare -= extra * spaces
    else:
        start, extra = {"center": spare / 2}.get(look.align, spare if look.align in _END else 0.0), 0.0
    if look.bidi:
        return Placed(line, x + look.right + spare - start, top, owner, extra=extra)
    return Placed(line, x + look.left + line.indent + start, top, owner, extra=extra)


def place_label(paragraph: Paragraph, line: Line, x: float, width: float, top: float, owner: Owner | None) -> Placed:
    """Place the bullet or number of a paragraph before its first line."""
    look = replace(paragraph.look, left=0, right=0, hanging=0)
    (label, *_) = set_lines(Paragraph(paragraph.style, look, (Run(paragraph.label, look),)), width)
    label = replace(label, height=line.height, base=line.base)
    out = paragraph.look.left - paragraph.look.hanging
    at = x + width - out - label.width if look.bidi else x + out
    return Placed(label, at, top, owner, label=True)


def seen(placed: Placed) -> Iterator[tuple[Piece, Stretch | None, float, float]]:
    """Yield the parts of a line as they are read, each with the place where it is seen and its width."""
    units: list[tuple[Piece, Stretch | None]] = []
    for piece in placed.line.pieces:
        units += [(piece, stretch) for stretch in piece.stretches or (None,)]
    levels = [stretch.level if stretch else max(piece.levels, default=0) for piece, stretch in units]
    order = directions.visual(levels) if any(levels) else range(len(units))
    places, x = [(0.0, 0.0)] * len(units), placed.x
    for i in order:
        piece, stretch = units[i]
        width = stretch.width(piece.look.size) if stretch else piece.width
        if placed.extra and width:
            width += placed.extra * (stretch.text if stretch else piece.text).count(" ")
        places[i] = (x, width)
        x += width
    for (piece, stretch), place in zip(units, places, strict=True):
        yield piece, stretch, *place


class Flow:
    """Where the next line comes, from top to bottom and page after page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.sheets: list[Sheet] = [Sheet()]
        self.signatures: list[Box] = []
        self.y, self.after, self.turned = page.top, 0.0, False
        self.bottom = page.height - page.bottom
        self.width = page.width - page.left - page.right

    @property
    def at_top(self) -> bool:
        """Say whether nothing stands on this page yet."""
        return self.y <= self.page.top

    @property
    def number(self) -> int:
        """The number of this page, from 0."""
        return len(self.sheets) - 1

    def new_page(self) -> None:
        """Go on at the top of a new page."""
        self.sheets.append(Sheet())
        self.y, self.after, self.turned = self.page.top, 0.0, False

    def add(self, placed: Placed) -> None:
        """Put a line on this page."""
        self.sheets[-1].lines.append(placed)
