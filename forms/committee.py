"""The sessions of the committee: their list, the page of one, its invitation for a calendar, its draft minutes."""

from datetime import timedelta
from io import BytesIO
from typing import Any

from flask import Blueprint, Response, abort, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from icalendar import Calendar, Event
from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from forms import case_page
from forms.access import moment, my_seat, one_or_404, open_to, visible_points, visible_sessions
from forms.procedures.session import on_the_clock
from letters import session_draft
from workflow.deliberation import CHOICE_TITLES
from workflow.models import AgendaItem, Attendance, BcsdSession, Case, Committee, LogEntry, Organisation, Sanction, db
from workflow.moment import Moment
from workflow.procedures.agenda_item import AGENDA_ITEM
from workflow.procedures.post import POST
from workflow.procedures.session import LEAD, READS, SESSION
from workflow.register import WORKFLOWS
from workflow.roles import BCSD, Role

bp = Blueprint("committee", __name__, url_prefix="/zittingen")

HOURS = timedelta(hours=3)
"""How long a session is in a calendar."""

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
    joinedload(BcsdSession.owner).joinedload(Organisation.committee).selectinload(Committee.seats),
)
"""What the page of a session shows, read at once."""

OF_ONE_MEMBER = ("lees", "stem")
"""What each member does with each point: the page of the point tells it, that of the session would be full of it."""


def find(reference: str, when: Moment, *options: Any) -> BcsdSession:
    """Return a session this person may read, or say that it does not exist."""
    session: BcsdSession = one_or_404(visible_sessions(when).where(Case.reference == reference).options(*options))
    return session


@bp.get("")
@open_to(*READS)
def index() -> ResponseReturnValue:
    """List the sessions of this house, the next ones first; only those somebody is summoned to can be opened."""
    when = moment()
    ours = db.session.query(BcsdSession).filter_by(owner_id=when.actor.organisation_id)
    ours = ours.options(selectinload(BcsdSession.items))
    coming = ours.filter(BcsdSession.held_on >= when.today).order_by(BcsdSession.held_on).limit(30).all()
    past = ours.filter(BcsdSession.held_on < when.today).order_by(BcsdSession.held_on.desc()).limit(30).all()
    return render_template(
        "session/index.html",
        coming=coming,
        past=past,
        workflow=SESSION,
        readable={session.id for session in db.session.scalars(visible_sessions(when)).unique()},
        may_plan=Role.BCSD_SECRETARY in when.actor.roles,
        when=when,
    )


@bp.get("/<reference>")
@open_to(*READS)
def show(reference: str) -> ResponseReturnValue:
    """Show a session: where it stands, its agenda, who is there, the vote that is open."""
    when = moment()
    session = find(reference, when, *WHOLE)
    seat = my_seat(session, when)
    readable = set(db.session.scalars(select(AgendaItem.id).where(AgendaItem.id.in_(_readable(session, when)))))
    entries = [each for each in case_page.entries_of(session) if each.action not in OF_ONE_MEMBER]
    return render_template(
        "session/show.html",
        session=session,
        state=SESSION.state(session.state),
        offers=case_page.offers(SESSION, session, when),
        turns=case_page.turns(session, when),
        busy=next((item for item in session.items if item.busy), None),
        last=_last_counted(session),
        second=_second_of(session) if session.state == "onvoltallig" else None,
        item_state=AGENDA_ITEM.state,
        item_offers={item.id: case_page.offers(AGENDA_ITEM, item, when) for item in session.items if item.busy},
        readable=readable,
        seat=seat,
        leads=bool(when.actor.roles & set(LEAD)),
        letters=case_page.letters_of(session, when),
        letter_state=POST.state,
        lines=case_page.history(session, entries, when) if not seat or when.actor.roles - set(BCSD) else [],
        points={item.id: item.position for item in session.items},
        workflow=SESSION,
        workflows=WORKFLOWS,
        terms={term.name: term for term in SESSION.terms},
        track=case_page.track(SESSION, session, case_page.first_days(session)),
        choice_titles=CHOICE_TITLES,
        phase=phase_of(session),
        when=when,
    )


def _second_of(session: BcsdSession) -> BcsdSession | None:
    """Return the session to which the points went when the committee was not in number."""
    return db.session.scalars(select(BcsdSession).where(BcsdSession.origin_id == session.id).limit(1)).first()


def _readable(session: BcsdSession, when: Moment) -> Any:
    points = visible_points(when).where(AgendaItem.session_id == session.id)
    return points.with_only_columns(AgendaItem.id)


def _last_counted(session: BcsdSession) -> AgendaItem | None:
    """Return the item of which the vote was closed last."""
    counted = [item for item in session.items if item.counted and item.treated_at]
    return max(counted, key=lambda item: item.treated_at, default=None)  # type: ignore[arg-type, return-value]


def phase_of(session: BcsdSession) -> str:
    """Say in a few signs how far a session is: a page that knows another one is read again."""
    busy = [f"{item.id[-6:]}{item.state}{item.version}" for item in session.items if item.busy]
    ended = sum(item.outcome is not None for item in session.items)
    return f"{session.state}-{ended}-{len(session.room.there)}-{''.join(busy)}"


@bp.get("/<reference>/stand")
@open_to(*READS)
def standing(reference: str) -> ResponseReturnValue:
    """Tell a page that lies open how the vote stands, and to be read again when the session went on."""
    session = find(reference, moment(), *WHOLE)
    busy = next((item for item in session.items if item.busy), None)
    answer = Response(render_template("session/_standing.html", session=session, busy=busy, phase=phase_of(session)))
    if request.args.get("fase") != phase_of(session):
        answer.headers["HX-Refresh"] = "true"
    return answer


@bp.get("/<reference>/agenda.ics")
@open_to(*READS)
def invitation(reference: str) -> ResponseReturnValue:
    """Give the session for a calendar: day, hour and place, and no name of a client."""
    session = find(reference, moment())
    starts = on_the_clock(session.held_on, session.starts_at)
    event = Event()
    event.add("uid", f"{session.reference}@handreiking")
    event.add("dtstamp", starts)
    event.add("sequence", session.version)
    event.add("summary", f"Zitting BCSD {session.reference}")
    event.add("dtstart", starts)
    event.add("dtend", starts + HOURS)
    event.add("location", session.place)
    event.add("url", url_for("committee.show", reference=reference, _external=True))
    event.add("status", "CANCELLED" if session.state == "geannuleerd" else "CONFIRMED")
    calendar = Calendar()
    calendar.add("prodid", "-//Handreiking//BCSD//NL")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return Response(
        calendar.to_ical(),
        mimetype="text/calendar",
        headers={"Content-Disposition": f"attachment; filename={reference}.ics"},
    )


@bp.get("/<reference>/notulen.<any(docx, pdf):kind>")
@open_to(Role.BCSD_SECRETARY, Role.BCSD_CHAIR, Role.DIRECTOR_GENERAL)
def draft_minutes(reference: str, kind: str) -> ResponseReturnValue:
    """Give the minutes as they stand while the committee meets: a draft nobody signed."""
    when = moment()
    session = find(reference, when, *WHOLE)
    if session.state not in ("geopend", "geschorst", "gesloten"):
        abort(404)
    paper = session_draft.minutes(db.session(), session, when)
    data = paper.docx if kind == "docx" else paper.pdf.data
    name = f"ontwerp-notulen-{reference}.{kind}"
    return send_file(BytesIO(data), download_name=name, as_attachment=kind == "docx")


def entries_of_point(item: AgendaItem) -> list[LogEntry]:
    """Return the log of one point, the newest first."""
    query = select(LogEntry).where(LogEntry.subject_id == item.id).order_by(LogEntry.number.desc())
    return list(db.session.scalars(query))
