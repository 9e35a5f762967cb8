"""The kinds of dated fact in the register of a client: what each says, who notes it, on which article it bears."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from workflow.competence import AID_TITLES, RESIDENCE_TITLES
from workflow.roles import Role
from workflow.trajectory import PURSUIT_TITLES
from workflow.vdab import EXEMPTION_TITLES
from workflow.wording import N_, Sentence, written

AT_OCMW = (Role.CLERK, Role.SOCIAL_WORKER, Role.TEAM_LEAD)
AT_AMAL = (Role.COUNSELLOR, Role.CONTACT_POINT)
REGISTRARS = (*AT_OCMW, *AT_AMAL)
"""Who keeps the register of clients."""


class FactKind(StrEnum):
    """A kind of dated fact."""

    RESIDENCE = "verblijfsklasse"
    REGISTRATION = "inschrijving"
    STAY = "verblijf"
    AID = "inkomen"
    CONTRACT = "contract"
    VDAB = "vdab"
    EXEMPTION = "vrijstelling"
    OCCUPATION = "werk_of_studie"


Values = dict[str, Any]


@dataclass(frozen=True)
class KindOfFact:
    """One kind: the rows it stands in, who may note it, what its own columns are and which of them it needs.

    `told` says what a fact says, to anybody who may read the register; `kept` names the columns that stay with
    the welfare centre; `apart` is the column that tells facts apart that may hold at the same time.
    """

    relation: str
    title: str
    article: str
    by: tuple[Role, ...]
    told: Callable[[Values], Sentence]
    columns: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    apart: str | None = None


def _work(values: Values) -> Sentence:
    title, nature, hours = PURSUIT_TITLES[values["pursuit"]], values["nature"], values.get("hours")
    if hours:
        return Sentence(N_("%(title)s: %(nature)s, %(hours)s uur per week"), title=title, nature=nature, hours=hours)
    return Sentence(N_("%(title)s: %(nature)s"), title=title, nature=nature)


def _exempt(values: Values) -> Sentence:
    return Sentence(
        N_("%(title)s (bewijs: %(proof)s)"), title=EXEMPTION_TITLES[values["reason"]], proof=values["proof"]
    )


def _contract(values: Values) -> Sentence:
    first = values.get("first")
    return Sentence(N_("Eerste inburgeringscontract") if first else N_("Inburgeringscontract"))


FACTS: dict[str, KindOfFact] = {
    FactKind.RESIDENCE: KindOfFact(
        "residences",
        N_("Inburgering"),
        "SWO art. 3",
        REGISTRARS,
        lambda v: Sentence(RESIDENCE_TITLES[v["residence"]]),
        ("residence",),
        ("residence",),
    ),
    FactKind.AID: KindOfFact(
        "aids",
        N_("Steun van het OCMW"),
        "SWO art. 12, 13",
        AT_OCMW,
        lambda v: Sentence(AID_TITLES[v["aid"]]),
        ("aid", "category"),
        ("aid",),
        kept=("category",),
    ),
    FactKind.REGISTRATION: KindOfFact(
        "registrations",
        N_("Rijksregister"),
        "SWO art. 3",
        REGISTRARS,
        lambda v: Sentence(N_("Ingeschreven in %(where)s"), where=v["municipality"]),
        ("municipality",),
        ("municipality",),
    ),
    FactKind.STAY: KindOfFact(
        "stays", N_("Verblijf in België"), "SWO art. 12", REGISTRARS, lambda v: Sentence(N_("Verblijft in België"))
    ),
    FactKind.CONTRACT: KindOfFact(
        "contracts", N_("Inburgeringscontract"), "SWO art. 10, 11", REGISTRARS, _contract, ("first",)
    ),
    FactKind.VDAB: KindOfFact(
        "vdab_registrations",
        N_("Inschrijving bij de VDAB"),
        "SWO art. 10",
        REGISTRARS,
        lambda v: Sentence(N_("Ingeschreven bij de VDAB")),
    ),
    FactKind.EXEMPTION: KindOfFact(
        "vdab_exemptions",
        N_("Vrijstelling VDAB"),
        "SWO art. 10",
        REGISTRARS,
        _exempt,
        ("reason", "proof"),
        ("reason", "proof"),
        apart="reason",
    ),
    FactKind.OCCUPATION: KindOfFact(
        "occupations",
        N_("Werk of studie"),
        "SWO art. 10, 11",
        REGISTRARS,
        _work,
        ("pursuit", "nature", "hours"),
        ("pursuit", "nature"),
        apart="pursuit",
    ),
}
"""Every kind, in the order of the register."""

EVERY = ("from_on", "until_on", "source", "note")
"""The columns every fact has, in the order of the paper form."""


def columns_of(kind: str) -> tuple[str, ...]:
    """Return what is noted of a kind of fact."""
    return (*FACTS[kind].columns, *EVERY)


def values_of(fact: Any, kind: str) -> Values:
    """Return what a fact says, by column."""
    return {name: getattr(fact, name) for name in columns_of(kind)}


def period(values: Values) -> Sentence:
    """Say from when until when something holds."""
    since, until = written(values["from_on"]), values.get("until_on")
    if until is None:
        return Sentence(N_("sinds %(since)s"), since=since)
    return Sentence(N_("van %(since)s tot en met %(until)s"), since=since, until=written(until))
