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


class Reading(StrEnum):
    """How the twelve months of an oudkomer count: the agreement says it in two ways."""

    REGISTER = "rijksregister"
    STAY = "verblijf"


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
READING_TITLES = {
    Reading.REGISTER: N_("Meer dan 12 maanden in het rijksregister (SWO art. 3)"),
    Reading.STAY: N_("Meer dan 12 maanden verblijf in België (SWO art. 12)"),
}

LEEFLOON = (Aid.LEEFLOON, Aid.EQUIVALENT)

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


def is_oudkomer(since: date | None, on: date) -> bool:
    """Say whether twelve months are over since a day: exactly 12 is not enough (SWO art. 3)."""
    if since is None:
        return False
    return on > months_civil(since, parameters.number("oudkomer_months"))


SINCE = {
    Reading.REGISTER: N_("ingeschreven in het rijksregister sinds %(day)s"),
    Reading.STAY: N_("verblijft in België sinds %(day)s"),
}
NEVER = {
    Reading.REGISTER: N_("geen inschrijving in het rijksregister bekend"),
    Reading.STAY: N_("geen verblijf in België bekend"),
}


@dataclass(frozen=True)
class Basis:
    """The facts of one day at which the table looks; `since` is the day from which the months of a reading count."""

    residence: Residence
    aid: Aid
    since: date | None
    on: date
    reading: Reading

    @property
    def told(self) -> tuple[Sentence, ...]:
        """The facts in words, and whether the months are over."""
        classes = Sentence(RESIDENCE_TITLES[self.residence]), Sentence(AID_TITLES[self.aid])
        if self.since is None:
            return *classes, Sentence(NEVER[self.reading])
        over = N_("dat is meer dan %(months)s maanden op %(on)s")
        not_over = N_("dat is niet meer dan %(months)s maanden op %(on)s")
        text = over if is_oudkomer(self.since, self.on) else not_over
        counted = Sentence(text, months=parameters.number("oudkomer_months"), on=self.on)
        return *classes, Sentence(SINCE[self.reading], day=self.since), counted


@dataclass(frozen=True)
class Competence:
    """Who directs and who may sanction on a date, with the article and the reasoning.

    Somebody who is entitled and not obliged is directed in dialogue (SWO art. 3); the welfare centre
    sanctions only what stands in the GPMI (SWO art. 4, 12).
    """

    directs: Body
    sanctions: Body
    article: str
    basis: Basis
    in_dialogue: bool = False

    @property
    def reasons(self) -> tuple[Sentence, ...]:
        """The facts of the day on which the outcome rests, in words."""
        return self.basis.told

    @property
    def outcome(self) -> tuple[Body, Body]:
        """Who directs and who may sanction, without the reasons."""
        return self.directs, self.sanctions

    @property
    def needs_gpmi(self) -> bool:
        """Whether a sanction can only rest on the GPMI."""
        return self.sanctions is Body.OCMW


def competence(
    residence: Residence, aid: Aid, since: date | None, on: date, reading: Reading = Reading.REGISTER
) -> Competence:
    """Apply the table of the agreement to the facts of one day; `since` is that of the reading."""
    directs, sanctions, article = _TABLE[residence, aid in LEEFLOON, is_oudkomer(since, on)]
    dialogue = residence is Residence.ENTITLED and directs is Body.AMAL
    return Competence(directs, sanctions, article, Basis(residence, aid, since, on, reading), dialogue)
