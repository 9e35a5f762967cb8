"""The forms of the dated register: one for every kind of fact, and those that end, correct or strike one."""

from typing import Any, ClassVar, Self
from uuid import uuid4

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field
from wtforms.validators import ValidationError

from forms.fields import Choice, DutchDate, Line, Required, WholeNumber, Words
from forms.labels import labelled
from forms.step_form import StepForm
from workflow.competence import AID_TITLES, RESIDENCE_TITLES
from workflow.facts import FactKind, columns_of, values_of
from workflow.models import Client
from workflow.models.dated_fact import DatedFact
from workflow.models.proposal import said_by
from workflow.moment import Moment
from workflow.trajectory import PURSUIT_TITLES
from workflow.vdab import EXEMPTION_TITLES

LONGEST = 500
CHOOSE = Required("Kies een van de mogelijkheden.")


class FactForm(StepForm):
    """A fact of one kind: its own fields come first, then those every fact has."""

    kind: ClassVar[str] = ""
    answers: ClassVar[dict[str, dict[Any, str]]] = {}

    from_on = DutchDate(_l("Vanaf"), [Required("Geef de dag waarop het begint.")])
    until_on = DutchDate(_l("Tot en met"), description=_l("Leeg: het loopt nog."))
    source = Line(
        _l("Bron"),
        [Required("Zeg waaruit het blijkt (bron).")],
        longest=LONGEST,
        description=_l("Bijvoorbeeld: rijksregister, Kruispuntbank Inburgering, beslissing van het BCSD."),
    )
    note = Words(_l("Nota"), description=_l("Enkel voor je eigen organisatie."))
    ends_previous = BooleanField(_l("Wat nu nog loopt, eindigt op de dag ervoor"))

    def prepare(self, case: Client, when: Moment) -> None:
        """Fill in what can be chosen."""
        for name, titles in self.answers.items():
            self[name].choices = labelled(titles)

    @property
    def said(self) -> dict[str, Any]:
        """What the form says of the fact, by column."""
        return {name: "" if (data := self[name].data) is None and name in WORDS else data for name in self.columns}

    @property
    def columns(self) -> tuple[str, ...]:
        """What is noted of this kind, in the order of the form."""
        return columns_of(self.kind)

    def fields(self) -> dict[str, Any]:
        """Return the new fact as the register takes it in."""
        return {"new_fact": {"kind": self.kind, "ends_previous": bool(self.ends_previous.data)} | self.said}

    def asked(self) -> list[tuple[str, list[Field]]]:
        """Return the fields to show."""
        return [("", [self[name] for name in (*self.columns, "ends_previous") if name in self])]


WORDS = ("source", "note", "category", "municipality", "proof", "nature")
"""The columns that hold words, and are empty rather than nothing."""


class ResidenceForm(FactForm):
    """The class of a newcomer."""

    kind = FactKind.RESIDENCE
    answers = {"residence": RESIDENCE_TITLES}
    residence = Choice(_l("Klasse"), [CHOOSE])


class AidForm(FactForm):
    """The aid the welfare centre gives."""

    kind = FactKind.AID
    answers = {"aid": AID_TITLES}
    aid = Choice(_l("Steun"), [CHOOSE])
    category = Line(_l("Categorie"), longest=LONGEST, description=_l("Enkel het OCMW ziet dit."))


class RegistrationForm(FactForm):
    """A registration in the national register."""

    kind = FactKind.REGISTRATION
    municipality = Line(_l("Gemeente"), [Required("Vul de gemeente in.")], longest=LONGEST)


class StayForm(FactForm):
    """A stay in Belgium."""

    kind = FactKind.STAY


class ContractForm(FactForm):
    """An integration contract."""

    kind = FactKind.CONTRACT
    from_on = DutchDate(_l("Ondertekend op"), [Required("Geef de dag van ondertekening.")])
    first = BooleanField(_l("Dit is het eerste inburgeringscontract"))


class VdabForm(FactForm):
    """A registration with the VDAB."""

    kind = FactKind.VDAB


class ExemptionForm(FactForm):
    """An exemption from registering with the VDAB."""

    kind = FactKind.EXEMPTION
    answers = {"reason": EXEMPTION_TITLES}
    reason = Choice(_l("Waarom vrijgesteld?"), [CHOOSE])
    proof = Line(
        _l("Bewijs"),
        [Required("Noem het bewijs.")],
        longest=LONGEST,
        description=_l("Noem het stuk. Schrijf er niets over gezondheid bij."),
    )


class OccupationForm(FactForm):
    """Work or study."""

    kind = FactKind.OCCUPATION
    answers = {"pursuit": PURSUIT_TITLES}
    pursuit = Choice(_l("Werk of studie?"), [CHOOSE])
    nature = Line(_l("Welk werk of welke studie?"), [Required("Schrijf welk werk of welke studie.")], longest=LONGEST)
    hours = WholeNumber(_l("Uren per week"))

    def validate_hours(self, field: WholeNumber) -> None:
        """Refuse what is no number of hours in a week."""
        if field.data is not None and not 1 <= field.data <= 100:
            raise ValidationError(_("Geef een aantal uren van 1 tot 100."))


NEW_FACT: dict[str, type[FactForm]] = {
    form.kind: form
    for form in (
        ResidenceForm,
        AidForm,
        RegistrationForm,
        StayForm,
        ContractForm,
        VdabForm,
        ExemptionForm,
        OccupationForm,
    )
}
"""The form with which a fact of each kind is noted."""


class OfChosenFact(StepForm):
    """A form about a fact that stands in the register: it tells the log what that fact said before."""

    fact: DatedFact
    of_kind: str

    @property
    def chosen(self) -> dict[str, Any]:
        """Which fact it is, and what it says now."""
        return {"kind": self.of_kind, "id": self.fact.id, "was": said_by(self.fact, self.of_kind)}

    @classmethod
    def for_fact(cls, client: Client, kind: str, fact: DatedFact, when: Moment) -> Self:
        """Make the form for one fact."""
        start = {"seen": client.version, "ticket": uuid4().hex} | values_of(fact, kind)
        form = cls(data=start)
        form.fact, form.of_kind = fact, kind
        form.prepare(client, when)
        return form


class EndForm(OfChosenFact):
    """The last day of a fact."""

    last_day = DutchDate(_l("Laatste dag"), [Required("Geef de laatste dag.")])

    def fields(self) -> dict[str, Any]:
        """Return the fact and its last day."""
        return {"chosen_fact": self.chosen, "last_day": self.last_day.data}


class StrikeForm(OfChosenFact):
    """Why a fact leaves the register."""

    remark = Words(
        _l("Waarom?"), [Required("Schrijf waarom.")], description=_l("De historiek bewaart wat er stond, en waarom.")
    )

    def fields(self) -> dict[str, Any]:
        """Return the fact."""
        return {"chosen_fact": self.chosen}


class _Correction(OfChosenFact):
    """What a fact should have said, and why."""

    remark = Words(
        _l("Waarom?"), [Required("Schrijf waarom.")], description=_l("De historiek bewaart wat er stond, en waarom.")
    )
    ends_previous = None
    said: dict[str, Any]

    def fields(self) -> dict[str, Any]:
        """Return the fact, and what it says from now on."""
        return {"chosen_fact": self.chosen, "new_values": self.said}


CORRECTION: dict[str, type[OfChosenFact]] = {
    kind: type(f"Corrected{form.__name__}", (_Correction, form), {"__doc__": form.__doc__})
    for kind, form in NEW_FACT.items()
}
"""The form with which a fact of each kind is corrected."""

FORMS: dict[str, type[StepForm]] = {
    **{f"noteer_{kind}": form for kind, form in NEW_FACT.items()},
    "beeindig_feit": EndForm,
    "verbeter_feit": CORRECTION[FactKind.AID],
    "schrap_feit": StrikeForm,
}
