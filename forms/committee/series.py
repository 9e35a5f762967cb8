"""Sessions planned in a series: which days, which of them fall away, and all of them planned at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from flask_wtf import FlaskForm
from sqlalchemy import select
from wtforms import BooleanField, HiddenField
from wtforms.validators import ValidationError

from forms.access import moment, open_to
from forms.actions import Conflict, Request, perform_all
from forms.fields import DutchDate, Line, Pick, Required, TimeOfDay, cleaned
from forms.row_fields import Several
from forms.texts import day as written_day
from forms.texts import long_day, translated
from workflow.models import BcsdSession, Committee, db
from workflow.moment import Moment
from workflow.opening import new_case
from workflow.procedures.session import SESSION
from workflow.roles import Role
from workflow.rows import StepRefused
from workflow.session_days import RHYTHMS, days_of
from workflow.terms import day_off, is_working_day, months_civil

bp = Blueprint("series", __name__, url_prefix="/zittingen/reeks")

LONGEST = 24
"""Months: how far a series reaches at most."""


@dataclass(frozen=True)
class Proposal:
    """The days of a series: those that can be planned, those of them that look wise, and those that fall away."""

    possible: list[tuple[str, str]]
    wise: list[str]
    off: list[tuple[date, str]]


class SeriesForm(FlaskForm):
    """A series of sessions, and which of its days are planned."""

    first_on = DutchDate(_l("Eerste dag"), [Required("Geef de eerste dag.")])
    rhythm = Pick(_l("Hoe vaak?"), [Required("Kies hoe vaak.")])
    last_on = DutchDate(_l("Laatste dag"), [Required("Geef de laatste dag.")])
    starts_at = TimeOfDay(_l("Uur"), [Required("Geef het uur.")], description=_l("Bijvoorbeeld 14.00 uur"))
    place = Line(_l("Plaats"), [Required("Geef de plaats.")])
    digital = BooleanField(_l("Leden kunnen op afstand deelnemen"))
    days = Several(_l("Welke dagen?"))
    ticket = HiddenField(filters=[lambda typed: cleaned(typed or "")[0][:80] or None])

    def prepare(self, committee: Committee | None, today: date) -> None:
        """List how often, and ask about digital attendance only where the house rules allow it."""
        self.today = today
        self.rhythm.choices = [("", ""), *RHYTHMS.items()]
        self.days.offer([(typed, typed) for typed in self.days.data])  # what can be ticked is looked at later
        if committee is None or not committee.digital:
            del self.digital

    def validate_first_on(self, field: DutchDate) -> None:
        """Refuse a series that began already, or begins too far away to know the holidays."""
        if field.data and not self.today < field.data <= months_civil(self.today, LONGEST):
            raise ValidationError(_("Geef een dag die nog komt, binnen de %(months)s maanden.", months=LONGEST))

    def validate_last_on(self, field: DutchDate) -> None:
        """Refuse an end before the begin, and a series that is too long to look over."""
        if not field.data or not self.first_on.data:
            return
        if field.data < self.first_on.data:
            raise ValidationError(_("De laatste dag ligt voor de eerste."))
        if field.data > months_civil(self.first_on.data, LONGEST):
            raise ValidationError(_("Een reeks loopt hoogstens %(months)s maanden.", months=LONGEST))

    def propose(self, when: Moment, committee: Committee | None) -> Proposal:
        """Work the days out; raises nothing, for the form is complete."""
        first, last = self.first_on.data, self.last_on.data
        assert first and last and self.rhythm.data, "all three are asked"
        all_days = days_of(first, self.rhythm.data, last)
        taken = _planned_already(when, all_days)
        possible, wise = [], []
        for each in filter(is_working_day, all_days):
            remarks = _remarks(each, each in taken, when, committee)
            possible.append((each.isoformat(), "; ".join([long_day(each), *remarks])))
            wise += [] if remarks else [each.isoformat()]
        return Proposal(possible, wise, [(each, day_off(each)) for each in all_days if not is_working_day(each)])

    @property
    def asked(self) -> list[Any]:
        """The fields that make the series."""
        return [field for field in self if field.name not in ("days", "ticket", "csrf_token")]

    def refuse_days(self, proposal: Proposal) -> bool:
        """Say at the days what is wrong with what was ticked, if anything is."""
        known = {value for value, _label in proposal.possible}
        if not self.days.data:
            self.days.errors = [_("Vink minstens één dag aan.")]
        elif set(self.days.data) - known:
            self.days.errors = [_("De aangevinkte dagen horen niet bij deze reeks. Kijk ze opnieuw na.")]
        return bool(self.days.errors)


def _planned_already(when: Moment, days: Sequence[date]) -> set[date]:
    """Return the days on which the committee meets already."""
    ours = select(BcsdSession.held_on).where(BcsdSession.owner_id == when.actor.organisation_id)
    query = ours.where(BcsdSession.held_on.in_(days), BcsdSession.state != "geannuleerd")
    return set(db.session.scalars(query))


def _remarks(day: date, taken: bool, when: Moment, committee: Committee | None) -> list[str]:
    """Say what speaks against a day, though it can be planned."""
    said = [_("er is die dag al een zitting")] if taken else []
    leaves_by = day - timedelta(days=committee.convocation_days) if committee else day
    if leaves_by < when.today:
        said.append(_("de oproeping moest uiterlijk op %(day)s vertrekken", day=written_day(leaves_by)))
    return said


@bp.route("", methods=["GET", "POST"])
@open_to(Role.BCSD_SECRETARY)
def plan() -> ResponseReturnValue:
    """Ask for a series, show its days, and plan those that are ticked."""
    when = moment()
    committee = db.session.get(Committee, when.actor.organisation_id)
    form = SeriesForm(data={"ticket": uuid4().hex, "rhythm": "2"})
    form.prepare(committee, when.today)
    if not form.validate_on_submit():
        return _page(form, None), 422 if form.errors else 200
    proposal = form.propose(when, committee)
    if not proposal.possible:
        form.first_on.errors = [_("Op geen enkele dag van deze reeks kan het comité vergaderen.")]
        return _page(form, proposal), 422
    if request.form.get("do") != "plan":
        form.days.data = proposal.wise
        return _page(form, proposal), 200
    if form.refuse_days(proposal):
        return _page(form, proposal), 422
    return _planned(form, proposal, when)


def _planned(form: SeriesForm, proposal: Proposal, when: Moment) -> ResponseReturnValue:
    """Plan every day that is ticked, all of them or none."""
    try:
        with db.session.no_autoflush:
            entries = perform_all(_steps(form, when), when.actor, when.now)
    except StepRefused as refused:
        form.form_errors = [translated(reason) for reason in refused.reasons]
        return _page(form, proposal), 422
    except Conflict:
        form.form_errors = [_("Dit formulier werd al verstuurd, met andere gegevens. Kijk de zittingen na.")]
        form.ticket.data = uuid4().hex
        return _page(form, proposal), 409
    flash(ngettext("%(num)s zitting is gepland.", "%(num)s zittingen zijn gepland.", len(entries)))
    return redirect(url_for("sessions.index"))


def _steps(form: SeriesForm, when: Moment) -> list[tuple[BcsdSession, Request]]:
    """Prepare one session for every day; the ticket of each is that of the form, with the day."""
    digital = bool("digital" in form and form.digital.data)
    said = {"starts_at": form.starts_at.data, "place": form.place.data, "digital": digital}
    steps = []
    for typed in sorted(set(form.days.data)):
        ticket = f"{form.ticket.data}-{typed}" if form.ticket.data else None
        session = new_case(db.session(), SESSION, None, when)
        assert isinstance(session, BcsdSession)
        fields = {"held_on": date.fromisoformat(typed), **said}
        steps.append((session, Request("plan", fields=fields, ticket=ticket)))
    return steps


def _page(form: SeriesForm, proposal: Proposal | None) -> str:
    """Show the series, and its days where they are known."""
    if proposal:
        form.days.choices = proposal.possible
    return render_template("session/series.html", form=form, proposal=proposal)
