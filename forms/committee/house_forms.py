"""The forms of the committee: its house rules, who sits on which seat, in whose place, and until when."""

from collections.abc import Iterable
from datetime import date

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from sqlalchemy import or_, select
from wtforms import BooleanField
from wtforms.validators import ValidationError

from forms.fields import Choice, DutchDate, Line, Pick, Required, Words
from forms.texts import translated
from workflow import parameters
from workflow.models import Committee, Person, RoleGrant, db
from workflow.roles import BCSD
from workflow.seats import Objection, Stay

LONGEST_POINT = 200
"""Characters: what a point on an agenda may be called at most."""


def place_name(number: int) -> str:
    """Name a seat: the chair's, or that of a member by its number."""
    return str(_("Voorzitter") if number == 0 else _("Zetel %(number)s", number=number))


class RulesForm(FlaskForm):
    """What the house rules leave open (DLB art. 110)."""

    convocation = Choice(_l("De oproeping vertrekt minstens"), [Required("Kies het aantal dagen.")])
    names_in_minutes = BooleanField(_l("De notulen noemen wie wat stemde"))
    second_convocation = BooleanField(_l("Na een zitting die niet in aantal is, kan een tweede oproeping volgen"))
    digital = BooleanField(_l("Leden mogen op afstand deelnemen"))
    standing_points = Words(
        _l("Vaste punten"),
        description=_l("Eén per lijn. Ze komen achteraan op de agenda van elke zitting die vanaf nu gepland wordt."),
    )

    def prepare(self) -> None:
        """Offer the two numbers of days the law knows."""
        days = [parameters.number(key) for key in ("convocation_days", "convocation_short_days")]
        self.convocation.choices = [(str(each), _("%(days)s dagen vooraf", days=each)) for each in days]

    @classmethod
    def of(cls, committee: Committee) -> "RulesForm":
        """Show the rules as they stand; what was sent says all of them itself."""
        names = ("names_in_minutes", "second_convocation", "digital", "standing_points")
        said = {name: getattr(committee, name) for name in names} | {"convocation": str(committee.convocation_days)}
        form = cls(data={} if request.method == "POST" else said)
        form.prepare()
        return form

    def validate_standing_points(self, field: Words) -> None:
        """Refuse a point nobody can print on one line."""
        if any(len(line) > LONGEST_POINT for line in self.points):
            raise ValidationError(_("Gebruik hoogstens %(max)s tekens per vast punt.", max=LONGEST_POINT))

    @property
    def points(self) -> list[str]:
        """The standing points, without empty lines."""
        return [line.strip() for line in (self.standing_points.data or "").splitlines() if line.strip()]

    def keep(self, committee: Committee) -> list[str]:
        """Write the rules down; return what changed, in words."""
        before = _said(committee)
        committee.short_convocation = self.convocation.data == str(parameters.number("convocation_short_days"))
        committee.names_in_minutes = bool(self.names_in_minutes.data)
        committee.second_convocation = bool(self.second_convocation.data)
        committee.digital = bool(self.digital.data)
        committee.standing_points = "\n".join(self.points)
        return [said for said in _said(committee) if said not in before]


def _said(committee: Committee) -> list[str]:
    """Say every rule in words."""
    points = committee.standing_points.splitlines()
    return [
        _("Oproeping minstens %(days)s dagen vooraf.", days=committee.convocation_days),
        _("De notulen noemen wie wat stemde.")
        if committee.names_in_minutes
        else _("De notulen noemen enkel aantallen."),
        _("Een tweede oproeping kan.") if committee.second_convocation else _("Er is geen tweede oproeping."),
        _("Op afstand deelnemen mag.") if committee.digital else _("Op afstand deelnemen mag niet."),
        _("Vaste punten: %(points)s.", points="; ".join(points)) if points else _("Er zijn geen vaste punten."),
    ]


class _OnASeat(FlaskForm):
    """What every form about a seat has in common: objections are shown at the field they are about."""

    def accepts(self, objections: Iterable[Objection]) -> bool:
        """Show every objection at its field; say whether there was none."""
        for name, reason in objections:
            self[name].errors = [*self[name].errors, translated(reason)]
        return not self.errors


class _WhoForm(_OnASeat):
    """Somebody on a seat, between two days."""

    person_id = Pick(_l("Wie?"), [Required("Kies de persoon.")], description=_l("Wie een rol in het BCSD heeft."))
    from_on = DutchDate(_l("Eerste dag"), [Required("Geef de eerste dag.")])
    until_on = DutchDate(_l("Laatste dag"), description=_l("Leeg: tot het mandaat beëindigd wordt."))

    def prepare(self, committee: Committee, today: date) -> None:
        """List the people of this house who hold a role in the committee, now or later."""
        grants = select(RoleGrant.person_id).where(
            RoleGrant.organisation_id == committee.organisation_id,
            RoleGrant.role.in_(BCSD),
            or_(RoleGrant.until_on.is_(None), RoleGrant.until_on >= today),
        )
        query = select(Person).where(Person.id.in_(grants), Person.active)
        listed = db.session.scalars(query.order_by(Person.last_name, Person.first_name, Person.id))
        self.person_id.choices = [("", ""), *[(person.id, person.name) for person in listed]]

    def stay(self, number: int, last: date | None = None) -> Stay:
        """Return who would sit there, and when; `last` is the last day when none was given."""
        person, first = db.session.get_one(Person, self.person_id.data), self.from_on.data
        assert first, "the first day is asked"
        return Stay(person, number, first, self.until_on.data or last)


class SeatForm(_WhoForm):
    """A member on a seat, for his term of office."""

    number = Pick(_l("Zetel"), [Required("Kies de zetel.")])
    list_name = Line(_l("Lijst"), longest=100, description=_l("De lijst die het lid voordroeg; mag leeg blijven."))

    field_order = ("number", "person_id", "list_name", "from_on", "until_on")

    def prepare(self, committee: Committee, today: date) -> None:
        """List the people and the seats."""
        super().prepare(committee, today)
        self.number.choices = [("", ""), *[(str(number), place_name(number)) for number in committee.places]]


class SubstituteForm(_WhoForm):
    """Somebody in the place of a member, for a while."""

    until_on = DutchDate(_l("Laatste dag"), description=_l("Leeg: tot het einde van het mandaat van het lid."))

    field_order = ("person_id", "from_on", "until_on")


class EndForm(_OnASeat):
    """The last day of a term of office, or of a substitution."""

    until_on = DutchDate(_l("Laatste dag"), [Required("Geef de laatste dag.")])

    field_order = ("until_on",)
