"""Registering with the VDAB: the earlier of two readings, and a clock that stands still during an exemption."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workflow.dates import DATES, day
from workflow.models.database import FAR_AWAY
from workflow.terms import after_days, months_after
from workflow.vdab import NEVER, merged, unsuspended, vdab_term


def period(text):
    """Read "Sun 01/02/2026 - Tue 10/02/2026", or an exemption without a last day."""
    first, _, last = text.partition(" - ")
    return day(first), day(last) if last else None


def in_words(reckoning):
    """The steps of a reckoning as they are printed."""
    return [str(step) for step in reckoning.steps]


# fmt: off
@pytest.mark.parametrize(("signed", "sixty", "civil", "earlier"), [
    # 22: contract     60 days           2 months          the earlier of the two
    ("Mon 05/01/2026", "Fri 06/03/2026", "Thu 05/03/2026", "Thu 05/03/2026"),
    ("Tue 30/06/2026", "Sat 29/08/2026", "Sun 30/08/2026", "Sat 29/08/2026"),
    ("Wed 31/12/2025", "Sun 01/03/2026", "Sat 28/02/2026", "Sat 28/02/2026"),
    ("Sun 31/12/2023", "Thu 29/02/2024", "Thu 29/02/2024", "Thu 29/02/2024"),
])
def test_the_earlier_of_sixty_days_and_two_months_counts(signed, sixty, civil, earlier):
    contract = day(signed)
    assert after_days(contract, 60, "").due == day(sixty)
    assert months_after(contract, 2, "").due == day(civil)
    assert unsuspended(contract).due == vdab_term(contract, []).due == day(earlier)
    assert in_words(vdab_term(contract, [])) == [
        f"{contract:%d/%m/%Y} + 60 dagen = {day(sixty):%d/%m/%Y} (agii.be, te bevestigen)",
        f"{contract:%d/%m/%Y} + 2 maanden = {day(civil):%d/%m/%Y} (SWO art. 10, te bevestigen)",
        f"de vroegste telt: {day(earlier):%d/%m/%Y}",
    ]


SIGNED = "Mon 05/01/2026"  # without exemption until Thu 05/03/2026


@pytest.mark.parametrize(("exemptions", "due"), [
    # one exemption: each of its days moves the last day
    (["Sun 01/02/2026 - Tue 10/02/2026"], "Sun 15/03/2026"),
    (["Sun 01/02/2026 - Sun 01/02/2026"], "Fri 06/03/2026"),
    # on the last day itself; a day later is too late
    (["Thu 05/03/2026 - Thu 05/03/2026"], "Fri 06/03/2026"),
    (["Fri 06/03/2026 - Tue 31/03/2026"], "Thu 05/03/2026"),
    (["Fri 06/03/2026"],                  "Thu 05/03/2026"),
    # what lies before the first day of the term uses none of it
    (["Mon 01/12/2025 - Mon 05/01/2026"], "Thu 05/03/2026"),
    (["Mon 01/12/2025 - Tue 06/01/2026"], "Fri 06/03/2026"),
    # two apart, two that overlap, one within the other, two that touch, out of order
    (["Sun 01/02/2026 - Tue 10/02/2026", "Tue 10/03/2026 - Thu 12/03/2026"], "Wed 18/03/2026"),
    (["Thu 05/02/2026 - Thu 12/02/2026", "Sun 01/02/2026 - Tue 10/02/2026"], "Tue 17/03/2026"),
    (["Sun 01/02/2026 - Tue 10/02/2026", "Tue 03/02/2026 - Wed 04/02/2026"], "Sun 15/03/2026"),
    (["Sun 01/02/2026 - Tue 10/02/2026", "Wed 11/02/2026 - Thu 12/02/2026"], "Tue 17/03/2026"),
    # an exemption that still goes on, also when a closed one began earlier or lies within it
    (["Sun 01/03/2026"],                                   None),
    (["Thu 05/03/2026"],                                   None),
    (["Mon 01/12/2025"],                                   None),
    (["Sun 01/02/2026 - Tue 10/02/2026", "Sun 15/03/2026"], None),
    (["Sun 01/02/2026", "Tue 10/02/2026 - Thu 12/02/2026"], None),
])
# fmt: on
def test_an_exemption_stops_the_clock(exemptions, due):
    assert vdab_term(day(SIGNED), map(period, exemptions)).due == (day(due) if due else date(9999, 12, 31))


def test_the_days_of_an_exemption_are_printed():
    exemptions = [period("Sun 01/02/2026 - Tue 10/02/2026"), period("Thu 05/02/2026 - Thu 12/02/2026")]
    stopped = vdab_term(day(SIGNED), [*exemptions, period("Sun 01/03/2026")])
    assert in_words(stopped)[3:] == [
        "vrijgesteld van 01/02/2026 tot en met 12/02/2026: + 12 dagen = 17/03/2026",
        "geschorst sinds 01/03/2026",
    ]


def test_a_clock_that_stands_still_has_no_last_day():
    assert NEVER == FAR_AWAY


def test_exemptions_that_touch_are_one():
    first, second = period("Sun 01/02/2026 - Tue 10/02/2026"), period("Wed 11/02/2026 - Thu 12/02/2026")
    assert merged([second, first]) == [period("Sun 01/02/2026 - Thu 12/02/2026")]


def test_an_exemption_that_ends_before_it_begins_is_a_mistake():
    with pytest.raises(ValueError, match="ends before it begins"):
        vdab_term(day(SIGNED), [period("Tue 10/02/2026 - Sun 01/02/2026")])


@st.composite
def _exemptions(draw, contract):
    first = contract + timedelta(days=draw(st.integers(-40, 120)))
    return first, first + timedelta(days=draw(st.integers(0, 40)))


def _used_up(contract, exemptions, allowed):
    """The day on which as many days passed outside every exemption, counted one by one."""
    now = contract
    while allowed:
        now += timedelta(days=1)
        allowed -= not any(first <= now <= last for first, last in exemptions)
    return now


@given(DATES, st.data())
def test_the_days_really_used_are_counted(contract, data):
    exemptions = data.draw(st.lists(_exemptions(contract), max_size=4))
    plain, term = unsuspended(contract), vdab_term(contract, exemptions)
    assert term.due == _used_up(contract, exemptions, (plain.due - contract).days)
    assert term.due >= plain.due > contract
    assert term.steps[: len(plain.steps)] == plain.steps


@given(DATES, st.data())
def test_one_more_exemption_never_ends_the_term_earlier(contract, data):
    exemptions = data.draw(st.lists(_exemptions(contract), max_size=3))
    more = data.draw(_exemptions(contract))
    last = data.draw(st.sampled_from([more[1], None]))
    assert vdab_term(contract, [*exemptions, (more[0], last)]).due >= vdab_term(contract, exemptions).due


@given(DATES, st.data())
def test_merged_exemptions_lie_apart_and_hold_the_same_days(contract, data):
    exemptions = data.draw(st.lists(_exemptions(contract), max_size=5))
    whole = merged(exemptions)
    assert all(last + timedelta(days=1) < first for (_, last), (first, _) in zip(whole, whole[1:], strict=False))
    days = [contract + timedelta(days=number) for number in range(-45, 165)]
    for each in days:
        assert any(a <= each <= b for a, b in exemptions) is any(a <= each <= b for a, b in whole)
