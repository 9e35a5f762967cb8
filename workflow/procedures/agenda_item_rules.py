"""What a point on the agenda has to meet before a step, and what a step writes down (DLB art. 19-27, 105-114)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflow.deliberation import VOTES, Subject, urgency_accepted
from workflow.moment import Moment
from workflow.procedures.sanction_decision import default_start
from workflow.procedures.session import NOT_OVER
from workflow.rows import asked, guard
from workflow.wording import N_

if TYPE_CHECKING:
    from workflow.models.agenda_item import AgendaItem


@guard(N_("Een punt heeft een onderwerp."))
def subject_given(item: AgendaItem, when: Moment) -> bool:
    """There is a file, there are minutes, or the point has a name."""
    return bool(item.case or item.minutes_of or item.title)


@guard(N_("De zitting is niet geopend."))
def session_under_way(item: AgendaItem, when: Moment) -> bool:
    """The session was opened, and there is no break."""
    return item.session.state == "geopend"


@guard(N_("De zitting is al gesloten."))
def session_not_over(item: AgendaItem, when: Moment) -> bool:
    """The session did not end yet."""
    return item.session.state in NOT_OVER


@guard(
    N_("Eerst moet het andere punt een uitkomst hebben: punt %(position)s."),
    position=lambda item, when: next((each.position for each in item.session.items if each.busy), ""),
)
def no_other_busy(item: AgendaItem, when: Moment) -> bool:
    """No other point is being treated."""
    return not any(each.busy for each in item.session.items if each is not item)


@guard(N_("Twee derde van de aanwezige leden moet aanvaarden dat het punt dringend is (DLB art. 110 jo. 23)."))
def urgency_agreed(item: AgendaItem, when: Moment) -> bool:
    """A late point was let in by two thirds of the members present."""
    return not item.urgent or urgency_accepted(item.urgency_agreed or 0, item.urgency_present or 0)


@asked(
    N_("Noteer hoeveel van de %(present)s aanwezige leden het punt aanvaarden."),
    present=lambda item, when: len(item.session.room.there),
)
def urgency_counted(item: AgendaItem, when: Moment) -> bool:
    """Not more members agreed than are there."""
    return item.urgency_agreed is not None and 0 <= item.urgency_agreed <= len(item.session.room.there)


@guard(N_("Dit punt is niet dringend."))
def urgent(item: AgendaItem, when: Moment) -> bool:
    """The point came after the convocation."""
    return bool(item.urgent)


@guard(
    N_("Het quorum is niet bereikt: %(present)s aanwezig, %(needed)s nodig (DLB art. 110 jo. 26)."),
    present=lambda item, when: item.room.present,
    needed=lambda item, when: item.room.needed,
)
def quorum_in_the_room(item: AgendaItem, when: Moment) -> bool:
    """The majority of the sitting members is there now, or it was a second convocation."""
    return item.room.has_quorum(item.second_time)


@guard(N_("Er zijn nog geen redenen en geen voorstel: schrijf eerst het ontwerp van de beslissing."))
def draft_explained(item: AgendaItem, when: Moment) -> bool:
    """A file has the explained draft of its decision (DLB art. 110 jo. 20)."""
    return item.subject != Subject.DECISION or item.explained


@guard(N_("Wie gehoord is, verlaat eerst de zitting: maatschappelijk werker, cliënt en raadsman stemmen niet mee."))
def guests_gone(item: AgendaItem, when: Moment) -> bool:
    """Who was admitted to the discussion left before the vote."""
    return not item.guests or bool(item.guests_left)


@guard(N_("Over dit punt wordt niet gestemd."))
def voted_on(item: AgendaItem, when: Moment) -> bool:
    """The point is not one of which is only taken note."""
    return item.subject != Subject.FIXED


@guard(N_("Je zetelt niet in deze zitting, je bent niet aanwezig, of je meldde een belang (DLB art. 27)."))
def may_vote(item: AgendaItem, when: Moment) -> bool:
    """Who votes sits in the committee, is in the room, and has no interest."""
    seat = item.session.seat_of(when.actor.person_id)
    return seat is not None and seat.id in item.room.voters


@asked(N_("Kies voor, tegen of onthouding."))
def choice_made(item: AgendaItem, when: Moment) -> bool:
    """The vote is one of the three."""
    return item.choosing in VOTES


@asked(N_("Noteer voor elk aanwezig lid: voor, tegen of onthouding. Wie een belang heeft, stemt niet (DLB art. 27)."))
def everybody_counted(item: AgendaItem, when: Moment) -> bool:
    """Every member in the room who may vote has a choice, and nobody else voted."""
    voted = {seat for seat, choice in item.choices.items() if choice in VOTES}
    return voted == item.room.voters


@guard(N_("Je zetelt niet in deze zitting."))
def sits(item: AgendaItem, when: Moment) -> bool:
    """Who acts sits in the committee on the day of the session."""
    return item.session.seat_of(when.actor.person_id) is not None


@asked(N_("Schrijf welk belang je hebt (DLB art. 27)."))
def interest_explained(item: AgendaItem, when: Moment) -> bool:
    """The member says what his interest is."""
    return bool(item.interest)


@guard(N_("Het belangenconflict van dit lid is al genoteerd."))
def not_recused_yet(item: AgendaItem, when: Moment) -> bool:
    """Who acts did not declare an interest in this point before."""
    seat = item.session.seat_of(when.actor.person_id)
    return seat is None or seat.id not in item.recused


@asked(N_("Kies het lid en schrijf welk belang het heeft (DLB art. 27). Elk lid wordt één keer genoteerd."))
def recusal_explained(item: AgendaItem, when: Moment) -> bool:
    """A recusal names a member once, with his interest."""
    seats = [recusal.seat_id for recusal in item.recusals]
    return bool(seats) and all(r.seat_id and r.reason for r in item.recusals) and len(seats) == len(set(seats))


@asked(N_("Noteer wie bij de bespreking is, met zijn functie."))
def guests_named(item: AgendaItem, when: Moment) -> bool:
    """Everybody who is admitted to the discussion has a name and a function."""
    return bool(item.guests) and all(guest["name"] and guest["function"] for guest in item.guests)


@guard(N_("Niemand is bij de bespreking toegelaten."))
def guests_there(item: AgendaItem, when: Moment) -> bool:
    """Somebody who was admitted is still in the room."""
    return bool(item.guests) and not item.guests_left


@asked(N_("Het ontwerp noemt de maatregel en geeft redenen in rechte en in feite."))
def draft_complete(item: AgendaItem, when: Moment) -> bool:
    """The draft says what is proposed, and why."""
    return item.explained


@asked(
    N_(
        "De schorsing is langer dan %(months)s maand(en), de hoogste duur op de dag van de zitting (RMI-wet art. 30 § 2)."
    ),
    months=lambda item, when: item.case.cap_on(item.session.held_on).months,
)
def draft_within_cap(item: AgendaItem, when: Moment) -> bool:
    """The committee votes on nothing that it could not decide: a suspension stays within the cap."""
    if item.subject != Subject.DECISION or not item.explained:
        return True
    start = item.proposal.starts_on or default_start(item.session.held_on)
    return item.proposal.fits(item.case.cap_on(item.session.held_on).months, start)


@asked(N_("Schrijf in de opmerking waarom."))
def reason_written(item: AgendaItem, when: Moment) -> bool:
    """The remark gives the reason."""
    return bool(item.remark)


@guard(N_("Dit is een beslissing over een dossier: de uitkomst noteer je in het dossier."))
def no_file_to_decide(item: AgendaItem, when: Moment) -> bool:
    """No file waits for this point: the one of which a decision may be taken back goes on with its decision."""
    return item.subject != Subject.DECISION


@guard(N_("Dit is geen vast punt."))
def fixed_point(item: AgendaItem, when: Moment) -> bool:
    """The point is one of which is only taken note."""
    return item.subject == Subject.FIXED


@asked(N_("Schrijf waarvan het comité akte neemt."))
def note_taken(item: AgendaItem, when: Moment) -> bool:
    """The minutes say of what the committee took note."""
    return bool(item.note)


@guard(N_("Het dossier is nog niet beslist."))
def file_decided(item: AgendaItem, when: Moment) -> bool:
    """The decision on the file was written down under this point."""
    return item.subject == Subject.DECISION and item.stands and item.case.state != "geagendeerd"


@guard(N_("Het punt is niet verdaagd."))
def moved_on(item: AgendaItem, when: Moment) -> bool:
    """The file went back, or the whole agenda goes to a second session."""
    return item.session.state == "onvoltallig" or (item.subject == Subject.DECISION and not item.stands)


@guard(N_("De beslissing is niet ingetrokken."))
def decision_withdrawn(item: AgendaItem, when: Moment) -> bool:
    """The committee took its decision on the file back under this point."""
    return item.subject == Subject.WITHDRAWAL and not item.stands


@guard(N_("De notulen zijn niet goedgekeurd: er zijn niet meer stemmen voor dan tegen."))
def minutes_accepted(item: AgendaItem, when: Moment) -> bool:
    """The majority approved the minutes."""
    return item.subject == Subject.MINUTES and item.tally.accepted


@guard(N_("Het voorstel is aangenomen, of er is niet over gestemd."))
def proposal_rejected(item: AgendaItem, when: Moment) -> bool:
    """The proposal has no majority: a tie rejects; a file is then decided or postponed in the file itself."""
    return item.subject in (Subject.WITHDRAWAL, Subject.MINUTES) and not item.tally.accepted


def note_presence(item: AgendaItem, when: Moment) -> None:
    """Write how many members were there when they let a late point in: who leaves later changes nothing."""
    item.urgency_present = len(item.session.room.there)


def take_up(item: AgendaItem, when: Moment) -> None:
    """Write when the point was taken up."""
    item.treated_at = when.now


def admit(item: AgendaItem, when: Moment) -> None:
    """Write that those who are heard came in."""
    item.guests_left = False


def let_out(item: AgendaItem, when: Moment) -> None:
    """Write that those who were heard left."""
    item.guests_left = True


def begin_vote(item: AgendaItem, when: Moment) -> None:
    """Begin with an empty ballot box."""
    item.choices = {}


def cast_vote(item: AgendaItem, when: Moment) -> None:
    """Write down the vote of who acts; a later one takes its place."""
    seat = item.session.seat_of(when.actor.person_id)
    assert seat, "only a member votes"
    item.cast(seat.id, item.choosing)


def close_vote(item: AgendaItem, when: Moment) -> None:
    """Write down what every sitting member did: voted, was there without voting, left, or was absent."""
    item.choices = item.room.closed(item.choices)
    item.voted_at = when.now


def leave(item: AgendaItem, when: Moment) -> None:
    """Write down the interest of who acts; a vote he cast is not counted."""
    seat = item.session.seat_of(when.actor.person_id)
    assert seat, "only a member leaves"
    item.recuse(seat.id, item.interest)


def mark_read(item: AgendaItem, when: Moment) -> None:
    """Write down that who acts read the point."""
    assert when.actor.person_id, "only a person reads"
    item.mark_read(when.actor.person_id, when.now)
