"""The page of the committee: its house rules, who sits in it and until when, and what changed."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from sqlalchemy import select

from forms.access import moment, open_to, visible_sessions
from forms.committee.house_forms import RulesForm, place_name
from workflow.models import BcsdSession, Committee, CommitteeChange, Organisation, db
from workflow.moment import Moment
from workflow.procedures.session import CONVENED, SESSION
from workflow.roles import BCSD, Kind, Role

bp = Blueprint("house", __name__, url_prefix="/comite")

KEEPERS = (Role.BCSD_SECRETARY, Role.ADMINISTRATOR)
"""Who keeps the house rules and the seats."""

READERS = (*KEEPERS, *BCSD, Role.TEAM_LEAD, Role.DIRECTOR_GENERAL)

PAGE = 25


def house(when: Moment) -> Committee:
    """Return the committee of this house; while it is being changed others wait. Only a welfare centre has one."""
    organisation = db.session.get_one(Organisation, when.actor.organisation_id)
    if organisation.kind != Kind.OCMW:
        abort(404)
    writes = request.method == "POST"
    found = db.session.get(Committee, organisation.id, with_for_update=writes)
    if found is None:
        start = {"short_convocation": False, "names_in_minutes": False, "second_convocation": True, "digital": False}
        found = Committee(organisation_id=organisation.id, standing_points="", **start)
        if writes:
            db.session.add(found)
    return found


@bp.get("")
@open_to(*READERS)
def show() -> ResponseReturnValue:
    """Show who sits in the committee, its house rules, the sessions that were convened, and what changed."""
    when = moment()
    committee = house(when)
    changes = _changes(committee, request.args.get("na", ""))
    return render_template(
        "committee/show.html",
        committee=committee,
        sitting={seat.number: seat for seat in committee.sitting_on(when.today)},
        coming=[seat for seat in committee.seats if seat.from_on > when.today],
        former=[seat for seat in reversed(committee.seats) if seat.until_on and seat.until_on < when.today],
        convened=_convened(committee),
        readable={each.id for each in db.session.scalars(visible_sessions(when)).unique()},
        workflow=SESSION,
        changes=changes[:PAGE],
        following=changes[PAGE - 1].id if len(changes) > PAGE else "",
        may_change=bool(when.actor.role_for(KEEPERS)),
        place_name=place_name,
        when=when,
    )


def _changes(committee: Committee, after: str) -> list[CommitteeChange]:
    query = select(CommitteeChange).where(CommitteeChange.organisation_id == committee.organisation_id)
    if after:
        query = query.where(CommitteeChange.id < after)
    return list(db.session.scalars(query.order_by(CommitteeChange.id.desc()).limit(PAGE + 1)))


def _convened(committee: Committee) -> list[BcsdSession]:
    """Return the sessions that were convened and are not over."""
    ours = select(BcsdSession).where(BcsdSession.owner_id == committee.organisation_id)
    query = ours.where(BcsdSession.state.in_(CONVENED)).order_by(BcsdSession.held_on)
    return list(db.session.scalars(query).unique())


@bp.route("/reglement", methods=["GET", "POST"])
@open_to(*KEEPERS)
def rules() -> ResponseReturnValue:
    """Change what the house rules leave open."""
    when = moment()
    committee = house(when)
    form = RulesForm.of(committee)
    if not form.validate_on_submit():
        return asked(form, _("Huishoudelijk reglement"), convened=_convened(committee))
    changed = form.keep(committee)
    return kept(committee, " ".join(changed), when)


def asked(form: FlaskForm, title: str, **more: Any) -> ResponseReturnValue:
    """Show the form; again with all that was typed when it could not be kept."""
    return render_template("committee/form.html", form=form, title=title, **more), 422 if form.errors else 200


def kept(committee: Committee, what: str, when: Moment) -> ResponseReturnValue:
    """Write down who changed what, and go back to the committee; a form that changed nothing leaves no line."""
    if what:
        person_id = when.actor.person_id
        assert person_id, "only a person changes the committee"
        db.session.flush()
        change = CommitteeChange(organisation_id=committee.organisation_id, at=when.now, person_id=person_id, what=what)
        db.session.add(change)
        db.session.commit()
        flash(_("Bewaard."))
    return redirect(url_for("house.show"))
