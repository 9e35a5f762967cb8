"""The proof print makes every sample of every letter, one by one."""

import pytest

from letters.proof import proofs
from letters.samples.register import SAMPLES
from tests.letters.doctored import TEXT, para
from tests.letters.samples import NOW
from tests.letters.word_text import paragraphs


def test_every_sample_is_made_as_word_and_as_pdf():
    made = list(proofs(NOW))
    assert [proof.name for proof in made] == list(SAMPLES)
    assert all(proof.docx[:4] == b"PK\x03\x04" and proof.pdf[:5] == b"%PDF-" for proof in made)


def test_one_text_has_its_own_samples_only_and_its_own_template():
    made = list(proofs(NOW, lambda _text: para("Bel ons gerust."), TEXT))
    assert [proof.name for proof in made] == ["aanmaning", "aanmaning_herhaling_equivalent"]
    assert all("Bel ons gerust." in paragraphs(proof.docx) for proof in made)


@pytest.mark.parametrize(("part", "conformance"), [("1", b"<pdfaid:conformance>B"), ("2", b"<pdfaid:conformance>A")])
def test_the_older_kind_of_pdf_is_made_when_asked(part, conformance):
    proof = next(iter(proofs(NOW, text=TEXT, part=part)))
    assert b"<pdfaid:part>%s" % part.encode() in proof.pdf and conformance in proof.pdf
    assert [name for name, _content in proof.files] == ["aanmaning.docx", "aanmaning.pdf"]
