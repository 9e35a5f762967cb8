"""The letters of a GPMI file: the numbered annex that every party signs, and the report of an evaluation."""

from letters.letter import Letter, Mention, To
from letters.procedures import gpmi_facts as facts
from workflow.models import Gpmi
from workflow.models import Letter as LetterRow
from workflow.roles import Role
from workflow.wording import N_

MW, CHAIR, DG, TB = Role.SOCIAL_WORKER, Role.BCSD_CHAIR, Role.DIRECTOR_GENERAL, Role.COUNSELLOR


def with_partner(case: Gpmi) -> bool:
    """Say whether the agency is a party of the annex that is drawn up."""
    return case.annex is not None and case.annex.partner is not None


def copies(case: Gpmi) -> int:
    """Return how many copies are signed: one for every party."""
    return 3 if with_partner(case) else 2


def annex_signed(letter: LetterRow) -> bool:
    """Say whether every party signed the annex that a letter prints: a newer annex leaves it as it is."""
    number = letter.facts["bijlage"]["nummer"]
    return any(annex.number == number and annex.signed_on for annex in letter.case.client.annexes)


def always(letter: LetterRow) -> bool:
    """Say that every report stays: each one is about another evaluation."""
    return True


MENTIONS = (
    Mention("bijstand", N_("bijstand door een persoon van uw keuze"), "RMI-wet art. 6 § 3"),
    Mention("bedenktijd", N_("de bedenktijd"), "RMI-wet art. 6 § 3", ("bedenktijd",)),
    Mention("onderhoud", N_("een onderhoud op vraag"), "KB RMI art. 14, te bevestigen", ("onderhoud",)),
    Mention("gevolgen", N_("de gevolgen en hun hoogste duur"), "RMI-wet art. 30 § 2", ("hoogste", "hoogste_herhaling")),
    Mention("inbreuk", N_("wat als inbreuk telt"), "RMI-wet art. 11 § 3", ("bijlage.inbreuk",)),
)

# fmt: off
LETTERS = (
    #      name                title                                    to         states                  signed by     leaves
    Letter("bijlage_gpmi",     N_("Bijlage bij het GPMI"),              To.CLIENT, facts.annex_fields,      (CHAIR, DG),  None, MENTIONS, copies=copies, co_signed_by=(TB,), co_signed_if=with_partner, kept=annex_signed),
    Letter("evaluatieverslag", N_("Verslag van de evaluatie"),          To.CLIENT, facts.evaluation_fields, (MW,),        None, kept=always),
)
# fmt: on
