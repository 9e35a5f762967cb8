"""A form for a version that is no longer there: the page says who did what when, and keeps all that was typed."""

from datetime import date

import pytest

from forms.actions import Conflict, perform
from tests.forms.dump import changes, dump
from tests.forms.pages import flaws, sent_by, tree_of, words_on
from tests.walks.sanction import ADVICE, GROUNDS, SESSION_DAY
from workflow.models import BcsdSession, db

WARNING = {
    "lawful_reason": "geen",
    "reason_examined": "Twee keer gebeld & geschreven.",
    "obligation": "U volgt de lessen <Nederlands>.",
    "remedy": 'Ga naar "elke" les.',
    "remedy_by": "24/3/2026",
    "remark": "na overleg",
}


NOT_TYPED = ("csrf_token", "seen", "ticket", "starts_on")


def _typed(answer):
    return sent_by(tree_of(answer))


def test_a_stale_form_names_who_did_what_when_and_keeps_what_was_typed(file_at, enter, clock):
    file, browser = file_at("gemeld"), enter("mw")
    address = f"/dossiers/{file.case.reference}/maan_aan"
    form = sent_by(tree_of(browser.get(address)))
    clock.set(date(2026, 3, 2), 11, 17)
    perform(file.case, "wijs_toe", file.actor("hoofd"), file.now, fields={"handler_id": file.staff["mw2"].id})
    before = dump()
    answer = browser.post(address, data=form | WARNING)
    assert flaws(answer, 409) == []
    words = words_on(answer)
    assert "Dit dossier is gewijzigd terwijl jij bezig was" in words
    assert "02/03/2026 11:17: Hoofd Hoofd – Toegewezen aan een collega" in words
    again = _typed(answer)
    renewed = {name: again[name] for name in ("ticket", "csrf_token")}
    assert again == form | WARNING | renewed | {"seen": "2", "remedy_by": "24/03/2026"}
    assert changes(before, dump()) == []


def test_a_stale_form_that_is_sent_again_goes_through(file_at, enter):
    file, browser = file_at("gemeld"), enter("mw")
    address = f"/dossiers/{file.case.reference}/maan_aan"
    form = sent_by(tree_of(browser.get(address)))
    perform(file.case, "wijs_toe", file.actor("hoofd"), file.now, fields={"handler_id": file.staff["mw2"].id})
    again = _typed(browser.post(address, data=form | WARNING))
    assert browser.post(address, data=again).status_code == 302
    assert (file.case.state, file.case.obligation) == ("aanmaning", WARNING["obligation"])


def _decision():
    measure = {"measure": "schorsing", "share": "deel", "monthly_cents": "320,00", "duration": "1", "unit": "maanden"}
    return GROUNDS | measure | {"starts_on": "1/6/2026", "deferral": "geen"}


def test_a_decision_typed_while_the_item_was_postponed_is_not_lost(file_at, enter, clock):
    file, browser = file_at("geagendeerd"), enter("secretaris")
    clock.set(SESSION_DAY, 14)
    file.vote()
    address = f"/dossiers/{file.case.reference}/beslis"
    form = sent_by(tree_of(browser.get(address))) | _decision()
    file.take("verdaag", "secretaris", question="Hoeveel huur?", answer_by=date(2026, 5, 12))
    answer = browser.post(address, data=form)
    assert flaws(answer, 409) == []
    assert "Secretaris Secretaris – Punt verdaagd (Sociaal verslag en advies klaar)" in words_on(answer)
    kept = {name: text for name, text in _typed(answer).items() if name not in NOT_TYPED}
    assert kept == {name: text for name, text in form.items() if name in kept}
    assert {"grounds_facts", "monthly_cents", "share"} < set(kept)


@pytest.mark.parametrize("seen", ["", "x", "-1", "1e3", "٣", "9" * 5000, "0"])
def test_a_version_that_is_none_counts_as_stale(file_at, enter, seen):
    file = file_at("gemeld")
    answer = enter("mw").post(f"/dossiers/{file.case.reference}/noteer", data={"remark": "gebeld", "seen": seen})
    assert answer.status_code == 409
    assert "gebeld" in words_on(answer)


def test_perform_raises_conflict_with_every_entry_since(file_at):
    file = file_at("aanmaning")
    with pytest.raises(Conflict) as conflict:
        perform(file.case, "noteer", file.actor("mw"), file.now, remark="x", seen=1)
    assert [entry.action for entry in conflict.value.entries] == ["maan_aan"]


def test_a_stale_letter_names_who_was_first(file_at, enter):
    file = file_at("aanmaning")
    letter, browser = file.letter("aanmaning"), enter("klerk")
    address = f"/brieven/{letter.reference}/annuleer"
    form = sent_by(tree_of(browser.get(address)))
    file.post("aanmaning", "leg_voor", "mw")
    answer = browser.post(address, data=form | {"remark": "Verkeerd adres."})
    assert flaws(answer, 409) == []
    assert "Mw Werker was je voor op 02/03/2026 10:00: Brief voorgelegd ter ondertekening." in words_on(answer)
    assert _typed(answer)["remark"] == "Verkeerd adres."
    assert browser.post(address, data=_typed(answer)).status_code == 302
    assert letter.state == "geannuleerd"


def test_a_stale_session_names_who_was_first(file_at, enter):
    file = file_at("geadviseerd")
    session = file.plan_session()
    browser, address = enter("secretaris"), f"/dossiers/{session.reference}/annuleer"
    form = sent_by(tree_of(browser.get(address)))
    reason = {"cancel_reason": "De zaal is bezet."}
    perform(session, "annuleer", file.actor("secretaris"), file.now, fields=reason)
    answer = browser.post(address, data=form | {"cancel_reason": "Niemand kan."})
    assert flaws(answer, 409) == []
    assert "Secretaris Secretaris – Zitting geannuleerd" in words_on(answer)
    assert _typed(answer)["cancel_reason"] == "Niemand kan."
    assert db.session.query(BcsdSession).one().cancel_reason == "De zaal is bezet."


def test_a_stale_client_is_not_overwritten(file_at, enter):
    file, browser = file_at("gemeld"), enter("klerk")
    address = f"/clienten/{file.client.id}/wijzig"
    first = sent_by(tree_of(browser.get(address)))
    assert browser.post(address, data=first | {"street": "Nieuwe straat 1"}).status_code == 302
    answer = browser.post(address, data=first | {"street": "Oude straat 2"})
    assert flaws(answer, 409) == []
    assert "Klerk Klerk was je voor op 02/03/2026 10:00" in words_on(answer)
    assert _typed(answer)["street"] == "Oude straat 2"
    assert file.client.street == "Nieuwe straat 1"


def test_a_note_makes_nobodys_open_form_stale(file_at, enter):
    file, browser = file_at("gehoord"), enter("mw")
    address = f"/dossiers/{file.case.reference}/adviseer"
    page = sent_by(tree_of(browser.get(address)))
    file.take("noteer", "klerk", remark="De cliënt belde.")
    texts = {name: value for name, value in ADVICE.items() if isinstance(value, str)}
    measure = {"measure": "verwittiging", "deferral": "geen"}
    assert browser.post(address, data=page | texts | measure).status_code == 302
    assert file.case.state == "geadviseerd"
