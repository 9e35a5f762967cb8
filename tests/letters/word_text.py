"""Reads a .docx with a second pair of eyes: python-docx, which our own reader does not use."""

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.table import Table

BORDERS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}tblBorders"


def opened(data: bytes) -> Any:
    """Open a .docx with python-docx."""
    return docx.Document(io.BytesIO(data))


def body(data: bytes) -> Iterator[Any]:
    """Yield every paragraph in reading order, also those in the cells of tables."""
    for block in opened(data).iter_inner_content():
        if isinstance(block, Table):
            yield from (p for row in block.rows for cell in row.cells for p in cell.paragraphs)
        else:
            yield block


def paragraphs(data: bytes) -> list[str]:
    """Return the words of every paragraph that has any, with single spaces."""
    texts = (" ".join(paragraph.text.split()) for paragraph in body(data))
    return [text for text in texts if text]


def tables(data: bytes) -> list[Any]:
    """Return the tables of the letter itself: those with borders."""
    return [table for table in opened(data).tables if table._tbl.tblPr.find(BORDERS) is not None]


def edges(data: bytes) -> tuple[str, str]:
    """Return the words of the header and of the footer, without the page numbers Word fills in."""
    section = opened(data).sections[0]
    header, footer = (" ".join(p.text for p in part.paragraphs) for part in (section.header, section.footer))
    return " ".join(header.split()), " ".join(footer.split())
