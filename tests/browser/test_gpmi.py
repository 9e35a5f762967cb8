"""One GPMI in the browser, from its opening to its end, by both organisations; short ones for the other ends."""

import factories
import pytest

from tests.browser.steps import letter, said, shut, sign, stands, state, step, turn, valid_signatures
from tests.walks.gpmi import EVALUATED, OFFERED, OPENED, SIGNED
from workflow.models import db

FILE = "/dossiers/GPMI-2026-0001"
PARTS = ("nt2", "mo", "activering", "pnt")
CONTRACT = {
    "granted_on": "12/1/2026",
    "ground": "verplicht",
    "ground_explained": "Voor het eerst leefloon.",
    "objective": "De cliënt wil als verpleegkundige werken.",
    "household": "Twee kinderen, de huur is 720 euro.",
    "handler_id": "Mw Werker",
    "replacement_id": "Mw2 Tweede",
}
ENGAGED = {"ocmw_does": "Wij betalen de boeken.", "amal_does": "Amal schrijft u in.", "feedback": "Start en attest."}
END = {"end_reason": "afgewerkt", "end_explanation": "Alles is gedaan."}


@pytest.fixture
def client_id(staff):
    """A client with leefloon, whom both organisations guide."""
    client = factories.dated(factories.client(social_worker=staff["mw"], counsellor=staff["tb"]))
    db.session.commit()
    kept = client.id
    db.session.rollback()
    return kept


def offered(mw, tb, clock, client_id):
    """The welfare centre opens the contract and gives the client the annex; only then Amal reads of it."""
    clock.set(OPENED)
    mw.go(f"/clienten/{client_id}")
    mw.press("Open een GPMI")
    mw.fill(**CONTRACT)
    mw.press("Open een GPMI")
    assert stands(mw) == "Ontwerp, bijlage op te stellen en aan te bieden"
    clock.set(OFFERED)
    mw.press("Stel de bijlage op")
    mw.fill(**dict.fromkeys(PARTS, "y"), **ENGAGED)
    mw.press("Stel de bijlage op")
    assert "Volgende stap: Geef de bijlage aan de cliënt" in mw.text and shut(tb, FILE)
    step(mw, FILE, "bied_aan", "Geef de bijlage aan de cliënt", assistance_offered="y")
    tb.go(FILE)
    assert stands(tb) == "Aangeboden, bedenktijd en handtekeningen" and "Amal schrijft u in." in tb.text
    for secret in ("720 euro", "verpleegkundige", "Wij betalen de boeken."):
        assert secret in mw.text and secret not in tb.text


def in_force(mw, tb, chair, director, clock):
    """The client signs once his days to think it over are past, and so does every party."""
    mw.go(f"{FILE}/teken_client")
    mw.fill(client_signed_how="inkt")
    mw.press("Noteer de handtekening van de cliënt")
    assert "ten vroegste op 08/03/2026 ondertekenen" in mw.page.locator(".errors").inner_text()
    clock.set(SIGNED)
    step(mw, FILE, "teken_client", "Noteer de handtekening van de cliënt", client_signed_how="inkt")
    sign("bijlage_gpmi", chair, director, tb, maker=mw)
    assert valid_signatures(tb, "bijlage_gpmi", clock.now.date()) == 3
    tb.go(FILE)
    assert stands(tb) == "Ondertekend en van kracht"
    assert "OCMW Gent: Mw Werker\nEvalueer het GPMI" in turn(tb)


def evaluated(mw, tb, clock):
    """They look back together; Amal reads what was reached, and not why."""
    clock.set(EVALUATED)
    judged = {f"{part}_outcome": "bereikt" for part in PARTS} | {"mo_outcome": "deels", "mo_why": "Was ziek."}
    step(mw, FILE, "evalueer", "Evalueer het GPMI", **judged, face_to_face="ja", changes="Niets verandert.")
    assert "1 van 3, 1 van 2 persoonlijk" in mw.text and "Was ziek." in mw.text
    assert letter("evaluatieverslag") in mw.text
    tb.go(FILE)
    assert "Deels bereikt" in tb.text and "Was ziek." not in tb.text


def test_everybody_signs_a_gpmi_and_it_is_evaluated_and_ended(client_id, desk, clock):
    mw, tb, chair, director, lead = (desk(login) for login in ("mw", "tb", "voorzitter", "directeur", "hoofd"))
    offered(mw, tb, clock, client_id)
    in_force(mw, tb, chair, director, clock)
    evaluated(mw, tb, clock)
    step(lead, FILE, "beeindig", "Beëindig het GPMI", **END)
    assert state("gpmi") == "beeindigd" and "Alles is gedaan." in lead.text
    tb.go(FILE)
    assert stands(tb) == "Beëindigd" and "Alles is gedaan." not in tb.text
    tb.go("/")
    assert "GPMI-2026-0001" not in tb.text
    assert said(tb, chair, director, lead) == []
    assert [each for each in mw.said if "422" not in each] == []


@pytest.fixture
def walked(request, file_at):
    """A GPMI that stands in a state; it walks there before the browser starts, which signs elsewhere."""
    file_at(request.param, "gpmi")
    db.session.rollback()


def standing_in(place):
    return pytest.mark.parametrize("walked", [place], indirect=True)


@standing_in("ondertekend")
def test_another_contract_takes_its_place(walked, desk, clock):
    clock.set(EVALUATED)
    mw, tb = desk("mw"), desk("tb")
    step(mw, FILE, "vervang", "Vervang door een ander contract", new_contract="GPMI-2026-0100", **END)
    assert "vervangen door GPMI-2026-0100" in mw.text
    tb.go(FILE)
    assert stands(tb) == "Vervangen door een ander contract" and "GPMI-2026-0100" not in tb.text
    assert state("gpmi") == "vervangen" and said(mw, tb) == []


@standing_in("aangeboden")
def test_a_contract_that_was_never_in_force_is_withdrawn_and_disappears_at_amal(walked, desk):
    mw, tb = desk("mw"), desk("tb")
    document = letter("bijlage_gpmi")
    tb.go(FILE)
    assert tb.heading == "Amina Voorbeeld"
    step(mw, FILE, "trek_in", "Trek het GPMI in", **END)
    assert stands(mw) == "Ingetrokken voor het van kracht was" and "Geannuleerd" in mw.text
    assert shut(tb, FILE) and shut(tb, f"/brieven/{document}")
    assert state("gpmi") == "ingetrokken" and said(mw, tb) == []
