"""The session of the committee in the tests over every table."""

from tests.workflow.dates import day
from tests.workflow.files import REPORTED, SESSION_DAY, sanction, session
from tests.workflow.spoils import put
from workflow.models import BcsdSession


def built(state):
    """A session whose one item was decided; it is planned for a day to come."""
    row = session(state, cancel_reason="De raadzaal is bezet.")
    row.held_on = REPORTED if state == "gepland" else SESSION_DAY
    sanction("beslist").put_on_agenda(row, outcome="beslist")
    return row


def bare(state):
    """A session of which only the day is known."""
    return BcsdSession(state=state, held_on=REPORTED)


def item_open(row):
    """A file on the agenda waits for its outcome."""
    sanction("geagendeerd").put_on_agenda(row)


SPOILS = {
    "session_arranged": put(starts_at=""),
    "session_over": put(held_on=day("Tue 18/08/2026")),
    "every_item_settled": item_open,
    "agenda_empty": item_open,
    "cancellation_explained": put(cancel_reason=""),
}

FILLED = {
    "every_item_settled": "Nog niet elk punt heeft een uitkomst: SD-2026-0001.",
}

HOLDS_ON_AN_EMPTY_FILE = {
    "session_over",
    "every_item_settled",
    "agenda_empty",
}
