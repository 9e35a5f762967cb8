"""What a warm hand-over has beside its file: the report by domain of life, and the meeting for a calendar."""

import re
from collections import Counter
from datetime import datetime, time, timedelta

from flask import Blueprint, Response, abort, render_template
from flask.typing import ResponseReturnValue
from icalendar import Calendar, Event
from sqlalchemy import func, select

from forms.access import moment, one_or_404, open_to, visible_cases
from workflow.handoff import OUTCOME_TITLES
from workflow.life_domains import DOMAIN_TITLES
from workflow.models import Case, HandoffNeed, WarmHandoff, db
from workflow.moment import BRUSSELS, Moment
from workflow.roles import Role
from workflow.wording import N_

bp = Blueprint("handoffs", __name__, url_prefix="/overdrachten")

PARTIES = (Role.COUNSELLOR, Role.CONTACT_POINT, Role.SOCIAL_WORKER, Role.TEAM_LEAD, Role.CLERK)
"""Who works on hand-overs, at both organisations."""

REPORTED_TO = (Role.COUNSELLOR, Role.CONTACT_POINT, Role.TEAM_LEAD)
"""Who reads how many needs there are."""

RUNNING, WITHDRAWN = "lopend", "ingetrokken"
COLUMNS = {RUNNING: N_("Loopt nog"), **OUTCOME_TITLES, WITHDRAWN: N_("Ingetrokken")}
"""How a hand-over can stand, in the order of the report."""

AN_HOUR = timedelta(hours=1)


@bp.get("")
@open_to(*REPORTED_TO)
def report() -> ResponseReturnValue:
    """Count the needs in the hand-overs somebody may read: by domain of life, and by how they ended (SWO art. 2)."""
    counted = _counted(moment())
    rows = [
        (title, [counted[domain, column] for column in COLUMNS], sum(counted[domain, column] for column in COLUMNS))
        for domain, title in DOMAIN_TITLES.items()
    ]
    totals = [sum(row[1][place] for row in rows) for place in range(len(COLUMNS))]
    return render_template("warm_handoff/report.html", columns=COLUMNS.values(), rows=rows, totals=totals)


def _counted(when: Moment) -> Counter[tuple[str, str]]:
    """Return how many needs there are, by domain and by how the hand-over stands."""
    seen = visible_cases(when).where(Case.kind == "warm_handoff").with_only_columns(Case.id).correlate(None)
    query = (
        select(HandoffNeed.domain, WarmHandoff.state, WarmHandoff.outcome, func.count())
        .join(HandoffNeed.case)
        .where(HandoffNeed.case_id.in_(seen))
        .group_by(HandoffNeed.domain, WarmHandoff.state, WarmHandoff.outcome)
    )
    counted: Counter[tuple[str, str]] = Counter()
    for domain, state, outcome, number in db.session.execute(query):
        counted[domain, WITHDRAWN if state == WITHDRAWN else outcome or RUNNING] += number
    return counted


@bp.get("/<reference>/kennismaking.ics")
@open_to(*PARTIES)
def meeting(reference: str) -> ResponseReturnValue:
    """Give the meeting as an appointment for a calendar: with the number of the file and without a name."""
    when = moment()
    query = visible_cases(when).where(WarmHandoff.reference == reference, WarmHandoff.kind == "warm_handoff")
    case: WarmHandoff = one_or_404(query)
    if case.state != "gepland":
        abort(404)
    headers = {"Content-Disposition": f'attachment; filename="{case.reference}.ics"'}
    return Response(_appointment(case, when), mimetype="text/calendar", headers=headers)


def _appointment(case: WarmHandoff, when: Moment) -> bytes:
    """Write the appointment; it lasts an hour, and a new date replaces the one somebody already has."""
    assert case.meeting_on and case.meeting_time
    hour, minute = map(int, re.findall(r"\d+", case.meeting_time))
    begins = datetime.combine(case.meeting_on, time(hour, minute), BRUSSELS)
    event = Event()
    event.add("uid", f"{case.id}@handreiking")
    event.add("sequence", case.version)
    event.add("dtstamp", when.now)
    event.add("dtstart", begins)
    event.add("dtend", begins + AN_HOUR)
    event.add("summary", f"Kennismaking {case.reference}")
    event.add("location", case.meeting_place)
    calendar = Calendar()
    calendar.add("prodid", "-//Handreiking//NL")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
