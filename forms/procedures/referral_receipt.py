"""The forms of the answer of the agency, and of the start of the trajectory."""

from typing import Any

from flask_babel import lazy_gettext as _l

from forms.fields import DutchDate, Line, Pick, Required, TimeOfDay, Words
from forms.step_form import StepForm
from workflow.models import Person, Referral, RoleGrant, db
from workflow.moment import Moment
from workflow.referrals import CRITERIA
from workflow.roles import Role


def counsellors(case: Referral, when: Moment) -> list[tuple[str, str]]:
    """List the counsellors of the agency, by name."""
    house = case.party_of(Role.COUNSELLOR)
    grants = db.session.query(RoleGrant).filter_by(organisation_id=house.id, role=Role.COUNSELLOR).all()
    people: set[Person] = {grant.person for grant in grants if grant.valid_on(when.today)}
    return [("", ""), *[(each.id, each.name) for each in sorted(people, key=lambda each: each.last_name)]]


class CounsellorForm(StepForm):
    """Who guides the client."""

    counsellor_id = Pick(_l("Trajectbegeleider"), [Required("Kies de trajectbegeleider.")])

    @classmethod
    def initial(cls, case: Referral, when: Moment) -> dict[str, Any]:
        """Show who does now."""
        return {"counsellor_id": case.counsellor_id}

    def prepare(self, case: Referral, when: Moment) -> None:
        """List the counsellors."""
        self.counsellor_id.choices = counsellors(case, when)


class AppointmentForm(StepForm):
    """The first appointment."""

    appointment_on = DutchDate(_l("Dag van de eerste afspraak"), [Required("Geef de dag.")])
    appointment_time = TimeOfDay(_l("Uur"), [Required("Geef het uur.")], description=_l("Bijvoorbeeld 14.00 uur"))
    appointment_place = Line(_l("Plaats"), [Required("Geef de plaats.")], description=_l("Straat, nummer, lokaal"))

    @classmethod
    def initial(cls, case: Referral, when: Moment) -> dict[str, Any]:
        """Propose the address of the agency."""
        house = case.party_of(Role.COUNSELLOR)
        return {
            "appointment_on": case.appointment_on,
            "appointment_time": case.appointment_time or "",
            "appointment_place": case.appointment_place or f"{house.street}, {house.postal_code} {house.city}",
        }


class AcceptForm(CounsellorForm, AppointmentForm):
    """Who guides the client, and when he is expected."""

    @classmethod
    def initial(cls, case: Referral, when: Moment) -> dict[str, Any]:
        """Show what is known of both."""
        return CounsellorForm.initial(case, when) | AppointmentForm.initial(case, when)


class QuestionForm(StepForm):
    """What the agency still needs."""

    question = Words(
        _l("Wat moet het OCMW aanvullen?"), [Required("Schrijf je vraag.")], description=_l("Het OCMW leest dit.")
    )


class AnswerForm(StepForm):
    """What the welfare centre answers."""

    answer = Words(_l("Je antwoord"), [Required("Schrijf je antwoord.")], description=_l("Amal leest dit."))


class RefuseForm(StepForm):
    """Criterion by criterion what is not met."""

    sections = (
        (
            _l("Wat is niet in orde? Laat leeg wat wel in orde is. Dit komt in de brief aan het OCMW."),
            tuple(f"criterion_{key}" for key in CRITERIA),
        ),
    )

    def fields(self) -> dict[str, Any]:
        """Bring the criteria that are not met, each with its explanation."""
        given = {key: self[f"criterion_{key}"].data for key in CRITERIA}
        return {"refusal": {key: text for key, text in given.items() if text}}


for _key, _title in CRITERIA.items():
    setattr(RefuseForm, f"criterion_{_key}", Words(_l(_title), description=_l("Niet in orde? Leg uit waarom.")))


class StartForm(StepForm):
    """When the integration contract was signed."""

    contract_signed_on = DutchDate(
        _l("Inburgeringscontract ondertekend op"),
        [Required("Geef de dag.")],
        description=_l("Vanaf die dag loopt de termijn voor de VDAB (SWO art. 10)."),
    )

    @classmethod
    def initial(cls, case: Referral, when: Moment) -> dict[str, Any]:
        """Propose the contract that holds today."""
        contract = case.client.contract_on(when.today)
        return {"contract_signed_on": contract and contract.from_on}
