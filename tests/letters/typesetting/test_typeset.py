"""Where lines land on the pages: what must stay together stays together."""

import dataclasses

import pytest

from letters.typesetting.document import Look
from letters.typesetting.tables import SIGNATURE
from letters.typesetting.typeset import Setter
from tests.letters.model import HEAD, PAGE, PLAIN, document, heading, lines, paragraph, table


def sheets(*blocks, page=PAGE):
    """Place blocks; return the text of every line, page by page."""
    return [[said(placed) for placed in sheet.lines] for sheet in Setter(document(*blocks, page=page)).run().sheets]


def said(placed):
    return "".join(piece.text for piece in placed.line.pieces).strip()


def page_of(pages, text):
    return next(number for number, page in enumerate(pages) if text in page)


def test_paragraphs_stand_below_each_other_with_the_larger_space_between():
    (sheet,) = Setter(document(paragraph("een"), heading("twee"), paragraph("drie"))).run().sheets
    first, second, third = sheet.lines
    assert first.top == PAGE.top
    assert second.top == pytest.approx(first.top + first.line.height + max(PLAIN.after, HEAD.before))
    assert third.top == pytest.approx(second.top + second.line.height + HEAD.after)


def test_a_paragraph_that_does_not_fit_goes_on_on_the_next_page():
    pages = sheets(lines(40))
    assert len(pages) == 3
    assert [line for page in pages for line in page] == [f"regel {i}" for i in range(1, 41)]


@pytest.mark.parametrize("filler", range(1, 20))
@pytest.mark.parametrize("size", [2, 3, 4, 5, 9])
def test_neither_the_first_nor_the_last_line_of_a_paragraph_stands_alone_on_a_page(filler, size):
    pages = sheets(lines(filler), lines(size, word="zin"))
    counts = [sum(line.startswith("zin") for line in page) for page in pages]
    assert sum(counts) == size
    assert 1 not in counts


@pytest.mark.parametrize("filler", range(1, 20))
def test_a_heading_never_stands_alone_at_the_bottom(filler):
    pages = sheets(lines(filler), heading("Kop"), lines(4, PLAIN))
    page = page_of(pages, "Kop")
    place = pages[page].index("Kop")
    assert pages[page][place + 1 : place + 3] == ["regel 1", "regel 2"]


@pytest.mark.parametrize("filler", range(1, 20))
def test_a_heading_never_stands_alone_above_a_table(filler):
    pages = sheets(lines(filler), heading("Kop"), table(["A", "B"], ["c", "d"]))
    page = page_of(pages, "Kop")
    assert pages[page][pages[page].index("Kop") + 1 :][:2] == ["A", "B"]


def test_a_heading_at_the_end_of_a_letter_needs_nothing_after_it():
    assert sheets(lines(3), heading("Kop"))[0][-1] == "Kop"


def test_a_page_break_starts_a_new_page_but_not_an_empty_one():
    broken = dataclasses.replace(PLAIN, page_break=True)
    assert sheets(paragraph("een", broken), paragraph("twee", broken)) == [["een"], ["twee"]]


@pytest.mark.parametrize(
    ("blocks", "pages"),
    [
        ([paragraph("een\ftwee")], [["een"], ["twee"]]),
        ([paragraph("een\f"), paragraph("twee")], [["een"], ["twee"]]),
        ([paragraph("\f"), paragraph("twee")], [[""], ["twee"]]),
        ([paragraph("een\f"), table(["a", "b"])], [["een"], ["a", "b"]]),
        ([paragraph("een\f\ftwee")], [["een"], [""], ["twee"]]),
        ([paragraph("een\f")], [["een"]]),
    ],
)
def test_text_goes_on_after_a_page_break(blocks, pages):
    assert sheets(*blocks) == pages


def test_items_of_a_close_list_stand_close():
    close = dataclasses.replace(PLAIN, close=True, before=5)
    (sheet,) = Setter(document(paragraph("a", close), paragraph("b", close), paragraph("c"))).run().sheets
    first, second, third = sheet.lines
    assert second.top == pytest.approx(first.top + first.line.height)
    assert third.top == pytest.approx(second.top + second.line.height + PLAIN.after)


@pytest.mark.parametrize("filler", range(1, 20))
def test_a_paragraph_that_is_kept_whole_stands_on_one_page(filler):
    kept = dataclasses.replace(PLAIN, keep_lines=True)
    counts = [sum(line.startswith("zin") for line in page) for page in sheets(lines(filler), lines(6, kept, "zin"))]
    assert sorted(counts)[-1] == 6


def test_a_first_line_can_begin_farther_in_or_out():
    for hanging, first in ((-12, 12), (10, -10)):
        look = dataclasses.replace(PLAIN, left=20, hanging=hanging)
        (sheet,) = Setter(document(paragraph("een\ntwee", look))).run().sheets
        assert [placed.x - PAGE.left for placed in sheet.lines] == [20 + first, 20]


def test_no_space_is_left_above_the_first_paragraph_of_a_following_page():
    broken = dataclasses.replace(PLAIN, page_break=True, before=30)
    _first, second = Setter(document(paragraph("een"), paragraph("twee", broken))).run().sheets
    assert second.lines[0].top == PAGE.top


def test_the_space_above_the_first_paragraph_of_a_letter_is_kept():
    (sheet,) = Setter(document(heading("Kop"))).run().sheets
    assert sheet.lines[0].top == PAGE.top + HEAD.before


@pytest.mark.parametrize(("align", "x"), [("left", 50), ("right", 350), ("end", 350), ("center", 200)])
def test_a_line_is_aligned(align, x):
    (sheet,) = Setter(document(paragraph("woord", Look(align=align)))).run().sheets
    (placed,) = sheet.lines
    edge = {"left": 0, "center": placed.line.width / 2}.get(align, placed.line.width)
    assert placed.x + edge == pytest.approx(x)


def test_framed_paragraphs_stand_at_their_place_on_the_page_below_each_other():
    framed = Look(frame=(200, 100, 150, 80))
    (sheet,) = Setter(document(paragraph("een", framed), paragraph("twee", framed), paragraph("tekst"))).run().sheets
    one, two, text = sheet.lines
    assert (one.x, one.top) == (200, 100)
    assert two.top == pytest.approx(100 + one.line.height)
    assert (text.x, text.top) == (PAGE.left, PAGE.top)


class TestSignatures:
    LOOK = Look(line=38, exact=True, keep_next=True)

    def row(self, *texts):
        made = table(["", ""], headings=0, border=None)
        cells = tuple(
            dataclasses.replace(cell, blocks=(paragraph(text, self.LOOK, SIGNATURE),))
            for cell, text in zip(made.rows[0].cells, texts, strict=True)
        )
        return dataclasses.replace(made, rows=(dataclasses.replace(made.rows[0], cells=cells),))

    def test_every_place_to_sign_has_a_box_above_its_words(self):
        setter = Setter(document(self.row("hier", "en hier")))
        flow = setter.run()
        first, second = flow.signatures
        assert (first.page, first.x, first.top) == (0, PAGE.left, PAGE.top)
        assert (first.width, first.height) == (100 - 12, 38 - 12)
        assert second.x == PAGE.left + 100

    def test_an_empty_place_is_none(self):
        setter = Setter(document(self.row("hier", "")))
        flow = setter.run()
        assert len(flow.signatures) == 1

    def test_the_box_goes_with_its_words_to_the_next_page(self):
        setter = Setter(document(lines(16), self.row("hier", "en hier")))
        flow = setter.run()
        assert [(box.page, box.top) for box in flow.signatures] == [(1, PAGE.top)] * 2
