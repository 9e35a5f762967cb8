"""The seven domains of life in which people need support (SWO art. 2)."""

from collections.abc import Mapping
from enum import StrEnum

from workflow.wording import N_


class Domain(StrEnum):
    """A domain of life, as the agreement names it (SWO art. 2)."""

    INCOME = "inkomen"
    HOUSING = "wonen"
    WORK = "werk"
    LEISURE = "vrije_tijd"
    NETWORK = "netwerk"
    LEARNING = "leren"
    HEALTH = "gezondheid"


DOMAIN_TITLES: Mapping[str, str] = {
    Domain.INCOME: N_("Inkomen"),
    Domain.HOUSING: N_("Wonen"),
    Domain.WORK: N_("Werk"),
    Domain.LEISURE: N_("Vrije tijd"),
    Domain.NETWORK: N_("Netwerk"),
    Domain.LEARNING: N_("Leren"),
    Domain.HEALTH: N_("Gezondheid"),
}
"""The domains in the order in which the agreement names them."""
