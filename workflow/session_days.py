"""The days of a series of sessions: every so many weeks, or every month on the same weekday."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, takewhile

from workflow.wording import N_

MONTHLY = "maand"

RHYTHMS = {
    "1": N_("Elke week"),
    "2": N_("Om de 2 weken"),
    "4": N_("Om de 4 weken"),
    MONTHLY: N_("Elke maand op dezelfde weekdag"),
}
"""How often a committee meets."""


def days_of(first: date, rhythm: str, last: date) -> list[date]:
    """Return the days of a series, the first one included, up to the last day."""
    every = _monthly(first) if rhythm == MONTHLY else _weekly(first, int(rhythm))
    return list(takewhile(lambda day: day <= last, every))


def _weekly(first: date, weeks: int) -> Iterator[date]:
    for number in count():
        yield first + timedelta(weeks=number * weeks)


def _monthly(first: date) -> Iterator[date]:
    """Yield the same weekday of every month: the second Tuesday, say; a fifth one is the last of the month."""
    place = (first.day - 1) // 7
    for number in count(first.year * 12 + first.month - 1):
        year, month = number // 12, number % 12 + 1
        start, length = monthrange(year, month)
        day = 1 + (first.weekday() - start) % 7 + place * 7
        yield date(year, month, day if day <= length else day - 7)
