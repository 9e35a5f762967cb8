"""The letters of a session of the committee: its convocation and its minutes (DLB art. 19-32, 109-110, 277-279)."""

from datetime import date

from letters.letter import Letter, To
from letters.procedures import session_facts as facts
from workflow.models import BcsdSession
from workflow.roles import Role
from workflow.terms import Way
from workflow.wording import N_

CHAIR, DG = Role.BCSD_CHAIR, Role.DIRECTOR_GENERAL


def convene_by(session: BcsdSession) -> date | None:
    """Return the last day on which the convocation leaves in time."""
    return session.convene_by


# fmt: off
LETTERS = (
    #      name         title                            to            states                     signed by     leaves
    Letter("oproeping", N_("Oproeping voor de zitting"), To.COMMITTEE, facts.convocation_fields,  (CHAIR,),     Way.PROGRAM, post_by=convene_by),
    Letter("notulen",   N_("Notulen van de zitting"),    To.FILE,      facts.minutes_fields,      (CHAIR, DG),  None),
)
# fmt: on
