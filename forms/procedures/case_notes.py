"""The forms of what every kind of file allows: a note, another handler or counsellor."""

from typing import Any

from flask_babel import lazy_gettext as _l

from forms.fields import Pick, Required, Words
from forms.procedures import attachments
from forms.step_form import StepForm
from workflow.models import Case, Person, RoleGrant, db
from workflow.moment import Moment
from workflow.roles import Role


class NoteForm(StepForm):
    """A note, for instance after a phone call."""

    remark = Words(
        _l("Nota"), [Required("Schrijf de nota.")], description=_l("Bijvoorbeeld: telefonisch overleg met de cliënt.")
    )


def colleagues(case: Case, role: Role, when: Moment) -> list[tuple[str, str]]:
    """List who holds a role today at the organisation that works on the file in it."""
    query = db.session.query(RoleGrant).filter_by(organisation_id=case.party_of(role).id, role=role)
    people: set[Person] = {grant.person for grant in query if grant.valid_on(when.today)}
    return [("", ""), *[(each.id, each.name) for each in sorted(people, key=lambda person: person.last_name)]]


class AssignForm(StepForm):
    """Another social worker for the file."""

    handler_id = Pick(_l("Maatschappelijk werker"), [Required("Kies de collega.")])

    def prepare(self, case: Case, when: Moment) -> None:
        """List the social workers of the organisation that works on the file."""
        self.handler_id.choices = colleagues(case, Role.SOCIAL_WORKER, when)

    @classmethod
    def initial(cls, case: Case, when: Moment) -> dict[str, Any]:
        """Show who handles it now."""
        return {"handler_id": case.handler_id}


class AssignCounsellorForm(StepForm):
    """Another counsellor for the file."""

    counsellor_id = Pick(_l("Trajectbegeleider"), [Required("Kies de collega.")])

    def prepare(self, case: Case, when: Moment) -> None:
        """List the counsellors of the agency that works on the file."""
        self.counsellor_id.choices = colleagues(case, Role.COUNSELLOR, when)

    @classmethod
    def initial(cls, case: Case, when: Moment) -> dict[str, Any]:
        """Show who guides the client now."""
        return {"counsellor_id": case.counsellor_id}


FORMS: dict[str, type[StepForm]] = {
    "noteer": NoteForm,
    "wijs_toe": AssignForm,
    "wijs_begeleider_toe": AssignCounsellorForm,
    **attachments.FORMS,
}
