"""What stands in a letter: paragraphs and tables with the look Word gives them. Lengths in points."""

from collections.abc import Iterator
from dataclasses import dataclass, field

PAGE, PAGES = "\ue010", "\ue011"
"""Where the header or footer writes the page number and the number of pages."""


@dataclass(frozen=True)
class Look:
    """How text and paragraph look, after all styles are applied."""

    size: float = 10
    bold: bool = False
    italic: bool = False
    underline: bool = False
    color: str = "000000"
    align: str = "left"
    before: float = 0
    after: float = 0
    line: float = 1.0
    exact: bool = False
    left: float = 0
    hanging: float = 0
    bullet: str = ""
    keep_next: bool = False
    page_break: bool = False
    frame: tuple[float, float, float, float] | None = None


@dataclass(frozen=True)
class Run:
    """A stretch of text in one look; a line break is a newline."""

    text: str
    look: Look


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with its style name, its look and its runs."""

    style: str
    look: Look
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The words of the paragraph."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Cell:
    """A cell of a table: its width in points, its paragraphs, its shade."""

    width: float
    blocks: tuple[Paragraph, ...]
    shade: str | None


@dataclass(frozen=True)
class Row:
    """A row of a table; a heading row is repeated on every page."""

    cells: tuple[Cell, ...]
    heading: bool


@dataclass(frozen=True)
class Table:
    """A table with fixed columns; without borders it only arranges the page."""

    rows: tuple[Row, ...]
    border: str | None
    padding: tuple[float, float]


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
    """A whole letter as read from its .docx."""

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
