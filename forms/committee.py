"""The sessions of the committee as the secretary plans and closes them."""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from forms.access import moment, one_or_404, open_to
from forms.case_page import offers, overtaken
from forms.register import form_for
from workflow.deliberation import CHOICE_TITLES
from workflow.models import BcsdSession, LogEntry, db
from workflow.moment import Moment
from workflow.procedures.session import READS, SESSION
from workflow.roles import Role

bp = Blueprint("committee", __name__, url_prefix="/zittingen")


def _find(reference: str, when: Moment) -> BcsdSession:
    query = select(BcsdSession).where(
        BcsdSession.reference == reference, BcsdSession.owner_id == when.actor.organisation_id
    )
    session: BcsdSession = one_or_404(query)
    return session


@bp.get("")
@open_to(*READS)
def index() -> ResponseReturnValue:
    """List the sessions, the next ones first."""
    when = moment()
    ours = db.session.query(BcsdSession).filter_by(owner_id=when.actor.organisation_id)
    coming = ours.filter(BcsdSession.held_on >= when.today).order_by(BcsdSession.held_on).limit(30).all()
    past = ours.filter(BcsdSession.held_on < when.today).order_by(BcsdSession.held_on.desc()).limit(30).all()
    may_plan = Role.BCSD_SECRETARY in when.actor.roles
    return render_template(
        "session/index.html", coming=coming, past=past, workflow=SESSION, may_plan=may_plan, when=when
    )


@bp.get("/<reference>")
@open_to(Role.BCSD_SECRETARY, Role.TEAM_LEAD, Role.DIRECTOR_GENERAL)
def show(reference: str) -> ResponseReturnValue:
    """Show a session with its agenda, its votes and its outcomes."""
    when = moment()
    session = _find(reference, when)
    return render_template(
        "session/show.html",
        session=session,
        state=SESSION.state(session.state),
        offers=offers(SESSION, session, when),
        choice_titles=CHOICE_TITLES,
        entries=db.session.query(LogEntry).filter_by(chain_id=session.id).order_by(LogEntry.number.desc()).all(),
        titles={row.action: row.title for row in SESSION.steps},
        when=when,
    )


@bp.route("/nieuw", methods=["GET", "POST"])
@open_to(Role.BCSD_SECRETARY)
def plan() -> ResponseReturnValue:
    """Plan a session."""
    when = moment()
    session = BcsdSession(owner_id=when.actor.organisation_id)
    return _step(session, "plan", when)


@bp.route("/<reference>/<action>", methods=["GET", "POST"])
@open_to(Role.BCSD_SECRETARY)
def step(reference: str, action: str) -> ResponseReturnValue:
    """Take a step with a session."""
    when = moment()
    return _step(_find(reference, when), action, when)


def _step(session: BcsdSession, action: str, when: Moment) -> ResponseReturnValue:
    row = next((row for row in SESSION.steps if row.action == action), None) or abort(404)
    form = form_for("session", action).for_step(session, when)
    outcome = form.submit(session, row, when)
    if outcome.entry:
        kept = db.session.get_one(BcsdSession, outcome.entry.chain_id)
        return redirect(url_for("committee.show", reference=kept.reference))
    if outcome.conflict:
        form.refuse(overtaken(outcome.conflict.entries))
        form.stale(session.version)
    return render_template("session/step.html", session=session, step=row, form=form, when=when), outcome.status
