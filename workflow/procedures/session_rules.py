"""What a session has to meet before a step, what a step writes down, and its terms (DLB art. 19-32, 105-114)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflow.deliberation import VOTES, Subject
from workflow.moment import Moment
from workflow.rows import NEW, asked, guard
from workflow.terms import Reckoning, on_day
from workflow.wording import N_

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from workflow.models.agenda_item import AgendaItem
    from workflow.models.session import BcsdSession


@asked(N_("Geef een dag die nog komt, een uur en een plaats."))
def session_arranged(session: BcsdSession, when: Moment) -> bool:
    """The session has a day to come, an hour and a place."""
    return bool(session.held_on and session.held_on > when.today and session.starts_at and session.place)


@asked(N_("Het huishoudelijk reglement kent geen vergadering op afstand."))
def digital_allowed(session: BcsdSession, when: Moment) -> bool:
    """Members follow from afar only where the house rules say so."""
    return not session.digital or bool(session.committee and session.committee.digital)


def _numbers(items: Iterable[AgendaItem]) -> str:
    """Name points as people do: by their place on the agenda."""
    return ", ".join(str(item.position) for item in items)


@asked(N_("Geef het punt een titel."))
def point_named(session: BcsdSession, when: Moment) -> bool:
    """A fixed point has a name, or it is about the minutes of an earlier session."""
    added = _added(session)
    return bool(added) and all(item.title or item.minutes_of or item.case for item in added)


def _added(session: BcsdSession) -> list[AgendaItem]:
    """Return the points that are being put on the agenda: they have no place of their own yet."""
    return [item for item in session.items if item.state == NEW]


@asked(N_("Een punt na de oproeping is dringend: schrijf waarom (DLB art. 110 jo. 23)."))
def late_point_explained(session: BcsdSession, when: Moment) -> bool:
    """What comes on the agenda after the convocation is urgent, with reasons."""
    return all(item.urgent and item.urgency_reason for item in _added(session))


@guard(
    N_("Een lid kan een punt toevoegen tot en met %(day)s. Wat later komt, is dringend (DLB art. 110 jo. 19-23)."),
    day=lambda session, when: session.additions_until,
)
def additions_open(session: BcsdSession, when: Moment) -> bool:
    """A member puts a point on the agenda up to some days before the session."""
    return when.today <= session.additions_until


@guard(N_("Je zetelt niet in deze zitting."))
def seated(session: BcsdSession, when: Moment) -> bool:
    """Who acts sits in the committee on the day of the session."""
    return session.seat_of(when.actor.person_id) is not None


@guard(N_("Er staat nog niets op de agenda."))
def agenda_filled(session: BcsdSession, when: Moment) -> bool:
    """There is something to meet about, if only minutes to approve."""
    return bool(session.items or session.minutes_waiting)


@guard(
    N_("Nog zonder ontwerp van beslissing: punt %(numbers)s (DLB art. 110 jo. 20)."),
    numbers=lambda session, when: _numbers(_unexplained(session)),
)
def drafts_explained(session: BcsdSession, when: Moment) -> bool:
    """Every file on the agenda has the explained draft of its decision."""
    return not _unexplained(session)


def _unexplained(session: BcsdSession) -> list[AgendaItem]:
    return [item for item in session.open_items if item.subject == Subject.DECISION and not item.explained]


@guard(
    N_(
        "De oproeping moest uiterlijk op %(day)s vertrekken. Verplaats de zitting naar een latere dag "
        "(DLB art. 110 jo. 19; huishoudelijk reglement)."
    ),
    day=lambda session, when: session.convene_by,
)
def convocation_in_time(session: BcsdSession, when: Moment) -> bool:
    """There are as many days left as the house rules ask between the convocation and the session."""
    return when.today <= session.convene_by


@guard(N_("Er is vandaag geen voorzitter van het BCSD in functie."))
def chair_in_office(session: BcsdSession, when: Moment) -> bool:
    """Somebody sits on the seat of the chair on the day of the session."""
    return any(seat.chair for seat in session.seats)


@guard(N_("De oproeping is nog niet ondertekend en verzonden."))
def convocation_sent(session: BcsdSession, when: Moment) -> bool:
    """The convocation left the house."""
    return session.sent("oproeping")


@guard(
    N_("De oproeping vertrok na %(day)s: dat is te laat. Trek ze in en verplaats de zitting (DLB art. 110 jo. 19)."),
    day=lambda session, when: session.convene_by,
)
def convocation_sent_in_time(session: BcsdSession, when: Moment) -> bool:
    """The convocation left the house in time."""
    letter = session.letter("oproeping")
    return letter is not None and letter.posted_on is not None and letter.posted_on <= session.convene_by


@guard(N_("De zitting is pas op %(day)s."), day=lambda session, when: session.held_on)
def session_day_reached(session: BcsdSession, when: Moment) -> bool:
    """The day of the session has come."""
    return session.held_on <= when.today


@asked(
    N_("Het quorum is niet bereikt: %(present)s aanwezig, %(needed)s nodig (DLB art. 110 jo. 26)."),
    present=lambda session, when: session.room.present,
    needed=lambda session, when: session.room.needed,
)
def quorum_at_opening(session: BcsdSession, when: Moment) -> bool:
    """The majority of the sitting members is there, or somebody is after a second convocation."""
    return session.room.has_quorum(bool(session.second_convocation))


@asked(N_("Het quorum is wel bereikt: open de zitting."))
def quorum_missing(session: BcsdSession, when: Moment) -> bool:
    """Not enough members are there to open."""
    return not session.room.has_quorum(bool(session.second_convocation))


@guard(N_("Het huishoudelijk reglement kent geen tweede oproeping."))
def second_convocation_allowed(session: BcsdSession, when: Moment) -> bool:
    """The house rules know a second convocation, and this is not one."""
    return bool(session.committee and session.committee.second_convocation) and not session.second_convocation


@asked(N_("Geef een dag die nog komt, een uur en een plaats voor de tweede zitting."))
def second_session_arranged(session: BcsdSession, when: Moment) -> bool:
    """The second session has a day to come, an hour and a place."""
    second = session.opening
    return bool(second and second["held_on"] > when.today and second["starts_at"] and second["place"])


@asked(N_("Dit lid is al aanwezig, zetelt niet in deze zitting, of het uur ligt vóór zijn vertrek."))
def arrival_possible(session: BcsdSession, when: Moment) -> bool:
    """A member comes in who was not in the room, and not before he left it."""
    coming = session.coming
    if coming is None or coming.arrived_at is None:
        return False
    before = [each for each in session.attendances if each.seat_id == coming.seat_id and each is not coming]
    stays = [each for each in before if each.arrived_at]
    return all(each.left_at is not None and each.left_at <= coming.arrived_at for each in stays)


@asked(N_("Geef een uur na de opening van de zitting."))
def after_opening(session: BcsdSession, when: Moment) -> bool:
    """Who comes in or leaves does so after the opening, to the minute: before, he answers the roll call."""
    hours = [session.coming and session.coming.arrived_at, session.going and session.going.left_at]
    opened = session.opened_at and _minute(session.opened_at)
    return all(not hour or not opened or opened <= hour for hour in hours)


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


@asked(N_("Dit lid is niet aanwezig, of het uur ligt vóór zijn aankomst."))
def departure_possible(session: BcsdSession, when: Moment) -> bool:
    """A member leaves who was in the room, after he came."""
    going = session.going
    return bool(going and going.arrived_at and going.left_at and going.arrived_at <= going.left_at)


@asked(
    N_("Dit lid stemde na dat uur nog over punt %(numbers)s."),
    numbers=lambda session, when: _numbers(_voted_after_leaving(session)),
)
def departed_after_voting(session: BcsdSession, when: Moment) -> bool:
    """A member who voted on a point left after its vote was closed."""
    return not _voted_after_leaving(session)


def _voted_after_leaving(session: BcsdSession) -> list[AgendaItem]:
    going = session.going
    left = going.left_at if going else None
    if going is None or left is None:
        return []
    later = [item for item in session.items if item.voted_at and _minute(item.voted_at) > left]
    return [item for item in later if item.choices.get(going.seat_id) in VOTES]


@guard(
    N_("Nog niet elk punt heeft een uitkomst: punt %(numbers)s."),
    numbers=lambda session, when: _numbers(session.open_items),
)
def every_item_settled(session: BcsdSession, when: Moment) -> bool:
    """No item waits for an outcome."""
    return not session.open_items


@guard(N_("Er staan nog dossiers op de agenda: verdaag ze eerst."))
def agenda_empty(session: BcsdSession, when: Moment) -> bool:
    """No file waits on the agenda."""
    return not any(item.case_id for item in session.open_items)


@asked(N_("Zeg waarom de zitting niet doorgaat."))
def cancellation_explained(session: BcsdSession, when: Moment) -> bool:
    """The cancellation has its reason."""
    return bool(session.cancel_reason)


@guard(N_("Er is een stemming open: sluit ze of breek ze af."))
def no_vote_open(session: BcsdSession, when: Moment) -> bool:
    """No vote is under way."""
    return not any(item.state == "stemming" for item in session.items)


@guard(
    N_("Er is gestemd over punt %(numbers)s: noteer eerst de uitkomst, of doe de stemming over."),
    numbers=lambda session, when: _numbers(item for item in session.items if item.state == "gestemd"),
)
def votes_noted(session: BcsdSession, when: Moment) -> bool:
    """What was voted on with a quorum has its outcome, and is not voted on again in a second session."""
    return not any(item.state == "gestemd" for item in session.items)


@guard(N_("De notulen zijn nog niet ondertekend."))
def minutes_signed(session: BcsdSession, when: Moment) -> bool:
    """Chair and algemeen directeur signed the minutes."""
    letter = session.letter("notulen")
    return letter is not None and letter.state == "ondertekend"


@guard(N_("De notulen zijn nog niet goedgekeurd in een volgende zitting (DLB art. 32)."))
def minutes_approved(session: BcsdSession, when: Moment) -> bool:
    """A next session approved the minutes."""
    return any(item.outcome == "goedgekeurd" for item in session.approvals)


def begin(session: BcsdSession, when: Moment) -> None:
    """Write the hour of the opening."""
    session.opened_at = when.now


def end(session: BcsdSession, when: Moment) -> None:
    """Write the hour of the closing."""
    session.ended_at = when.now


def take_over_agenda(session: BcsdSession, when: Moment) -> None:
    """Put the standing points of the house rules on the agenda; a second session takes over that of the first."""
    session.take_over_agenda()


def put_minutes_first(session: BcsdSession, when: Moment) -> None:
    """Put the minutes that wait for approval at the head of the agenda (DLB art. 32)."""
    session.put_minutes_first()


def convocation_term(session: BcsdSession, when: Moment) -> Reckoning | None:
    """Show the last day on which the convocation can leave (DLB art. 110 jo. 19; the house rules)."""
    if session.committee is None:
        return None
    days = session.committee.convocation_days
    return on_day(session.convene_by, N_("%(count)s dagen voor de zitting: %(day)s"), count=days)


def session_term(session: BcsdSession, when: Moment) -> Reckoning:
    """Show the day of the session among its terms."""
    return on_day(session.held_on, N_("dag van de zitting: %(day)s"))
