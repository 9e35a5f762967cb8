"""Who directs through time: every combination on the days around a boundary, and long histories day by day."""

from datetime import date, timedelta
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workflow.competence_table import ONE_DAY_MORE, REGISTERED, TABLE, TWELVE_MONTHS
from tests.workflow.dates import day
from tests.workflow.histories import HISTORIES
from workflow.competence import Aid, Body, Reading, Residence
from workflow.timeline import Facts, changed_on, changes_after, since_when, timeline

LONG_AGO = day("Mon 01/01/2024")
EXPECTED = {row[:3]: (Body(row[3]), Body(row[4]), row[5]) for row in TABLE}
CHANGES_ON = (day("Sun 01/06/2025"), TWELVE_MONTHS, ONE_DAY_MORE, day("Tue 17/03/2026"))
"""The first day of the new aid: months before, and on each side of the boundary of twelve months."""
ONE_DAY = timedelta(days=1)


def expected(residence, aid, on):
    return EXPECTED[residence, aid, "one day more" if on >= ONE_DAY_MORE else "exactly 12 months"]


def found(facts, on):
    outcome = facts.competence_on(on)
    return outcome.directs, outcome.sanctions, outcome.article


@pytest.mark.parametrize("reading", Reading)
@pytest.mark.parametrize(("residence", "before", "after"), list(product(Residence, Aid, Aid)))
def test_every_combination_on_the_days_around_every_boundary(residence, before, after, reading):
    counted = "registrations" if reading is Reading.REGISTER else "stays"
    for starts in CHANGES_ON:
        aids = ((LONG_AGO, starts - ONE_DAY, before), (starts, None, after))
        facts = Facts(((LONG_AGO, None, residence),), aids, reading=reading, **{counted: ((REGISTERED, None),)})
        for boundary, days in product((starts, TWELVE_MONTHS, ONE_DAY_MORE), (-1, 0, 1)):
            on = boundary + timedelta(days=days)
            aid = after if on >= starts else before
            assert found(facts, on) == expected(residence, aid, on), (starts, on)


def test_an_entitled_newcomer_goes_to_the_welfare_centre_the_day_after_twelve_months_and_back_when_leefloon_stops():
    aids = ((LONG_AGO, day("Thu 30/04/2026"), Aid.LEEFLOON),)
    facts = Facts(((LONG_AGO, None, Residence.ENTITLED),), aids, ((REGISTERED, None),))
    assert [(each, *found(facts, each)[:2]) for each, _after in changes_after(facts, REGISTERED)] == [
        (ONE_DAY_MORE, Body.OCMW, Body.OCMW),
        (day("Fri 01/05/2026"), Body.AMAL, Body.NOBODY),
    ]
    told = [str(each) for each in changed_on(facts, ONE_DAY_MORE)]
    assert told == ["twaalf maanden in het rijksregister zijn voorbij, sinds 15/03/2025"]
    assert [str(each) for each in changed_on(facts, day("Fri 01/05/2026"))] == ["de steun wordt: geen dienstverlening"]


def test_the_two_readings_differ_between_their_twelve_months_and_only_there():
    stays = ((day("Wed 01/01/2025"), None),)
    facts = Facts(
        ((LONG_AGO, None, Residence.ENTITLED),), ((LONG_AGO, None, Aid.LEEFLOON),), ((REGISTERED, None),), stays
    )
    spans = timeline(facts, REGISTERED, day("Thu 31/12/2026"))
    differing = [(span.from_on, span.until_on) for span in spans if span.differs]
    assert differing == [(day("Fri 02/01/2026"), TWELVE_MONTHS)]
    assert facts.in_the_other_reading(TWELVE_MONTHS).directs is Body.OCMW
    assert facts.competence_on(TWELVE_MONTHS).directs is Body.AMAL


def test_a_break_in_the_register_is_named_and_the_months_begin_again():
    broken = ((REGISTERED, day("Tue 30/06/2026")), (day("Sat 01/08/2026"), None))
    facts = Facts(((LONG_AGO, None, Residence.ENTITLED),), ((LONG_AGO, None, Aid.LEEFLOON),), broken)
    told = [str(each) for each in changed_on(facts, day("Wed 01/07/2026"))]
    assert told == ["de inschrijving in het rijksregister is onderbroken"]
    assert facts.since_on(day("Sat 01/08/2026"), Reading.REGISTER) == day("Sat 01/08/2026")


def test_leefloon_can_be_supposed_to_start():
    facts = Facts(((LONG_AGO, None, Residence.OBLIGED),), ((LONG_AGO, None, Aid.OTHER),))
    supposed = facts.with_leefloon_from(TWELVE_MONTHS, Aid.EQUIVALENT)
    assert [supposed.aid_on(on) for on in (TWELVE_MONTHS - ONE_DAY, TWELVE_MONTHS)] == [Aid.OTHER, Aid.EQUIVALENT]
    assert facts.aid_on(TWELVE_MONTHS) is Aid.OTHER


def test_what_always_held_has_no_first_day():
    assert since_when(Facts(), TWELVE_MONTHS) is None


def test_a_reading_of_which_nothing_is_known_says_nothing():
    facts = Facts(((LONG_AGO, None, Residence.ENTITLED),), (), ((REGISTERED, None),))
    assert facts.in_the_other_reading(ONE_DAY_MORE) is None
    assert not any(span.differs for span in timeline(facts, REGISTERED, ONE_DAY_MORE))


# histories


def holds(facts, on):
    """Which value of a list of periods holds on a day, looked up the plain way."""
    values = [value for first, last, *value in facts if first <= on and (last is None or on <= last)]
    return values[-1] if values else None


def months_before(on):
    """The day a year before: what began on it or later is not yet more than twelve months old."""
    return date(on.year - 1, 2, 28) if (on.month, on.day) == (2, 29) else on.replace(year=on.year - 1)


def plainly(facts, on):
    """Who directs and may sanction on a day, worked out by walking back day by day."""
    residence = (holds(facts.residences, on) or [Residence.NONE])[0]
    aid = (holds(facts.aids, on) or [Aid.NONE])[0]
    counted, back = facts.stretches(facts.counts), on
    while holds(counted, back) is not None and back >= months_before(on):
        back -= ONE_DAY
    long = holds(counted, on) is not None and back < months_before(on)
    return EXPECTED[residence, aid, "one day more" if long else "exactly 12 months"][:2]


@settings(max_examples=12, deadline=None)
@given(HISTORIES, st.dates(date(2024, 1, 1), date(2027, 1, 1)))
def test_every_day_of_a_long_history_is_answered_as_by_walking_back(facts, start):
    for days in range(400):
        on = start + timedelta(days=days)
        assert facts.competence_on(on).outcome == plainly(facts, on), on


@settings(max_examples=30, deadline=None)
@given(HISTORIES)
def test_the_periods_of_a_time_line_join_and_hold_on_each_of_their_days(facts):
    first, last = date(2024, 1, 1), date(2027, 12, 31)
    spans = timeline(facts, first, last)
    assert spans[0].from_on == first and spans[-1].until_on is None
    for one, following in pairwise(spans):
        assert one.until_on + ONE_DAY == following.from_on and one.told != following.told
    for span in spans:
        for on in _days(span.from_on, span.until_on or last):
            assert facts.competence_on(on).outcome == span.found.outcome, on


@settings(max_examples=30, deadline=None)
@given(HISTORIES)
def test_a_change_is_found_on_its_own_day_and_on_no_other(facts):
    first, last = date(2024, 1, 1), date(2027, 12, 31)
    outcome = {on: facts.competence_on(on).outcome for on in _days(first, last)}
    changed = [on for on in outcome if on > first and outcome[on] != outcome[on - ONE_DAY]]
    assert [on for on, _after in changes_after(facts, first) if on <= last] == changed
    if changed:
        assert since_when(facts, changed[-1]) == changed[-1]


def _days(first, last):
    return [first + timedelta(days=days) for days in range((last - first).days + 1)]
