"""The forms of the register of clients: identity, which reading counts, who knows the client, closing."""

from typing import Any

from flask_babel import lazy_gettext as _l

from forms.client_form import ClientForm
from forms.fields import Choice, Required, Words
from forms.labels import labelled
from forms.partners import partners_of
from forms.procedures import client_facts
from forms.step_form import ConfirmForm, StepForm
from workflow.competence import READING_TITLES
from workflow.models import Client
from workflow.moment import Moment


class WhyForm(StepForm):
    """Why something is done with the register of a client."""

    remark = Words(_l("Waarom?"), [Required("Schrijf waarom.")], description=_l("Komt in de historiek."))


class ReadingForm(WhyForm):
    """Which of the two readings of twelve months counts for a client."""

    reading = Choice(
        _l("Welke lezing telt?"),
        [Required("Kies welke lezing telt.")],
        description=_l("De samenwerkingsovereenkomst zegt het op twee manieren. Wie kiest, zegt waarom."),
    )

    def prepare(self, case: Client, when: Moment) -> None:
        """Name the two readings."""
        self.reading.choices = labelled(READING_TITLES)

    @classmethod
    def initial(cls, case: Client, when: Moment) -> dict[str, Any]:
        """Show what was chosen before."""
        return {"reading": case.reading}


class ShareForm(WhyForm):
    """Why the other organisation gets to know a client."""

    remark = Words(
        _l("Waarom, en wat weet de cliënt ervan?"),
        [Required("Schrijf waarom, en wat de cliënt ervan weet.")],
        description=_l("Komt in de historiek."),
    )

    def prepare(self, case: Client, when: Moment) -> None:
        """Find the other organisation of a joint client."""
        self.partners = [each.id for each in partners_of(when)]

    def fields(self) -> dict[str, Any]:
        """Return who gets to know the client."""
        return {"known_to": self.partners}


FORMS: dict[str, type[StepForm]] = {
    "schrijf_in": ClientForm,
    "wijzig": ClientForm,
    "kijk_na": ConfirmForm,
    "kies_lezing": ReadingForm,
    "deel": ShareForm,
    **dict.fromkeys(("sluit_register", "heropen_register", "schrap_client"), WhyForm),
    **client_facts.FORMS,
}
