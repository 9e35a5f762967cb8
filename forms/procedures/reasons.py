"""The form of a refusal or a withdrawal between two parties: the reason, which both read."""

from flask_babel import lazy_gettext as _l

from forms.fields import Required, Words
from forms.step_form import StepForm


class ReasonForm(StepForm):
    """Why a party refuses or withdraws something."""

    closing_reason = Words(
        _l("Waarom?"), [Required("Schrijf waarom.")], description=_l("De andere partij leest deze reden.")
    )
