"""The participation and network trajectory: who must follow it, and when it is done (SWO art. 11).

Hours are counted in halves. What a client does without having to is counted apart.
"""

from dataclasses import dataclass
from datetime import date

from workflow import parameters
from workflow.competence import RESIDENCE_TITLES, Residence
from workflow.wording import N_, Sentence

ARTICLE = "SWO art. 11"


@dataclass(frozen=True)
class Obligation:
    """Whether somebody must follow the trajectory, with the reasoning."""

    obliged: bool
    reasons: tuple[Sentence, ...]


def _of_residence(residence: Residence) -> tuple[bool, Sentence]:
    return residence is Residence.OBLIGED, Sentence(RESIDENCE_TITLES[residence])


def _of_occupation(occupied: bool) -> tuple[bool, Sentence]:
    return not occupied, Sentence(N_("werkt of studeert") if occupied else N_("geen werk of studie bekend"))


def _of_contract(first_contract_on: date | None) -> tuple[bool, Sentence]:
    since = parameters.PARAMETERS["pnt_since"].day
    if first_contract_on is None:
        return False, Sentence(N_("geen inburgeringscontract bekend"))
    if first_contract_on > since:
        text = N_("eerste contract op %(signed)s, dat is na %(since)s")
        return True, Sentence(text, signed=first_contract_on, since=since)
    text = N_("eerste contract op %(signed)s, dat is niet na %(since)s")
    return False, Sentence(text, signed=first_contract_on, since=since)


def obligation(residence: Residence, first_contract_on: date | None, occupied: bool) -> Obligation:
    """Apply the rule of the agreement: obliged newcomers without work or study, first contract after 1/1/2023."""
    tests = (_of_residence(residence), _of_occupation(occupied), _of_contract(first_contract_on))
    return Obligation(all(met for met, _reason in tests), tuple(reason for _met, reason in tests))


def needed() -> int:
    """Return the half hours that make the trajectory done."""
    return 2 * parameters.number("pnt_hours")


def hours(halves: int) -> str:
    """Write half hours as hours: 39,5."""
    return f"{halves // 2},5" if halves % 2 else str(halves // 2)
