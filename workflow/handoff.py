"""The codes of a warm hand-over: what is passed on item by item, how urgent it is, how it ended (SWO art. 2, 4, 5)."""

from collections.abc import Mapping
from enum import StrEnum

from workflow.life_domains import Domain
from workflow.wording import N_

NO_INTERPRETER = "geen"
"""What stands in the place of a language when no interpreter is needed."""


class Item(StrEnum):
    """A kind of information about the client; he agrees to pass on each one apart (SWO art. 5)."""

    CONTACT = "contactgegevens"
    FAMILY = "gezin"
    INCOME = "inkomen"
    HOUSING = "huisvesting"
    LEARNING = "opleiding"
    WORK = "werk"
    NETWORK = "netwerk"
    OTHER = "andere"
    HEALTH = "gezondheid"


ITEM_TITLES: Mapping[str, str] = {
    Item.CONTACT: N_("Contactgegevens"),
    Item.FAMILY: N_("Gezin"),
    Item.INCOME: N_("Inkomen"),
    Item.HOUSING: N_("Huisvesting"),
    Item.LEARNING: N_("Opleiding en Nederlands (NT2)"),
    Item.WORK: N_("Werk"),
    Item.NETWORK: N_("Netwerk"),
    Item.OTHER: N_("Andere informatie"),
    Item.HEALTH: N_("Gezondheid"),
}
"""The items in the order of the conversation; health comes last: it is special data (AVG art. 9)."""

ITEM_OF_NEED: Mapping[str, Item] = {
    Domain.INCOME: Item.INCOME,
    Domain.HOUSING: Item.HOUSING,
    Domain.WORK: Item.WORK,
    Domain.LEISURE: Item.OTHER,
    Domain.NETWORK: Item.NETWORK,
    Domain.LEARNING: Item.LEARNING,
    Domain.HEALTH: Item.HEALTH,
}
"""Which agreement lets the words about a need in a domain go to the welfare centre."""


class Urgency(StrEnum):
    """How soon the client needs an answer."""

    ORDINARY = "gewoon"
    URGENT = "dringend"
    AT_ONCE = "meteen"


URGENCY_TITLES: Mapping[str, str] = {
    Urgency.ORDINARY: N_("Gewoon"),
    Urgency.URGENT: N_("Dringend: binnen enkele dagen"),
    Urgency.AT_ONCE: N_("Meteen: er is geen onderdak, geen eten of geen geld"),
}


class Outcome(StrEnum):
    """What Amal hears of how it ended, and no more (SWO art. 2)."""

    GUIDED = "in_begeleiding"
    NO_HELP = "geen_hulp"
    REFERRED = "doorverwezen"


OUTCOME_TITLES: Mapping[str, str] = {
    Outcome.GUIDED: N_("In begeleiding"),
    Outcome.NO_HELP: N_("Geen hulp"),
    Outcome.REFERRED: N_("Doorverwezen"),
}

CONTACT_TITLES: Mapping[str, str] = {
    "amal": N_("De trajectbegeleider van Amal"),
    "ocmw": N_("De maatschappelijk werker van het OCMW"),
}
"""Who the one contact point of the client is from the hand-over on."""


def quoted(codes: type[StrEnum]) -> str:
    """Write codes as the database repeats them."""
    return ", ".join(repr(code.value) for code in codes)
