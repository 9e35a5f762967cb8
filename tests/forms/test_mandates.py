"""Mandates: who keeps the register, what can be delegated to whom, and how a delegate signs a letter."""

from datetime import date

import factories
import pytest

from letters.store import store
from tests.forms.dump import changes, dump
from tests.forms.pages import flaws, sent_by, tree_of, words_on
from tests.letters import pdf_text, word_text
from workflow.models import Mandate, Person, db
from workflow.roles import Role

DECISION = "delegatiebesluit van 26 november 2019"
GIVEN = {"role": "algemeen_directeur", "decision": DECISION, "from_on": "1/4/2026"}
FORM = "/mandaten/nieuw"


def _person(login):
    return db.session.query(Person).filter_by(login=login).one()


def _give(browser, login="hoofd", **typed):
    fields = sent_by(tree_of(browser.get(FORM))) | GIVEN | {"person_id": _person(login).id} | typed
    return browser.post(FORM, data=fields)


@pytest.fixture
def file(file_at):
    """A file with its decision to be drawn up, on Tuesday 28 April."""
    return file_at("geagendeerd")


def test_a_mandate_is_given_and_ended(file, enter):
    browser = enter("directie")
    assert "Er zijn nog geen mandaten." in words_on(browser.get("/mandaten"))
    assert _give(browser, letter="beslissing").headers["Location"] == "/mandaten"
    page = browser.get("/mandaten")
    words = words_on(page)
    assert flaws(page) == []
    assert f"{_person('hoofd').name} Algemeen directeur Beslissing van het BCSD {DECISION} van 01/04/2026" in words
    mandate = db.session.query(Mandate).one()
    assert (mandate.made_by_id, mandate.until_on, mandate.valid_on(file.now.date())) == (
        _person("directie").id,
        None,
        True,
    )
    browser.post(f"/mandaten/{mandate.id}/beeindig", data=sent_by(tree_of(page)))
    db.session.refresh(mandate)
    assert (mandate.ended_by_id, mandate.valid_on(file.now.date())) == (_person("directie").id, False)
    assert "beëindigd op" in words_on(browser.get("/mandaten"))


@pytest.mark.parametrize(("login", "typed", "sentence"), [
    ("hoofd", {"decision": ""}, "Noem het besluit en de datum ervan."),
    ("hoofd", {"from_on": "31/4/2026"}, "'31/4/2026' is geen datum."),
    ("hoofd", {"from_on": ""}, "Geef de eerste dag."),
    ("hoofd", {"until_on": "31/3/2026"}, "Het mandaat eindigt voor het begint."),
    ("hoofd", {"from_on": "1/1/2019"}, "heeft op die dag geen functie waarin men ondertekent."),
    ("hoofd", {"role": "bcsd_voorzitter"}, "Deze handtekening kan niet aan"),
    ("lid", {}, "Deze handtekening kan niet aan"),
    ("directie", {"role": "directie"}, "heeft die functie zelf en heeft geen mandaat nodig."),
    ("hoofd", {"role": "systeem"}, "Kies een van de mogelijkheden."),
    ("klerk", {}, "Kies een van de mogelijkheden."),
    ("tb", {}, "Kies een van de mogelijkheden."),
])  # fmt: skip
def test_a_mandate_that_cannot_be_is_refused_and_nothing_is_lost(file, enter, login, typed, sentence):
    browser, before = enter("directie"), dump()
    answer = _give(browser, login, **typed)
    assert flaws(answer, 422) == []
    assert sentence in words_on(answer)
    assert typed.get("decision", DECISION) in answer.text
    assert changes(before, dump()) == []


@pytest.fixture
def elsewhere(file):
    """Somebody who keeps the mandates of Amal."""
    kept = _person("directie").password_hash
    person = factories.person("elders", Role.DIRECTORATE, where=factories.amal(), password_hash=kept)
    db.session.commit()
    return person


def test_another_organisation_sees_and_ends_no_mandate_of_ours(elsewhere, enter):
    _give(enter("directie"))
    mandate = db.session.query(Mandate).one()
    other = enter("elders")
    page = other.get("/mandaten")
    assert DECISION not in page.text
    fields = sent_by(tree_of(other.get(FORM)))
    assert other.post(f"/mandaten/{mandate.id}/beeindig", data=fields).status_code == 404
    assert mandate.ended_at is None


def _decided(file):
    file.beslist()
    return file.letter("beslissing")


def test_a_letter_asks_the_signature_of_whoever_has_the_mandate_and_says_by_which_decision(file, enter):
    _give(enter("directie"))
    letter = _decided(file)
    chair, delegate = letter.signatures
    assert (chair.delegation, delegate.person.login, delegate.title) == ("", "hoofd", "Algemeen directeur")
    assert delegate.delegation == f"Hoofdmaatschappelijk werker, {DECISION}"
    file.sign("beslissing", "voorzitter", "hoofd", maker="secretaris")
    assert letter.state == "ondertekend"
    for words in (
        [p.text for p in word_text.body(store.get(letter.docx_sha256))],
        pdf_text.paragraphs(store.get(letter.signed_sha256)),
    ):
        place = words.index("Algemeen directeur")
        assert words[place + 2 : place + 4] == [delegate.name, delegate.delegation]


@pytest.mark.parametrize("typed", [
    {"from_on": "29/4/2026"},
    {"until_on": "27/4/2026"},
    {"letter": "aanmaning"},
    {"role": "directie", "person_id": ""},
])  # fmt: skip
def test_a_mandate_for_another_day_or_letter_or_function_changes_nothing(file, enter, typed):
    browser = enter("directie")
    _give(browser, **{key: value for key, value in typed.items() if key != "person_id"})
    assert [signature.person.login for signature in _decided(file).signatures] == ["voorzitter", "directeur"]


def test_a_mandate_that_ended_meanwhile_signs_nothing(file, enter):
    browser = enter("directie")
    _give(browser, until_on="28/4/2026")
    letter = _decided(file)
    file.post("beslissing", "leg_voor", "secretaris")
    file.post("beslissing", "onderteken", "voorzitter")
    file.clock.set(date(2026, 4, 29))  # a Wednesday
    browser = enter("hoofd")
    fields = sent_by(tree_of(browser.get(f"/brieven/{letter.reference}"))) | {
        "read": "y",
        "password": factories.PASSWORD,
    }
    answer = browser.post(f"/brieven/{letter.reference}/onderteken", data=fields)
    assert answer.status_code == 422
    assert "Je hebt vandaag geen mandaat om deze brief te ondertekenen." in words_on(answer)
    assert letter.next_signature.person.login == "hoofd"
