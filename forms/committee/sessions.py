"""The sessions of the committee: their list, the page of one, its invitation for a calendar, its draft minutes."""

from collections import defaultdict
from datetime import timedelta
from io import BytesIO
from typing import Any

from flask import Blueprint, Response, abort, current_app, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from icalendar import Calendar, Event
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import joinedload, lazyload, load_only, selectinload

from forms import case_page
from forms.access import moment, one_or_404, open_to, visible_points, visible_sessions
from forms.committee.summons import my_seat
from forms.procedures.session import on_the_clock
from forms.texts import translated
from letters import session_draft
from workflow.deliberation import CHOICE_TITLES, Tally
from workflow.models import (
    AgendaItem,
    Attendance,
    Ballot,
    BcsdSession,
    Case,
    Client,
    Committee,
    LogEntry,
    Organisation,
    Person,
    Reading,
    Sanction,
    Seat,
    db,
)
from workflow.models.agenda_item import BUSY, ENDED
from workflow.moment import Moment
from workflow.procedures.agenda_item import AGENDA_ITEM
from workflow.procedures.post import POST
from workflow.procedures.session import LEAD, MEETING, READS, SESSION
from workflow.roles import BCSD, Role

bp = Blueprint("sessions", __name__, url_prefix="/zittingen")

HOURS = timedelta(hours=3)
"""How long a session is in a calendar."""

_SEATS = joinedload(BcsdSession.owner).joinedload(Organisation.committee).selectinload(Committee.seats)
ROOM = (selectinload(BcsdSession.attendances), _SEATS.options(lazyload(Seat.person), lazyload(Seat.substitutions)))
"""Who sits in a session and who of them is in the room, to be counted and not named."""

AGENDA = (
    selectinload(BcsdSession.items).options(
        lazyload(AgendaItem.session),
        selectinload(AgendaItem.case).options(
            load_only(Sanction.reference, Sanction.agenda_item_id),
            joinedload(Sanction.client).load_only(Client.first_name, Client.last_name),
            joinedload(Sanction.handler).load_only(Person.first_name, Person.last_name),
        ),
        selectinload(AgendaItem.recusals),
        selectinload(AgendaItem.minutes_of),
    ),
    selectinload(BcsdSession.attendances),
    _SEATS,
)
"""What the page of a session shows, read at once: no vote and no reading of every single member."""

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
    session = find(reference, when, *AGENDA)
    seat, counts = my_seat(session, when), tallies(AgendaItem.session_id == session.id)
    leads = bool(when.actor.roles & set(LEAD))
    entries = [each for each in case_page.entries_of(session) if each.action not in OF_ONE_MEMBER]
    return render_template(
        "session/show.html",
        session=session,
        state=SESSION.state(session.state),
        offers=case_page.offers(SESSION, session, when),
        turns=case_page.turns(session, when),
        busy=next((item for item in session.items if item.busy), None),
        last=_last_counted(session, counts),
        tallies=counts,
        readings=_readings(session) if leads else {},
        second=_second_of(session) if session.state == "onvoltallig" else None,
        stands={state.key: translated(state.short) for state in AGENDA_ITEM.states},
        item_offers={item.id: case_page.offers(AGENDA_ITEM, item, when) for item in session.items if item.busy},
        readable=readable_points(session, when),
        seat=seat,
        leads=leads,
        letters=case_page.letters_of(session, when),
        letter_state=POST.state,
        lines=case_page.history(session, entries, when) if not seat or when.actor.roles - set(BCSD) else [],
        points={item.id: item.position for item in session.items},
        terms={term.name: term for term in SESSION.terms},
        choice_titles=CHOICE_TITLES,
        phase=phase_of(session),
        when=when,
    )


def _second_of(session: BcsdSession) -> BcsdSession | None:
    """Return the session to which the points went when the committee was not in number."""
    return db.session.scalars(select(BcsdSession).where(BcsdSession.origin_id == session.id).limit(1)).first()


def readable_points(session: BcsdSession, when: Moment) -> set[str]:
    """Return the points of a session that a reader may read: never one in which he has an interest."""
    points = visible_points(when).where(AgendaItem.session_id == session.id)
    return set(db.session.scalars(points.with_only_columns(AgendaItem.id)))


def tallies(among: ColumnElement[bool]) -> dict[str, Tally]:
    """Return the count of every vote that was closed among some points, by point."""
    votes = select(Ballot.item_id, Ballot.choice).join(Ballot.item).where(among, AgendaItem.state != "stemming")
    choices: dict[str, list[str]] = defaultdict(list)
    for item_id, choice in db.session.execute(votes):
        choices[item_id].append(choice)
    return {item_id: Tally.of(each) for item_id, each in choices.items()}


def _readings(session: BcsdSession) -> dict[str, int]:
    """Return how many members read every point."""
    read = (
        select(Reading.item_id, func.count().label("members"))
        .join(Reading.item)
        .where(AgendaItem.session_id == session.id)
    )
    return {row.item_id: row.members for row in db.session.execute(read.group_by(Reading.item_id))}


def _last_counted(session: BcsdSession, counts: dict[str, Tally]) -> AgendaItem | None:
    """Return the item of which the vote was closed last."""
    counted = [item for item in session.items if item.id in counts and item.treated_at]
    return max(counted, key=lambda item: item.treated_at, default=None)  # type: ignore[arg-type, return-value]


def phase_of(session: BcsdSession) -> str:
    """Say in a few signs how far a session is: a page that knows another one is read again."""
    points = select(AgendaItem.id, AgendaItem.state, AgendaItem.version).where(AgendaItem.session_id == session.id)
    known = db.session.execute(points.order_by(AgendaItem.position)).all()
    busy = [f"{point.id[-6:]}{point.state}{point.version}" for point in known if point.state in BUSY]
    ended = sum(point.state in ENDED for point in known)
    return f"{session.state}-{ended}-{len(session.room.there)}-{''.join(busy)}"


@bp.get("/<reference>/stand")
@open_to(*READS)
def standing(reference: str) -> ResponseReturnValue:
    """Tell a page that lies open how the vote stands, and to be read again when the session went on.

    It asks every three seconds: as long as the log of the session is no longer than it knew, there is nothing to tell.
    """
    when = moment()
    this_one = visible_sessions(when).where(Case.reference == reference)
    if request.args.get("log") == str(one_or_404(this_one.with_only_columns(Case.entries))):
        return Response(status=204)
    session = find(reference, when, *ROOM)
    phase, busy = phase_of(session), _busy_point(session)
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
    event.add("url", url_for("sessions.show", reference=reference, _external=True))
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
    if session.state not in (*MEETING, "gesloten"):
        abort(404)
    paper = session_draft.minutes(db.session(), session, when, current_app.config["PUBLIC_URL"])
    data = paper.docx if kind == "docx" else paper.pdf.data
    name = f"ontwerp-notulen-{reference}.{kind}"
    return send_file(BytesIO(data), download_name=name, as_attachment=kind == "docx")


def entries_of_point(item: AgendaItem) -> list[LogEntry]:
    """Return the log of one point, the newest first."""
    query = select(LogEntry).where(LogEntry.subject_id == item.id).order_by(LogEntry.number.desc())
    return list(db.session.scalars(query))
