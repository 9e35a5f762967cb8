"""Who may see and do what.

Every view wears `@open_to(...)`, and every query for files, letters and clients starts from
one of the `visible_` functions: what they leave out does not exist for this person (404).
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any

from flask import abort, g, session
from flask_login import LoginManager, UserMixin, current_user
from sqlalchemy import ColumnElement, Select, and_, false, literal, or_, select
from sqlalchemy.orm import joinedload

from forms import clock
from forms.committee.summons import FILE, convocation_open, is_summoned, minutes_to_approve, my_points, on_my_agenda
from workflow.models import (
    AgendaItem,
    Attachment,
    BcsdSession,
    Case,
    CaseShare,
    Client,
    ClientShare,
    Letter,
    Person,
    Signature,
    db,
)
from workflow.moment import Actor, Moment
from workflow.procedures.post import OUTSIDE
from workflow.procedures.session import SESSION
from workflow.register import CASES
from workflow.roles import BCSD, Role
from workflow.table import Workflow
from workflow.terms import Way

login_manager = LoginManager()
login_manager.login_view = "sign_in.sign_in"
login_manager.login_message = ""

STAFF = tuple(role for role in Role if role is not Role.SYSTEM)
"""Everybody who is signed in."""

PUBLIC = "publiek"
"""What anybody may open, signed in or not."""

FULL_VIEW = (
    Role.CLERK,
    Role.SOCIAL_WORKER,
    Role.TEAM_LEAD,
    Role.BCSD_SECRETARY,
    Role.BCSD_MEMBER,
    Role.BCSD_CHAIR,
    Role.DIRECTOR_GENERAL,
    Role.DIRECTORATE,
    Role.COUNSELLOR,
    Role.CONTACT_POINT,
)
"""Who sees everything of the files his own organisation keeps, where the table lets him read them."""

CLIENT_READERS = (*FULL_VIEW[:3], Role.COUNSELLOR, Role.CONTACT_POINT, Role.PARTNER_WORKER)
"""Who keeps the register of clients of his organisation."""

MANY = 1024
"""For how many people what they may read is kept: it depends on nothing but who they are, and takes long to write."""

View = Callable[..., Any]


class User(UserMixin):
    """A person who is signed in; the stamp ends every session when the password changes."""

    def __init__(self, person: Person) -> None:
        self.person = person

    def get_id(self) -> str:
        """Return what the cookie keeps."""
        return f"{self.person.id}:{self.person.session_stamp}"


@login_manager.user_loader  # type: ignore[untyped-decorator]
def load_user(kept: str) -> User | None:
    """Find who is signed in; an old stamp or a closed account is nobody."""
    person_id, _, stamp = kept.partition(":")
    person = db.session.get(Person, person_id, options=[joinedload(Person.grants)])  # every page asks what he may do
    if person is None or not person.active or person.session_stamp != stamp:
        return None
    return User(person)


def actor() -> Actor:
    """Return who acts now, for which organisation and in which roles."""
    if "actor" not in g:
        g.actor = _actor(current_user.person)
    current: Actor = g.actor
    return current


def _actor(person: Person) -> Actor:
    today = Moment(clock.now(), Actor("", frozenset())).today
    organisations = [grant.organisation_id for grant in person.grants_on(today)]
    chosen = session.get("organisation")
    organisation = chosen if chosen in organisations else next(iter(organisations), None)
    roles = person.roles_at(organisation, today) if organisation else frozenset()
    return Actor(person.name, roles, organisation, person.id)


def moment() -> Moment:
    """Return who acts and when, for every rule."""
    return Moment(clock.now(), actor())


def open_to(*roles: Role | str) -> Callable[[View], View]:
    """Let only these roles reach a view; they stay readable on the view for the access test."""

    def decorate(view: View) -> View:
        """Close a view to everybody else."""

        @wraps(view)
        def guarded(**kwargs: Any) -> Any:
            """Let in who holds one of the roles; who is not signed in is asked to."""
            if PUBLIC not in roles:
                if not current_user.is_authenticated:
                    return login_manager.unauthorized()
                if not actor().roles & set(roles):
                    abort(403)
            return view(**kwargs)

        guarded.open_to = roles  # type: ignore[attr-defined]
        return guarded

    return decorate


def visible_cases(when: Moment) -> Select[Case]:
    """Select the files somebody may read: his organisation's or shared, in a state his roles may read."""
    return select(Case).where(_may_read(when.actor))


@lru_cache(maxsize=MANY)
def _may_read(who: Actor) -> ColumnElement[bool]:
    at_desk = [_in_states(workflow, states) for workflow in CASES if (states := _states_at_desk(workflow, who))]
    rules = [and_(_ours(who), or_(*at_desk))] if at_desk else []
    if who.roles & set(BCSD):
        rules += [on_my_agenda(who), is_summoned(who)]
    return or_(false(), *rules)


def _states_at_desk(workflow: Workflow, who: Actor) -> list[str]:
    """Return in which states somebody reads a kind of file at his desk: as a member he reads his agenda only."""
    return workflow.readable_in(who.roles - set(BCSD))


def _ours(who: Actor) -> ColumnElement[bool]:
    """Select the files of this person's organisation, and those shared with it."""
    organisation_id = who.organisation_id
    shared = select(CaseShare).where(CaseShare.case_id == Case.id, CaseShare.organisation_id == organisation_id)
    return or_(Case.owner_id == organisation_id, shared.exists())


def _in_states(workflow: Workflow, states: list[str]) -> ColumnElement[bool]:
    return and_(Case.kind == workflow.kind, Case.state.in_([literal(state) for state in states]))


def visible_sessions(when: Moment) -> Select[BcsdSession]:
    """Select the sessions somebody may read: those of his house, or those to which he is summoned."""
    return select(BcsdSession).where(_may_attend(when.actor))


@lru_cache(maxsize=MANY)
def _may_attend(who: Actor) -> ColumnElement[bool]:
    summoned = is_summoned(who) if who.roles & set(BCSD) else false()
    return or_(_sessions_at_desk(who), summoned)


def _sessions_at_desk(who: Actor) -> ColumnElement[bool]:
    states = _states_at_desk(SESSION, who)
    return and_(_ours(who), _in_states(SESSION, states)) if states else false()


def visible_points(when: Moment) -> Select[AgendaItem]:
    """Select the points on an agenda somebody may read: at the desk all of a session, a member but his interests."""
    return select(AgendaItem).where(_points(when.actor))


@lru_cache(maxsize=MANY)
def _points(who: Actor) -> ColumnElement[bool]:
    desk = select(FILE.c.id).where(_sessions_at_desk(who))
    member = my_points(who) if who.roles & set(BCSD) else false()
    return or_(AgendaItem.session_id.in_(desk), member)


def sees_whole(case: Case, when: Moment) -> bool:
    """Say whether somebody sees the whole file, or only the part that is shared with his organisation."""
    return case.owner_id == when.actor.organisation_id and bool(when.actor.roles & set(FULL_VIEW))


def visible_letters(when: Moment) -> Select[Letter]:
    """Select the letters somebody may read."""
    return _letters(when.actor)


@lru_cache(maxsize=MANY)
def _letters(who: Actor) -> Select[Letter]:
    """Select the letters somebody may read.

    Whoever may read a file sees the letters his own organisation writes in it or signs for the
    other; another organisation sees those that were sent to it, until they are recalled; a
    signatory sees what he has to sign in a role he holds now; a clerk sees what his organisation
    has to post, and posted, and not its file. A member reads the minutes he is asked to approve; the
    convocation, with its drafts, closes to him with the session, or with an interest in one of its points.
    """
    of_the_letter = select(FILE.c.id).where(FILE.c.id == Letter.case_id)
    on_the_letter = select(Signature.letter_id).where(Signature.letter_id == Letter.id).correlate(Letter)
    signed_by_us = on_the_letter.where(Signature.organisation_id == who.organisation_id)
    we_sign_too = and_(signed_by_us.exists(), Letter.state.not_in(("ontwerp", "geannuleerd")))
    ours = or_(Letter.from_organisation_id == who.organisation_id, we_sign_too)
    readable = of_the_letter.where(_may_read(who), ours)
    to_us = and_(
        Letter.to_organisation_id == who.organisation_id,
        Letter.state.in_(OUTSIDE),
        Letter.recalled.is_(False),
    )
    to_sign = on_the_letter.where(Signature.person_id == who.person_id, Signature.role.in_(who.roles))
    mine = and_(
        to_sign.exists(),
        Letter.state.in_(("ter_ondertekening", "ondertekend")),
        of_the_letter.where(_ours(who)).exists(),
    )
    whole = and_(readable.exists(), convocation_open(who)) if who.roles & set(FULL_VIEW) else false()
    to_approve = minutes_to_approve(who) if who.roles & set(BCSD) else false()
    to_post = _to_post(who) if Role.CLERK in who.roles else false()
    return select(Letter).where(or_(whole, to_us, mine, to_post, to_approve))


def _to_post(who: Actor) -> ColumnElement[bool]:
    """Select the signed letters on paper that this person's organisation posts, or posted."""
    in_the_post = and_(Letter.to_be_sent != Way.PROGRAM, Letter.state.in_(("ondertekend", *OUTSIDE)))
    of_our_file = select(FILE.c.id).where(FILE.c.id == Letter.case_id, _ours(who)).exists()
    return and_(Letter.from_organisation_id == who.organisation_id, in_the_post, of_our_file)


def visible_attachments(when: Moment) -> Select[Attachment]:
    """Select the pieces somebody may read: those of his own organisation, and those that are shared."""
    who = when.actor
    own = Attachment.organisation_id == who.organisation_id if who.roles & set(FULL_VIEW) else false()
    seen = and_(Attachment.removed_at.is_(None), _may_read(who), or_(Attachment.shared, own))
    return select(Attachment).join(Attachment.case).where(seen)


def visible_clients(when: Moment) -> Select[Client]:
    """Select the clients this person's organisation knows, for those who keep the register."""
    who = when.actor
    if not who.roles & set(CLIENT_READERS):
        return select(Client).where(false())
    known = select(ClientShare).where(
        ClientShare.client_id == Client.id, ClientShare.organisation_id == who.organisation_id
    )
    return select(Client).where(known.exists())


def one_or_404(query: Select[Any]) -> Any:
    """Return what a visible query finds, or say that it does not exist."""
    found = db.session.scalars(query).unique().one_or_none()
    if found is None:
        abort(404)
    return found
