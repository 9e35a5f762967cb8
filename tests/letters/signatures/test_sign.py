"""Signatures on finished letters: who, when, in which order, and on which page they stand."""

from datetime import UTC, timedelta

import conftest
import pikepdf
import pytest

from letters.signatures.sign import sign
from letters.signatures.validation import inspect
from tests.letters import pdf_text, samples
from tests.letters.signed import CHAIR, DIRECTOR, FIRST, LETTER, SECOND, opened
from tests.letters.tools import PDFSIG, QPDF, run


class TestTwoSignatures:
    def test_both_are_valid_and_the_last_covers_the_whole_file(self, signed, seals):
        findings = inspect(signed.twice, SECOND)
        assert [finding.valid for finding in findings] == [True, True]
        assert [finding.covers_all for finding in findings] == [False, True]

    def test_they_name_who_signed_and_in_which_function(self, signed, seals):
        findings = inspect(signed.twice, SECOND)
        assert [(finding.name, finding.function) for finding in findings] == [
            ("Bram Korenveld", "Voorzitter van het BCSD"),
            ("Greet Waterhoen", "Algemeen directeur"),
        ]

    def test_they_are_dated_at_the_moment_given(self, signed, seals):
        assert [finding.signed_at for finding in inspect(signed.twice, SECOND)] == [FIRST, SECOND]
        assert FIRST.astimezone(UTC) + timedelta(hours=1) == SECOND

    def test_they_are_sealed_by_the_organisation_with_a_demonstration_certificate(self, signed, seals):
        findings = inspect(signed.twice, SECOND)
        assert all("OCMW Gent (demonstratiezegel)" in finding.certificate for finding in findings)
        assert all(finding.demonstration for finding in findings)

    def test_the_first_certifies_the_letter_so_that_only_signatures_may_follow(self, signed):
        pdf = opened(signed.twice)
        first, second = (field.V for field in pdf.Root.AcroForm.Fields)
        assert pdf.Root.Perms.DocMDP.objgen == first.objgen
        assert int(first.Reference[0].TransformParams.P) == 2
        assert "/Reference" not in second

    def test_they_are_pades_signatures_with_place_and_reason(self, signed):
        pdf = opened(signed.twice)
        for field, signatory in zip(pdf.Root.AcroForm.Fields, (CHAIR, DIRECTOR), strict=True):
            assert str(field.V.SubFilter) == "/ETSI.CAdES.detached"
            assert str(field.V.Reason) == f"Ondertekend als {signatory.function}"
            assert str(field.V.Location) == "Gent"

    def test_what_the_letter_says_and_of_itself_stays_as_it_was_written(self, signed):
        assert pdf_text.paragraphs(signed.twice) == pdf_text.paragraphs(signed.plain)
        before, after = opened(signed.plain), opened(signed.twice)
        assert dict(before.docinfo.items()) == dict(after.docinfo.items())
        assert before.Root.Metadata.read_bytes() == after.Root.Metadata.read_bytes()

    def test_every_version_contains_the_one_before(self, signed):
        assert signed.once.startswith(signed.plain)
        assert signed.twice.startswith(signed.once)


def test_one_signature_is_valid_and_covers_the_letter(signed, seals):
    (finding,) = inspect(signed.once, SECOND)
    assert (finding.valid, finding.covers_all) == (True, True)


def test_an_unsigned_letter_has_nothing_to_find(signed, seals):
    assert inspect(signed.plain, SECOND) == []


def test_another_organisation_signs_with_its_own_seal(signed, seals):
    amal = type(CHAIR)("Fenna Zonhoek", "Trajectbegeleider", "amal", "Amal", "Gent")
    (finding,) = inspect(sign(signed.plain, 1, amal, FIRST), FIRST)
    assert "Amal (demonstratiezegel)" in finding.certificate
    assert finding.valid


def test_a_name_in_any_script_is_kept(signed, seals):
    someone = type(CHAIR)("Ўльга (Çağrı) שלום", "Voorzitter", "ocmw_gent", "OCMW Gent", "Gent")
    (finding,) = inspect(sign(signed.plain, 1, someone, FIRST), FIRST)
    assert finding.name == "Ўльга (Çağrı) שלום"


@pytest.mark.parametrize("place", [0, 3])
def test_nobody_signs_at_a_place_the_letter_does_not_have(signed, seals, place):
    with pytest.raises(Exception, match=f"Handtekening{place}"):
        sign(signed.plain, place, CHAIR, FIRST)


def test_nobody_signs_twice_at_one_place(signed, seals):
    with pytest.raises(Exception, match="filled|signed"):
        sign(signed.once, 1, DIRECTOR, SECOND)


class TestOtherPrograms:
    def test_pdfsig_calls_both_signatures_valid(self, signed, tmp_path):
        conftest.require("POPPLER", PDFSIG, "pdfsig")
        (tmp_path / "brief.pdf").write_bytes(signed.twice)
        said = run("pdfsig", "-nocert", "brief.pdf", at=tmp_path)
        assert said.count("Signature Validation: Signature is Valid.") == 2
        assert said.count("Signature Field Name: Handtekening") == 2
        assert said.count("Total document signed") == 1

    def test_qpdf_finds_nothing_wrong_with_the_signed_letter(self, signed, tmp_path):
        conftest.require("QPDF", QPDF, "qpdf")
        (tmp_path / "brief.pdf").write_bytes(signed.twice)
        assert "No syntax or stream encoding errors found" in run("qpdf", "--check", "brief.pdf", at=tmp_path)


def test_the_signed_letter_still_opens_as_a_pdf_of_as_many_pages(signed):
    assert len(opened(signed.twice).pages) == samples.paper(LETTER).pdf.pages
    assert isinstance(opened(signed.twice).Root.AcroForm, pikepdf.Object)
