"""Small documents put together by hand, as the reader would find them in Word."""

import dataclasses

from letters.typesetting.document import Cell, Document, Look, Page, Paragraph, Row, Run, Table

PLAIN = Look(size=10, after=6, line=1.1)
HEAD = Look(size=12, bold=True, before=10, after=4, keep_next=True)
PAGE = Page(width=400, height=300, top=40, right=50, bottom=40, left=50, header=20, footer=20)


def paragraph(text, look=PLAIN, style="Normal"):
    return Paragraph(style, look, (Run(text, look),) if text else ())


def heading(text, look=HEAD):
    return paragraph(text, look, "heading 2")


def lines(count, look=PLAIN, word="regel"):
    """A paragraph of so many lines."""
    return paragraph("\n".join(f"{word} {i}" for i in range(1, count + 1)), look)


def table(*rows, headings=1, border="7A868C", widths=(100, 200), shade=None):
    """A table of texts; the first rows are headings."""
    made = []
    for number, row in enumerate(rows):
        texts = [tuple(map(paragraph, cell.split("|"))) for cell in row]
        cells = (Cell(width, blocks, shade) for width, blocks in zip(widths, texts, strict=True))
        made.append(Row(tuple(cells), number < headings))
    return Table(tuple(made), border, (5.4, 5.4))


def listed(text, label="•", depth=0, look=PLAIN):
    """A paragraph in a list."""
    inside = dataclasses.replace(look, left=18 * (depth + 1), hanging=13, listed=("1", depth))
    return dataclasses.replace(paragraph(text, inside, "List Bullet"), label=label)


def document(*blocks, page=PAGE, header=(), footer=()):
    return Document(page, list(blocks), list(header), list(footer), {})
