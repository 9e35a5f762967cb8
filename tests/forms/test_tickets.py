"""The same form sent twice has one effect; the second answer is the first one."""

from datetime import date

import pytest

from tests.forms.dump import changes, counts, dump
from tests.forms.pages import flaws, sent_by, tree_of
from tests.forms.shelf import NUMBER
from tests.walks.sanction import BARCODE
from workflow.models import BcsdSession, Case, Client, LogEntry, db

REPORT = {
    "breach_type": "afwezig_nt2",
    "reported_facts-0-happened_on": "23/2/2026",
    "reported_facts-0-what": "Niet aanwezig in de les",
    "reported_facts-0-evidence": "Aanwezigheidslijst",
    "client_explanation": "",
}


def _twice(browser, address, number=0, **typed):
    """Open a form, send it two times; return where both answers lead, and whether the second changed anything."""
    form = sent_by(tree_of(browser.get(address)), number) | typed
    first = browser.post(address, data=form)
    between = dump()
    second = browser.post(address, data=form)
    assert (first.status_code, second.status_code) == (302, 302), (first.text, second.text)
    assert changes(between, dump()) == []
    return first.headers["Location"], second.headers["Location"]


def test_a_note_sent_twice_stands_there_once(file_at, enter):
    file = file_at("gemeld")
    first, second = _twice(enter("mw"), f"/dossiers/{file.case.reference}/noteer", remark="gebeld")
    assert first == second == f"/dossiers/{file.case.reference}"
    assert db.session.query(LogEntry).filter_by(action="noteer").count() == 1


def test_two_forms_have_two_effects(file_at, enter):
    file, browser = file_at("gemeld"), enter("mw")
    for _ in range(2):
        address = f"/dossiers/{file.case.reference}/noteer"
        form = sent_by(tree_of(browser.get(address)))
        assert browser.post(address, data=form | {"remark": "gebeld"}).status_code == 302
    assert db.session.query(LogEntry).filter_by(action="noteer").count() == 2


def test_a_file_opened_twice_with_one_form_is_one_file(file_at, enter):
    file = file_at("gemeld")
    first, second = _twice(enter("tb"), f"/nieuw/sanction/{file.client.id}", **REPORT)
    assert first == second == "/dossiers/SD-2026-0002"
    assert db.session.query(Case).count() == 2


def test_a_warning_sent_twice_makes_one_letter(file_at, enter):
    file = file_at("gemeld")
    words = {"lawful_reason": "geen", "reason_examined": "Gebeld.", "obligation": "U volgt de les.", "remedy": "Ga."}
    _twice(enter("mw"), f"/dossiers/{file.case.reference}/maan_aan", **words)
    assert [letter.name for letter in file.case.letters] == ["aanmaning"]


def test_a_letter_put_forward_twice_from_its_page_is_put_forward_once(file_at, enter):
    file, browser = file_at("aanmaning"), enter("mw")
    page = f"/brieven/{file.letter('aanmaning').reference}"
    form = sent_by(tree_of(browser.get(page)))
    answers = [browser.post(f"{page}/leg_voor", data=form) for _ in range(2)]
    assert [answer.headers.get("Location") for answer in answers] == [page, page]
    assert db.session.query(LogEntry).filter_by(action="leg_voor").count() == 1


def test_a_posting_sent_twice_is_recorded_once(file_at, enter):
    file = file_at("aanmaning")
    file.sign("aanmaning", "mw", day=date(2026, 3, 3))
    address = f"/brieven/{file.letter('aanmaning').reference}/verzend"
    _twice(enter("klerk"), address, way="aangetekend", registered_number=BARCODE)
    assert file.case.state == "aangemaand"
    assert db.session.query(LogEntry).filter_by(action="verzend").count() == 1


def test_a_session_planned_twice_with_one_form_is_one_session(file_at, enter):
    file_at("gemeld")
    when = {"held_on": "28/4/2026", "starts_at": "14.00 uur", "place": "Raadzaal"}
    first, second = _twice(enter("secretaris"), "/nieuw/session", **when)
    assert first == second == "/dossiers/ZIT-2026-0001"
    assert db.session.query(BcsdSession).count() == 1


def test_a_client_entered_twice_is_refused_as_known(file_at, enter):
    file_at("gemeld")
    browser, page = enter("klerk"), "/clienten/nieuw"
    known = db.session.query(Client).one()
    form = sent_by(tree_of(browser.get(f"/clienten/{known.id}/wijzig"))) | {"national_number": NUMBER}
    assert browser.post(page, data=form).status_code == 422
    assert counts()["client"] == 1


@pytest.mark.parametrize("ticket", ["", "a" * 64])
def test_a_form_without_a_ticket_of_ours_still_counts(file_at, enter, ticket):
    file = file_at("gemeld")
    data = {"remark": "gebeld", "seen": file.case.version, "ticket": ticket}
    assert enter("mw").post(f"/dossiers/{file.case.reference}/noteer", data=data).status_code == 302
    assert db.session.query(LogEntry).filter_by(action="noteer").count() == 1


def test_a_ticket_of_one_file_does_nothing_to_another(archive, enter):
    browser, (one, other) = enter("mw"), (archive["gemeld"], archive["gehoord"])
    form = sent_by(tree_of(browser.get(f"/dossiers/{one}/noteer"))) | {"remark": "gebeld"}
    assert browser.post(f"/dossiers/{one}/noteer", data=form).status_code == 302
    seen = db.session.query(Case).filter_by(reference=other).one().version
    answer = browser.post(f"/dossiers/{other}/noteer", data=form | {"seen": seen, "remark": "iets anders"})
    assert answer.status_code != 302 or db.session.query(LogEntry).filter_by(remark="iets anders").count() == 1


def test_a_form_that_is_sent_again_with_other_words_is_not_said_to_be_done(file_at, enter):
    file, browser = file_at("gemeld"), enter("mw")
    address = f"/dossiers/{file.case.reference}/noteer"
    form = sent_by(tree_of(browser.get(address))) | {"remark": "gebeld"}
    assert browser.post(address, data=form).status_code == 302
    answer = browser.post(address, data=form | {"remark": "en geschreven"})
    assert answer.status_code == 409
    again = sent_by(tree_of(answer))
    assert again["remark"] == "en geschreven"
    assert browser.post(address, data=again).status_code == 302
    assert [e.remark for e in db.session.query(LogEntry).filter_by(action="noteer")] == ["gebeld", "en geschreven"]


def test_a_file_is_not_opened_with_the_ticket_of_another_file(file_at, enter):
    file, browser = file_at("gemeld"), enter("tb")
    address = f"/nieuw/sanction/{file.client.id}"
    form = sent_by(tree_of(browser.get(address))) | REPORT
    assert browser.post(address, data=form).status_code == 302
    answer = browser.post(address, data=form | {"client_explanation": "Ik was ziek."})
    assert flaws(answer, 409) == []
    assert sent_by(tree_of(answer))["client_explanation"] == "Ik was ziek."
    assert db.session.query(Case).count() == 2
