"""Organisations and staff of the demonstration office."""

from datetime import date, datetime, time, timedelta

from forms.demo import committee
from forms.demo.names import ORGANISATIONS, STAFF
from forms.passwords import hash_password
from workflow.models import Mandate, Organisation, Person, RoleGrant, db
from workflow.moment import BRUSSELS
from workflow.roles import Role

PASSWORD = "handreiking-demo"  # noqa: S105 - everybody may know it
"""The password of every demonstration account; printed when the office starts."""

_TWO_YEARS = timedelta(days=730)


def furnish(today: date) -> None:
    """Set up the organisations, one account for every role, and the committee."""
    password, since = hash_password(PASSWORD), today - _TWO_YEARS
    number = 0
    for key, kind, name, service, street, postal_code, city, phone in ORGANISATIONS:
        organisation = Organisation(
            key=key,
            kind=kind,
            name=name,
            service=service,
            street=street,
            postal_code=postal_code,
            city=city,
            phone=phone,
            email=f"onthaal@{key.replace('_', '-')}.example",
            dpo_contact=f"privacy@{key.replace('_', '-')}.example",
        )
        db.session.add(organisation)
        for login, role, first_name, last_name in STAFF.get(key, ()):
            number += 1
            person = _employ(login, first_name, last_name, f"09 000 {number // 100:02d} {number % 100:02d}", password)
            person.grants = [RoleGrant(organisation=organisation, role=role, from_on=since)]
    db.session.flush()
    _delegate(since)
    committee.furnish(since, today)
    db.session.commit()


def _delegate(since: date) -> None:
    """Write a mandate that ran out: the director was away for a month, and the head of the social work signed."""
    people = {person.login: person for person in db.session.query(Person)}
    delegate, giver = people["hoofd"], people["directie"]
    mandate = Mandate(
        person=delegate,
        organisation_id=delegate.grants[0].organisation_id,
        role=Role.DIRECTOR_GENERAL,
        decision="delegatiebesluit van 26 november 2019",
        from_on=since,
        until_on=since + timedelta(days=30),
        made_at=datetime.combine(since, time(9), BRUSSELS),
        made_by=giver,
    )
    db.session.add(mandate)


def _employ(login: str, first_name: str, last_name: str, phone: str, password: str) -> Person:
    email = f"{first_name}.{last_name}@handreiking.example".lower()
    person = Person(
        login=login, first_name=first_name, last_name=last_name, email=email, phone=phone, password_hash=password
    )
    db.session.add(person)
    return person
