"""The sessions of the committee: their list, and the page of one."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import and_, select
from sqlalchemy.orm import selectinload
from werkzeug.exceptions import NotFound

from forms import case_page
from forms.access import moment, open_to, visible_sessions
from forms.committee.agenda import Reader, lines
from forms.committee.rows import AGENDA, find, phase_of, readable_points, tallies
from forms.committee.summons import my_seat
from forms.errors import Closed
from forms.texts import translated
from workflow.deliberation import CHOICE_TITLES, Tally
from workflow.models import AgendaItem, BcsdSession, Case, db
from workflow.moment import Moment
from workflow.procedures.agenda_item import AGENDA_ITEM
from workflow.procedures.post import POST
from workflow.procedures.session import CLOSED, LEAD, NOT_OVER, READS, SESSION
from workflow.roles import BCSD, Role

bp = Blueprint("sessions", __name__, url_prefix="/zittingen")

OF_ONE_MEMBER = ("lees", "stem")
"""What each member does with each point: the page of the point tells it, that of the session would be full of it."""


@bp.get("")
@open_to(*READS)
def index() -> ResponseReturnValue:
    """List the sessions of this house, the next ones first; only those somebody is summoned to can be opened."""
    when = moment()
    ours = db.session.query(BcsdSession).filter_by(owner_id=when.actor.organisation_id)
    ours = ours.options(selectinload(BcsdSession.items))
    to_come = and_(BcsdSession.held_on >= when.today, BcsdSession.state.in_(NOT_OVER))
    coming = ours.filter(to_come).order_by(BcsdSession.held_on).limit(30).all()
    past = ours.filter(~to_come).order_by(BcsdSession.held_on.desc()).limit(30).all()
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
    try:
        session = find(reference, when, *AGENDA)
    except NotFound as nothing:
        if not _closed_to_me(reference, when):
            raise
        text = _("De zitting is gesloten: je leest ze niet meer. Haar notulen keur je goed in de volgende zitting.")
        raise Closed(text) from nothing
    seat, counts = my_seat(session, when), tallies(AgendaItem.session_id == session.id)
    reader = Reader(readable_points(session, when), seat, bool(when.actor.roles & set(LEAD)))
    return render_template(
        "session/show.html",
        session=session,
        state=SESSION.state(session.state),
        offers=case_page.offers(SESSION, session, when),
        turns=case_page.turns(session, when),
        busy=next((item for item in session.items if item.busy), None),
        last=_last_counted(session, counts),
        tallies=counts,
        agenda=list(lines(session, reader, counts)),
        movable=reader.moves_points(session),
        second=_second_of(session) if session.state == "onvoltallig" else None,
        stands={state.key: translated(state.short) for state in AGENDA_ITEM.states},
        item_offers={item.id: case_page.offers(AGENDA_ITEM, item, when) for item in session.items if item.busy},
        readable=reader.readable,
        seat=seat,
        leads=reader.leads,
        letters=case_page.letters_of(session, when),
        letter_state=POST.state,
        lines=_history(session, when) if not seat or when.actor.roles - set(BCSD) else [],
        points={item.id: item.position for item in session.items},
        terms={term.name: term for term in SESSION.terms},
        choice_titles=CHOICE_TITLES,
        phase=phase_of(session, session.items),
        when=when,
    )


def _closed_to_me(reference: str, when: Moment) -> bool:
    """Say of a session somebody may not read whether he sat in it: it closed to him at its end (DLB art. 110)."""
    closed = BcsdSession.state.in_((*CLOSED, "onvoltallig"))
    ours = select(BcsdSession).where(Case.reference == reference, Case.owner_id == when.actor.organisation_id, closed)
    session = db.session.scalars(ours).unique().first()
    return session is not None and my_seat(session, when) is not None


def _history(session: BcsdSession, when: Moment) -> list[case_page.Line]:
    """Return what happened in a session, but for what every single member did."""
    entries = [each for each in case_page.entries_of(session) if each.action not in OF_ONE_MEMBER]
    return case_page.history(session, entries, when)


def _second_of(session: BcsdSession) -> BcsdSession | None:
    """Return the session to which the points went when the committee was not in number."""
    return db.session.scalars(select(BcsdSession).where(BcsdSession.origin_id == session.id).limit(1)).first()


def _last_counted(session: BcsdSession, counts: dict[str, Tally]) -> AgendaItem | None:
    """Return the item of which the vote was closed last."""
    counted = [item for item in session.items if item.id in counts and item.voted_at]
    return max(counted, key=lambda item: item.voted_at, default=None)  # type: ignore[arg-type, return-value]
