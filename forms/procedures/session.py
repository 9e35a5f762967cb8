"""The forms of a session of the committee."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from forms.fields import DutchDate, Line, Required, TimeOfDay, Words
from forms.step_form import ConfirmForm, StepForm


class PlanForm(StepForm):
    """A session to come."""

    held_on = DutchDate(_l("Dag"), [Required("Geef de dag.")])
    starts_at = TimeOfDay(_l("Uur"), [Required("Geef het uur.")], description=_l("Bijvoorbeeld 14.00 uur"))
    place = Line(_l("Plaats"), [Required("Geef de plaats.")])
    second_convocation = BooleanField(
        _l("Tweede oproeping (DLB art. 110 jo. 26): het quorum geldt niet voor punten die opnieuw op de agenda staan")
    )


class CancelForm(StepForm):
    """Why a session does not take place."""

    cancel_reason = Words(_l("Waarom gaat de zitting niet door?"), [Required("Schrijf waarom.")])


FORMS: dict[str, type[StepForm]] = {"plan": PlanForm, "sluit": ConfirmForm, "annuleer": CancelForm}
