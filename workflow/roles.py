"""The roles people hold, and which kind of organisation may give them."""

from enum import StrEnum

from workflow.wording import N_


class Kind(StrEnum):
    """What an organisation is in the cooperation: it decides which roles its people can hold."""

    OCMW = "ocmw"
    AGENCY = "agentschap"
    PARTNER_OCMW = "partner_ocmw"
    EMPLOYMENT = "arbeidsbemiddeling"
    CITY = "stad"


class Role(StrEnum):
    """A role a person holds for an organisation, between two dates."""

    CLERK = "administratief_medewerker"
    SOCIAL_WORKER = "maatschappelijk_werker"
    TEAM_LEAD = "hoofdmaatschappelijk_werker"
    BCSD_MEMBER = "bcsd_lid"
    BCSD_CHAIR = "bcsd_voorzitter"
    BCSD_SECRETARY = "bcsd_secretaris"
    DIRECTOR_GENERAL = "algemeen_directeur"
    DIRECTORATE = "directie"
    COUNSELLOR = "trajectbegeleider"
    CONTACT_POINT = "centraal_contactpersoon"
    PARTNER_WORKER = "partner_ocmw"
    DPO = "functionaris_gegevensbescherming"
    ADMINISTRATOR = "beheerder"
    SYSTEM = "systeem"


class Party(StrEnum):
    """Somebody a file can wait for who holds no role in the program."""

    CLIENT = "client"
    COURT = "arbeidsrechtbank"
    SIGNATORY = "ondertekenaar"
    POST_ROOM = "postkamer"
    EVERY_PARTY = "elke_partij"


TITLES: dict[str, str] = {
    Role.CLERK: N_("Administratief medewerker"),
    Role.SOCIAL_WORKER: N_("Maatschappelijk werker"),
    Role.TEAM_LEAD: N_("Hoofdmaatschappelijk werker"),
    Role.BCSD_MEMBER: N_("Lid van het BCSD"),
    Role.BCSD_CHAIR: N_("Voorzitter van het BCSD"),
    Role.BCSD_SECRETARY: N_("Secretaris van het BCSD"),
    Role.DIRECTOR_GENERAL: N_("Algemeen directeur"),
    Role.DIRECTORATE: N_("Directie"),
    Role.COUNSELLOR: N_("Trajectbegeleider"),
    Role.CONTACT_POINT: N_("Centraal contactpersoon"),
    Role.PARTNER_WORKER: N_("Medewerker partner-OCMW"),
    Role.DPO: N_("Functionaris voor gegevensbescherming"),
    Role.ADMINISTRATOR: N_("Beheerder"),
    Role.SYSTEM: N_("Het systeem"),
    Party.CLIENT: N_("Cliënt"),
    Party.COURT: N_("Arbeidsrechtbank"),
    Party.SIGNATORY: N_("Ondertekenaar"),
    Party.POST_ROOM: N_("Postkamer"),
    Party.EVERY_PARTY: N_("Elke partij"),
}

EVERYWHERE = {Role.DIRECTORATE, Role.DPO, Role.ADMINISTRATOR}

HELD_AT: dict[Kind, set[Role]] = {
    Kind.OCMW: EVERYWHERE
    | {
        Role.CLERK,
        Role.SOCIAL_WORKER,
        Role.TEAM_LEAD,
        Role.BCSD_MEMBER,
        Role.BCSD_CHAIR,
        Role.BCSD_SECRETARY,
        Role.DIRECTOR_GENERAL,
    },
    Kind.AGENCY: EVERYWHERE | {Role.COUNSELLOR, Role.CONTACT_POINT},
    Kind.PARTNER_OCMW: EVERYWHERE | {Role.PARTNER_WORKER},
    Kind.EMPLOYMENT: EVERYWHERE,
    Kind.CITY: EVERYWHERE,
}
"""Which roles each kind of organisation can give; a grant outside this table is refused."""

BCSD = (Role.BCSD_MEMBER, Role.BCSD_CHAIR)
"""The roles that sit and vote in the committee for the social service (DLB art. 105-106)."""

SIGNATORIES = (
    Role.SOCIAL_WORKER,
    Role.TEAM_LEAD,
    Role.BCSD_CHAIR,
    Role.BCSD_MEMBER,
    Role.DIRECTOR_GENERAL,
    Role.COUNSELLOR,
    Role.CONTACT_POINT,
    Role.DIRECTORATE,
)
"""The roles in which letters are signed."""
