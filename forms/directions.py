"""Changes of direction are written once, by the office itself: by the clock, or as soon as a fact is noted."""

from typing import Any

from forms.step import settle, take
from workflow.competence import Body
from workflow.directions import Change, untold
from workflow.models import Client, Direction, Organisation, db
from workflow.models.database import FAR_AWAY
from workflow.moment import Moment
from workflow.opening import new_case
from workflow.procedures.direction import DIRECTION
from workflow.roles import Kind
from workflow.terms import ONE_DAY
from workflow.timeline import changed_on, changes_after


def remember(client: Client, when: Moment) -> None:
    """Take what holds today as what both organisations know, when nothing was told of a client yet."""
    if client.told_on is None:
        _told(client, when)


def tell(client: Client, when: Moment) -> list[str]:
    """Write every change that is due and was not told yet, in the order of their days; return the references.

    What is noted on the day a client enters the register is what he comes in with, and no change.
    """
    remember(client, when)
    written: list[str] = []
    if client.state == "lopend" and client.entered_on != when.today and _joint(client):
        _revoke(client, when)
        written = [_write(client, change, when) for change in _untold(client, when)]
    _told(client, when)
    return written


def _joint(client: Client) -> bool:
    """Say whether welfare centre and agency both know a client: only then are there two to be told."""
    known = db.session.query(Organisation.kind).filter(Organisation.id.in_(client.known_to))
    return {Kind.OCMW, Kind.AGENCY} <= {kind for (kind,) in known}


def _told(client: Client, when: Moment) -> None:
    """Remember what holds today, and on which day that changes next."""
    facts = client.dated
    client.told_directs, client.told_sanctions = facts.competence_on(when.today).outcome
    client.told_on = when.today
    client.next_change_on = next((day for day, _found in changes_after(facts, when.today)), FAR_AWAY)


def _messages(client: Client) -> list[Direction]:
    """Return the messages about a client that were not revoked, the oldest first."""
    query = db.session.query(Direction).filter(Direction.changed_client_id == client.id, Direction.state != "herroepen")
    return query.order_by(Direction.id).all()


def _revoke(client: Client, when: Moment) -> None:
    """Take back the open messages that the facts no longer make: what was told before them holds again."""
    for message in reversed(_messages(client)):
        if message.state == "gemeld" and not message.still_so:
            take(message, "herroep", when.by_system(), {})
            settle(message, when)
            assert client.told_on
            client.told_directs, client.told_sanctions = message.before
            client.told_on = min(client.told_on, message.effective_on - ONE_DAY)


def _untold(client: Client, when: Moment) -> list[Change]:
    assert client.told_on and client.told_directs and client.told_sanctions
    told = (Body(client.told_directs), Body(client.told_sanctions))
    last = max((message.effective_on for message in _messages(client)), default=None)
    return untold(client.dated, told, client.told_on, when.today, last)


def _write(client: Client, change: Change, when: Moment) -> str:
    """Open the file that tells both organisations of a change."""
    by_system = when.by_system()
    case = new_case(db.session(), DIRECTION, client, by_system)
    fields = _fields(client, change)
    case.remark = ""
    case.fill(fields)
    take(case, "meld", by_system, fields)
    settle(case, by_system)
    db.session.flush()
    return case.reference


def _fields(client: Client, change: Change) -> dict[str, Any]:
    """State the change and what it rests on, as both will still read it when the facts have changed."""
    facts, day = client.dated, change.effective_on
    same_day = db.session.query(Direction).filter_by(changed_client_id=client.id, effective_on=day)
    earlier = same_day.order_by(Direction.round.desc()).first()
    lost = change.before[1] is Body.OCMW and change.after.sanctions is not Body.OCMW
    return {
        "changed_client_id": client.id,
        "effective_on": day,
        "round": earlier.round + 1 if earlier else 1,
        "corrects_id": earlier.id if earlier else None,
        "directs_before": change.before[0],
        "sanctions_before": change.before[1],
        "directs_after": change.after.directs,
        "sanctions_after": change.after.sanctions,
        "article": change.after.article,
        "reading": facts.counts,
        "basis": {
            "reasons": [str(reason) for reason in facts.competence_on(day).reasons],
            "changed": [str(each) for each in changed_on(facts, day)],
            "in_dialogue": change.after.in_dialogue,
        },
        "concerned": _running(client) if lost else [],
    }


def _running(client: Client) -> list[dict[str, str]]:
    """Name the sanction files of the welfare centre that run."""
    running = (s for s in client.sanctions if s.closed_on is None and s.sanctioning is Body.OCMW)
    return [{"id": each.id, "reference": each.reference} for each in running]
