"""One room for every kind of file in the tests over every table.

A room says how a file of its kind is built (`built`, `bare`), the day of a row (DAYS), what a row
needs that others do not (CHANGES) or somebody of another organisation takes it (WHERE), how each
condition is spoilt and nothing else (SPOILS), which ones fall with it (COMPANIONS), the states in
which it waits for nobody (SILENT), the refusals that carry a value (FILLED), those that hold where
nothing was written (HOLDS_ON_AN_EMPTY_FILE), and the terms a condition proves to be stopped
(STOPPED_BY_ITS_CONDITION). What every kind has is in `notes`.
"""

from tests.workflow.kinds import (
    agenda_item,
    agreement,
    client,
    default_notice,
    deviation,
    direction,
    gpmi,
    notes,
    post,
    referral,
    sanction,
    session,
    warm_handoff,
)
from workflow.register import WORKFLOWS

ROOMS = {
    "sanction": sanction,
    "referral": referral,
    "warm_handoff": warm_handoff,
    "agreement": agreement,
    "default_notice": default_notice,
    "deviation": deviation,
    "gpmi": gpmi,
    "direction": direction,
    "session": session,
    "agenda_item": agenda_item,
    "post": post,
    "client": client,
}
"""The room of every kind."""


def said(kind, what, empty):
    """What the room of a kind says, over what every kind of file has."""
    return getattr(notes, what, empty) | getattr(ROOMS[kind], what, empty)


def spoil_of(kind, name):
    """How a condition is spoilt in a file of a kind."""
    return said(kind, "SPOILS", {})[name]


def companions_of(kind, name):
    """The conditions that cannot hold either when this one does not."""
    return said(kind, "COMPANIONS", {}).get(name, set())


def every(what, empty):
    """What all rooms together say."""
    found = getattr(notes, what, empty)
    for kind in WORKFLOWS:
        found = found | getattr(ROOMS[kind], what, empty)
    return found
