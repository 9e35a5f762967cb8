"""What a page of a session that lies open asks every three seconds."""

from collections.abc import Sequence

from flask import Blueprint, Response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Row, select
from sqlalchemy.orm import joinedload, lazyload

from forms.access import moment, one_or_404, open_to, visible_sessions
from forms.committee.rows import ROOM, find, phase_of
from workflow.models import AgendaItem, BcsdSession, Case, db
from workflow.models.agenda_item import BUSY
from workflow.procedures.session import READS

bp = Blueprint("standing", __name__, url_prefix="/zittingen/<reference>/stand")


@bp.get("")
@open_to(*READS)
def show(reference: str) -> ResponseReturnValue:
    """Tell a page that lies open how the vote stands, and to be read again when the session went on.

    It asks every three seconds: as long as the log of the session is no longer than it knew, there is nothing to tell.
    """
    when = moment()
    this_one = visible_sessions(when).where(Case.reference == reference)
    if request.args.get("log") == str(one_or_404(this_one.with_only_columns(Case.entries))):
        return Response(status=204)
    session = find(reference, when, *ROOM)
    phase, busy = phase_of(session, _points(session)), _busy_point(session)
    point = request.args.get("punt", "")
    answer = Response(
        render_template("session/_standing.html", session=session, busy=busy, phase=phase, at_point=point)
    )
    if request.args.get("fase") != phase:
        answer.headers["HX-Redirect"] = _page_of(reference, point)
    return answer


def _page_of(reference: str, item_id: str) -> str:
    """Return the page that is read again: not what a form answered, which would send that form again."""
    if item_id:
        return url_for("points.show", reference=reference, item_id=item_id)
    return url_for("sessions.show", reference=reference)


def _busy_point(session: BcsdSession) -> AgendaItem | None:
    """Return the point that is being treated, and nothing of the others."""
    points = select(AgendaItem).where(AgendaItem.session_id == session.id, AgendaItem.state.in_(BUSY))
    read = (lazyload(AgendaItem.session), joinedload(AgendaItem.ballots), joinedload(AgendaItem.recusals))
    return db.session.scalars(points.options(*read).order_by(AgendaItem.position)).unique().first()


def _points(session: BcsdSession) -> Sequence[Row[str, str, int]]:
    """Return where every point stands, and nothing else of it."""
    points = select(AgendaItem.id, AgendaItem.state, AgendaItem.version).where(AgendaItem.session_id == session.id)
    return db.session.execute(points.order_by(AgendaItem.position)).all()
