"""Every PDF is tagged and archivable: title, language, structure, fonts, colours and metadata (PDF/A-2a)."""

import io
import re

import pikepdf
import pytest

from tests.letters import pdf_text, samples
from tests.letters.samples import SAMPLES

every_letter = pytest.mark.parametrize("name", SAMPLES)
HEADINGS = ("H1", "H2", "H3")


def opened(name):
    return pikepdf.open(io.BytesIO(samples.paper(name).pdf.data))


def tagged(name):
    return pdf_text.Tagged(samples.paper(name).pdf.data)


@every_letter
class TestEveryLetter:
    def test_its_title_is_its_subject_line_and_is_shown(self, name):
        pdf, subject = opened(name), tagged(name)
        (heading,) = subject.blocks("H1")
        assert str(pdf.docinfo.Title) == " ".join(subject.text(heading).split())
        assert pdf.Root.ViewerPreferences.DisplayDocTitle is True

    def test_it_is_tagged_and_in_dutch(self, name):
        pdf = opened(name)
        assert str(pdf.Root.Lang) == "nl-BE"
        assert pdf.Root.MarkInfo.Marked is True
        assert all(str(page.Tabs) == "/S" for page in pdf.pages)

    def test_every_marked_content_is_in_the_tree_and_the_tree_has_no_other(self, name):
        structure = tagged(name)
        drawn = {(i, number) for i, page in enumerate(structure.pages) for number in page.words}
        assert len(structure.top.marks()) == len(set(structure.top.marks()))
        assert set(structure.top.marks()) == drawn

    def test_the_parent_tree_leads_from_the_content_to_its_element(self, name):
        pdf, structure = opened(name), tagged(name)
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        assert [int(page.StructParents) for page in pdf.pages] == sorted(parents) == list(range(len(pdf.pages)))
        assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) == len(pdf.pages)
        for i, page in enumerate(structure.pages):
            assert sorted(page.words) == list(range(len(parents[i])))
            for number, element in enumerate(parents[i]):
                kids = [(kid.Pg.objgen, int(kid.MCID)) for kid in element.K if "/MCID" in kid]
                assert (pdf.pages[i].objgen, number) in kids
                assert str(element.S) == f"/{page.tags[number]}"

    def test_every_element_knows_its_parent(self, name):
        def check(element, parent):
            assert element.P.objgen == parent.objgen
            for kid in element.K:
                if "/S" in kid:
                    check(kid, element)

        pdf = opened(name)
        check(pdf.Root.StructTreeRoot.K, pdf.Root.StructTreeRoot)

    def test_its_headings_go_one_step_down_at_a_time_from_one_subject(self, name):
        kinds = [node.kind for node in tagged(name).blocks(*HEADINGS)]
        assert kinds[0] == "H1"
        assert kinds.count("H1") == 1
        assert all(HEADINGS.index(b) - HEADINGS.index(a) <= 1 for a, b in zip(kinds, kinds[1:], strict=False))

    def test_its_tables_have_headings_with_a_scope_and_full_rows(self, name):
        for table in tagged(name).blocks("Table"):
            first, *rows = table.kids
            columns = len(first.kids)
            assert columns >= 2
            assert [cell.kind for cell in first.kids] == ["TH"] * columns
            assert all(cell.attributes == {"/O": "/Table", "/Scope": "/Column"} for cell in first.kids)
            assert rows
            assert all([cell.kind for cell in row.kids] == ["TD"] * columns for row in rows)

    def test_every_picture_has_words_and_a_place_on_the_page(self, name):
        for figure in tagged(name).blocks("Figure"):
            assert figure.alternative
            left, bottom, right, top = (
                float(side) for side in re.findall(r"\d+(?:\.\d+)?", figure.attributes["/BBox"])
            )
            assert 0 < left < right < 596
            assert 0 < bottom < top < 842

    def test_what_is_not_dutch_says_its_language(self, name):
        spoken = {node.language for node in tagged(name).blocks()}
        assert all(language == "" or not language.startswith("nl") for language in spoken)

    def test_its_lists_hold_items_with_a_bullet_and_a_text(self, name):
        structure = tagged(name)
        for listed in structure.blocks("L"):
            assert all([part.kind for part in item.kids] == ["Lbl", "LBody"] for item in listed.kids)
            assert all(structure.text(item.kids[0]) == "•" for item in listed.kids)

    def test_every_font_is_embedded_and_says_its_characters(self, name):
        for page in opened(name).pages:
            for font in page.Resources.Font.values():
                (inner,) = font.DescendantFonts
                assert "/FontFile2" in inner.FontDescriptor
                assert "/CIDSet" in inner.FontDescriptor
                assert re.match(r"/[A-Z0-9]{6}\+(Liberation|DejaVu)", str(font.BaseFont))
                assert inner.FontDescriptor.FontName == inner.BaseFont == font.BaseFont
                assert "/ToUnicode" in font

    def test_its_metadata_say_the_same_twice(self, name):
        pdf = opened(name)
        info, xmp = pdf.docinfo, pdf.open_metadata()
        assert xmp["dc:title"] == str(info.Title)
        assert xmp["dc:creator"] == [str(info.Author)] == [SAMPLES[name].facts["afzender"]["naam"]]
        assert xmp["dc:description"] == str(info.Subject)
        assert xmp["xmp:CreatorTool"] == str(info.Creator) == "Handreiking"
        assert xmp["pdf:Producer"] == str(info.Producer) == "Handreiking"
        assert str(info.CreationDate) == str(info.ModDate) == "D:20260428143000+02'00'"
        assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == "2026-04-28T14:30:00+02:00"
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "A")

    def test_its_colours_are_srgb(self, name):
        pdf = opened(name)
        (intent,) = pdf.Root.OutputIntents
        assert str(intent.S) == "/GTS_PDFA1"
        assert int(intent.DestOutputProfile.N) == 3
        assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"

    def test_it_has_as_many_pages_as_it_says(self, name):
        paper = samples.paper(name)
        assert len(opened(name).pages) == paper.pdf.pages
        assert pdf_text.decoration(paper.pdf.data)[-1].endswith(f"pagina {paper.pdf.pages} van {paper.pdf.pages}")

    def test_no_script_no_attachment_and_no_link_is_in_it(self, name):
        pdf = opened(name)
        assert {"/OpenAction", "/AA", "/Names"}.isdisjoint(pdf.Root.keys())
        kinds = {str(note.get("/Subtype")) for page in pdf.pages for note in page.get("/Annots", [])}
        assert kinds <= {"/Widget"}


@every_letter
def test_every_signatory_has_a_place_to_sign_at_the_words_for_it(name):
    paper, pdf = samples.paper(name), opened(name)
    signatories = [cell for row in SAMPLES[name].facts["ondertekening"] for cell in row if cell["naam"]]
    assert ("/AcroForm" in pdf.Root) is bool(signatories), "a notice nobody signs has no place to sign"
    fields = list(pdf.Root.AcroForm.Fields) if signatories else []
    assert [str(field.T) for field in fields] == [f"Handtekening{i}" for i in range(1, len(signatories) + 1)]
    assert paper.pdf.signatures == len(signatories)
    assert not signatories or int(pdf.Root.AcroForm.SigFlags) == 1
    for i, field in enumerate(fields):
        left, bottom, right, top = (float(side) for side in field.Rect)
        assert str(field.FT) == "/Sig"
        assert str(field.TU) == f"Handtekening {i + 1}"
        assert "/V" not in field
        assert field.P.objgen == pdf.pages[-1].objgen
        assert field.objgen in [note.objgen for note in field.P.Annots]
        assert left == pytest.approx(70.85 + i % 2 * 226.8)
        assert i < 2 or top < float(fields[i - 2].Rect[1]), "the next two sign under the first two"
        assert right - left > 200
        assert top - bottom == pytest.approx(26)


def test_the_second_signature_stands_beside_the_first():
    pdf = opened("beslissing_schorsing_leefloon")
    first, second = pdf.Root.AcroForm.Fields
    assert float(first.Rect[2]) < float(second.Rect[0])
    assert float(first.Rect[1]) == float(second.Rect[1])
