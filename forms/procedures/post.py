"""The forms of a letter's way: signing, sending, what comes back."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, PasswordField
from wtforms.validators import ValidationError

from forms.fields import Choice, DutchDate, Line, Required, WholeNumber, Words
from forms.procedures import attachments
from forms.procedures.post_outside import OutsideForm
from forms.registered_numbers import letter_with
from forms.step_form import ConfirmForm, StepForm
from workflow.models import Letter
from workflow.moment import Moment
from workflow.terms import Way
from workflow.wording import N_

WAYS = {
    Way.REGISTERED: N_("Aangetekend"),
    Way.RECEIPT: N_("Afgegeven tegen ontvangstbewijs"),
    Way.ORDINARY: N_("Gewone post"),
    Way.PROGRAM: N_("Via het programma"),
}


class SubmitForm(StepForm):
    """In how many numbered copies a letter is signed."""

    number_of_copies = WholeNumber(
        _l("Aantal exemplaren"), description=_l("Eén voor elke partij; bij meer dan één staat het nummer op de brief.")
    )

    @classmethod
    def initial(cls, letter: Letter, when: Moment) -> dict[str, Any]:
        """Propose as many as the letter has."""
        return {"number_of_copies": letter.number_of_copies}

    def fields(self) -> dict[str, Any]:
        """Bring the number; an empty answer is one copy."""
        return {"number_of_copies": 1 if self.number_of_copies.data is None else self.number_of_copies.data}


class SignForm(StepForm):
    """A signature: the letter was read, and the password proves who signs."""

    read = BooleanField(_l("Ik heb de brief gelezen"), [Required("Vink aan dat je de brief gelezen hebt.")])
    password = PasswordField(_l("Bevestig met je wachtwoord"), [Required("Vul je wachtwoord in.")])

    def fields(self) -> dict[str, Any]:
        """Bring nothing to the letter: a password is never kept."""
        return {}


class SendBackForm(StepForm):
    """Why a letter is not signed."""

    remark = Words(_l("Wat moet er veranderen?"), [Required("Schrijf wat er moet veranderen.")])


class SendForm(StepForm):
    """How and when a letter left."""

    way = Choice(_l("Hoe is de brief verzonden?"), [Required("Kies hoe de brief vertrok.")])
    registered_number = Line(
        _l("Nummer van de aangetekende zending"),
        description=_l("30 cijfers die met 010 beginnen, of 13 tekens die met R beginnen."),
    )
    posted_on = DutchDate(_l("Dag van afgifte"), [Required("Geef de dag van afgifte.")])

    @classmethod
    def initial(cls, letter: Letter, when: Moment) -> dict[str, Any]:
        """Propose how it should leave, today."""
        return {
            "way": letter.way or letter.to_be_sent,
            "posted_on": letter.posted_on or when.today,
            "registered_number": letter.registered_number or "",
        }

    def prepare(self, letter: Letter, when: Moment) -> None:
        """List the ways this letter may leave."""
        self.letter_id = letter.id
        registered = letter.to_be_sent == Way.REGISTERED
        allowed = (Way.REGISTERED, Way.RECEIPT) if registered else tuple(Way)
        within = [way for way in allowed if way != Way.PROGRAM or letter.to_organisation_id]
        self.way.choices = [(str(way), WAYS[way]) for way in within]

    def validate_registered_number(self, field: Line) -> None:
        """Refuse a number that stands on another letter already."""
        if other := letter_with(self._number, self.letter_id):
            raise ValidationError(_("Dit nummer staat al bij brief %(other)s.", other=other))

    @property
    def _number(self) -> str | None:
        """The number without its spaces, and only when the letter was registered."""
        number = "".join((self.registered_number.data or "").split()).upper()
        return number or None if self.way.data == Way.REGISTERED else None

    def fields(self) -> dict[str, Any]:
        """Bring the number as it was read."""
        return super().fields() | {"registered_number": self._number}


class PresentForm(StepForm):
    """When the carrier presented the letter."""

    presented_on = DutchDate(_l("Dag van aanbieding"), [Required("Geef de dag van aanbieding.")])


class ReturnForm(StepForm):
    """When and why a letter came back."""

    returned_on = DutchDate(_l("Teruggekomen op"), [Required("Geef de dag.")])
    return_reason = Line(_l("Reden op de omslag"), [Required("Schrijf de reden.")])


class CorrectForm(SendForm):
    """Posting data that were wrong."""

    remark = Words(_l("Waarom veranderen de gegevens?"), [Required("Schrijf waarom.")])
    presented_on = DutchDate(_l("Dag van aanbieding"))

    @classmethod
    def initial(cls, letter: Letter, when: Moment) -> dict[str, Any]:
        """Show what was recorded."""
        return super().initial(letter, when) | {"presented_on": letter.presented_on}


class FollowUpForm(StepForm):
    """What was done about a letter that came back."""

    remark = Words(
        _l("Wat is er gebeurd?"),
        [Required("Schrijf wat er met de teruggekeerde brief gebeurde.")],
        description=_l("Bijvoorbeeld: adres nagekeken in het rijksregister, nieuwe brief gemaakt."),
    )


FORMS: dict[str, type[StepForm]] = {
    "leg_voor": SubmitForm,
    "onderteken": SignForm,
    "stuur_terug": SendBackForm,
    "neem_op": OutsideForm,
    "verzend": SendForm,
    "meld_aanbieding": PresentForm,
    "meld_terugkeer": ReturnForm,
    "volg_op": FollowUpForm,
    "corrigeer": CorrectForm,
    "annuleer": ConfirmForm,
    **attachments.PROOF,
}
