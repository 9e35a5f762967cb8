"""The ward: an examination in a process of its own; a template that runs away becomes a sentence on a page."""

from letters import apart
from letters.apart import Limits
from letters.doctor.report import Report, refusal
from workflow.wording import N_

ROOM = "letters.doctor.examination"
LIMITS = Limits(processor=20, clock=40, memory=2**30)

STOPPED = N_(
    "Het onderzoek van dit sjabloon is gestopt: het vroeg te veel tijd of geheugen. Kijk na of er geen herhalingen of "
    "voorwaarden in staan die nergens stoppen. Er is niets bewaard."
)


def consult(docx: bytes, text: str, limits: Limits = LIMITS) -> Report:
    """Let a template be examined elsewhere; what does not come back is refused."""
    said = apart.read(ROOM, docx, limits, text)
    return Report.read(said) if said else Report.of([refusal(STOPPED)])
