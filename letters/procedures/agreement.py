"""The document of an agreement: four signatories of two parties, three numbered copies (SWO, slot; art. 17)."""

from letters.letter import Letter, To
from letters.procedures import agreement_facts as facts
from workflow.agreements import Change
from workflow.roles import Role
from workflow.terms import Way
from workflow.wording import N_

TWO = (Role.DIRECTORATE, Role.DIRECTOR_GENERAL)
"""Who signs for a party: its directorate and its algemeen directeur, or two of its directorate where there is none."""

TEXTS = tuple(f"overeenkomst/{change}" for change in Change)

# fmt: off
LETTERS = (
    #      name            title               to              states                  signed by  leaves
    Letter("overeenkomst", N_("Overeenkomst"), To.OTHER_PARTY, facts.document_fields,  TWO,       Way.PROGRAM, variants=TEXTS, words=facts.text_for, copies=3, co_signed_by=TWO),
)
# fmt: on
