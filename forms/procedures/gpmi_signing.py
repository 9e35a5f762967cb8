"""The forms with which an annex of a GPMI is offered, signed by the client, or taken back."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from forms.fields import Choice, DutchDate, Line, Required, Words
from forms.labels import labelled
from forms.step_form import StepForm
from workflow.gpmi import SIGNED_HOW
from workflow.models import Gpmi
from workflow.moment import Moment


class OfferForm(StepForm):
    """The client gets the annex in his hands."""

    offered_on = DutchDate(
        _l("De cliënt kreeg de bijlage op"),
        [Required("Geef de dag.")],
        description=_l("Vanaf die dag loopt de bedenktijd (RMI-wet art. 6 § 3)."),
    )
    assistance_offered = BooleanField(
        _l(
            "Ik zei de cliënt dat hij zich mag laten bijstaan door iemand van zijn keuze, en mag vragen gehoord te worden"
        )
    )

    @classmethod
    def initial(cls, case: Gpmi, when: Moment) -> dict[str, Any]:
        """Propose today."""
        return {"offered_on": when.today}

    def fields(self) -> dict[str, Any]:
        """Bring the offer as one row."""
        return {"offer": super().fields() | {"client_signed_on": None, "waived": False, "waived_how": ""}}


class ClientSignsForm(StepForm):
    """The client signed: when, how, and whether he waived his days to think it over."""

    client_signed_on = DutchDate(_l("Ondertekend op"), [Required("Geef de dag.")])
    client_signed_how = Choice(_l("Hoe?"), [Required("Kies hoe de cliënt ondertekende.")])
    waived = BooleanField(_l("De cliënt zag zelf af van de bedenktijd (te bevestigen)"))
    waived_how = Line(_l("Hoe zag hij ervan af?"), description=_l("Bijvoorbeeld: in een mail van 3 maart."))

    @classmethod
    def initial(cls, case: Gpmi, when: Moment) -> dict[str, Any]:
        """Propose today, and show what was noted before."""
        draft = case.draft
        return {
            "client_signed_on": (draft.client_signed_on if draft else None) or when.today,
            "client_signed_how": draft.client_signed_how if draft else None,
            "waived": draft.waived if draft else False,
            "waived_how": draft.waived_how if draft else "",
        }

    def prepare(self, case: Gpmi, when: Moment) -> None:
        """List the ways of signing."""
        self.client_signed_how.choices = labelled(SIGNED_HOW)

    def validate_waived_how(self, field: Line) -> None:
        """Ask how, where the client waived his days."""
        if self.waived.data and not field.data:
            Required("Schrijf hoe de cliënt ervan afzag.")(self, field)

    def fields(self) -> dict[str, Any]:
        """Bring the signature as one row."""
        said = super().fields()
        return {"client_signature": said | {"waived_how": said["waived_how"] if said["waived"] else ""}}


class DropForm(StepForm):
    """Why an annex that is not signed is taken back."""

    remark = Words(_l("Waarom vervalt de bijlage?"), [Required("Schrijf waarom de bijlage vervalt.")])
