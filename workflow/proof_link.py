"""A link in the chain of proof: what it is called, on which article it rests, how it stands (RMI-wet art. 30 § 2)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from workflow.wording import N_, Sentence

Facts = dict[str, Any]


class Standing(StrEnum):
    """How a link stands."""

    HOLDS = "in_orde"
    MISSING = "ontbreekt"
    LATE = "te_laat"
    AHEAD = "nog_niet"
    UNKNOWN = "niet_bijgehouden"


STANDING_TITLES = {
    Standing.HOLDS: N_("in orde"),
    Standing.MISSING: N_("ontbreekt"),
    Standing.LATE: N_("te laat"),
    Standing.AHEAD: N_("nog niet"),
    Standing.UNKNOWN: N_("niet bijgehouden"),
}


LINKS: dict[str, tuple[str, str]] = {
    "clausule": (N_("Verplichting"), "SWO art. 4; RMI-wet art. 30 § 2"),
    "bijlage": (N_("Ondertekende bijlage"), "RMI-wet art. 11 § 3, 30 § 2"),
    "aanbod": (N_("Aanbod, bijstand en bedenktijd"), "RMI-wet art. 6 § 3"),
    "brief": (N_("Brief aan de cliënt"), "SWO art. 4"),
    "inbreuk": (N_("Inbreuk"), "SWO art. 12"),
    "aanmaning": (N_("Aanmaning"), "RMI-wet art. 30 § 2"),
    "gehoord": (N_("Gehoord"), "RMI-wet art. 20"),
    "beslissing": (N_("Beslissing"), "RMI-wet art. 21 § 4"),
}
"""Every link in its order: what it is called, and the article it rests on."""


@dataclass(frozen=True)
class Link:
    """One link: when it was, where it is found, how it stands, and with which reason."""

    key: str
    standing: Standing
    on: date | None = None
    reference: str = ""
    reason: Sentence | None = None

    @property
    def title(self) -> str:
        """What it is called."""
        return LINKS[self.key][0]

    @property
    def article(self) -> str:
        """The article it rests on."""
        return LINKS[self.key][1]

    @property
    def broken(self) -> bool:
        """Whether it breaks the chain: it is missing, or it came too late."""
        return self.standing in (Standing.MISSING, Standing.LATE)


def annex_facts(annex: Any) -> Facts:
    """Write down what the chain asks of an annex, so that a file can freeze it."""
    return {
        "number": annex.number,
        "gpmi_reference": annex.gpmi_reference,
        "gpmi_signed_on": _iso(annex.gpmi_signed_on),
        "signed_on": _iso(annex.signed_on),
        "from_on": _iso(annex.from_on),
        "clause": annex.clause,
        "parts": list(annex.parts),
        "offered_on": _iso(annex.offered_on),
        "client_signed_on": _iso(annex.client_signed_on),
        "assistance_offered": annex.assistance_offered,
        "waived": annex.waived,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def day_in(facts: Facts, name: str) -> date | None:
    """Read a day back from frozen facts."""
    written = facts.get(name)
    return date.fromisoformat(written) if written else None
