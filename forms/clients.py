"""The register of clients: find, show, enter, correct."""

from typing import Any
from uuid import uuid4

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from flask_wtf import FlaskForm
from sqlalchemy import tuple_
from wtforms import BooleanField, HiddenField
from wtforms.validators import ValidationError

from forms import national_number
from forms.access import CLIENT_READERS, moment, one_or_404, open_to, visible_cases, visible_clients
from forms.fields import Choice, DutchDate, Line, Pick, Required, cleaned
from forms.worklist import search_words
from workflow.competence import AID_TITLES, RESIDENCE_TITLES, competence
from workflow.models import Case, Client, ClientShare, Organisation, RoleGrant, db
from workflow.models.sealing import vault
from workflow.moment import Moment
from workflow.register import CASES, WORKFLOWS
from workflow.roles import Kind, Role
from workflow.rows import NEW

bp = Blueprint("clients", __name__, url_prefix="/clienten")

PAGE = 25
LONGEST = 200
OF_THE_CENTRE = (Role.CLERK, Role.SOCIAL_WORKER, Role.TEAM_LEAD)
"""Those who say which social worker follows a client: the agency does not."""

EDITORS = (*OF_THE_CENTRE, Role.COUNSELLOR, Role.CONTACT_POINT)


class ClientForm(FlaskForm):
    """What the register keeps of a client."""

    first_name = Line(_l("Voornaam"), [Required("Vul de voornaam in.")], longest=LONGEST)
    last_name = Line(_l("Achternaam"), [Required("Vul de achternaam in.")], longest=LONGEST)
    salutation = Choice(_l("Aanspreking in brieven"))
    born_on = DutchDate(_l("Geboren op"), [Required("Vul de geboortedatum in.")])
    national_number = Line(
        _l("Rijksregisternummer"), [Required("Vul het rijksregisternummer in.")], description=_l("Met of zonder punten")
    )
    street = Line(_l("Straat en nummer"), [Required("Vul straat en nummer in.")], longest=LONGEST)
    postal_code = Line(_l("Postcode"), [Required("Vul de postcode in.")], longest=10)
    city = Line(_l("Gemeente"), [Required("Vul de gemeente in.")], longest=LONGEST)
    phone = Line(_l("Telefoon"), longest=50)
    contact_language = Line(
        _l("Contacttaal"),
        description=_l("Taal waarin de cliënt mondeling bereikbaar is. Brieven zijn in het Nederlands."),
        longest=50,
    )
    interpreter = BooleanField(_l("Tolk nodig"))
    social_worker_id = Pick(_l("Maatschappelijk werker"))
    seen = HiddenField()

    def __init__(self, when: Moment, client: Client | None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.known = client
        self.salutation.choices = [
            ("mevrouw", _("Mevrouw")),
            ("heer", _("De heer")),
            ("", _("Naam, zonder aanspreking")),
        ]
        grants = db.session.query(RoleGrant).filter_by(role=Role.SOCIAL_WORKER).all()
        people = {g.person for g in grants if g.valid_on(when.today)}
        if not when.actor.roles & set(OF_THE_CENTRE):
            del self.social_worker_id
            return
        self.social_worker_id.choices = [("", ""), *sorted(((p.id, p.name) for p in people), key=lambda pair: pair[1])]

    def validate_born_on(self, field: DutchDate) -> None:
        """Refuse a birth in the future."""
        if field.data and field.data > moment().today:
            raise ValidationError(_("De geboortedatum ligt in de toekomst."))

    def validate_national_number(self, field: Line) -> None:
        """Refuse a number that cannot exist, and one that is known already."""
        if problem := national_number.problem(field.data or "", self.born_on.data):
            raise ValidationError(problem)
        index = vault.index(national_number.digits(field.data or ""))
        other = db.session.query(Client).filter_by(number_index=index).first()
        if other and other is not self.known:
            visible = db.session.scalars(visible_clients(moment()).where(Client.id == other.id)).first()
            self.twin = visible
            raise ValidationError(
                _("Deze cliënt staat al in het register: %(name)s.", name=visible.name)
                if visible
                else _("Dit rijksregisternummer staat al in het register van een andere organisatie.")
            )

    twin: Client | None = None

    def into(self, client: Client) -> None:
        """Write what was filled in."""
        client.rename(self.first_name.data or "", self.last_name.data or "")
        client.national_number = national_number.digits(self.national_number.data or "")
        for name in ("born_on", "street", "postal_code", "city", "phone", "contact_language", "interpreter"):
            setattr(client, name, self[name].data if self[name].data is not None else "")
        client.salutation = self.salutation.data or ""
        if "social_worker_id" in self:
            client.social_worker_id = self.social_worker_id.data


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
