"""Who of the committee opened what of a session, and when: written down at every page that is opened.

The specific access of a member lasts from the convocation to the end of the session (DLB art. 110).
"""

from collections.abc import Sequence

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy import or_, select, tuple_
from sqlalchemy.orm import Session, joinedload

from forms.access import moment, open_to
from forms.committee.rows import find
from forms.committee.summons import my_points
from workflow.models import AgendaItem, BcsdSession, Viewing, db
from workflow.models.database import for_writing
from workflow.moment import Moment
from workflow.roles import BCSD, Role

bp = Blueprint("viewing", __name__, url_prefix="/zittingen/<reference>/inzage")

KEEPERS = (Role.BCSD_SECRETARY,)
"""Who reads what was opened: it names pieces, and the secretary reads those herself."""

PAGE = 50


def note_viewing(session_ids: Sequence[str], what: str, when: Moment) -> None:
    """Write down that somebody opened something of a session: who, what, when.

    It goes apart from what the page reads: SQLite lets a reader that others wrote past not write any more.
    """
    if not session_ids or request.method != "GET":
        return
    with for_writing(), Session(db.engine) as own:
        for session_id in session_ids:
            own.add(Viewing(session_id=session_id, person_id=when.actor.person_id, what=what, at=when.now))
        own.commit()


def note_reading(case_id: str, what: str, when: Moment) -> None:
    """Write down that a member opened a file, a letter or a piece that lies before him in a session."""
    if when.actor.roles & set(BCSD):
        about = or_(
            AgendaItem.case_id == case_id, AgendaItem.minutes_of_id == case_id, AgendaItem.session_id == case_id
        )
        lies = select(AgendaItem.session_id).where(about, my_points(when.actor)).distinct()
        note_viewing(db.session.scalars(lies).all(), what, when)


@bp.get("")
@open_to(*KEEPERS)
def show(reference: str) -> ResponseReturnValue:
    """List what was opened of a session, the last first."""
    when = moment()
    session = find(reference, when)
    seen = _seen(session, request.args.get("na", ""))
    return render_template(
        "session/viewing.html",
        session=session,
        seen=seen[:PAGE],
        following=seen[PAGE - 1].id if len(seen) > PAGE else "",
        when=when,
    )


def _seen(session: BcsdSession, after: str) -> Sequence[Viewing]:
    query = select(Viewing).where(Viewing.session_id == session.id).options(joinedload(Viewing.person))
    last = db.session.get(Viewing, after) if after else None
    if last is not None:
        query = query.where(tuple_(Viewing.at, Viewing.id) < tuple_(last.at, last.id))
    return db.session.scalars(query.order_by(Viewing.at.desc(), Viewing.id.desc()).limit(PAGE + 1)).all()
