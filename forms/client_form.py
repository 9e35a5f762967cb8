"""The form of a client: identity, address, how to speak with him, who follows him."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField
from wtforms.validators import ValidationError

from forms import national_number
from forms.access import moment, visible_clients
from forms.fields import Choice, DutchDate, Line, Pick, Required
from forms.partners import partners_of
from forms.step_form import StepForm
from letters.translations.languages import LANGUAGES
from workflow.facts import AT_AMAL, AT_OCMW
from workflow.models import Client, RoleGrant, db
from workflow.models.sealing import Sealed, vault
from workflow.moment import Moment
from workflow.roles import Role
from workflow.rows import NEW
from workflow.wording import N_

LONGEST = 200
FOLLOWED_BY = {"social_worker_id": (AT_OCMW, Role.SOCIAL_WORKER), "counsellor_id": (AT_AMAL, Role.COUNSELLOR)}
"""Who says which worker follows a client: each organisation names its own."""

DUTCH, OTHER = N_("Nederlands"), "andere"
"""What can be chosen beside the languages with a translation sheet."""


class ClientForm(StepForm):
    """What the register keeps of a client."""

    first_name = Line(_l("Voornaam"), [Required("Vul de voornaam in.")], longest=LONGEST)
    last_name = Line(_l("Achternaam"), [Required("Vul de achternaam in.")], longest=LONGEST)
    salutation = Choice(_l("Aanspreking in brieven"))
    born_on = DutchDate(_l("Geboren op"), [Required("Vul de geboortedatum in.")])
    national_number = Line(
        _l("Rijksregisternummer"), [Required("Vul het rijksregisternummer in.")], description=_l("Met of zonder punten")
    )
    street = Line(_l("Straat en nummer"), [Required("Vul straat en nummer in.")], longest=LONGEST)
    postal_code = Line(_l("Postcode"), [Required("Vul de postcode in.")], longest=20)
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
    mother_tongue = Line(_l("Moedertaal"), longest=50)
    eu_citizen = Choice(_l("Nationaliteit van een land van de EU?"))
    social_worker_id = Pick(_l("Maatschappelijk werker"))
    counsellor_id = Pick(_l("Trajectbegeleider"))
    joint = BooleanField(
        _l("Ook bekend bij de andere organisatie (gezamenlijke cliënt)"),
        default=True,
        description=_l("Zonder vinkje kent voorlopig enkel je eigen organisatie deze cliënt."),
    )

    @classmethod
    def initial(cls, case: Client, when: Moment) -> dict[str, Any]:
        """Show what the register says now."""
        if case.state == NEW:
            return {"joint": True}
        eu = None if case.eu_citizen is None else "ja" if case.eu_citizen else "nee"
        return {name: getattr(case, name) for name in (*IDENTITY, *FOLLOWED_BY)} | {"eu_citizen": eu}

    def prepare(self, case: Client, when: Moment) -> None:
        """Fill in the lists, and leave out what this person does not say."""
        self.known = None if case.state == NEW else case
        self.ours = when.actor.organisation_id
        self.partners = [each.id for each in partners_of(when)]
        self._offer_languages(self.known)
        self.salutation.choices = [
            ("mevrouw", _("Mevrouw")),
            ("heer", _("De heer")),
            ("", _("Naam, zonder aanspreking")),
        ]
        self.eu_citizen.choices = [("ja", _("Ja")), ("nee", _("Nee"))]
        for name, (sayers, role) in FOLLOWED_BY.items():
            if when.actor.roles & set(sayers):
                self[name].choices = _people(role, when)
            else:
                del self[name]
        if self.known or not self.partners:
            del self.joint

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
                else _(
                    "Dit rijksregisternummer staat al in het register van een andere organisatie. "
                    "Vraag haar om de cliënt ook bij jouw organisatie bekend te maken."
                )
            )

    twin: Client | None = None

    def fields(self) -> dict[str, Any]:
        """Return what the register keeps; of the number the log keeps only what cannot be read back."""
        said = {name: self[name].data or "" for name in IDENTITY if name not in ("born_on", "interpreter")}
        said["contact_language"] = self.other_language.data or self.contact_language.data or ""
        said |= {"born_on": self.born_on.data, "interpreter": bool(self.interpreter.data)}
        said["national_number"] = Sealed(national_number.digits(self.national_number.data or ""))
        said["eu_citizen"] = {"ja": True, "nee": False}.get(self.eu_citizen.data or "")
        said |= {name: self[name].data for name in FOLLOWED_BY if name in self}
        if self.known is None:
            joint = "joint" in self and self.joint.data
            said["known_to"] = [self.ours, *(self.partners if joint else [])]
        return said


IDENTITY = (
    "first_name",
    "last_name",
    "salutation",
    "born_on",
    "national_number",
    "street",
    "postal_code",
    "city",
    "phone",
    "contact_language",
    "interpreter",
    "mother_tongue",
)
"""What the register keeps of who somebody is and how to reach him."""


def _people(role: Role, when: Moment) -> list[tuple[str, str]]:
    """List who holds a role today, by name."""
    grants = db.session.query(RoleGrant).filter_by(role=role).all()
    people = {grant.person for grant in grants if grant.valid_on(when.today)}
    return [("", ""), *sorted(((each.id, each.name) for each in people), key=lambda pair: pair[1])]
