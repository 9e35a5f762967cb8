"""The forms of the meeting of a warm hand-over: invitation, no-show, checklist, hand-over sheet (SWO art. 4)."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from forms.fields import Choice, DutchDate, Line, Pick, Required, TimeOfDay, Words
from forms.labels import labelled
from forms.procedures.case_notes import colleagues
from forms.procedures.warm_handoff_draft import InterpreterFields
from forms.row_fields import Several
from forms.step_form import StepForm
from workflow.handoff import CONTACT_TITLES
from workflow.models import WarmHandoff
from workflow.moment import Moment
from workflow.roles import Role


class PlanForm(InterpreterFields):
    """When and where the client meets his social worker, and who is there."""

    kept_as = "meeting_interpreter"

    meeting_on = DutchDate(_l("Dag van de kennismaking"), [Required("Geef de dag.")])
    meeting_time = TimeOfDay(_l("Uur"), [Required("Geef het uur.")], description=_l("Bijvoorbeeld 14.00 uur"))
    meeting_place = Line(_l("Plaats"), [Required("Geef de plaats.")], description=_l("Straat, nummer, lokaal"))
    handler_id = Pick(_l("Welke maatschappelijk werker ontvangt de cliënt?"), [Required("Kies wie hem ontvangt.")])
    meeting_present = Words(
        _l("Wie is erbij?"), [Required("Schrijf wie erbij is.")], description=_l("Dit staat in de uitnodiging.")
    )
    meeting_papers = Words(_l("Wat brengt de cliënt mee?"))

    sections = (
        (_l("Wanneer en waar?"), ("meeting_on", "meeting_time", "meeting_place")),
        (_l("Met wie?"), ("handler_id", "meeting_present", "needs_interpreter", "interpreter_language")),
        (_l("Meebrengen"), ("meeting_papers",)),
    )

    @classmethod
    def initial(cls, case: WarmHandoff, when: Moment) -> dict[str, Any]:
        """Propose the welfare centre, the two workers, and the language the counsellor noted."""
        centre = case.party_of(Role.SOCIAL_WORKER)
        acting = when.actor.person_id if Role.SOCIAL_WORKER in when.actor.roles else None
        guide = case.counsellor
        present = _("Uw trajectbegeleider %(name)s en uw maatschappelijk werker.", name=guide.name) if guide else ""
        return {
            "meeting_on": case.meeting_on if case.state == "gepland" else None,
            "meeting_time": case.meeting_time or "",
            "meeting_place": case.meeting_place or f"{centre.street}, {centre.postal_code} {centre.city}",
            "handler_id": case.handler_id or acting,
            "meeting_present": case.meeting_present or present,
            "meeting_papers": case.meeting_papers or "",
        } | cls.language_now(case)

    def prepare(self, case: WarmHandoff, when: Moment) -> None:
        """List the social workers."""
        super().prepare(case, when)
        self.handler_id.choices = colleagues(case, Role.SOCIAL_WORKER, when)


class NoShowForm(StepForm):
    """Why there was no meeting."""

    no_show_reason = Words(
        _l("Waarom ging de kennismaking niet door?"),
        [Required("Schrijf waarom.")],
        description=_l("Wat weet je van de cliënt? Na een tweede keer kies je: nog een poging, of stoppen."),
    )


class TickForm(StepForm):
    """The lines of the agreed procedure that are done."""

    chosen_lines = Several(_l("Wat is gedaan?"), [Required("Duid aan welke lijnen gedaan zijn.")])

    def prepare(self, case: WarmHandoff, when: Moment) -> None:
        """List the lines that stand open."""
        self.chosen_lines.offer([(str(check.position), check.words) for check in case.open_lines])

    def fields(self) -> dict[str, Any]:
        """Bring the numbers of the lines."""
        return {"chosen_lines": tuple(int(number) for number in self.chosen_lines.data)}


class AbsenceForm(StepForm):
    """Why the hand-over may go on without the client."""

    absence_reason = Words(
        _l("Waarom kan de overdracht zonder de cliënt?"),
        [Required("Schrijf waarom.")],
        description=_l("Dit staat op de overdrachtsfiche. Noem geen details over gezondheid."),
    )


class HandOverForm(StepForm):
    """What was agreed at the meeting, what comes next, and whom the client can call."""

    client_present = Choice(_l("Was de cliënt erbij?"), [Required("Kies of de cliënt erbij was.")])
    agreements = Words(
        _l("Wat spraken jullie af?"), [Required("Schrijf de afspraken.")], description=_l("Dit staat op de fiche.")
    )
    next_step = Line(_l("Wat is de volgende stap?"), [Required("Schrijf de volgende stap.")], longest=400)
    next_step_on = DutchDate(_l("Wanneer?"), [Required("Geef de dag van de volgende stap.")])
    contact_now = Choice(_l("Wie is nu het aanspreekpunt van de cliënt?"), [Required("Kies het aanspreekpunt.")])

    def prepare(self, case: WarmHandoff, when: Moment) -> None:
        """List the answers."""
        self.client_present.choices = [("ja", _("Ja")), ("neen", _("Neen, en de leiding keurde dat goed"))]
        self.contact_now.choices = labelled(CONTACT_TITLES)

    def fields(self) -> dict[str, Any]:
        """Bring whether the client was there as a fact."""
        given = super().fields()
        return given | {"client_present": given["client_present"] == "ja"}
