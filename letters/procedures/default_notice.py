"""The letters of a notice of default: registered and reasoned to the other party, a proof sheet for the file (SWO art. 17)."""

from datetime import date

from letters.letter import Letter, Mention, To
from letters.procedures import default_notice_facts as facts
from letters.procedures.agreement import TWO
from letters.procedures.default_notice_proof import proof_fields
from workflow.models import DefaultNotice
from workflow.terms import Way
from workflow.wording import N_


def departure(case: DefaultNotice) -> date | None:
    """Return the day from which the notice counts in its own words: a later one needs a new letter or a reason."""
    return case.planned_on


_LAW = "SWO art. 17"

# fmt: off
DEFAULT = (
    #       key              title                                                  article  must be readable in it
    Mention("feiten",        N_("de feiten met hun datum"),                         _LAW),
    Mention("motivering",    N_("waarom de feiten een tekortkoming zijn"),          _LAW,    ("tekortkoming.reden",)),
    Mention("herstel",       N_("wat er gevraagd wordt en binnen hoeveel dagen"),   _LAW,    ("tekortkoming.gevraagd", "tekortkoming.dagen")),
)
TERMINATION = (
    Mention("opzegtermijn",  N_("de opzegtermijn met de laatste dag"),              _LAW,    ("opzegging.maanden", "opzegging.laatste_dag")),
    Mention("motivering",    N_("de redenen van de opzegging"),                     _LAW,    ("opzegging.reden",)),
    Mention("uitzonderlijk", N_("waarom de opzegging uitzonderlijk is"),            _LAW,    ("opzegging.uitzonderlijk",)),
)

LETTERS = (
    #      name                      title                                            to              states                     signed by  leaves
    Letter("ingebrekestelling",      N_("Ingebrekestelling"),                         To.OTHER_PARTY, facts.default_fields,      TWO,       Way.REGISTERED, DEFAULT),
    Letter("bevestiging_herstel",    N_("Bevestiging van het herstel"),               To.OTHER_PARTY, facts.remedied_fields,     TWO,       Way.PROGRAM),
    Letter("opzegging",              N_("Opzegging"),                                 To.OTHER_PARTY, facts.termination_fields,  TWO,       Way.REGISTERED, TERMINATION, post_by=departure),
    Letter("bevestiging_intrekking", N_("Bevestiging van de intrekking"),             To.OTHER_PARTY, facts.withdrawn_fields,    TWO,       Way.PROGRAM, co_signed_by=TWO),
    Letter("eindbericht",            N_("Bericht dat de overeenkomst geëindigd is"),  To.OTHER_PARTY, facts.ended_fields,        (),        Way.PROGRAM),
    Letter("bewijsblad",             N_("Bewijsblad"),                                To.FILE,        proof_fields,              (),        None),
)
# fmt: on
