"""Tables as Word writes them: widths, spans, borders, shades and heading rows."""

import zipfile

from letters import compose
from letters.typesetting.reader import read
from tests.letters.docx_parts import cell, docx, p, r, table


def only(body):
    (block,) = read(docx(body)).blocks
    return block


class TestTables:
    def test_a_table_has_its_widths_borders_shades_and_heading_rows(self):
        border = '<w:tblBorders><w:top w:val="single" w:color="7A868C"/></w:tblBorders>'
        head = "<w:trPr><w:tblHeader/></w:trPr>"
        shaded = cell(p(r("Dag")), '<w:shd w:val="clear" w:fill="E6F5FC"/>')
        block = only(
            table((head, shaded, cell(p(r("Wat")))), (cell(p(r("1")) + p(r("2"))), cell(p(""))), properties=border)
        )
        assert block.border == "7A868C"
        assert block.padding == (5.4, 5.4)
        assert [row.heading for row in block.rows] == [True, False]
        assert [(cell.width, cell.shade) for cell in block.rows[0].cells] == [(100, "E6F5FC"), (150, None)]
        assert [[paragraph.text for paragraph in cell.blocks] for cell in block.rows[1].cells] == [["1", "2"], [""]]

    def test_a_table_without_borders_keeps_its_own_padding(self):
        margin = '<w:tblCellMar><w:left w:w="0"/><w:right w:w="108"/></w:tblCellMar>'
        block = only(table((cell(p(r("a"))), cell(p(r("b")))), properties=margin))
        assert (block.border, block.padding) == (None, (0, 5.4))

    def test_cells_over_several_columns_and_rows_know_how_many(self):
        def over(text, properties):
            return cell(p(r(text)), properties)

        first = (over("a", '<w:gridSpan w:val="2"/>'), over("b", '<w:vMerge w:val="restart"/>'))
        rows = [
            first,
            (over("c", ""), over("d", ""), over("", "<w:vMerge/>")),
            (over("e", ""), over("f", ""), over("", "<w:vMerge/>")),
        ]
        block = only(table(*rows, grid=(1000, 2000, 3000)))
        assert [[(cell.columns, cell.rows, cell.width) for cell in row.cells] for row in block.rows] == [
            [(2, 1, 150), (1, 3, 150)], [(1, 1, 50), (1, 1, 100), (1, 0, 150)], [(1, 1, 50), (1, 1, 100), (1, 0, 150)],
        ]  # fmt: skip

    def test_a_cell_that_continues_nothing_stays_empty(self):
        block = only(table((cell(p(r("a")), "<w:vMerge/>"), cell(p(r("b"))))))
        assert [cell.rows for cell in block.rows[0].cells] == [0, 1]

    def test_a_table_takes_its_borders_and_padding_from_its_style(self):
        inner = (
            '<w:tblBorders><w:top w:val="none"/><w:left w:val="single" w:color="auto"/></w:tblBorders>'
            '<w:tblCellMar><w:start w:w="40"/></w:tblCellMar>'
        )
        with zipfile.ZipFile(compose.LETTERHEAD) as head:
            styles = head.read("word/styles.xml").decode()
        named = '<w:style w:type="table" w:styleId="Raster"><w:name w:val="Table Grid"/>'
        grid = f"{named}<w:tblPr>{inner}</w:tblPr></w:style>"
        body = table((cell(p(r("a"))), cell(p(r("b")))), properties='<w:tblStyle w:val="Raster"/><w:tblInd w:w="100"/>')
        (block,) = read(docx(body, styles=styles.replace("</w:styles>", grid + "</w:styles>"))).blocks
        assert (block.border, block.padding, block.indent) == ("000000", (2, 5.4), 5)

    def test_a_table_whose_borders_are_off_has_none(self):
        off = '<w:tblBorders><w:top w:val="nil"/></w:tblBorders>'
        assert only(table((cell(p(r("a"))),), properties=off)).border is None

    def test_a_row_can_have_a_least_height(self):
        block = only(table(("<w:trPr><w:trHeight w:val='600'/></w:trPr>", cell(p(r("a"))))))
        assert block.rows[0].height == 30

    def test_its_paragraphs_are_read_in_order_with_the_others(self):
        document = read(docx(p(r("voor")) + table((cell(p(r("a"))), cell(p(r("b"))))) + p(r("na"))))
        assert [paragraph.text for paragraph in document.paragraphs()] == ["voor", "a", "b", "na"]
