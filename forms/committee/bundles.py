"""The reading bundle of a session: one PDF with every point and piece, for who reads it tonight on a tablet."""

from dataclasses import dataclass
from datetime import timedelta

from flask import Blueprint, Response, abort, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from forms.access import moment, open_to
from forms.committee import bundle_making, bundle_shelf
from forms.committee.bundle_plan import FACTS, draw_up
from forms.committee.rows import WHOLE, find, readable_points
from forms.committee.summons import my_seat
from forms.committee.viewing import note_viewing
from letters.reading.plan import Plan
from workflow.models import BcsdSession, Bundle, db, new_id
from workflow.models.bundle import MAKING, READY
from workflow.moment import Moment
from workflow.procedures.session import READING
from workflow.roles import BCSD, Role

bp = Blueprint("bundles", __name__, url_prefix="/zittingen/<reference>/bundel")

READERS = (*BCSD, Role.BCSD_SECRETARY)

SILENT = timedelta(minutes=5)
"""After so long without progress the making is taken for dead: whoever made it was stopped half way."""

QUARTERS = 4
"""A screen reader hears of the progress so many times."""


@dataclass(frozen=True)
class Standing:
    """How the bundle of a reader stands: being made, there to take, or to be made (again), and why."""

    bundle: Bundle | None
    going: bool
    there: bool
    closed: bool

    @property
    def broken_off(self) -> bool:
        """Whether a bundle was asked for that will not come."""
        return self.bundle is not None and not (self.going or self.there or self.closed)


@bp.app_template_global()
def takes_home(session: BcsdSession) -> bool:
    """Say whether the reader of this page may take a bundle of a session: he has a seat in it, or he is its secretary.

    Only while the members read and meet: access ends with the session.
    """
    when = moment()
    seated = my_seat(session, when) is not None or Role.BCSD_SECRETARY in when.actor.roles
    return session.state in READING and seated


def _find(reference: str, when: Moment) -> BcsdSession:
    session = find(reference, when, *WHOLE, FACTS)
    if not takes_home(session):
        abort(404)
    return session


def _standing(session: BcsdSession, when: Moment) -> Standing:
    """Look how the bundle of this reader stands; one with a point that was closed to him since is closed too."""
    bundle = db.session.scalar(
        select(Bundle).where(Bundle.session_id == session.id, Bundle.person_id == when.actor.person_id)
    )
    if bundle is None:
        return Standing(None, going=False, there=False, closed=False)
    closed = not set(bundle.points) <= readable_points(session, when)
    going = bundle.state == MAKING and when.now - bundle.moved_at < SILENT
    there = bundle.state == READY and not closed and bundle_shelf.file_of(bundle) is not None
    return Standing(bundle, going, there, closed and not going)


@bp.get("")
@open_to(*READERS)
def show(reference: str) -> ResponseReturnValue:
    """Show what the bundle of this reader holds, how far its making is, and where to take it."""
    when = moment()
    session = _find(reference, when)
    standing, plan = _standing(session, when), draw_up(session, when)
    return render_template(
        "session/bundle.html",
        session=session,
        plan=plan,
        standing=standing,
        outdated=standing.there and standing.bundle and standing.bundle.contents != plan.contents,
        quarter=_quarter(standing.bundle),
    )


def _quarter(bundle: Bundle | None) -> int:
    return bundle.done * QUARTERS // bundle.total if bundle else 0


@bp.post("")
@open_to(*READERS)
def make(reference: str) -> ResponseReturnValue:
    """Begin to make a bundle, in the place of the one before; one that is being made is waited for."""
    when = moment()
    session = _find(reference, when)
    standing = _standing(session, when)
    if not standing.going:
        _begin(session, standing.bundle, draw_up(session, when), when)
    return redirect(url_for("bundles.show", reference=reference))


def _begin(session: BcsdSession, former: Bundle | None, plan: Plan, when: Moment) -> None:
    if former is not None:
        bundle_shelf.drop(former)
        db.session.flush()
    bundle_id = new_id()
    bundle = Bundle(
        id=bundle_id,
        session_id=session.id,
        person_id=when.actor.person_id,
        total=plan.total,
        points=[point.item_id for point in plan.points],
        contents=plan.contents,
        made_at=when.now,
        moved_at=when.now,
    )
    db.session.add(bundle)
    try:
        db.session.commit()
    except IntegrityError:  # asked for twice at the same instant: the first one is made
        db.session.rollback()
        return
    bundle_making.start(bundle_id, plan)


@bp.get("/stand")
@open_to(*READERS)
def progress(reference: str) -> ResponseReturnValue:
    """Tell a page that lies open how far the making is, and to be read again when it is over."""
    when = moment()
    session = _find(reference, when)
    standing = _standing(session, when)
    if not standing.going or standing.bundle is None:
        return Response("", headers={"HX-Refresh": "true"})
    quarter = _quarter(standing.bundle)
    return render_template(
        "session/_making.html",
        session=session,
        bundle=standing.bundle,
        quarter=quarter,
        told=request.args.get("kwart") != str(quarter),
    )


@bp.get("/bundel.pdf")
@open_to(*READERS)
def download(reference: str) -> ResponseReturnValue:
    """Hand a bundle over to its own reader, while he may read all that is in it; that he took it is written down."""
    when = moment()
    session = _find(reference, when)
    standing = _standing(session, when)
    path = bundle_shelf.file_of(standing.bundle) if standing.there and standing.bundle else None
    if path is None:
        abort(404)
    note_viewing([session.id], f"{session.reference}/bundel", when)
    name = f"bundel-{session.reference}.pdf"
    return send_file(path, "application/pdf", as_attachment=True, download_name=name, conditional=False)
