"""A point on the agenda in the tests over every table."""

from tests.walks.sanction import DRAFT
from tests.workflow.files import MINE, SEATS, item, session, vote
from tests.workflow.spoils import put
from workflow.models import AgendaItem, Person

GUESTS = [{"name": "Mia Werker", "function": "maatschappelijk werker"}]
AGAINST = dict.fromkeys(SEATS[:7], "tegen")


def _late(row):
    row.urgent, row.urgency_reason, row.urgency_agreed, row.urgency_present = True, "De client verhuist.", 9, 13


def _fixed(row):
    row.subject, row.title, row.note = "vast", "Varia", "De kalender van mei."


def _minutes(row):
    row.subject, row.minutes_of = "notulen", session("gesloten")


def _rejected(row):
    _minutes(row)
    row.choices = row.choices | AGAINST


def _counted(row):
    row.choices = dict.fromkeys(SEATS, "voor")


def _heard(row):
    row.guests_left = False


def _file_decided(row):
    row.case.state = "beslist"


def _file_moved_on(row):
    row.case.agenda_item_id = None


def _taken_back(row):
    row.subject = "intrekking"
    _file_moved_on(row)


CHANGES = {
    "aanvaard_dringend": _late, "noteer_stemmen": _counted, "neem_akte": _fixed,
    "noteer_belang": lambda row: row.recuse(SEATS[3], "Nicht van de cliënt."),
    "laat_uit": _heard, "verdaag": _minutes, "schrap": _minutes, "verwerp": _rejected, "keur_goed": _minutes,
    "beslist": _file_decided, "verdaagd": _file_moved_on, "ingetrokken": _taken_back,
}  # fmt: skip
"""What a row needs that would stand in the way of the others."""


def built(state):
    """A point about a file, in a session in which everybody is there; who was heard left."""
    row = vote(item(guests=GUESTS, choosing="voor", interest="Nicht van de cliënt.", remark="Er is nieuws."))
    row.state, row.choices = state, row.choices if state == "gestemd" else {}
    return row


def bare(state):
    """A point of which nothing is known, on the agenda of a session that is only planned, with the chair there."""
    row = AgendaItem(state=state, position=1, session=session(there=SEATS[:1]))
    no_member(row)
    return row


def of_nothing(row):
    """There is no file, and no title."""
    row.case = None


def another_busy(row):
    """Another point is in discussion."""
    row.session.add_point(subject="vast", title="Varia", state="in_behandeling")


def six_in_the_room(row):
    """Seven members left; who is still there votes."""
    for each in row.session.attendances[:7]:
        each.left_at = each.arrived_at
    row.choices = {seat: choice for seat, choice in row.choices.items() if seat in SEATS[7:]}


def one_silent(row):
    """The vote of one member was not written down."""
    row.choices = {seat: choice for seat, choice in row.choices.items() if seat != SEATS[3]}


def recused(row):
    """Whoever acts said that he has an interest."""
    row.recuse(MINE, "Nicht van de cliënt.")


def no_member(row):
    """Somebody else sits on the seat of whoever acts."""
    row.session.committee.seats[1].person = Person(id="een ander")


def file_waits(row):
    """The file is treated under this point, and waits for the committee."""
    row.case.agenda_item_id = row.id


SPOILS = {
    "subject_given": of_nothing,
    "session_under_way": put("session", state="geschorst"),
    "session_not_over": put("session", state="gesloten"),
    "no_other_busy": another_busy,
    "urgency_agreed": put(urgent=True, urgency_agreed=8, urgency_present=13),
    "urgency_counted": put(urgency_agreed=14),
    "urgent": put(urgent=False),
    "quorum_in_the_room": six_in_the_room,
    "draft_explained": put(draft={}),
    "guests_gone": put(guests_left=False),
    "voted_on": put(subject="vast"),
    "may_vote": recused,
    "choice_made": put(choosing="misschien"),
    "everybody_counted": one_silent,
    "sits": no_member,
    "interest_explained": put(interest=""),
    "not_recused_yet": recused,
    "recusal_explained": put(recusals=[]),
    "guests_named": put(guests=[{"name": "Mia Werker", "function": ""}]),
    "guests_there": put(guests_left=True),
    "draft_complete": put(draft={"measure": "verwittiging"}),
    "draft_within_cap": put(draft=DRAFT | {"duration": 4}),
    "reason_written": put(remark=""),
    "no_file_to_decide": put(subject="beslissing"),
    "fixed_point": put(subject="notulen"),
    "note_taken": put(note=""),
    "file_decided": lambda row: put(state="geagendeerd")(row.case),
    "moved_on": file_waits,
    "decision_withdrawn": file_waits,
    "minutes_accepted": lambda row: vote(row, **AGAINST),
    "proposal_rejected": vote,
}

FILLED = {
    "draft_within_cap": "De schorsing is langer dan 1 maand(en), de hoogste duur op de dag van de zitting "
    "(RMI-wet art. 30 § 2).",
    "no_other_busy": "Eerst moet het andere punt een uitkomst hebben: punt 2.",
    "urgency_counted": "Noteer hoeveel van de 13 aanwezige leden het punt aanvaarden.",
    "quorum_in_the_room": "Het quorum is niet bereikt: 6 aanwezig, 7 nodig (DLB art. 110 jo. 26).",
}

HOLDS_ON_AN_EMPTY_FILE = {
    "draft_within_cap",
    "not_recused_yet",
    "session_not_over",
    "no_other_busy",
    "urgency_agreed",
    "guests_gone",
    "voted_on",
    "moved_on",
}
