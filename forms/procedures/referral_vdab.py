"""The forms about the VDAB: a registration, an exemption, its end."""

from typing import Any

from flask_babel import lazy_gettext as _l

from forms.fields import Choice, DutchDate, Line, Required
from forms.labels import labelled
from forms.step_form import StepForm
from workflow.models import Referral
from workflow.moment import Moment
from workflow.vdab import EXEMPTION_TITLES


class RegistrationForm(StepForm):
    """When the client registered, and how that shows."""

    from_on = DutchDate(_l("Ingeschreven op"), [Required("Geef de dag.")])
    source = Line(
        _l("Waaruit blijkt dat?"),
        [Required("Zeg waaruit dat blijkt.")],
        longest=200,
        description=_l("Bewijs van inschrijving, Mijn Loopbaan"),
    )

    def fields(self) -> dict[str, Any]:
        """Bring the registration."""
        return {"vdab_registration": super().fields()}


class ExemptionForm(StepForm):
    """Why the client need not register, from when until when, with the proof."""

    reason = Choice(_l("Waarom is de cliënt vrijgesteld?"), [Required("Kies de grond van de vrijstelling.")])
    from_on = DutchDate(_l("Vanaf"), [Required("Geef de eerste dag.")])
    until_on = DutchDate(
        _l("Tot en met"), description=_l("Laat leeg als het einde niet bekend is: dan staat de klok stil.")
    )
    proof = Line(
        _l("Welk bewijs is er?"),
        [Required("Zeg welk bewijs er is.")],
        longest=200,
        description=_l(
            "Arbeidscontract, inschrijving aan een school, verblijfsdocument. Voeg het stuk toe aan het dossier."
        ),
    )

    def prepare(self, case: Referral, when: Moment) -> None:
        """List the grounds."""
        self.reason.choices = labelled(EXEMPTION_TITLES)

    def fields(self) -> dict[str, Any]:
        """Bring the exemption."""
        return {"exemption": super().fields()}


class ExemptionEndForm(StepForm):
    """The last day of an exemption."""

    until_on = DutchDate(
        _l("Laatste dag van de vrijstelling"),
        [Required("Geef de laatste dag.")],
        description=_l("Vanaf de dag erna loopt de klok verder."),
    )

    def fields(self) -> dict[str, Any]:
        """Bring the end."""
        return {"exemption_end": super().fields()}
