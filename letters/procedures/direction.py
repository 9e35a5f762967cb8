"""The letters of a change of direction: notices that leave by themselves (SWO art. 3, 12, 13)."""

from letters.letter import Letter, To
from letters.procedures import direction_facts as facts
from workflow.follow_up import FollowUp
from workflow.models import Direction
from workflow.terms import Way
from workflow.wording import N_


def handed_over(case: Direction) -> bool:
    """Say whether the sanction file goes to the agency."""
    return case.follow_up == FollowUp.HAND_OVER


# fmt: off
LETTERS = (
    #      name               title                                          to               states                signed by  leaves
    Letter("bericht_regie",    N_("Bericht over regie en sanctie"),           To.OTHER_PARTY,  facts.change_fields,  (),        Way.PROGRAM),
    Letter("herroeping_regie", N_("Herroeping van een bericht over regie"),   To.OTHER_PARTY,  facts.revoked_fields, (),        Way.PROGRAM),
    Letter("overdrachtsnota",  N_("Overdrachtsnota bij het einde van leefloon"), To.OTHER_PARTY, facts.handover_fields, (),     Way.PROGRAM, only_if=handed_over),
)
# fmt: on
