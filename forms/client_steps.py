"""Every step with the register of a client: entering him, his dated facts, which reading counts, closing."""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from forms.access import moment, one_or_404, open_to, visible_clients
from forms.case_page import overtaken
from forms.client_page import said
from forms.procedures.client_facts import CORRECTION, EndForm, OfChosenFact, StrikeForm
from forms.register import form_for
from forms.step_form import StepForm
from workflow.facts import FACTS, REGISTRARS, values_of
from workflow.models import Client, db
from workflow.models.dated_fact import DatedFact
from workflow.moment import Moment
from workflow.procedures.client import CLIENT
from workflow.rows import NEW, Step

bp = Blueprint("client_steps", __name__, url_prefix="/clienten")

IDENTITY = ("schrijf_in", "wijzig")
"""The steps whose form is that of who the client is."""
WITH_A_FACT: dict[str, type[OfChosenFact]] = {"beeindig_feit": EndForm, "schrap_feit": StrikeForm}


def _find(client_id: str, when: Moment) -> Client:
    client: Client = one_or_404(visible_clients(when).where(Client.id == client_id))
    return client


def _row(action: str, when: Moment) -> Step:
    """Find the row of a step; a step this person can never take does not exist for him."""
    known = (row for row in CLIENT.steps if row.action == action and when.actor.role_for(row.roles))
    return next(known, None) or abort(404)


@bp.route("/nieuw", methods=["GET", "POST"])
@open_to(*REGISTRARS)
def new() -> ResponseReturnValue:
    """Enter a client in the register of this organisation."""
    when = moment()
    client = Client(salutation="")
    with db.session.no_autoflush:
        form = form_for("client", "schrijf_in").for_step(client, when)
        return _answer(client, _row("schrijf_in", when), form, when)


@bp.route("/<client_id>/<action>", methods=["GET", "POST"])
@open_to(*REGISTRARS)
def step(client_id: str, action: str) -> ResponseReturnValue:
    """Take a step with the register of a client."""
    when = moment()
    client, row = _find(client_id, when), _row(action, when)
    if NEW in row.sources or action in (*WITH_A_FACT, "verbeter_feit"):
        abort(404)
    return _answer(client, row, form_for("client", action).for_step(client, when), when)


@bp.route("/<client_id>/<kind>/<fact_id>/<action>", methods=["GET", "POST"])
@open_to(*REGISTRARS)
def fact(client_id: str, kind: str, fact_id: str, action: str) -> ResponseReturnValue:
    """End, correct or strike a fact in the register of a client."""
    when = moment()
    client, row = _find(client_id, when), _row(action, when)
    maker = CORRECTION.get(kind) if action == "verbeter_feit" else WITH_A_FACT.get(action)
    found = _fact(client, kind, fact_id)
    if maker is None or when.actor.role_for(FACTS[kind].by) is None:
        abort(404)
    return _answer(client, row, maker.for_fact(client, kind, found, when), when, found, kind)


def _fact(client: Client, kind: str, fact_id: str) -> DatedFact:
    facts: list[DatedFact] = client.facts_of(kind) if kind in FACTS else []
    return next((each for each in facts if each.id == fact_id), None) or abort(404)


def _answer(
    client: Client, row: Step, form: StepForm, when: Moment, chosen: DatedFact | None = None, kind: str = ""
) -> ResponseReturnValue:
    """Take the step when the form is complete, or show the form (again)."""
    outcome = form.submit(client, row, when)
    if outcome.entry:
        return redirect(url_for("clients.show", client_id=outcome.entry.chain_id))
    if outcome.conflict:
        form.refuse(overtaken(outcome.conflict.entries))
        form.stale(_find(client.id, when).version)
    page = "clients/form.html" if row.action in IDENTITY else "clients/step.html"
    obstacles = [] if client.state == NEW else row.obstacles(client, when)
    possible = client.state in row.sources
    return (
        render_template(
            page,
            client=None if client.state == NEW else client,
            step=row,
            form=form,
            obstacles=obstacles,
            possible=possible,
            chosen=chosen and said(kind, values_of(chosen, kind)),
            when=when,
        ),
        outcome.status,
    )
