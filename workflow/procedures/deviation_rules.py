"""Conditions on a deviation from the agreement: why, for how long, with two keys (SWO art. 15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflow.moment import Moment
from workflow.procedures.two_parties import name_after_agreement
from workflow.rows import asked, guard
from workflow.terms import Reckoning, on_day
from workflow.wording import N_, written

if TYPE_CHECKING:
    from workflow.models.deviation import Deviation


@asked(N_("Schrijf waarom er afgeweken wordt en wat er in de plaats geldt."))
def deviation_reasoned(case: Deviation, when: Moment) -> bool:
    """The deviation says why, and what holds instead."""
    return bool(case.reason) and bool(case.instead)


@asked(N_("Geef vanaf wanneer en tot wanneer de afwijking geldt. De laatste dag ligt niet in het verleden."))
def deviation_bounded(case: Deviation, when: Moment) -> bool:
    """The deviation has a first and a last day: it ends by itself."""
    if case.from_on is None or case.until_on is None:
        return False
    return case.from_on <= case.until_on and case.until_on >= when.today


def put_before_both(case: Deviation, when: Moment) -> None:
    """Show the proposal to the other party: it needs the keys of both directorates."""
    name_after_agreement(case, when)
    keep_files(case, when)
    case.general = not case.uses
    across = case.other_party(case.owner.id)
    assert across, "a deviation has another party"
    case.share_with(across, when.now)


@guard(N_("De afwijking liep tot en met %(until)s."), until=lambda case, when: written(case.until_on))
def not_expired(case: Deviation, when: Moment) -> bool:
    """The last day of the deviation has not passed."""
    return when.today <= case.until_on


@guard(N_("De afwijking loopt tot en met %(until)s."), until=lambda case, when: written(case.until_on))
def expired(case: Deviation, when: Moment) -> bool:
    """The last day of the deviation has passed."""
    return case.until_on < when.today


@asked(N_("Kies minstens één dossier dat de afwijking nog niet gebruikt."))
def files_added(case: Deviation, when: Moment) -> bool:
    """A file is named that did not use the deviation yet."""
    return any(use.added_on is None for use in case.uses)


def keep_files(case: Deviation, when: Moment) -> None:
    """Write down since when the named files use the deviation."""
    for use in case.uses:
        use.added_on = use.added_on or when.today


def last_day_term(case: Deviation, when: Moment) -> Reckoning:
    """Show the last day of the deviation."""
    return on_day(case.until_on, N_("laatste dag van de afwijking: %(day)s"))
