"""A table of Markdown as a table of Word, as wide as the letter."""

from collections.abc import Callable

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7A868C"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_WIDTH = 9072
"""The width between the margins of the letterhead, in twentieths of a point."""

Write = Callable[[str, str], str]
"""Writes a paragraph of these runs in that style."""


def table(rows: list[list[str]], write: Write) -> str:
    """Write rows of cells as a table; the first row is its heading and comes back on every page."""
    columns = len(rows[0])
    first = _WIDTH // 5
    widths = [first, *[(_WIDTH - first) // (columns - 1)] * (columns - 1)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="E6F5FC"/>'
    body = _row([write(cell, "Celkop") for cell in rows[0]], widths, head, shade)
    for cells in map(_repeated, rows[1:]):
        body += _row([write(cell, "Cel") for cell in cells], widths, "<w:trPr><w:cantSplit/></w:trPr>", "")
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'
    )


def _repeated(cells: list[str]) -> list[str]:
    """Make a row with only a command one that commands whole rows."""
    if cells[0].count("{%") and not any(cells[1:]):
        return [cells[0].replace("{%", "{%tr", 1), *cells[1:]]
    return cells


def _row(paragraphs: list[str], widths: list[int], look: str, shade: str) -> str:
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{each}</w:tc>'
        for each, width in zip(paragraphs, widths, strict=True)
    )
    return f"<w:tr>{look}{inner}</w:tr>"
