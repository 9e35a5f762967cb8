"""Three hundred invented clients, with valid numbers and a history of dated facts."""

from datetime import date, datetime, time, timedelta
from random import Random

from forms.demo.names import FIRST_NAMES, LANGUAGES, LAST_NAMES, STREETS
from workflow.facts import FACTS, FactKind
from workflow.models import (
    AidPeriod,
    Client,
    ClientShare,
    GpmiAnnex,
    IntegrationContract,
    Occupation,
    Organisation,
    Person,
    Registration,
    ResidenceStatus,
    RoleGrant,
    StayInBelgium,
    VdabExemption,
    VdabRegistration,
    db,
)
from workflow.models.sequence import next_reference
from workflow.moment import BRUSSELS
from workflow.procedures.client import CLIENT
from workflow.roles import Role

CLIENTS = 300
CLAUSES = (
    "U volgt uw inburgeringstraject tot het einde: elke les Nederlands (NT2) en maatschappelijke oriëntatie (MO). U schrijft zich in bij de VDAB.",
    "U volgt elke les Nederlands (NT2) en maatschappelijke oriëntatie (MO) tot het einde van uw traject, en u blijft ingeschreven bij de VDAB.",
)


def national_number(born_on: date, serial: int) -> str:
    """Make a valid number for a birth date; the serial counts the births of that day."""
    start = f"{born_on:%y%m%d}{serial:03d}"
    base = int(("2" if born_on.year >= 2000 else "") + start)
    return start + f"{97 - base % 97:02d}"


def register(today: date, random: Random) -> list[Client]:
    """Enter the clients in the register, each known to one social worker and, mostly, one counsellor."""
    workers, counsellors = _with_role(Role.SOCIAL_WORKER), _with_role(Role.COUNSELLOR)
    gent, amal = (db.session.query(Organisation).filter_by(key=key).one() for key in ("ocmw_gent", "amal"))
    clients = []
    for number in range(CLIENTS):
        salutation = random.choice(("mevrouw", "heer"))
        born_on = date(1962, 1, 1) + timedelta(days=53 * number + random.randrange(53))
        # The highest serials, which hardly any day reaches; women have even serials, men odd ones.
        serial = 950 + 2 * random.randrange(23) + (salutation == "heer")
        client = Client(
            reference=next_reference(db.session(), CLIENT.prefix, today.year),
            state="lopend",
            salutation=salutation,
            born_on=born_on,
            street=f"{random.choice(STREETS)} {random.randrange(1, 180)}",
            postal_code="9000",
            city="Gent",
            phone=f"0400 {number // 100:02d} {number % 100:02d} 00",
            contact_language=random.choice(LANGUAGES),
            interpreter=random.random() < 0.6,
            social_worker=random.choice(workers),
            counsellor=random.choice(counsellors),
            eu_citizen=False,
            checked_on=today - timedelta(days=number % 45),
        )
        client.rename(random.choice(FIRST_NAMES[salutation]), random.choice(LAST_NAMES))
        client.national_number = national_number(born_on, serial)
        client.shares = [ClientShare(organisation_id=gent.id), ClientShare(organisation_id=amal.id)]
        _history(client, today, random, number)
        _entered(client, today, gent.id, amal.id)
        clients.append(client)
    db.session.add_all(clients)
    db.session.commit()
    return clients


def _entered(client: Client, today: date, gent: str, amal: str) -> None:
    """Say who entered each fact, for which organisation: aid is noted by the welfare centre, the rest by the agency."""
    for key, kind in FACTS.items():
        at_gent = key in (FactKind.AID, FactKind.REGISTRATION)
        for fact in getattr(client, kind.relation):
            who = client.social_worker if at_gent else client.counsellor
            fact.entered_by_id, fact.organisation_id = who and who.id, gent if at_gent else amal
            fact.entered_at = datetime.combine(min(fact.from_on + timedelta(days=9), today), time(9, 30), BRUSSELS)


def _with_role(role: Role) -> list[Person]:
    return [g.person for g in db.session.query(RoleGrant).filter_by(role=role).order_by(RoleGrant.id)]


def _history(client: Client, today: date, random: Random, number: int) -> None:
    """Give a client dated facts: two in three receive (equivalent) leefloon with a signed annex."""
    arrived = today - timedelta(days=random.randrange(500, 1600))
    residence = "verplicht" if number % 10 < 6 else "rechthebbend" if number % 10 < 9 else "geen"
    aid = ("leefloon", "leefloon", "equivalent_leefloon", "leefloon", "andere")[number % 5]
    granted = arrived + timedelta(days=60)
    client.residences = [ResidenceStatus(residence=residence, from_on=arrived, source="Kruispuntbank Inburgering")]
    client.registrations = [Registration(municipality="Gent", from_on=arrived, source="Rijksregister")]
    stays = arrived - timedelta(days=random.choice((0, 0, 0, 45, 120)))
    client.stays = [StayInBelgium(from_on=stays, source="Wachtregister")]
    client.aids = [AidPeriod(aid=aid, category="alleenstaande", from_on=granted, source="Beslissing BCSD")]
    if aid != "andere":
        client.annexes = [_annex(random, number, granted)]
    if residence != "geen":
        _trajectory(client, arrived + timedelta(days=random.randrange(20, 110)), number)


def _trajectory(client: Client, signed: date, number: int) -> None:
    """Give a newcomer a contract and what followed: VDAB, or work, or study that exempts from it."""
    source = "Kruispuntbank Inburgering"
    client.contracts = [IntegrationContract(first=True, from_on=signed, source=source)]
    if number % 9 == 4:
        proof = "Bewijs van inschrijving bij het centrum voor volwassenenonderwijs"
        from_on, until_on = signed + timedelta(days=10), signed + timedelta(days=190)
        study = Occupation(pursuit="studie", nature="Tweede graad, dagonderwijs", hours=20, from_on=from_on)
        exempt = VdabExemption(reason="werk_of_studie", proof=proof, from_on=from_on, until_on=until_on)
        study.until_on, study.source, exempt.source = until_on, proof, proof
        client.occupations, client.vdab_exemptions = [study], [exempt]
    elif number % 9 != 7:
        registered = signed + timedelta(days=number % 50)
        client.vdab_registrations = [VdabRegistration(from_on=registered, source="Mijn Loopbaan (VDAB)")]
    if number % 11 == 3:
        work = Occupation(pursuit="werk", nature="Schoonmaak, contract van bepaalde duur", hours=19)
        work.from_on, work.source = signed + timedelta(days=200), "Arbeidscontract"
        client.occupations.append(work)


def _annex(random: Random, number: int, granted: date) -> GpmiAnnex:
    signed = granted + timedelta(days=random.randrange(20, 80))
    return GpmiAnnex(
        number=1,
        gpmi_reference=f"GPMI-{signed.year}-{number + 1:04d}",
        gpmi_signed_on=signed - timedelta(days=7),
        signed_on=signed,
        from_on=signed,
        clause=random.choice(CLAUSES),
        source="GPMI",
    )
