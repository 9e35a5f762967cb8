"""What stands where on the pages: the address in the window, signatures, long tables, page numbers."""

import io

import conftest
import pikepdf
import pytest

from letters.making import write
from letters.samples.facts import merged
from tests.letters import pdf_text, pdf_view, samples
from tests.letters.samples import SAMPLES, WHEN
from tests.letters.tools import QPDF, run

MM = 72 / 25.4
HEADINGS = "Datum Wat is er vastgesteld? Waaruit blijkt dat?"


def written(name, facts):
    sample = SAMPLES[name]
    return write(sample.letter, sample.text, merged(sample.facts, facts), WHEN)


def fact(number, what="Niet aanwezig in de les.", proof="Aanwezigheidslijst"):
    return {"nummer": number, "datum": "9 februari 2026", "wat": what, "bewijs": proof}


@pytest.fixture(scope="module")
def long_table():
    return written("aanmaning", {"feiten": [fact(number) for number in range(1, 101)]})


def test_the_address_stands_in_the_right_hand_window_of_the_envelope():
    data = samples.paper("beslissing_schorsing_leefloon").pdf.data
    (registered,) = pdf_view.find(data, "AANGETEKEND")
    (last,) = [place for place in pdf_view.find(data, "9000 Gent") if place.left > 300 and place.page == 1][:1]
    assert registered.left / MM == pytest.approx(110, abs=1)
    assert 297 - registered.top / MM > 45
    assert 297 - last.bottom / MM < 90


@pytest.mark.parametrize("name", SAMPLES)
def test_a_signature_is_set_between_the_function_and_the_words_for_it(name):
    paper = samples.paper(name)
    signatories = [cell for row in SAMPLES[name].facts["ondertekening"] for cell in row if cell["naam"]]
    words = pdf_view.find(paper.pdf.data, "Elektronische handtekening")
    pdf = pikepdf.open(io.BytesIO(paper.pdf.data))
    fields = list(pdf.Root.AcroForm.Fields) if "/AcroForm" in pdf.Root else []
    for field, cell, place in zip(fields, signatories, words, strict=True):
        left, bottom, _right, top = (float(side) for side in field.Rect)
        function = next(f for f in pdf_view.find(paper.pdf.data, cell["functie"]) if f.bottom > place.top)
        assert function.page == place.page == paper.pdf.pages
        assert left == pytest.approx(place.left, abs=2)
        assert place.top < bottom < top < function.bottom


def test_every_page_says_which_it_is_of_how_many(long_table):
    pages = pdf_view.page_texts(long_table.pdf.data)
    assert len(pages) > 3
    for number, text in enumerate(pages, 1):
        assert f"BR-2026-0117 · controlecode ABCD-EFGH-JKMN · pagina {number} van {len(pages)}" in text


def test_a_long_table_shows_its_headings_on_every_page_and_says_them_once(long_table):
    pages = [" ".join(text.split()) for text in pdf_view.page_texts(long_table.pdf.data)]
    with_rows = [page for page in pages if "Aanwezigheidslijst" in page]
    assert len(with_rows) > 2
    assert all(page.count(HEADINGS) == 1 for page in with_rows)
    repeated = [page.count(HEADINGS) for page in pdf_text.decoration(long_table.pdf.data)]
    assert repeated[: len(with_rows)] == [0] + [1] * (len(with_rows) - 1)
    (table,) = pdf_text.Tagged(long_table.pdf.data).blocks("Table")
    assert [row.kids[0].kind for row in table.kids] == ["TH"] + ["TD"] * 100


def test_no_row_of_a_long_table_is_split_over_two_pages(long_table):
    structure = pdf_text.Tagged(long_table.pdf.data)
    assert all(len({page for page, _ in row.marks()}) == 1 for row in structure.blocks("TR"))


def test_a_row_larger_than_a_page_goes_on_on_the_next():
    paper = written("aanmaning", {"feiten": [fact(1), fact(2, "heel lang " * 300, "kort"), fact(3)]})
    structure = pdf_text.Tagged(paper.pdf.data)
    rows = structure.blocks("TR")
    assert [len({page for page, _ in row.marks()}) for row in rows] == [1, 1, 2, 1]
    assert structure.text(rows[2]).split().count("heel") == 300
    assert pdf_text.decoration(paper.pdf.data)[1].count(HEADINGS) == 1


def test_a_row_of_three_pages_fills_the_page_between():
    paper = written("aanmaning", {"feiten": [fact(1, "heel lang " * 2_000, "bewijs " * 900)]})
    structure = pdf_text.Tagged(paper.pdf.data)
    row = structure.blocks("TR")[1]
    pages = sorted({page for page, _ in row.marks()})
    assert len(pages) >= 4
    assert pages == list(range(pages[0], pages[0] + len(pages)))
    assert [structure.text(cell).split().count("bewijs") for cell in row.kids] == [0, 0, 900]


def test_qpdf_finds_nothing_wrong_in_any_letter(tmp_path, long_table):
    conftest.require("QPDF", QPDF, "qpdf")
    (tmp_path / "lang.pdf").write_bytes(long_table.pdf.data)
    for name in SAMPLES:
        (tmp_path / f"{name}.pdf").write_bytes(samples.paper(name).pdf.data)
    for path in tmp_path.iterdir():
        said = run("qpdf", "--check", path.name, at=tmp_path)
        assert "No syntax or stream encoding errors found" in said, path.name
