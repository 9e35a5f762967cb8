"""The committee meets, in a few steps: planned, convened, opened, voted; `file` lends its people and its calendar."""

from forms.actions import perform
from workflow.models import db
from workflow.moment import Moment
from workflow.opening import new_case
from workflow.register import WORKFLOWS


def planned(file, day):
    """The secretary plans a session."""
    session = new_case(db.session, WORKFLOWS["session"], None, Moment(file.now, file.actor("secretaris")))
    fields = {"held_on": day, "starts_at": "14.00 uur", "place": "Raadzaal", "digital": False}
    perform(session, "plan", file.actor("secretaris"), file.now, fields=fields)
    return session


def convened(file, session):
    """The secretary draws up the convocation, and the chair signs it."""
    perform(session, "roep_op", file.actor("secretaris"), file.now)
    letter = session.letter("oproeping")
    perform(letter, "leg_voor", file.actor("secretaris"), file.now)
    perform(letter, "onderteken", file.actor("voorzitter"), file.now)
    assert session.state == "opgeroepen"


def opened(file, session, away=()):
    """The chair opens with everybody there, but for the seats named by number."""
    if session.state != "opgeroepen":
        return
    there = [seat for seat in session.seats if seat.number not in away]
    roll = {seat.id: {"presence": "aanwezig", "digital": False, "arrived_at": file.now} for seat in there}
    perform(session, "open", file.actor("voorzitter"), file.now, fields={"roll_call": roll})


def voted(file, item, **others):
    """The chair takes a point up, and the secretary writes down who voted what: for, but for the seats named."""
    if item.state == "te_behandelen":
        perform(item, "behandel", file.actor("voorzitter"), file.now)
    voters = [seat for seat in item.session.seats if seat.id in item.room.voters]
    choices = {seat.id: others.get(f"s{seat.number}", "voor") for seat in voters}
    perform(item, "noteer_stemmen", file.actor("secretaris"), file.now, fields={"choices": choices})


def closed(file, session):
    """The minutes on its agenda are approved, the chair closes the session, and its own minutes are signed."""
    for item in session.open_items:
        if item.minutes_of:
            voted(file, item)
    perform(session, "sluit", file.actor("voorzitter"), file.now)
    letter = session.letter("notulen")
    perform(letter, "leg_voor", file.actor("secretaris"), file.now)
    for login in ("voorzitter", "directeur"):
        perform(letter, "onderteken", file.actor(login), file.now)
