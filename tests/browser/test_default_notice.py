"""One notice of default in the browser, until it ended the agreement, by both directorates; the other ends."""

from datetime import date

import pytest

from tests.browser.steps import (
    letter,
    post,
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
from workflow.models import db

FILE, AGREEMENT = "/dossiers/IG-2026-0001", "/dossiers/OVK-2026-0001"
FACT = {"happened_on": "23/2/2026", "what": "Geen terugkoppeling", "evidence": "Mail van 24 februari"}
LETTER = {"default_reason": "Artikel 4 vraagt dit.", "remedy_asked": "Koppel alles terug.", "remedy_days": "30"}
TALKS = {"talks_on": "9/4/2026", "talks_with": "Beide directies", "unsolvable_reason": "Geen zicht op verbetering."}
ENDS = {"termination_reason": "Zo gaat het niet.", "exceptional_reason": "Al een jaar.", "planned_on": "16/4/2026"}


@pytest.fixture
def in_force(file_at):
    """An agreement that four people signed."""
    file_at("van_kracht", "agreement").clock.set(date(2026, 3, 2))
    db.session.rollback()


def in_default(ours, theirs, director, clerk, clock):
    """The welfare centre sends its registered letter; until it left, the file does not exist for Amal."""
    ours.go("/nieuw/default_notice/bij/OVK-2026-0001")
    ours.fill(article="4", **{f"reported_facts-0-{name}": words for name, words in FACT.items()})
    ours.press("Noteer een tekortkoming")
    assert stands(ours) == "Tekortkoming genoteerd"
    step(ours, FILE, "stel_in_gebreke", "Stel in gebreke", **LETTER)
    sign("ingebrekestelling", ours, director, maker=ours)
    assert shut(theirs, FILE) and shut(theirs, f"/brieven/{letter('ingebrekestelling')}")
    post(clerk, "ingebrekestelling", "2/3/2026")
    theirs.go("/")
    assert "Antwoord op de ingebrekestelling" in theirs.text and shut(clerk, FILE)
    theirs.go(FILE)
    assert stands(theirs) == "In gebreke gesteld, wacht op herstel" and "Koppel alles terug." in theirs.text
    assert valid_signatures(theirs, "ingebrekestelling", clock.now.date()) == 2


def given_notice(ours, theirs, director, clerk, clock):
    """Amal answers, they talk, it leads to nothing, and the welfare centre ends the agreement."""
    clock.set(date(2026, 3, 16))
    step(theirs, FILE, "antwoord", "Antwoord op de ingebrekestelling", reply="Vanaf april kan het.")
    ours.go(f"{FILE}/stel_onoplosbaar_vast")
    assert "De hersteltermijn loopt nog tot en met" in ours.text
    clock.set(date(2026, 4, 14))
    ours.go(FILE)
    assert "Vanaf april kan het." in ours.text
    step(ours, FILE, "stel_onoplosbaar_vast", "Stel vast dat de situatie onoplosbaar is", **TALKS)
    step(ours, FILE, "zeg_op", "Zeg de overeenkomst op", **ENDS)
    sign("opzegging", ours, director, maker=ours)
    theirs.go(FILE)
    assert stands(theirs) == "Opzegging in opmaak" and "Zo gaat het niet." not in theirs.text
    clock.set(date(2026, 4, 16))
    post(clerk, "opzegging", "16/4/2026")


def test_a_default_that_is_not_remedied_ends_the_agreement(in_force, desk, app, clock):
    ours, theirs, director, clerk = (desk(login) for login in ("directie", "directie.amal", "directeur", "klerk"))
    in_default(ours, theirs, director, clerk, clock)
    given_notice(ours, theirs, director, clerk, clock)
    for party in (ours, theirs):
        party.go(FILE)
        assert stands(party) == "Opgezegd, opzegtermijn loopt" and "16/07/2026" in party.text
    clock.set(date(2026, 7, 17))
    assert run_the_clock(app, clock) == ["IG-2026-0001", "OVK-2026-0001"]
    for page, title in ((FILE, "Overeenkomst beëindigd"), (AGREEMENT, "Beëindigd")):
        theirs.go(page)
        assert stands(theirs) == title
    theirs.go(f"/brieven/{letter('eindbericht')}")
    assert (state("default_notice"), state("agreement")) == ("beeindigd", "beeindigd")
    assert said(ours, theirs, director, clerk) == []


@pytest.fixture
def walked(request, file_at):
    """A notice that stands in a state; it walks there before the browser starts, which signs elsewhere."""
    file_at(request.param, "default_notice")
    db.session.rollback()


def standing_in(place):
    return pytest.mark.parametrize("walked", [place], indirect=True)


@standing_in("ingebrekestelling")
def test_a_notice_is_withdrawn_before_it_leaves_and_amal_never_reads_of_it(walked, desk):
    ours, theirs = desk("directie"), desk("directie.amal")
    step(ours, FILE, "trek_in", "Trek de ingebrekestelling in", closing_reason="Vergissing.")
    assert stands(ours) == "Ingetrokken voor de verzending" and "Geannuleerd" in ours.text and shut(theirs, FILE)
    assert state("default_notice") == "ingetrokken" and said(ours, theirs) == []


@standing_in("in_gebreke")
def test_a_default_is_remedied_and_the_agreement_goes_on(walked, desk, clock):
    clock.set(date(2026, 3, 20))
    ours, theirs, director = desk("directie"), desk("directie.amal"), desk("directeur")
    remedied = {"remedied_on": "20/3/2026", "remedied_how": "Elke week een lijst."}
    step(ours, FILE, "herstel", "Noteer dat het hersteld is", **remedied)
    sign("bevestiging_herstel", ours, director, maker=ours)
    theirs.go(FILE)
    assert stands(theirs) == "Hersteld, de overeenkomst loopt verder" and "Elke week een lijst." in theirs.text
    assert valid_signatures(theirs, "bevestiging_herstel", clock.now.date()) == 2
    theirs.go(AGREEMENT)
    assert stands(theirs) == "Van kracht" and said(ours, theirs, director) == []


@standing_in("opgezegd")
def test_both_parties_together_take_the_notice_back(walked, desk, clock):
    clock.set(date(2026, 5, 4))
    ours, theirs = desk("directie"), desk("directie.amal")
    title = "Stem in met de intrekking van de opzegging"
    step(theirs, FILE, "stem_in_met_intrekking", title)
    assert stands(theirs) == "Opgezegd, opzegtermijn loopt" and f"OCMW Gent: Directie\n{title}" in turn(theirs)
    step(ours, FILE, "stem_in_met_intrekking", title)
    theirs.go(FILE)
    assert stands(theirs) == "Hersteld, de overeenkomst loopt verder"
    assert "Er loopt geen termijn." in theirs.text and state("default_notice") == "hersteld"
    assert said(ours, theirs) == []
