"""The turn in a shared file: past its term it reaches the team leads of both organisations, once."""

import pytest

from tests.workflow.dates import day
from tests.workflow.files import AMAL, GENT, moment, running, sanction
from workflow import baton
from workflow.procedures.escalation import ESCALATION, answer_delay, escalate, shared_turn_overdue
from workflow.procedures.sanction import SANCTION
from workflow.roles import Role

LAST, NEXT, LATER = day("Mon 23/03/2026"), day("Tue 24/03/2026"), day("Wed 25/03/2026")


def file(**terms):
    """A file that waits for its hearing, without letters."""
    case = sanction("hoorzitting")
    case.letters, case.deadlines = [], [running(name, due) for name, due in terms.items()]
    return case


def late(case, today):
    """Pass the baton on, as the clock does, and put what is late before the team leads."""
    baton.pass_on(SANCTION, case, moment(today))
    if told := shared_turn_overdue.test(case, moment(today)):
        escalate(case, moment(today))
        baton.pass_on(SANCTION, case, moment(today))
    return told


def asked(case):
    return sorted((b.organisation_id, b.role, b.since) for b in case.batons if b.task == ESCALATION)


def test_a_turn_is_late_the_day_after_its_last_day():
    assert not late(file(hoorzitting=LAST), LAST)
    assert late(file(hoorzitting=LAST), NEXT)


def test_both_team_leads_get_it_on_their_work_list_and_only_once():
    case = file(hoorzitting=LAST)
    assert late(case, NEXT)
    assert asked(case) == [(AMAL, Role.CONTACT_POINT, NEXT), (GENT, Role.TEAM_LEAD, NEXT)]
    assert not late(case, NEXT) and not late(case, LATER)
    assert asked(case) == [(AMAL, Role.CONTACT_POINT, NEXT), (GENT, Role.TEAM_LEAD, NEXT)]


def test_who_answered_is_asked_no_longer():
    case = file(hoorzitting=LAST)
    late(case, NEXT)
    answer_delay(case, moment(NEXT, Role.TEAM_LEAD))
    baton.pass_on(SANCTION, case, moment(NEXT))
    assert asked(case) == [(AMAL, Role.CONTACT_POINT, NEXT)]
    answer_delay(case, moment(NEXT, Role.CONTACT_POINT, where=AMAL))
    baton.pass_on(SANCTION, case, moment(LATER))
    assert asked(case) == [] and case.escalated_on == NEXT


def test_when_the_turn_is_no_longer_late_nobody_is_asked_any_more():
    case = file(hoorzitting=LAST)
    late(case, NEXT)
    case.deadlines = [running("hoorzitting", day("Tue 14/04/2026"))]
    assert not late(case, LATER)
    assert (asked(case), case.escalated_on) == ([], None)


def test_the_next_term_that_is_passed_is_told_again():
    case = file(hoorzitting=LAST)
    late(case, NEXT)
    case.deadlines = [running("hoorzitting", NEXT)]
    assert late(case, LATER)
    assert asked(case) == [(AMAL, Role.CONTACT_POINT, LATER), (GENT, Role.TEAM_LEAD, LATER)]


@pytest.mark.parametrize("shared", [True, False])
def test_only_a_shared_file_is_told_of(shared):
    case = file(hoorzitting=LAST)
    case.shares = case.shares if shared else []
    assert late(case, NEXT) is shared
