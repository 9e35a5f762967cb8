"""The forms of the hearing: the invitation and the report."""

from datetime import timedelta
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from forms.fields import Choice, DutchDate, Line, Required, TimeOfDay, Words
from forms.labels import labelled
from forms.step_form import StepForm
from workflow.measures import HEARING_TITLES
from workflow.models import Sanction
from workflow.moment import Moment
from workflow.procedures.sanction_hearing import earliest_hearing
from workflow.terms import roll

NO_INTERPRETER = "geen"


class InviteForm(StepForm):
    """When and where the client is heard."""

    hearing_on = DutchDate(_l("Dag van de hoorzitting"), [Required("Geef de dag.")])
    hearing_time = TimeOfDay(_l("Uur"), [Required("Geef het uur.")], description=_l("Bijvoorbeeld 14.00 uur"))
    hearing_place = Line(_l("Plaats"), [Required("Geef de plaats.")], description=_l("Straat, nummer, lokaal"))
    needs_interpreter = Choice(_l("Is er een tolk nodig?"), [Required("Kies of er een tolk nodig is.")])
    interpreter_language = Line(_l("Voor welke taal?"), longest=50)
    file_access = Line(
        _l("Waar en wanneer kan de cliënt zijn dossier lezen?"), [Required("Zeg waar en wanneer dat kan.")]
    )
    reschedule_by = DutchDate(_l("Een andere dag vragen kan tot en met"), [Required("Geef de laatste dag.")])

    @classmethod
    def initial(cls, case: Sanction, when: Moment) -> dict[str, Any]:
        """Propose the first possible working day."""
        day = roll(earliest_hearing(when.today) + timedelta(days=1))
        language = case.hearing_interpreter or (case.client.contact_language if case.client.interpreter else "")
        return {
            "hearing_on": day,
            "hearing_time": case.hearing_time or "",
            "hearing_place": case.hearing_place or f"{case.owner.street}, {case.owner.postal_code} {case.owner.city}",
            "needs_interpreter": "ja" if language and language != NO_INTERPRETER else "neen",
            "interpreter_language": "" if language == NO_INTERPRETER else language,
            "file_access": case.file_access or "",
            "reschedule_by": day - timedelta(days=2),
        }

    def prepare(self, case: Sanction, when: Moment) -> None:
        """List the answers."""
        self.needs_interpreter.choices = [("ja", _("Ja")), ("neen", _("Neen"))]

    def validate_interpreter_language(self, field: Line) -> None:
        """Ask the language when an interpreter is needed."""
        if self.needs_interpreter.data == "ja" and not field.data:
            Required("Zeg voor welke taal.")(self, field)

    def fields(self) -> dict[str, Any]:
        """Bring the interpreter as one fact: the language, or none."""
        given = super().fields()
        needed = given.pop("needs_interpreter") == "ja"
        language = given.pop("interpreter_language")
        return given | {"hearing_interpreter": language if needed else NO_INTERPRETER}


class HearingForm(StepForm):
    """What came of the hearing, in the client's own words where it matters."""

    hearing_outcome = Choice(_l("Hoe verliep het?"), [Required("Kies hoe het verliep.")])
    hearing_present = Words(
        _l("Wie was aanwezig, en in welke rol?"), description=_l("Ook wie de cliënt bijstond, en de tolk.")
    )
    hearing_report = Words(
        _l("Verslag"),
        [Required("Schrijf het verslag.")],
        description=_l("Wat is gevraagd en geantwoord? Was de cliënt er niet: hoe is hij verwittigd?"),
    )
    hearing_papers = Words(_l("Welke papieren gaf de cliënt af?"))
    hearing_remarks = Words(_l("Opmerkingen na voorlezing"))

    @classmethod
    def initial(cls, case: Sanction, when: Moment) -> dict[str, Any]:
        """Show again what was written."""
        names = ("hearing_outcome", "hearing_present", "hearing_report", "hearing_papers", "hearing_remarks")
        return {name: getattr(case, name) or "" for name in names}

    def prepare(self, case: Sanction, when: Moment) -> None:
        """List the outcomes."""
        self.hearing_outcome.choices = labelled(HEARING_TITLES)
