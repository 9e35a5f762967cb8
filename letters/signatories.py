"""Who is asked to sign a letter: the holder of the function on that day, or whoever has the mandate."""

from sqlalchemy.orm import Session

from letters.letter import Letter, LetterRefused
from workflow.models import Case, Mandate, Organisation, Person, RoleGrant, Signature
from workflow.moment import Moment
from workflow.roles import HELD_AT, TITLES, Kind, Role
from workflow.wording import N_, Sentence

BY_NAME = (Role.SOCIAL_WORKER, Role.COUNSELLOR)
"""The functions in which the person of the file signs, and not just anybody who holds them."""


def handler_of(session: Session, case: Case, house: Organisation, when: Moment) -> Person | None:
    """Return who treats the file at an organisation: its own worker there, else whoever acts or opened the file."""
    held = (case.holder(role) for role in BY_NAME if case.party_of(role) is house)
    acting = when.actor.person_id if when.actor.organisation_id == house.id else None
    found = next(filter(None, (*held, acting)), None)
    return session.get(Person, found) if found else _opener(case, house)


def _opener(case: Case, house: Organisation) -> Person | None:
    """Return who opened the file, when he works for this organisation."""
    opener = case.opened_by
    return opener if opener and any(grant.organisation_id == house.id for grant in opener.grants) else None


def function_at(house: Organisation, role: Role) -> Role:
    """Return the function in which somebody signs for an organisation, when it does not know the one that is asked.

    Its social worker, or its counsellor, for a worker; its directorate for an algemeen directeur.
    """
    held = HELD_AT[Kind(house.kind)]
    if role in held:
        return role
    return next((each for each in BY_NAME if role in BY_NAME and each in held), Role.DIRECTORATE)


def _worker(session: Session, case: Case, house: Organisation, role: Role, when: Moment) -> Person:
    """Return the social worker or counsellor who signs; raises LetterRefused when there is nobody."""
    person = handler_of(session, case, house, when)
    if person is None or role not in person.roles_at(house.id, when.today):
        text = N_("Wijs het dossier eerst toe aan een collega met de functie '%(function)s'.")
        raise LetterRefused([Sentence(text, function=TITLES[role])])
    return person


def signatures_on(session: Session, case: Case, letter: Letter, sender: Organisation, when: Moment) -> list[Signature]:
    """Ask every signature a letter needs, in order: first of who writes it, then of the other party."""
    asked: list[Signature] = []
    across = case.other_party(sender.id)
    places = [(sender, role) for role in letter.signed_by]
    places += [(across, role) for role in letter.co_signers(case) if across]
    for house, role in places:
        asked.append(_asked_of(session, case, letter.name, house, role, when, asked))
    return asked


def _asked_of(
    session: Session, case: Case, letter: str, house: Organisation, role: Role, when: Moment, asked: list[Signature]
) -> Signature:
    """Ask the signature of whoever holds the function on this day, or has the mandate to sign in it.

    The social worker and the counsellor are those of the file. A mandate goes before the function:
    it was given to be used. Nobody is asked twice, nor for a function where he has an interest.
    """
    role = function_at(house, role)
    title = TITLES[role]
    taken = case.kept_out | {each.person_id for each in asked}
    mandate = _mandate(session, house, letter, role, when, taken)
    if mandate:
        person, role = mandate.person, mandate.signs_as(when.today) or role
    elif role in BY_NAME:
        person = _worker(session, case, house, role, when)
    else:
        person = _holder(session, case, house, role, when, taken)
    return Signature(
        position=len(asked) + 1,
        organisation_id=house.id,
        role=role,
        title=title,
        person_id=person.id,
        name=person.name,
        mandate=mandate,
    )


def _mandate(
    session: Session, house: Organisation, letter: str, role: Role, when: Moment, taken: frozenset[str]
) -> Mandate | None:
    """Find the newest mandate for a letter in a function that holds on this day."""
    query = session.query(Mandate).filter_by(organisation_id=house.id, role=role).order_by(Mandate.id.desc())
    valid = (mandate for mandate in query if mandate.valid_on(when.today) and mandate.covers(role, letter))
    return next((each for each in valid if each.person_id not in taken and each.signs_as(when.today)), None)


def _holder(
    session: Session, case: Case, house: Organisation, role: Role, when: Moment, taken: frozenset[str]
) -> Person:
    grants = session.query(RoleGrant).filter_by(organisation_id=house.id, role=role).order_by(RoleGrant.id).all()
    held = [grant.person for grant in grants if grant.valid_on(when.today)]
    valid = [person for person in held if person.id not in taken]
    if not valid and any(person.id in case.kept_out for person in held):
        text = N_(
            "Wie de functie '%(function)s' heeft, heeft een belang in dit dossier en ondertekent niet (DLB art. 27). "
            "Geef eerst iemand anders mandaat om te ondertekenen (DLB art. 281)."
        )
        raise LetterRefused([Sentence(text, function=TITLES[role])])
    if not valid:
        text = N_("Niemand heeft vandaag de functie '%(function)s' bij %(organisation)s.")
        raise LetterRefused([Sentence(text, function=TITLES[role], organisation=house.name)])
    return valid[0]
