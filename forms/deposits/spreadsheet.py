"""Tables for Excel in Belgium: CSV with semicolons and a byte order mark, and xlsx; no text becomes a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from unicodedata import normalize

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With what a formula begins, in ordinary and in full-width characters."""


def is_formula(text: str) -> bool:
    """Say whether a spreadsheet would take a text for a formula."""
    return normalize("NFKC", text[:1]).startswith(FORMULA) or text.startswith(FORMULA)


def neutral(text: str) -> str:
    """Write a text so that a spreadsheet that opens a CSV shows it as text."""
    return f"'{text}" if is_formula(text) else text


def as_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write a table as CSV; every cell is quoted."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write a table as xlsx; every cell is text, also when somebody edits it later."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.append(list(head))
    for row in rows:
        sheet.append([_text(sheet, cell) for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _text(sheet: WriteOnlyWorksheet, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, text)
    cell.data_type, cell.number_format = "s", "@"
    cell.quotePrefix = is_formula(text)
    return cell
