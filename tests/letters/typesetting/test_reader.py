"""What is read from a .docx: words with their look, tables, bookmarks, header and footer; the rest is named."""

import zipfile

import pytest

from letters import compose
from letters.typesetting.document import PAGE, PAGES, TURN
from letters.typesetting.reader import read
from tests.letters.docx_parts import EDGES, MAIN, cell, docx, field, p, r, table


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

    def test_a_page_break_and_a_hyphen_that_does_not_break_are_part_of_the_text(self):
        inner = '<w:r><w:t>een</w:t><w:br w:type="page"/><w:t>twee</w:t><w:noBreakHyphen/><w:softHyphen/></w:r>'
        assert only(p(inner)).text == f"een{TURN}twee\u2011"

    def test_a_run_takes_the_look_of_its_character_style_before_its_own(self):
        with zipfile.ZipFile(compose.LETTERHEAD) as head:
            styles = head.read("word/styles.xml").decode()
        strong = '<w:style w:type="character" w:styleId="Sterk"><w:name w:val="Strong"/>'
        strong += "<w:rPr><w:b/><w:i/></w:rPr></w:style>"
        body = p(r("x", '<w:rStyle w:val="Sterk"/><w:i w:val="0"/>') + r("y", '<w:rStyle w:val="Onbekend"/>'))
        document = read(docx(body, styles=styles.replace("</w:styles>", strong + "</w:styles>")))
        (bold, plain) = document.blocks[0].runs
        assert (bold.look.bold, bold.look.italic, plain.look.bold) == (True, False, False)

    def test_a_style_the_document_does_not_know_is_the_default_one(self):
        assert only(p(r("x"), '<w:pStyle w:val="Onbekend"/>')).style == "Normal"

    def test_another_field_shows_what_word_last_knew(self):
        assert only(p(r("op ") + field(" DATE \\@ x ", r("1 mei")) + r("."))).text == "op 1 mei."
        assert only(p(f'<w:fldSimple w:instr="DATE">{r("1 mei")}</w:fldSimple>')).text == "1 mei"

    def test_the_mark_of_a_field_that_never_began_is_passed_over(self):
        stray = '<w:r><w:fldChar w:fldCharType="end"/><w:instrText>PAGE</w:instrText></w:r>'
        assert only(p(stray + r("x"))).text == "x"

    def test_a_paragraph_says_its_language_unless_it_is_dutch(self):
        arabic = '<w:rtl/><w:lang w:bidi="ar-SY"/>'
        assert only(p(r(" ") + r("مرحبا", arabic))).language == "ar-SY"
        assert only(p(r("bonjour", '<w:lang w:val="fr-BE"/>'))).language == "fr-BE"
        assert only(p(r("dag", '<w:lang w:val="nl-NL"/>'))).language == ""
        assert only(p("")).language == ""

    def test_an_empty_run_is_no_run(self):
        assert only(p("<w:r><w:t/></w:r><w:r/>")).runs == ()

    def test_marks_of_the_editor_are_passed_over(self):
        document = read(docx(p("<w:proofErr w:type='spellStart'/><w:r><w:lastRenderedPageBreak/><w:t>x</w:t></w:r>")))
        assert document.blocks[0].text == "x"
        assert document.unsupported == set()


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

    @pytest.mark.parametrize(
        "numbered",
        [
            '<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "><w:r><w:t>7</w:t></w:r></w:fldSimple>',
            '<w:fldSimple w:instr="page"/>',
            '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> PA</w:instrText></w:r>'
            '<w:r><w:instrText>GE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ],
    )
    def test_a_page_number_may_be_written_in_any_way_word_knows(self, numbered):
        footer = f"<w:ftr {MAIN}>{p(r('blz. ') + numbered)}</w:ftr>"
        document = read(docx(p(r("x")), EDGES, footer1=footer))
        assert [paragraph.text for paragraph in document.footer] == [f"blz. {PAGE}"]
        assert document.unsupported == set()

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


def test_the_subject_is_the_first_heading_and_a_letter_without_one_has_none():
    subject = p(r("Over "), '<w:pStyle w:val="Onderwerp"/>').replace("</w:p>", f"{r('iets')}</w:p>")
    assert read(docx(p(r("x")) + subject)).title == "Over iets"
    assert read(docx(p(r("x")))).title == ""
