"""The pages every kind of file shares: show a file, take a step, open a new one."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms import case_page, deviations
from forms.access import STAFF, moment, one_or_404, open_to, sees_whole, visible_cases, visible_clients, visible_points
from forms.actions import Conflict
from forms.committee.viewing import note_reading
from forms.register import form_for
from forms.step_form import StepForm
from letters.register import LETTERS
from workflow.models import AgendaItem, BcsdSession, Case, Client, db
from workflow.moment import Moment
from workflow.opening import new_case
from workflow.procedures.post import POST
from workflow.register import CASES, WORKFLOWS
from workflow.rows import NEW, Step
from workflow.table import Workflow

bp = Blueprint("case", __name__)

PAGES = {"session": "sessions.show"}
"""The kinds of file that have a page of their own."""

FROM_SESSION = "zitting"
"""Names in an address the session from which somebody came to a file."""


def _find(reference: str, when: Moment) -> Case:
    case: Case = one_or_404(visible_cases(when).where(Case.reference == reference))
    return case


@bp.get("/dossiers/<reference>")
@open_to(*STAFF)
def show(reference: str) -> ResponseReturnValue:
    """Show one file: where it stands, what can be done, its terms, letters and history."""
    when = moment()
    case = _find(reference, when)
    if case.kind in PAGES:
        return redirect(url_for(PAGES[case.kind], reference=reference))
    note_reading(case.id, reference, when)
    workflow = WORKFLOWS[case.kind]
    everything = "alles" in request.args
    entries = case_page.entries_of(case, None if everything else case_page.LINES)
    return render_template(
        "case/show.html",
        case=case,
        workflow=workflow,
        workflows=WORKFLOWS,
        state=workflow.state(case.state),
        whole=sees_whole(case, when),
        track=case_page.track(workflow, case, case_page.first_days(case)),
        offers=case_page.offers(workflow, case, when),
        turns=case_page.turns(case, when),
        letters=case_page.letters_of(case, when),
        letter_state=POST.state,
        lines=case_page.history(case, entries, when),
        more=not everything and len(entries) == case_page.LINES,
        related=case_page.related(case, when),
        openings=[] if workflow.state(case.state).end else case_page.openings(case, when),
        deviations=deviations.used_by(case, when),
        may_read_deviations=deviations.may_read(when),
        terms={term.name: term for term in workflow.terms},
        when=when,
        overview=f"{case.kind}/_overview.html",
    )


@bp.route("/dossiers/<reference>/<action>", methods=["GET", "POST"])
@open_to(*STAFF)
def step(reference: str, action: str) -> ResponseReturnValue:
    """Ask what a step needs, and take it."""
    when = moment()
    case = _find(reference, when)
    workflow = WORKFLOWS[case.kind]
    row = _row(workflow, action, case.state, when)
    form = form_for(case.kind, action).for_step(case, when)
    outcome = form.submit(case, row, when)
    if outcome.entry:
        return redirect(_way_back(case))
    if outcome.conflict:
        return _stale(reference, action, form, outcome.conflict), outcome.status
    return _asking(workflow, row, case, form, when), outcome.status


def _row(workflow: Workflow, action: str, state: str, when: Moment) -> Step:
    """Find the row of a step; a step this person can never take does not exist for him."""
    known = [row for row in workflow.steps if row.action == action and when.actor.role_for(row.roles)]
    if not known:
        abort(404)
    return next((row for row in known if state in row.sources), known[0])


def _asking(workflow: Workflow, row: Step, case: Case, form: StepForm, when: Moment, **extra: Any) -> str:
    """Show the form, with what happens after it and what stands in the way."""
    known = case.state == NEW or case.state in row.sources
    obstacles = row.obstacles(case, when) if known and case.state != NEW else []
    return render_template(
        "case/step.html",
        case=case,
        workflow=workflow,
        step=row,
        form=form,
        obstacles=obstacles,
        blocked=request.method == "GET" and bool(obstacles or not known),
        letters=[LETTERS[name] for name in row.letters],
        possible=known,
        back=_way_back(case),
        next_state=workflow.state(row.dest_from(case.state)) if known else None,
        terms=[term for term in workflow.terms if row.action in term.starts],
        when=when,
        aside=f"{workflow.kind}/_aside.html",
        **extra,
    )


def _way_back(case: Case) -> str:
    """Return where somebody goes after a step, or without one: the file, or what a new one would come from.

    Who came from its point on an agenda goes back to that, and once it is settled to the session.
    """
    point = _point_come_from(case)
    if point:
        session = point.session.reference
        settled = url_for("sessions.show", reference=session)
        return settled if point.outcome else url_for("points.show", reference=session, item_id=point.id)
    kept = case if case.state != NEW else case.origin
    if kept:
        return url_for("case.show", reference=kept.reference)
    return url_for("clients.show", client_id=case.client.id) if case.client else url_for("worklist.show")


def _point_come_from(case: Case) -> AgendaItem | None:
    """Return the point on an agenda from which somebody came to a file, if he may read it."""
    session = request.args.get(FROM_SESSION)
    if not session or case.state == NEW:
        return None
    points = visible_points(moment()).join(AgendaItem.session).where(AgendaItem.case_id == case.id)
    return db.session.scalars(points.where(BcsdSession.reference == session)).unique().first()


def _stale(reference: str, action: str, form: StepForm, conflict: Conflict) -> str:
    """Say who did what when, and keep what was typed."""
    when = moment()
    case = _find(reference, when)
    workflow = WORKFLOWS[case.kind]
    row = _row(workflow, action, case.state, when)
    form.stale(case.version)
    return _asking(workflow, row, case, form, when, changed=case_page.history(case, conflict.entries, when))


@bp.route("/nieuw/<kind>", methods=["GET", "POST"])
@open_to(*STAFF)
def open_alone(kind: str) -> ResponseReturnValue:
    """Open a file about no client and from no other file, such as an agreement."""
    when = moment()
    workflow, row = _opener(kind, when)
    if not workflow.alone:
        abort(404)
    return _opening(workflow, row, None, None, when)


@bp.route("/nieuw/<kind>/<client_id>", methods=["GET", "POST"])
@open_to(*STAFF)
def open_new(kind: str, client_id: str) -> ResponseReturnValue:
    """Open a file about a client."""
    when = moment()
    client = one_or_404(visible_clients(when).where(Client.id == client_id))
    workflow, row = _opener(kind, when)
    if workflow.alone or workflow.beside:
        abort(404)
    return _opening(workflow, row, client, None, when)


@bp.route("/nieuw/<kind>/bij/<reference>", methods=["GET", "POST"])
@open_to(*STAFF)
def open_beside(kind: str, reference: str) -> ResponseReturnValue:
    """Open a file that comes from another one: about the same client, or about what that file is about."""
    when = moment()
    origin = _find(reference, when)
    workflow, row = _opener(kind, when)
    fits = origin.kind in workflow.beside if workflow.beside else origin.client and not workflow.alone
    if not fits:
        abort(404)
    return _opening(workflow, row, origin.client, origin, when)


def _opener(kind: str, when: Moment) -> tuple[Workflow, Step]:
    """Find the row that opens a kind of file; somebody who never opens one may not."""
    workflow = next((each for each in CASES if each.kind == kind), None) or abort(404)
    row = next(row for row in workflow.steps if NEW in row.sources)
    if not when.actor.role_for(row.roles):
        abort(403)
    return workflow, row


def _opening(
    workflow: Workflow, row: Step, client: Client | None, origin: Case | None, when: Moment
) -> ResponseReturnValue:
    with db.session.no_autoflush:
        case = new_case(db.session(), workflow, client, when, origin)
        form = form_for(workflow.kind, row.action).for_step(case, when)
        outcome = form.submit(case, row, when)
        if outcome.entry:
            opened = db.session.get_one(Case, outcome.entry.chain_id)
            return redirect(url_for("case.show", reference=opened.reference))
        if outcome.conflict:
            form.refuse(case_page.overtaken(outcome.conflict.entries))
            form.stale(case.version)
        return _asking(workflow, row, case, form, when), outcome.status
