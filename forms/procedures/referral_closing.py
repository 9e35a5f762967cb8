"""The forms of the hours of the participation trajectory, of the attest, of a stop and of a withdrawal."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from forms.fields import Choice, DutchDate, Line, Pick, Required, Words
from forms.labels import labelled
from forms.number_fields import HalfHours
from forms.step_form import StepForm
from forms.texts import day
from workflow.models import Referral
from workflow.moment import Moment
from workflow.pnt import hours
from workflow.procedures.referral_closing import b1_proposed
from workflow.referrals import ATTEST_TITLES, B1_TITLES, STOP_TITLES, Attest

YES, NO = "ja", "neen"


class HoursForm(StepForm):
    """Hours of the participation and network trajectory."""

    done_on = DutchDate(_l("Op welke dag?"), [Required("Geef de dag.")])
    halves = HalfHours(_l("Hoeveel uur?"), [Required("Geef de uren.")], description=_l("In halve uren: 2 of 2,5"))
    activity = Line(_l("Welke activiteit?"), [Required("Schrijf welke activiteit het was.")], longest=200)
    voluntary = BooleanField(_l("Vrijwillig, bovenop wat verplicht is: telt niet mee voor de verplichte uren"))

    def fields(self) -> dict[str, Any]:
        """Bring the hours."""
        return {"new_hours": super().fields()}


class CorrectionForm(StepForm):
    """The right data of a row; the wrong one stays in the history."""

    replaces_id = Pick(_l("Welke regel verbeter je?"), [Required("Kies de regel.")])
    done_on = DutchDate(_l("Juiste dag"), [Required("Geef de dag.")])
    halves = HalfHours(_l("Juiste uren"), description=_l("In halve uren: 2 of 2,5. Nul haalt de regel uit de telling."))
    activity = Line(_l("Juiste activiteit"), [Required("Schrijf welke activiteit het was.")], longest=200)
    reason = Line(_l("Waarom verbeter je?"), [Required("Schrijf waarom je verbetert.")], longest=200)

    def prepare(self, case: Referral, when: Moment) -> None:
        """List the rows that count."""
        rows = [
            (each.id, f"{each.number}. {day(each.done_on)}: {hours(each.halves)} u, {each.activity}")
            for each in case.counting_hours
        ]
        self.replaces_id.choices = [("", ""), *rows]

    def fields(self) -> dict[str, Any]:
        """Bring the correction."""
        return {"correction": super().fields()}


class FinishForm(StepForm):
    """Which attest, and whether B1 follows."""

    attest = Choice(_l("Welk attest?"), [Required("Kies het attest.")])
    attest_on = DutchDate(_l("Datum van het attest"), [Required("Geef de datum.")])
    b1_required = Choice(
        _l("Moet de cliënt nog B1 mondeling halen?"),
        [Required("Kies of B1 volgt.")],
        description=_l("Dat kan enkel na een inburgeringsattest (SWO art. 13)."),
    )
    b1_reason = Words(_l("Waarom, als dat afwijkt van het voorstel?"))

    @classmethod
    def initial(cls, case: Referral, when: Moment) -> dict[str, Any]:
        """Propose B1 for an obliged newcomer."""
        return {"b1_required": YES if b1_proposed(case, when) else NO, "b1_reason": case.b1_reason or ""}

    def prepare(self, case: Referral, when: Moment) -> None:
        """List the attests and the answers, with the proposal."""
        self.attest.choices = labelled(ATTEST_TITLES)
        proposed = _(" (voorstel na een inburgeringsattest)")
        follows = b1_proposed(case, when)
        self.b1_required.choices = [
            (YES, _("Ja") + (proposed if follows else "")),
            (NO, _("Neen") + ("" if follows else proposed)),
        ]

    def validate_b1_required(self, field: Choice) -> None:
        """B1 follows the attest itself, and no other."""
        if field.data == YES and self.attest.data == Attest.EFFORTS:
            Required("Na een attest van geleverde inspanningen volgt geen B1. Kies 'Neen'.")(self, _Empty(field))

    def fields(self) -> dict[str, Any]:
        """Bring the attest, with a yes or a no."""
        return super().fields() | {"b1_required": self.b1_required.data == YES}


class _Empty:
    """Makes a wrong answer count as none."""

    def __init__(self, field: Choice) -> None:
        self.data, self.errors = None, field.errors


class B1Form(StepForm):
    """What came of B1."""

    b1_outcome = Choice(_l("Wat kwam ervan?"), [Required("Kies wat ervan kwam.")])
    b1_on = DutchDate(_l("Op welke dag?"), [Required("Geef de dag.")])

    def prepare(self, case: Referral, when: Moment) -> None:
        """List the outcomes."""
        self.b1_outcome.choices = labelled(B1_TITLES)


class StopForm(StepForm):
    """Why the trajectory stops, and from when."""

    stop_reason = Pick(_l("Waarom stopt het traject?"), [Required("Kies de reden.")])
    stop_on = DutchDate(_l("Vanaf"), [Required("Geef de dag.")])
    stop_explanation = Words(
        _l("Uitleg"),
        [Required("Leg het uit.")],
        description=_l("Komt in de brief aan de cliënt. Korte zinnen, met 'u'."),
    )

    @classmethod
    def initial(cls, case: Referral, when: Moment) -> dict[str, Any]:
        """Propose today."""
        return {"stop_on": when.today}

    def prepare(self, case: Referral, when: Moment) -> None:
        """List the reasons."""
        self.stop_reason.choices = [("", ""), *labelled(STOP_TITLES)]


class WithdrawForm(StepForm):
    """Why the referral is withdrawn."""

    withdrawal_reason = Words(
        _l("Waarom trek je de doorverwijzing in?"),
        [Required("Schrijf waarom.")],
        description=_l("Was ze al bij Amal? Dan komt dit ook in de brief aan Amal en in die aan de cliënt."),
    )
