"""One agreement in the browser, from draft to amendment, by both directorates; a deviation with two keys; the ends."""

from datetime import date

import pytest

from tests.browser.steps import (
    letter,
    put_signature,
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
from tests.walks import sanction
from workflow.models import db

FILE, DEVIATION = "/dossiers/OVK-2026-0001", "/dossiers/AFW-2026-000{}"
SIGNATORIES = ("directie", "directeur", "directie.amal", "directie2.amal")
TITLE = "Samenwerkingsovereenkomst gezamenlijke cliënten"
ABOUT = {"title": TITLE, "agreement_kind": "samenwerkingsovereenkomst", "partner": "Amal", "starts_on": "1/2/2026"}
ARTICLES = {"4": ("Doorverwijzing", "De partijen verwijzen warm door."), "17": ("Duur", "Onbepaalde duur.")}
INSTEAD = {"reason": "Proefproject.", "instead": "Doorverwijzen kan per mail.", "until_on": "30/6/2026"}


def articles():
    """The rows of the text, as they are typed."""
    for row, (number, (heading, text)) in enumerate(ARTICLES.items()):
        yield from ((f"articles-{row}-number", number), (f"articles-{row}-heading", heading))
        yield f"articles-{row}-text", text


def drawn_up(ours, theirs, clerk):
    """The welfare centre writes the text; Amal reads it from the draft on, and nobody outside the directorates does."""
    ours.go("/overeenkomsten")
    ours.press("Nieuwe overeenkomst")
    ours.fill(**ABOUT, **dict(articles()))
    ours.press("Stel een overeenkomst op")
    assert stands(ours) == "Ontwerp van de partijen"
    theirs.go(FILE)
    assert "De partijen verwijzen warm door." in theirs.text and "Leg de overeenkomst" in turn(theirs)
    assert shut(clerk, FILE)
    step(ours, FILE, "leg_ter_ondertekening", "Leg de overeenkomst ter ondertekening voor")


def amended(ours, theirs, signatories, clock):
    """Amal proposes other words; they hold once both agreed and everybody signed them."""
    clock.set(date(2026, 3, 2))
    change = {"reason": "Sneller.", "in_force_on": "1/4/2026", "articles-0-text": "Binnen tien dagen."}
    step(theirs, FILE, "stel_wijziging_voor", "Stel een wijziging voor", **change)
    theirs.press("Stem in met het voorstel")
    theirs.press("Stem in met het voorstel")
    assert "Amal: stemde in op" in theirs.text and "OCMW Gent: antwoordde nog niet" in theirs.text
    ours.go("/")
    assert TITLE in ours.text and "Stem in met het voorstel" in ours.text
    step(ours, FILE, "stem_in", "Stem in met het voorstel")
    assert "Aanvaard, ter ondertekening" in ours.text
    sign("overeenkomst", *signatories, maker=ours)
    theirs.go(f"/overeenkomsten/OVK-2026-0001/tekst?dag={date(2026, 3, 31)}")
    assert "De partijen verwijzen warm door." in theirs.text and "Binnen tien dagen." not in theirs.text
    theirs.go(f"/overeenkomsten/OVK-2026-0001/tekst?dag={date(2026, 4, 1)}")
    assert "Binnen tien dagen." in theirs.text


def test_four_people_sign_an_agreement_and_then_its_amendment(staff, desk, clock):
    clock.set(date(2026, 1, 12))
    ours, director, theirs, second = signatories = [desk(login) for login in SIGNATORIES]
    clerk = desk("klerk")
    drawn_up(ours, theirs, clerk)
    sign("overeenkomst", ours, director, theirs, maker=ours)
    ours.go(FILE)
    assert stands(ours) == "Ter ondertekening bij beide partijen" and "3 van 4 handtekeningen" in ours.text
    second.go("/")
    second.press(TITLE)
    put_signature(second)
    assert valid_signatures(theirs, "overeenkomst", clock.now.date()) == 4
    theirs.go(FILE)
    assert stands(theirs) == "Van kracht" and "van kracht op 01/02/2026" in theirs.text
    amended(ours, theirs, signatories, clock)
    assert said(*signatories, clerk) == []


@pytest.fixture
def in_force(file_at):
    """An agreement that four people signed; a file of a client that both share stands beside it."""
    file = file_at("van_kracht", "agreement")
    file.clock.set(date(2026, 3, 2))
    shared = sanction.File(file.staff, file.clock, file.client).to("gemeld").case.reference
    db.session.rollback()
    return f"/dossiers/{shared}"


def propose(desk, number):
    """Propose a deviation beside the agreement, for every shared file."""
    desk.go("/nieuw/deviation/bij/OVK-2026-0001")
    desk.fill(article="4", **INSTEAD)
    desk.press("Stel een afwijking voor")
    assert stands(desk) == "Voorgesteld, twee sleutels nodig"
    return DEVIATION.format(number)


def test_a_deviation_needs_two_keys_and_expires_by_itself(in_force, desk, app, clock):
    ours, theirs, worker, counsellor = (desk(login) for login in ("directie", "directie.amal", "mw", "tb"))
    file = propose(ours, 1)
    assert "Amal: Directie\nKeur de afwijking goed" in turn(ours)
    step(ours, file, "keur_goed", "Keur de afwijking goed")
    worker.go(in_force)
    assert stands(ours) == "Voorgesteld, twee sleutels nodig" and "Hier wordt afgeweken" not in worker.text
    step(theirs, file, "keur_goed", "Keur de afwijking goed")
    assert stands(theirs) == "Goedgekeurd door beide partijen"
    for desk_of_file in (worker, counsellor):
        desk_of_file.go(in_force)
        assert "Doorverwijzen kan per mail." in desk_of_file.text and shut(desk_of_file, file)
    clock.set(date(2026, 7, 1))
    assert "AFW-2026-0001" in run_the_clock(app, clock)
    theirs.go(file)
    worker.go(in_force)
    assert stands(theirs) == "Verlopen" and "Doorverwijzen kan per mail." not in worker.text
    assert said(ours, theirs, worker, counsellor) == []


def test_a_deviation_is_refused_by_one_party_or_withdrawn_with_a_reason(in_force, desk):
    ours, theirs = desk("directie"), desk("directie.amal")
    refused, withdrawn = propose(ours, 1), propose(theirs, 2)
    step(theirs, refused, "weiger", "Weiger de afwijking", closing_reason="Te duur voor Amal.")
    ours.go(refused)
    assert stands(ours) == "Geweigerd door een partij" and "Te duur voor Amal." in ours.text
    step(ours, withdrawn, "trek_in", "Trek de afwijking in", closing_reason="Niet meer nodig.")
    theirs.go(withdrawn)
    assert stands(theirs) == "Ingetrokken" and "Niet meer nodig." in theirs.text
    assert said(ours, theirs) == []


@pytest.fixture
def ending(file_at):
    """An agreement of which both parties signed that it stops; they did so before the browser starts."""
    file = file_at("van_kracht", "agreement")
    stop = {"change": "beeindiging", "articles": [], "reason": "Klaar.", "in_force_on": date(2026, 6, 30)}
    file.take("stel_beeindiging_voor", "directie", date(2026, 3, 2), proposal=stop)
    file.agreed()
    file.signed()
    db.session.rollback()


def test_an_agreement_that_both_stop_ends_after_its_last_day(ending, desk, app, clock):
    ours, theirs = desk("directie"), desk("directie.amal")
    theirs.go(FILE)
    assert "Van 01/02/2026 tot en met 30/06/2026." in theirs.text and stands(theirs) == "Van kracht"
    clock.set(date(2026, 7, 1))
    assert run_the_clock(app, clock) == ["OVK-2026-0001"]
    for party in (ours, theirs):
        party.go(FILE)
        assert stands(party) == "Beëindigd"
    assert state("agreement") == "beeindigd" and said(ours, theirs) == []


@pytest.fixture
def to_sign(file_at):
    """An agreement that lies before its signatories."""
    file_at("ter_ondertekening", "agreement")
    db.session.rollback()


def test_a_draft_is_withdrawn_by_the_other_party_and_nobody_signs_it(to_sign, desk):
    ours, theirs = desk("directie"), desk("directie.amal")
    document = letter("overeenkomst")
    step(theirs, FILE, "trek_in", "Trek het ontwerp in", closing_reason="Geen akkoord.")
    ours.go(FILE)
    assert stands(ours) == "Ingetrokken voor de ondertekening" and "Geen akkoord." in ours.text
    ours.go(f"/brieven/{document}")
    assert "Geannuleerd" in ours.text and not ours.page.get_by_role("button", name="Leg voor").count()
    assert state("agreement") == "ingetrokken" and said(ours, theirs) == []
