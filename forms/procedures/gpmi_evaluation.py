"""The form of an evaluation: what was reached of every part, what changes, and when the next one is."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from forms.fields import Choice, DutchDate, Required, Words
from forms.labels import labelled
from forms.step_form import Sections, StepForm
from workflow.evaluations import latest_next
from workflow.gpmi import OUTCOMES
from workflow.models import Gpmi
from workflow.moment import Moment
from workflow.terms import last_working_day
from workflow.trajectory import PART_TITLES, Part

JUDGED = [Required("Kies of het bereikt is.")]


def _outcome(part: Part) -> Choice:
    return Choice(_l("Is het bereikt?"), JUDGED)


def _why(part: Part) -> Words:
    return Words(_l("Waarom?"), description=_l("Nodig als het niet of maar deels bereikt is. Komt in het verslag."))


class EvaluationForm(StepForm):
    """What social worker and client see when they look at the agreements together."""

    nt2_outcome, mo_outcome, activering_outcome, pnt_outcome = (_outcome(part) for part in Part)
    nt2_why, mo_why, activering_why, pnt_why = (_why(part) for part in Part)
    held_on = DutchDate(_l("Dag van de evaluatie"), [Required("Geef de dag.")])
    face_to_face = Choice(
        _l("Was het een persoonlijk gesprek?"), [Required("Kies of het een persoonlijk gesprek was.")]
    )
    changes = Words(
        _l("Wat verandert er?"),
        [Required("Schrijf wat er verandert.")],
        description=_l("Komt in het verslag voor de cliënt. Verandert er niets, schrijf dat dan."),
    )
    next_on = DutchDate(_l("Volgende evaluatie"), [Required("Geef de dag.")])

    @classmethod
    def initial(cls, case: Gpmi, when: Moment) -> dict[str, Any]:
        """Propose today, and the last working day that is soon enough for the next one."""
        return {"held_on": when.today, "next_on": last_working_day(latest_next(when.today))}

    def prepare(self, case: Gpmi, when: Moment) -> None:
        """Ask about the parts of the annex that is in force, and of no other."""
        self.face_to_face.choices = [
            ("ja", _("Ja, met de cliënt samen")),
            ("neen", _("Neen, op stukken of telefonisch")),
        ]
        self.parts = [part for part in Part if case.in_force and part in case.in_force.parts]
        for part in Part:
            self[f"{part}_outcome"].choices = labelled(OUTCOMES)
            if part not in self.parts:
                del self[f"{part}_outcome"], self[f"{part}_why"]
        sections = [(_(PART_TITLES[part]), (f"{part}_outcome", f"{part}_why")) for part in self.parts]
        self.sections: Sections = (("", ("held_on", "face_to_face")), *sections, (_("Verder"), ("changes", "next_on")))

    def fields(self) -> dict[str, Any]:
        """Bring the evaluation as one row."""
        results = [
            {"part": part.value, "outcome": self[f"{part}_outcome"].data, "why": self[f"{part}_why"].data or ""}
            for part in self.parts
        ]
        said = {name: self[name].data for name in ("held_on", "changes", "next_on")}
        return {"evaluation": said | {"face_to_face": self.face_to_face.data == "ja", "results": results}}
