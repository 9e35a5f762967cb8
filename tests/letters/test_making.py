"""Letters of a real file: their facts are frozen, their papers kept, their signatures asked of the right people."""

import re
from datetime import date
from types import SimpleNamespace

import factories
import pytest

from letters import compose, making, word
from letters.letter import LetterRefused
from letters.register import LETTERS
from letters.signatures.validation import inspect
from letters.store import store
from tests.letters import pdf_text, samples, word_text
from tests.walks import sanction as journey
from workflow.models import db
from workflow.moment import SYSTEM, Moment

ADDRESS = "https://handreiking.example"
WALK = {}


def row(each):
    return {column.key: getattr(each, column.key) for column in each.__table__.columns}


def harvested(file):
    """Keep what the tests look at of every letter of a file."""
    out = {"client": file.case.client.national_number, "reference": file.case.reference}
    for letter in file.case.letters:
        papers = (letter.docx_sha256, letter.pdf_sha256, letter.template_sha256)
        docx, pdf, template = map(store.get, papers)
        signed = store.get(letter.signed_sha256) if letter.signed_sha256 else None
        out[letter.name] = SimpleNamespace(
            **row(letter),
            maker=letter.made_by and letter.made_by.login,
            docx=docx,
            pdf=pdf,
            template=template,
            signatures=[SimpleNamespace(**row(signature)) for signature in letter.signatures],
            findings=inspect(signed, file.now) if signed else [],
        )
    return out


@pytest.fixture
def walked(request):
    """The letters of a file that walked from report to notification: once for all tests."""
    if not WALK:
        file = journey.File(request.getfixturevalue("staff"), request.getfixturevalue("clock"))
        WALK.update(harvested(file.to("kennisgegeven")))
    return WALK


MADE = ["aanmaning", "uitnodiging_hoorzitting", "hoorverslag", "sociaal_verslag", "beslissing", "bericht_aan_amal"]
every_letter = pytest.mark.parametrize("name", MADE)


@every_letter
class TestEveryLetterOfAFile:
    def test_its_papers_are_those_its_facts_give(self, walked, name):
        letter = walked[name]
        assert word.render(letter.template, letter.facts) == letter.docx
        assert pdf_text.paragraphs(letter.pdf) == word_text.paragraphs(letter.docx)

    def test_the_national_register_number_of_the_client_is_nowhere(self, walked, name):
        digits = walked["client"]
        assert len(digits) == 11
        letter = walked[name]
        said = "".join(word_text.paragraphs(letter.docx)) + "".join(word_text.edges(letter.docx)) + str(letter.facts)
        assert digits not in re.sub(r"[ .-]", "", said)

    def test_its_reference_file_code_and_date_stand_in_it(self, walked, name):
        letter = walked[name]
        assert re.fullmatch(r"BR-2026-\d{4}", letter.reference)
        assert letter.facts["kenmerk"] == letter.reference
        assert letter.facts["dossier"] == walked["reference"]
        assert letter.facts["controle"]["code"] == letter.code
        assert letter.facts["controle"]["adres"].endswith("/controle")

    def test_it_is_made_by_who_took_the_step_and_waits_to_be_sent_its_way(self, walked, name):
        letter, kind = walked[name], LETTERS[name]
        maker = {"beslissing": "secretaris", "bericht_aan_amal": None}.get(name, "mw")
        assert (letter.maker, letter.to_be_sent, letter.title) == (maker, kind.sent, kind.title)

    def test_every_signature_is_asked_in_order_of_who_holds_the_function(self, walked, name):
        letter = walked[name]
        chair, director = ("Voorzitter van het BCSD", "Bcsd0 Zetel0"), ("Algemeen directeur", "Directeur Directeur")
        worker = ("Maatschappelijk werker", "Mw Werker")
        asked = [(signature.title, signature.name) for signature in letter.signatures]
        assert asked == ([chair, director] if name == "beslissing" else [worker])
        assert [signature.position for signature in letter.signatures] == list(range(1, len(asked) + 1))

    def test_its_signatures_are_valid_and_recorded(self, walked, name):
        letter = walked[name]
        signed = [signature for signature in letter.signatures if signature.signed_at]
        assert len(signed) == (0 if name == "bericht_aan_amal" else len(letter.signatures))
        assert [signature.level for signature in signed] == ["gewoon"] * len(signed)
        assert [finding.valid for finding in letter.findings] == [True] * len(signed)
        assert [finding.name for finding in letter.findings] == [signature.name for signature in signed]
        assert [finding.signed_at for finding in letter.findings] == [signature.signed_at for signature in signed]
        if signed:
            assert signed[-1].sha256 == letter.signed_sha256 != letter.pdf_sha256


def test_letters_are_numbered_in_the_order_of_their_making(walked):
    numbers = [walked[name].reference for name in MADE]
    assert numbers == sorted(numbers) and numbers[0] == "BR-2026-0001"
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("aanmaning", ["Amina Voorbeeld", "Voorbeeldstraat 12", "9000 Gent"]),
        ("hoorverslag", ["Dossier SD-2026-0001"]),
        ("sociaal_verslag", ["Bijzonder Comité voor de Sociale Dienst", "OCMW Gent"]),
        ("bericht_aan_amal", ["Amal", "Dienst Proef", "Proefstraat 1", "9000 Gent"]),
    ],
)
def test_the_addressee_is_client_file_committee_or_agency(walked, name, lines):
    assert walked[name].addressee.splitlines() == walked[name].facts["geadresseerde"] == lines
    assert (walked[name].to_organisation_id is not None) == (name == "bericht_aan_amal")


def test_a_letter_knows_until_when_it_may_leave(walked):
    # hearing on Tuesday 14 April, so notified on Tuesday 7 April: the third working day, as Easter Monday is none
    assert walked["uitnodiging_hoorzitting"].post_by == date(2026, 4, 1)  # a Wednesday
    # suspension from Monday 1 June, so notified on Friday 29 May
    assert walked["beslissing"].post_by == date(2026, 5, 26)  # a Tuesday
    # limit on Monday 23 March, so notified on Monday 9 March: the third working day
    assert walked["aanmaning"].post_by == date(2026, 3, 4)  # a Wednesday
    dated = ("aanmaning", "uitnodiging_hoorzitting", "beslissing")
    assert {walked[name].post_by for name in MADE if name not in dated} == {None}


class TestMaking:
    @pytest.fixture
    def file(self, staff, clock):
        return journey.File(staff, clock)

    @pytest.fixture
    def warned(self, file):
        """A file about which everything is known that an aanmaning says."""
        file.gemeld()
        for name, value in journey.WARNING.items():
            setattr(file.case, name, value)
        return file

    def make(self, file, name, actor=None):
        moment = Moment(file.now, actor or file.actor("mw"))
        return making.make(db.session(), file.case, name, moment, ADDRESS)

    def test_a_change_in_the_file_afterwards_leaves_the_letter_as_it_was(self, warned):
        letter = self.make(warned, "aanmaning")
        before = letter.facts
        warned.case.client.rename("Anders", "Genoemd")
        warned.case.remedy = "Iets anders."
        assert letter.facts == before
        assert letter.facts["client"]["naam"] == "Amina Voorbeeld"

    def test_a_file_of_nobody_has_no_letter_from_the_office_itself(self, warned):
        warned.case.handler = None
        text = "Wijs het dossier eerst toe aan een collega met de functie 'Maatschappelijk werker'."
        with pytest.raises(LetterRefused, match=text):
            self.make(warned, "aanmaning", SYSTEM)

    def test_who_takes_the_step_treats_a_file_of_nobody(self, warned):
        warned.case.handler = None
        assert self.make(warned, "aanmaning", warned.actor("mw2")).facts["behandelaar"]["naam"] == "Mw2 Tweede"

    def test_a_function_that_nobody_holds_is_named(self, file):
        file.to("geagendeerd")
        (grant,) = file.staff["directeur"].grants
        grant.until_on = file.now.date().replace(year=2025)
        db.session.flush()
        file.case.decide(**journey.DECISION)
        with pytest.raises(LetterRefused) as refusal:
            self.make(file, "beslissing", file.actor("secretaris"))
        text = "Niemand heeft vandaag de functie 'Algemeen directeur' bij OCMW Gent."
        assert [str(reason) for reason in refusal.value.reasons] == [text]

    def test_an_agency_with_which_nothing_is_shared_is_the_one_of_the_city(self, warned):
        for share in list(warned.case.shares):
            db.session.delete(share)
        db.session.flush()
        db.session.refresh(warned.case, ["shares"])
        amal = factories.amal()
        letter = self.make(warned, "overdracht_aan_amal")
        assert letter.addressee.startswith("Amal\n")
        assert letter.to_organisation_id == amal.id

    def test_an_unknown_letter_is_a_mistake_of_ours(self, warned):
        with pytest.raises(KeyError, match="liefdesbrief"):
            self.make(warned, "liefdesbrief")

    def test_words_that_ask_for_an_unknown_fact_refuse_the_letter(self, warned, folder, monkeypatch):
        monkeypatch.setattr(compose, "template", compose.template.__wrapped__)
        (folder / "aanmaning.md").write_text("# Aanmaning\n\n{{ client.schoenmaat }}")
        with pytest.raises(LetterRefused, match="'Aanmaning' kan niet gemaakt worden: .*schoenmaat"):
            self.make(warned, "aanmaning")


class TestCheckCode:
    def test_it_is_twelve_characters_that_nobody_confuses(self):
        code = making.check_code()
        assert re.fullmatch(r"[A-HJ-KM-NP-Z2-9]{4}(-[A-HJ-KM-NP-Z2-9]{4}){2}", code)
        assert set("IOL01").isdisjoint(making.CODE_LETTERS)

    def test_it_is_never_the_same(self):
        assert len({making.check_code() for _ in range(1_000)}) == 1_000


def test_a_paper_is_kept_with_the_template_it_came_from():
    paper = samples.paper("aanmaning")
    assert word.render(paper.template, samples.SAMPLES["aanmaning"].facts) == paper.docx
