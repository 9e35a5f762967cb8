"""Cells over several columns and rows: where they stand, and that nothing in them is lost."""

import dataclasses

import pytest

from letters.typesetting.document import Cell, Row, Table
from letters.typesetting.typeset import Setter
from tests.letters.model import PAGE, PLAIN, document, lines, listed, paragraph, table


def cell(text, width=100, columns=1, rows=1, shade=None):
    blocks = tuple(map(paragraph, text.split("|"))) if rows else (paragraph(""),)
    return Cell(width, blocks, shade, columns, rows)


def grid(*rows, headings=0, border="7A868C", height=0, indent=0):
    made = tuple(Row(tuple(cells), number < headings, height) for number, cells in enumerate(rows))
    return Table(made, border, (5, 5), indent)


def placed(*blocks):
    flow = Setter(document(*blocks)).run()
    return flow, {said(each): each for sheet in flow.sheets for each in sheet.lines}


def said(each):
    return "".join(piece.text for piece in each.line.pieces).strip()


def test_a_cell_over_two_columns_is_as_wide_as_both():
    flow, text = placed(grid([cell("breed", 200, columns=2), cell("c")], [cell("a"), cell("b"), cell("d")]))
    assert [(box.x - PAGE.left, box.width) for box, _ in flow.sheets[0].borders] == [
        (0, 200), (200, 100), (0, 100), (100, 100), (200, 100),
    ]  # fmt: skip
    assert (text["c"].x, text["d"].x) == (text["c"].x, text["c"].x)
    assert (text["breed"].owner.cell.columns, text["d"].owner.cell.column) == (2, 2)


def test_a_cell_over_three_rows_reaches_down_over_them():
    rows = [[cell("hoog", rows=3), cell("a")], [cell("", rows=0), cell("b")], [cell("", rows=0), cell("c|d")]]
    flow, text = placed(grid(*rows))
    boxes = [box for box, _ in flow.sheets[0].borders]
    assert len(boxes) == 4
    assert boxes[0].height == pytest.approx(sum(box.height for box in boxes[1:]))
    assert text["hoog"].owner.cell.rows == 3
    assert text["a"].top == text["hoog"].top


def test_a_cell_that_needs_more_than_its_rows_makes_the_last_higher():
    flow, text = placed(grid([cell("1|2|3|4", rows=2), cell("a")], [cell("", rows=0), cell("b")]), paragraph("na"))
    tall, first, second = (box for box, _ in flow.sheets[0].borders)
    assert second.height > first.height
    assert tall.height == pytest.approx(first.height + second.height)
    assert text["na"].top >= tall.top + tall.height


@pytest.mark.parametrize("filler", range(1, 20))
def test_rows_that_a_cell_ties_together_stay_on_one_page(filler):
    flow, _ = placed(lines(filler), grid([cell("hoog", rows=2), cell("a|b")], [cell("", rows=0), cell("c")]))
    pages = [[said(each) for each in sheet.lines if not said(each).startswith("regel")] for sheet in flow.sheets]
    assert sorted(map(len, pages))[-1] == 4


def test_rows_that_do_not_fit_on_a_page_together_lose_nothing():
    many = "|".join(f"x{i}" for i in range(20))
    flow, text = placed(grid([cell(many, rows=2), cell("a")], [cell("", rows=0), cell(many.replace("x", "y"))]))
    assert len(flow.sheets) > 2
    assert {f"x{i}" for i in range(20)} | {f"y{i}" for i in range(20)} <= text.keys()


def test_a_row_is_at_least_as_high_as_it_says():
    flow, _ = placed(grid([cell("a"), cell("b")], height=50))
    assert [box.height for box, _ in flow.sheets[0].borders] == [50, 50]


def test_a_table_can_begin_farther_in():
    flow, text = placed(grid([cell("a")], indent=12))
    assert flow.sheets[0].borders[0][0].x == PAGE.left + 12
    assert text["a"].x == PAGE.left + 12 + 5


def test_a_list_in_a_cell_has_its_bullets():
    made = grid([Cell(100, (listed("een"), listed("twee")), None)])
    flow, text = placed(made)
    labels = [each for each in flow.sheets[0].lines if each.label]
    assert [said(each) for each in labels] == ["•", "•"]
    assert labels[0].x == pytest.approx(text["een"].x - 13)


def test_a_table_that_is_kept_with_what_follows_moves_with_it():
    kept = dataclasses.replace(PLAIN, keep_next=True)
    rows = Row((Cell(100, (paragraph("kop", kept), paragraph("naam", kept)), None),), False)
    for filler in range(1, 18):
        _, text = placed(lines(filler), Table((rows,), None, (5, 5)), paragraph("slot"))
        assert text["naam"].top < text["slot"].top


def test_a_line_higher_than_the_page_in_a_cell_is_placed_all_the_same():
    huge = dataclasses.replace(PLAIN, size=400)
    row = Row((Cell(300, (paragraph("M", huge), paragraph("na")), None),), False)
    flow, text = placed(paragraph("voor"), Table((row,), None, (5, 5)))
    assert {"voor", "M", "na"} <= text.keys()
    assert len(flow.sheets) < 5


def sheets(*blocks):
    """Place blocks; return the text of every line, page by page."""
    return [[said(each) for each in sheet.lines] for sheet in Setter(document(*blocks)).run().sheets]


class TestTables:
    def test_the_cells_of_a_row_start_at_the_same_height_with_their_padding(self):
        (sheet,) = Setter(document(table(["A", "B"], ["c|d", "e"]))).run().sheets
        by_text = {said(placed): placed for placed in sheet.lines}
        assert by_text["A"].x == pytest.approx(PAGE.left + 5.4)
        assert by_text["B"].x == pytest.approx(PAGE.left + 100 + 5.4)
        assert by_text["c"].top == by_text["e"].top < by_text["d"].top

    def test_every_cell_has_a_border_and_its_shade(self):
        (sheet,) = Setter(document(table(["A", "B"], ["c", "d"], shade="E6F5FC"))).run().sheets
        assert [(box.width, color) for box, color in sheet.borders] == [(100, "7A868C"), (200, "7A868C")] * 2
        assert [color for _, color in sheet.shades] == ["E6F5FC"] * 4
        upper, lower = sheet.borders[0][0], sheet.borders[2][0]
        assert upper.top + upper.height == pytest.approx(lower.top)

    def test_a_table_without_border_only_arranges(self):
        (sheet,) = Setter(document(table(["A", "B"], border=None))).run().sheets
        assert sheet.borders == []
        assert all(placed.owner.cell is None for placed in sheet.lines)

    def test_a_row_that_fits_on_a_page_moves_there_whole(self):
        pages = sheets(lines(12), table(["A", "B"], ["c", "|".join("defghij")]))
        assert pages[1] == ["A", "B", "c", *"defghij"]

    def test_a_following_page_repeats_the_headings_as_decoration(self):
        rows = [[str(i), "x"] for i in range(20)]
        first, second, *_ = Setter(document(table(["A", "B"], *rows))).run().sheets
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
        pages = Setter(document(table(["A", "B"], ["c", "\n".join(f"x{i}" for i in range(30))]))).run().sheets
        owners = {placed.owner for sheet in pages for placed in sheet.lines if said(placed).startswith("x")}
        assert len(owners) == 1

    def test_the_text_after_a_table_starts_below_it(self):
        (sheet,) = Setter(document(table(["A", "B"]), paragraph("na"))).run().sheets
        bottom = max(box.top + box.height for box, _ in sheet.borders)
        assert next(placed for placed in sheet.lines if said(placed) == "na").top >= bottom
