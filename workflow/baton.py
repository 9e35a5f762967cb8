"""Whose turn it is: worked out from the table after every change, and written as rows for the work list."""

from collections.abc import Iterator
from datetime import date, timedelta

from workflow.models.baton import Baton
from workflow.models.case import Case
from workflow.models.database import FAR_AWAY
from workflow.models.letter import Letter
from workflow.moment import Moment
from workflow.roles import Party, Role
from workflow.rows import SAME, Step
from workflow.table import Workflow

OUTSIDE = (Party.CLIENT, Party.COURT)
"""Those who hold no account: while the file waits for them, its handler watches the term."""

PARTNER_ROLES = (Role.COUNSELLOR, Role.CONTACT_POINT)
"""Those who work at the partner a file is shared with."""


def pass_on(workflow: Workflow, case: Case, when: Moment) -> None:
    """Write who has to do what for a file; a turn that did not change is left as it is."""
    now = [*_for_state(workflow, case, when), *_for_duties(workflow, case, when), *_for_letters(case, when)]
    before = {_told(baton): baton for baton in case.batons}
    case.batons[:] = [before.get(_told(baton), baton) for baton in now]


def _told(baton: Baton) -> tuple[object, ...]:
    """Return what a turn says, apart from the day it began."""
    return (baton.organisation_id, baton.role, baton.person_id, baton.letter_id, baton.task, baton.due_on)


def next_due(case: Case) -> date:
    """Return the last day of the first running term; a file without a term has none."""
    return min((deadline.due_on for deadline in case.deadlines if deadline.runs), default=FAR_AWAY)


def last_due(case: Case) -> date:
    """Return the last day of the last running term: until then somebody outside has the turn."""
    return max((deadline.due_on for deadline in case.deadlines if deadline.runs), default=FAR_AWAY)


def _holder(case: Case, role: Role) -> str | None:
    return case.handler_id if role is Role.SOCIAL_WORKER else None


def _main_step(workflow: Workflow, case: Case, role: Role) -> Step | None:
    rows = [s for s in workflow.steps_from(case.state) if role in s.roles and not s.rare and not s.duty]
    return rows[0] if rows else None


def _for_state(workflow: Workflow, case: Case, when: Moment) -> Iterator[Baton]:
    due, waits_for = next_due(case), workflow.state(case.state).waits_for
    for role in waits_for:
        if isinstance(role, Role):
            yield _turn(workflow, case, role, since=when.today, due=due)
    if set(waits_for) & set(OUTSIDE) and Role.SOCIAL_WORKER not in waits_for:
        over = last_due(case)
        since = over if over == FAR_AWAY else over + timedelta(days=1)
        yield _turn(workflow, case, Role.SOCIAL_WORKER, since=since, due=since)
    if Party.POST_ROOM in waits_for and all(letter.settled for letter in case.letters):
        yield from _for_missing_letter(workflow, case, when)


def _for_missing_letter(workflow: Workflow, case: Case, when: Moment) -> Iterator[Baton]:
    """Ask for the letter the file waits for again, when the one that was made is cancelled."""
    step = next(step for step in workflow.steps_from(case.state) if step.letter and step.dest == SAME)
    role = step.roles[0]
    yield Baton(
        organisation_id=case.owner_id,
        role=role,
        person_id=_holder(case, role),
        task=step.action,
        since=when.today,
        due_on=next_due(case),
    )


def _turn(workflow: Workflow, case: Case, role: Role, since: date, due: date) -> Baton:
    step = _main_step(workflow, case, role)
    return Baton(
        organisation_id=case.owner_id,
        role=role,
        person_id=_holder(case, role),
        task=step.action if step else "",
        since=since,
        due_on=due,
    )


def _for_duties(workflow: Workflow, case: Case, when: Moment) -> Iterator[Baton]:
    for step in workflow.steps_from(case.state):
        if step.duty is None or not step.duty(case):
            continue
        role = step.roles[0]
        yield Baton(
            organisation_id=_organisation(case, role),
            role=role,
            person_id=_holder(case, role),
            task=step.action,
            since=when.today,
            due_on=_duty_due(workflow, case, step),
        )


def _organisation(case: Case, role: Role) -> str:
    """Return whose turn a role takes: a partner's own people act for the partner the file is shared with."""
    if role in PARTNER_ROLES and case.shares:
        return case.shares[0].organisation_id
    return case.owner_id


def _duty_due(workflow: Workflow, case: Case, step: Step) -> date:
    stopped = [case.running(term.name) for term in workflow.terms if step.action in term.stops]
    return min((deadline.due_on for deadline in stopped if deadline), default=FAR_AWAY)


def _for_letters(case: Case, when: Moment) -> Iterator[Baton]:
    due = next_due(case)
    for letter in case.letters:
        if letter.settled:
            continue
        role, person_id, task = _letter_turn(case, letter)
        yield Baton(
            letter_id=letter.id,
            organisation_id=case.owner_id,
            role=role,
            person_id=person_id,
            task=task,
            since=when.today,
            due_on=min(due, letter.post_by or FAR_AWAY),
        )


def _letter_turn(case: Case, letter: Letter) -> tuple[str, str | None, str]:
    signature = letter.next_signature
    if letter.state == "ter_ondertekening" and signature:
        return signature.role, signature.person_id, "onderteken"
    if letter.state == "ondertekend":
        return Role.CLERK, None, "verzend"
    if letter.state == "teruggekeerd":
        return Role.SOCIAL_WORKER, case.handler_id, "volg_op"
    return letter.made_as, letter.made_by_id or case.handler_id, "leg_voor"
