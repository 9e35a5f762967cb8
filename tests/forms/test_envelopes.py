"""The envelopes of the office: which one is used, how a letter lies in it, and who sees and chooses."""

from datetime import date

import pytest

from letters import compose, word
from letters.post.envelope import ENVELOPES, fit
from letters.samples.register import FIRST
from letters.store import store
from tests.forms.dump import changes, dump
from tests.forms.pages import flaws, tree_of, words_on
from tests.letters.pdf_view import page_texts
from workflow.models import Organisation, db

PAGE = "/post/omslagen"
FITS = "Het hele adres ligt in het venster, ook als de brief in de omslag schuift."


@pytest.fixture
def signed(file_at):
    """A warning that was signed on Tuesday 3 March 2026."""
    file = file_at("aanmaning")
    file.sign("aanmaning", "mw", day=date(2026, 3, 3))
    return file.letter("aanmaning")


@pytest.mark.parametrize("login", ["klerk", "mw", "hoofd", "beheer"])
def test_the_page_shows_every_envelope_and_that_its_window_is_to_be_confirmed(signed, enter, login):
    page = enter(login).get(PAGE)
    assert flaws(page) == []
    said = words_on(page)
    assert all(envelope.title in said for envelope in ENVELOPES.values())
    assert said.count("te bevestigen") >= len(ENVELOPES)
    assert said.count(FITS) == len(ENVELOPES)


def test_a_letter_that_waits_is_laid_in_every_envelope(signed, enter):
    browser = enter("klerk")
    options = [option.get("value") for option in tree_of(browser.get(PAGE)).iter("option")]
    assert options == ["", signed.reference]
    page = browser.get(f"{PAGE}?brief={signed.reference}")
    assert flaws(page) == []
    assert f"Zo ligt {signed.reference} in elke omslag." in words_on(page)


@pytest.mark.parametrize("key", ENVELOPES)
def test_the_proof_sheet_is_the_first_page_of_the_letter_with_words(signed, enter, key):
    answer = enter("klerk").get(f"{PAGE}/{key}.pdf?brief={signed.reference}")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == f"attachment; filename=proefblad-{signed.reference}.pdf"
    (text,) = page_texts(answer.data)
    assert signed.reference in text and FITS in text
    assert "Speling: " in text and "te bevestigen" in text


def test_an_administrator_gets_a_made_up_letter(signed, enter):
    browser = enter("beheer")
    (text,) = page_texts(browser.get(f"{PAGE}/dl.pdf").data)
    assert "Amina Duinroos" in text
    assert browser.get(f"{PAGE}/dl.pdf?brief={signed.reference}").status_code == 404
    assert browser.get(f"{PAGE}?brief={signed.reference}").status_code == 404


@pytest.mark.parametrize("address", [f"{PAGE}/a4.pdf", f"{PAGE}/dl.pdf?brief=BR-1999-0001", f"{PAGE}?brief=x"])
def test_what_does_not_exist_is_not_found(signed, enter, address):
    assert enter("klerk").get(address).status_code == 404


@pytest.mark.parametrize("login", ["klerk", "hoofd"])
def test_clerk_and_team_lead_choose_the_envelope(signed, enter, login):
    browser = enter(login)
    answer = browser.post(PAGE, data={"omslag": "c5"}, follow_redirects=True)
    assert "Gekozen: C5." in words_on(answer)
    assert db.session.query(Organisation).filter_by(key="ocmw_gent").one().envelope == "c5"
    assert db.session.query(Organisation).filter_by(key="amal").one().envelope == "c5_6"


def test_an_envelope_that_does_not_exist_is_not_chosen(signed, enter):
    before = dump()
    answer = enter("klerk").post(PAGE, data={"omslag": "a4"}, follow_redirects=True)
    assert "Kies een van de omslagen." in words_on(answer)
    assert changes(before, dump()) == []


@pytest.mark.parametrize(("login", "status"), [("mw", 403), ("beheer", 403), ("lid", 403), ("tb", 403)])
def test_others_do_not_choose(signed, enter, login, status):
    before = dump()
    assert enter(login).post(PAGE, data={"omslag": "dl"}).status_code == status
    assert changes(before, dump()) == []


def test_a_letter_that_does_not_fit_says_so(signed, enter):
    sample = FIRST["aanmaning"]
    lines = [f"Lijn {number}" for number in range(9)]
    docx = word.render(compose.template("aanmaning"), sample.facts | {"geadresseerde": lines})
    assert fit(docx, ENVELOPES["dl"]).covered
    signed.docx_sha256 = store.put(docx)
    db.session.commit()
    page = enter("klerk").get(f"{PAGE}?brief={signed.reference}")
    assert "past niet Het adres valt deels buiten het venster" in words_on(page)
