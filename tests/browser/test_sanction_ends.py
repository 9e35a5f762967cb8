"""The other ends of a sanction file in the browser; it walks to where the journey starts before the browser does."""

from datetime import date

import factories
import pytest

from tests.browser.steps import (
    letter,
    run_the_clock,
    said,
    shut,
    sign,
    stands,
    state,
    step,
    turn,
    valid_signatures,
)
from tests.walks.sanction import File
from workflow.models import db

FILE = "/dossiers/SD-2026-0001"


@pytest.fixture
def walked(request, file_at):
    """A sanction file that stands in a state."""
    file_at(request.param)
    db.session.rollback()


def standing_in(place):
    return pytest.mark.parametrize("walked", [place], indirect=True)


@standing_in("aangemaand")
def test_a_client_puts_things_right_after_the_warning(walked, desk, clock):
    clock.set(date(2026, 3, 12))
    mw, tb, clerk = desk("mw"), desk("tb"), desk("klerk")
    title, remedied = "Noteer dat de cliënt het in orde bracht", {"remedied_how": "Zij volgt elke les."}
    mw.go(f"{FILE}/leef_na")
    mw.fill(remedied_on="13/3/2026", **remedied)
    mw.press(title)
    assert (
        mw.page.locator(".errors").count() == 1 and mw.page.input_value("[name=remedied_how]") == "Zij volgt elke les."
    )
    step(mw, FILE, "leef_na", title, remedied_on="11/3/2026", **remedied)
    sign("bevestiging_naleving", mw, maker=mw)
    clerk.go(f"/brieven/{letter('bevestiging_naleving')}")
    clerk.press("Noteer de verzending")
    clerk.fill(way="gewoon", posted_on="12/3/2026")
    clerk.press("Noteer de verzending")
    tb.go(FILE)
    assert stands(tb) == "Nageleefd na aanmaning" and "Zij volgt elke les." not in tb.text
    assert valid_signatures(mw, "bevestiging_naleving", clock.now.date()) == 1
    mw.go(FILE)
    assert "Er loopt geen termijn." in mw.text and "Zij volgt elke les." in mw.text and state("sanction") == "nageleefd"
    assert said(tb, clerk) == [] and len(said(mw)) == 1  # the form that was refused


@standing_in("gehoord")
def test_a_file_stays_without_consequence_when_there_was_a_lawful_reason(walked, desk, clock):
    clock.set(date(2026, 4, 15))
    mw, tb, lead, clerk = (desk(login) for login in ("mw", "tb", "hoofd", "klerk"))
    why = {"closing_reason": "ziekte", "closing_explanation": "U was opgenomen in het ziekenhuis."}
    step(lead, FILE, "seponeer", "Sluit zonder gevolg", **why)
    sign("bericht_zonder_gevolg", mw, maker=mw)
    tb.go(FILE)
    assert stands(tb) == "Zonder gevolg" and "opgenomen in het ziekenhuis" not in tb.text
    for desk_of in (mw, tb):
        desk_of.go("/")
        assert "Nodig uit" not in desk_of.text and "Schrijf het sociaal verslag" not in desk_of.text
    assert state("sanction") == "zonder_gevolg" and said(mw, tb, lead, clerk) == []


@pytest.fixture
def reported_without_leefloon(staff, clock):
    """A breach by somebody who gets no leefloon: whose file it is, the agency decides (SWO 12)."""
    client = factories.dated(factories.client(social_worker=staff["mw"], counsellor=staff["tb"]), aid="geen")
    File(staff, clock, client).to("gemeld")
    db.session.rollback()


def test_a_file_that_is_not_the_welfare_centres_goes_to_amal(reported_without_leefloon, desk):
    mw, tb, partner = desk("mw"), desk("tb"), desk("partner")
    mw.go(f"{FILE}/maan_aan")
    assert "Amal" in mw.text and mw.page.get_by_role("button", name="Maan de cliënt aan", exact=True).count() == 0
    step(mw, FILE, "draag_over", "Draag over aan Amal")
    sign("overdracht_aan_amal", mw, maker=mw)
    tb.go(FILE)
    assert stands(tb) == "Bevoegdheid van Amal" and shut(partner, FILE)
    tb.go(f"/brieven/{letter('overdracht_aan_amal')}")
    assert state("sanction") == "bij_amal" and said(mw, tb, partner) == []


@standing_in("kennisgegeven")
def test_a_decision_becomes_final_when_nobody_appeals(walked, desk, app, clock):
    mw, tb, lead = desk("mw"), desk("tb"), desk("hoofd")
    clock.set(date(2026, 6, 2))
    for who, action, title in ((mw, "ocmw", "het OCMW"), (tb, "amal", "Amal")):
        told = {f"{action}_informed_on": "4/5/2026", f"{action}_informed_how": "Gesprek met tolk"}
        step(who, FILE, f"licht_in_{action}", f"Noteer dat {title} de cliënt inlichtte", **told)
    clock.set(date(2026, 8, 20))
    run_the_clock(app, clock)  # the appeal term is over, but the measure was not executed
    assert state("sanction") == "kennisgegeven"
    mw.go(FILE)
    assert "Noteer de uitvoering" in turn(mw)
    done = {"executed_on": "1/6/2026", "execution_note": "Betaling van juni ingehouden."}
    step(mw, FILE, "voer_uit", "Noteer de uitvoering", **done)
    for who in (mw, tb, lead):
        who.go(FILE)
        assert stands(who) == "Definitief en afgesloten"
    assert state("sanction") == "afgesloten" and said(mw, tb, lead) == []


@standing_in("in_beroep")
def test_a_judgment_ends_the_file(walked, desk, clock):
    clock.set(date(2026, 11, 3))
    mw, tb, clerk = desk("mw"), desk("tb"), desk("klerk")
    assert shut(clerk, f"{FILE}/uitspraak")
    judged = {"judgment": "vernietigd", "judgment_on": "2/11/2026", "judgment_text": "De sanctie is vernietigd."}
    step(mw, FILE, "uitspraak", "Noteer de uitspraak", **judged)
    for who, reads in ((mw, True), (tb, False)):
        who.go(FILE)
        assert stands(who) == "Definitief en afgesloten" and ("De sanctie is vernietigd." in who.text) is reads
    assert state("sanction") == "afgesloten" and said(mw, tb, clerk) == []
