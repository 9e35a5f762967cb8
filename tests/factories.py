"""Plain functions that make people, clients and files for the tests. All names are invented."""

from datetime import date, datetime, time

from workflow.models import (
    AidPeriod,
    Client,
    ClientShare,
    Committee,
    GpmiAnnex,
    IntegrationContract,
    Occupation,
    Organisation,
    Person,
    Registration,
    ResidenceStatus,
    RoleGrant,
    Seat,
    StayInBelgium,
    VdabExemption,
    VdabRegistration,
    db,
)
from workflow.models.sequence import next_reference
from workflow.moment import BRUSSELS, Actor
from workflow.roles import Kind, Role

PASSWORD = "een-lang-wachtwoord"
LONG_AGO = date(2020, 1, 1)


def at(day: date, hour: int = 10, minute: int = 0) -> datetime:
    """An instant on a day in Brussels."""
    return datetime.combine(day, time(hour, minute), BRUSSELS)


def organisation(key="ocmw_gent", name="OCMW Gent", kind=Kind.OCMW, **values):
    known = db.session.query(Organisation).filter_by(key=key).first()
    if known:
        return known
    made = Organisation(
        **{
            "key": key,
            "name": name,
            "kind": kind,
            "service": "Dienst Proef",
            "street": "Proefstraat 1",
            "postal_code": "9000",
            "city": "Gent",
            "phone": "09 000 00 00",
            "email": f"{key}@voorbeeld.example",
            "dpo_contact": f"dpo.{key}@voorbeeld.example",
            **values,
        }
    )
    db.session.add(made)
    return made


def amal():
    return organisation("amal", "Amal", Kind.AGENCY)


def person(login, *roles, where=None, first_name=None, last_name="Proef", password_hash="!"):
    where = where or organisation()
    made = Person(
        login=login,
        first_name=first_name or login.capitalize(),
        last_name=last_name,
        email=f"{login}@voorbeeld.example",
        phone="09 111 11 11",
        password_hash=password_hash,
    )
    made.grants = [RoleGrant(organisation=where, role=role, from_on=LONG_AGO) for role in roles]
    db.session.add(made)
    db.session.flush()
    return made


def acts(who):
    """The actor a person is, for the organisation of his first role."""
    grant = who.grants[0]
    roles = frozenset(Role(g.role) for g in who.grants if g.organisation_id == grant.organisation_id)
    return Actor(who.name, roles, grant.organisation_id, who.id)


def client(number="88021735492", social_worker=None, shares=None, **values):
    made = Client(
        **{
            "reference": next_reference(db.session, "CL", 2026),
            "state": "lopend",
            "salutation": "mevrouw",
            "born_on": date(1988, 2, 17),
            "street": "Voorbeeldstraat 12",
            "postal_code": "9000",
            "city": "Gent",
            "contact_language": "Arabisch",
            "interpreter": True,
            "social_worker": social_worker,
            **values,
        }
    )
    made.rename(values.get("first_name", "Amina"), values.get("last_name", "Voorbeeld"))
    made.national_number = number
    made.shares = [ClientShare(organisation_id=o.id) for o in (shares or [organisation(), amal()])]
    db.session.add(made)
    db.session.flush()
    return made


def dated(who, residence="verplicht", aid="leefloon", registered=date(2024, 1, 15), annex=True):
    """Give a client the dated facts on which competence and sanction rest."""
    who.residences.append(ResidenceStatus(residence=residence, from_on=LONG_AGO, source="Proefbron"))
    who.aids.append(AidPeriod(aid=aid, from_on=LONG_AGO, source="Proefbron"))
    if registered:
        who.registrations.append(Registration(municipality="Gent", from_on=registered, source="Proefbron"))
        who.stays.append(StayInBelgium(from_on=registered, source="Proefbron"))
    who.contracts.append(IntegrationContract(first=True, from_on=date(2024, 3, 4), source="Proefbron"))
    work = {"from_on": date(2024, 6, 3), "until_on": date(2024, 8, 30), "source": "Proefbron"}
    who.occupations.append(Occupation(pursuit="werk", nature="Fruitpluk", hours=38, **work))
    who.vdab_exemptions.append(VdabExemption(reason="werk_of_studie", proof="Arbeidscontract", **work))
    who.vdab_registrations.append(VdabRegistration(from_on=date(2024, 4, 2), source="Proefbron"))
    if annex:
        who.annexes.append(
            GpmiAnnex(
                number=1,
                gpmi_reference="GPMI-2025-0001",
                gpmi_signed_on=date(2025, 1, 10),
                signed_on=date(2025, 1, 17),
                from_on=date(2025, 1, 17),
                clause="U volgt de cursus Nederlands (NT2) en bent elke les aanwezig.",
                source="Proefbron",
            )
        )
    db.session.flush()
    return who


def committee(members=12):
    """A chair and twelve members, in office, with the house rules of the law."""
    house = Committee(organisation=organisation(), standing_points="")
    db.session.add(house)
    for number in range(members + 1):
        role = Role.BCSD_CHAIR if number == 0 else Role.BCSD_MEMBER
        member = person(f"bcsd{number}", role, last_name=f"Zetel{number}")
        house.seats.append(Seat(number=number, person=member, chair=number == 0, from_on=LONG_AGO))
    db.session.flush()
    return house.seats


def staff():
    """One person for every role, by login."""
    gent, agency = organisation(), amal()
    db.session.flush()
    people = {
        "mw": person("mw", Role.SOCIAL_WORKER, last_name="Werker"),
        "mw2": person("mw2", Role.SOCIAL_WORKER, last_name="Tweede"),
        "hoofd": person("hoofd", Role.TEAM_LEAD, last_name="Hoofd"),
        "klerk": person("klerk", Role.CLERK, last_name="Klerk"),
        "secretaris": person("secretaris", Role.BCSD_SECRETARY, last_name="Secretaris"),
        "directeur": person("directeur", Role.DIRECTOR_GENERAL, last_name="Directeur"),
        "directie": person("directie", Role.DIRECTORATE, last_name="Directie"),
        "privacy": person("privacy", Role.DPO, last_name="Privacy"),
        "beheer": person("beheer", Role.ADMINISTRATOR, last_name="Beheer"),
        "directie.amal": person("directie.amal", Role.DIRECTORATE, where=agency, last_name="Oever"),
        "directie2.amal": person("directie2.amal", Role.DIRECTORATE, where=agency, last_name="Rietveer"),
        "tb": person("tb", Role.COUNSELLOR, where=agency, last_name="Begeleider"),
        "contact": person("contact", Role.CONTACT_POINT, where=agency, last_name="Contact"),
        "partner": person(
            "partner",
            Role.PARTNER_WORKER,
            where=organisation("ocmw_evergem", "OCMW Evergem", Kind.PARTNER_OCMW),
            last_name="Partner",
        ),
    }
    seats = committee()
    people["voorzitter"] = seats[0].person
    people["lid"] = seats[1].person
    for login, seat in (("voorzitter", seats[0]), ("lid", seats[1])):
        seat.person.login = login
    assert gent.id
    return people
