"""A change of direction is written once, by the clock or with the fact, and both are told (SWO art. 3, 12, 13)."""

import json
from datetime import date, timedelta

import factories
import pytest

from forms import clock as wall
from forms.actions import perform
from tests.forms.at_once import at_once
from tests.forms.pages import words_on
from tests.walks import sanction as journey
from tests.walks.direction import LAST_DAY, STOPS_ON, Turn
from workflow.models import AidPeriod, Direction, LogEntry, db
from workflow.models.proposal import said_by
from workflow.rows import StepRefused

TUESDAY = date(2026, 3, 24)
SUMMER_TIME = date(2026, 3, 29)  # a Sunday of twenty-three hours
APRIL = date(2026, 4, 1)
BACK = date(2026, 4, 3)  # ten days after Tuesday the 24th


def _client(people, number, registered=date(2024, 1, 15), residence="verplicht", **values):
    values = {"social_worker": people["mw"], "counsellor": people["tb"]} | values
    client = factories.dated(factories.client(number, **values), residence=residence, registered=registered)
    db.session.commit()
    return client


def _oudkomer_to_be(people):
    """Entitled, with leefloon, and more than twelve months in the register from Sunday 29 March 2026 on."""
    return _client(people, "88021735492", date(2025, 3, 28), "rechthebbend")


def _leefloon_until_the_end_of_march(people):
    """It is known beforehand that leefloon ends on Tuesday 31 March."""
    client = _client(people, "90010100119", last_name="Einde")
    client.aids[-1].until_on = APRIL - timedelta(days=1)
    db.session.commit()
    return client


def _messages():
    return db.session.query(Direction).order_by(Direction.id).all()


def _told(message):
    return message.effective_on, *message.before, *message.after


def _turns(message):
    """Whose turn a message is, and of whom."""
    names = {party.id: party.key for party in message.parties}
    return sorted((baton.task, names[baton.organisation_id]) for baton in message.batons)


def _openings():
    return db.session.query(LogEntry).filter_by(action="meld", subject_kind="direction").order_by(LogEntry.id).all()


def test_twelve_months_pass_at_night_and_both_are_told_once(house, people, clock):
    _oudkomer_to_be(people)
    clock.set(TUESDAY)
    assert wall.run(clock()) == []  # the first look remembers what holds
    clock.set(SUMMER_TIME - timedelta(days=1), 23, 59)
    assert wall.run(clock()) == []
    clock.set(SUMMER_TIME, 0, 1)
    assert len(wall.run(clock())) == 1
    for hour in (3, 4, 12):
        clock.set(SUMMER_TIME, hour)
        assert wall.run(clock()) == []
    (message,) = _messages()
    assert _told(message) == (SUMMER_TIME, "amal", "ocmw", "ocmw", "ocmw")
    assert _turns(message) == [("neem_kennis_amal", "amal"), ("neem_kennis_ocmw", "ocmw_gent")]
    (letter,) = message.letters
    assert (letter.name, letter.state, letter.to_organisation_id) == ("bericht_regie", "verzonden", factories.amal().id)


def test_a_clock_that_was_down_over_the_end_of_a_month_and_summer_time_writes_everything_once_in_due_order(
    house, people, clock
):
    file = journey.File(people, clock, _client(people, "85073000128", last_name="Dossier"))
    file.to("aangemaand")
    remedied = file.case.running("hersteltermijn").due_on
    early, late = _leefloon_until_the_end_of_march(people), _oudkomer_to_be(people)
    clock.set(TUESDAY)
    wall.run(clock())
    clock.set(BACK, 7)
    moved = wall.run(clock())
    messages = {message.changed_client_id: message for message in _messages()}
    in_order = [reference for reference in moved if reference.startswith("RW-")]
    assert in_order == [messages[late.id].reference, messages[early.id].reference]
    assert [(_told(m)[0], m.opened_on) for m in (messages[late.id], messages[early.id])] == [
        (SUMMER_TIME, BACK),
        (APRIL, BACK),
    ]
    entries = _openings()
    assert [json.loads(entry.fields)["effective_on"] for entry in entries] == [str(SUMMER_TIME), str(APRIL)]
    assert {entry.at.date() for entry in entries} == {BACK}
    assert remedied < BACK and file.case.escalated_on in (TUESDAY, BACK)
    assert wall.run(clock()) == []
    assert len(_messages()) == 2


def test_two_clocks_at_the_same_instant_write_a_change_once(house, people, clock):
    _oudkomer_to_be(people)
    _leefloon_until_the_end_of_march(people)
    clock.set(TUESDAY)
    wall.run(clock())
    clock.set(BACK)

    def tick(barrier):
        barrier.wait(30)
        return wall.run(clock())

    answers = at_once(house, tick, tick)
    assert sorted(len(answer) for answer in answers) in ([0, 2], [1, 1])
    assert sorted(_told(message)[0] for message in _messages()) == [SUMMER_TIME, APRIL]
    assert len(_openings()) == 2


def test_a_fact_that_is_noted_late_is_told_at_once_from_the_day_it_began(house, people, clock):
    turn = Turn(people, clock)
    turn.to("gemeld")
    assert _told(turn.case) == (STOPS_ON, "amal", "ocmw", "amal", "amal")
    assert turn.case.opened_on == date(2026, 3, 2)
    assert wall.run(clock()) == []


def test_who_only_one_organisation_knows_is_told_to_nobody(house, people, clock):
    client = _client(people, "88021735492", date(2025, 3, 28), "rechthebbend", shares=[factories.organisation()])
    clock.set(TUESDAY)
    wall.run(clock())
    clock.set(BACK)
    assert (wall.run(clock()), _messages(), client.told_on) == ([], [], BACK)


def _corrected(turn, until_on):
    fact = turn.client.aids[-1]
    chosen = {"kind": "inkomen", "id": fact.id, "was": said_by(fact, "inkomen")}
    turn.note("verbeter_feit", remark="Verkeerde dag.", chosen_fact=chosen, new_values={"until_on": until_on})


def test_a_fact_that_is_corrected_revokes_the_message_and_tells_the_right_day(house, people, clock):
    turn = Turn(people, clock).to("gemeld")
    wrong = turn.case
    _corrected(turn, LAST_DAY - timedelta(days=28))
    assert wrong.state == "herroepen" and _turns(wrong) == []
    right = turn.newest()
    assert (right.effective_on, right.state) == (date(2026, 2, 1), "gemeld")
    assert [letter.name for letter in wrong.letters] == ["bericht_regie", "herroeping_regie"]
    _corrected(turn, None)
    assert [message.state for message in _messages()] == ["herroepen", "herroepen"]
    assert (turn.client.told_directs, turn.client.told_sanctions) == ("amal", "ocmw")


def test_what_was_told_still_says_what_it_rested_on_when_the_facts_changed(house, people, clock):
    turn = Turn(people, clock).to("afgerond")
    before = dict(turn.case.basis)
    turn.client.aids.append(AidPeriod(aid="andere", from_on=STOPS_ON, source="Later genoteerd"))
    db.session.commit()
    assert turn.case.basis == before and "Geen dienstverlening" in before["reasons"]


@pytest.fixture
def with_a_sanction(app, staff, clock):
    """Leefloon stops while a sanction file waits for the client to put things right."""
    client = factories.dated(factories.client(social_worker=staff["mw"], counsellor=staff["tb"]))
    file = journey.File(staff, clock, client)
    file.to("aangemaand")
    turn = Turn(staff, clock, client)
    clock.set(date(2026, 3, 9))
    turn.stop(date(2026, 3, 8))
    return file, turn


def test_a_sanction_file_that_runs_waits_for_somebody_to_say_what_becomes_of_it(with_a_sanction, enter):
    file, turn = with_a_sanction
    assert [each["reference"] for each in turn.case.concerned] == [file.case.reference]
    turn.take("neem_kennis_ocmw", "mw")
    turn.take("neem_kennis_amal", "tb")
    assert turn.case.state == "gemeld" and ("kies_vervolg", "ocmw_gent") in _turns(turn.case)
    assert file.case.reference in words_on(enter("mw").get(f"/dossiers/{turn.case.reference}"))
    with pytest.raises(StepRefused, match="Kies hoe het sanctiedossier verdergaat"):
        turn.take("kies_vervolg", "mw", follow_up="overdragen", follow_up_reason="")
    turn.take("kies_vervolg", "mw", follow_up="overdragen", follow_up_reason="Amal sanctioneert nu.")
    assert turn.case.state == "afgerond" and turn.case.letter("overdrachtsnota").state == "verzonden"


def test_the_sanction_file_keeps_the_facts_of_the_day_it_opened(with_a_sanction):
    file, _turn = with_a_sanction
    assert (file.case.frozen["aid"], file.case.frozen["sanctions"]) == ("leefloon", "ocmw")


def test_nobody_takes_note_for_the_other(with_a_sanction):
    _file, turn = with_a_sanction
    for action, login in (("neem_kennis_ocmw", "tb"), ("neem_kennis_amal", "mw")):
        with pytest.raises(StepRefused):
            perform(turn.case, action, turn.actor(login), turn.now)
