"""Files, letters and sessions in memory, without a database. All names are invented."""

import factories

from tests.walks import sanction as journey
from tests.workflow.dates import day
from workflow.models import (
    AidPeriod,
    Attendance,
    BcsdSession,
    CaseShare,
    Client,
    Committee,
    Deadline,
    GpmiAnnex,
    Letter,
    Organisation,
    Person,
    Registration,
    ResidenceStatus,
    RoleGrant,
    Sanction,
    Seat,
    Signature,
)
from workflow.models.deadline import Status
from workflow.moment import Actor, Moment
from workflow.procedures.sanction_report import freeze_facts
from workflow.roles import TITLES, Kind, Role

GENT, AMAL, WORKER = "gent", "amal", "mw"
LONG_AGO = factories.LONG_AGO
REGISTERED = day("Mon 15/01/2024")
REPORTED = day("Mon 02/03/2026")
WARNED = day("Tue 03/03/2026")
INVITED = day("Tue 24/03/2026")
SESSION_DAY = day("Tue 28/04/2026")
NOTIFIED = day("Thu 30/04/2026")
WITHDRAWN = day("Tue 12/05/2026")
SUMMONED = day("Thu 16/04/2026")
SEATS = tuple(f"zetel{number}" for number in range(13))
MINE = SEATS[1]
"""The seat of whoever acts in these tests."""


def organisation(key=GENT):
    """The welfare centre or the agency."""
    kind, name = {GENT: (Kind.OCMW, "OCMW Gent"), AMAL: (Kind.AGENCY, "Amal")}[key]
    return Organisation(id=key, key=key, kind=kind, name=name)


def moment(on, *roles, person=WORKER, where=GENT):
    """Somebody in these roles, at ten in the morning."""
    return Moment(factories.at(on), Actor("Mia Werker", frozenset(roles), where, person))


def client(residence="verplicht", aid="leefloon", registered=REGISTERED, annex=True):
    """A joint client with the dated facts on which competence and sanction rest."""
    who = Client(first_name="Amina", last_name="Voorbeeld")
    who.residences = [ResidenceStatus(residence=residence, from_on=LONG_AGO)]
    who.aids = [AidPeriod(aid=aid, from_on=LONG_AGO)]
    who.registrations = [Registration(from_on=registered)] if registered else []
    signed = day("Fri 17/01/2025")
    facts = {"gpmi_reference": "GPMI-2025-0001", "gpmi_signed_on": day("Fri 10/01/2025"), "signed_on": signed}
    who.annexes = [GpmiAnnex(number=1, from_on=signed, clause="U volgt de lessen.", **facts)] if annex else []
    return who


def signature(role=Role.SOCIAL_WORKER, position=1, person=WORKER, signed_on=None):
    """A place to sign, signed or not."""
    signed = factories.at(signed_on) if signed_on else None
    return Signature(
        position=position, organisation_id=GENT, role=role, title=TITLES[role], person_id=person, name="Mia Werker",
        signed_at=signed,
    )  # fmt: skip


def signs_as_anybody():
    """Somebody who holds every function in which letters are signed."""
    held = [RoleGrant(organisation_id=GENT, role=role, from_on=LONG_AGO) for role in Role]
    return Person(id=WORKER, first_name="Mia", last_name="Werker", grants=held)


def letter(state="ontwerp", name="aanmaning", posted=WARNED, **values):
    """A registered letter of the social worker; what the post room writes down is filled in already."""
    signed = posted if state not in ("nieuw", "ontwerp", "ter_ondertekening") else None
    sent = {"to_be_sent": "aangetekend", "way": "aangetekend", "registered_number": journey.BARCODE}
    back = {"presented_on": day("Wed 04/03/2026"), "returned_on": day("Fri 20/03/2026")} if name == "aanmaning" else {}
    facts = sent | back | {"posted_on": posted, "return_reason": "niet afgehaald", "signatures": [signature()]}
    row = Letter(name=name, state=state, from_organisation_id=GENT, sender=organisation(), **facts | values)
    row.signatures[0].signed_at = signed and factories.at(signed)
    row.remark = "Toelichting."
    return row


def running(name, due, started=REPORTED):
    """A term that runs."""
    return Deadline(name=name, started_on=started, due_on=due, reasoning="", status=Status.RUNS)


def committee(size=13, **rules):
    """A chair and his members in office; the first member is whoever acts in these tests."""
    open_rules = {"short_convocation": False, "second_convocation": True, "digital": False, "standing_points": ""}
    house = Committee(organisation=organisation(), **open_rules | rules)
    for number in range(size):
        who = Person(id=WORKER if SEATS[number] == MINE else f"bcsd{number}", first_name="Lid", last_name=f"Z{number}")
        seat = {"number": number, "chair": number == 0, "from_on": LONG_AGO}
        house.seats.append(Seat(id=SEATS[number], person=who, person_id=who.id, **seat))
    return house


def session(state="gepland", held_on=SESSION_DAY, there=SEATS, house=None, **values):
    """A session of the committee, at which everybody is in the room but for the seats that are not named."""
    facts = {"starts_at": "14.00 uur", "place": "Raadzaal", "digital": False, "second_convocation": False}
    row = BcsdSession(reference="ZIT-2026-0001", state=state, held_on=held_on, **facts | values)
    row.owner = (house or committee()).organisation
    row.attendances = [stay(seat) for seat in there]
    return row


def stay(seat, hour=14, left=None, **values):
    """A member came in at an hour, and left again or is still there."""
    left_at = left and factories.at(SESSION_DAY, left)
    return Attendance(
        seat_id=seat, presence="aanwezig", arrived_at=factories.at(SESSION_DAY, hour), left_at=left_at, **values
    )


def vote(item, **others):
    """The vote is closed: everybody voted for, but for the seats that are named."""
    item.choices = {seat: others.get(seat, "voor") for seat in SEATS}
    item.state = "gestemd"
    return item


LATER = {
    "remedied_on": day("Wed 18/03/2026"),
    "remedied_how": "Aanwezig sinds 9 maart.",
    "closing_reason": "ziekte",
    "closing_explanation": "Attest van de arts.",
    "question": "Wat is het uurrooster?",
    "answer_by": day("Tue 12/05/2026"),
    "executed_on": day("Mon 01/06/2026"),
    "execution_note": "Betaling van juni aangepast.",
    "ocmw_informed_on": day("Mon 04/05/2026"),
    "ocmw_informed_how": "Gesprek met tolk",
    "amal_informed_on": day("Tue 05/05/2026"),
    "amal_informed_how": "Telefoon",
    "appeal_on": day("Tue 19/05/2026"),
    "appeal_roll": "26/123/A",
    "judgment": "bevestigd",
    "judgment_on": day("Mon 12/10/2026"),
    "judgment_text": "Het beroep is ongegrond.",
}


def sanction(state="gemeld", who=None):
    """A sanction file in which everything was done right, from the report to the judgment."""
    facts = {**journey.WARNING, **journey.HEARING, **journey.HEARD, **LATER}
    case = Sanction(
        reference="SD-2026-0001", state=state, owner_id=GENT, handler_id=WORKER, breach_type="afwezig_nt2", **facts
    )
    case.client, case.reported_facts = who or client(), journey.FACTS
    case.owner, case.shares = organisation(), [CaseShare(organisation_id=AMAL, organisation=organisation(AMAL))]
    case.remark = "Een nota."
    freeze_facts(case, moment(REPORTED))
    case.letters = [
        letter("verzonden", "aanmaning", WARNED),
        letter("verzonden", "uitnodiging_hoorzitting", INVITED),
        letter("ondertekend", "hoorverslag", day("Tue 14/04/2026"), to_be_sent=None),
        letter("ondertekend", "sociaal_verslag", day("Wed 15/04/2026"), to_be_sent=None),
        letter("verzonden", "beslissing", NOTIFIED),
    ]
    case.deadlines = [
        running("hersteltermijn", day("Mon 23/03/2026")),
        running("beroepstermijn", day("Sun 16/08/2026")),
    ]
    case.advise(**journey.ADVICE)
    vote(case.put_on_agenda(session(), draft=journey.DRAFT))
    case.decide(**journey.DECISION)
    return case


def item(state="te_behandelen", meets="geopend", **values):
    """A point on the agenda about a sanction file, in a session in which everybody is there."""
    row = sanction("geagendeerd").agenda_item
    row.state, row.session.state = state, meets
    for name, value in values.items():
        setattr(row, name, value)
    return row
