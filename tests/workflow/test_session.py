"""The session of the committee: planned, convened, opened, closed when every item has its outcome, approved."""

import factories
import pytest

from tests.workflow.dates import day
from tests.workflow.every_row import ready, tried
from tests.workflow.files import (
    LONG_AGO,
    MINE,
    REPORTED,
    SEATS,
    SESSION_DAY,
    SUMMONED,
    committee,
    item,
    letter,
    moment,
    sanction,
    session,
    stay,
)
from tests.workflow.spoils import put
from workflow import deadlines
from workflow.models import Committee, Person, Seat, Substitution
from workflow.procedures.session import SESSION
from workflow.procedures.session_rules import convocation_term
from workflow.roles import Role


def refused(action, change=None, **where):
    return bool(tried("session", action, change, **where))


# planned and convened


@pytest.mark.parametrize("missing", ["held_on", "starts_at", "place"])
def test_a_session_has_a_day_an_hour_and_a_place(missing):
    assert refused("plan", put(**{missing: None}))


@pytest.mark.parametrize(("on", "no"), [("Mon 27/04/2026", False), ("Tue 28/04/2026", True)])
def test_a_session_is_planned_before_its_day(on, no):
    assert refused("plan", on=day(on)) is no


@pytest.mark.parametrize(("allowed", "no"), [(True, False), (False, True)])
def test_members_follow_from_afar_where_the_house_rules_say_so(allowed, no):
    def digital(row):
        row.digital, row.committee.digital = True, allowed

    assert refused("plan", digital) is no


@pytest.mark.parametrize(
    ("short", "last"), [(False, "Mon 20/04/2026"), (True, "Thu 23/04/2026")], ids=["eight days", "five days"]
)
def test_the_convocation_leaves_eight_days_before_or_five_by_the_house_rules(short, last):
    def rules(row):
        row.committee.short_convocation = short

    assert not refused("roep_op", rules, on=day(last))
    assert refused("roep_op", rules, on=day(last).replace(day=day(last).day + 1))
    assert refused("maak_oproeping_opnieuw", rules, on=day(last).replace(day=day(last).day + 1))


def test_the_terms_of_a_session_say_how_they_were_counted():
    row = session()
    for action in ("plan", "opgeroepen"):
        deadlines.follow(SESSION, next(s for s in SESSION.steps if s.action == action), row, moment(REPORTED))
    assert [(term.name, term.due_on, term.reasoning) for term in row.deadlines] == [
        ("oproeping", day("Mon 20/04/2026"), "8 dagen voor de zitting: 20/04/2026"),
        ("zitting", SESSION_DAY, "dag van de zitting: 28/04/2026"),
    ]
    row.owner = None
    assert convocation_term(row, moment(REPORTED)) is None
    assert row.seats == []


def test_a_new_session_begins_with_the_standing_points_of_the_house():
    row = session("nieuw", house=committee(standing_points="Mededelingen\nVaria"))
    SESSION.take("plan", row, moment(REPORTED, Role.BCSD_SECRETARY))
    assert [(point.subject, point.title, point.position) for point in row.items] == [
        ("vast", "Mededelingen", 1),
        ("vast", "Varia", 2),
    ]


def test_the_convocation_puts_the_minutes_that_wait_first_and_the_standing_points_last():
    before, row = session("gesloten", id="vorige"), session()
    row.committee.unapproved = [before]
    row.add_point(subject="vast", title="Varia")
    sanction("geagendeerd").put_on_agenda(row, draft={"measure": 1, "grounds_law": 1, "grounds_facts": 1})
    for _ in range(2):
        row.put_minutes_first()
        before.approvals = [point for point in row.items if point.minutes_of is before]
        agenda = sorted(row.items, key=lambda point: point.position)
        assert [point.subject for point in agenda] == ["notulen", "beslissing", "vast"]
    assert agenda[0].named == "28/04/2026" and agenda[1].named == "SD-2026-0001" and agenda[2].named == "Varia"


def test_minutes_that_are_asked_elsewhere_are_not_asked_twice():
    before, row = session("gesloten", id="vorige"), session()
    row.committee.unapproved = [before]
    before.approvals = [session().add_point(subject="notulen", minutes_of=before, state="te_behandelen")]
    row.put_minutes_first()
    assert row.items == []


def test_without_a_committee_nothing_is_on_the_agenda():
    row = session("nieuw")
    row.owner = None
    row.take_over_agenda()
    row.put_minutes_first()
    assert row.items == []


def test_the_second_session_begins_with_what_the_first_left():
    first = item().session
    first.items[0].draft = {"measure": "verwittiging"}
    first.add_point(subject="vast", title="Varia")
    first.add_point(subject="vast", title="Mededelingen", state="akte")
    second = session("nieuw", second_convocation=True, origin=first)
    SESSION.take("plan", second, moment(REPORTED, Role.BCSD_SECRETARY))
    assert [(point.named, point.draft) for point in second.items] == [
        ("SD-2026-0001", {"measure": "verwittiging"}),
        ("Varia", {}),
    ]
    assert second.items[0].stands and not first.items[0].stands


def test_points_are_put_in_another_order():
    row = session()
    points = [row.add_point(subject="vast", title=title) for title in "ABCD"]
    row.fill({"order": [points[2].id, points[0].id]})
    assert [p.title for p in sorted(row.items, key=lambda p: p.position)] == list("CABD")


@pytest.mark.parametrize(("source", "no"), [("gepland", False), ("opgeroepen", True), ("geopend", True)])
def test_a_point_after_the_convocation_is_urgent_with_reasons(source, no):
    def in_time(row):
        row.items[-1].urgent = False

    assert refused("voeg_punt_toe", in_time, source=source) is no


def test_a_form_puts_a_point_on_the_agenda():
    row = session("gepland")
    row.fill({"point": {"subject": "vast", "title": "Varia"}})
    assert SESSION.take("voeg_punt_toe", row, moment(REPORTED, Role.BCSD_SECRETARY))


@pytest.mark.parametrize(("posted", "no"), [("Mon 20/04/2026", False), ("Tue 21/04/2026", True), (None, True)])
def test_a_convocation_that_left_too_late_convenes_nobody(posted, no):
    def left(row):
        row.letter("oproeping").posted_on = posted and day(posted)

    assert refused("opgeroepen", left) is no


def test_a_newer_convocation_that_did_not_leave_counts():
    assert refused("opgeroepen", lambda row: row.letters.append(letter("ontwerp", "oproeping", SUMMONED)))


# opened, with a quorum or without


def roll(*seats, **values):
    """The answers at the opening: these seats are there."""
    there = {"presence": "aanwezig", "digital": False, "arrived_at": factories.at(SESSION_DAY, 14)}
    return dict.fromkeys(seats, there | values)


@pytest.mark.parametrize(("there", "no"), [(7, False), (6, True)])
def test_a_session_opens_when_the_majority_is_there(there, no):
    assert refused("open", lambda row: row.fill({"roll_call": roll(*SEATS[:there])})) is no


@pytest.mark.parametrize(("there", "no"), [(1, False), (0, True)])
def test_a_second_session_opens_when_somebody_is_there(there, no):
    def second(row):
        row.second_convocation = True
        row.fill({"roll_call": roll(*SEATS[:there])})

    assert refused("open", second) is no


def test_who_sent_word_is_not_there():
    def excused(row):
        row.fill({"roll_call": roll(*SEATS[:6]) | roll(*SEATS[6:], presence="verontschuldigd", arrived_at=None)})
        assert [len(row.attendances), len(row.room.there)] == [13, 6]

    assert refused("open", excused)


def test_the_hours_of_opening_and_closing_are_kept():
    row, when = ready(SESSION, SESSION.step("open", "opgeroepen"), "opgeroepen")
    SESSION.take("open", row, when)
    SESSION.take("sluit", row, when)
    assert row.opened_at == row.ended_at == when.now


def test_without_a_quorum_nothing_is_opened_and_with_one_no_second_session_is():
    row, when = ready(SESSION, SESSION.step("stel_onvoltallig_vast", "geopend"), "geopend")
    assert SESSION.take("stel_onvoltallig_vast", row, when).opens == "session"
    assert refused("stel_onvoltallig_vast", lambda row: row.arrive(_comes(SEATS[12])), source="geopend")


@pytest.mark.parametrize(("field", "value"), [("held_on", SESSION_DAY), ("starts_at", ""), ("place", "")])
def test_the_second_session_has_a_day_to_come_an_hour_and_a_place(field, value):
    def arranged(row):
        row.opening = row.opening | {field: value}

    assert refused("stel_onvoltallig_vast", arranged)


def test_after_a_second_convocation_there_is_no_third():
    def nobody(row):
        row.second_convocation, row.attendances = True, []

    assert tried("session", "stel_onvoltallig_vast", nobody) == [
        "Het huishoudelijk reglement kent geen tweede oproeping."
    ]


# who comes and who goes


def _comes(seat, hour=16):
    return {"seat_id": seat, "arrived_at": factories.at(SESSION_DAY, hour)}


def _goes(seat, hour=16):
    return {"seat_id": seat, "left_at": factories.at(SESSION_DAY, hour)}


def meeting(*there):
    """A session that is under way with these seats."""
    return session("geopend", there=there)


def note(row, action, **fields):
    """Somebody's coming or going is written down; return whether it was refused."""
    row.fill(fields)
    return bool(SESSION.step(action, row.state).objections(row, moment(SESSION_DAY, Role.BCSD_SECRETARY)))


def test_a_member_comes_and_goes_and_comes_back():
    row = meeting(SEATS[0])
    assert not note(row, "noteer_aankomst", arrival=_comes(SEATS[5], 15))
    assert row.room.there == {SEATS[0], SEATS[5]}
    assert not note(row, "noteer_vertrek", departure=_goes(SEATS[5], 16))
    assert row.room.there == {SEATS[0]}
    assert not note(row, "noteer_aankomst", arrival=_comes(SEATS[5], 17))
    assert [each.there for each in row.attendance_of(row.seats[5])] == [False, True]
    assert row.attendances[-1].person is row.seats[5].person


def test_who_is_there_does_not_come_and_who_is_not_does_not_leave():
    assert note(meeting(SEATS[0]), "noteer_aankomst", arrival=_comes(SEATS[0]))
    row = meeting(*SEATS[:2])
    assert not note(row, "noteer_vertrek", departure=_goes(SEATS[0]))
    assert note(row, "noteer_vertrek", departure=_goes(SEATS[0]))
    assert note(row, "noteer_vertrek", departure=_goes(SEATS[3]))


def test_who_sits_on_no_seat_does_not_come():
    row = meeting(SEATS[0])
    assert not note(row, "noteer_aankomst", arrival=_comes(SEATS[5]))
    assert note(row, "noteer_aankomst", arrival=_comes("een ander"))


@pytest.mark.parametrize(("hour", "no"), [(13, True), (14, False)])
def test_nobody_leaves_before_he_came(hour, no):
    assert note(meeting(SEATS[0]), "noteer_vertrek", departure=_goes(SEATS[0], hour)) is no


@pytest.mark.parametrize(("hour", "no"), [(15, True), (16, False)])
def test_nobody_comes_back_before_he_left(hour, no):
    row = meeting(SEATS[0])
    row.attendances = [stay(SEATS[0], left=16)]
    assert note(row, "noteer_aankomst", arrival=_comes(SEATS[0], hour)) is no


def test_who_sent_word_and_comes_all_the_same_is_there():
    row = meeting(SEATS[0])
    row.attendances.append(stay(SEATS[4]))
    row.attendances[-1].presence, row.attendances[-1].arrived_at = "verontschuldigd", None
    assert not note(row, "noteer_aankomst", arrival=_comes(SEATS[4]))
    assert SEATS[4] in row.room.there


# the seats


def test_a_committee_has_a_chair_and_twelve_members():
    assert list(Committee().places) == list(range(13))


def test_a_seat_is_filled_between_two_days_and_the_chair_is_the_first():
    house = Committee()
    house.seats = [
        Seat(id="oud", number=0, from_on=LONG_AGO, until_on=day("Mon 27/04/2026")),
        Seat(id="nieuw", number=0, from_on=SESSION_DAY),
    ]
    assert [seat.id for seat in house.sitting_on(SESSION_DAY)] == ["nieuw"]
    assert [seat.id for seat in house.sitting_on(day("Mon 27/04/2026"))] == ["oud"]
    assert house.sitting_on(day("Tue 31/12/2019")) == []


def test_a_substitute_sits_in_the_place_of_a_member_while_it_lasts():
    row, other = session(), Person(id="plaatsvervanger")
    may = {"from_on": day("Wed 01/04/2026"), "until_on": day("Thu 30/04/2026")}
    row.seats[1].substitutions = [Substitution(person=other, **may)]
    assert row.seat_of("plaatsvervanger").id == MINE
    assert row.seat_of("mw") is None and row.seat_of(None) is None
    row.held_on = day("Fri 01/05/2026")
    assert (row.seat_of("plaatsvervanger"), row.seat_of("mw").id) == (None, MINE)
    row.held_on = day("Tue 31/03/2026")
    assert row.seat_of("plaatsvervanger") is None


def test_a_vacant_seat_does_not_count_for_the_quorum():
    row = session("opgeroepen", there=SEATS[:6])
    assert (row.room.needed, row.room.has_quorum()) == (7, False)
    for seat in row.committee.seats[11:]:
        seat.until_on = day("Mon 27/04/2026")
    assert (row.room.needed, row.room.has_quorum()) == (6, True)


def test_somebody_who_left_his_seat_is_not_in_the_room():
    row = session("geopend")
    row.committee.seats[3].until_on = day("Mon 27/04/2026")
    assert SEATS[3] not in row.room.there and row.room.present == 12


# closed, approved, cancelled


@pytest.mark.parametrize("action", ["sluit", "annuleer"])
@pytest.mark.parametrize("outcome", ["beslist", "verdaagd", "ingetrokken", "verworpen", "geschrapt"])
def test_every_outcome_settles_an_item(action, outcome):
    assert not refused(action, lambda row: sanction("beslist").put_on_agenda(row, state=outcome, case_id="sd"))


def test_the_open_items_are_named():
    def with_two(row):
        for _ in range(2):
            sanction("geagendeerd").put_on_agenda(row, state="te_behandelen", case_id="sd")
        assert row.followers == row.open_items == row.items[1:]

    named = "Nog niet elk punt heeft een uitkomst: punt 2, 3."
    assert tried("session", "sluit", with_two) == [named]
    assert tried("session", "annuleer", with_two) == ["Er staan nog dossiers op de agenda: verdaag ze eerst."]


def test_a_session_is_not_cancelled_without_a_reason():
    assert refused("annuleer", put(cancel_reason=""))


@pytest.mark.parametrize("outcome", ["te_behandelen", "gestemd", "verworpen", "verdaagd"])
def test_minutes_are_approved_by_a_later_session_and_by_nothing_else(outcome):
    assert not refused("goedgekeurd")
    assert refused("goedgekeurd", lambda row: put(state=outcome)(row.approvals[0]))
    assert refused("goedgekeurd", put(approvals=[]))


def test_a_session_is_called_after_its_day_and_its_place():
    row = session()
    assert row.about == "28/04/2026, Raadzaal"
    row.held_on = None
    assert row.about == ""


def test_files_stand_on_the_agenda_in_the_order_in_which_they_came():
    row, first, second = session(), sanction("geadviseerd"), sanction("geadviseerd")
    items = [case.put_on_agenda(row) for case in (first, second)]
    assert [point.position for point in items] == [1, 2]
    assert row.open_items == row.items == items
    assert (first.agenda_item, second.agenda_item) == tuple(items)


def test_the_log_of_a_session_is_its_own():
    row = session()
    assert row.chain is row
