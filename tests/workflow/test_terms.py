"""Legal time by rows with the weekday written out (law register f.2 and f.3)."""

import pytest

from tests.workflow.dates import day
from workflow.terms import (
    ONE_DAY,
    Reckoning,
    Way,
    after_days,
    appeal_end,
    day_off,
    days_before,
    earlier_of,
    first_of_month,
    is_working_day,
    last_working_day,
    latest,
    months_after,
    on_day,
    roll,
    safe_notification,
    target_before,
    working_days_after,
    working_days_term,
)


def in_words(reckoning):
    """The steps of a reckoning as they are printed."""
    return [str(step) for step in reckoning.steps]


# fmt: off
@pytest.mark.parametrize(("posted", "presented", "third", "from_presentation", "third_is_first", "end"), [
    # 13-19: registered presented        third working day  presentation + 3m  third day is day 1  third not counted
    ("Mon 02/03/2026", "Tue 03/03/2026", "Thu 05/03/2026", "Wed 03/06/2026", "Thu 04/06/2026", "Fri 05/06/2026"),
    ("Thu 02/04/2026", "Tue 07/04/2026", "Wed 08/04/2026", "Tue 07/07/2026", "Tue 07/07/2026", "Wed 08/07/2026"),
    ("Wed 13/05/2026", "Mon 18/05/2026", "Tue 19/05/2026", "Tue 18/08/2026", "Tue 18/08/2026", "Wed 19/08/2026"),
    ("Tue 23/12/2025", "Mon 29/12/2025", "Mon 29/12/2025", "Mon 30/03/2026", "Mon 30/03/2026", "Mon 30/03/2026"),
    ("Fri 27/11/2026", "Mon 30/11/2026", "Wed 02/12/2026", "Mon 01/03/2027", "Mon 01/03/2027", "Tue 02/03/2027"),
    ("Fri 26/11/2027", "Mon 29/11/2027", "Wed 01/12/2027", "Tue 29/02/2028", "Tue 29/02/2028", "Wed 01/03/2028"),
    ("Fri 17/07/2026", "Mon 20/07/2026", "Thu 23/07/2026", "Tue 20/10/2026", "Thu 22/10/2026", "Fri 23/10/2026"),
])
def test_an_appeal_ends_on_the_latest_defensible_day(
    posted, presented, third, from_presentation, third_is_first, end
):
    assert working_days_after(day(posted), 3) == day(third)
    assert safe_notification(day(posted), Way.REGISTERED).due == day(third)
    assert appeal_end(day(presented), Way.RECEIPT, 3).due == day(from_presentation)
    assert appeal_end(day(third) - ONE_DAY, Way.RECEIPT, 3).due == day(third_is_first)
    assert appeal_end(day(posted), Way.REGISTERED, 3).due == day(end)
    assert appeal_end(day(posted), Way.REGISTERED, 3, day(presented)).due == day(end)


@pytest.mark.parametrize(("start", "days", "due", "target"), [
    # 20-22          days  last day          aim at
    ("Fri 18/12/2026", 8,  "Sat 26/12/2026", "Thu 24/12/2026"),
    ("Wed 02/12/2026", 30, "Fri 01/01/2027", "Thu 31/12/2026"),
    ("Mon 05/01/2026", 60, "Fri 06/03/2026", "Fri 06/03/2026"),
    ("Tue 30/06/2026", 60, "Sat 29/08/2026", "Fri 28/08/2026"),
    ("Mon 02/03/2026", 0,  "Mon 02/03/2026", "Mon 02/03/2026"),
])
def test_our_own_duties_count_calendar_days_and_aim_at_a_working_day(start, days, due, target):
    assert after_days(day(start), days, "art. 1").due == day(due)
    assert target_before(day(due)).due == last_working_day(day(due)) == day(target)


HOLIDAYS = (
    "Thu 01/01/2026", "Mon 06/04/2026", "Fri 01/05/2026", "Thu 14/05/2026", "Mon 25/05/2026",
    "Tue 21/07/2026", "Sat 15/08/2026", "Sun 01/11/2026", "Wed 11/11/2026", "Fri 25/12/2026",
    "Fri 01/01/2027", "Mon 29/03/2027", "Sat 01/05/2027", "Thu 06/05/2027", "Mon 17/05/2027",
    "Wed 21/07/2027", "Sun 15/08/2027", "Mon 01/11/2027", "Thu 11/11/2027", "Sat 25/12/2027",
    "Sat 01/01/2028", "Mon 17/04/2028", "Mon 01/05/2028", "Thu 25/05/2028", "Mon 05/06/2028",
    "Fri 21/07/2028", "Tue 15/08/2028", "Wed 01/11/2028", "Sat 11/11/2028", "Mon 25/12/2028",
)
WORKED = (
    "Fri 03/04/2026", "Fri 15/05/2026", "Mon 02/11/2026", "Thu 24/12/2026", "Thu 31/12/2026",
    "Fri 26/03/2027", "Mon 12/07/2027", "Tue 02/11/2027", "Mon 15/11/2027", "Mon 27/12/2027",
    "Fri 14/04/2028", "Tue 11/07/2028", "Thu 02/11/2028", "Wed 15/11/2028", "Tue 26/12/2028",
)
# fmt: on


@pytest.mark.parametrize("holiday", HOLIDAYS)
def test_a_legal_holiday_is_no_working_day(holiday):
    assert not is_working_day(day(holiday))


@pytest.mark.parametrize("worked", WORKED)
def test_good_friday_a_bridge_day_and_second_of_november_are_working_days(worked):
    assert is_working_day(day(worked))
    assert roll(day(worked)) == last_working_day(day(worked)) == day(worked)


def test_a_weekend_is_no_working_day():
    assert [is_working_day(day(d)) for d in ("Fri 06/03/2026", "Sat 07/03/2026", "Sun 08/03/2026")] == [1, 0, 0]


def test_a_letter_handed_over_counts_on_the_day_itself():
    for way in (Way.RECEIPT, Way.PROGRAM):
        notified = safe_notification(day("Fri 03/04/2026"), way, day("Fri 10/04/2026"))
        assert (notified.due, in_words(notified)) == (day("Fri 03/04/2026"), ["afgegeven op 03/04/2026"])


def test_ordinary_post_counts_like_registered_post():
    posted = day("Mon 02/03/2026")
    assert safe_notification(posted, Way.ORDINARY) == safe_notification(posted, Way.REGISTERED)


def test_a_presentation_counts_only_when_it_is_later_than_the_third_working_day():
    posted = day("Mon 02/03/2026")
    on_the_third = safe_notification(posted, Way.REGISTERED, day("Thu 05/03/2026"))
    assert in_words(on_the_third) == ["gepost op 02/03/2026, derde werkdag = 05/03/2026 (Ger.W. 53bis)"]
    later = safe_notification(posted, Way.REGISTERED, day("Fri 06/03/2026"))
    assert later.due == day("Fri 06/03/2026")
    assert in_words(later) == [*in_words(on_the_third), "aangeboden op 06/03/2026, dus later"]


def test_an_appeal_prints_every_step_of_its_reckoning():
    assert in_words(appeal_end(day("Tue 23/12/2025"), Way.REGISTERED, 3)) == [
        "gepost op 23/12/2025, derde werkdag = 29/12/2025 (Ger.W. 53bis)",
        "29/12/2025 + 3 maanden = 29/03/2026 (Ger.W. 52-54)",
        "geen werkdag, dus 30/03/2026 (Ger.W. 53)",
    ]
    on_a_working_day = appeal_end(day("Mon 02/03/2026"), Way.RECEIPT, 3)
    assert str(on_a_working_day) == "afgegeven op 02/03/2026; 02/03/2026 + 3 maanden = 02/06/2026 (Ger.W. 52-54)"


# fmt: off
@pytest.mark.parametrize(("reckoning", "due", "printed"), [
    (after_days(day("Fri 18/12/2026"), 8, "RMI"),       "Sat 26/12/2026", "18/12/2026 + 8 dagen = 26/12/2026 (RMI)"),
    (days_before(day("Tue 28/04/2026"), 8, "DLB"),      "Mon 20/04/2026", "8 dagen voor 28/04/2026 = 20/04/2026 (DLB)"),
    (months_after(day("Wed 31/12/2025"), 2, "KB"),      "Sat 28/02/2026", "31/12/2025 + 2 maanden = 28/02/2026 (KB)"),
    (months_after(day("Sun 31/12/2023"), 2, "KB"),      "Thu 29/02/2024", "31/12/2023 + 2 maanden = 29/02/2024 (KB)"),
    (working_days_term(day("Wed 01/04/2026"), 5, "KB"), "Thu 09/04/2026", "01/04/2026 + 5 werkdagen = 09/04/2026 (KB)"),
    (target_before(day("Sat 26/12/2026")), "Thu 24/12/2026", "26/12/2026 is geen werkdag, dus uiterlijk op 24/12/2026"),
    (target_before(day("Thu 24/12/2026")), "Thu 24/12/2026", "24/12/2026 is een werkdag"),
    (on_day(day("Tue 14/04/2026"), "dag: %(day)s (%(who)s)", who="MW"), "Tue 14/04/2026", "dag: 14/04/2026 (MW)"),
])
# fmt: on
def test_every_way_of_counting_prints_its_reasoning(reckoning, due, printed):
    assert (reckoning.due, str(reckoning)) == (day(due), printed)


@pytest.mark.parametrize(("one", "other"), [(30, 60), (60, 30)])
def test_the_earlier_of_two_readings_shows_both(one, other):
    start = day("Mon 05/01/2026")
    readings = [after_days(start, number, "art. 1") for number in (one, other)]
    earlier = earlier_of(*readings)
    assert earlier.due == day("Wed 04/02/2026")
    assert in_words(earlier) == [*map(str, readings), "de vroegste telt: 04/02/2026"]


def test_a_day_off_has_a_name():
    days = ("Sat 07/03/2026", "Sun 08/03/2026", "Wed 11/11/2026", "Sat 15/08/2026")
    assert [day_off(day(off)) for off in days] == ["zaterdag", "zondag", "Wapenstilstand", "O. L. V. Hemelvaart"]


def test_the_latest_of_several_readings_counts():
    early, late = Reckoning(day("Mon 02/03/2026"), ()), Reckoning(day("Tue 03/03/2026"), ())
    assert latest([early, late, early]) is late


@pytest.mark.parametrize(
    ("start", "months", "first"),
    [
        ("Tue 10/03/2026", 2, "Fri 01/05/2026"),
        ("Tue 10/03/2026", 3, "Mon 01/06/2026"),
        ("Sun 15/11/2020", 2, "Fri 01/01/2021"),
        ("Thu 31/12/2026", 0, "Tue 01/12/2026"),
        ("Sat 31/01/2026", -1, "Mon 01/12/2025"),
    ],
)
def test_the_first_day_of_a_later_month(start, months, first):
    assert first_of_month(day(start), months) == day(first)
