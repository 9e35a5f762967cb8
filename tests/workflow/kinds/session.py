"""The session of the committee in the tests over every table."""

from datetime import datetime, time, timedelta

from tests.walks import sanction as journey
from tests.workflow.dates import day
from tests.workflow.files import (
    MINE,
    REPORTED,
    SEATS,
    SESSION_DAY,
    SUMMONED,
    letter,
    organisation,
    sanction,
    session,
    stay,
)
from tests.workflow.spoils import in_letter, put
from workflow.models import BcsdSession, Committee, Person
from workflow.moment import BRUSSELS

SESSION_DAY_EVENING = datetime.combine(SESSION_DAY, time(18), BRUSSELS)

DAYS = {
    "roep_op": SUMMONED,
    "maak_oproeping_opnieuw": SUMMONED,
    "opgeroepen": SUMMONED,
    "open": SESSION_DAY,
    "stel_onvoltallig_vast": SESSION_DAY,
}
"""The day of a row; a row without one is taken weeks before the session."""


def _added(row):
    row.add_point(subject="vast", title="Varia", urgent=True, urgency_reason="De nacht was koud.")


def _not_in_number(row):
    row.attendances = [stay(seat) for seat in SEATS[:6]]
    arranged = {"held_on": day("Tue 05/05/2026"), "starts_at": "14.00 uur", "place": "Raadzaal"}
    row.opening = arranged | {"second_convocation": True, "digital": False}


def _coming(row):
    row.attendances[1].left_at = row.attendances[1].arrived_at
    row.arrive({"seat_id": MINE, "arrived_at": row.attendances[1].left_at})


def _going(row):
    row.depart({"seat_id": MINE, "left_at": row.attendances[1].arrived_at})


CHANGES = {
    "voeg_punt_toe": _added, "voeg_toe_als_lid": _added, "stel_onvoltallig_vast": _not_in_number,
    "noteer_aankomst": _coming, "noteer_vertrek": _going,
}  # fmt: skip
"""What a row needs that would stand in the way of the others."""


def built(state):
    """A session whose one item was decided, with its convocation sent and its minutes signed and approved."""
    row = session(state, cancel_reason="De raadzaal is bezet.")
    row.remark = "Een nota."
    decided = sanction("beslist")
    decided.put_on_agenda(row, draft=journey.DRAFT, state="beslist")
    row.letters = [letter("verzonden", "oproeping", SUMMONED), letter("ondertekend", "notulen", SESSION_DAY)]
    row.approvals = [session().add_point(subject="notulen", minutes_of=row, state="goedgekeurd")]
    return row


def bare(state):
    """A session of which only the day is known."""
    row = BcsdSession(reference="ZIT-2026-0001", state=state, held_on=REPORTED)
    row.owner = Committee(organisation=organisation()).organisation
    return row


def item_open(row):
    """A file on the agenda waits for its outcome."""
    sanction("geagendeerd").put_on_agenda(row, state="te_behandelen", case_id="sd")


def item_in(state):
    """Return a function that puts an item on the agenda that stands in a state."""
    return lambda row: sanction("geagendeerd").put_on_agenda(row, state=state)


def six_there(row):
    """Only six members are in the room."""
    row.attendances = [stay(seat) for seat in SEATS[:6]]


def everybody_there(row):
    """All members are in the room."""
    row.attendances = [stay(seat) for seat in SEATS]


def without_chair(row):
    """Nobody sits on the seat of the chair."""
    row.committee.seats[0].until_on = REPORTED


def without_second(row):
    """The house rules know no second convocation."""
    row.committee.second_convocation = False


def in_last_point(**values):
    """Return a function that changes the point that is being added."""
    return lambda row: put(**values)(row.items[-1])


def no_member(row):
    """Somebody else sits on the seat."""
    row.committee.seats[1].person_id, row.committee.seats[1].person = "bcsd1", Person(id="bcsd1")


def back_too_soon(row):
    """The member left later than the hour at which he comes back."""
    row.attendances[1].left_at = row.attendances[1].left_at.replace(hour=15)


def voted_after_leaving(row):
    """A vote was closed after the member had left, and he voted in it."""
    row.items[0].voted_at = row.going.left_at + timedelta(minutes=5)
    row.items[0].cast(MINE, "voor")


def nowhere(row):
    """The second session has no place."""
    row.opening = row.opening | {"place": ""}


SPOILS = {
    "session_arranged": put(starts_at=""),
    "digital_allowed": put(digital=True),
    "point_named": in_last_point(title=""),
    "late_point_explained": in_last_point(urgency_reason=""),
    "additions_open": put(held_on=REPORTED + timedelta(days=4)),
    "seated": no_member,
    "agenda_filled": put(items=[]),
    "drafts_explained": item_open,
    "convocation_in_time": put(held_on=day("Thu 23/04/2026")),
    "chair_in_office": without_chair,
    "convocation_sent": in_letter("oproeping", state="ondertekend"),
    "convocation_sent_in_time": in_letter("oproeping", posted_on=day("Tue 21/04/2026")),
    "session_day_reached": put(held_on=day("Wed 29/04/2026")),
    "quorum_at_opening": six_there,
    "quorum_missing": everybody_there,
    "second_convocation_allowed": without_second,
    "second_session_arranged": nowhere,
    "arrival_possible": back_too_soon,
    "departure_possible": lambda row: row.depart({"seat_id": "een ander", "left_at": None}),
    "after_opening": put(opened_at=SESSION_DAY_EVENING),
    "departed_after_voting": voted_after_leaving,
    "no_vote_open": item_in("stemming"),
    "votes_noted": item_in("gestemd"),
    "every_item_settled": item_open,
    "agenda_empty": item_open,
    "cancellation_explained": put(cancel_reason=""),
    "minutes_signed": in_letter("notulen", state="ter_ondertekening"),
    "minutes_approved": lambda row: put(state="verworpen")(row.approvals[0]),
}

FILLED = {
    "additions_open": "Een lid kan een punt toevoegen tot en met 01/03/2026. Wat later komt, is dringend "
    "(DLB art. 110 jo. 19-23).",
    "drafts_explained": "Nog zonder ontwerp van beslissing: punt 2 (DLB art. 110 jo. 20).",
    "convocation_in_time": "De oproeping moest uiterlijk op 15/04/2026 vertrekken. Verplaats de zitting naar een "
    "latere dag (DLB art. 110 jo. 19; huishoudelijk reglement).",
    "convocation_sent_in_time": "De oproeping vertrok na 20/04/2026: dat is te laat. Trek ze in en verplaats de "
    "zitting (DLB art. 110 jo. 19).",
    "session_day_reached": "De zitting is pas op 29/04/2026.",
    "quorum_at_opening": "Het quorum is niet bereikt: 6 aanwezig, 7 nodig (DLB art. 110 jo. 26).",
    "departed_after_voting": "Dit lid stemde na dat uur nog over punt 1.",
    "votes_noted": "Er is gestemd over punt 2: noteer eerst de uitkomst, of doe de stemming over.",
    "every_item_settled": "Nog niet elk punt heeft een uitkomst: punt 2.",
}

HOLDS_ON_AN_EMPTY_FILE = {
    "digital_allowed",
    "late_point_explained",
    "drafts_explained",
    "session_day_reached",
    "quorum_missing",
    "departed_after_voting",
    "after_opening",
    "no_vote_open",
    "votes_noted",
    "every_item_settled",
    "agenda_empty",
}
