"""The forms of a notice of default: the default, the letter, the answer, the talks, the termination."""

from typing import Any

from flask_babel import lazy_gettext as _l

from forms.fields import DutchDate, Line, Required, WholeNumber, Words
from forms.procedures.article import ArticleForm
from forms.procedures.reasons import ReasonForm
from forms.row_fields import FactRows
from forms.step_form import StepForm
from workflow import parameters
from workflow.models import DefaultNotice
from workflow.moment import Moment


class DefaultForm(ArticleForm):
    """Which article is not kept, and which facts show that."""

    reported_facts = FactRows(
        _l("Feiten"),
        [Required("Noteer minstens één feit met zijn dag.")],
        description=_l("Eén rij per feit. Zeg waaruit het blijkt: een mail, een verslag, een lijst."),
    )

    @classmethod
    def initial(cls, case: DefaultNotice, when: Moment) -> dict[str, Any]:
        """Show again what was noted."""
        return super().initial(case, when) | {"reported_facts": case.reported_facts}


class RegisteredLetterForm(StepForm):
    """The reasoned letter: why this is a default, what is asked, within how many days."""

    default_reason = Words(
        _l("Waarom is dit een tekortkoming?"),
        [Required("Schrijf waarom dit een tekortkoming is.")],
        description=_l("Komt in de brief."),
    )
    remedy_asked = Words(
        _l("Wat moet de andere partij doen?"),
        [Required("Schrijf wat de andere partij moet doen.")],
        description=_l("Komt in de brief. Schrijf tegen de andere partij, met 'u'."),
    )
    remedy_days = WholeNumber(
        _l("Hersteltermijn in dagen"),
        [Required("Geef het aantal dagen.")],
        description=_l("Artikel 17 noemt geen aantal. Wij stellen 30 dagen voor."),
    )

    @classmethod
    def initial(cls, case: DefaultNotice, when: Moment) -> dict[str, Any]:
        """Show again what was written, and propose our own term."""
        return {
            "default_reason": case.default_reason or "",
            "remedy_asked": case.remedy_asked or "",
            "remedy_days": case.remedy_days or parameters.number("remedy_days"),
        }


class ReplyForm(StepForm):
    """The answer of the other party."""

    reply = Words(
        _l("Antwoord"),
        [Required("Schrijf het antwoord.")],
        description=_l("De partij die in gebreke stelde leest dit meteen. Het kan ook in een latere brief staan."),
    )

    @classmethod
    def initial(cls, case: DefaultNotice, when: Moment) -> dict[str, Any]:
        """Show an earlier answer, to complete it."""
        return {"reply": case.reply or ""}


class DefaultRemedyForm(StepForm):
    """When and how the default was remedied."""

    remedied_on = DutchDate(_l("In orde op"), [Required("Geef de dag.")])
    remedied_how = Words(
        _l("Wat is er hersteld?"), [Required("Schrijf wat er hersteld is.")], description=_l("Komt in de bevestiging.")
    )


class UnsolvableForm(StepForm):
    """The talks that were held, and why they led to nothing."""

    talks_on = DutchDate(_l("Overlegd op"), [Required("Geef de dag van het overleg.")])
    talks_with = Line(
        _l("Met wie?"), [Required("Schrijf wie erbij was.")], description=_l("Van beide partijen, met hun functie.")
    )
    unsolvable_reason = Words(
        _l("Waarom is de situatie onoplosbaar?"),
        [Required("Schrijf waarom de situatie onoplosbaar is.")],
        description=_l("Komt in de opzegging, als die er komt."),
    )


class TerminateForm(StepForm):
    """The notice: its reasons, why this is an exception, on which day it leaves."""

    termination_reason = Words(
        _l("Waarom wordt er opgezegd?"), [Required("Schrijf de redenen.")], description=_l("Komt in de brief.")
    )
    exceptional_reason = Words(
        _l("Waarom is dit een uitzondering?"),
        [Required("Leg uit waarom dit uitzonderlijk is.")],
        description=_l("Artikel 17 laat enkel een uitzonderlijke opzegging toe. Komt in de brief."),
    )
    planned_on = DutchDate(
        _l("Op welke dag vertrekt de brief?"),
        [Required("Geef de dag.")],
        description=_l("De drie maanden tellen vanaf de verzending. De brief rekent met deze dag."),
    )

    @classmethod
    def initial(cls, case: DefaultNotice, when: Moment) -> dict[str, Any]:
        """Show again what was written; the letter leaves today unless somebody says otherwise."""
        planned = case.planned_on if case.planned_on and case.planned_on >= when.today else when.today
        return {
            "termination_reason": case.termination_reason or "",
            "exceptional_reason": case.exceptional_reason or "",
            "planned_on": planned,
        }


FORMS: dict[str, type[StepForm]] = {
    "meld_tekortkoming": DefaultForm,
    "verbeter_tekortkoming": DefaultForm,
    "stel_in_gebreke": RegisteredLetterForm,
    "verbeter_ingebrekestelling": RegisteredLetterForm,
    "antwoord": ReplyForm,
    "herstel": DefaultRemedyForm,
    "stel_onoplosbaar_vast": UnsolvableForm,
    "zeg_op": TerminateForm,
    "verbeter_opzegging": TerminateForm,
    "trek_in": ReasonForm,
}
