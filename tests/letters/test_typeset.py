"""Where lines land on the pages: what must stay together stays together."""

import dataclasses

import pytest

from letters.document import Look
from letters.typeset import SIGNATURE, Setter
from tests.letters.model import HEAD, PAGE, PLAIN, document, heading, lines, paragraph, table


def sheets(*blocks, page=PAGE):
    """Place blocks; return the text of every line, page by page."""
    return [[said(placed) for placed in sheet.lines] for sheet in Setter(document(*blocks, page=page)).run()]


def said(placed):
    return "".join(piece.text for piece in placed.line.pieces).strip()


def page_of(pages, text):
    return next(number for number, page in enumerate(pages) if text in page)


def test_paragraphs_stand_below_each_other_with_the_larger_space_between():
    setter = Setter(document(paragraph("een"), heading("twee"), paragraph("drie")))
    (sheet,) = setter.run()
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


def test_no_space_is_left_above_the_first_paragraph_of_a_following_page():
    broken = dataclasses.replace(PLAIN, page_break=True, before=30)
    _first, second = Setter(document(paragraph("een"), paragraph("twee", broken))).run()
    assert second.lines[0].top == PAGE.top


def test_the_space_above_the_first_paragraph_of_a_letter_is_kept():
    (sheet,) = Setter(document(heading("Kop"))).run()
    assert sheet.lines[0].top == PAGE.top + HEAD.before


@pytest.mark.parametrize(("align", "x"), [("left", 50), ("right", 350), ("end", 350), ("center", 200)])
def test_a_line_is_aligned(align, x):
    (sheet,) = Setter(document(paragraph("woord", Look(align=align)))).run()
    (placed,) = sheet.lines
    edge = {"left": 0, "center": placed.line.width / 2}.get(align, placed.line.width)
    assert placed.x + edge == pytest.approx(x)


def test_framed_paragraphs_stand_at_their_place_on_the_page_below_each_other():
    framed = Look(frame=(200, 100, 150, 80))
    (sheet,) = Setter(document(paragraph("een", framed), paragraph("twee", framed), paragraph("tekst"))).run()
    one, two, text = sheet.lines
    assert (one.x, one.top) == (200, 100)
    assert two.top == pytest.approx(100 + one.line.height)
    assert (text.x, text.top) == (PAGE.left, PAGE.top)


class TestTables:
    def test_the_cells_of_a_row_start_at_the_same_height_with_their_padding(self):
        (sheet,) = Setter(document(table(["A", "B"], ["c|d", "e"]))).run()
        by_text = {said(placed): placed for placed in sheet.lines}
        assert by_text["A"].x == pytest.approx(PAGE.left + 5.4)
        assert by_text["B"].x == pytest.approx(PAGE.left + 100 + 5.4)
        assert by_text["c"].top == by_text["e"].top < by_text["d"].top

    def test_every_cell_has_a_border_and_its_shade(self):
        (sheet,) = Setter(document(table(["A", "B"], ["c", "d"], shade="E6F5FC"))).run()
        assert [(box.width, color) for box, color in sheet.borders] == [(100, "7A868C"), (200, "7A868C")] * 2
        assert [color for _, color in sheet.shades] == ["E6F5FC"] * 4
        upper, lower = sheet.borders[0][0], sheet.borders[2][0]
        assert upper.top + upper.height == pytest.approx(lower.top)

    def test_a_table_without_border_only_arranges(self):
        (sheet,) = Setter(document(table(["A", "B"], border=None))).run()
        assert sheet.borders == []
        assert all(placed.owner.cell is None for placed in sheet.lines)

    def test_a_row_that_fits_on_a_page_moves_there_whole(self):
        pages = sheets(lines(12), table(["A", "B"], ["c", "|".join("defghij")]))
        assert pages[1] == ["A", "B", "c", *"defghij"]

    def test_a_following_page_repeats_the_headings_as_decoration(self):
        rows = [[str(i), "x"] for i in range(20)]
        first, second, *_ = Setter(document(table(["A", "B"], *rows))).run()
        assert [placed.owner is None for placed in first.lines[:2]] == [False, False]
        assert [(said(placed), placed.owner) for placed in second.lines[:2]] == [("A", None), ("B", None)]
        assert all(placed.owner for placed in second.lines[2:])

    def test_two_heading_rows_are_both_repeated(self):
        rows = [[str(i), "x"] for i in range(20)]
        pages = sheets(table(["A", "B"], ["C", "D"], *rows, headings=2))
        assert pages[1][:4] == ["A", "B", "C", "D"]

    def test_a_row_larger_than_a_page_is_split_under_the_headings(self):
        pages = sheets(table(["A", "B"], ["c", "|".join(f"x{i}" for i in range(30))]))
        assert len(pages) > 1
        assert all(page[:2] == ["A", "B"] for page in pages)
        assert [line for page in pages for line in page if line.startswith("x")] == [f"x{i}" for i in range(30)]

    def test_a_paragraph_in_a_split_cell_keeps_one_owner(self):
        pages = Setter(document(table(["A", "B"], ["c", "\n".join(f"x{i}" for i in range(30))]))).run()
        owners = {placed.owner for sheet in pages for placed in sheet.lines if said(placed).startswith("x")}
        assert len(owners) == 1

    def test_the_text_after_a_table_starts_below_it(self):
        (sheet,) = Setter(document(table(["A", "B"]), paragraph("na"))).run()
        bottom = max(box.top + box.height for box, _ in sheet.borders)
        assert next(placed for placed in sheet.lines if said(placed) == "na").top >= bottom


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
        setter.run()
        first, second = setter.signatures
        assert (first.page, first.x, first.top) == (0, PAGE.left, PAGE.top)
        assert (first.width, first.height) == (100 - 12, 38 - 12)
        assert second.x == PAGE.left + 100

    def test_an_empty_place_is_none(self):
        setter = Setter(document(self.row("hier", "")))
        setter.run()
        assert len(setter.signatures) == 1

    def test_the_box_goes_with_its_words_to_the_next_page(self):
        setter = Setter(document(lines(16), self.row("hier", "en hier")))
        setter.run()
        assert [(box.page, box.top) for box in setter.signatures] == [(1, PAGE.top)] * 2
