"""What somebody takes along of a session: its invitation for a calendar, and the minutes as they stand."""

from datetime import timedelta
from io import BytesIO

from flask import Blueprint, Response, abort, current_app, send_file, url_for
from flask.typing import ResponseReturnValue
from icalendar import Calendar, Event

from forms.access import moment, open_to
from forms.committee.rows import WHOLE, find
from forms.committee.summons import my_seat
from forms.committee.viewing import note_viewing
from forms.procedures.session import on_the_clock
from letters import session_draft
from workflow.models import db
from workflow.procedures.session import MEETING, READS
from workflow.roles import Role

bp = Blueprint("session_papers", __name__, url_prefix="/zittingen/<reference>")

HOURS = timedelta(hours=3)
"""How long a session is in a calendar."""


@bp.get("/agenda.ics")
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


@bp.get("/notulen.<any(docx, pdf):kind>")
@open_to(Role.BCSD_SECRETARY, Role.BCSD_CHAIR, Role.DIRECTOR_GENERAL)
def draft_minutes(reference: str, kind: str) -> ResponseReturnValue:
    """Give the minutes as they stand while the committee meets: a draft nobody signed."""
    when = moment()
    session = find(reference, when, *WHOLE)
    if session.state not in (*MEETING, "gesloten"):
        abort(404)
    paper = session_draft.minutes(db.session(), session, when, current_app.config["PUBLIC_URL"])
    if my_seat(session, when):
        note_viewing([session.id], f"{reference}/notulen.{kind}", when)
    data = paper.docx if kind == "docx" else paper.pdf.data
    name = f"ontwerp-notulen-{reference}.{kind}"
    return send_file(BytesIO(data), download_name=name, as_attachment=kind == "docx")
