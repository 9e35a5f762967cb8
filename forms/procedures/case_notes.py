"""The forms of what every kind of file allows: a note, another handler."""

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


class AssignForm(StepForm):
    """Another handler for the file."""

    handler_id = Pick(_l("Maatschappelijk werker"), [Required("Kies de collega.")])

    def prepare(self, case: Case, when: Moment) -> None:
        """List the social workers of the organisation that owns the file."""
        grants = db.session.query(RoleGrant).filter_by(organisation_id=case.owner_id, role=Role.SOCIAL_WORKER).all()
        people: list[Person] = sorted(
            {grant.person for grant in grants if grant.valid_on(when.today)}, key=lambda person: person.last_name
        )
        self.handler_id.choices = [("", ""), *[(person.id, person.name) for person in people]]

    @classmethod
    def initial(cls, case: Case, when: Moment) -> dict[str, Any]:
        """Show who handles it now."""
        return {"handler_id": case.handler_id}


FORMS: dict[str, type[StepForm]] = {"noteer": NoteForm, "wijs_toe": AssignForm, **attachments.FORMS}
