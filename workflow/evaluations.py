"""How often a GPMI is evaluated: three times in every year of the contract, two of them face to face.

The numbers come from the model contract of the federal administration (KB RMI art. 15, to be
confirmed). A year begins on the day the first annex was signed, and on its anniversaries.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from workflow import parameters
from workflow.terms import ONE_DAY, Reckoning, months_after, months_civil, on_day
from workflow.wording import N_, Sentence


@dataclass(frozen=True)
class ContractYear:
    """One year of the contract: between which days, how many evaluations it had, and how many face to face."""

    first: date
    last: date
    held: int
    in_person: int

    @property
    def needed(self) -> int:
        """How many evaluations it still needs."""
        least = parameters.number("evaluations_a_year")
        return max(least - self.held, self.needed_in_person, 0)

    @property
    def needed_in_person(self) -> int:
        """How many it still needs face to face."""
        return max(parameters.number("evaluations_face_to_face") - self.in_person, 0)

    def behind_on(self, day: date) -> bool:
        """Say whether it had fewer evaluations by a day than were planned before that day."""
        apart = parameters.number("evaluation_months")
        planned = (months_civil(self.first, apart * n) for n in range(1, parameters.number("evaluations_a_year") + 1))
        return self.held < sum(each < day for each in planned)

    @property
    def sentence(self) -> Sentence:
        """Say how the year stands: 2 of 3, 1 of 2 face to face, and what is still needed by when."""
        text = N_("%(held)s van %(least)s, %(in_person)s van %(face)s persoonlijk")
        if self.needed:
            text = N_(
                "%(held)s van %(least)s, %(in_person)s van %(face)s persoonlijk; nog %(needed)s nodig tegen %(last)s, "
                "waarvan %(needed_in_person)s persoonlijk"
            )
        return Sentence(
            text,
            held=self.held,
            least=parameters.number("evaluations_a_year"),
            in_person=self.in_person,
            face=parameters.number("evaluations_face_to_face"),
            needed=self.needed,
            last=self.last,
            needed_in_person=self.needed_in_person,
        )


def contract_years(signed_on: date, evaluations: Iterable[Any], until: date) -> list[ContractYear]:
    """Return the years of a contract that began by a day, each with the evaluations held in it."""
    held: list[Any] = list(evaluations)
    years: list[ContractYear] = []
    while (first := months_civil(signed_on, 12 * len(years))) <= until:
        last = months_civil(signed_on, 12 * (len(years) + 1)) - ONE_DAY
        within = [each for each in held if first <= each.held_on <= last]
        years.append(ContractYear(first, last, len(within), sum(each.face_to_face for each in within)))
    return years


def next_evaluation(signed_on: date, evaluations: list[Any]) -> Reckoning:
    """Return when the next evaluation is due: the day agreed at the last one, or four months after signing."""
    if evaluations:
        return on_day(evaluations[-1].next_on, N_("afgesproken op de vorige evaluatie: %(day)s"))
    return months_after(signed_on, parameters.number("evaluation_months"), N_("eigen planning"))


def latest_next(held_on: date) -> date:
    """Return the last day for the evaluation after one, so that every year has enough of them."""
    return months_civil(held_on, parameters.number("evaluation_months"))
