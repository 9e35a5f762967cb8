"""Which changes of direction are still to be told: worked out from the facts and from what was told last.

The facts are compared with what both organisations were told, so that a change is found on its own day,
after days in which nobody looked, and when a fact is noted or corrected afterwards (SWO art. 3, 12, 13).
"""

from dataclasses import dataclass
from datetime import date

from workflow.competence import Body, Competence
from workflow.timeline import Facts, changes_after, since_when

Outcome = tuple[Body, Body]


@dataclass(frozen=True)
class Change:
    """Somebody else directs or may sanction, from a day on; `before` is what both were told."""

    effective_on: date
    before: Outcome
    after: Competence


def untold(facts: Facts, told: Outcome, told_on: date, today: date, not_before: date | None = None) -> list[Change]:
    """Return the changes until today that were not told, in the order of their days.

    A fact that is noted late changes what holds on the day of the last telling: that change is told from
    the day on which it legally began, but from no day before `not_before`, the last one that was told.
    """
    found = []
    now = facts.competence_on(told_on)
    if now.outcome != told:
        began = since_when(facts, told_on) or told_on
        found.append(Change(max(began, not_before) if not_before else began, told, now))
        told = now.outcome
    for day, after in changes_after(facts, told_on):
        if day > today:
            break
        found.append(Change(day, told, after))
        told = after.outcome
    return found


def still_so(facts: Facts, effective_on: date, after: Outcome, before: Outcome | None) -> bool:
    """Say whether the facts still make what was told; `before` is left out for what only corrected a message."""
    if facts.competence_on(effective_on).outcome != after:
        return False
    day_before = date.fromordinal(effective_on.toordinal() - 1)
    return before is None or facts.competence_on(day_before).outcome != after
