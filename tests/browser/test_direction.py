"""One change of direction in the browser, from the register to its end, by both organisations."""

import re

import factories
import pytest

from tests.browser.steps import letter, said, shut, stands, state, step, turn
from tests.walks import sanction
from workflow.models import db

FILE = "/dossiers/RW-2026-0001"


def joint_client(staff):
    return factories.dated(factories.client(social_worker=staff["mw"], counsellor=staff["tb"]))


@pytest.fixture
def client_id(staff):
    """A client with leefloon, whom both organisations guide."""
    kept = joint_client(staff).id
    db.session.commit()
    db.session.rollback()
    return kept


@pytest.fixture
def reported(staff, clock):
    """The same, with a sanction file that runs; it walks there before the browser starts."""
    file = sanction.File(staff, clock, joint_client(staff)).to("gemeld")
    kept = file.client.id
    db.session.rollback()
    return kept


def change(desk, client_id, action, title, **fields):
    """End or correct what the register says of leefloon."""
    desk.go(f"/clienten/{client_id}")
    desk.page.get_by_role("link", name=re.compile(f"^{action} ?: Leefloon")).click()
    desk.fill(**fields)
    desk.press(title)
    assert desk.page.locator(".errors").count() == 0, desk.text


def stop(desk, client_id):
    """Leefloon ends on the last of February."""
    change(desk, client_id, "Beëindig", "Beëindig een gegeven", last_day="28/2/2026")


def test_both_organisations_take_note_that_leefloon_stopped(client_id, desk):
    mw, tb, partner = (desk(login) for login in ("mw", "tb", "partner"))
    stop(mw, client_id)
    for party, task in ((mw, "Neem kennis voor het OCMW"), (tb, "Neem kennis voor Amal")):
        party.go("/")
        assert "RW-2026-0001" in party.text and task in party.text
    mw.go(FILE)
    assert stands(mw) == "Gemeld, beide organisaties nemen kennis"
    assert "OCMW Gent: Mw Werker" in turn(mw) and "Amal: Tb Begeleider" in turn(mw)
    assert "Gaat in op\n01/03/2026" in mw.text and shut(partner, FILE)
    mw.press("Neem kennis voor het OCMW")
    mw.press("Neem kennis voor het OCMW")
    tb.go(f"/brieven/{letter('bericht_regie')}")
    assert tb.heading == "Bericht over regie en sanctie" and "vanaf 1 maart 2026" in tb.text
    step(tb, FILE, "neem_kennis_amal", "Neem kennis voor Amal")
    assert stands(tb) == "Beide organisaties namen kennis" and state("direction") == "afgerond"
    mw.go("/")
    assert "RW-2026-0001" not in mw.text
    assert said(mw, tb, partner) == []


def test_what_becomes_of_a_running_sanction_file_is_chosen_before_it_is_closed(reported, desk):
    mw, tb = desk("mw"), desk("tb")
    stop(mw, reported)
    step(mw, FILE, "neem_kennis_ocmw", "Neem kennis voor het OCMW")
    step(tb, FILE, "neem_kennis_amal", "Neem kennis voor Amal")
    assert "Het leefloon stopte terwijl dit sanctiedossier liep: SD-2026-0001" in tb.text
    assert "Kies hoe het sanctiedossier verdergaat" in turn(tb) and state("direction") == "gemeld"
    mw.go("/")
    assert "Kies hoe het sanctiedossier verdergaat" in mw.text
    chosen = {"follow_up": "overdragen", "follow_up_reason": "Amal begeleidt verder."}
    step(mw, FILE, "kies_vervolg", "Kies hoe het sanctiedossier verdergaat", **chosen)
    assert stands(mw) == "Beide organisaties namen kennis"
    tb.go(FILE)
    assert "Gekozen: Overdragen aan Amal." in tb.text
    tb.go(f"/brieven/{letter('overdrachtsnota')}")
    assert "Amal begeleidt verder." in tb.text
    assert state("direction") == "afgerond" and said(mw, tb) == []


def test_a_message_is_revoked_when_the_fact_is_corrected(client_id, desk):
    mw, tb = desk("mw"), desk("tb")
    stop(mw, client_id)
    step(tb, FILE, "neem_kennis_amal", "Neem kennis voor Amal")
    why = {"until_on": "", "source": "Beslissing van 2 maart", "remark": "Het was een andere cliënt."}
    change(mw, client_id, "Verbeter", "Verbeter een gegeven", **why)
    for party in (mw, tb):
        party.go(FILE)
        assert stands(party) == "Herroepen: de gegevens zijn verbeterd" and "Dit bericht geldt niet meer" in party.text
        party.go("/")
        assert "RW-2026-0001" not in party.text
        party.go(f"/clienten/{client_id}")
    assert "een andere cliënt" in mw.text and "een andere cliënt" not in tb.text
    tb.go(f"/brieven/{letter('herroeping_regie')}")
    assert tb.heading == "Herroeping van een bericht over regie"
    assert state("direction") == "herroepen" and said(mw, tb) == []
