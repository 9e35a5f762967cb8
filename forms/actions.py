"""perform(): the one place where a file changes.

It checks the version somebody saw, fills in the form, takes the step, makes its letter,
starts and stops terms, writes one chained entry of the log, takes the automatic steps that
became possible, and commits. All of it, or none of it. A refused step writes nothing to the
file; the refusal itself is kept apart.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from flask import current_app
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from letters import making
from letters.letter import LetterRefused
from workflow import baton, chain, deadlines
from workflow.models import BcsdSession, Case, Letter, LogEntry, Refusal, db
from workflow.models.sequence import next_reference
from workflow.moment import SYSTEM, Actor, Moment
from workflow.register import WORKFLOWS
from workflow.roles import Role
from workflow.table import NEW, Step, StepRefused

Subject = Case | Letter | BcsdSession

LONGEST_CHAIN = 10
"""More automatic steps after one another than any table has: a loop, so a mistake."""


class Conflict(Exception):
    """Somebody else changed the file meanwhile; `entries` says who did what when."""

    def __init__(self, entries: Sequence[LogEntry]) -> None:
        super().__init__("the file changed since it was read")
        self.entries = entries


def perform(
    subject: Subject,
    action: str,
    actor: Actor,
    now: datetime,
    *,
    fields: dict[str, Any] | None = None,
    remark: str = "",
    shared: bool = False,
    seen: int | None = None,
    ticket: str | None = None,
) -> LogEntry:
    """Take one step with a file, a letter or a session, and return its entry in the log.

    `seen` is the version the person looked at, `ticket` makes a form that is sent twice count
    once, `shared` lets the other organisation read the remark. Raises StepRefused with every
    reason, or Conflict when somebody was first; then nothing has changed.
    """
    when = Moment(now, actor)
    subject_id, kind = subject.id, subject.kind
    try:
        _lock(subject)
        if ticket and (done := db.session.query(LogEntry).filter_by(ticket=ticket).first()):
            return done
        if seen is not None and seen != subject.version:
            raise Conflict(_since(subject_id, seen))
        with db.session.no_autoflush:
            subject.remark = remark
            subject.fill(fields or {})
            entry = _take(subject, action, when, fields or {}, shared, ticket)
        _settle(subject, when)
        db.session.commit()
    except (StepRefused, LetterRefused) as refused:
        db.session.rollback()
        _keep_refusal(subject_id, kind, action, when, refused)
        raise StepRefused(refused.reasons) from refused
    except (StaleDataError, IntegrityError) as error:
        db.session.rollback()
        if ticket and (done := db.session.query(LogEntry).filter_by(ticket=ticket).first()):
            return done
        if entries := _since(subject_id, seen or 0):
            raise Conflict(entries) from error
        raise
    except BaseException:
        db.session.rollback()
        raise
    return entry


def catch_up(case: Case, now: datetime) -> None:
    """Take the automatic steps that time made possible for a file."""
    _lock(case)
    _settle(case, Moment(now, SYSTEM))
    db.session.commit()


def _lock(subject: Subject) -> None:
    """Make others wait until this step is done; SQLite does so by its write lock."""
    if subject.state == NEW or db.engine.dialect.name != "postgresql":
        return
    db.session.refresh(subject.chain, with_for_update=True)
    if isinstance(subject, Letter):
        db.session.refresh(subject, with_for_update=True)


def _since(subject_id: str, seen: int) -> Sequence[LogEntry]:
    query = db.session.query(LogEntry).filter(LogEntry.subject_id == subject_id, LogEntry.version > seen)
    return query.order_by(LogEntry.number).all()


def _keep_refusal(subject_id: str, kind: str, action: str, when: Moment, refused: StepRefused | LetterRefused) -> None:
    reasons = "\n".join(str(reason) for reason in refused.reasons)
    db.session.add(
        Refusal(
            at=when.now,
            actor_id=when.actor.person_id,
            subject_kind=kind,
            subject_id=subject_id,
            action=action,
            reasons=reasons,
        )
    )
    db.session.commit()


def _take(
    subject: Subject,
    action: str,
    when: Moment,
    fields: dict[str, Any],
    shared: bool = False,
    ticket: str | None = None,
) -> LogEntry:
    """Take one step: the row of the table, its letters, its terms, its entry in the log."""
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
    return _log(subject, step, source, when, fields, papers, shared, ticket)


def _open(subject: Subject, when: Moment) -> None:
    """Give a new file or session its reference and its first handler."""
    if isinstance(subject, Letter):
        return
    subject.reference = next_reference(db.session(), WORKFLOWS[subject.kind].prefix, when.today.year)
    if isinstance(subject, Case):
        subject.opened_on = subject.state_since = when.today
        subject.opened_by_id = when.actor.person_id
    db.session.add(subject)


def _paperwork(subject: Subject, step: Step, when: Moment) -> list[dict[str, str]]:
    """Make, sign and cancel the letters a step is about; return what the log says of them."""
    if isinstance(subject, Letter):
        if step.action == "onderteken":
            _sign(subject, when)
        return [_described(subject)]
    if not isinstance(subject, Case):
        return []
    if Role.SOCIAL_WORKER in when.actor.roles:
        subject.take_on(when.actor.person_id)
    for name in (*step.cancels, *((step.letter,) if step.letter else ())):
        _cancel(subject, name, when)
    if step.letter is None:
        return []
    letter = making.make(db.session(), subject, step.letter, when, current_app.config["PUBLIC_URL"])
    _take(letter, "maak", when.by_system(), {})
    return [_described(letter)]


def _sign(letter: Letter, when: Moment) -> None:
    from letters.signing import sign_letter  # loading pyHanko takes a second: only when somebody signs

    sign_letter(letter, when)


def _cancel(case: Case, name: str, when: Moment) -> None:
    for letter in case.letters:
        if letter.name == name and not letter.left_the_house and not letter.cancelled:
            _take(letter, "annuleer", when.by_system(), {})


def _described(letter: Letter) -> dict[str, str]:
    papers = {"docx": letter.docx_sha256, "pdf": letter.current_pdf_sha256}
    return {"reference": letter.reference, "name": letter.name} | papers


def _log(
    subject: Subject,
    step: Step,
    source: str,
    when: Moment,
    fields: dict[str, Any],
    papers: list[dict[str, str]],
    shared: bool,
    ticket: str | None,
) -> LogEntry:
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
        fields=chain.canonical(fields),
        papers=chain.canonical(papers),
        shared=shared,
        ticket=ticket,
    )
    db.session.add(chain.append(subject.chain, entry))
    return entry


def _settle(subject: Subject, when: Moment) -> None:
    """Take the automatic steps that became possible, count terms again, and pass the baton on."""
    if isinstance(subject, BcsdSession):
        return
    case = subject.chain
    for _ in range(LONGEST_CHAIN):
        if not any(_automatic(each, when) for each in (subject, case)):
            break
    else:
        raise RuntimeError(f"{case.reference}: the automatic steps do not come to an end")
    if isinstance(subject, Letter):
        _count_again(case, when)
    baton.pass_on(WORKFLOWS[case.kind], case, when)


def _automatic(subject: Subject, when: Moment) -> bool:
    step = WORKFLOWS[subject.kind].automatic_step(subject, when)
    if step is None:
        return False
    subject.remark = ""
    with db.session.no_autoflush:
        _take(subject, step.action, when.by_system(), {})
    return True


RECOUNT = Step("herreken", "", "=", Role.SYSTEM, "Termijn herrekend")
"""Not a row of any table: what the log says when posting data move a term."""


def _count_again(case: Case, when: Moment) -> None:
    moved = deadlines.count_again(WORKFLOWS[case.kind], case, when)
    if moved:
        case.version += 1
        fields = {deadline.name: deadline.reasoning for deadline in moved}
        _log(case, RECOUNT, case.state, when.by_system(), fields, [], False, None)
