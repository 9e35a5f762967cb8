"""How the committee decides: quorum, majority, tie and recusal (DLB art. 27, 105-114).

Votes are not secret; abstentions do not count; a tie rejects; a recused member takes no
part in discussion or vote.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from workflow.parameters import PARAMETERS
from workflow.wording import N_


class Choice(StrEnum):
    """What a member did for one item of the agenda."""

    FOR = "voor"
    AGAINST = "tegen"
    ABSTAIN = "onthouding"
    NONE = "niet_gestemd"
    RECUSED = "belangenconflict"
    ABSENT = "afwezig"


CHOICE_TITLES = {
    Choice.FOR: N_("Voor"),
    Choice.AGAINST: N_("Tegen"),
    Choice.ABSTAIN: N_("Onthouding"),
    Choice.NONE: N_("Aanwezig, stemde niet"),
    Choice.RECUSED: N_("Belangenconflict, verliet de zitting"),
    Choice.ABSENT: N_("Afwezig"),
}

VOTES = (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN)
"""What a member can choose while a vote is open."""


def recused_count() -> bool:
    """Say whether a member who leaves for an interest counts for the quorum: the law does not (to be confirmed)."""
    return bool(PARAMETERS["recused_count_for_quorum"].value)


class Subject(StrEnum):
    """What a point on the agenda is about."""

    DECISION = "beslissing"
    WITHDRAWAL = "intrekking"
    MINUTES = "notulen"
    FIXED = "vast"


SUBJECTS = {
    Subject.DECISION: N_("Beslissing over een dossier"),
    Subject.WITHDRAWAL: N_("Intrekking van een beslissing"),
    Subject.MINUTES: N_("Goedkeuring van de notulen"),
    Subject.FIXED: N_("Vast punt"),
}


@dataclass(frozen=True)
class Room:
    """The seats that are filled, those of the members who are in the room, and those who left it for an interest."""

    seats: tuple[str, ...]
    there: frozenset[str]
    recused: frozenset[str] = frozenset()

    @classmethod
    def at_the_vote(cls, choices: Mapping[str, str]) -> "Room":
        """Return the room as it was when a vote was closed, from what every sitting member did then."""
        there = frozenset(seat for seat, choice in choices.items() if choice != Choice.ABSENT)
        return cls(tuple(choices), there, frozenset(seat for seat in there if choices[seat] == Choice.RECUSED))

    def without(self, recused: frozenset[str]) -> "Room":
        """Return the room for an item out of which some members stay."""
        return replace(self, recused=recused)

    @property
    def voters(self) -> frozenset[str]:
        """The members who may vote."""
        return self.there - self.recused

    @property
    def present(self) -> int:
        """How many members count for the quorum; a recused member does, until the law says otherwise."""
        return len(self.there if recused_count() else self.voters)

    @property
    def needed(self) -> int:
        """The majority of the sitting members."""
        return len(self.seats) // 2 + 1

    def has_quorum(self, second_time: bool = False) -> bool:
        """Say whether enough members are there, or somebody is after a second convocation (DLB art. 26)."""
        return self.present >= self.needed or (second_time and bool(self.voters))

    def closed(self, cast: Mapping[str, str]) -> dict[str, str]:
        """Return what every sitting member did when the vote closes: only a vote of who may vote counts."""
        return {seat: self._did(seat, cast.get(seat)) for seat in self.seats}

    def _did(self, seat: str, cast: str | None) -> str:
        if seat not in self.there:
            return Choice.ABSENT
        if seat in self.recused:
            return Choice.RECUSED
        return cast if cast in VOTES else Choice.NONE


@dataclass(frozen=True)
class Tally:
    """The count of one item: how those who were there voted, or why they did not."""

    in_favour: int
    against: int
    abstained: int
    recused: int
    silent: int = 0

    @classmethod
    def of(cls, choices: Iterable[str]) -> "Tally":
        """Count the choices of members, one each."""
        counted = Counter(Choice(choice) for choice in choices)
        kept = (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN, Choice.RECUSED, Choice.NONE)
        return cls(*(counted[choice] for choice in kept))

    @property
    def accepted(self) -> bool:
        """Whether the proposal has the absolute majority of the votes cast: a tie rejects."""
        return self.in_favour > self.against


def urgency_accepted(agreeing: int, present: int) -> bool:
    """Say whether two thirds of the members present let a late item on the agenda."""
    majority = PARAMETERS["urgent_majority"].value
    assert isinstance(majority, Fraction)
    return present > 0 and agreeing >= majority * present
