"""What somebody wants to write in the dated register of a client, before the rules have looked at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from workflow.facts import FACTS, values_of
from workflow.models.dated_fact import DatedFact
from workflow.terms import ONE_DAY


@dataclass
class Proposal:
    """A fact that is noted, ended, corrected or struck: `fact` is the one that was there, `was` what the form saw.

    `ends_previous` lets the fact that still runs end on the day before.
    """

    kind: str
    values: dict[str, Any]
    fact: DatedFact | None = None
    was: dict[str, Any] = field(default_factory=dict)
    ends_previous: bool = False

    @property
    def from_on(self) -> date | None:
        """The first day."""
        return self.values.get("from_on")

    @property
    def until_on(self) -> date | None:
        """The last day; none when it still runs."""
        return self.values.get("until_on")

    @property
    def in_order(self) -> bool:
        """Whether there is a first day, and no last day before it."""
        return self.from_on is not None and (self.until_on is None or self.from_on <= self.until_on)

    @property
    def complete(self) -> bool:
        """Whether all is said that a fact of this kind needs."""
        return all(self.values.get(name) for name in FACTS[self.kind].needs)

    def _beside(self, facts: list[Any]) -> Iterator[Any]:
        """Yield the other facts that may not hold at the same time."""
        apart = FACTS[self.kind].apart
        for other in facts:
            alike = apart is None or getattr(other, apart) == self.values.get(apart)
            if other is not self.fact and alike:
                yield other

    def previous(self, facts: list[Any]) -> Any:
        """Return the fact that still runs when this one begins."""
        day = self.from_on
        before = (each for each in self._beside(facts) if day and each.from_on < day)
        return next((each for each in before if each.until_on is None), None)

    def clash(self, facts: list[Any]) -> Any:
        """Return another fact of whose period a part is this one's too."""
        assert self.from_on
        ended = self.previous(facts) if self.ends_previous else None
        last = self.until_on or date.max
        for other in self._beside(facts):
            until = self.from_on - ONE_DAY if other is ended else other.until_on or date.max
            if other.from_on <= last and self.from_on <= until:
                return other
        return None


def said_by(fact: Any, kind: str) -> dict[str, Any]:
    """Return what a fact says, by column, as the log keeps it."""
    values = values_of(fact, kind)
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
