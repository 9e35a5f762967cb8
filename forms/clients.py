"""The register of clients: find, show, enter, correct."""

from typing import Any
from uuid import uuid4

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import tuple_

from forms.access import CLIENT_READERS, moment, one_or_404, open_to, visible_cases, visible_clients
from forms.client_form import LONGEST, OF_THE_CENTRE, ClientForm
from forms.fields import cleaned
from forms.worklist import search_words
from workflow.competence import AID_TITLES, RESIDENCE_TITLES, competence
from workflow.models import Case, Client, ClientShare, Organisation, db
from workflow.moment import Moment
from workflow.register import CASES, WORKFLOWS
from workflow.roles import Kind, Role
from workflow.rows import NEW

bp = Blueprint("clients", __name__, url_prefix="/clienten")

PAGE = 25
EDITORS = (*OF_THE_CENTRE, Role.COUNSELLOR, Role.CONTACT_POINT)


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
    outcome = competence(
        client.residence_on(when.today),
        client.aid_on(when.today),
        client.registered_since(when.today),
        when.today,
    )
    cases = db.session.scalars(visible_cases(when).where(Case.client_id == client.id).order_by(Case.id.desc())).all()
    openers = [(workflow, _opener(workflow)) for workflow in CASES]
    return render_template(
        "clients/show.html",
        client=client,
        outcome=outcome,
        cases=cases,
        workflows=WORKFLOWS,
        openers=[(workflow, row) for workflow, row in openers if when.actor.role_for(row.roles)],
        may_edit=bool(when.actor.roles & set(EDITORS)),
        residence_titles=RESIDENCE_TITLES,
        aid_titles=AID_TITLES,
        when=when,
    )


def _opener(workflow: Any) -> Any:
    return next(row for row in workflow.steps if NEW in row.sources)


@bp.route("/nieuw", methods=["GET", "POST"])
@open_to(*EDITORS)
def new() -> ResponseReturnValue:
    """Enter a client in the register of this organisation."""
    when = moment()
    form = ClientForm(when, None, data={"seen": uuid4().hex})
    if form.validate_on_submit():
        client = Client(salutation="")
        form.into(client)
        ours = [when.actor.organisation_id]
        client.shares = [ClientShare(organisation_id=key) for key in {*ours, *_joint_with(when)}]
        db.session.add(client)
        db.session.commit()
        return _saved(form, client)
    return render_template("clients/form.html", form=form, client=None), 422 if form.errors else 200


def _joint_with(when: Moment) -> list[str]:
    """Return the other organisation of a joint client: welfare centre and agency know the same people (SWO art. 1)."""
    ours = db.session.get_one(Organisation, when.actor.organisation_id)
    other = {Kind.OCMW: Kind.AGENCY, Kind.AGENCY: Kind.OCMW}.get(Kind(ours.kind))
    return [each.id for each in db.session.query(Organisation).filter_by(kind=other)] if other else []


def _saved(form: ClientForm, client: Client) -> ResponseReturnValue:
    flash(_("%(name)s is bewaard.", name=client.name))
    if removed := sum(getattr(field, "removed", 0) for field in form):
        text = ngettext(
            "Er is %(num)s teken weggehaald dat niet in een brief kan staan.",
            "Er zijn %(num)s tekens weggehaald die niet in een brief kunnen staan.",
            removed,
        )
        flash(text, "warn")
    return redirect(url_for("clients.show", client_id=client.id))


@bp.route("/<client_id>/wijzig", methods=["GET", "POST"])
@open_to(*EDITORS)
def edit(client_id: str) -> ResponseReturnValue:
    """Correct what the register keeps of a client."""
    when = moment()
    client: Client = one_or_404(visible_clients(when).where(Client.id == client_id))
    form = ClientForm(when, client, obj=client, data={"seen": client.version})
    if form.validate_on_submit():
        if form.seen.data != str(client.version):
            form.form_errors = [_("Iemand anders wijzigde deze cliënt intussen. Kijk na en bewaar opnieuw.")]
            form.seen.data = str(client.version)
            return render_template("clients/form.html", form=form, client=client), 409
        form.into(client)
        client.version += 1
        db.session.commit()
        return _saved(form, client)
    return render_template("clients/form.html", form=form, client=client), 422 if form.errors else 200
