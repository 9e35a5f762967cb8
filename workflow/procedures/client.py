"""The register of clients: entered, corrected, with dated facts, and closed (SWO art. 1, 3, 12, 13).

A client is a subject of his own, with a log of his own: who noted which fact, from when until when,
where it was read, and what a fact said before it was corrected or struck.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflow.competence import Reading
from workflow.facts import AT_OCMW, FACTS, REGISTRARS, FactKind
from workflow.moment import Moment
from workflow.procedures import client_facts as facts
from workflow.roles import Role
from workflow.rows import NEW, SAME, State, Step, asked, guard
from workflow.table import Workflow
from workflow.wording import N_

if TYPE_CHECKING:
    from workflow.models.client import Client


@asked(N_("Vul naam, geboortedatum en adres in."))
def identity_complete(client: Client, when: Moment) -> bool:
    """The register knows who the client is and where he lives."""
    known = (client.first_name, client.last_name, client.born_on, client.street, client.postal_code, client.city)
    return all(known)


@asked(N_("Een cliënt is bekend bij minstens je eigen organisatie."))
def known_to_us(client: Client, when: Moment) -> bool:
    """The organisation that enters a client knows him."""
    return when.actor.organisation_id in client.known_to


def remember_entry(client: Client, when: Moment) -> None:
    """Remember on which day the client came in the register."""
    client.entered_on = when.today


def remember_check(client: Client, when: Moment) -> None:
    """Remember on which day somebody said that all of it is still so."""
    client.checked_on = when.today


@asked(N_("De andere organisatie kent deze cliënt al."))
def newly_shared(client: Client, when: Moment) -> bool:
    """An organisation gets to know the client that did not know him."""
    return client.newly_known


@asked(N_("Kies welke lezing voor deze cliënt telt."))
def reading_chosen(client: Client, when: Moment) -> bool:
    """One of the two readings of twelve months is chosen."""
    return client.reading in set(Reading)


@guard(
    N_("Er lopen nog dossiers over deze cliënt: %(references)s."),
    references=lambda client, when: ", ".join(client.open_files),
)
def no_open_file(client: Client, when: Moment) -> bool:
    """Every file about the client has ended."""
    return not client.open_files


@guard(
    N_("Er zijn dossiers over deze cliënt: %(references)s. Sluit het register in plaats van het te schrappen."),
    references=lambda client, when: ", ".join(client.all_files),
)
def no_file_at_all(client: Client, when: Moment) -> bool:
    """There never was a file about the client."""
    return not client.all_files


CL, MW, HM, TB, CC = Role.CLERK, Role.SOCIAL_WORKER, Role.TEAM_LEAD, Role.COUNSELLOR, Role.CONTACT_POINT
ALL = REGISTRARS
NOTE = (facts.fact_ours, facts.period_in_order, facts.source_named, facts.fact_complete, facts.no_two_at_once)
CHANGE = (facts.fact_there, facts.fact_ours)

# fmt: off
CLIENT = Workflow(
    kind="client", title=N_("Register van de cliënten"), prefix="CL", article="SWO art. 1, 3, 10, 12, 13", owner="",
    states=(
        #     key          short               title                                  waits for          reads  edits
        State("lopend",    N_("Lopend"),       N_("In het register"),                 (MW, TB),          ALL,   ALL),
        State("gesloten",  N_("Gesloten"),     N_("Register gesloten"),               (),                ALL),
        State("geschrapt", N_("Geschrapt"),    N_("Ten onrechte ingeschreven"),       (),                ALL,   end=True),
    ),
    steps=(
        #    action                   from        to           by       title                                                    only if                                                       effect
        Step("schrijf_in",            NEW,        "lopend",    ALL,     N_("Schrijf een cliënt in"),                             (identity_complete, known_to_us),                             then=remember_entry),
        Step("wijzig",                "lopend",   SAME,        ALL,     N_("Wijzig de gegevens van de cliënt"),                  (identity_complete,)),
        Step("noteer_verblijfsklasse", "lopend",  SAME,        FACTS[FactKind.RESIDENCE].by,    N_("Noteer de klasse van inburgering"),  NOTE,                                                 then=facts.write_fact),
        Step("noteer_inkomen",        "lopend",   SAME,        FACTS[FactKind.AID].by,          N_("Noteer steun van het OCMW"),         NOTE,                                                 then=facts.write_fact),
        Step("noteer_inschrijving",   "lopend",   SAME,        FACTS[FactKind.REGISTRATION].by, N_("Noteer een inschrijving in het rijksregister"), NOTE,                                      then=facts.write_fact),
        Step("noteer_verblijf",       "lopend",   SAME,        FACTS[FactKind.STAY].by,         N_("Noteer het verblijf in België"),     NOTE,                                                 then=facts.write_fact),
        Step("noteer_contract",       "lopend",   SAME,        FACTS[FactKind.CONTRACT].by,     N_("Noteer een inburgeringscontract"),   NOTE,                                                 then=facts.write_fact),
        Step("noteer_vdab",           "lopend",   SAME,        FACTS[FactKind.VDAB].by,         N_("Noteer een inschrijving bij de VDAB"), NOTE,                                               then=facts.write_fact),
        Step("noteer_vrijstelling",   "lopend",   SAME,        FACTS[FactKind.EXEMPTION].by,    N_("Noteer een vrijstelling van de VDAB"), NOTE,                                               then=facts.write_fact),
        Step("noteer_werk_of_studie", "lopend",   SAME,        FACTS[FactKind.OCCUPATION].by,   N_("Noteer werk of studie"),             NOTE,                                                 then=facts.write_fact),
        Step("beeindig_feit",         "lopend",   SAME,        ALL,     N_("Beëindig een gegeven"),                              (*CHANGE, facts.fact_runs, facts.last_day_given, facts.period_in_order), then=facts.write_fact),
        Step("verbeter_feit",         "lopend",   SAME,        ALL,     N_("Verbeter een gegeven"),                              (*CHANGE, *NOTE[1:], facts.change_explained),                 then=facts.write_fact),
        Step("schrap_feit",           "lopend",   SAME,        ALL,     N_("Schrap een gegeven"),                                (*CHANGE, facts.change_explained),                            then=facts.strike_fact, rare=True),
        Step("kijk_na",               "lopend",   SAME,        ALL,     N_("Bevestig dat alles nog klopt"),                      (),                                                           then=remember_check, rare=True, silent=True),
        Step("kies_lezing",           "lopend",   SAME,        (MW, HM, TB, CC), N_("Kies hoe twaalf maanden tellen"),           (reading_chosen, facts.change_explained),                     rare=True),
        Step("deel",                  "lopend",   SAME,        ALL,     N_("Maak bekend bij de andere organisatie"),             (newly_shared, facts.change_explained),                       rare=True),
        Step("sluit_register",        "lopend",   "gesloten",  (*AT_OCMW, TB, CC), N_("Sluit het register van de cliënt"),       (no_open_file, facts.change_explained),                       rare=True),
        Step("heropen_register",      "gesloten", "lopend",    (*AT_OCMW, TB, CC), N_("Heropen het register van de cliënt"),     (facts.change_explained,),                                    rare=True),
        Step("schrap_client",         "lopend",   "geschrapt", (HM, CC), N_("Schrap een cliënt die ten onrechte ingeschreven is"), (no_file_at_all, facts.change_explained),                   rare=True),
    ),
    told={
        "schrijf_in":             N_("Cliënt ingeschreven"),
        "wijzig":                 N_("Gegevens gewijzigd"),
        "noteer_verblijfsklasse": N_("Klasse van inburgering genoteerd"),
        "noteer_inkomen":         N_("Steun van het OCMW genoteerd"),
        "noteer_inschrijving":    N_("Inschrijving in het rijksregister genoteerd"),
        "noteer_verblijf":        N_("Verblijf in België genoteerd"),
        "noteer_contract":        N_("Inburgeringscontract genoteerd"),
        "noteer_vdab":            N_("Inschrijving bij de VDAB genoteerd"),
        "noteer_vrijstelling":    N_("Vrijstelling van de VDAB genoteerd"),
        "noteer_werk_of_studie":  N_("Werk of studie genoteerd"),
        "beeindig_feit":          N_("Gegeven beëindigd"),
        "verbeter_feit":          N_("Gegeven verbeterd"),
        "schrap_feit":            N_("Gegeven geschrapt"),
        "kijk_na":                N_("Nagekeken: alles klopt nog"),
        "kies_lezing":            N_("Gekozen hoe twaalf maanden tellen"),
        "deel":                   N_("Bekendgemaakt bij de andere organisatie"),
        "sluit_register":         N_("Register gesloten"),
        "heropen_register":       N_("Register heropend"),
        "schrap_client":          N_("Cliënt geschrapt"),
    },
)
# fmt: on

NOTED_BY = {kind: f"noteer_{kind}" for kind in FactKind}
"""The step that notes a fact of each kind."""
