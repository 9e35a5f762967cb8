"""Registering with the VDAB after the contract: a clock that stands still during an exemption (SWO art. 10).

The agreement says two months, the Flemish rule sixty days: the earlier of the two is tracked,
to be confirmed. It gives a number of days; a day within an exemption uses none of them.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from workflow import parameters
from workflow.terms import ONE_DAY, Reckoning, after_days, earlier_of, months_after
from workflow.wording import N_


class Exemption(StrEnum):
    """Why somebody need not register with the VDAB (SWO art. 10)."""

    NO_ACCESS = "geen_toegang"
    WORK_OR_STUDY = "werk_of_studie"
    EARLY_CONTRACT = "contract_voor_2022"


EXEMPTION_TITLES = {
    Exemption.NO_ACCESS: N_("Geen of beperkte toegang tot de arbeidsmarkt"),
    Exemption.WORK_OR_STUDY: N_("Werk of studie"),
    Exemption.EARLY_CONTRACT: N_("Inburgeringscontract ondertekend voor 1 januari 2022"),
}

Period = tuple[date, date | None]
"""An exemption from its first to its last day, both included; without a last day it still goes on."""

NEVER = date.max
"""The last day of a clock that stands still: there is none."""


def _closed(exemptions: Iterable[Period]) -> list[tuple[date, date]]:
    periods = sorted((first, last or NEVER) for first, last in exemptions)
    if any(last < first for first, last in periods):
        raise ValueError("an exemption ends before it begins")
    return periods


def merged(exemptions: Iterable[Period]) -> list[tuple[date, date]]:
    """Return the exemptions in order, those that overlap or touch as one; an open one lasts until `NEVER`."""
    whole: list[tuple[date, date]] = []
    for first, last in _closed(exemptions):
        if whole and (whole[-1][1] == NEVER or first <= whole[-1][1] + ONE_DAY):
            whole[-1] = (whole[-1][0], max(last, whole[-1][1]))
        else:
            whole.append((first, last))
    return whole


def unsuspended(contract_on: date) -> Reckoning:
    """Return the last day without any exemption: the earlier of sixty days and two months."""
    days, months = parameters.PARAMETERS["vdab_days"], parameters.PARAMETERS["vdab_months"]
    return earlier_of(
        after_days(contract_on, days.number, "agii.be, te bevestigen"),
        months_after(contract_on, months.number, "SWO art. 10, te bevestigen"),
    )


def vdab_term(contract_on: date, exemptions: Iterable[Period]) -> Reckoning:
    """Return the last day to register: every day of an exemption moves it a day, an open one stops the clock."""
    counted = unsuspended(contract_on)
    for first, last in merged(exemptions):
        begins = max(first, contract_on + ONE_DAY)
        if begins > counted.due or last < begins:
            continue
        if last == NEVER:
            return counted.then(NEVER, N_("geschorst sinds %(begins)s"), begins=begins)
        days = (last - begins).days + 1
        due = counted.due + timedelta(days=days)
        text = N_("vrijgesteld van %(begins)s tot en met %(last)s: + %(days)s dagen = %(moved)s")
        counted = counted.then(due, text, begins=begins, last=last, days=days, moved=due)
    return counted
