"""The page that explains who decides: today, since when, what will change it, and what if."""

from datetime import date

import factories
import pytest

from tests.forms.pages import flaws, sent_by, tree_of, words_on
from workflow.models import ClientShare, db

OPENED = "Vandaag, 02/03/2026 Regie: Amal. Sanctie: OCMW Gent. (SWO art. 3, 12)"


@pytest.fixture
def client(file_at):
    """An entitled client with leefloon, in the register since 15 March 2025 and in Belgium since 1 January 2025."""
    file = file_at("gemeld")
    file.client.residences[0].residence = "rechthebbend"
    file.client.registrations[0].from_on, file.client.stays[0].from_on = date(2025, 3, 15), date(2025, 1, 1)
    db.session.commit()
    return file.client


def _words(browser, client, asked=""):
    answer = browser.get(f"/clienten/{client.id}/bevoegdheid{asked}")
    assert flaws(answer) == []
    return words_on(answer)


@pytest.mark.parametrize("login", ["mw", "klerk", "hoofd", "tb", "contact"])
def test_it_says_who_decides_today_why_and_when_that_changes(client, enter, login):
    words = _words(enter(login), client)
    assert OPENED in words
    assert "ingeschreven in het rijksregister sinds 15/03/2025, dat is niet meer dan 12 maanden op 02/03/2026" in words
    assert "Vanaf 16/03/2026: Regie: OCMW Gent. Sanctie: OCMW Gent." in words
    assert "Waarom: twaalf maanden in het rijksregister zijn voorbij, sinds 15/03/2025." in words


def test_a_period_in_which_only_the_other_reading_changes_is_no_change(client, enter):
    client.stays[0].from_on = date(2025, 3, 10)
    db.session.commit()
    words = _words(enter("mw"), client)
    assert "De andere lezing geeft: Regie: OCMW Gent." in words
    assert "Wanneer verandert het? Vanaf 16/03/2026:" in words


def test_it_warns_where_the_readings_differ_and_the_choice_is_logged(client, enter):
    browser = enter("mw")
    words = _words(browser, client)
    assert "De twee lezingen geven vandaag een ander antwoord" in words
    assert "Nog niemand koos: de lezing van artikel 3 telt." in words
    address = f"/clienten/{client.id}/kies_lezing"
    refused = browser.post(address, data=sent_by(tree_of(browser.get(address))) | {"reading": "verblijf"})
    assert refused.status_code == 422 and "Schrijf waarom." in words_on(refused)
    typed = {"reading": "verblijf", "remark": "Zo afgesproken met Amal."}
    assert browser.post(address, data=sent_by(tree_of(browser.get(address))) | typed).status_code == 302
    words = _words(browser, client)
    assert "Vandaag, 02/03/2026 Regie: OCMW Gent. Sanctie: OCMW Gent." in words
    assert "Gekozen door Mw Werker op 02/03/2026" in words
    assert "Zo afgesproken met Amal." in words_on(browser.get(f"/clienten/{client.id}"))


def test_it_tries_what_would_happen_and_keeps_nothing(client, enter):
    browser = enter("mw")
    words = _words(browser, client, "?wat=stopt&dag=31/3/2026")
    assert "Vanaf 01/04/2026" in words[words.index("Zo zou het worden") :] or "01/04/2026" in words
    assert "niemand" in words[words.index("Zo zou het worden") :].lower()
    assert OPENED in words and client.aids[-1].until_on is None
    assert "'morgen' is geen datum" in _words(browser, client, "?wat=stopt&dag=morgen")


def test_the_page_is_only_for_who_knows_the_client(client, enter):
    ours = db.session.query(ClientShare).filter(ClientShare.organisation_id == factories.organisation().id)
    ours.delete()
    db.session.commit()
    address = f"/clienten/{client.id}/bevoegdheid"
    found = {login: enter(login).get(address).status_code for login in ("tb", "mw", "lid", "partner")}
    assert found == {"tb": 200, "mw": 404, "lid": 403, "partner": 403}
