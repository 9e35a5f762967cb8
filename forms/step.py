"""One step, inside the transaction of perform(): the row of the table, its letters, its terms, its entry in the log."""

from collections.abc import Callable
from datetime import UTC
from typing import Any

from flask import current_app

from letters import making
from letters.copies import number_copies
from letters.register import LETTERS
from letters.sealing import seal_of
from letters.signatures.taken_in import take_in
from workflow import baton, chain, deadlines
from workflow.models import AgendaItem, BcsdSession, Case, Client, Letter, LogEntry, Organisation, db
from workflow.models.sequence import next_reference
from workflow.moment import Moment
from workflow.opening import new_case
from workflow.register import WORKFLOWS
from workflow.roles import Role
from workflow.rows import NEW, Step
from workflow.wording import N_

Subject = Case | Letter | AgendaItem | Client

LONGEST_CHAIN = 10
"""More automatic steps after one another than any table has, beside one for every point on an agenda: a mistake."""

RECOUNT = Step("herreken", "", "=", Role.SYSTEM, N_("Termijn herrekend"))
"""Not a row of any table: what the log says when posting data move a term."""


def take(
    subject: Subject,
    action: str,
    when: Moment,
    fields: dict[str, Any],
    shared: bool = False,
    ticket: str | None = None,
) -> LogEntry:
    """Take one step; raises StepRefused or LetterRefused, and then the transaction must go."""
    workflow, source = WORKFLOWS[subject.kind], subject.state
    step = workflow.take(action, subject, when)
    if source == NEW:
        _open(subject, when)
    papers = _paperwork(subject, step, when)
    if source != NEW and not step.silent:
        subject.version += 1
    if isinstance(subject, Case):
        if subject.state != source:
            subject.state_since = when.today
            subject.closed_on = when.today if workflow.state(subject.state).end else None
        deadlines.follow(workflow, step, subject, when)
        if step.opens:
            _open_beside(subject, step, when)
        if isinstance(subject, BcsdSession) and "held_on" in fields:
            _move_files_along(subject, when)
    return _log(subject, step, source, when, fields=fields, papers=papers, shared=shared, ticket=ticket)


def settle(subject: Subject, when: Moment) -> None:
    """Take the automatic steps that became possible, count terms again, and pass the baton on.

    A file that ended can bring the one it came from further, and approved minutes their session.
    """
    if not isinstance(subject, Case | Letter | AgendaItem):
        return
    case = subject.chain
    workflow = WORKFLOWS[case.kind]
    baton.pass_on(workflow, case, when)
    for _ in range(LONGEST_CHAIN + len(case.followers)):
        if not any(_automatic(each, when) for each in _moving(subject, case)):
            break
        baton.pass_on(workflow, case, when)
    else:
        raise RuntimeError(f"{case.reference}: the automatic steps do not come to an end")
    if isinstance(subject, Letter) and _count_again(case, when):
        baton.pass_on(workflow, case, when)
    if case.origin and workflow.state(case.state).end and not WORKFLOWS[case.origin.kind].state(case.origin.state).end:
        settle(case.origin, when)
    if isinstance(subject, AgendaItem) and subject.minutes_of and subject.outcome:
        settle(subject.minutes_of, when)


def _moving(subject: Case | Letter | AgendaItem, case: Case) -> list[Case | Letter | AgendaItem]:
    """Return what can move by itself: the file, its letters on their way and its points on an agenda.

    The one that was touched goes first.
    """
    letters = [letter for letter in case.letters if not letter.settled and letter is not subject]
    points = [point for point in case.followers if point is not subject]
    return [subject, *letters, *([] if subject is case else [case]), *points]


def _open(subject: Subject, when: Moment) -> None:
    """Give a new file or client its reference; a letter has it from its making, a point from its session."""
    if isinstance(subject, Letter | AgendaItem):
        return
    subject.reference = next_reference(db.session(), WORKFLOWS[subject.kind].prefix, when.today.year)
    if isinstance(subject, Case):
        subject.opened_on = subject.state_since = when.today
        subject.opened_by_id = when.actor.person_id
    db.session.add(subject)


def _paperwork(subject: Subject, step: Step, when: Moment) -> list[dict[str, Any]]:
    """Make, sign and cancel the letters a step is about; return what the log says of them."""
    if isinstance(subject, Letter):
        if work := _ON_A_LETTER.get(step.action):
            work(subject, when)
        return [seal_of(subject)]
    if not isinstance(subject, Case):
        return []
    subject.take_on(when.actor.roles, when.actor.person_id)
    for name in (*step.cancels, *step.letters):
        writer = making.sender_of(subject, LETTERS[name], when) if name in step.letters else None
        _cancel(subject, name, when, writer)
    return [_make(subject, name, when) for name in step.letters if LETTERS[name].meant_for(subject)]


def _make(case: Case, name: str, when: Moment) -> dict[str, Any]:
    """Make a letter of a file and write its making in the log; return its seal."""
    letter = making.make(db.session(), case, name, when, current_app.config["PUBLIC_URL"])
    take(letter, "maak", when.by_system(), {})
    return seal_of(letter)


def _open_beside(case: Case, step: Step, when: Moment) -> None:
    """Open the file a step asks for beside this one: about the same client, and linked to it."""
    workflow = WORKFLOWS[step.opens]
    beside = new_case(db.session(), workflow, case.client, when, origin=case)
    beside.fill(case.opening)
    take(beside, workflow.steps[0].action, when, case.opening)
    settle(beside, when)


def _move_files_along(session: BcsdSession, when: Moment) -> None:
    """Count the terms of the files on an agenda again when their session moves to another day."""
    for item in session.open_items:
        if item.stands and _count_again(item.case, when):
            baton.pass_on(WORKFLOWS[item.case.kind], item.case, when)


def _sign(letter: Letter, when: Moment) -> None:
    from letters.signatures.signing import sign_letter  # loading pyHanko takes a second: only when somebody signs

    sign_letter(letter, when)


_ON_A_LETTER: dict[str, Callable[[Letter, Moment], None]] = {
    "leg_voor": lambda letter, when: number_copies(letter),
    "onderteken": _sign,
    "neem_op": take_in,
}
"""What a step does to the papers of a letter."""


def _cancel(case: Case, name: str, when: Moment, writer: Organisation | None) -> None:
    """Cancel the letters of a name that did not leave yet; one that is written again replaces only its own house's."""
    for letter in case.letters:
        ours = writer is None or letter.from_organisation_id == writer.id
        over = letter.left_the_house or letter.cancelled or LETTERS[name].stays(letter)
        if letter.name == name and ours and not over:
            take(letter, "annuleer", when.by_system(), {})


def _log(subject: Subject, step: Step, source: str, when: Moment, **said: Any) -> LogEntry:
    """Write what happened at the end of the chain of the file."""
    actor = when.actor
    entry = LogEntry(
        at=when.now.astimezone(UTC),
        actor_id=actor.person_id,
        actor_name=actor.name,
        role=actor.role_for(step.roles) or Role.SYSTEM,
        organisation_id=actor.organisation_id,
        subject_kind=subject.kind,
        subject_id=subject.id,
        version=subject.version,
        action=step.action,
        source=source,
        dest=subject.state,
        remark=subject.remark,
        fields=chain.canonical(said["fields"]),
        papers=chain.canonical(said.get("papers", [])),
        shared=said.get("shared", False),
        ticket=said.get("ticket"),
    )
    db.session.add(chain.append(subject.chain, entry))
    return entry


def _automatic(subject: Subject, when: Moment) -> bool:
    step = WORKFLOWS[subject.kind].automatic_step(subject, when)
    if step is None:
        return False
    subject.remark = ""
    take(subject, step.action, when.by_system(), {})
    return True


def _count_again(case: Case, when: Moment) -> bool:
    """Count the running terms again after posting data came in; a moved term has its own entry."""
    moved = deadlines.count_again(WORKFLOWS[case.kind], case, when)
    if moved:
        case.version += 1
        fields = {deadline.name: deadline.reasoning for deadline in moved}
        _log(case, RECOUNT, case.state, when.by_system(), fields=fields)
    return bool(moved)
