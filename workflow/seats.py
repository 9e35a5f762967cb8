"""Who may sit in the committee, from when to when and in whose place (DLB art. 105-106).

A session that was held does not change any more: whoever comes, comes after it, and whoever goes, went
after it. Every objection names the field of the form it is about.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workflow.models import Attendance, Ballot, BcsdSession, Committee, Person, Recusal, Seat, Substitution
from workflow.procedures.session import HELD
from workflow.roles import BCSD, Role
from workflow.wording import N_, Sentence

Objection = tuple[str, Sentence]


def last_held(session: Session, committee: Committee) -> date | None:
    """Return the day on which the committee met last."""
    query = select(func.max(BcsdSession.held_on))
    ours = query.where(BcsdSession.owner_id == committee.organisation_id, BcsdSession.state.in_(HELD))
    found: date | None = session.scalar(ours)
    return found


@dataclass(frozen=True)
class Stay:
    """Somebody on a seat between two days, as a member or in the place of one; no last day is for the time being."""

    person: Person
    number: int
    from_on: date
    until_on: date | None

    def meets(self, other: Seat | Substitution) -> bool:
        """Say whether both sit on some day together."""
        starts_before = self.until_on is None or other.from_on <= self.until_on
        return starts_before and (other.until_on is None or self.from_on <= other.until_on)


def against_member(stay: Stay, committee: Committee, held_on: date | None) -> Iterator[Objection]:
    """Yield every reason why somebody cannot be a member on a seat in those days."""
    yield from _of_the_days(stay, held_on)
    yield from _of_the_role(stay, committee)
    for seat in committee.seats:
        if seat.number == stay.number and stay.meets(seat):
            yield "from_on", _sits(seat)
        elif seat.person_id == stay.person.id and stay.meets(seat):
            yield "person_id", _sits_already(seat)
    yield from _stands_in_already(stay, committee)


def against_substitute(stay: Stay, seat: Seat, held_on: date | None) -> Iterator[Objection]:
    """Yield every reason why somebody cannot stand in for a member in those days."""
    committee = seat.committee
    yield from _of_the_days(stay, held_on)
    yield from _of_the_role(stay, committee)
    if stay.from_on < seat.from_on:
        yield "from_on", Sentence(N_("Het mandaat van het lid begint pas op %(day)s."), day=seat.from_on)
    if seat.until_on and stay.from_on > seat.until_on:
        yield "from_on", Sentence(N_("Het mandaat van het lid eindigt op %(day)s."), day=seat.until_on)
    elif seat.until_on and stay.until_on and stay.until_on > seat.until_on:
        yield "until_on", Sentence(N_("Het mandaat van het lid eindigt op %(day)s."), day=seat.until_on)
    for each in committee.seats:
        if each.person_id == stay.person.id and stay.meets(each):
            yield "person_id", _sits_already(each)
    for other in seat.substitutions:
        if stay.meets(other) and other.person_id != stay.person.id:
            yield "from_on", Sentence(N_("%(name)s vervangt dit lid dan al."), name=other.person.name)
    yield from _stands_in_already(stay, committee)


def against_end(stay: Seat | Substitution, last: date, held_on: date | None) -> Iterator[Objection]:
    """Yield every reason why somebody cannot leave his seat after a day."""
    if last < stay.from_on:
        yield "until_on", Sentence(N_("De eerste dag is %(day)s: de laatste ligt niet daarvoor."), day=stay.from_on)
    elif stay.until_on and last > stay.until_on:
        yield "until_on", Sentence(N_("Dit eindigt al op %(day)s."), day=stay.until_on)
    elif held_on and last < held_on and stay.from_on <= held_on:
        text = N_("Op %(day)s was er nog een zitting: dit eindigt ten vroegste die dag.")
        yield "until_on", Sentence(text, day=held_on)
    for later in stay.substitutions if isinstance(stay, Seat) else []:
        if later.from_on > last:
            text = N_("%(name)s vervangt dit lid vanaf %(day)s: haal eerst die vervanging weg.")
            yield "until_on", Sentence(text, name=later.person.name, day=later.from_on)


def used(session: Session, seat: Seat, held_on: date | None) -> bool:
    """Say whether a session knows this seat: then it can end, and cannot be taken away."""
    if held_on and seat.from_on <= held_on:
        return True
    rows = (select(row.seat_id).where(row.seat_id == seat.id) for row in (Attendance, Ballot, Recusal))
    return any(session.scalars(query).first() for query in rows)


def _of_the_days(stay: Stay, held_on: date | None) -> Iterator[Objection]:
    if stay.until_on and stay.until_on < stay.from_on:
        yield "until_on", Sentence(N_("De laatste dag ligt voor de eerste."))
    if held_on and stay.from_on <= held_on:
        text = N_("Op %(day)s was er al een zitting: dit begint ten vroegste de dag erna.")
        yield "from_on", Sentence(text, day=held_on)


def _of_the_role(stay: Stay, committee: Committee) -> Iterator[Objection]:
    """The chair needs the role in which a session is opened; a member needs one of both."""
    held = stay.person.roles_at(committee.organisation_id, stay.from_on)
    said = {"name": stay.person.name, "day": stay.from_on}
    if not held & set(BCSD):
        yield "person_id", Sentence(N_("%(name)s heeft op %(day)s geen rol in het BCSD."), **said)
    elif stay.number == 0 and Role.BCSD_CHAIR not in held:
        yield "person_id", Sentence(N_("%(name)s heeft op %(day)s niet de rol van voorzitter van het BCSD."), **said)


def _stands_in_already(stay: Stay, committee: Committee) -> Iterator[Objection]:
    for seat in committee.seats:
        for each in seat.substitutions:
            if each.person_id == stay.person.id and stay.meets(each):
                text = N_("%(name)s vervangt dan al %(member)s.")
                yield "person_id", Sentence(text, name=stay.person.name, member=seat.person.name)


def _sits(seat: Seat) -> Sentence:
    said = {"name": seat.person.name, "from_on": seat.from_on}
    if seat.until_on is None:
        return Sentence(N_("Op deze zetel zit %(name)s sinds %(from_on)s: beëindig eerst dat mandaat."), **said)
    text = N_("Op deze zetel zit %(name)s van %(from_on)s tot en met %(until_on)s.")
    return Sentence(text, until_on=seat.until_on, **said)


def _sits_already(seat: Seat) -> Sentence:
    if seat.number == 0:
        return Sentence(N_("%(name)s is dan zelf voorzitter."), name=seat.person.name)
    return Sentence(N_("%(name)s zit dan al op zetel %(number)s."), name=seat.person.name, number=seat.number)
