"""Who acts, and when: the date is the one on the calendar in Ghent."""

from datetime import UTC, datetime

import pytest

from tests.workflow.dates import day
from workflow.moment import BRUSSELS, SYSTEM, Actor, Moment, civil_date
from workflow.roles import Role


@pytest.mark.parametrize(
    ("instant", "on"),
    [
        (datetime(2026, 3, 2, 22, 59, tzinfo=UTC), "Mon 02/03/2026"),
        (datetime(2026, 3, 2, 23, 0, tzinfo=UTC), "Tue 03/03/2026"),
        (datetime(2026, 7, 1, 21, 59, tzinfo=UTC), "Wed 01/07/2026"),
        (datetime(2026, 7, 1, 22, 0, tzinfo=UTC), "Thu 02/07/2026"),
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), "Sun 29/03/2026"),
        (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), "Sun 25/10/2026"),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), "Fri 01/01/2027"),
        (datetime(2026, 3, 2, 0, 0, tzinfo=BRUSSELS), "Mon 02/03/2026"),
    ],
)
def test_the_date_changes_at_midnight_in_brussels(instant, on):
    assert civil_date(instant) == Moment(instant, SYSTEM).today == day(on)


def test_an_actor_takes_a_step_in_the_first_of_his_roles_that_may():
    actor = Actor("Mia Werker", frozenset({Role.CLERK, Role.TEAM_LEAD}))
    assert actor.role_for((Role.SOCIAL_WORKER, Role.TEAM_LEAD, Role.CLERK)) is Role.TEAM_LEAD
    assert actor.role_for((Role.SOCIAL_WORKER,)) is None
    assert actor.role_for(()) is None


def test_the_office_acts_at_the_same_instant():
    now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    by_office = Moment(now, Actor("Mia Werker", frozenset({Role.CLERK}))).by_system()
    assert (by_office.now, by_office.actor) == (now, SYSTEM)
    assert (SYSTEM.roles, SYSTEM.person_id, SYSTEM.organisation_id) == ({Role.SYSTEM}, None, None)
