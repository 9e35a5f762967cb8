"""To which sessions a member of the committee is summoned, and what he reads there.

A point in which he has an interest is not among it. These are rules for a query; what somebody reads at a desk
stands in `forms.access`.
"""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Select, and_, or_, select, true
from sqlalchemy.orm import aliased

from workflow.models import AgendaItem, BcsdSession, Case, Letter, Recusal, Seat, Substitution
from workflow.moment import Actor, Moment
from workflow.procedures.session import ALL, NOT_OVER, SESSION
from workflow.roles import BCSD

FILE = Case.__table__
"""A file without the tables of its kind, as it stands in the question around."""

MEETING = aliased(BcsdSession, flat=True)
"""A session beside the files among which it stands itself."""

POINT = aliased(AgendaItem)
"""A point beside the one that is asked about."""


def my_seat(session: BcsdSession, when: Moment) -> Seat | None:
    """Return the seat of this person in a session, when he acts as a member of its committee."""
    return session.seat_of(when.actor.person_id) if when.actor.roles & set(BCSD) else None


def my_sessions(who: Actor, among: Collection[str] = ALL) -> Select[str]:
    """Select the sessions to which this person is summoned: he sits on a seat that day, himself or as a substitute.

    A member reads them from the convocation to the end (DLB art. 110); the chair also before and after.
    """
    day, me = MEETING.held_on, who.person_id
    stands_in = select(Substitution.id).where(Substitution.seat_id == Seat.id, Substitution.holding_on(day))
    replaced = stands_in.correlate_except(Substitution)
    by_me = replaced.where(Substitution.person_id == me)
    seated = select(Seat.id).where(
        Seat.organisation_id == MEETING.owner_id,
        Seat.holding_on(day),
        or_(by_me.exists(), and_(Seat.person_id == me, ~replaced.exists())),
    )
    states = set(SESSION.readable_in(who.roles & set(BCSD)))
    return select(MEETING.id).where(
        MEETING.state.in_(sorted(states & set(among))), MEETING.owner_id == who.organisation_id, seated.exists()
    )


def on_my_agenda(who: Actor) -> ColumnElement[bool]:
    """Choose the files on the agenda of a session to which this person is summoned, without interest of his."""
    points = select(AgendaItem.id).where(AgendaItem.case_id == FILE.c.id, my_points(who))
    return points.correlate(FILE).exists()


def is_summoned(who: Actor) -> ColumnElement[bool]:
    """Choose the sessions to which this person is summoned, one by one: a chair reads those of every year."""
    return my_sessions(who).where(MEETING.id == FILE.c.id).correlate(FILE).exists()


def my_points(who: Actor) -> ColumnElement[bool]:
    """Choose the points of the sessions to which somebody is summoned, but for those out of which he stays.

    They close with the session, also to the chair.
    """
    summoned = my_sessions(who, NOT_OVER).where(MEETING.id == AgendaItem.session_id).correlate(AgendaItem).exists()
    recused = _recused_points(who).where(POINT.id == AgendaItem.id).correlate(AgendaItem).exists()
    return and_(summoned, ~recused)


def _recused_points(who: Actor) -> Select[str]:
    """Select the points out of which this person stays, on his own seat or as a substitute that day (DLB art. 27)."""
    sat = select(Seat.id).where(Seat.person_id == who.person_id)
    stood_in = (
        select(Substitution.id)
        .where(Substitution.seat_id == Recusal.seat_id, Substitution.person_id == who.person_id)
        .where(Substitution.holding_on(MEETING.held_on))
        .correlate_except(Substitution)
    )
    points = select(POINT.id).join(Recusal, Recusal.item_id == POINT.id).join(MEETING, MEETING.id == POINT.session_id)
    return points.where(or_(Recusal.seat_id.in_(sat), stood_in.exists()))


def convocation_open(who: Actor) -> ColumnElement[bool]:
    """Leave out the convocation, with its drafts, for a member who stays out of a point, and for all after the end."""
    if not who.roles & set(BCSD):
        return true()
    recused = _recused_points(who).where(POINT.session_id == Letter.case_id).correlate(Letter).exists()
    of_the_letter = select(MEETING.id).where(MEETING.id == Letter.case_id, MEETING.state.in_(NOT_OVER))
    not_over = of_the_letter.correlate(Letter).exists()
    return or_(Letter.name != "oproeping", and_(~recused, not_over))


def minutes_to_approve(who: Actor) -> ColumnElement[bool]:
    """Choose the minutes that stand on the agenda of a session to which this person is summoned."""
    asked = select(AgendaItem.id).where(AgendaItem.minutes_of_id == Letter.case_id, my_points(who)).correlate(Letter)
    return and_(Letter.name == "notulen", Letter.state == "ondertekend", asked.exists())
