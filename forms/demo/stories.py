"""The files of the demonstration office: of every kind, in every state, linked as in life.

Every step goes through perform() with the date on which it happened, so that letters,
signatures, terms and log are as real as those of today.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from random import Random

from forms import clock
from forms.demo import agreement, breach, committee, direction, gpmi, post_room, referral, sanction_files, warm_handoff
from forms.demo.season import Season
from workflow.models import Client
from workflow.moment import BRUSSELS

Room = Callable[[list[Client], date, Random], None]

ROOMS: tuple[Room, ...] = (
    referral.write,
    warm_handoff.write,
    gpmi.write,
    direction.write,
    agreement.write,
)
"""What writes the files of each kind beside the sanction files and the sessions."""

SINCE = timedelta(minutes=40)
"""How long the session of today is under way when the office opens."""


def write_all(clients: list[Client], today: date, random: Random, say: Callable[[str], None]) -> None:
    """Write the files of every kind, and let the clock close what is over."""
    series = committee.plan(_this_hour(today))
    files = [*sanction_files.write(clients, today, random, say), *breach.write(clients, today, random)]
    waiting = [story for story in files if sanction_files.waits_for_committee(story)]
    Season(series, waiting, _this_hour(today), random).run()
    for write in ROOMS:
        write(clients, today, random)
    clock.run(datetime.combine(today, time(7), BRUSSELS))
    post_room.lay_out(today)


def _this_hour(today: date) -> datetime:
    """Return when the session of today began: a while ago, on a quarter of an hour, and not yesterday."""
    began = max(clock.now().astimezone(BRUSSELS) - SINCE, datetime.combine(today, time(0), BRUSSELS))
    return began.replace(minute=began.minute // 15 * 15, second=0, microsecond=0)
