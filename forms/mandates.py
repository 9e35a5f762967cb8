"""The register of mandates: who may sign what in whose place, from when to when, by which decision."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from sqlalchemy import select

from forms.access import moment, one_or_404, open_to
from forms.fields import DutchDate, Line, Pick, Required
from forms.texts import translated
from letters.register import LETTERS
from workflow.mandates import DELEGATED_TO, objections
from workflow.models import Mandate, Person, RoleGrant, db
from workflow.moment import Moment
from workflow.roles import SIGNATORIES, TITLES, Role

bp = Blueprint("mandates", __name__, url_prefix="/mandaten")

KEEPERS = (Role.DIRECTORATE, Role.DIRECTOR_GENERAL, Role.ADMINISTRATOR)
"""Who keeps the register of mandates of his organisation."""


class MandateForm(FlaskForm):
    """A mandate to sign."""

    person_id = Pick(_l("Wie mag ondertekenen?"), [Required("Kies de persoon.")])
    role = Pick(_l("In de functie van"), [Required("Kies de functie.")])
    letter = Pick(_l("Voor welke brieven?"))
    decision = Line(
        _l("Delegatiebesluit"),
        [Required("Noem het besluit en de datum ervan.")],
        longest=200,
        description=_l("Komt onder de handtekening, bijvoorbeeld: delegatiebesluit van 26 november 2019."),
    )
    from_on = DutchDate(_l("Geldig vanaf"), [Required("Geef de eerste dag.")])
    until_on = DutchDate(_l("Geldig tot en met"), description=_l("Leeg: tot het beëindigd wordt."))

    def prepare(self, when: Moment) -> None:
        """List the people, functions and letters of this organisation."""
        grants = db.session.query(RoleGrant).filter_by(organisation_id=when.actor.organisation_id).all()
        people = {grant.person for grant in grants if grant.valid_on(when.today) and grant.role in SIGNATORIES}
        listed = sorted(people, key=lambda person: (person.last_name, person.first_name))
        self.person_id.choices = [("", ""), *[(person.id, person.name) for person in listed]]
        self.role.choices = [("", ""), *[(str(role), TITLES[role]) for role in DELEGATED_TO]]
        self.letter.choices = [("", _("Alle brieven")), *[(each.name, each.title) for each in LETTERS.values()]]

    def mandate(self, when: Moment) -> Mandate:
        """Make the mandate that was asked for."""
        assert when.actor.organisation_id and when.actor.person_id
        return Mandate(
            person=db.session.get_one(Person, self.person_id.data),
            organisation_id=when.actor.organisation_id,
            role=self.role.data,
            letter=self.letter.data or "",
            decision=self.decision.data,
            from_on=self.from_on.data,
            until_on=self.until_on.data,
            made_at=when.now,
            made_by_id=when.actor.person_id,
        )


@bp.get("")
@open_to(*KEEPERS)
def index() -> ResponseReturnValue:
    """List the mandates of this organisation, the newest first."""
    when = moment()
    mine = select(Mandate).where(Mandate.organisation_id == when.actor.organisation_id)
    rows = db.session.scalars(mine.order_by(Mandate.id.desc())).all()
    return render_template("mandates/index.html", rows=rows, letters=LETTERS, when=when)


@bp.route("/nieuw", methods=["GET", "POST"])
@open_to(*KEEPERS)
def new() -> ResponseReturnValue:
    """Give a mandate."""
    when = moment()
    form = MandateForm()
    form.prepare(when)
    if not form.validate_on_submit():
        return render_template("mandates/form.html", form=form), 422 if form.errors else 200
    with db.session.no_autoflush:
        mandate = form.mandate(when)
        reasons = list(objections(mandate))
    if reasons:
        db.session.rollback()
        form.form_errors = [translated(reason) for reason in reasons]
        return render_template("mandates/form.html", form=form), 422
    db.session.add(mandate)
    db.session.commit()
    flash(_("Het mandaat is bewaard. Nieuwe brieven vragen vanaf die dag de handtekening van wie het kreeg."))
    return redirect(url_for("mandates.index"))


@bp.post("/<mandate_id>/beeindig")
@open_to(*KEEPERS)
def end(mandate_id: str) -> ResponseReturnValue:
    """End a mandate: from now on nothing more is signed with it."""
    when = moment()
    mine = select(Mandate).where(Mandate.organisation_id == when.actor.organisation_id, Mandate.id == mandate_id)
    mandate: Mandate = one_or_404(mine)
    if mandate.ended_at is None:
        mandate.ended_at, mandate.ended_by_id = when.now, when.actor.person_id
        db.session.commit()
        flash(_("Het mandaat is beëindigd."))
    return redirect(url_for("mandates.index"))
