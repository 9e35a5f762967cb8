"""The files of the demonstration office: of every kind, in every state, linked as in life.

Every step goes through perform() with the date on which it happened, so that letters,
signatures, terms and log are as real as those of today.
"""

from collections.abc import Callable
from datetime import date, datetime, time
from random import Random

from forms.clock import run
from forms.demo import agreement, breach, direction, gpmi, post_room, referral, sanction_files, warm_handoff
from workflow.models import Client
from workflow.moment import BRUSSELS

Room = Callable[[list[Client], date, Random], None]

ROOMS: tuple[Room, ...] = (
    breach.write,
    referral.write,
    warm_handoff.write,
    gpmi.write,
    direction.write,
    agreement.write,
)
"""What writes the files of each kind beside the sanction files."""


def write_all(clients: list[Client], today: date, random: Random, say: Callable[[str], None]) -> None:
    """Write the files of every kind, and let the clock close what is over."""
    sessions = sanction_files.plan_sessions(today)
    sanction_files.write(clients, sessions, today, random, say)
    for write in ROOMS:
        write(clients, today, random)
    sanction_files.close_sessions(sessions, today)
    run(datetime.combine(today, time(7), BRUSSELS))
    post_room.lay_out(today)
