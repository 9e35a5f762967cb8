"""What holds for every term from 2024 to 2032, against a second way of counting."""

from calendar import monthrange
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.workflow.dates import DATES, MONTHS
from workflow.terms import (
    ONE_DAY,
    Way,
    after_days,
    appeal_end,
    days_before,
    earlier_of,
    is_working_day,
    last_working_day,
    months_after,
    months_civil,
    months_gerw,
    roll,
    safe_notification,
    target_before,
    working_days_after,
    working_days_term,
)

WAYS = st.sampled_from(Way)


def easter(year):
    """Easter Sunday by the rule of Gauss and Meeus."""
    century, golden = year // 100, year % 19
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (epact // 28) * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def is_legal_holiday(day):
    """The ten of the law of 4/1/1974: three that move with Easter, seven that do not."""
    moving = {easter(day.year) + timedelta(days=days) for days in (1, 39, 50)}
    return day in moving or (day.day, day.month) in {(1, 1), (1, 5), (21, 7), (15, 8), (1, 11), (11, 11), (25, 12)}


@given(DATES)
def test_a_working_day_is_no_weekend_and_no_legal_holiday(day):
    assert is_working_day(day) is (day.weekday() < 5 and not is_legal_holiday(day))


@given(DATES, MONTHS)
def test_a_term_in_months_never_ends_before_it_starts(day, months):
    assert day < months_civil(day, months) <= months_gerw(day, months)


@given(DATES, MONTHS)
def test_the_readings_differ_only_from_the_last_day_of_a_shorter_month(day, months):
    civil, gerw = months_civil(day, months), months_gerw(day, months)
    last_there = monthrange(civil.year, civil.month)[1]
    from_shorter = day.day == monthrange(day.year, day.month)[1] < last_there
    assert (civil != gerw) is from_shorter
    assert gerw == (civil.replace(day=last_there) if from_shorter else civil)


@given(DATES, MONTHS)
def test_months_arrive_in_the_month_that_many_further(day, months):
    civil = months_civil(day, months)
    assert civil.year * 12 + civil.month == day.year * 12 + day.month + months
    assert civil.day == day.day or (civil + ONE_DAY).day == 1


@given(DATES, MONTHS)
def test_going_back_never_lands_before_the_start(day, months):
    there_and_back = months_civil(months_civil(day, months), -months)
    assert timedelta() <= day - there_and_back <= timedelta(days=3)


@given(DATES)
def test_rolling_gives_the_nearest_working_day_on_either_side(day):
    after, before = roll(day), last_working_day(day)
    assert is_working_day(after) and is_working_day(before)
    assert before <= day <= after <= day + timedelta(days=4)
    assert target_before(day).due == before
    between = [before + timedelta(days=n) for n in range(1, (after - before).days)]
    assert not any(is_working_day(each) for each in between)


@given(DATES, st.integers(0, 400))
def test_days_are_added_one_by_one_and_printed(day, days):
    reckoning = after_days(day, days, "art. 1")
    assert reckoning.due - day == timedelta(days=days)
    assert f"{day:%d/%m/%Y}" in str(reckoning) and f"{reckoning.due:%d/%m/%Y}" in str(reckoning)
    assert days_before(reckoning.due, days, "art. 1").due == day


@given(DATES, MONTHS, st.integers(1, 60))
def test_the_earlier_of_two_is_one_of_them_and_prints_both(day, months, days):
    readings = months_after(day, months, "art. 1"), after_days(day, days, "art. 2")
    earlier = earlier_of(*readings)
    assert day < earlier.due == min(readings[0].due, readings[1].due)
    assert earlier.steps[:2] == readings[0].steps + readings[1].steps


@given(DATES, st.integers(1, 10))
def test_as_many_working_days_pass_as_were_asked(day, count):
    end = working_days_after(day, count)
    passed = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert is_working_day(end)
    assert sum(is_working_day(each) for each in passed) == count
    assert working_days_term(day, count, "art. 1").due == end


@given(DATES, WAYS, st.none() | st.integers(0, 30))
def test_an_appeal_ends_on_a_working_day_after_the_notification(posted, way, carried):
    presented = None if carried is None else posted + timedelta(days=carried)
    notified, end = safe_notification(posted, way, presented), appeal_end(posted, way, 3, presented)
    assert posted <= notified.due < end.due
    assert is_working_day(end.due)
    assert end.due >= months_gerw(notified.due, 3) >= months_civil(notified.due, 3)
    assert end.steps[: len(notified.steps)] == notified.steps
    assert f"{end.due:%d/%m/%Y}" in str(end.steps[-1])


@given(DATES, st.integers(0, 30))
def test_a_presentation_never_makes_a_letter_count_earlier(posted, carried):
    alone = safe_notification(posted, Way.REGISTERED)
    presented = safe_notification(posted, Way.REGISTERED, posted + timedelta(days=carried))
    assert presented.due == max(alone.due, posted + timedelta(days=carried))
