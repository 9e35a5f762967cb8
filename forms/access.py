"""Who may see and do what.

Every view wears `@open_to(...)`, and every query for files, letters and clients starts from
one of the `visible_` functions: what they leave out does not exist for this person (404).
"""

from collections.abc import Callable, Collection
from functools import lru_cache, wraps
from typing import Any

from flask import abort, g, session
from flask_login import LoginManager, UserMixin, current_user
from sqlalchemy import ColumnElement, Select, and_, false, or_, select, true
from sqlalchemy.orm import aliased, joinedload

from forms import clock
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
    Recusal,
    Seat,
    Signature,
    Substitution,
    db,
)
from workflow.moment import Actor, Moment
from workflow.procedures.post import OUTSIDE
from workflow.procedures.session import ALL as ALL_SESSIONS
from workflow.procedures.session import NOT_OVER, SESSION
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

MEETING = aliased(BcsdSession, flat=True)
"""A session beside the files among which it stands itself."""

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
        @wraps(view)
        def guarded(**kwargs: Any) -> Any:
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
    at_desk = who.roles - set(BCSD)
    readable = [_in_states(workflow, workflow.readable_in(at_desk)) for workflow in CASES]
    rules = [and_(_ours(who), or_(*readable))]
    if who.roles & set(BCSD):
        rules += [Case.id.in_(_on_my_agenda(who)), Case.id.in_(_my_sessions(who))]
    return or_(false(), *rules)


def _ours(who: Actor) -> ColumnElement[bool]:
    """Select the files of this person's organisation, and those shared with it."""
    organisation_id = who.organisation_id
    shared = select(CaseShare).where(CaseShare.case_id == Case.id, CaseShare.organisation_id == organisation_id)
    return or_(Case.owner_id == organisation_id, shared.exists())


def _in_states(workflow: Workflow, states: list[str]) -> ColumnElement[bool]:
    return and_(Case.kind == workflow.kind, Case.state.in_(states))


def _my_sessions(who: Actor, among: Collection[str] = ALL_SESSIONS) -> Select[str]:
    """Select the sessions to which this person is summoned: he sits on a seat that day, himself or as a substitute.

    A member reads them from the convocation to the end (DLB art. 110); the chair also before and after.
    """
    day = MEETING.held_on
    me = who.person_id
    in_office = and_(Seat.from_on <= day, or_(Seat.until_on.is_(None), Seat.until_on >= day))
    stands_in = select(Substitution.id).where(Substitution.seat_id == Seat.id, *_holds_on(day))
    replaced = stands_in.correlate_except(Substitution)
    by_me = replaced.where(Substitution.person_id == me)
    seated = select(Seat.id).where(
        Seat.organisation_id == MEETING.owner_id,
        in_office,
        or_(by_me.exists(), and_(Seat.person_id == me, ~replaced.exists())),
    )
    states = set(SESSION.readable_in(who.roles & set(BCSD)))
    return select(MEETING.id).where(
        MEETING.state.in_(sorted(states & set(among))), MEETING.owner_id == who.organisation_id, seated.exists()
    )


def my_seat(session: BcsdSession, when: Moment) -> Seat | None:
    """Return the seat of this person in a session, when he acts as a member of its committee."""
    return session.seat_of(when.actor.person_id) if when.actor.roles & set(BCSD) else None


def _on_my_agenda(who: Actor) -> Select[str | None]:
    """Select the files on the agenda of a session to which this person is summoned, without interest of his."""
    return select(AgendaItem.case_id).where(AgendaItem.case_id.is_not(None), _readable_point(who))


def _readable_point(who: Actor) -> ColumnElement[bool]:
    """Choose the points of the sessions to which somebody is summoned, but for those out of which he stays.

    They close with the session, also to the chair.
    """
    return and_(
        AgendaItem.session_id.in_(_my_sessions(who, NOT_OVER)), AgendaItem.id.not_in(_recused_points(who))
    )


def _recused_points(who: Actor) -> Select[str]:
    """Select the points out of which this person stays, on his own seat or as a substitute that day (DLB art. 27)."""
    sat = select(Seat.id).where(Seat.person_id == who.person_id)
    stood_in = (
        select(Substitution.id)
        .where(Substitution.seat_id == Recusal.seat_id, Substitution.person_id == who.person_id)
        .where(*_holds_on(MEETING.held_on))
        .correlate_except(Substitution)
    )
    points = select(Recusal.item_id).join(Recusal.item).join(MEETING, MEETING.id == AgendaItem.session_id)
    return points.where(or_(Recusal.seat_id.in_(sat), stood_in.exists()))


def _holds_on(day: Any) -> tuple[ColumnElement[bool], ...]:
    """Choose the substitutions that hold on a day."""
    return Substitution.from_on <= day, or_(Substitution.until_on.is_(None), Substitution.until_on >= day)


def visible_sessions(when: Moment) -> Select[BcsdSession]:
    """Select the sessions somebody may read: those of his house, or those to which he is summoned."""
    return select(BcsdSession).where(_may_read(when.actor))


def visible_points(when: Moment) -> Select[AgendaItem]:
    """Select the points on an agenda somebody may read: at the desk all of a session, a member but his interests."""
    who = when.actor
    at_desk = and_(_ours(who), _in_states(SESSION, SESSION.readable_in(who.roles - set(BCSD))))
    desk = select(Case.id).where(at_desk)
    member = _readable_point(who) if who.roles & set(BCSD) else false()
    return select(AgendaItem).where(or_(AgendaItem.session_id.in_(desk), member))


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
    of_the_letter = select(Case).where(Case.id == Letter.case_id)
    signed_by_us = select(Signature.letter_id).where(Signature.organisation_id == who.organisation_id)
    we_sign_too = and_(Letter.id.in_(signed_by_us), Letter.state.not_in(("ontwerp", "geannuleerd")))
    ours = or_(Letter.from_organisation_id == who.organisation_id, we_sign_too)
    readable = of_the_letter.where(_may_read(who), ours)
    to_us = and_(
        Letter.to_organisation_id == who.organisation_id,
        Letter.state.in_(OUTSIDE),
        Letter.recalled.is_(False),
    )
    to_sign = select(Signature.letter_id).where(Signature.person_id == who.person_id, Signature.role.in_(who.roles))
    mine = and_(
        Letter.id.in_(to_sign),
        Letter.state.in_(("ter_ondertekening", "ondertekend")),
        of_the_letter.where(_ours(who)).exists(),
    )
    whole = and_(readable.exists(), _drafts_open(who)) if who.roles & set(FULL_VIEW) else false()
    to_approve = _minutes_to_approve(who) if who.roles & set(BCSD) else false()
    to_post = _to_post(who) if Role.CLERK in who.roles else false()
    return select(Letter).where(or_(whole, to_us, mine, to_post, to_approve))


def _drafts_open(who: Actor) -> ColumnElement[bool]:
    """Leave out the convocation, with its drafts, for a member who stays out of a point, and for all after the end."""
    if not who.roles & set(BCSD):
        return true()
    recused = select(AgendaItem.session_id).where(AgendaItem.id.in_(_recused_points(who)))
    not_over = select(MEETING.id).where(MEETING.state.in_(NOT_OVER))
    return or_(Letter.name != "oproeping", and_(Letter.case_id.not_in(recused), Letter.case_id.in_(not_over)))


def _minutes_to_approve(who: Actor) -> ColumnElement[bool]:
    """Select the minutes that stand on the agenda of a session to which this person is summoned."""
    asked = select(AgendaItem.minutes_of_id).where(AgendaItem.minutes_of_id.is_not(None), _readable_point(who))
    return and_(Letter.name == "notulen", Letter.state == "ondertekend", Letter.case_id.in_(asked))


def _to_post(who: Actor) -> ColumnElement[bool]:
    """Select the signed letters on paper that this person's organisation posts, or posted."""
    in_the_post = and_(Letter.to_be_sent != Way.PROGRAM, Letter.state.in_(("ondertekend", *OUTSIDE)))
    of_our_file = select(Case).where(Case.id == Letter.case_id, _ours(who)).exists()
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
