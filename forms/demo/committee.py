"""The committee of the demonstration office: its house rules, its thirteen seats, and the days on which it meets."""

from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from forms.actions import perform
from forms.demo.dealings import actor
from forms.demo.names import LISTS
from workflow.models import BcsdSession, Committee, Organisation, Person, Seat, Substitution, db
from workflow.moment import BRUSSELS, Moment
from workflow.opening import new_case
from workflow.procedures.session import SESSION
from workflow.roles import Role
from workflow.terms import last_working_day, roll

WEEKS = range(-41, 10, 2)
"""The weeks in which it meets, counted from this one: every second Monday, nine months back and two months ahead."""

PLACE, HOUR = "Onderbergen 86, raadzaal", "14.00 uur"
FORMER, SUCCESSOR = "oudlid", "lid8"
SUBSTITUTE, SUBSTITUTED = "vervanger", "lid11"
SEATED = (Role.BCSD_CHAIR, Role.BCSD_MEMBER)


class Series(NamedTuple):
    """The sessions of the committee: those of the past, the small one of today, and those to come."""

    past: list[BcsdSession]
    today: BcsdSession
    coming: list[BcsdSession]


def furnish(since: date, today: date) -> None:
    """Write the house rules and the seats; one member left half a year ago, another is replaced for some months."""
    house = db.session.query(Organisation).filter_by(key="ocmw_gent").one()
    rules = Committee(organisation=house, names_in_minutes=True, digital=True)
    rules.standing_points = "Mededelingen en rondvraag"
    db.session.add(rules)
    people = {p.login: p for p in db.session.query(Person) if any(g.role in SEATED for g in p.grants)}
    regular = [person for login, person in people.items() if login not in (FORMER, SUBSTITUTE)]
    for number, person in enumerate(sorted(regular, key=_rank)):
        chair = person.grants[0].role == Role.BCSD_CHAIR
        seat = Seat(number=number, person=person, chair=chair, from_on=since, list_name=LISTS[number % len(LISTS)])
        rules.seats.append(seat)
    seats = {seat.person.login: seat for seat in rules.seats}
    _succeed(rules, people[FORMER], seats[SUCCESSOR], today - timedelta(days=180))
    _substitute(people[SUBSTITUTE], seats[SUBSTITUTED], today)


def _rank(person: Person) -> tuple[bool, int]:
    """Put the chair first, and the members in the order of their names: lid, lid2, lid3."""
    number = person.login.removeprefix("lid")
    return person.grants[0].role != Role.BCSD_CHAIR, int(number) if number.isdigit() else 1


def _succeed(rules: Committee, former: Person, seat: Seat, last: date) -> None:
    """Let a former member sit on a seat until his last day."""
    before = Seat(number=seat.number, person=former, list_name=seat.list_name, from_on=seat.from_on, until_on=last)
    former.grants[0].until_on = last
    seat.from_on = seat.person.grants[0].from_on = last + timedelta(days=1)
    rules.seats.append(before)


def _substitute(substitute: Person, seat: Seat, today: date) -> None:
    """Let somebody sit in the place of a member for five months, of which most are over."""
    from_on, until_on = today - timedelta(days=100), today + timedelta(days=50)
    seat.substitutions.append(Substitution(person=substitute, from_on=from_on, until_on=until_on))
    substitute.grants[0].from_on, substitute.grants[0].until_on = from_on, until_on


def session_day(today: date, week: int) -> date:
    """Return the day of the session in a week, counted from this one: Monday, or the next working day."""
    return roll(today - timedelta(days=today.weekday()) + timedelta(weeks=week))


def plan(now: datetime) -> Series:
    """Plan the sessions in their series, three months ahead, and a small one beside them for this very hour."""
    today = now.date()
    planned = [_planned(day, min(day - timedelta(days=90), today)) for day in (session_day(today, w) for w in WEEKS)]
    extra = _planned(today, last_working_day(today - timedelta(days=28)), starts_at=f"{now:%H.%M} uur", digital=True)
    past = [session for session in planned if session.held_on < today]
    return Series(past, extra, [session for session in planned if session.held_on > today])


def _planned(day: date, planned_on: date, **other: Any) -> BcsdSession:
    secretary, when = actor("secretaris"), datetime.combine(planned_on, time(8), BRUSSELS)
    session = new_case(db.session(), SESSION, None, Moment(when, secretary))
    assert isinstance(session, BcsdSession)
    fields = {"held_on": day, "starts_at": HOUR, "place": PLACE, "digital": False}
    perform(session, "plan", secretary, when, fields=fields | other)
    return session
