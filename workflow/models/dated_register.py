"""The dated register of a client: how a fact gets in, ends, is corrected or struck."""

from __future__ import annotations

from datetime import date
from typing import Any

from workflow.facts import FACTS, values_of
from workflow.models.proposal import Proposal, said_by
from workflow.terms import ONE_DAY


class DatedRegister:
    """What a client has for his dated facts; `proposal` is what the step that is being taken wants to write."""

    proposal: Proposal | None = None

    def facts_of(self, kind: str) -> list[Any]:
        """Return the facts of a kind, the oldest first."""
        facts: list[Any] = getattr(self, FACTS[kind].relation)
        return facts

    @property
    def new_fact(self) -> Proposal | None:
        """The fact that is being noted; nothing when the step is about one that was there."""
        return self.proposal if self.proposal and self.proposal.fact is None else None

    @new_fact.setter
    def new_fact(self, said: dict[str, Any]) -> None:
        """Propose a new fact, which may end the one before it."""
        values = {name: value for name, value in said.items() if name not in ("kind", "ends_previous")}
        self.proposal = Proposal(said["kind"], values, ends_previous=bool(said.get("ends_previous")))

    @property
    def chosen_fact(self) -> Proposal | None:
        """The fact that is being ended, corrected or struck."""
        return self.proposal

    @chosen_fact.setter
    def chosen_fact(self, said: dict[str, Any]) -> None:
        """Find the fact; `was` is what the form saw, so that the log says what it changed."""
        kind = said["kind"]
        found = next((fact for fact in self.facts_of(kind) if fact.id == said["id"]), None)
        self.proposal = Proposal(kind, values_of(found, kind) if found else {}, found, said["was"])

    @property
    def last_day(self) -> date | None:
        """The last day of the fact that is being ended."""
        return self.proposal.until_on if self.proposal else None

    @last_day.setter
    def last_day(self, day: date | None) -> None:
        """Propose the last day of the chosen fact."""
        assert self.proposal, "a fact is chosen before it ends"
        self.proposal.values["until_on"] = day

    @property
    def new_values(self) -> dict[str, Any]:
        """What the corrected fact will say."""
        return self.proposal.values if self.proposal else {}

    @new_values.setter
    def new_values(self, values: dict[str, Any]) -> None:
        """Propose what the chosen fact says from now on."""
        assert self.proposal, "a fact is chosen before it is corrected"
        self.proposal.values |= values

    @property
    def seen_as_it_is(self) -> bool:
        """Whether the chosen fact is still there, and says what the form saw."""
        chosen = self.chosen_fact
        return chosen is not None and chosen.fact is not None and said_by(chosen.fact, chosen.kind) == chosen.was

    def write_fact(self) -> Any:
        """Write the proposed fact in the register; one that was there is changed, a new one takes its place by day."""
        proposal = self.proposal
        assert proposal
        facts = self.facts_of(proposal.kind)
        if proposal.ends_previous and (previous := proposal.previous(facts)):
            assert proposal.from_on
            previous.until_on = proposal.from_on - ONE_DAY
        fact = proposal.fact
        if fact is None:
            row = getattr(type(self), FACTS[proposal.kind].relation).property.mapper.class_
            fact = row(**proposal.values)
            facts.append(fact)
        else:
            for name, value in self.new_values.items():
                setattr(fact, name, value)
        facts.sort(key=lambda each: each.from_on)
        return fact

    def strike_fact(self) -> None:
        """Take the chosen fact out of the register; the log keeps what it said."""
        assert self.proposal and self.proposal.fact
        self.facts_of(self.proposal.kind).remove(self.proposal.fact)
