"""What stands in a letter: paragraphs, pictures and tables with the look Word gives them. Lengths in points."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from functools import cached_property

PAGE, PAGES = "\ue010", "\ue011"
"""Where the header or footer writes the page number and the number of pages."""

TURN = "\f"
"""Where a paragraph goes on on a new page."""

DUTCH = "nl"


@dataclass(frozen=True)
class Look:
    """How text and paragraph look, after all styles are applied."""

    size: float = 10
    bold: bool = False
    italic: bool = False
    underline: bool = False
    color: str = "000000"
    language: str = ""
    language_rtl: str = ""
    rtl: bool = False
    align: str = "left"
    before: float = 0
    after: float = 0
    line: float = 1.0
    exact: bool = False
    at_least: bool = False
    left: float = 0
    right: float = 0
    hanging: float = 0
    listed: tuple[str, int] | None = None
    keep_next: bool = False
    keep_lines: bool = False
    widows: bool = True
    page_break: bool = False
    close: bool = False
    bidi: bool = False
    tabs: bool = False
    frame: tuple[float, float, float, float] | None = None

    @cached_property
    def _hash(self) -> int:
        return hash(tuple(getattr(self, each.name) for each in fields(self)))

    def __hash__(self) -> int:
        """Reckon it once: a look is asked for it with every paragraph."""
        return self._hash

    @property
    def spoken(self) -> str:
        """The language of the words: text from right to left has one of its own."""
        return self.language_rtl if self.rtl else self.language


@dataclass(frozen=True)
class Image:
    """A picture in the line: its file, its size, and the words for who cannot see it."""

    data: bytes
    width: float
    height: float
    description: str


@dataclass(frozen=True)
class Run:
    """A stretch of text in one look, or a picture; a line break is a newline."""

    text: str
    look: Look
    image: Image | None = None


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with its style name, its look, its runs, and its bullet or number in a list."""

    style: str
    look: Look
    runs: tuple[Run, ...]
    label: str = ""

    @property
    def text(self) -> str:
        """The words of the paragraph."""
        return "".join(run.text for run in self.runs)

    @property
    def language(self) -> str:
        """The language of its first words, as Word names it; empty for Dutch."""
        for run in self.runs:
            if run.text.strip():
                return "" if run.look.spoken.split("-")[0] == DUTCH else run.look.spoken
        return ""


@dataclass(frozen=True)
class Cell:
    """A cell of a table: its width in points, its paragraphs, its shade, and how many columns and rows it covers.

    A cell of no rows continues the one above it.
    """

    width: float
    blocks: tuple[Paragraph, ...]
    shade: str | None
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Row:
    """A row of a table; a heading row is repeated on every page."""

    cells: tuple[Cell, ...]
    heading: bool
    height: float = 0


@dataclass(frozen=True)
class Table:
    """A table with fixed columns; without borders it only arranges the page."""

    rows: tuple[Row, ...]
    border: str | None
    padding: tuple[float, float]
    indent: float = 0


@dataclass(frozen=True)
class Page:
    """The paper and its margins, in points."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    header: float
    footer: float


@dataclass
class Document:
    """A whole letter as read from its .docx; `unsupported` names what the PDF cannot show as Word does."""

    page: Page
    blocks: list[Paragraph | Table]
    header: list[Paragraph]
    footer: list[Paragraph]
    mentions: dict[str, str]
    unsupported: set[str] = field(default_factory=set)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield every paragraph of the body in reading order."""
        for block in self.blocks:
            if isinstance(block, Table):
                yield from (p for row in block.rows for cell in row.cells for p in cell.blocks)
            else:
                yield block

    @property
    def title(self) -> str:
        """The subject line: the first heading."""
        return next((p.text for p in self.paragraphs() if p.style == "heading 1"), "")
