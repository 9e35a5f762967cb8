"""Word and PDF say the same: every paragraph, word for word, in the same order."""

import re
import subprocess

import conftest
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.making import write
from letters.samples.facts import merged
from tests.letters import pdf_text, samples, word_text
from tests.letters.samples import SAMPLES, WHEN
from tests.letters.tools import LIBREOFFICE, PDFINFO, PDFTOTEXT, run


@pytest.mark.parametrize("name", SAMPLES)
class TestEveryLetter:
    def test_the_pdf_says_what_word_says(self, name):
        paper = samples.paper(name)
        assert pdf_text.paragraphs(paper.pdf.data) == word_text.paragraphs(paper.docx)

    def test_every_page_has_the_header_and_the_footer_of_word(self, name):
        paper = samples.paper(name)
        header, footer = word_text.edges(paper.docx)
        for number, said in enumerate(pdf_text.decoration(paper.pdf.data), 1):
            page = f"pagina {number} van {paper.pdf.pages}"
            assert said.startswith(header)
            assert said.endswith(footer.replace("pagina 1 van 1", page))


def test_the_reader_of_the_test_finds_a_difference():
    paper, other = samples.paper("aanmaning"), samples.paper("aanmaning_herhaling_equivalent")
    assert pdf_text.paragraphs(paper.pdf.data) != word_text.paragraphs(other.docx)


# what a form lets through: no controls but the line break and tab, no private characters (forms/fields.py)
typed = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"], include_characters="\n\t"), min_size=1, max_size=80
)


@given(text=typed)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_whatever_is_typed_stands_in_word_and_in_the_pdf(text):
    sample = SAMPLES["bevestiging_naleving"]
    facts = merged(sample.facts, {"nageleefd": {"hoe": f"Zo: {text}."}})
    paper = write(sample.letter, sample.text, facts, WHEN)
    said = word_text.paragraphs(paper.docx)
    assert " ".join(f"Op 16 maart 2026: Zo: {text}.".split()) in said
    assert pdf_text.paragraphs(paper.pdf.data) == said


class TestPoppler:
    @pytest.fixture(autouse=True)
    def _poppler(self):
        conftest.require("POPPLER", PDFTOTEXT and PDFINFO, "poppler")

    def test_it_reads_the_same_structure(self, tmp_path):
        paper = samples.paper("beslissing_schorsing_uitgesteld")
        (tmp_path / "brief.pdf").write_bytes(paper.pdf.data)
        out = run("pdfinfo", "-struct-text", "brief.pdf", at=tmp_path)
        elements = re.split(r"^ *(?:P|H1|H2|LBody|Lbl) \(block\)$", out, flags=re.MULTILINE)[1:]
        said = [" ".join("".join(re.findall(r'^ *"(.*)"$', each, re.MULTILINE)).split()) for each in elements]
        assert [text for text in said if text] == word_text.paragraphs(paper.docx)

    def test_it_sees_the_same_words_on_the_page(self, tmp_path):
        paper = samples.paper("beslissing_schorsing_uitgesteld")
        (tmp_path / "brief.pdf").write_bytes(paper.pdf.data)
        seen = run("pdftotext", "-raw", "brief.pdf", "-", at=tmp_path).split()
        header, footer = (edge.split() for edge in word_text.edges(paper.docx))
        said = " ".join(word_text.paragraphs(paper.docx)).split() + (header + footer) * paper.pdf.pages
        numbers = [str(number) for page in range(1, paper.pdf.pages + 1) for number in (page, paper.pdf.pages)]
        ones = ["1", "1"] * paper.pdf.pages
        assert sorted([*seen, *ones]) == sorted([*said, *numbers])


def test_libreoffice_lays_every_letter_out_on_as_many_pages_with_the_same_words(tmp_path):
    conftest.require("LIBREOFFICE", LIBREOFFICE and PDFTOTEXT, "LibreOffice met het lettertype Liberation Sans")
    for name in SAMPLES:
        (tmp_path / f"{name}.docx").write_bytes(samples.paper(name).docx)
        (tmp_path / f"{name}.own.pdf").write_bytes(samples.paper(name).pdf.data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    run("soffice", "--headless", profile, "--convert-to", "pdf", *(f"{name}.docx" for name in SAMPLES), at=tmp_path)
    theirs, ours = {}, {}
    for name in SAMPLES:
        for found, file in ((theirs, f"{name}.pdf"), (ours, f"{name}.own.pdf")):
            text = run("pdftotext", "-raw", file, "-", at=tmp_path)
            found[name] = (text.count("\f"), sorted(text.split()))
    assert {name: pages for name, (pages, _) in ours.items()} == {name: pages for name, (pages, _) in theirs.items()}
    assert ours == theirs


def test_a_tool_that_fails_is_not_taken_for_an_answer(tmp_path):
    conftest.require("POPPLER", PDFTOTEXT, "poppler")
    with pytest.raises(subprocess.CalledProcessError):
        run("pdftotext", "none.pdf", "-", at=tmp_path)
