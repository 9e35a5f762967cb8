"""How the committee decides: quorum, majority, tie and recusal (DLB art. 27, 105-114).

Votes are not secret; abstentions do not count; a tie rejects; a recused member takes no
part in discussion or vote.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from workflow.parameters import PARAMETERS
from workflow.wording import N_


class Choice(StrEnum):
    """What a member did for one item of the agenda."""

    FOR = "voor"
    AGAINST = "tegen"
    ABSTAIN = "onthouding"
    RECUSED = "belangenconflict"
    ABSENT = "afwezig"


CHOICE_TITLES = {
    Choice.FOR: N_("Voor"),
    Choice.AGAINST: N_("Tegen"),
    Choice.ABSTAIN: N_("Onthouding"),
    Choice.RECUSED: N_("Belangenconflict, verliet de zitting"),
    Choice.ABSENT: N_("Afwezig"),
}


@dataclass(frozen=True)
class Tally:
    """The count of one item: who was there and how they voted."""

    seats: int
    in_favour: int
    against: int
    abstained: int
    recused: int

    @classmethod
    def of(cls, choices: Iterable[str]) -> "Tally":
        """Count the choices of every sitting member, one each."""
        counted = Counter(Choice(choice) for choice in choices)
        return cls(
            counted.total(),
            counted[Choice.FOR],
            counted[Choice.AGAINST],
            counted[Choice.ABSTAIN],
            counted[Choice.RECUSED],
        )

    @property
    def voting(self) -> int:
        """The members who took part in the vote."""
        return self.in_favour + self.against + self.abstained

    @property
    def present(self) -> int:
        """The members who count for the quorum; a recused member does, until the law says otherwise."""
        return self.voting + (self.recused if PARAMETERS["recused_count_for_quorum"].value else 0)

    @property
    def needed(self) -> int:
        """The majority of the sitting members."""
        return self.seats // 2 + 1

    def has_quorum(self, second_time: bool) -> bool:
        """Say whether enough members are present, or the item was convened a second time (DLB art. 26)."""
        return self.present >= self.needed or (second_time and self.voting > 0)

    @property
    def accepted(self) -> bool:
        """Whether the proposal has the absolute majority of the votes cast: a tie rejects."""
        return self.in_favour > self.against


def urgency_accepted(agreeing: int, present: int) -> bool:
    """Say whether two thirds of the members present let a late item on the agenda."""
    majority = PARAMETERS["urgent_majority"].value
    assert isinstance(majority, Fraction)
    return present > 0 and agreeing >= majority * present
