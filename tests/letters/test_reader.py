"""What is read from a .docx: words with their look, tables, bookmarks, header and footer; the rest is named."""

import pytest

from letters.document import PAGE, PAGES
from letters.reader import read
from tests.letters.docx_parts import EDGES, MAIN, cell, docx, p, r, table


def only(body):
    (block,) = read(docx(body)).blocks
    return block


class TestParagraphs:
    def test_a_paragraph_takes_the_look_of_its_style(self):
        block = only(p(r("Onderwerp"), '<w:pStyle w:val="Onderwerp"/>'))
        assert (block.style, block.text) == ("heading 1", "Onderwerp")
        assert (block.look.size, block.look.bold, block.look.color) == (12.5, True, "022064")
        assert (block.look.before, block.look.after, block.look.keep_next) == (10, 10, True)

    def test_without_a_style_it_is_the_default_one(self):
        block = only(p(r("Tekst")))
        assert block.style == "Normal"
        assert (block.look.size, block.look.after, block.look.line) == (10, 6, 1.1)

    def test_its_own_properties_go_before_those_of_the_style(self):
        properties = '<w:pStyle w:val="Kop"/><w:spacing w:before="400"/><w:jc w:val="center"/><w:keepNext w:val="0"/>'
        look = only(p(r("Kop"), properties)).look
        assert (look.before, look.after, look.align, look.keep_next, look.bold) == (20, 3, "center", False, True)

    def test_a_run_has_its_own_look(self):
        block = only(p(r("a ") + r("b", "<w:b/><w:i/>") + r("c", '<w:u w:val="single"/><w:sz w:val="30"/>')))
        assert [
            (run.text, run.look.bold, run.look.italic, run.look.underline, run.look.size) for run in block.runs
        ] == [
            ("a ", False, False, False, 10),
            ("b", True, True, False, 10),
            ("c", False, False, True, 15),
        ]

    def test_breaks_and_tabs_are_part_of_the_text(self):
        inner = "<w:r><w:t>een</w:t><w:br/><w:t>twee</w:t><w:tab/><w:t>drie</w:t><w:cr/></w:r>"
        assert only(p(inner)).text == "een\ntwee\u2003drie\n"

    def test_words_inside_a_link_are_read_too(self):
        assert only(p(r("zie ") + f"<w:hyperlink>{r('hier')}</w:hyperlink>")).text == "zie hier"

    def test_an_empty_run_is_no_run(self):
        assert only(p("<w:r><w:t/></w:r><w:r/>")).runs == ()

    def test_marks_of_the_editor_are_passed_over(self):
        document = read(docx(p("<w:proofErr w:type='spellStart'/><w:r><w:lastRenderedPageBreak/><w:t>x</w:t></w:r>")))
        assert document.blocks[0].text == "x"
        assert document.unsupported == set()


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

    def test_its_paragraphs_are_read_in_order_with_the_others(self):
        document = read(docx(p(r("voor")) + table((cell(p(r("a"))), cell(p(r("b"))))) + p(r("na"))))
        assert [paragraph.text for paragraph in document.paragraphs()] == ["voor", "a", "b", "na"]


class TestPage:
    def test_the_paper_and_its_margins_are_in_points(self):
        page = read(docx(p(r("x")))).page
        assert (page.width, page.height) == pytest.approx((595.3, 841.9))
        assert (page.top, page.right, page.bottom, page.left) == pytest.approx((85.05, 70.85, 70.9, 70.85))
        assert (page.header, page.footer) == pytest.approx((34, 28.35))

    def test_header_and_footer_are_read_with_the_page_number_for_us_to_fill_in(self):
        def field(name):
            marks = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
            instruction = f"<w:r><w:instrText> {name} </w:instrText></w:r>"
            return marks["begin"] + instruction + marks["separate"] + r("7") + marks["end"]

        footer = f"<w:ftr {MAIN}>{p(r('pagina ') + field('PAGE') + r(' van ') + field('NUMPAGES'))}{table()}</w:ftr>"
        header = f"<w:hdr {MAIN}>{p(r('Hoofd'))}</w:hdr>"
        document = read(docx(p(r("x")), EDGES, header1=header, footer1=footer))
        assert [paragraph.text for paragraph in document.header] == ["Hoofd"]
        assert [paragraph.text for paragraph in document.footer] == [f"pagina {PAGE} van {PAGES}"]

    def test_a_letter_without_header_and_footer_has_none(self):
        document = read(docx(p(r("x"))))
        assert (document.header, document.footer) == ([], [])


class TestBookmarks:
    def test_the_words_under_a_bookmark_are_collected_with_single_spaces(self):
        body = (
            p(r("voor")) + '<w:bookmarkStart w:id="1" w:name="a"/>' + p(r("een ") + r(" twee")) + p(r("drie"))
            + '<w:bookmarkEnd w:id="1"/>' + p(r("na"))
        )  # fmt: skip
        assert read(docx(body)).mentions == {"a": "een twee drie"}

    def test_bookmarks_may_overlap_and_lie_in_a_table(self):
        body = (
            '<w:bookmarkStart w:id="1" w:name="a"/>' + table((cell(p(r("x"))), cell(p(r("y")))))
            + '<w:bookmarkStart w:id="2" w:name="b"/>' + p(r("z")) + '<w:bookmarkEnd w:id="1"/>' + p(r("q"))
            + '<w:bookmarkEnd w:id="2"/>'
        )  # fmt: skip
        assert read(docx(body)).mentions == {"a": "x y z", "b": "z q"}

    def test_an_end_without_a_start_and_an_empty_bookmark_say_nothing(self):
        body = '<w:bookmarkEnd w:id="9"/><w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>' + p(r("x"))
        assert read(docx(body)).mentions == {"a": ""}


UNSUPPORTED = {
    "a text box": (p("<w:r><w:pict/></w:r>"), {"pict"}),
    "a drawing": (p("<w:r><w:drawing/></w:r>"), {"drawing"}),
    "a footnote": (p("<w:r><w:footnoteReference w:id='1'/></w:r>"), {"footnoteReference"}),
    "a deleted word": (p("<w:del><w:r><w:delText>weg</w:delText></w:r></w:del>"), {"delText"}),
    "a symbol": (p("<w:r><w:sym w:char='F0A7'/></w:r>"), {"sym"}),
    "a content control": (f"<w:sdt><w:sdtContent>{p(r('x'))}</w:sdtContent></w:sdt>", {"sdt"}),
    "a table in a table": (table((cell(table((cell(p(r("x"))),), grid=(900,)) + p("")),), grid=(2000,)), {"tbl"}),
    "joined cells": (table((cell(p(r("x")), '<w:gridSpan w:val="2"/>'),)), {"gridSpan"}),
    "joined rows": (table((cell(p(r("x")), "<w:vMerge/>"), cell(p(r("y"))))), {"vMerge"}),
    "two at once": (p("<w:r><w:pict/></w:r>") + p("<w:r><w:object/></w:r>"), {"pict", "object"}),
}


@pytest.mark.parametrize("name", UNSUPPORTED)
def test_what_cannot_be_set_is_named(name):
    body, found = UNSUPPORTED[name]
    assert read(docx(body)).unsupported == found


def test_the_subject_is_the_first_heading_and_a_letter_without_one_has_none():
    subject = p(r("Over "), '<w:pStyle w:val="Onderwerp"/>').replace("</w:p>", f"{r('iets')}</w:p>")
    assert read(docx(p(r("x")) + subject)).title == "Over iets"
    assert read(docx(p(r("x")))).title == ""
