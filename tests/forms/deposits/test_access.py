"""Who may see and change a deposit list; the list of another organisation does not exist."""

from datetime import date

import pytest

from tests.forms.dump import changes, dump
from tests.forms.pages import flaws, tree_of, words_on
from tests.forms.post_letters import LIST, items, letter, listed, twins
from workflow.models import Deposit, Letter, Organisation, db

PARTS = ("", "/drukexemplaar.pdf", "/afgiftelijst.pdf", "/uitvoer", ".csv", ".xlsx")


@pytest.fixture
def signed(file_at):
    """A warning that was signed on Tuesday 3 March 2026."""
    file = file_at("aanmaning")
    file.sign("aanmaning", "mw", day=date(2026, 3, 3))
    return file.letter("aanmaning")


@pytest.fixture
def clerk(signed, enter):
    return enter("klerk")


@pytest.mark.parametrize("login", ["hoofd", "secretaris", "directeur", "tb", "beheer", "partner"])
def test_only_clerk_and_social_worker_make_a_list(clerk, enter, signed, login):
    before = dump()
    answer = enter(login).post(LIST, data={"brief": [signed.reference], "lijst": "aangetekend"})
    assert answer.status_code == 403
    assert changes(before, dump()) == []


@pytest.mark.parametrize("action", ["barcodes", "afgifte", "haal_af", "uitvoer"])
@pytest.mark.parametrize("login", ["hoofd", "secretaris", "tb"])
def test_only_clerk_and_social_worker_change_a_list(clerk, signed, enter, login, action):
    address = listed(clerk, [signed.reference])
    before = dump()
    sent = {"brief": signed.reference, "posted_on": "3/3/2026"}
    assert enter(login).post(f"{address}/{action}", data=sent).status_code == 403
    assert changes(before, dump()) == []


def test_the_team_lead_looks_and_changes_nothing(clerk, enter, signed):
    address = listed(clerk, [signed.reference])
    page = enter("hoofd").get(address)
    assert flaws(page) == []
    assert [form.get("action") for form in tree_of(page).find(".//main").iter("form") if form.get("method")] == []


def test_the_list_of_another_organisation_does_not_exist(clerk, enter, signed):
    address, mw = listed(clerk, [signed.reference]), enter("mw")
    db.session.query(Deposit).one().organisation_id = db.session.query(Organisation).filter_by(key="amal").one().id
    db.session.commit()
    before = dump()
    assert {part: mw.get(f"{address}{part}").status_code for part in PARTS} == dict.fromkeys(PARTS, 404)
    for action in ("haal_af", "barcodes", "afgifte", "uitvoer"):
        sent = {"brief": signed.reference, "posted_on": "3/3/2026", f"code-{signed.reference}": "x"}
        assert mw.post(f"{address}/{action}", data=sent).status_code == 404
    assert "AL-2026-0001" not in words_on(mw.get(LIST))
    assert changes(before, dump()) == []


def test_a_letter_that_went_to_another_organisation_is_on_no_page_of_the_list(clerk, signed):
    (twin,) = twins(signed, 1)
    address = listed(clerk, [twin])
    row = letter(twin)
    row.case.owner_id = db.session.query(Organisation).filter_by(key="ocmw_evergem").one().id
    db.session.commit()
    for part in ("", "/uitvoer", ".csv"):
        assert twin not in clerk.get(f"{address}{part}").get_data(as_text=True)
    answer = clerk.post(f"{address}/haal_af", data={"brief": twin}, follow_redirects=True)
    assert "Deze brief staat niet meer op de lijst." in words_on(answer)
    assert db.session.query(Letter).filter_by(reference=twin).one().state == "ondertekend"
    assert len(items(address)) == 1
