"""One referral in the browser, from the client to the attest, by both organisations; short ones for the other ends."""

from datetime import date

import factories
import pytest

from tests.browser.steps import letter, said, shut, sign, stands, state, step
from tests.walks.referral import PARTS, STARTED, Referral
from workflow.models import Client, GpmiAnnex, db

FILE = "/dossiers/DV-2026-0001"
MARCH = {"opened": date(2026, 3, 2), "signed": date(2026, 3, 9), "accepted": date(2026, 3, 11)}


@pytest.fixture
def client_id(staff):
    """A client without a registration with the VDAB, with an annex that is offered."""
    client = factories.dated(factories.client(social_worker=staff["mw"]))
    for registration in client.vdab_registrations:
        db.session.delete(registration)
    client.annexes.append(
        GpmiAnnex(
            number=2,
            gpmi_reference="GPMI-2026-0001",
            gpmi_signed_on=date(2025, 1, 10),
            parts=PARTS,
            clause="",
            from_on=MARCH["opened"],
            offered_on=MARCH["opened"],
            assistance_offered=True,
            source="proef",
        )  # fmt: skip
    )
    db.session.commit()
    kept = client.id
    db.session.rollback()
    return kept


def sign_annex(client_id):
    """Every party signs the annex, a week after it was offered."""
    annex = db.session.get(Client, client_id).annexes[-1]
    annex.signed_on = annex.client_signed_on = annex.from_on = MARCH["signed"]
    db.session.commit()
    db.session.rollback()


def to_amal(mw, clerk, clock, client_id):
    """The welfare centre prepares the referral, informs the client and sends it."""
    mw.go(f"/clienten/{client_id}")
    mw.press("Verwijs door naar Amal")
    for part in PARTS:
        mw.page.check(f"[name=asked_parts][value={part}]")
    mw.fill(basis="opgelegd", motivation="U wilt werken in de zorg.", known_nt2="A1 behaald.")
    mw.press("Verwijs door naar Amal")
    step(mw, FILE, "bereid_voor", "Bereid de doorverwijzing voor")
    clock.set(MARCH["signed"])
    mw.go(f"{FILE}/verstuur")
    assert "Niet alle partijen ondertekenden de bijlage" in mw.text and "nog niet ingelicht" in mw.text
    sign_annex(client_id)
    told = {"data_told_on": "9/3/2026", "data_language": "Arabisch, met tolk", "informed_on": "9/3/2026"}
    talk = {"informed_how": "Op kantoor.", "informed_interpreter": "Arabisch"}
    step(clerk, FILE, "licht_in", "Noteer dat de cliënt ingelicht is", **told, **talk)
    step(mw, FILE, "verstuur", "Verstuur naar Amal")
    sign("doorverwijzing", mw, maker=mw)


def guided(contact, tb, clock):
    """The agency accepts, and the counsellor starts with the contract."""
    clock.set(MARCH["accepted"])
    contact.go("/")
    assert "Aanvaard de doorverwijzing" in contact.text
    contact.go(f"{FILE}/aanvaard")
    chosen = contact.page.locator("[name=counsellor_id] option").nth(1).get_attribute("value")
    contact.fill(counsellor_id=chosen, appointment_on="24/3/2026", appointment_time="14u")
    contact.press("Aanvaard de doorverwijzing")
    sign("ontvangstbevestiging", tb, maker=contact)
    clock.set(STARTED)
    step(tb, FILE, "start", "Start het traject", contract_signed_on="24/3/2026")


def finished(tb, clock):
    """Registered, forty hours, and the attest."""
    clock.set(date(2026, 4, 14))
    step(tb, FILE, "noteer_vdab", "Noteer de inschrijving bij de VDAB", from_on="14/4/2026", source="Mijn Loopbaan")
    title = "Noteer uren van het participatietraject"
    for hours, day in (("20", "6/4/2026"), ("19,5", "13/4/2026")):
        step(tb, FILE, "noteer_pnt", title, halves=hours, done_on=day, activity="Praatcafé")
    tb.go(f"{FILE}/rond_af")
    assert "39,5 van de 40 uur" in tb.text
    step(tb, FILE, "noteer_pnt", title, halves="0,5", done_on="14/4/2026", activity="Praatcafé")
    attest = {"attest": "inburgeringsattest", "attest_on": "14/4/2026", "b1_required": "ja"}
    step(tb, FILE, "rond_af", "Rond het traject af met een attest", **attest)


def test_both_organisations_bring_a_referral_to_its_attest(desk, clock, client_id):
    mw, clerk, contact, tb = (desk(login) for login in ("mw", "klerk", "contact", "tb"))
    to_amal(mw, clerk, clock, client_id)
    assert state("referral") == "verzonden"
    guided(contact, tb, clock)
    assert state("referral") == "lopend"
    mw.go("/")
    assert "Lees de terugkoppeling van Amal" in mw.text
    step(mw, FILE, "lees_ocmw", "Lees de terugkoppeling van Amal")
    finished(tb, clock)
    mw.go(FILE)
    assert "Attest behaald, B1 mondeling op te volgen" in mw.text and "Inburgeringsattest" in mw.text
    step(tb, FILE, "noteer_b1", "Noteer wat er van B1 mondeling kwam", b1_outcome="behaald", b1_on="14/4/2026")
    assert state("referral") == "afgerond"
    assert said(mw, clerk, contact, tb) == []


@pytest.fixture
def walked(request, staff, clock):
    """A referral that stands in a state; it walks there before the browser starts, which signs elsewhere."""
    Referral(staff, clock).to(request.param)
    db.session.rollback()


def standing_in(place):
    return pytest.mark.parametrize("walked", [place], indirect=True)


@standing_in("verzonden")
def test_the_agency_asks_and_then_refuses(walked, desk):
    contact, mw = desk("contact"), desk("mw")
    step(contact, FILE, "vraag_aanvulling", "Vraag een aanvulling", question="Welk niveau?")
    step(mw, FILE, "vul_aan", "Antwoord op de vraag van Amal", answer="A1.")
    step(contact, FILE, "weiger", "Weiger de doorverwijzing", criterion_werkgebied="Woont in Evergem.")
    mw.go(FILE)
    assert "Geweigerd door Amal" in mw.text and "Woont in Evergem." in mw.text


@standing_in("lopend")
def test_a_trajectory_is_stopped_and_the_other_party_hears_it(walked, desk):
    mw, tb = desk("mw"), desk("tb")
    step(mw, FILE, "zet_stop", "Zet het traject stop", stop_reason="verhuisd", stop_explanation="U verhuisde.")
    tb.go("/")
    assert "Lees de terugkoppeling van het OCMW" in tb.text
    assert state("referral") == "stopgezet"


@standing_in("voorbereiding")
def test_a_draft_is_withdrawn_and_stays_in_the_house(walked, desk):
    mw, tb = desk("mw"), desk("tb")
    step(mw, FILE, "trek_in", "Trek de doorverwijzing in", withdrawal_reason="U vond werk.")
    assert state("referral") == "niet_verzonden"
    assert shut(tb, FILE)


@standing_in("verzonden")
def test_a_referral_that_was_sent_is_withdrawn_and_the_agency_keeps_what_it_got(walked, desk, clock):
    mw, contact, partner = desk("mw"), desk("contact"), desk("partner")
    step(mw, FILE, "trek_in", "Trek de doorverwijzing in", withdrawal_reason="U verhuisde naar Brugge.")
    sign("bericht_stopzetting", mw, maker=mw)
    contact.go(FILE)
    assert stands(contact) == "Ingetrokken na verzending" and "U verhuisde naar Brugge." in contact.text
    contact.go("/")
    assert "Aanvaard de doorverwijzing" not in contact.text and shut(partner, FILE)
    contact.go(f"/brieven/{letter('doorverwijzing')}")
    assert contact.heading == "Doorverwijzing naar Amal" and state("referral") == "ingetrokken"
    assert said(mw, contact, partner) == []
