"""The forms of a change of direction: what becomes of a sanction file when leefloon stopped."""

from typing import Any

from flask_babel import lazy_gettext as _l

from forms.fields import Choice, Required, Words
from forms.labels import labelled
from forms.step_form import StepForm
from workflow.follow_up import FOLLOW_UP_TITLES
from workflow.models import Direction
from workflow.moment import Moment


class FollowUpForm(StepForm):
    """What becomes of the sanction file, and why."""

    follow_up = Choice(_l("Hoe gaat het sanctiedossier verder?"), [Required("Kies hoe het verdergaat.")])
    follow_up_reason = Words(
        _l("Waarom?"),
        [Required("Schrijf waarom.")],
        description=_l("Bij 'Overdragen aan Amal' staat dit in de overdrachtsnota."),
    )

    def prepare(self, case: Direction, when: Moment) -> None:
        """Name the choices."""
        self.follow_up.choices = labelled(FOLLOW_UP_TITLES)

    @classmethod
    def initial(cls, case: Direction, when: Moment) -> dict[str, Any]:
        """Show what was chosen before."""
        return {"follow_up": case.follow_up, "follow_up_reason": case.follow_up_reason}


FORMS: dict[str, type[StepForm]] = {"kies_vervolg": FollowUpForm}
