"""The forms of the contract of a GPMI: its opening, its end, the interviews its client asks for."""

from typing import Any

from flask_babel import lazy_gettext as _l

from forms.fields import Choice, DutchDate, Line, Pick, Required, Words
from forms.labels import labelled
from forms.step_form import Sections, StepForm
from workflow.competence import Aid
from workflow.gpmi import END_REASONS, GROUNDS, GROUNDS_FOR
from workflow.models import Gpmi, Person, RoleGrant, db
from workflow.moment import Moment
from workflow.roles import Role
from workflow.rows import NEW

SHORT = 60


def social_workers(case: Gpmi, when: Moment) -> list[tuple[str, str]]:
    """List the social workers of the organisation that owns the file, by their last name."""
    grants = db.session.query(RoleGrant).filter_by(organisation_id=case.owner_id, role=Role.SOCIAL_WORKER).all()
    people: set[Person] = {grant.person for grant in grants if grant.valid_on(when.today)}
    by_name = sorted(people, key=lambda person: (person.last_name, person.first_name))
    return [("", ""), *[(person.id, person.name) for person in by_name]]


class ContractForm(StepForm):
    """The contract: which decision, on which ground, for what, and who guides the client."""

    sections: Sections = (
        (_l("Grondslag"), ("granted_on", "link_decided_on", "ground", "ground_explained")),
        (_l("Het contract"), ("objective", "household", "handler_id", "replacement_id")),
        (_l("Was er al een contract?"), ("contract_reference", "contract_signed_on")),
    )

    granted_on = DutchDate(
        _l("Beslissing die de steun toekende"),
        [Required("Geef de dag van de beslissing.")],
        description=_l("Vanaf die dag loopt de termijn om het GPMI op te maken."),
    )
    link_decided_on = DutchDate(
        _l("Beslissing die het GPMI oplegt"),
        [Required("Geef de dag van de beslissing die het GPMI oplegt.")],
        description=_l(
            "Bij equivalent leefloon gelden de afspraken enkel als een beslissing over deze cliënt ze oplegt "
            "(OCMW-wet art. 60 § 3)."
        ),
    )
    ground = Choice(_l("Is het GPMI verplicht?"), [Required("Kies waarom er een GPMI is.")])
    ground_explained = Words(
        _l("Waarom?"),
        [Required("Leg uit waarom.")],
        description=_l(
            "Komt niet in een brief. Bij gezondheid of billijkheid: verwijs naar de gemotiveerde beslissing."
        ),
    )
    objective = Words(
        _l("Wat wil de cliënt bereiken?"),
        [Required("Schrijf wat de cliënt wil bereiken.")],
        description=_l("Komt in de bijlage die de cliënt krijgt, en die Amal leest waar het partij is."),
    )
    household = Words(
        _l("Gezin en situatie"), description=_l("Enkel voor het OCMW: Amal leest dit nooit, en het komt in geen brief.")
    )
    handler_id = Pick(_l("Maatschappelijk werker"), [Required("Kies de maatschappelijk werker.")])
    replacement_id = Pick(_l("Wie vervangt die?"), [Required("Kies wie hem vervangt.")])
    contract_reference = Line(
        _l("Nummer van het contract"), longest=SHORT, description=_l("Leeg: het nummer van dit dossier.")
    )
    contract_signed_on = DutchDate(
        _l("Ondertekend op"), description=_l("Leeg: het contract wordt samen met de eerste bijlage ondertekend.")
    )

    @classmethod
    def initial(cls, case: Gpmi, when: Moment) -> dict[str, Any]:
        """Show what was written, and who guides the client now."""
        names = ("granted_on", "link_decided_on", "ground", "handler_id", "replacement_id", "contract_signed_on")
        texts = ("ground_explained", "objective", "household", "contract_reference")
        return {name: getattr(case, name) for name in names} | {name: getattr(case, name) or "" for name in texts}

    def prepare(self, case: Gpmi, when: Moment) -> None:
        """List the grounds that fit the aid and the social workers; only equivalent leefloon needs a second decision."""
        aid = case.client.aid_on(when.today) if case.state == NEW else Aid(case.aid)
        fitting = GROUNDS_FOR.get(aid, frozenset())
        self.ground.choices = labelled({key: title for key, title in GROUNDS.items() if key in fitting})
        self.handler_id.choices = self.replacement_id.choices = social_workers(case, when)
        if aid is not Aid.EQUIVALENT:
            del self.link_decided_on
            head, names = self.sections[0]
            self.sections = ((head, tuple(name for name in names if name != "link_decided_on")), *self.sections[1:])


class InterviewForm(StepForm):
    """The client asks to talk."""

    asked_on = DutchDate(_l("Gevraagd op"), [Required("Geef de dag.")])
    subject = Words(_l("Waarover wil de cliënt praten?"), [Required("Schrijf waarover.")])

    @classmethod
    def initial(cls, case: Gpmi, when: Moment) -> dict[str, Any]:
        """Propose today."""
        return {"asked_on": when.today}

    def fields(self) -> dict[str, Any]:
        """Bring the interview as one row."""
        return {"interview": super().fields()}


class InterviewHeldForm(StepForm):
    """What came of the interview the client asked for."""

    held_on = DutchDate(_l("Gehouden op"), [Required("Geef de dag.")])
    outcome = Words(_l("Wat leverde het op?"), [Required("Schrijf wat het opleverde.")])

    @classmethod
    def initial(cls, case: Gpmi, when: Moment) -> dict[str, Any]:
        """Propose today."""
        return {"held_on": when.today}

    def fields(self) -> dict[str, Any]:
        """Bring what came of the last interview."""
        return {"interview_held": super().fields()}


class WithdrawForm(StepForm):
    """Why a contract stops before it was in force."""

    end_reason = Pick(_l("Waarom?"), [Required("Kies de reden.")])
    end_explanation = Words(_l("Uitleg"), [Required("Leg de reden uit.")])

    def prepare(self, case: Gpmi, when: Moment) -> None:
        """List the reasons."""
        self.end_reason.choices = [("", ""), *labelled(END_REASONS)]


class EndForm(WithdrawForm):
    """When and why a contract ends."""

    sections: Sections = (("", ("ended_on", "end_reason", "end_explanation")),)

    ended_on = DutchDate(
        _l("Laatste dag"),
        [Required("Geef de laatste dag.")],
        description=_l("Tot en met die dag gelden de afspraken. Wat ervoor gebeurde, kan nog een inbreuk zijn."),
    )

    @classmethod
    def initial(cls, case: Gpmi, when: Moment) -> dict[str, Any]:
        """Propose today."""
        return {"ended_on": when.today}


class ReplaceForm(EndForm):
    """When, why and by which other contract this one is replaced."""

    sections: Sections = (("", ("ended_on", "new_contract", "end_reason", "end_explanation")),)

    new_contract = Line(
        _l("Nummer van het contract dat in de plaats komt"), [Required("Geef het nummer.")], longest=SHORT
    )
