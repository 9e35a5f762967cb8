"""The measure of an advice or a decision: what it must say, how long it lasts, whether it fits."""

import pytest

from tests.walks import sanction as journey
from tests.workflow.dates import day
from workflow import measures
from workflow.models import Advice, Decision

START = day("Mon 01/06/2026")


def measure(kind=Decision, **changes):
    """A suspension in part of one month from Monday 1 June 2026."""
    return kind(**{**journey.MEASURE, "starts_on": START, **changes})


@pytest.mark.parametrize("missing", ["whole", "monthly_cents", "duration", "unit"])
def test_a_suspension_says_how_much_and_how_long(missing):
    assert measure().complete
    assert not measure(**{missing: None}).complete
    assert measure(measure="verwittiging", **{missing: None}).complete


def test_no_money_is_an_amount_but_no_time_is_no_duration():
    assert measure(whole=True, monthly_cents=0).complete
    assert not measure(duration=0).complete


def test_a_deferral_says_until_when():
    until = day("Mon 01/03/2027")
    assert not measure(deferral="geheel").complete
    assert measure(deferral="geheel", trial_until=until).complete


def test_a_deferral_in_part_says_which_part():
    until = day("Mon 01/03/2027")
    assert not measure(deferral="deel", trial_until=until).complete
    assert measure(deferral="deel", trial_until=until, deferral_part="de laatste twee weken").complete


@pytest.mark.parametrize(
    ("starts", "duration", "unit", "ends"),
    [
        ("Mon 01/06/2026", 1, "maanden", "Tue 30/06/2026"),
        ("Mon 01/06/2026", 3, "maanden", "Mon 31/08/2026"),
        ("Fri 15/01/2027", 1, "maanden", "Sun 14/02/2027"),
        ("Mon 01/02/2027", 1, "maanden", "Sun 28/02/2027"),
        ("Mon 01/06/2026", 30, "dagen", "Tue 30/06/2026"),
        ("Mon 01/06/2026", 1, "dagen", "Mon 01/06/2026"),
    ],
)
def test_a_suspension_ends_on_the_last_day_of_its_duration(starts, duration, unit, ends):
    assert measure(starts_on=day(starts), duration=duration, unit=unit).ends_on == day(ends)


@pytest.mark.parametrize("changes", [{"starts_on": None}, {"measure": "intrekking"}, {"duration": None}])
def test_what_does_not_start_or_suspend_has_no_last_day(changes):
    assert measure(**changes).ends_on is None


@pytest.mark.parametrize(
    ("starts", "duration", "unit", "cap", "fits"),
    [
        ("Mon 01/06/2026", 1, "maanden", 1, True),
        ("Mon 01/06/2026", 2, "maanden", 1, False),
        ("Mon 01/06/2026", 3, "maanden", 3, True),
        ("Mon 01/06/2026", 4, "maanden", 3, False),
        ("Mon 01/06/2026", 30, "dagen", 1, True),
        ("Mon 01/06/2026", 31, "dagen", 1, False),
        ("Wed 01/07/2026", 31, "dagen", 1, True),
        ("Mon 01/02/2027", 28, "dagen", 1, True),
        ("Mon 01/02/2027", 29, "dagen", 1, False),
    ],
)
def test_a_month_of_days_is_as_long_as_the_month_it_falls_in(starts, duration, unit, cap, fits):
    assert measure(duration=duration, unit=unit).fits(cap, day(starts)) is fits


@pytest.mark.parametrize("changes", [{"measure": "intrekking", "duration": 9}, {"duration": None}])
def test_what_has_no_duration_fits_under_every_cap(changes):
    assert measure(**changes).fits(1, START)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("measure", "verwittiging"),
        ("whole", True),
        ("monthly_cents", 31999),
        ("duration", 2),
        ("unit", "dagen"),
        ("deferral", "geheel"),
        ("deferral_part", "de helft"),
    ],
)
def test_a_decision_departs_from_an_advice_in_what_the_client_feels(name, other):
    assert measure().same_as(measure(Advice))
    assert not measure().same_as(measure(Advice, **{name: other}))


def test_another_start_is_no_departure_from_the_advice():
    assert measure().same_as(measure(Advice, starts_on=None))


def test_only_a_suspension_suspends():
    assert [measure(measure=kind).suspends for kind in measures.Kind] == [False, False, True, False]


@pytest.mark.parametrize(
    ("titles", "values"),
    [
        (measures.KIND_TITLES, measures.Kind),
        (measures.UNIT_TITLES, measures.Unit),
        (measures.DEFERRAL_TITLES, measures.Deferral),
        (measures.HEARING_TITLES, measures.Hearing),
        (measures.JUDGMENT_TITLES, measures.Judgment),
    ],
)
def test_every_value_a_form_offers_has_a_title(titles, values):
    assert titles.keys() == set(values)
