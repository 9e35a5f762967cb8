"""The letters of a warm hand-over: who signs each one and how it leaves (SWO art. 2, 4, 5)."""

from letters.letter import Letter, To
from letters.procedures import warm_handoff_facts as facts
from workflow.roles import Role
from workflow.terms import Way
from workflow.wording import N_

MW, TB = Role.SOCIAL_WORKER, Role.COUNSELLOR

# fmt: off
LETTERS = (
    #      name                       title                                  to               states                   signed by  leaves
    Letter("warme_doorverwijzing",    N_("Warme doorverwijzing"),            To.OTHER_PARTY,  facts.referral_fields,   (TB,),     Way.PROGRAM),
    Letter("uitnodiging_kennismaking", N_("Uitnodiging voor een kennismaking"), To.CLIENT,    facts.invitation_fields, (MW,),     Way.ORDINARY),
    Letter("overdrachtsfiche",        N_("Overdrachtsfiche"),                To.CLIENT,       facts.sheet_fields,      (MW,),     None, co_signed_by=(TB,)),
    Letter("bevestiging_opname",      N_("Bevestiging van opname"),          To.OTHER_PARTY,  facts.taken_in_fields,   (MW,),     Way.PROGRAM),
    Letter("bericht_niet_opgenomen",  N_("Bericht dat het OCMW niet opneemt"), To.OTHER_PARTY, facts.declined_fields,  (MW,),     Way.PROGRAM),
)
# fmt: on
