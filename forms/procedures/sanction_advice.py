"""The forms of a measure as it is advised: the social report with its advice or proposal."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from forms.fields import Choice, DutchDate, Euro, Line, Required, WholeNumber, Words
from forms.labels import labelled
from forms.step_form import Sections, StepForm
from workflow.competence import Aid
from workflow.measures import DEFERRAL_TITLES, KIND_TITLES, UNIT_TITLES, Deferral
from workflow.models import Sanction
from workflow.moment import Moment

SHARES: dict[bool | None, str] = {True: "geheel", False: "deel"}
"""How a form asks whether the whole is not paid, or a part."""


class MeasureForm(StepForm):
    """The measure, as advised or as decided."""

    measure = Choice(_l("Maatregel"), [Required("Kies de maatregel.")])
    share = Choice(_l("Geheel of een deel?"))
    monthly_cents = Euro(_l("Bedrag dat per maand niet betaald wordt, in euro"))
    duration = WholeNumber(_l("Duur"))
    unit = Choice(_l("Eenheid"))
    starts_on = DutchDate(_l("Start van de maatregel"))
    deferral = Choice(_l("Uitstel"))
    deferral_part = Line(_l("Welk deel krijgt uitstel?"))
    trial_until = DutchDate(_l("Einde van de proeftermijn"))
    conditions = Words(_l("Voorwaarden bij het uitstel"))

    MEASURE = (
        "measure", "share", "monthly_cents", "duration", "unit", "starts_on", "deferral", "deferral_part",
        "trial_until", "conditions",
    )  # fmt: skip

    def prepare(self, case: Sanction, when: Moment) -> None:
        """List the measures and units."""
        self.measure.choices = labelled(KIND_TITLES)
        self.share.choices = [("geheel", _("De volledige uitbetaling")), ("deel", _("Een deel"))]
        self.unit.choices = labelled(UNIT_TITLES)
        self.deferral.choices = labelled(DEFERRAL_TITLES)

    @staticmethod
    def shown(measure: Any) -> dict[str, Any]:
        """Show a measure again."""
        names = (
            "measure",
            "monthly_cents",
            "duration",
            "unit",
            "starts_on",
            "deferral",
            "deferral_part",
            "trial_until",
            "conditions",
        )
        return {name: getattr(measure, name) for name in names} | {"share": SHARES.get(measure.whole)}

    def measure_fields(self) -> dict[str, Any]:
        """Return the measure; what does not belong to it is left out."""
        given = {name: self[name].data for name in self.MEASURE}
        share = given.pop("share")
        suspension = given["measure"] == "schorsing"
        starts = suspension or given["measure"] == "intrekking"
        deferral = given["deferral"] if suspension and given["deferral"] else Deferral.NONE
        deferred = deferral != Deferral.NONE
        return given | {
            "whole": {"geheel": True, "deel": False}.get(share) if suspension else None,
            "monthly_cents": given["monthly_cents"] if suspension else None,
            "duration": given["duration"] if suspension else None,
            "unit": given["unit"] if suspension else None,
            "starts_on": given["starts_on"] if starts else None,
            "deferral": deferral,
            "deferral_part": given["deferral_part"] if deferral == Deferral.PART else "",
            "trial_until": given["trial_until"] if deferred else None,
            "conditions": given["conditions"] if deferred else "",
        }


class AdviceForm(MeasureForm):
    """The social report with its advice or proposal."""

    sections: Sections = (
        (_l("Sociaal verslag"), ("situation", "reason_examined", "hearing_answer")),
        (_l("Advies of voorstel"), MeasureForm.MEASURE),
        (_l("Waarom"), ("proportionality", "family_effect")),
        (_l("Vraag van het comité"), ("answer",)),
    )

    situation = Words(
        _l("Persoon en situatie"),
        [Required("Beschrijf de situatie.")],
        description=_l("Enkel wat het comité nodig heeft om te beslissen."),
    )
    reason_examined = Words(
        _l("Is er een wettige reden? Overloop punt voor punt."), [Required("Onderzoek of er een wettige reden is.")]
    )
    hearing_answer = Words(
        _l("Antwoord op wat de cliënt aanbracht"), [Required("Antwoord op wat de cliënt aanbracht.")]
    )
    proportionality = Words(_l("Waarom deze maatregel en geen lichtere?"), [Required("Leg uit waarom.")])
    family_effect = Words(_l("Wat betekent dit voor het gezin?"), [Required("Beschrijf de gevolgen voor het gezin.")])
    answer = Words(_l("Antwoord op de vraag van het comité"))

    @classmethod
    def initial(cls, case: Sanction, when: Moment) -> dict[str, Any]:
        """Show the advice that stands now, to revise it."""
        if case.advice is None:
            return {"deferral": Deferral.NONE, "unit": "maanden"}
        texts = ("situation", "reason_examined", "hearing_answer", "proportionality", "family_effect", "answer")
        return {name: getattr(case.advice, name) for name in texts} | cls.shown(case.advice)

    def prepare(self, case: Sanction, when: Moment) -> None:
        """Show the committee's question with the field for its answer."""
        super().prepare(case, when)
        self.written_on = when.today
        report, _measure, why, asked = AdviceForm.sections
        title = _("Voorstel") if case.aid is Aid.EQUIVALENT else _("Advies")
        self.sections = (report, (title, MeasureForm.MEASURE), why)
        if case.question:
            self.answer.description = case.question
            self.sections = (*self.sections, asked)

    def fields(self) -> dict[str, Any]:
        """Bring the advice as a row of its own."""
        texts = ("situation", "reason_examined", "hearing_answer", "proportionality", "family_effect", "answer")
        given: dict[str, Any] = {name: self[name].data for name in texts}
        return {"advice": given | self.measure_fields() | {"written_on": self.written_on}}
