"""Whose turn it is: worked out from the table after every change, and written as rows for the work list."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from workflow.models.baton import Baton
from workflow.models.case import Case
from workflow.models.database import FAR_AWAY
from workflow.models.letter import Letter
from workflow.moment import Moment
from workflow.procedures.escalation import ESCALATION, overdue
from workflow.roles import HELD_AT, Kind, Party, Role
from workflow.rows import SAME, Step
from workflow.table import Workflow

OUTSIDE = (Party.CLIENT, Party.COURT)
"""Those who hold no account: while the file waits for them, its handler watches the term."""

ESCALATED_TO = {Role.TEAM_LEAD, Role.CONTACT_POINT}
"""Who leads the teams of both organisations: a turn that is overdue reaches them."""


def pass_on(workflow: Workflow, case: Case, when: Moment) -> None:
    """Write who has to do what for a file; a turn that did not change is left as it is."""
    now = [*_for_state(workflow, case, when), *_for_duties(workflow, case, when)]
    now += _for_letters(workflow, case, when)
    if not any(overdue(baton, when.today) for baton in now):
        case.escalated_on = None
    now += _for_escalation(workflow, case)
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


def _main_step(workflow: Workflow, case: Case, role: Role) -> Step | None:
    expected = (step for step in workflow.steps_from(case.state) if not (step.rare or step.duty or step.owed_by))
    rows = [step for step in expected if role in step.roles]
    return rows[0] if rows else None


def _has_only_duties(workflow: Workflow, case: Case, role: Role) -> bool:
    """Say whether all that is expected of a role here is in its duties: each has a turn of its own."""
    expected = [s for s in workflow.steps_from(case.state) if role in s.roles and not s.rare]
    return bool(expected) and all(step.duty for step in expected)


def _for_state(workflow: Workflow, case: Case, when: Moment) -> Iterator[Baton]:
    due, waits_for = next_due(case), workflow.state(case.state).waits_for
    on_the_letter = _waits_for_its_letter(workflow, case)
    for role in waits_for:
        if isinstance(role, Role) and not on_the_letter and not _has_only_duties(workflow, case, role):
            yield _turn(workflow, case, role, since=when.today, due=due)
    watcher = Role.COUNSELLOR if Kind(case.owner.kind) is Kind.AGENCY else Role.SOCIAL_WORKER
    if set(waits_for) & set(OUTSIDE) and watcher not in waits_for:
        over = last_due(case)
        since = over if over == FAR_AWAY else over + timedelta(days=1)
        yield _turn(workflow, case, watcher, since=since, due=since)
    on_its_way = {Party.SIGNATORY, Party.POST_ROOM} & set(waits_for)
    asked_again = on_the_letter or not workflow.state(case.state).meanwhile
    if on_its_way and asked_again and all(letter.settled for letter in case.letters):
        yield _for_missing_letter(_remade(workflow, case), case, when)


def _remade(workflow: Workflow, case: Case) -> Step:
    """Return the step that makes the letter of a state again."""
    return next(step for step in workflow.steps_from(case.state) if step.letters and step.dest == SAME)


def _waits_for_its_letter(workflow: Workflow, case: Case) -> bool:
    """Say whether a file that waits for something more first waits for its letter: to be made, signed or sent."""
    state = workflow.state(case.state)
    if not state.meanwhile or Party.SIGNATORY not in state.waits_for:
        return False
    letters = [case.letter(name) for name in _remade(workflow, case).letters]
    return not all(letter and letter.settled for letter in letters)


def _for_missing_letter(step: Step, case: Case, when: Moment) -> Baton:
    """Ask for the letter the file waits for again, when the one that was made is cancelled."""
    role = step.roles[0]
    return Baton(
        organisation_id=case.party_of(role).id,
        role=role,
        person_id=case.holder(role),
        task=step.action,
        since=when.today,
        due_on=next_due(case),
    )


def _turn(workflow: Workflow, case: Case, role: Role, since: date, due: date) -> Baton:
    step = _main_step(workflow, case, role)
    return Baton(
        organisation_id=case.party_of(role).id,
        role=role,
        person_id=case.holder(role),
        task=step.action if step else "",
        since=since,
        due_on=due,
    )


def _for_duties(workflow: Workflow, case: Case, when: Moment) -> Iterator[Baton]:
    for step in workflow.steps_from(case.state):
        role = step.roles[0]
        owing, due = (step.owed_by(case) if step.owed_by else []), next_due(case)
        if step.duty and step.duty(case):
            owing, due = [case.party_of(role)], _duty_due(workflow, case, step)
        for organisation in owing:
            yield Baton(
                organisation_id=organisation.id,
                role=role,
                person_id=case.holder(role),
                task=step.action,
                since=when.today,
                due_on=due,
            )


def _for_escalation(workflow: Workflow, case: Case) -> Iterator[Baton]:
    """Put an overdue turn before the team leads of all parties, until they say what they did about it."""
    if case.escalated_on is None:
        return
    readers = set(workflow.state(case.state).reads)
    for party in case.parties:
        for role in sorted(ESCALATED_TO & readers & HELD_AT[Kind(party.kind)]):
            if party.id not in case.delay_answered:
                yield Baton(
                    organisation_id=party.id,
                    role=role,
                    person_id=None,
                    task=ESCALATION,
                    since=case.escalated_on,
                    due_on=case.escalated_on,
                )


def _duty_due(workflow: Workflow, case: Case, step: Step) -> date:
    stopped = [case.running(term.name) for term in workflow.terms if step.action in term.stops]
    return min((deadline.due_on for deadline in stopped if deadline), default=FAR_AWAY)


def _for_letters(workflow: Workflow, case: Case, when: Moment) -> Iterator[Baton]:
    due, readers = next_due(case), workflow.state(case.state).reads
    for letter in case.letters:
        if letter.settled:
            continue
        organisation_id, role, person_id, task = _letter_turn(case, letter, readers)
        yield Baton(
            letter_id=letter.id,
            organisation_id=organisation_id,
            role=role,
            person_id=person_id,
            task=task,
            since=when.today,
            due_on=min(due, letter.post_by or FAR_AWAY),
        )


def _letter_turn(case: Case, letter: Letter, readers: Sequence[Role]) -> tuple[str, str, str | None, str]:
    """Return who has to do what for a letter: organisation, role, person, step.

    A letter that came back is followed up by the worker of the file, or else by whoever made it.
    """
    signature, house = letter.next_signature, letter.from_organisation_id
    if letter.state == "ter_ondertekening" and signature:
        return signature.organisation_id, signature.role, signature.person_id, "onderteken"
    maker: tuple[str, str | None] = (letter.made_as, letter.made_by_id or case.holder(letter.made_as))
    if letter.state == "ondertekend":
        return house, *(maker if Kind(letter.sender.kind) is not Kind.OCMW else (Role.CLERK, None)), "verzend"
    if letter.state == "teruggekeerd":
        role = Role.COUNSELLOR if Kind(letter.sender.kind) is Kind.AGENCY else Role.SOCIAL_WORKER
        return house, *((role, case.holder(role)) if role in readers else maker), "volg_op"
    return house, *maker, "leg_voor"
