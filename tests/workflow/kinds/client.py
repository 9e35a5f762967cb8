"""The register of a client in the tests over every table."""

from tests.workflow.dates import day
from tests.workflow.files import AMAL, GENT, client, organisation
from tests.workflow.spoils import put
from workflow.facts import FACTS
from workflow.models import Case, Client, ClientShare, ResidenceStatus
from workflow.models.proposal import said_by

STARTS = day("Mon 02/03/2026")
VALUES = {
    "verblijfsklasse": {"residence": "rechthebbend"},
    "inkomen": {"aid": "leefloon", "category": ""},
    "inschrijving": {"municipality": "Gent"},
    "verblijf": {},
    "contract": {"first": True},
    "vdab": {},
    "vrijstelling": {"reason": "geen_toegang", "proof": "Attest"},
    "werk_of_studie": {"pursuit": "werk", "nature": "Schoonmaak", "hours": 19},
}
"""What a fact of each kind says."""


def built(state):
    """A client of whom everything is known but facts."""
    who = client(annex=False)
    who.id, who.state, who.remark, who.reading = "amina", state, "Nagekeken.", "verblijf"
    who.born_on, who.street, who.postal_code, who.city = day("Wed 17/02/1988"), "Voorbeeldstraat 12", "9000", "Gent"
    who.shares = [ClientShare(organisation_id=GENT)]
    who.residences, who.aids, who.registrations = [], [], []
    return who


def bare(state):
    """A client of whom nothing is known."""
    return Client(id="amina", state=state)


def noting(kind):
    """A fact of a kind is noted."""

    def change(who):
        who.new_fact = VALUES[kind] | {
            "kind": kind, "from_on": STARTS, "until_on": None, "source": "Register", "note": "",
        }  # fmt: skip

    return change


def chosen(who):
    """A fact that stands in the register is chosen."""
    row = ResidenceStatus(id="klasse", residence="verplicht", from_on=STARTS, source="Register", note="")
    row.organisation_id = GENT
    who.residences = [row]
    who.chosen_fact = {"kind": "verblijfsklasse", "id": "klasse", "was": said_by(row, "verblijfsklasse")}


def ending(who):
    """The class that holds ends."""
    chosen(who)
    who.last_day = day("Tue 31/03/2026")


def correcting(who):
    """The class should have been another one."""
    chosen(who)
    who.new_values = {"residence": "rechthebbend"}


def sharing(who):
    """The agency gets to know the client."""
    who.known_to = [AMAL]


CHANGES = {
    **{f"noteer_{kind}": noting(kind) for kind in FACTS},
    "beeindig_feit": ending,
    "verbeter_feit": correcting,
    "schrap_feit": chosen,
    "deel": sharing,
}
"""The days are those of the report: no row of this table waits for another."""


def proposing(**values):
    """The proposed fact says something else."""

    def spoil(who):
        who.proposal.values |= values

    return spoil


def incomplete(who):
    """Nothing is said of what a kind of fact needs."""
    if who.proposal.fact is None:
        who.proposal.kind = "verblijfsklasse"
    who.proposal.values["residence"] = ""


def two_at_once(who):
    """Another fact of the same kind holds on the same days."""
    kind = who.proposal.kind
    row = getattr(Client, FACTS[kind].relation).property.mapper.class_
    other = row(from_on=day("Sun 01/02/2026"), until_on=STARTS, source="Register", note="", **VALUES[kind])
    who.facts_of(kind).append(other)


def gone(who):
    """Somebody struck the fact meanwhile."""
    who.proposal.was = {}


def theirs(who):
    """It is about a fact that another organisation noted."""
    who.proposal.fact = who.proposal.fact or ResidenceStatus()
    who.proposal.fact.organisation_id, who.proposal.fact.organisation = AMAL, organisation(AMAL)


def over(who):
    """The fact has ended already."""
    who.proposal.fact.until_on = day("Mon 30/03/2026")
    who.proposal.was = said_by(who.proposal.fact, "verblijfsklasse")


def file_about(who):
    """A file about the client is open."""
    who.cases = [Case(reference="SD-2026-0001")]


SPOILS = {
    "identity_complete": put(street=""),
    "known_to_us": put(shares=[]),
    "newly_shared": put(newly_known=False),
    "reading_chosen": put(reading="geen van beide"),
    "no_open_file": file_about,
    "no_file_at_all": file_about,
    "period_in_order": proposing(until_on=day("Sun 01/03/2026")),
    "source_named": proposing(source=""),
    "fact_complete": incomplete,
    "no_two_at_once": two_at_once,
    "fact_there": gone,
    "fact_ours": theirs,
    "fact_runs": over,
    "last_day_given": proposing(until_on=None),
    "change_explained": put(remark=""),
}

FILLED = {
    "fact_ours": "Dit gegeven is van Amal. Vraag daar om het te wijzigen.",
    "no_two_at_once": "Deze periode valt deels samen met een andere: Rechthebbende inburgeraar van 01/02/2026 "
    "tot en met 02/03/2026. Beëindig of verbeter die eerst, of laat ze eindigen op de dag ervoor.",
    "no_open_file": "Er lopen nog dossiers over deze cliënt: SD-2026-0001.",
    "no_file_at_all": "Er zijn dossiers over deze cliënt: SD-2026-0001. "
    "Sluit het register in plaats van het te schrappen.",
}

HOLDS_ON_AN_EMPTY_FILE = {"no_open_file", "no_file_at_all", "no_two_at_once"}
