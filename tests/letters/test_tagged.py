"""A canvas that says of everything drawn to which element of the structure it belongs."""

import io
from datetime import UTC, datetime, timedelta, timezone

import pikepdf
import pytest

from letters import typeface
from letters.document import PAGE, PAGES, Look
from letters.pdf import _Draughtsman, field_name, to_pdf
from letters.tagged import Element, TaggedCanvas
from letters.typeset import Setter
from tests.letters import pdf_text, samples
from tests.letters.model import document, lines, paragraph, table

FONT = typeface.of(Look()).name


def canvas_to(out, part="2", created=samples.NOW):
    return TaggedCanvas(out, (400, 300), FONT, part, created)


def write(canvas, text):
    drawn = canvas.beginText(20, 200)
    drawn.setFont(FONT, 10)
    drawn.textOut(text)
    canvas.drawText(drawn)


def drawn(*blocks, **edges):
    """Draw a document put together by hand."""
    made = document(*blocks, **edges)
    setter, out = Setter(made), io.BytesIO()
    sheets, canvas = setter.run(), canvas_to(out)
    draughtsman = _Draughtsman(canvas, made)
    for number, sheet in enumerate(sheets, 1):
        draughtsman.draw(sheet, number, len(sheets), [])
    canvas.save()
    return out.getvalue()


def shape(node):
    return (node.kind, [shape(kid) for kid in node.kids if isinstance(kid, pdf_text.Node)])


class TestElements:
    def test_an_element_stands_under_its_parent(self):
        top = Element("Document")
        first, second = Element("P", top), Element("Table", top)
        row = Element("TR", second)
        assert [each.kind for each in top.walk()] == ["Document", "P", "Table", "TR"]
        assert (first.parent, row.parent) == (top, second)

    def test_what_is_drawn_inside_a_tag_is_said_by_its_element(self):
        out = io.BytesIO()
        canvas = canvas_to(out)
        heading, text = Element("H1", canvas.root), Element("P", canvas.root)
        for element, words in ((heading, "Kop"), (None, "versiering"), (text, "een "), (text, "twee")):
            with canvas.tag(element):
                write(canvas, words)
        canvas.showPage()
        canvas.save()
        tagged = pdf_text.Tagged(out.getvalue())
        assert [(node.kind, tagged.text(node)) for node in tagged.blocks()] == [("H1", "Kop"), ("P", "een twee")]
        assert tagged.pages[0].decoration == "versiering\n"

    def test_an_element_goes_on_on_the_next_page(self):
        out = io.BytesIO()
        canvas = canvas_to(out)
        element = Element("P", canvas.root)
        for words in ("een ", "twee"):
            with canvas.tag(element):
                write(canvas, words)
            canvas.showPage()
        canvas.save()
        tagged = pdf_text.Tagged(out.getvalue())
        assert tagged.top.marks() == [(0, 0), (1, 0)]
        assert tagged.text(tagged.top) == "een twee"

    def test_what_is_spoken_goes_before_what_is_drawn(self):
        out = io.BytesIO()
        canvas = canvas_to(out)
        with canvas.tag(Element("P", canvas.root)), canvas.spoken("שלום (é) 😀"):
            write(canvas, "xyz")
        canvas.showPage()
        canvas.save()
        tagged = pdf_text.Tagged(out.getvalue())
        assert tagged.text(tagged.top) == "שלום (é) 😀"


class TestStructure:
    def test_bullets_after_each_other_are_one_list_and_a_paragraph_ends_it(self):
        bullet = Look(bullet="•", left=18, hanging=13)
        items = [paragraph(text, bullet, "List Bullet") for text in ("a", "b", "c")]
        tagged = pdf_text.Tagged(drawn(items[0], items[1], paragraph("tussen"), items[2]))
        item = ("LI", [("Lbl", []), ("LBody", [])])
        assert [shape(kid) for kid in tagged.top.kids] == [("L", [item, item]), ("P", []), ("L", [item])]

    def test_a_bullet_is_drawn_once_before_a_text_of_several_lines(self):
        bullet = Look(bullet="•", left=18, hanging=13)
        tagged = pdf_text.Tagged(drawn(paragraph("een\ntwee", bullet, "List Bullet")))
        assert [tagged.text(node) for node in tagged.blocks("Lbl")] == ["•"]
        assert [tagged.text(node) for node in tagged.blocks("LBody")] == ["een twee"]

    def test_a_table_holds_rows_of_heading_cells_and_cells(self):
        tagged = pdf_text.Tagged(drawn(table(["A", "B"], ["c", "d"])))
        cells = [[("TH", [("P", [])])] * 2, [("TD", [("P", [])])] * 2]
        assert shape(tagged.top) == ("Document", [("Table", [("TR", cells[0]), ("TR", cells[1])])])

    def test_a_table_that_only_arranges_is_no_table(self):
        tagged = pdf_text.Tagged(drawn(table(["A", "B"], border=None)))
        assert shape(tagged.top) == ("Document", [("P", []), ("P", [])])

    def test_two_tables_are_two(self):
        tagged = pdf_text.Tagged(drawn(table(["A", "B"]), paragraph("x"), table(["C", "D"])))
        assert [kind for kind, _ in shape(tagged.top)[1]] == ["Table", "P", "Table"]

    def test_headings_of_three_levels_are_known(self):
        levels = [paragraph("x", style=f"heading {level}") for level in (1, 2, 3)]
        assert shape(pdf_text.Tagged(drawn(*levels)).top)[1] == [("H1", []), ("H2", []), ("H3", [])]

    def test_an_empty_line_leaves_no_mark(self):
        tagged = pdf_text.Tagged(drawn(paragraph("een\n\ntwee"), paragraph("")))
        assert len(tagged.top.marks()) == 2


class TestEdges:
    def test_header_and_footer_are_decoration_on_every_page_with_its_number(self):
        right = Look(align="right")
        header, footer = paragraph("Hoofd"), paragraph(f"blz. {PAGE} van {PAGES}", right)
        data = drawn(lines(40), header=[header], footer=[footer])
        assert pdf_text.decoration(data) == [f"Hoofd blz. {number} van 3" for number in (1, 2, 3)]

    def test_text_can_be_underlined(self):
        data = drawn(paragraph("onderstreept", Look(underline=True)))
        pdf = pikepdf.open(io.BytesIO(data))
        assert b" l S" in pdf.pages[0].Contents.read_bytes()
        assert pdf_text.paragraphs(data) == ["onderstreept"]


class TestFile:
    @pytest.mark.parametrize(("part", "version"), [("1", "1.4"), ("2", "1.7")])
    def test_each_part_of_the_standard_has_its_version(self, part, version):
        pdf = pikepdf.open(io.BytesIO(to_pdf(samples.paper("intrekking").docx, "OCMW", samples.NOW, part).data))
        assert pdf.pdf_version == version
        assert pdf.open_metadata()["pdfaid:part"] == part
        assert pdf.open_metadata()["pdfaid:conformance"] == {"1": "B", "2": "A"}[part]

    @pytest.mark.parametrize(
        ("created", "written"),
        [
            (datetime(2026, 12, 1, 9, 5, tzinfo=UTC), "D:20261201090500+00'00'"),
            (datetime(2026, 7, 1, 9, 5, tzinfo=timezone(timedelta(hours=2))), "D:20260701090500+02'00'"),
            (datetime(2026, 7, 1, 9, 5, tzinfo=timezone(timedelta(hours=5, minutes=30))), "D:20260701090500+05'30'"),
        ],
    )
    def test_the_moment_of_making_is_the_one_given(self, created, written):
        pdf = pikepdf.open(io.BytesIO(to_pdf(samples.paper("intrekking").docx, "OCMW", created).data))
        assert str(pdf.docinfo.CreationDate) == str(pdf.docinfo.ModDate) == written
        assert pdf.open_metadata()["xmp:CreateDate"] == created.isoformat()

    def test_the_author_is_told_also_with_signs_that_xml_reserves(self):
        pdf = pikepdf.open(io.BytesIO(to_pdf(samples.paper("intrekking").docx, "A & B <vzw>", samples.NOW).data))
        assert str(pdf.docinfo.Author) == "A & B <vzw>"
        assert pdf.open_metadata()["dc:creator"] == ["A & B <vzw>"]

    def test_every_stream_ends_on_a_line_of_its_own(self):
        data = samples.paper("beslissing_schorsing_leefloon").pdf.data
        ends = data.split(b"endstream")[:-1]
        assert len(ends) > 8
        assert all(part.endswith(b"\n") for part in ends)

    def test_a_letter_without_places_to_sign_has_no_form(self):
        pdf = pikepdf.open(io.BytesIO(drawn(paragraph("x"))))
        assert "/AcroForm" not in pdf.Root

    def test_places_to_sign_are_numbered_from_one(self):
        assert [field_name(place) for place in (1, 2)] == ["Handtekening1", "Handtekening2"]
