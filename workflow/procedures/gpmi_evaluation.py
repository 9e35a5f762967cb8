"""Conditions on the evaluation of a GPMI: when, how, what of every step (KB RMI art. 15, to be confirmed)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflow import parameters
from workflow.evaluations import ContractYear, latest_next, next_evaluation
from workflow.gpmi import OUTCOMES
from workflow.moment import Moment
from workflow.rows import asked
from workflow.terms import Reckoning
from workflow.wording import N_

if TYPE_CHECKING:
    from workflow.models.gpmi import Gpmi
    from workflow.models.gpmi_evaluation import GpmiEvaluation


def _last(case: Gpmi) -> GpmiEvaluation | None:
    return case.evaluations[-1] if case.evaluations else None


@asked(N_("Geef de dag van de evaluatie, en of het een persoonlijk gesprek was: na de ondertekening, tot vandaag."))
def evaluation_dated(case: Gpmi, when: Moment) -> bool:
    """It is known when the evaluation was held and whether face to face."""
    last, first = _last(case), case.signed_annexes[0].signed_on if case.signed_annexes else None
    if last is None or last.held_on is None or last.face_to_face is None:
        return False
    return (first or last.held_on) <= last.held_on <= when.today


@asked(N_("Zeg van elk onderdeel of het bereikt is, deels of niet. Is het niet helemaal bereikt: schrijf waarom."))
def every_step_judged(case: Gpmi, when: Moment) -> bool:
    """Every part of the annex in force was looked at, and what was not reached has a reason."""
    last, annex = _last(case), case.in_force
    if last is None or (annex and {each["part"] for each in last.results} != set(annex.parts)):
        return False
    judged = all(each["outcome"] in OUTCOMES for each in last.results)
    return judged and all(each["why"] for each in last.results if each["outcome"] != "bereikt")


@asked(N_("Schrijf wat er verandert. Verandert er niets, schrijf dat dan."))
def changes_written(case: Gpmi, when: Moment) -> bool:
    """The evaluation says what changes."""
    last = _last(case)
    return last is not None and bool(last.changes)


def _latest_next(case: Gpmi, when: Moment) -> object:
    last = _last(case)
    return latest_next(last.held_on) if last and last.held_on else ""


@asked(
    N_(
        "Spreek de volgende evaluatie af: na deze, en ten laatste op %(latest)s, want er moeten er %(least)s per jaar zijn."
    ),
    latest=_latest_next,
    least=lambda case, when: parameters.number("evaluations_a_year"),
)
def next_evaluation_agreed(case: Gpmi, when: Moment) -> bool:
    """The next evaluation comes soon enough for every year to have enough of them."""
    last = _last(case)
    if last is None or last.held_on is None or last.next_on is None:
        return False
    return last.held_on < last.next_on <= latest_next(last.held_on)


def _year_of_the_last(case: Gpmi, when: Moment) -> ContractYear | None:
    last = _last(case)
    if last is None or last.held_on is None:
        return None
    return next((year for year in case.years(when.today) if year.first <= last.held_on <= year.last), None)


def _said(case: Gpmi, when: Moment) -> object:
    year = _year_of_the_last(case, when)
    return year.sentence if year else ""


@asked(
    N_(
        "Er zijn te weinig persoonlijke gesprekken in dit contractjaar: %(said)s. Doe deze evaluatie in een gesprek, "
        "of schrijf in de opmerking waarom dat niet kan (KB RMI art. 15, te bevestigen)."
    ),
    said=_said,
)
def enough_face_to_face(case: Gpmi, when: Moment) -> bool:
    """With this evaluation the year can still have enough of them face to face, or somebody says why not."""
    year = _year_of_the_last(case, when)
    left = parameters.number("evaluations_a_year") - (year.held if year else 0)
    return year is None or year.needed_in_person <= max(left, 0) or bool(case.remark)


EVALUATED = (evaluation_dated, every_step_judged, changes_written, next_evaluation_agreed, enough_face_to_face)
"""What an evaluation must say."""


def evaluation_term(case: Gpmi, when: Moment) -> Reckoning | None:
    """Count when the next evaluation is due."""
    first = case.signed_annexes[0].signed_on if case.signed_annexes else None
    return next_evaluation(first, case.evaluations) if first else None
