"""The three levels of a seal: alone, with the time of an authority, and with all that proves it for years."""

import socket
from datetime import timedelta

import conftest
import pytest

from letters.letter import LetterRefused
from letters.signatures import timestamps
from letters.signatures.sign import sign
from letters.signatures.validation import EXPIRED, UNKNOWN, UNSTAMPED, inspect
from tests.letters import authorities, pdf_text
from tests.letters.authorities import Authority, served, stamper
from tests.letters.signed import CHAIR, CHANGES, FIRST, LETTER, SECOND, opened, updated
from tests.letters.tools import JAVA, PDFSIG, QPDF, run
from tests.letters.typesetting.test_pdfa import JARS, older, signed_by_all

YEARS_LATER = FIRST + timedelta(days=9 * 365)
"""When the demonstration seal has expired, and the one that stamps the time has not."""

LEVELS = ("B-B", "B-T", "B-LT")


@pytest.fixture(params=LEVELS)
def each_level(request, at_level):
    return request.param, *at_level(request.param)


class TestEveryLevel:
    def test_is_what_the_office_chose_and_both_signatures_are_valid(self, each_level):
        level, _once, twice = each_level
        findings = inspect(twice, SECOND)
        assert [(finding.level, finding.valid, finding.why) for finding in findings] == [(level, True, "")] * 2
        stamped = None if level == "B-B" else FIRST
        assert [finding.stamped_at for finding in findings] == [stamped, stamped]

    def test_leaves_the_letter_certified_and_its_words_and_metadata_as_they_were(self, each_level, signed):
        _level, once, twice = each_level
        before, after = opened(signed.plain), opened(twice)
        assert once.startswith(signed.plain) and twice.startswith(once)
        assert after.Root.Perms.DocMDP.objgen == after.Root.AcroForm.Fields[0].V.objgen
        assert before.Root.Metadata.read_bytes() == after.Root.Metadata.read_bytes()
        assert dict(before.docinfo.items()) == dict(after.docinfo.items())
        assert pdf_text.paragraphs(twice) == pdf_text.paragraphs(signed.plain)

    def test_keeps_lists_of_revoked_certificates_in_the_letter_only_when_it_has_to_last(self, each_level):
        level, _once, twice = each_level
        pdf = opened(twice)
        store = pdf.Root.get("/DSS")
        assert (store is not None) is (level == "B-LT")
        if store is not None:
            assert len(store.CRLs) == 1 and len(store.Certs) == 3, "a list, and root, seal and time stamp"

    def test_pdfsig_and_qpdf_find_nothing_wrong(self, each_level, tmp_path):
        conftest.require("POPPLER", PDFSIG, "pdfsig")
        conftest.require("QPDF", QPDF, "qpdf")
        (tmp_path / "brief.pdf").write_bytes(each_level[2])
        said = run("pdfsig", "-nocert", "brief.pdf", at=tmp_path)
        assert said.count("Signature Validation: Signature is Valid.") == 2
        assert "No syntax or stream encoding errors found" in run("qpdf", "--check", "brief.pdf", at=tmp_path)

    @pytest.mark.parametrize("change", CHANGES)
    def test_sees_what_is_changed_afterwards(self, each_level, change):
        findings = inspect(updated(each_level[2], CHANGES[change]), SECOND)
        assert not any(finding.valid for finding in findings)


@pytest.mark.parametrize(("level", "lasts"), [("B-B", False), ("B-T", False), ("B-LT", True)])
def test_only_a_lasting_signature_is_valid_after_its_certificate_expired(at_level, level, lasts):
    _once, twice = at_level(level)
    findings = inspect(twice, YEARS_LATER)
    assert [(finding.valid, finding.why) for finding in findings] == [(lasts, "" if lasts else EXPIRED)] * 2


@pytest.mark.parametrize("level", ["B-T", "B-LT"])
def test_a_stamped_letter_is_still_archivable(chooses, ours, tmp_path, level):
    conftest.require("PREFLIGHT", JAVA and all(jar.exists() for jar in JARS), "Apache PDFBox preflight")
    with served(stamper(ours)) as url:
        chooses(level, url)
        (tmp_path / "brief.pdf").write_bytes(signed_by_all(older(LETTER)))
    java = ("java", "-cp", ":".join(map(str, JARS)), "org.apache.pdfbox.preflight.Validator_A1b")
    assert "The file brief.pdf is a valid PDF/A-1b file" in run(*java, "brief.pdf", at=tmp_path)


def test_a_lasting_letter_that_was_changed_is_not_valid_years_later(at_level):
    _once, twice = at_level("B-LT")
    changed = updated(twice, CHANGES["painting over the text"])
    assert not any(finding.valid for finding in inspect(changed, YEARS_LATER))


@pytest.mark.parametrize("level", ["B-T", "B-LT"])
class TestAServiceThatDoesNotHelp:
    def refused(self, signed, match):
        with pytest.raises(LetterRefused, match=match) as refusal:
            sign(signed.plain, 1, CHAIR, FIRST)
        assert "De brief is niet ondertekend." in str(refusal.value)

    def test_is_not_there(self, level, chooses, seals, signed):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            chooses(level, f"http://127.0.0.1:{free.getsockname()[1]}/")
        self.refused(signed, "gaf binnen 5 seconden geen bruikbaar antwoord")

    def test_does_not_answer_in_time(self, level, chooses, seals, signed, monkeypatch):
        monkeypatch.setattr(timestamps, "PATIENCE", 0.3)
        with socket.create_server(("127.0.0.1", 0)) as silent:
            chooses(level, f"http://127.0.0.1:{silent.getsockname()[1]}/")
            self.refused(signed, "gaf binnen 0.3 seconden geen bruikbaar antwoord")

    @pytest.mark.parametrize(("status", "answer"), [(500, None), (200, b""), (200, b"geen stempel")])
    def test_answers_with_something_else(self, level, chooses, ours, signed, status, answer):
        with served(stamper(ours), status, answer) as url:
            chooses(level, url)
            self.refused(signed, "geen bruikbaar antwoord")

    def test_is_one_nobody_trusts(self, level, chooses, seals, signed):
        stranger = Authority("Vreemde tijd (proef)").issue("Stempel", stamps=True)
        with served(stamper(stranger)) as url:
            chooses(level, url)
            self.refused(signed, "kan nu niet nagekeken worden")


def test_without_a_list_of_revoked_certificates_nothing_lasting_is_signed(chooses, ours, signed, monkeypatch):
    monkeypatch.setattr("letters.signatures.certificates.Certificates.revocation_lists", lambda _: [])
    with served(stamper(ours)) as url:
        chooses("B-LT", url)
        with pytest.raises(LetterRefused, match="de lijst van ingetrokken certificaten ontbreekt"):
            sign(signed.plain, 1, CHAIR, FIRST)


class TestStampsOfOthers:
    """A signature of somebody whose authority is trusted, with the stamp of a service that is, or is not."""

    def test_a_stamp_of_an_unknown_service_makes_a_signature_invalid(self, signed, citizens):
        stranger = Authority("Vreemde tijd (proef)").issue("Stempel", stamps=True)
        pdf = authorities.outside(signed.plain, citizens.issue(), stamped=stamper(stranger))
        (finding,) = inspect(pdf, SECOND)
        assert (finding.level, finding.valid, finding.why, finding.stamped_at) == ("B-T", False, UNSTAMPED, None)

    def test_a_stamp_of_a_known_service_counts(self, signed, citizens):
        service = citizens.issue("Stempel", stamps=True)
        pdf = authorities.outside(signed.plain, citizens.issue(), at=SECOND, stamped=stamper(service))
        (finding,) = inspect(pdf, SECOND)
        assert (finding.level, finding.valid, finding.stamped_at, finding.signed_at) == ("B-T", True, FIRST, SECOND)

    def test_without_the_root_of_its_issuer_the_signature_is_of_a_stranger(self, signed, seals):
        pdf = authorities.outside(signed.plain, Authority().issue())
        (finding,) = inspect(pdf, SECOND)
        assert (finding.valid, finding.why) == (False, UNKNOWN)
