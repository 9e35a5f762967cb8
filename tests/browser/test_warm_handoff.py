"""A warm hand-over in the browser, from draft to intake, by both organisations; short ones for the other ends."""

from datetime import date

import factories
import pytest

from forms import clock as wall
from tests.walks.warm_handoff import AGREED, PLANNED, HandOver
from workflow.handoff import Item
from workflow.models import Case, ClientShare, Letter, db

REPORTED, MEETING = date(2026, 3, 2), PLANNED["meeting_on"]
FILE = "/dossiers/WO-2026-0001"


def client_of_amal(staff):
    """Somebody only Amal knows."""
    client = factories.client(social_worker=None, counsellor=staff["tb"], shares=[factories.amal()])
    db.session.commit()
    kept = client.id
    db.session.rollback()
    return kept


def state():
    db.session.rollback()  # to see what the server wrote meanwhile
    found = db.session.query(Case.state).filter_by(kind="warm_handoff").scalar()
    db.session.rollback()
    return found


def letter(name):
    db.session.rollback()  # to see what the server wrote meanwhile
    found = db.session.query(Letter.reference).filter_by(name=name).order_by(Letter.id.desc()).first()
    db.session.rollback()
    return found[0]


def step(desk, action, title, **fields):
    """Take a step on the page of the file."""
    desk.go(f"{FILE}/{action}")
    desk.fill(**fields)
    desk.press(title)
    assert desk.page.locator(".errors").count() == 0, desk.text


def sign(desk, name, put_forward=True):
    """Put a letter before its signatory, who signs it."""
    desk.go(f"/brieven/{letter(name)}")
    if put_forward:
        desk.press("Leg voor ter ondertekening")
    desk.fill(read="y", password=factories.PASSWORD)
    desk.press("Onderteken de brief")


def answers():
    """What the client says of every kind of information."""
    said = {f"agree_{item}": "neen" for item in Item} | {"informed_on": "2/3/2026", "informed_how": "Gesprek met tolk"}
    said |= {"agree_contactgegevens": "ja", "agree_inkomen": "ja", "words_inkomen": "Geen inkomen sinds februari."}
    return said


def report(tb, client_id):
    """The counsellor writes the draft and reports the client."""
    tb.go(f"/clienten/{client_id}")
    tb.press("Stel een warme overdracht op")
    tb.fill(need_inkomen="Het spaargeld is op.", need_gezondheid="Slaapt slecht.", wish="Ik wil de huur betalen.")
    tb.fill(urgency="gewoon", needs_interpreter="ja", interpreter_language="Tigrinya")
    tb.press("Stel een warme overdracht op")
    assert state() == "ontwerp", tb.text
    step(tb, "meld_aan", "Meld aan bij het OCMW", **answers())
    sign(tb, "warme_doorverwijzing")


def test_a_client_of_amal_is_handed_over_and_taken_in(staff, desk, clock):
    client_id = client_of_amal(staff)
    tb, clerk, mw = desk("tb"), desk("klerk"), desk("mw")
    clock.set(REPORTED)
    report(tb, client_id)

    clock.set(date(2026, 3, 4))
    clerk.go(FILE)
    assert "Geen inkomen sinds februari." in clerk.text and "Slaapt slecht." not in clerk.text
    when = {"meeting_on": "12/3/2026", "meeting_time": "14 u", "handler_id": staff["mw"].id}
    step(clerk, "plan", "Plan de kennismaking", **when)
    sign(mw, "uitnodiging_kennismaking")
    tb.go(f"{FILE}/vink_af")
    tb.page.check("#chosen_lines-1")
    tb.press("Vink lijnen van de procedure af")

    clock.set(MEETING, 15)
    mw.go(f"{FILE}/draag_over")
    assert "Dit staat in de weg" in mw.text
    mw.go(f"{FILE}/vink_af")
    for box in mw.page.locator("[name='chosen_lines']").all():
        box.check()
    mw.press("Vink lijnen van de procedure af")
    agreed = {"client_present": "ja", "agreements": "U brengt uw huurcontract.", "next_step": "Huisbezoek"}
    step(mw, "draag_over", "Draag over en schrijf de fiche", **agreed, next_step_on="18/3/2026", contact_now="ocmw")
    sign(mw, "overdrachtsfiche")
    sign(tb, "overdrachtsfiche", put_forward=False)

    mw.go(f"/clienten/{client_id}")
    assert "Amina Voorbeeld" not in mw.text
    step(mw, "neem_op", "Neem de cliënt in begeleiding", intake_note="Schulden bij de energieleverancier.")
    sign(mw, "bevestiging_opname")
    mw.go(f"/clienten/{client_id}")
    assert mw.heading == "Amina Voorbeeld"

    tb.go(FILE)
    assert "In begeleiding" in tb.text and "Schulden" not in tb.text
    tb.press("Neem kennis van de afloop")
    tb.press("Neem kennis van de afloop")
    assert state() == "opgenomen"
    assert [d.said for d in (tb, clerk) if d.said] == []


@pytest.fixture
def reported(staff, clock):
    """A file Amal reported; it walks before the browser starts."""
    HandOver(staff, clock).to("aangemeld")
    db.session.rollback()


@pytest.fixture
def planned(staff, clock):
    """A file with a meeting that is planned; it walks before the browser starts."""
    HandOver(staff, clock).to("gepland")
    db.session.rollback()


def test_a_report_that_nobody_took_up_returns_and_is_withdrawn(reported, desk, clock):
    clock.set(date(2026, 3, 17))
    wall.run(clock.now)
    db.session.rollback()
    tb = desk("tb")
    tb.go("/")
    assert "Meld opnieuw aan" in tb.text
    tb.go(FILE)
    tb.press("Trek de overdracht in")
    tb.fill(withdrawal_reason="De cliënt trekt zijn akkoord in.")
    tb.press("Trek de overdracht in")
    assert state() == "ingetrokken"
    mw = desk("mw")
    mw.go(FILE)
    assert "Geen inkomen" not in mw.text
    mw.press("Neem kennis van de afloop")


def test_a_client_who_does_not_come_and_is_then_not_taken_in(planned, desk, clock):
    clock.set(MEETING, 15)
    mw = desk("mw")
    step(mw, "niet_opgedaagd", "Noteer dat de kennismaking niet doorging", no_show_reason="Kwam niet.")
    ended = {"outcome": "geen_hulp", "declined_reason": "De cliënt wil niet meer."}
    step(mw, "neem_niet_op", "Neem de cliënt niet op", **ended)
    sign(mw, "bericht_niet_opgenomen")
    assert state() == "niet_opgenomen"


def test_what_the_client_takes_back_disappears_at_the_welfare_centre(planned, desk):
    tb, mw = desk("tb"), desk("mw")
    mw.go(FILE)
    assert AGREED["agreed_items"]["inkomen"] in mw.text
    step(
        tb,
        "trek_toestemming_in",
        "Noteer dat de cliënt een akkoord intrekt",
        withdrawn_item="inkomen",
        remark="Gezegd.",
    )
    mw.go(FILE)
    assert AGREED["agreed_items"]["inkomen"] not in mw.text


def test_the_administrator_adds_a_line_and_a_client_in_guidance_is_warned_about(staff, desk):
    client = factories.client(social_worker=staff["mw"])
    db.session.commit()
    kept = client.id
    db.session.rollback()
    tb, keeper = desk("tb"), desk("beheer")
    keeper.go("/overdrachtslijst")
    keeper.press("Nieuwe lijn")
    keeper.fill(words="De tolk is gevraagd.", confirmed="y")
    keeper.press("Bewaar")
    assert "De tolk is gevraagd." in keeper.text
    tb.go(f"/nieuw/warm_handoff/{kept}")
    assert "neem contact op met Mw Werker" in tb.text
    assert db.session.query(ClientShare).count() == 2
