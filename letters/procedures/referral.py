"""The letters of a referral: who signs each one and how it leaves (SWO 4, 10, 13)."""

from letters.letter import Letter, To
from letters.procedures import referral_course_facts as course
from letters.procedures import referral_facts as facts
from workflow.roles import Role
from workflow.terms import Way
from workflow.wording import N_

MW, TB, CC = Role.SOCIAL_WORKER, Role.COUNSELLOR, Role.CONTACT_POINT
"""A letter of the social worker that the agency writes is signed by the counsellor: its own worker."""

# fmt: off
LETTERS = (
    #      name                         title                                                  to              states                     signed by  leaves
    Letter("brief_aan_client",           N_("Brief aan de cliënt over de doorverwijzing"),     To.CLIENT,      facts.client_fields,       (MW,),     Way.ORDINARY),
    Letter("brief_wijziging",            N_("Brief aan de cliënt over de wijziging"),          To.CLIENT,      course.change_fields,      (MW,),     Way.ORDINARY, by_either=True),
    Letter("doorverwijzing",             N_("Doorverwijzing naar Amal"),                       To.OTHER_PARTY, facts.referral_fields,     (MW,),     Way.PROGRAM),
    Letter("ontvangstbevestiging",       N_("Ontvangstbevestiging van de doorverwijzing"),     To.OTHER_PARTY, facts.acceptance_fields,   (TB,),     Way.PROGRAM),
    Letter("weigering",                  N_("Weigering van de doorverwijzing"),                To.OTHER_PARTY, facts.refusal_fields,      (CC,),     Way.PROGRAM),
    Letter("bevestiging_attest",         N_("Bevestiging van het attest"),                     To.OTHER_PARTY, course.attest_fields,      (TB,),     Way.PROGRAM),
    Letter("bericht_stopzetting",        N_("Bericht van stopzetting"),                        To.OTHER_PARTY, course.stop_fields,        (MW,),     Way.PROGRAM, by_either=True),
    Letter("bericht_stopzetting_client", N_("Bericht van stopzetting aan de cliënt"),          To.CLIENT,      course.client_stop_fields, (MW,),     Way.ORDINARY, by_either=True),
    Letter("vdab_herinnering",           N_("Herinnering aan de inschrijving bij de VDAB"),    To.CLIENT,      course.reminder_fields,    (MW,),     Way.ORDINARY, by_either=True),
)
# fmt: on
