"""The forms with which a warm hand-over ends: taken in, not taken in, withdrawn (SWO art. 2)."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField
from wtforms.validators import ValidationError

from forms.fields import Choice, Pick, Required, Words
from forms.labels import labelled
from forms.procedures.case_notes import colleagues
from forms.step_form import StepForm
from workflow.handoff import OUTCOME_TITLES, Outcome
from workflow.models import WarmHandoff
from workflow.moment import Moment
from workflow.roles import Role


class TakeInForm(StepForm):
    """Who guides the client from now on."""

    handler_id = Pick(_l("Wie begeleidt de cliënt?"), [Required("Kies de maatschappelijk werker.")])
    intake_note = Words(
        _l("Nota bij de opname"),
        description=_l("Blijft bij het OCMW: Amal leest enkel dat de cliënt in begeleiding is."),
    )

    @classmethod
    def initial(cls, case: WarmHandoff, when: Moment) -> dict[str, Any]:
        """Propose the social worker of the file."""
        return {"handler_id": case.handler_id}

    def prepare(self, case: WarmHandoff, when: Moment) -> None:
        """List the social workers."""
        self.handler_id.choices = colleagues(case, Role.SOCIAL_WORKER, when)


class DeclineForm(StepForm):
    """Why the client is not taken in, and what he was offered instead."""

    outcome = Choice(_l("Wat is de afloop?"), [Required("Kies de afloop.")])
    declined_reason = Words(
        _l("Waarom?"), [Required("Schrijf waarom.")], description=_l("Blijft bij het OCMW: Amal leest dit niet.")
    )
    alternative = Words(
        _l("Wat is de cliënt in de plaats aangeboden?"),
        description=_l("Bij een doorverwijzing: naar wie, en voor wat."),
    )
    alternative_told = BooleanField(_l("De cliënt gaat akkoord dat Amal weet wat hem aangeboden is"))

    def prepare(self, case: WarmHandoff, when: Moment) -> None:
        """List how it can end when the client is not taken in."""
        titles = {key: title for key, title in OUTCOME_TITLES.items() if key != Outcome.GUIDED}
        self.outcome.choices = labelled(titles)

    def validate_alternative(self, field: Words) -> None:
        """Ask to whom the client was referred."""
        if self.outcome.data == Outcome.REFERRED and not field.data:
            raise ValidationError(_("Schrijf naar wie de cliënt doorverwezen is."))


class WithdrawForm(StepForm):
    """Why Amal takes the hand-over back."""

    withdrawal_reason = Words(
        _l("Waarom trek je de overdracht in?"),
        [Required("Schrijf waarom.")],
        description=_l("Bijvoorbeeld: de cliënt trekt zijn akkoord in. Het OCMW leest de informatie dan niet meer."),
    )
