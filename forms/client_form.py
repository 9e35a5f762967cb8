"""The form of a client: identity, address, how to speak with him, who follows him."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField
from wtforms.validators import ValidationError

from forms import national_number
from forms.access import moment, visible_clients
from forms.fields import Choice, DutchDate, Line, Pick, Required
from letters.translations.languages import LANGUAGES
from workflow.models import Client, RoleGrant, db
from workflow.models.sealing import vault
from workflow.moment import Moment
from workflow.roles import Role
from workflow.wording import N_

LONGEST = 200
OF_THE_CENTRE = (Role.CLERK, Role.SOCIAL_WORKER, Role.TEAM_LEAD)
"""Those who say which social worker follows a client: the agency does not."""

DUTCH, OTHER = N_("Nederlands"), "andere"
"""What can be chosen beside the languages with a translation sheet."""


class ClientForm(FlaskForm):
    """What the register keeps of a client."""

    first_name = Line(_l("Voornaam"), [Required("Vul de voornaam in.")], longest=LONGEST)
    last_name = Line(_l("Achternaam"), [Required("Vul de achternaam in.")], longest=LONGEST)
    salutation = Choice(_l("Aanspreking in brieven"))
    born_on = DutchDate(_l("Geboren op"), [Required("Vul de geboortedatum in.")])
    national_number = Line(
        _l("Rijksregisternummer"), [Required("Vul het rijksregisternummer in.")], description=_l("Met of zonder punten")
    )
    street = Line(_l("Straat en nummer"), [Required("Vul straat en nummer in.")], longest=LONGEST)
    postal_code = Line(_l("Postcode"), [Required("Vul de postcode in.")], longest=10)
    city = Line(_l("Gemeente"), [Required("Vul de gemeente in.")], longest=LONGEST)
    phone = Line(_l("Telefoon"), longest=50)
    contact_language = Pick(
        _l("Contacttaal"),
        description=_l(
            "Taal waarin de cliënt mondeling bereikbaar is, en van het vertaalblad ter informatie. "
            "De brief zelf is altijd in het Nederlands."
        ),
    )
    other_language = Line(_l("Welke andere taal?"), longest=50)
    interpreter = BooleanField(_l("Tolk nodig"))
    social_worker_id = Pick(_l("Maatschappelijk werker"))
    seen = HiddenField()

    def __init__(self, when: Moment, client: Client | None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.known = client
        self._offer_languages(client)
        self.salutation.choices = [
            ("mevrouw", _("Mevrouw")),
            ("heer", _("De heer")),
            ("", _("Naam, zonder aanspreking")),
        ]
        grants = db.session.query(RoleGrant).filter_by(role=Role.SOCIAL_WORKER).all()
        people = {g.person for g in grants if g.valid_on(when.today)}
        if not when.actor.roles & set(OF_THE_CENTRE):
            del self.social_worker_id
            return
        self.social_worker_id.choices = [("", ""), *sorted(((p.id, p.name) for p in people), key=lambda pair: pair[1])]

    def _offer_languages(self, client: Client | None) -> None:
        """List the languages; one that is not in the list, but known of this client, is another one."""
        listed = [DUTCH, *[language.dutch for language in LANGUAGES.values()]]
        self.contact_language.choices = [("", ""), *[(each, each) for each in listed], (OTHER, _("Een andere taal"))]
        if not self.is_submitted() and client and client.contact_language:
            kept = next((each for each in listed if each.casefold() == client.contact_language.casefold()), None)
            self.contact_language.data = kept or OTHER
            self.other_language.data = "" if kept else client.contact_language

    def validate_other_language(self, field: Line) -> None:
        """Ask which language it is when it is not in the list, and only then."""
        if self.contact_language.data == OTHER and not field.data:
            raise ValidationError(_("Schrijf welke taal het is."))
        if self.contact_language.data != OTHER and field.data:
            raise ValidationError(_("Kies 'Een andere taal' bij Contacttaal, of maak dit veld leeg."))

    def validate_born_on(self, field: DutchDate) -> None:
        """Refuse a birth in the future."""
        if field.data and field.data > moment().today:
            raise ValidationError(_("De geboortedatum ligt in de toekomst."))

    def validate_national_number(self, field: Line) -> None:
        """Refuse a number that cannot exist, and one that is known already."""
        if problem := national_number.problem(field.data or "", self.born_on.data):
            raise ValidationError(problem)
        index = vault.index(national_number.digits(field.data or ""))
        other = db.session.query(Client).filter_by(number_index=index).first()
        if other and other is not self.known:
            visible = db.session.scalars(visible_clients(moment()).where(Client.id == other.id)).first()
            self.twin = visible
            raise ValidationError(
                _("Deze cliënt staat al in het register: %(name)s.", name=visible.name)
                if visible
                else _("Dit rijksregisternummer staat al in het register van een andere organisatie.")
            )

    twin: Client | None = None

    def into(self, client: Client) -> None:
        """Write what was filled in."""
        client.rename(self.first_name.data or "", self.last_name.data or "")
        client.national_number = national_number.digits(self.national_number.data or "")
        for name in ("born_on", "street", "postal_code", "city", "phone", "interpreter"):
            setattr(client, name, self[name].data if self[name].data is not None else "")
        client.contact_language = self.other_language.data or self.contact_language.data or ""
        client.salutation = self.salutation.data or ""
        if "social_worker_id" in self:
            client.social_worker_id = self.social_worker_id.data
