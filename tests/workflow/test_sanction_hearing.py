"""The hearing and the social report (RMI-wet art. 20; KB RMI art. 7)."""

import pytest

from tests.workflow.dates import day
from tests.workflow.every_row import tried
from tests.workflow.files import letter, running, sanction
from tests.workflow.spoils import in_letter, put
from workflow.models.deadline import Status
from workflow.procedures.sanction_hearing import earliest_hearing, invited_in_time

INVITATION = "uitnodiging_hoorzitting"


def refused(action, change=None, **where):
    return bool(tried("sanction", action, change, **where))


def test_seven_days_are_counted_from_the_safe_notification_of_a_registered_letter():
    assert earliest_hearing(day("Tue 24/03/2026")) == day("Fri 03/04/2026")
    assert earliest_hearing(day("Thu 02/04/2026")) == day("Wed 15/04/2026")


@pytest.mark.parametrize(("hearing", "no"), [("Fri 03/04/2026", False), ("Thu 02/04/2026", True)])
def test_a_hearing_lies_far_enough_ahead(hearing, no):
    assert refused("roep_op", put(hearing_on=day(hearing), reschedule_by=day("Wed 01/04/2026"))) is no


@pytest.mark.parametrize("missing", ["hearing_time", "hearing_place", "file_access", "hearing_interpreter"])
def test_an_invitation_says_when_where_and_how_the_file_can_be_read(missing):
    assert refused("roep_op", put(**{missing: ""}))


@pytest.mark.parametrize(
    ("until", "no"),
    [
        ("Tue 24/03/2026", True),
        ("Wed 25/03/2026", False),
        ("Mon 13/04/2026", False),
        ("Tue 14/04/2026", True),
    ],
)
def test_another_day_can_be_asked_from_tomorrow_until_the_day_before(until, no):
    assert refused("roep_op", put(reschedule_by=day(until))) is no


@pytest.mark.parametrize("missing", ["reschedule_by", "hearing_on"])
def test_an_invitation_needs_its_days(missing):
    assert refused("roep_op", put(**{missing: None}))


def test_no_hearing_without_an_invitation():
    assert refused("hoor", lambda case: setattr(case, "letters", []))


@pytest.mark.parametrize(("hearing", "no"), [("Tue 14/04/2026", False), ("Wed 15/04/2026", True)])
def test_no_report_before_the_day_of_the_hearing(hearing, no):
    assert refused("hoor", put(hearing_on=day(hearing))) is no


def test_an_invitation_for_another_day_must_have_left_too():
    def again(state):
        return lambda case: case.letters.append(letter(state, INVITATION, day("Wed 25/03/2026")))

    assert refused("hoor", again("ontwerp"))
    assert not refused("hoor", again("verzonden"))


def test_a_cancelled_invitation_does_not_bring_back_the_one_for_the_old_day():
    cancelled = letter("geannuleerd", INVITATION, day("Wed 25/03/2026"))
    assert refused("hoor", lambda case: case.letters.append(cancelled))


@pytest.mark.parametrize("outcome", ["gehouden", "afstand", "niet_verschenen"])
def test_a_hearing_is_held_waived_or_missed(outcome):
    assert not refused("hoor", put(hearing_outcome=outcome))
    assert refused("hoor", put(hearing_outcome=outcome, hearing_report=""))


def test_nothing_else_comes_of_a_hearing():
    assert refused("hoor", put(hearing_outcome="verdaagd"))


@pytest.mark.parametrize(("outcome", "no"), [("gehouden", True), ("afstand", False), ("niet_verschenen", False)])
def test_only_a_hearing_that_was_held_names_who_was_there(outcome, no):
    assert refused("hoor", put(hearing_outcome=outcome, hearing_present="")) is no


@pytest.mark.parametrize(("posted", "in_time"), [("Wed 01/04/2026", True), ("Thu 02/04/2026", False)])
def test_absence_counts_only_after_an_invitation_in_time(posted, in_time):
    # Easter Monday 6 April is no working day: a letter of 1 April counts on the 7th, one of the 2nd on the 8th.
    def came_not(case):
        case.hearing_outcome = "niet_verschenen"
        case.letter(INVITATION).posted_on = day(posted)

    assert refused("hoor", came_not) is not in_time


def test_a_late_invitation_does_not_spoil_a_hearing_the_client_came_to():
    assert not refused("hoor", in_letter(INVITATION, posted_on=day("Mon 13/04/2026")))


@pytest.mark.parametrize("missing", ["posted_on", "way"])
def test_an_invitation_of_which_the_posting_is_unknown_was_not_in_time(missing):
    case = sanction()
    setattr(case.letter(INVITATION), missing, None)
    assert not invited_in_time(case)


def test_without_an_invitation_or_a_hearing_nobody_was_invited_in_time():
    case = sanction()
    assert invited_in_time(case)
    case.hearing_on = None
    assert not invited_in_time(case)
    never = sanction()
    never.letters = []
    assert not invited_in_time(never)


# the social report


@pytest.mark.parametrize(
    "missing", ["situation", "reason_examined", "hearing_answer", "proportionality", "family_effect"]
)
@pytest.mark.parametrize("action", ["adviseer", "herzie_advies"])
def test_a_social_report_has_all_its_parts(action, missing):
    assert refused(action, put("advice", **{missing: ""}))


@pytest.mark.parametrize("action", ["adviseer", "herzie_advies"])
def test_a_social_report_needs_an_advice(action):
    assert len(tried("sanction", action, put(advice_id=None))) == 3


@pytest.mark.parametrize(
    ("duration", "unit", "no"), [(1, "maanden", False), (2, "maanden", True), (30, "dagen", False), (31, "dagen", True)]
)
def test_an_advised_suspension_stays_within_one_month(duration, unit, no):
    # Without a start of its own it would start on 1 June 2026, a month of thirty days.
    assert refused("adviseer", put("advice", duration=duration, unit=unit)) is no


def test_an_advised_start_decides_how_long_a_month_is():
    assert not refused("adviseer", put("advice", duration=31, unit="dagen", starts_on=day("Wed 01/07/2026")))


def test_an_advice_without_suspension_has_no_cap():
    assert not refused("adviseer", put("advice", measure="intrekking", duration=9, unit="maanden"))


def test_a_question_of_the_committee_needs_its_answer():
    def asked(answer, status=Status.RUNS):
        def change(case):
            question = running("antwoordtermijn", day("Tue 12/05/2026"))
            question.status, case.advice.answer = status, answer
            case.deadlines.append(question)

        return change

    assert refused("herzie_advies", asked(""))
    assert not refused("herzie_advies", asked("Het uurrooster is gewijzigd."))
    assert not refused("herzie_advies", asked("", Status.STOPPED))


def test_a_question_is_not_answered_without_a_report():
    def no_report(case):
        case.deadlines.append(running("antwoordtermijn", day("Tue 12/05/2026")))
        case.advice_id = None

    assert "Antwoord op de vraag van het comité." in tried("sanction", "herzie_advies", no_report)
