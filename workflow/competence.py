"""Who directs the trajectory and who may sanction (cooperation agreement art. 3, 12 and 13).

The outcome depends on dated facts; a sanction file freezes it on the day it opens, so that
a change in the facts afterwards changes nothing in the file.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workflow import parameters
from workflow.terms import months_civil
from workflow.wording import N_, Sentence


class Residence(StrEnum):
    """The class of a newcomer under the integration decree."""

    OBLIGED = "verplicht"
    ENTITLED = "rechthebbend"
    NONE = "geen"


class Aid(StrEnum):
    """The aid somebody receives from the welfare centre."""

    LEEFLOON = "leefloon"
    EQUIVALENT = "equivalent_leefloon"
    ART60 = "art60_7"
    OTHER = "andere"
    NONE = "geen"


class Body(StrEnum):
    """Who can direct or sanction."""

    OCMW = "ocmw"
    AMAL = "amal"
    NOBODY = "niemand"


RESIDENCE_TITLES = {
    Residence.OBLIGED: N_("Verplichte inburgeraar"),
    Residence.ENTITLED: N_("Rechthebbende inburgeraar"),
    Residence.NONE: N_("Geen inburgeraar"),
}
AID_TITLES = {
    Aid.LEEFLOON: N_("Leefloon"),
    Aid.EQUIVALENT: N_("Equivalent leefloon"),
    Aid.ART60: N_("Tewerkstelling art. 60 § 7"),
    Aid.OTHER: N_("Andere dienstverlening"),
    Aid.NONE: N_("Geen dienstverlening"),
}
BODY_TITLES = {Body.OCMW: N_("OCMW Gent"), Body.AMAL: N_("Amal"), Body.NOBODY: N_("Niemand")}

# fmt: off
_TABLE: dict[tuple[Residence, bool, bool], tuple[Body, Body, str]] = {
    # class              leefloon  oudkomer   directs       sanctions      article
    (Residence.OBLIGED,  True,     False):   (Body.AMAL,    Body.OCMW,    "SWO art. 3, 12"),
    (Residence.OBLIGED,  True,     True):    (Body.AMAL,    Body.OCMW,    "SWO art. 3, 12"),
    (Residence.ENTITLED, True,     True):    (Body.OCMW,    Body.OCMW,    "SWO art. 3, 12"),
    (Residence.ENTITLED, True,     False):   (Body.AMAL,    Body.OCMW,    "SWO art. 3, 12"),
    (Residence.NONE,     True,     False):   (Body.NOBODY,  Body.OCMW,    "RMI-wet art. 30 § 2"),
    (Residence.NONE,     True,     True):    (Body.NOBODY,  Body.OCMW,    "RMI-wet art. 30 § 2"),
    (Residence.OBLIGED,  False,    False):   (Body.AMAL,    Body.AMAL,    "SWO art. 3, 12, 13"),
    (Residence.OBLIGED,  False,    True):    (Body.AMAL,    Body.AMAL,    "SWO art. 3, 12, 13"),
    (Residence.ENTITLED, False,    False):   (Body.AMAL,    Body.NOBODY,  "SWO art. 3, 12, 13"),
    (Residence.ENTITLED, False,    True):    (Body.AMAL,    Body.NOBODY,  "SWO art. 3, 12, 13"),
    (Residence.NONE,     False,    False):   (Body.NOBODY,  Body.NOBODY,  "SWO art. 12"),
    (Residence.NONE,     False,    True):    (Body.NOBODY,  Body.NOBODY,  "SWO art. 12"),
}
# fmt: on


@dataclass(frozen=True)
class Competence:
    """Who directs and who may sanction on a date, with the article and the reasoning."""

    directs: Body
    sanctions: Body
    article: str
    reasons: tuple[Sentence, ...]


def is_oudkomer(registered_on: date | None, on: date) -> bool:
    """Say whether somebody is registered for more than 12 months: exactly 12 is not enough (SWO art. 3)."""
    if registered_on is None:
        return False
    return on > months_civil(registered_on, parameters.number("oudkomer_months"))


def competence(residence: Residence, aid: Aid, registered_on: date | None, on: date) -> Competence:
    """Apply the table of the agreement to the facts of one day."""
    leefloon = aid in (Aid.LEEFLOON, Aid.EQUIVALENT)
    oudkomer = is_oudkomer(registered_on, on)
    directs, sanctions, article = _TABLE[residence, leefloon, oudkomer]
    register = (
        Sentence(N_("ingeschreven in het rijksregister sinds %(day)s"), day=registered_on)
        if registered_on
        else Sentence(N_("geen inschrijving in het rijksregister bekend"))
    )
    months = parameters.number("oudkomer_months")
    since = (
        Sentence(N_("dat is meer dan %(months)s maanden op %(on)s"), months=months, on=on)
        if oudkomer
        else Sentence(N_("dat is niet meer dan %(months)s maanden op %(on)s"), months=months, on=on)
    )
    reasons = (Sentence(RESIDENCE_TITLES[residence]), Sentence(AID_TITLES[aid]), register)
    return Competence(directs, sanctions, article, (*reasons, since) if registered_on else reasons)
