"""A canvas that says of everything drawn to which element of the structure it belongs."""

import dataclasses
import io
from datetime import UTC, datetime, timedelta, timezone

import pikepdf
import pytest

from letters.typesetting.document import PAGE, PAGES, Look
from letters.typesetting.pdf import draw, field_name, to_pdf
from letters.typesetting.structure import Element
from tests.letters import pdf_text, samples
from tests.letters.model import document, lines, listed, paragraph, table


def drawn(*blocks, **edges):
    """Draw a document put together by hand."""
    return draw(document(*blocks, **edges), "OCMW Gent", samples.NOW).data


def shape(node):
    return (node.kind, [shape(kid) for kid in node.kids if isinstance(kid, pdf_text.Node)])


class TestElements:
    def test_an_element_stands_under_its_parent(self):
        top = Element("Document")
        first, second = Element("P", top), Element("Table", top)
        row = Element("TR", second)
        assert [each.kind for each in top.walk()] == ["Document", "P", "Table", "TR"]
        assert (first.parent, row.parent) == (top, second)

    def test_a_paragraph_goes_on_on_the_next_page(self):
        tagged = pdf_text.Tagged(drawn(lines(30)))
        (paragraph,) = tagged.blocks()
        assert {page for page, _ in tagged.top.marks()} == {0, 1}
        assert tagged.text(paragraph).split()[::2] == ["regel"] * 30

    def test_what_is_spoken_goes_before_what_is_drawn(self):
        tagged = pdf_text.Tagged(drawn(paragraph("שלום (é) 😀 e\u0301")))
        assert tagged.text(tagged.top) == "שלום (é) 😀 e\u0301"

    @pytest.mark.parametrize("text", ["(a) \\ b) (", "\u012b\u0128", "Δ∆ µμ -\u00ad"])
    def test_signs_that_mean_something_in_a_pdf_and_glyphs_that_are_shared_keep_their_characters(self, text):
        tagged = pdf_text.Tagged(drawn(paragraph(text)))
        assert tagged.text(tagged.top) == text


class TestStructure:
    def test_bullets_after_each_other_are_one_list_and_a_paragraph_ends_it(self):
        items = [listed(text) for text in ("a", "b", "c")]
        tagged = pdf_text.Tagged(drawn(items[0], items[1], paragraph("tussen"), items[2]))
        item = ("LI", [("Lbl", []), ("LBody", [])])
        assert [shape(kid) for kid in tagged.top.kids] == [("L", [item, item]), ("P", []), ("L", [item])]

    def test_a_bullet_is_drawn_once_before_a_text_of_several_lines(self):
        tagged = pdf_text.Tagged(drawn(listed("een\ntwee")))
        assert [tagged.text(node) for node in tagged.blocks("Lbl")] == ["•"]
        assert [tagged.text(node) for node in tagged.blocks("LBody")] == ["een twee"]

    def test_a_deeper_list_lies_in_the_item_above_it(self):
        made = drawn(listed("a"), listed("b", depth=1), listed("c", "–", 2), listed("d"), paragraph("e"))
        inner = ("L", [("LI", [("Lbl", []), ("LBody", [])])])
        middle = ("L", [("LI", [("Lbl", []), ("LBody", [inner])])])
        first = ("LI", [("Lbl", []), ("LBody", [middle])])
        assert shape(pdf_text.Tagged(made).top)[1] == [("L", [first, ("LI", [("Lbl", []), ("LBody", [])])]), ("P", [])]
        assert pdf_text.paragraphs(made) == ["a", "b", "c", "d", "e"]

    def test_a_list_that_begins_deep_is_a_list(self):
        item = ("L", [("LI", [("Lbl", []), ("LBody", [])])])
        assert shape(pdf_text.Tagged(drawn(listed("a", depth=2))).top)[1] == [item]

    def test_a_list_in_a_cell_lies_in_the_cell(self):
        made = table(["A", "B"], ["c", "d"])
        cells = [dataclasses.replace(cell, blocks=(listed("x"), listed("y"))) for cell in made.rows[1].cells]
        made = dataclasses.replace(made, rows=(made.rows[0], dataclasses.replace(made.rows[1], cells=tuple(cells))))
        item = ("LI", [("Lbl", []), ("LBody", [])])
        (whole,) = pdf_text.Tagged(drawn(made)).blocks("Table")
        assert shape(whole)[1][1] == ("TR", [("TD", [("L", [item, item])])] * 2)

    def test_cells_say_how_many_columns_and_rows_they_cover(self):
        made = table(["A", "B"], ["c", "d"])
        wide = dataclasses.replace(made.rows[0].cells[0], columns=2, width=300)
        rows = (dataclasses.replace(made.rows[0], cells=(wide,)), made.rows[1])
        tall = dataclasses.replace(made.rows[1].cells[0], rows=2)
        rest = dataclasses.replace(made.rows[1].cells[0], rows=0, blocks=(paragraph(""),))
        second = dataclasses.replace(made.rows[1], cells=(tall, made.rows[1].cells[1]))
        third = dataclasses.replace(made.rows[1], cells=(rest, made.rows[1].cells[1]))
        tagged = pdf_text.Tagged(drawn(dataclasses.replace(made, rows=(rows[0], second, third))))
        cells = [
            (node.kind, node.attributes.get("/ColSpan"), node.attributes.get("/RowSpan"))
            for node in tagged.blocks("TH", "TD")
        ]
        assert cells == [("TH", "2", None), ("TD", None, "2"), ("TD", None, None), ("TD", None, None)]
        assert tagged.blocks("TH")[0].attributes["/Scope"] == "/Column"

    def test_a_paragraph_in_another_language_says_so(self):
        arabic = Look(bidi=True, rtl=True, language="nl-BE", language_rtl="ar-SY")
        made = drawn(
            paragraph("مرحبا", arabic),
            paragraph("dag", Look(language="nl-BE")),
            listed("bonjour", look=Look(language="fr-BE")),
        )
        spoken = [(node.kind, node.language) for node in pdf_text.Tagged(made).blocks()]
        assert spoken == [("P", "ar-SY"), ("P", ""), ("Lbl", ""), ("LBody", "fr-BE")]

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
        assert b" re f" in pdf.pages[0].Contents.read_bytes()
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
