"""A letter that was signed elsewhere is brought to the desk: with a certificate, or with ink and a scanner."""

import io
from datetime import date
from pathlib import Path

import factories
import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from letters.store import store
from tests.forms.dump import changes, dump
from tests.forms.pages import flaws, words_on
from tests.letters.authorities import Authority, outside
from tests.letters.scans import scan_of
from workflow.models import LogEntry, RoleGrant, db

DAY = date(2026, 4, 29)  # a Wednesday
NOON = factories.at(DAY, 9)


@pytest.fixture
def file(file_at):
    """A decision that waits for its two signatories, the chair and the general director."""
    made = file_at("beslist")
    made.post("beslissing", "leg_voor", "secretaris", DAY)
    return made


@pytest.fixture
def letter(file):
    return file.letter("beslissing")


@pytest.fixture
def pdf(letter):
    return store.get(letter.current_pdf_sha256)


@pytest.fixture
def citizens(office):
    folder = Path(office.instance_path) / "certificates" / "vertrouwd"
    folder.mkdir(exist_ok=True)
    authority = Authority()
    (folder / "burgers.pem").write_bytes(authority.certificate.public_bytes(Encoding.PEM))
    yield authority
    (folder / "burgers.pem").unlink()


@pytest.fixture
def bring(letter, enter):
    """Return a function that brings a PDF to the desk, and gives the page that follows."""

    def send(content, login="klerk", status=302, **typed):
        browser, address = enter(login), f"/brieven/{letter.reference}/neem_op"
        assert flaws(browser.get(address)) == []
        upload = {} if content is None else {"upload": (io.BytesIO(content), "brief.pdf")}
        answer = browser.post(address, data={"seen": letter.version} | typed | upload)
        assert answer.status_code == status, words_on(answer)
        if status == 302:
            answer = browser.get(answer.headers["Location"])
        assert flaws(answer, 200 if status == 302 else status) == []
        db.session.expire_all()
        return words_on(answer)

    return send


INK = {"outside_way": "inkt", "outside_on": "29/4/2026", "outside_until": "2"}
DIGITAL = {"outside_way": "digitaal"}


class TestWithInk:
    def test_a_scan_of_the_letter_signs_it_for_everybody(self, letter, pdf, bring):
        scan = scan_of(pdf)
        words = bring(scan, **INK)
        assert letter.state == "ondertekend" and store.get(letter.signed_sha256) == scan
        assert [each.level for each in letter.signatures] == ["handgeschreven"] * 2
        assert words.count("handtekening met inkt, gescand") == 2 and "29/04/2026 00:00" not in words

    def test_who_brought_it_is_in_the_log_and_who_signed_on_the_letter(self, letter, pdf, bring):
        bring(scan_of(pdf), **INK)
        entry = db.session.query(LogEntry).filter_by(action="neem_op").one()
        assert entry.actor_name == "Klerk Klerk"
        assert letter.signed_sha256 in entry.papers
        assert [each.signer for each in letter.signatures] == [each.name for each in letter.signatures]

    def test_the_chair_signs_on_paper_and_then_the_program_takes_no_more_signatures(self, file, letter, pdf, bring):
        words = bring(scan_of(pdf), **INK | {"outside_until": "1"})
        assert letter.state == "ter_ondertekening" and letter.next_signature.position == 2
        assert "handtekening volgt" in words
        with pytest.raises(Exception, match="De vorige handtekening staat op papier"):
            file.post("beslissing", "onderteken", "directeur")
        bring(scan_of(pdf), **INK)
        assert letter.state == "ondertekend"

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ({"outside_on": ""}, "Geef de dag van de handtekening"),
            ({"outside_on": "30/4/2026"}, "Geef de dag van de handtekening"),
            ({"outside_on": "27/4/2026"}, "Geef de dag van de handtekening"),
            ({"outside_until": ""}, "Kies tot en met wie er op papier ondertekend is."),
            ({"outside_way": ""}, "Kies hoe de brief ondertekend is."),
        ],
    )
    def test_what_is_missing_is_asked_and_nothing_happens(self, letter, pdf, bring, typed, said):
        before = dump("refusal")
        words = bring(scan_of(pdf), status=422, **INK | typed)
        assert said in words and "Kies het bestand opnieuw" in words
        assert changes(before, dump("refusal")) == []

    def test_who_held_no_function_on_that_day_did_not_sign(self, file, letter, pdf, bring):
        grant = db.session.query(RoleGrant).filter_by(person_id=letter.signatures[1].person_id).one()
        grant.until_on = date(2026, 4, 28)  # a Tuesday
        db.session.commit()
        said = f"Had op die dag geen mandaat om deze brief te ondertekenen: {letter.signatures[1].name}."
        assert said in bring(scan_of(pdf), status=422, **INK)

    def test_the_scan_of_another_letter_is_refused(self, file, letter, bring):
        other = store.get(file.letter("aanmaning").pdf_sha256)
        words = bring(scan_of(other), status=422, **INK)
        assert f"Dit is een andere brief: op de scan staat code {file.letter('aanmaning').code}" in words
        assert letter.signed_sha256 is None


class TestByCertificate:
    def test_the_signatures_are_recorded_and_shown(self, letter, pdf, bring, citizens):
        once = outside(pdf, citizens.issue("Bram Elders (proef)"), at=NOON)
        words = bring(once, "voorzitter", **DIGITAL)
        assert letter.state == "ter_ondertekening" and letter.next_signature.position == 2
        assert "geavanceerde elektronische handtekening" in words and "Certificaat van Bram Elders (proef)" in words
        twice = outside(once, citizens.issue("Greet Elders (proef)"), "Handtekening2", at=NOON)
        bring(twice, **DIGITAL)
        assert letter.state == "ondertekend" and store.get(letter.signed_sha256) == twice

    def test_the_director_signs_here_after_the_chair_signed_elsewhere(self, file, letter, pdf, bring, citizens):
        bring(outside(pdf, citizens.issue("Bram Elders (proef)"), at=NOON), **DIGITAL)
        file.post("beslissing", "onderteken", "directeur")
        assert letter.state == "ondertekend"
        assert [each.level for each in letter.signatures] == ["geavanceerd", "gewoon"]

    def test_a_paper_that_is_not_ours_is_refused_and_nothing_happens(self, letter, pdf, bring, citizens):
        before = dump("refusal")
        assert "Dit is niet de PDF van deze brief" in bring(pdf[:-1], status=422, **DIGITAL)
        assert "Er is nog een handtekening" not in bring(pdf, status=422, **DIGITAL)
        assert "Kies de ondertekende PDF." in bring(None, status=422, **DIGITAL)
        assert changes(before, dump("refusal")) == []

    def test_several_copies_are_not_signed_elsewhere(self, file_at, enter, citizens):
        file = file_at("beslist")
        file.post("beslissing", "leg_voor", "secretaris", DAY, number_of_copies=2)
        letter = file.letter("beslissing")
        signed = outside(store.get(letter.pdf_sha256), citizens.issue("Bram Elders (proef)"), at=NOON)
        data = DIGITAL | {"seen": letter.version, "upload": (io.BytesIO(signed), "brief.pdf")}
        answer = enter("klerk").post(f"/brieven/{letter.reference}/neem_op", data=data)
        assert answer.status_code == 422
        assert "Van deze brief zijn er 2 genummerde exemplaren" in words_on(answer)


def test_another_kind_of_file_is_refused(letter, bring):
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (20, 20)).save(out, "PNG")
    assert "Dit is geen PDF. Bewaar of scan de brief als PDF." in bring(out.getvalue(), status=422, **INK)


def test_somebody_who_does_not_work_on_it_finds_no_such_step(letter, enter):
    assert enter("partner").get(f"/brieven/{letter.reference}/neem_op").status_code == 404
