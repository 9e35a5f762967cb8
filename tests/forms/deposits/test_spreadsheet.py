"""Tables for Excel: no text becomes a formula, no character is lost, every number stays as long as it is."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from forms.deposits.spreadsheet import as_csv, as_xlsx, neutral

FORMULAS = (
    "=1+1", "+32 9 000", "-1", "@SUM(A1)", "\tx", "\r=1", "＝1+1", "＋1", "－1", "＠SUM", "﹦1", "﹢1", "﹣1", "﹫a",
    '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0",
)  # fmt: skip
PLAIN = ("", "Amina", "'t Hof", "1+1", "a=b", " =1", "Žofie ሰላም שלום", 'zei "ja"; en ging', "0" * 30, "é\u0301")


def read_csv(content):
    assert content.startswith(b"\xef\xbb\xbf"), "Excel knows UTF-8 by its byte order mark"
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def cells(content):
    sheet = load_workbook(io.BytesIO(content)).active
    return [list(row) for row in sheet.iter_rows()]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_gets_an_apostrophe(text):
    assert neutral(text) == f"'{text}"
    assert read_csv(as_csv(["Kop"], [[text]]))[1] == [f"'{text}"]


@pytest.mark.parametrize("text", PLAIN)
def test_other_text_stays_as_it_is(text):
    assert neutral(text) == text
    assert read_csv(as_csv(["Kop"], [[text, "x"]]))[1] == [text, "x"]


def test_the_lines_are_those_of_a_belgian_excel():
    assert as_csv(["Naam", "Land"], [["Amina", "België"]]) == (
        b'\xef\xbb\xbf"Naam";"Land"\r\n"Amina";"Belgi\xc3\xab"\r\n'
    )


@pytest.mark.parametrize("text", [text for text in FORMULAS + PLAIN if "\r" not in text and text])
def test_every_cell_of_an_xlsx_is_text(text):
    head, (cell,) = cells(as_xlsx("AL-2026-0001", ["Kop"], [[text]]))
    assert head[0].value == "Kop"
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")


@pytest.mark.parametrize("text", ["=1+1", "＝1"])
def test_a_text_that_looks_like_a_formula_stays_text_when_somebody_edits_it(text):
    (cell,) = cells(as_xlsx("x", ["Kop"], [[text]]))[1]
    assert cell.quotePrefix


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_whatever_the_text_a_csv_cell_never_begins_as_a_formula(text):
    ((cell,),) = read_csv(as_csv(["Kop"], [[text]]))[1:]
    assert cell.removeprefix("'") == text.removeprefix("'") or cell == text
    assert not cell.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
