"""Changes of direction are told once: the same ones whether somebody looks every day or after days of nothing."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workflow.dates import day
from tests.workflow.histories import HISTORIES
from workflow.competence import Aid, Body, Residence
from workflow.directions import still_so, untold
from workflow.timeline import Facts

BEGIN, DAYS = date(2024, 6, 3), 700
AMAL_OCMW, AMAL_AMAL = (Body.AMAL, Body.OCMW), (Body.AMAL, Body.AMAL)


def told_by_looking(facts, pauses):
    """Look after each pause; return what was told, and check that a second look at once tells nothing."""
    on, last = BEGIN, None
    told, changes = facts.competence_on(on).outcome, []
    for pause in pauses:
        before, on = on, on + timedelta(days=pause)
        found = untold(facts, told, before, on, last)
        told = facts.competence_on(on).outcome
        last = found[-1].effective_on if found else last
        changes += [(each.effective_on, each.before, each.after.outcome) for each in found]
        assert untold(facts, told, on, on, last) == []
    return changes


@settings(max_examples=20, deadline=None)
@given(HISTORIES, st.lists(st.integers(1, 60), min_size=5, max_size=40))
def test_who_looks_every_day_and_who_was_away_tell_the_same(facts, pauses):
    while sum(pauses) > DAYS:
        pauses.pop()
    assert told_by_looking(facts, pauses) == told_by_looking(facts, [1] * sum(pauses))


def facts_of(*aids):
    return Facts(((date(2020, 1, 1), None, Residence.OBLIGED),), aids)


def test_what_is_noted_late_is_told_from_the_day_on_which_it_began():
    stopped = day("Sat 28/02/2026")
    facts = facts_of((date(2020, 1, 1), stopped, Aid.LEEFLOON))
    (change,) = untold(facts, AMAL_OCMW, day("Mon 09/03/2026"), day("Mon 09/03/2026"))
    assert (change.effective_on, change.before, change.after.outcome) == (day("Sun 01/03/2026"), AMAL_OCMW, AMAL_AMAL)


def test_a_correction_is_told_from_no_day_before_the_last_one_that_was_told():
    facts = facts_of((date(2020, 1, 1), day("Sat 31/01/2026"), Aid.LEEFLOON))
    (change,) = untold(facts, AMAL_OCMW, day("Mon 09/03/2026"), day("Mon 09/03/2026"), day("Mon 02/03/2026"))
    assert change.effective_on == day("Mon 02/03/2026")


def test_what_lies_ahead_is_not_told_yet():
    facts = facts_of((date(2020, 1, 1), day("Tue 31/03/2026"), Aid.LEEFLOON))
    assert untold(facts, AMAL_OCMW, day("Mon 02/03/2026"), day("Tue 31/03/2026")) == []
    assert len(untold(facts, AMAL_OCMW, day("Mon 02/03/2026"), day("Wed 01/04/2026"))) == 1


def test_a_message_holds_as_long_as_the_facts_make_it():
    stopped, first = day("Sat 28/02/2026"), day("Sun 01/03/2026")
    assert still_so(facts_of((date(2020, 1, 1), stopped, Aid.LEEFLOON)), first, AMAL_AMAL, AMAL_OCMW)
    assert not still_so(facts_of((date(2020, 1, 1), None, Aid.LEEFLOON)), first, AMAL_AMAL, AMAL_OCMW)
    earlier = facts_of((date(2020, 1, 1), stopped - timedelta(days=9), Aid.LEEFLOON))
    assert not still_so(earlier, first, AMAL_AMAL, AMAL_OCMW)  # it changed on another day
    assert still_so(earlier, first, AMAL_AMAL, None)
