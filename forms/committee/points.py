"""A point on the agenda, as a member reads it and as the chair and the secretary bring it to its outcome."""

import json
import re
from typing import Any
from uuid import uuid4

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from markupsafe import Markup, escape
from sqlalchemy import select

from forms import case_page
from forms.access import moment, one_or_404, open_to, visible_points
from forms.actions import Conflict
from forms.attachments import numbered_pieces
from forms.committee import private_note
from forms.committee.agenda import about
from forms.committee.rows import AGENDA, TO_MOVE, find, phase_of, readable_points
from forms.committee.summons import my_seat
from forms.committee.viewing import note_viewing
from forms.fields import cleaned
from forms.procedures.grounds import draft_shown
from forms.register import form_for
from forms.step_form import StepForm
from letters.procedures.session_facts import paragraphs
from workflow.deliberation import CHOICE_TITLES, Subject
from workflow.measures import Kind
from workflow.models import AgendaItem, Attachment, BcsdSession, LogEntry, db
from workflow.models.agenda_item import ENDED
from workflow.moment import Moment
from workflow.procedures.agenda_item import AGENDA_ITEM
from workflow.procedures.session import LEAD, READS
from workflow.roles import BCSD
from workflow.rows import Step

bp = Blueprint("points", __name__, url_prefix="/zittingen/<reference>/punten/<item_id>")


def _find(reference: str, item_id: str, when: Moment) -> tuple[BcsdSession, AgendaItem]:
    """Return a point this person may read, with its session; one with an interest of his does not exist for him."""
    session = find(reference, when, *AGENDA, *([TO_MOVE] if request.method == "POST" else []))
    item = one_or_404(visible_points(when).where(AgendaItem.id == item_id, AgendaItem.session_id == session.id))
    return session, item


@bp.get("")
@open_to(*READS)
def show(reference: str, item_id: str) -> ResponseReturnValue:
    """Show a point with everything a member needs to decide; that a member opened it is written down."""
    when = moment()
    session, item = _find(reference, item_id, when)
    seat = my_seat(session, when)
    if seat:
        note_viewing([session.id], _("Punt: %(about)s", about=about_point(item)), when)
    form = form_for("agenda_item", "stem").for_step(item, when) if seat else None
    return _page(session, item, when, vote=form)


def _page(session: BcsdSession, item: AgendaItem, when: Moment, **more: Any) -> str:
    case = item.case
    readable = readable_points(session, when)
    around = [each for each in session.items if each.id in readable]
    place = next((n for n, each in enumerate(around) if each.id == item.id), 0)
    seat = my_seat(session, when)
    decided = next((each for each in case.decisions if each.item_id == item.id), None) if case else None
    return render_template(
        "session/point.html",
        session=session,
        item=item,
        case=case,
        state=AGENDA_ITEM.state(item.state),
        offers=case_page.offers(AGENDA_ITEM, item, when),
        seat=seat,
        leads=bool(when.actor.roles & set(LEAD)),
        before=around[place - 1] if place else None,
        after=around[place + 1] if place + 1 < len(around) else None,
        pieces=numbered_pieces([case.id], when)[case.id] if case else [],
        letters=case_page.letters_of(case, when) if case else [],
        decided=decided,
        decided_lines=paragraphs(decided) if decided else [],
        draft=paragraphs(item.draft) if item.subject == Subject.DECISION else [],
        proposed=draft_shown(item.draft) | {"suspends": item.draft.get("measure") == Kind.SUSPENSION},
        limit=case.cap_on(session.held_on) if case else None,
        earlier=case.earlier_suspensions(session.held_on) if case else [],
        note=private_note.read(item, when) if seat else "",
        entries=_entries_of(item) if when.actor.roles - set(BCSD) else [],
        titles={step.action: AGENDA_ITEM.tell(step.action) for step in AGENDA_ITEM.steps},
        choice_titles=CHOICE_TITLES,
        phase=phase_of(session, session.items),
        when=when,
        **more,
    )


@bp.route("/<action>", methods=["GET", "POST"])
@open_to(*READS)
def step(reference: str, item_id: str, action: str) -> ResponseReturnValue:
    """Ask what a step needs, and take it."""
    when = moment()
    session, item = _find(reference, item_id, when)
    row = _row(action, item.state, when)
    form = form_for("agenda_item", action).for_step(item, when)
    outcome = form.submit(item, row, when)
    if outcome.entry:
        return redirect(_after(reference, item_id, action))
    if outcome.conflict:
        return _stale(session, item, row, form, outcome.conflict), outcome.status
    if action == "stem" and request.method == "POST":
        return _page(session, item, when, vote=form), outcome.status
    return _asking(session, item, row, form, when), outcome.status


def _row(action: str, state: str, when: Moment) -> Step:
    known = [row for row in AGENDA_ITEM.steps if row.action == action and when.actor.role_for(row.roles)]
    if not known:
        abort(404)
    return next((row for row in known if state in row.sources), known[0])


def _after(reference: str, item_id: str, action: str) -> str:
    """Return where somebody goes after a step: on to the next point, or out of one in which he has an interest."""
    state = db.session.scalar(select(AgendaItem.state).where(AgendaItem.id == item_id))
    if action == "meld_belang" or state in ENDED:
        return url_for("sessions.show", reference=reference)
    return url_for("points.show", reference=reference, item_id=item_id)


def _asking(session: BcsdSession, item: AgendaItem, row: Step, form: StepForm, when: Moment, **more: Any) -> str:
    possible = item.state in row.sources
    obstacles = row.obstacles(item, when) if possible else []
    return render_template(
        "session/point_step.html",
        session=session,
        item=item,
        step=row,
        form=form,
        possible=possible,
        obstacles=obstacles,
        blocked=request.method == "GET" and bool(obstacles or not possible),
        when=when,
        **more,
    )


def _stale(session: BcsdSession, item: AgendaItem, row: Step, form: StepForm, conflict: Conflict) -> str:
    """Say who did what when, and keep what was typed."""
    when = moment()
    session, item = _find(session.reference, item.id, when)
    form.stale(item.version)
    form.refuse(case_page.overtaken(conflict.entries))
    return _asking(session, item, row, form, when)


def _entries_of(item: AgendaItem) -> list[LogEntry]:
    """Return the log of one point, the newest first."""
    query = select(LogEntry).where(LogEntry.subject_id == item.id).order_by(LogEntry.number.desc())
    return list(db.session.scalars(query))


@bp.post("/nota")
@open_to(*BCSD)
def note(reference: str, item_id: str) -> ResponseReturnValue:
    """Keep what a member writes for himself."""
    when = moment()
    session, item = _find(reference, item_id, when)
    if my_seat(session, when) is None:
        abort(404)
    text, _gone = cleaned(request.form.get("note", ""))
    if len(text) > private_note.LONGEST:
        flash(_("Gebruik hoogstens %(max)s tekens.", max=private_note.LONGEST), "warn")
        return _page(session, item, when, vote=form_for("agenda_item", "stem").for_step(item, when), typed=text), 422
    private_note.write(item, text, when)
    flash(_("Nota bewaard. Alleen jij kan ze lezen."))
    return redirect(url_for("points.show", reference=reference, item_id=item_id) + "#nota")


@bp.app_template_filter()
def about_point(item: AgendaItem) -> str:
    """Say what a point is about: its title, or its subject with the file or the session."""
    return about(item, item.named)


@bp.app_template_filter()
def with_pieces(text: str, pieces: list[Attachment]) -> Markup:
    """Make a link of every "stuk 3" in a text, to the piece with that number."""
    whole = str(escape(text or ""))
    return Markup(_PIECE.sub(lambda found: _link(found, len(pieces)), whole))  # noqa: S704 - escaped above


_PIECE = re.compile(r"\b(stuk) (\d{1,3})\b", re.IGNORECASE)


def _link(found: re.Match[str], count: int) -> str:
    number = int(found[2])
    return f'<a href="#stuk-{number}">{found[0]}</a>' if 1 <= number <= count else found[0]


@bp.app_template_filter()
def draft_lines(entry: LogEntry) -> list[str]:
    """Return the paragraphs of a draft as one edit left it."""
    return [line["tekst"] for line in paragraphs(json.loads(entry.fields)["draft"])]


@bp.app_template_global()
def new_ticket() -> str:
    """Return a number of its own for a form of one button: sent twice, it counts once."""
    return uuid4().hex
