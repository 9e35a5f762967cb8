"""What the pages of a session read, at once: a session of an evening is hundreds of rows."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select
from sqlalchemy.orm import joinedload, lazyload, load_only, selectinload

from forms.access import one_or_404, visible_points, visible_sessions
from workflow.deliberation import Tally
from workflow.models import (
    AgendaItem,
    Attendance,
    Ballot,
    BcsdSession,
    Case,
    Committee,
    Organisation,
    Sanction,
    Seat,
    db,
)
from workflow.models.agenda_item import BUSY, ENDED
from workflow.moment import Moment

_SEATS = joinedload(BcsdSession.owner).joinedload(Organisation.committee).selectinload(Committee.seats)
ROOM = (selectinload(BcsdSession.attendances), _SEATS.options(lazyload(Seat.person), lazyload(Seat.substitutions)))
"""Who sits in a session and who of them is in the room, to be counted and not named."""

AGENDA = (
    selectinload(BcsdSession.items).options(lazyload(AgendaItem.session), joinedload(AgendaItem.recusals)),
    selectinload(BcsdSession.attendances),
    joinedload(BcsdSession.opened_by),
    _SEATS,
)
"""What the page of a session shows, read at once: no vote and no reading of every single member."""

TO_MOVE = selectinload(BcsdSession.items).options(
    selectinload(AgendaItem.case).options(
        load_only(Sanction.reference, Sanction.agenda_item_id),
        lazyload(Sanction.client),
        lazyload(Sanction.handler),
    )
)
"""Whether the file of every point still stands under it: after each step the points that can move by themselves do."""

WHOLE = (
    selectinload(BcsdSession.items).options(
        joinedload(AgendaItem.case.of_type(Sanction)).options(
            joinedload(Sanction.client), joinedload(Sanction.handler), selectinload(Sanction.decisions)
        ),
        selectinload(AgendaItem.ballots),
        selectinload(AgendaItem.recusals),
        selectinload(AgendaItem.readings),
        joinedload(AgendaItem.minutes_of),
    ),
    selectinload(BcsdSession.attendances).joinedload(Attendance.person),
    _SEATS,
)
"""All that a session said and did, read at once."""


def find(reference: str, when: Moment, *options: Any) -> BcsdSession:
    """Return a session this person may read, or say that it does not exist."""
    session: BcsdSession = one_or_404(visible_sessions(when).where(Case.reference == reference).options(*options))
    return session


def readable_points(session: BcsdSession, when: Moment) -> set[str]:
    """Return the points of a session that a reader may read: never one in which he has an interest."""
    points = visible_points(when).where(AgendaItem.session_id == session.id)
    return set(db.session.scalars(points.with_only_columns(AgendaItem.id)))


def tallies(among: ColumnElement[bool]) -> dict[str, Tally]:
    """Return the count of every vote that was closed among some points, by point."""
    votes = select(Ballot.item_id, Ballot.choice, func.count()).join(Ballot.item)
    votes = votes.where(among, AgendaItem.state != "stemming").group_by(Ballot.item_id, Ballot.choice)
    choices: dict[str, Counter[str]] = defaultdict(Counter)
    for item_id, choice, members in db.session.execute(votes):
        choices[item_id][choice] = members
    return {item_id: Tally.of(each.elements()) for item_id, each in choices.items()}


def phase_of(session: BcsdSession, points: Iterable[AgendaItem | Row[str, str, int]]) -> str:
    """Say in a few signs how far a session is: a page that knows another one is read again."""
    known = list(points)
    busy = [f"{point.id[-6:]}{point.state}{point.version}" for point in known if point.state in BUSY]
    ended = sum(point.state in ENDED for point in known)
    return f"{session.state}-{ended}-{len(session.room.there)}-{''.join(busy)}"
