"""perform(): the one place where a file changes.

It checks the version somebody saw, fills in the form, takes the step, makes its letter,
starts and stops terms, writes one chained entry of the log, takes the automatic steps that
became possible, and commits. All of it, or none of it. A refused step writes nothing to the
file; the refusal itself is kept apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from forms import directions
from forms.step import Subject, settle, take
from letters.letter import LetterRefused
from workflow import chain
from workflow.models import Case, Client, LogEntry, Refusal, db
from workflow.moment import SYSTEM, Actor, Moment
from workflow.rows import NEW, StepRefused


class Conflict(Exception):
    """Somebody else changed the file meanwhile; `entries` says who did what when."""

    def __init__(self, entries: Sequence[LogEntry]) -> None:
        super().__init__("the file changed since it was read")
        self.entries = entries


@dataclass(frozen=True)
class Request:
    """What somebody asks: which step, with what, and what he saw when he asked it."""

    action: str
    fields: dict[str, Any] = field(default_factory=dict)
    remark: str = ""
    shared: bool = False
    seen: int | None = None
    ticket: str | None = None


def perform(subject: Subject, action: str, actor: Actor, now: datetime, **asked: Any) -> LogEntry:
    """Take one step with a file, a letter, a client or a point on an agenda, and return its entry in the log.

    `fields` is what the form brings and `remark` what the person adds; `shared` lets the other
    organisation read the remark; `seen` is the version the person looked at; `ticket` makes a
    form that is sent twice count once. Raises StepRefused with every reason, or Conflict when
    somebody was first; then nothing has changed.
    """
    return perform_all([(subject, Request(action, **asked))], actor, now)[0]


def perform_all(steps: Sequence[tuple[Subject, Request]], actor: Actor, now: datetime) -> list[LogEntry]:
    """Take several steps together, all of them or none; the first that is refused refuses them all."""
    when, entries = Moment(now, actor), list[LogEntry]()
    asked = [(subject.id, subject.kind, request) for subject, request in steps]
    try:
        for subject, request in steps:
            entries.append(_attempt(subject, request, when))
        db.session.commit()
    except (StepRefused, LetterRefused) as refused:
        db.session.rollback()
        subject_id, kind, request = asked[len(entries)]
        _keep_refusal(subject_id, kind, request.action, when, refused)
        raise StepRefused(refused.reasons) from refused
    except (StaleDataError, IntegrityError) as error:
        db.session.rollback()
        return [_lost_the_race(subject_id, request, when, error) for subject_id, _kind, request in asked]
    except BaseException:
        db.session.rollback()
        raise
    return entries


def catch_up(case: Case, now: datetime) -> None:
    """Take the automatic steps that time made possible for a file."""
    _lock(case)
    with db.session.no_autoflush:
        settle(case, Moment(now, SYSTEM))
    db.session.commit()


def tell_of_changes(client: Client, now: datetime) -> list[str]:
    """Write the changes of direction that time made for a client; return the references of what was written."""
    _lock(client)
    written = directions.tell(client, Moment(now, SYSTEM))
    db.session.commit()
    return written


def _attempt(subject: Subject, request: Request, when: Moment) -> LogEntry:
    _lock(subject)
    if request.seen != subject.version:  # a form that was sent before has moved the version itself
        if done := _once(subject.id, request, when):
            return done
        if request.seen is not None:
            raise Conflict(_since(subject.id, request.seen))
    with db.session.no_autoflush:
        if isinstance(subject, Client) and subject.state != NEW:
            directions.remember(subject, when)
        subject.remark = request.remark
        subject.fill(request.fields)
        entry = take(subject, request.action, when, request.fields, request.shared, request.ticket)
        settle(subject, when)
    if isinstance(subject, Client):
        directions.tell(subject, when)
    return entry


def _once(subject_id: str, request: Request, when: Moment) -> LogEntry | None:
    """Return what the same form did before, when it is sent twice; with other words it is another form."""
    done = db.session.query(LogEntry).filter_by(ticket=request.ticket).first() if request.ticket else None
    if done is None:
        return None
    asked = (when.actor.person_id, request.action, request.remark, chain.canonical(request.fields))
    same_place = done.source == NEW or done.subject_id == subject_id
    if not same_place or asked != (done.actor_id, done.action, done.remark, done.fields):
        raise Conflict([done])
    return done


def _lost_the_race(subject_id: str, request: Request, when: Moment, error: Exception) -> LogEntry:
    """Find out what happened at the same instant: the same form, somebody else's step, or a mistake of ours."""
    if done := _once(subject_id, request, when):
        return done
    if entries := _since(subject_id, request.seen or 0):
        raise Conflict(entries) from error
    raise error


def _lock(subject: Subject) -> None:
    """Make others wait until this step is done; SQLite does so by its write lock."""
    if subject.state == NEW or db.engine.dialect.name != "postgresql":
        return
    chains = [subject.chain, *{point.chain for point in getattr(subject.chain, "followers", [])} - {subject.chain}]
    for row in (*chains, *([] if subject in chains else [subject])):
        db.session.expire(row)  # also what was read of its rows before the others were done
        db.session.refresh(row, with_for_update=True)


def _since(subject_id: str, seen: int) -> Sequence[LogEntry]:
    query = db.session.query(LogEntry).filter(LogEntry.subject_id == subject_id, LogEntry.version > seen)
    return query.order_by(LogEntry.number).all()


def _keep_refusal(subject_id: str, kind: str, action: str, when: Moment, refused: StepRefused | LetterRefused) -> None:
    db.session.add(
        Refusal(
            at=when.now,
            actor_id=when.actor.person_id,
            subject_kind=kind,
            subject_id=subject_id,
            action=action,
            reasons="\n".join(str(reason) for reason in refused.reasons),
        )
    )
    db.session.commit()
