"""The committee: planning a session, its agenda, who was there, closing it; and who may do what."""

from datetime import date

import pytest

from tests.forms.dump import changes, dump
from tests.forms.pages import flaws, sent_by, tree_of, words_on
from tests.walks.sanction import GROUNDS, SESSION_DAY
from workflow.models import BcsdSession, LogEntry, Seat, db

PLAN = {"held_on": "28/4/2026", "starts_at": "14.00 uur", "place": "Raadzaal"}
MEASURE = {"measure": "schorsing", "share": "deel", "monthly_cents": "320,00", "duration": "1", "unit": "maanden"}
DECISION = GROUNDS | MEASURE | {"starts_on": "1/6/2026", "deferral": "geen"}
NOT_YET = "Geef een dag die nog komt, een uur en een plaats."
OTHERS = ("klerk", "mw", "hoofd", "lid", "voorzitter", "directeur", "directie", "tb", "contact", "partner", "beheer")


@pytest.fixture
def file(file_at):
    """A file on the agenda of the session of Tuesday 28 April."""
    return file_at("geagendeerd")


def _page(file, action):
    return f"/dossiers/{file.case.reference}/{action}"


def _sitting(file, action=""):
    return f"/zittingen/{file.session.reference}/{action}".rstrip("/")


def _send(browser, address, **typed):
    return browser.post(address, data=sent_by(tree_of(browser.get(address))) | typed)


def _refused(browser, address, sentence, **typed):
    """Send a form that has to be refused with a sentence; nothing changes."""
    before = dump("refusal")
    answer = _send(browser, address, **typed)
    assert flaws(answer, 422) == []
    assert sentence in words_on(answer)
    assert changes(before, dump("refusal")) == []


def _votes(**others):
    """What everybody did: for, but for the seats named by number, votes(s3="tegen")."""
    seats = db.session.query(Seat).order_by(Seat.number).all()
    return {f"choices-{seat.id}": others.get(f"s{seat.number}", "voor") for seat in seats}


def test_the_secretary_plans_a_session(file_at, enter):
    file_at("geadviseerd")
    browser = enter("secretaris")
    assert _send(browser, "/zittingen/nieuw", **PLAN).headers["Location"] == "/zittingen/ZIT-2026-0001"
    session = db.session.query(BcsdSession).one()
    assert (session.state, session.held_on, session.starts_at, session.place) == (
        "gepland", SESSION_DAY, "14.00 uur", "Raadzaal",
    )  # fmt: skip
    assert [entry.action for entry in db.session.query(LogEntry).filter_by(chain_id=session.id)] == ["plan"]
    assert "28/04/2026 ZIT-2026-0001 14.00 uur, Raadzaal 0 Gepland" in words_on(browser.get("/zittingen"))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"held_on": "14/4/2026"}, NOT_YET),
        ({"held_on": "15/4/2026"}, NOT_YET),
        ({"held_on": "31/4/2026"}, "'31/4/2026' is geen datum. Schrijf bijvoorbeeld 15/12/2026."),
        ({"held_on": ""}, "Geef de dag."),
        ({"starts_at": " "}, "Geef het uur."),
        ({"place": ""}, "Geef de plaats."),
    ],
)
def test_a_session_needs_a_day_to_come_an_hour_and_a_place(file_at, enter, typed, sentence):
    file = file_at("geadviseerd")
    assert file.now.date() == date(2026, 4, 15)
    _refused(enter("secretaris"), "/zittingen/nieuw", sentence, **PLAN | typed)


@pytest.mark.parametrize("login", OTHERS)
def test_only_the_secretary_plans_closes_and_cancels(file, enter, clock, login):
    clock.set(SESSION_DAY)
    browser, before = enter(login), dump()
    for address in ("/zittingen/nieuw", _sitting(file, "annuleer"), _sitting(file, "sluit")):
        assert browser.get(address).status_code == 403
        data = PLAN | {"held_on": "5/5/2026", "cancel_reason": "Zomaar.", "seen": "1"}
        assert browser.post(address, data=data).status_code == 403
    assert changes(before, dump()) == []
    assert "Plan een zitting" not in words_on(browser.get("/zittingen"))


def test_who_reads_the_sessions_sees_their_agenda_or_only_their_day(file, enter):
    for login in ("secretaris", "hoofd", "directeur"):
        answer = enter(login).get(_sitting(file))
        assert flaws(answer) == []
        assert file.case.reference in words_on(answer) and "nog te behandelen" in words_on(answer)
    for login in ("lid", "voorzitter"):
        browser = enter(login)
        assert file.session.reference in words_on(browser.get("/zittingen"))
        assert browser.get(_sitting(file)).status_code == 403
    assert enter("klerk").get("/zittingen").status_code == 403


def test_a_file_goes_on_the_agenda_in_time_or_as_urgent(file_at, enter, clock):
    file = file_at("geadviseerd")
    session_id = file.plan_session().id
    clock.set(date(2026, 4, 21))
    address, late = _page(file, "agendeer"), "De oproeping voor die zitting moest uiterlijk op 20/04/2026 vertrekken."
    browser = enter("hoofd")
    _refused(browser, address, late, session_id=session_id)
    _refused(browser, address, late, session_id=session_id, urgent="y", urgency_reason="")
    _refused(browser, address, "Kies een zitting.", session_id="")
    _refused(browser, address, "Kies een van de mogelijkheden.", session_id="x")
    urgent = {"urgent": "y", "urgency_reason": "De huur vervalt op 1 mei."}
    assert _send(browser, address, session_id=session_id, **urgent).status_code == 302
    assert (file.case.state, file.case.agenda_item.urgent) == ("geagendeerd", True)


def test_a_file_is_not_put_on_an_agenda_twice(file, enter):
    before, data = dump("refusal"), {"session_id": file.session.id, "seen": file.case.version}
    answer = enter("hoofd").post(_page(file, "agendeer"), data=data)
    assert answer.status_code in (404, 422)
    assert changes(before, dump("refusal")) == []


def test_a_cancelled_session_takes_no_files(file_at, enter):
    file = file_at("geadviseerd")
    session_id, secretary = file.plan_session().id, enter("secretaris")
    _refused(secretary, _sitting(file, "annuleer"), "Schrijf waarom.", cancel_reason="")
    assert _send(secretary, _sitting(file, "annuleer"), cancel_reason="De zaal is bezet.").status_code == 302
    assert db.session.query(BcsdSession).one().state == "geannuleerd"
    _refused(enter("hoofd"), _page(file, "agendeer"), "Kies een van de mogelijkheden.", session_id=session_id)


def test_a_session_with_a_file_on_its_agenda_is_not_cancelled(file, enter):
    sentence = "Er staan nog dossiers op de agenda: verdaag ze eerst."
    _refused(enter("secretaris"), _sitting(file, "annuleer"), sentence, cancel_reason="De zaal is bezet.")


def test_a_session_closes_when_it_was_held_and_every_item_has_an_outcome(file, enter, clock):
    browser, address = enter("secretaris"), _sitting(file, "sluit")
    _refused(browser, address, "De zitting is nog niet gehouden.")
    clock.set(SESSION_DAY)
    _refused(browser, address, f"Nog niet elk punt heeft een uitkomst: {file.case.reference}.")
    assert _send(browser, _page(file, "beslis"), **DECISION, **_votes()).status_code == 302
    assert _send(browser, address).status_code == 302
    assert db.session.query(BcsdSession).one().state == "gesloten"
    closed, before = {"seen": file.session.version, "cancel_reason": "Toch niet."}, dump("refusal")
    for action in ("sluit", "annuleer"):
        assert browser.post(_sitting(file, action), data=closed).status_code in (404, 409, 422)
    assert changes(before, dump("refusal")) == []


def test_the_attendance_of_every_member_is_asked_and_counted(file, enter, clock):
    browser, address = enter("secretaris"), _page(file, "beslis")
    _refused(browser, address, "De zitting is pas op 28/04/2026.", **DECISION, **_votes())
    clock.set(SESSION_DAY)
    everybody = _votes()
    _refused(browser, address, "Kies voor elk lid wat het deed.", **DECISION, **dict(list(everybody.items())[1:]))
    away = {f"s{number}": "afwezig" for number in range(1, 8)}
    missing = "Het quorum is niet bereikt: 6 aanwezig, 7 nodig (DLB art. 110 jo. 26)."
    _refused(browser, address, missing, **DECISION, **_votes(**away))
    tied = {f"s{number}": "tegen" for number in range(1, 7)} | {"s7": "onthouding"}
    _refused(browser, address, "Het voorstel is niet aangenomen: 6 voor, 6 tegen.", **DECISION, **_votes(**tied))
    there = away | {"s7": "voor", "s8": "tegen", "s9": "onthouding"}
    assert _send(browser, address, **DECISION, **_votes(**there)).status_code == 302
    assert file.case.state == "beslist"
    assert "5 voor, 1 tegen, 1 onthouding" in words_on(browser.get(_sitting(file)))


def test_a_conflict_of_interest_is_recorded_once_and_keeps_the_member_out(file, enter, clock):
    member = db.session.query(Seat).filter_by(number=3).one().id
    browser, address = enter("secretaris"), _page(file, "meld_belang")
    assert _send(browser, address, seat_id=member, reason="Familie.").status_code == 302
    before = dump("refusal")
    assert _send(browser, address, seat_id=member, reason="Nog eens.").status_code == 422
    assert changes(before, dump("refusal")) == []
    clock.set(SESSION_DAY)
    stays_out = "Een lid met een gemeld belangenconflict kan niet meestemmen (DLB art. 27)."
    _refused(browser, _page(file, "beslis"), stays_out, **DECISION, **_votes())
    votes = _votes(s3="belangenconflict")
    assert _send(browser, _page(file, "beslis"), **DECISION, **votes).status_code == 302
