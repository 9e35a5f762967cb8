"""What a GPMI chooses from and may never ask: its grounds, its outcomes, its reasons to end, its void conditions."""

import re
import unicodedata
from collections.abc import Iterable

from workflow.competence import Aid
from workflow.wording import N_

GROUNDS = {
    "verplicht": N_("Verplicht: de cliënt is nieuw in het leefloon"),
    "op_vraag": N_("Niet verplicht: op vraag van de cliënt of van het OCMW"),
    "vrijgesteld": N_("Niet verplicht door gezondheid of billijkheid, en toch gekozen"),
    "beslissing": N_("Opgelegd door de beslissing over het equivalent leefloon"),
}
"""Why there is a contract (RMI-wet art. 11, 13, which paragraph to be confirmed; OCMW-wet art. 60 § 3)."""

GROUNDS_FOR = {
    Aid.LEEFLOON: frozenset({"verplicht", "op_vraag", "vrijgesteld"}),
    Aid.EQUIVALENT: frozenset({"beslissing"}),
}
"""The grounds that exist for each kind of aid: equivalent leefloon only knows a decision that imposes it."""

OUTCOMES = {
    "bereikt": N_("Bereikt"),
    "deels": N_("Deels bereikt"),
    "niet": N_("Niet bereikt"),
}
"""What an evaluation says of each step."""

SIGNED_HOW = {
    "inkt": N_("Met inkt op papier; de scan zit in het dossier"),
    "elektronisch": N_("Elektronisch"),
}
"""The ways a client signs."""

END_REASONS = {
    "geen_steun": N_("De cliënt krijgt geen (equivalent) leefloon meer"),
    "verhuisd": N_("De cliënt woont niet meer in Gent"),
    "afgewerkt": N_("De afspraken zijn uitgevoerd"),
    "niet_haalbaar": N_("De afspraken zijn niet haalbaar, door gezondheid of billijkheid"),
    "vergissing": N_("Bij vergissing opgemaakt"),
    "ander_contract": N_("Er komt een ander contract in de plaats"),
    "andere_reden": N_("Een andere reden"),
}
"""Why a contract ends, is replaced or is withdrawn."""

_VOID = re.compile(
    r"gemeenschaps?dienst(?:en)?|gemeenschapswerk|vrijwilligers?\w*|vrijwillige? (?:werk|arbeid|inzet|hulp)\w*"
)


def void_condition(texts: Iterable[str]) -> str | None:
    """Return the words that can be no condition: community service (annulled, GwH 86/2018) or voluntary work."""
    for text in texts:
        plain = unicodedata.normalize("NFKD", text.casefold()).replace("\u00ad", "").replace("\u200b", "")
        folded = " ".join(re.sub(r"[\u0300-\u036f]", "", plain).replace("-", "").split())
        if found := _VOID.search(folded):
            return found[0]
    return None
