"""The register of clients: find and show."""

from typing import Any

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy import select, tuple_

from forms import client_page
from forms.access import CLIENT_READERS, moment, one_or_404, open_to, visible_cases, visible_clients
from forms.case_page import offers
from forms.client_form import LONGEST
from forms.fields import cleaned
from forms.partners import partners_of
from forms.worklist import search_words
from workflow.competence import BODY_TITLES
from workflow.models import Case, Client, Organisation, db
from workflow.moment import Moment
from workflow.procedures.client import CLIENT, NOTED_BY
from workflow.register import CASES, WORKFLOWS
from workflow.rows import NEW

bp = Blueprint("clients", __name__, url_prefix="/clienten")

PAGE = 25
ELSEWHERE = ("beeindig_feit", "verbeter_feit", "schrap_feit", *NOTED_BY.values())
"""Steps that are offered beside the fact, or the kind of fact, they are about."""


@bp.get("")
@open_to(*CLIENT_READERS)
def index() -> ResponseReturnValue:
    """List the clients this organisation knows, by name."""
    words, after = cleaned(request.args.get("zoek", ""))[0][:LONGEST], cleaned(request.args.get("na", ""))[0]
    query = visible_clients(moment()).where(*search_words(words))
    if "~" in after:
        name, last = after.rsplit("~", 1)
        query = query.where(tuple_(Client.search_name, Client.id) > tuple_(name, last))
    rows = list(db.session.scalars(query.order_by(Client.search_name, Client.id).limit(PAGE + 1)))
    following = f"{rows[PAGE - 1].search_name}~{rows[PAGE - 1].id}" if len(rows) > PAGE else ""
    return render_template("clients/index.html", rows=rows[:PAGE], words=words, following=following)


@bp.get("/<client_id>")
@open_to(*CLIENT_READERS)
def show(client_id: str) -> ResponseReturnValue:
    """Show a client: identity, dated facts, who directs and who may sanction today, his files."""
    when = moment()
    client: Client = one_or_404(visible_clients(when).where(Client.id == client_id))
    facts = client.dated
    cases = db.session.scalars(visible_cases(when).where(Case.client_id == client.id).order_by(Case.id.desc())).all()
    openers = [(workflow, _opener(workflow)) for workflow in CASES]
    return render_template(
        "clients/show.html",
        client=client,
        outcome=facts.competence_on(when.today),
        other=facts.in_the_other_reading(when.today),
        bodies=BODY_TITLES,
        parts=client_page.register_of(client, when),
        annexes=client_page.annexes_of(client, when),
        lines=client_page.history(client, when),
        known_to=_known_to(client),
        stale=client_page.stale(client, when.today),
        state=CLIENT.state(client.state),
        steps=_steps(client, when),
        cases=cases,
        workflows=WORKFLOWS,
        openers=[(workflow, row) for workflow, row in openers if when.actor.role_for(row.roles)],
        when=when,
    )


def _known_to(client: Client) -> list[str]:
    """Name the organisations that know a client."""
    query = select(Organisation.name).where(Organisation.id.in_(client.known_to)).order_by(Organisation.name)
    return list(db.session.scalars(query))


def _steps(client: Client, when: Moment) -> list[Any]:
    """Return the steps with the register as a whole that this person can take now."""
    sorted_steps = offers(CLIENT, client, when)
    known = all(each.id in client.known_to for each in partners_of(when))
    left_out = {*ELSEWHERE, "deel"} if known else set(ELSEWHERE)
    return [each.step for each in (*sorted_steps["main"], *sorted_steps["rare"]) if each.step.action not in left_out]


def _opener(workflow: Any) -> Any:
    return next(row for row in workflow.steps if NEW in row.sources)
