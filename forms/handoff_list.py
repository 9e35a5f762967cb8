"""The agreed procedure of the warm hand-over: the lines of its checklist, kept by the administrator (SWO art. 4)."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from sqlalchemy import select
from wtforms import BooleanField
from wtforms.validators import ValidationError

from forms.access import moment, open_to
from forms.fields import DutchDate, Line, Required, WholeNumber
from forms.handoffs import PARTIES
from workflow.models import HandoffLine, Organisation, db
from workflow.moment import Moment
from workflow.roles import Kind, Role

bp = Blueprint("handoff_list", __name__, url_prefix="/overdrachtslijst")

KEEPERS = (Role.ADMINISTRATOR,)
IN_THE_COOPERATION = (Kind.OCMW, Kind.AGENCY)
"""The two organisations that agreed on the procedure."""


class LineForm(FlaskForm):
    """A line of the checklist: what has to be done, in which place, from when until when, and whether it is agreed."""

    words = Line(_l("Wat moet gedaan zijn?"), [Required("Schrijf wat gedaan moet zijn.")], longest=300)
    position = WholeNumber(
        _l("Plaats in de lijst"), [Required("Geef de plaats, bijvoorbeeld 3.")], description=_l("1 staat bovenaan")
    )
    from_on = DutchDate(_l("Geldt vanaf"), [Required("Geef de dag.")])
    until_on = DutchDate(_l("Geldt tot en met"), description=_l("Leeg: voorlopig altijd"))
    confirmed = BooleanField(
        _l("Beide organisaties spraken deze lijn af"), description=_l("Zonder vinkje staat er 'voorbeeld' bij.")
    )

    def validate_until_on(self, field: DutchDate) -> None:
        """Refuse an end before the begin."""
        if field.data and self.from_on.data and field.data < self.from_on.data:
            raise ValidationError(_("De laatste dag ligt voor de eerste."))


def _moment() -> Moment:
    """Return who looks and when; the list does not exist outside the two organisations."""
    when = moment()
    ours = db.session.get_one(Organisation, when.actor.organisation_id)
    if Kind(ours.kind) not in IN_THE_COOPERATION:
        abort(404)
    return when


@bp.get("")
@open_to(*PARTIES, *KEEPERS)
def index() -> ResponseReturnValue:
    """Show the lines in their order, also those that no longer hold."""
    when = _moment()
    lines = db.session.scalars(select(HandoffLine).order_by(HandoffLine.position, HandoffLine.id)).all()
    may_change = bool(when.actor.role_for(KEEPERS))
    return render_template("warm_handoff/lines.html", lines=lines, may_change=may_change, when=when)


@bp.route("/nieuw", methods=["GET", "POST"])
@open_to(*KEEPERS)
def new() -> ResponseReturnValue:
    """Add a line to the list."""
    when = _moment()
    places = [line.position for line in db.session.scalars(select(HandoffLine))]
    form = LineForm(data={"position": max(places, default=0) + 1, "from_on": when.today})
    return _kept(form, HandoffLine())


@bp.route("/<line_id>", methods=["GET", "POST"])
@open_to(*KEEPERS)
def change(line_id: str) -> ResponseReturnValue:
    """Change a line, move it, or let it end: files that were reported before keep their own list."""
    _moment()
    line = db.session.get(HandoffLine, line_id) or abort(404)
    return _kept(LineForm(obj=line), line)


def _kept(form: Any, line: HandoffLine) -> ResponseReturnValue:
    """Keep the line when the form is complete; else show the form, again with what was typed."""
    if not form.validate_on_submit():
        status = 422 if form.errors else 200
        return render_template("warm_handoff/line.html", form=form, line=line), status
    for name in ("words", "position", "from_on", "until_on", "confirmed"):
        setattr(line, name, form[name].data)
    db.session.add(line)
    db.session.commit()
    flash(_("De lijn is bewaard. Ze geldt voor nieuwe aanmeldingen."))
    return redirect(url_for("handoff_list.index"))
