"""Who is asked to sign a letter: the holder of the function on that day, or whoever has the mandate."""

from sqlalchemy.orm import Session

from letters.letter import LetterRefused
from workflow.models import Case, Mandate, Person, RoleGrant, Signature
from workflow.moment import Moment
from workflow.roles import TITLES, Role
from workflow.wording import N_, Sentence


def handler_of(session: Session, case: Case, when: Moment) -> Person:
    """Return who treats the file: its handler, else whoever acts now; raises LetterRefused when there is nobody."""
    person = case.handler or (when.actor.person_id and session.get(Person, when.actor.person_id))
    if not person:
        raise LetterRefused([Sentence(N_("Wijs het dossier eerst toe aan een maatschappelijk werker."))])
    return person


def asked_of(session: Session, case: Case, letter: str, position: int, role: Role, when: Moment) -> Signature:
    """Ask the signature of whoever holds the function on this day, or has the mandate to sign in it.

    The social worker is the one of the file. A mandate goes before the function: it was given to be used.
    """
    title = TITLES[role]
    mandate = _mandate(session, case, letter, role, when)
    if mandate:
        person, role = mandate.person, mandate.signs_as(when.today) or role
    else:
        person = handler_of(session, case, when) if role is Role.SOCIAL_WORKER else _holder(session, case, role, when)
    return Signature(position=position, role=role, title=title, person_id=person.id, name=person.name, mandate=mandate)


def _mandate(session: Session, case: Case, letter: str, role: Role, when: Moment) -> Mandate | None:
    """Find the newest mandate for a letter in a function that holds on this day."""
    query = session.query(Mandate).filter_by(organisation_id=case.owner_id, role=role).order_by(Mandate.id.desc())
    valid = (mandate for mandate in query if mandate.valid_on(when.today) and mandate.covers(role, letter))
    return next((mandate for mandate in valid if mandate.signs_as(when.today)), None)


def _holder(session: Session, case: Case, role: Role, when: Moment) -> Person:
    grants = session.query(RoleGrant).filter_by(organisation_id=case.owner_id, role=role).all()
    valid = [grant.person for grant in grants if grant.valid_on(when.today)]
    if not valid:
        text = N_("Niemand heeft vandaag de functie '%(function)s' bij %(organisation)s.")
        raise LetterRefused([Sentence(text, function=TITLES[role], organisation=case.owner.name)])
    return valid[0]
