"""Legal time: terms as pure functions of civil dates, each printing its own reasoning.

Counting rules: Ger.W. 52 (the day of the act does not count), 53 (a last day on a Saturday,
Sunday or legal holiday moves to the next working day, procedural acts only), 53bis (when a
letter counts as notified) and 54 (months run to the day before the same number).
"""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, lru_cache

import holidays

from workflow.wording import N_, Sentence

ONE_DAY = timedelta(days=1)


class Way(StrEnum):
    """How a letter leaves the house; it decides when the addressee counts as notified."""

    REGISTERED = "aangetekend"
    RECEIPT = "tegen_ontvangstbewijs"
    ORDINARY = "gewoon"
    PROGRAM = "programma"


@dataclass(frozen=True)
class Reckoning:
    """A date with the way it was counted: `due` is the last day, `steps` the printed reasoning."""

    due: date
    steps: tuple[Sentence, ...]

    def __str__(self) -> str:
        return "; ".join(str(step) for step in self.steps)

    def then(self, due: date, text: str, **values: object) -> "Reckoning":
        """Go on counting from here, and say how."""
        return Reckoning(due, (*self.steps, Sentence(text, **values)))


@cache
def _legal_holidays(year: int) -> dict[date, str]:
    # The ten of KB 18/4/1974 (and two Sundays): not Good Friday, 11 July, 2 or 15 November.
    return dict(holidays.country_holidays("BE", years=year, language="nl"))


def is_working_day(day: date) -> bool:
    """Say whether a day is no Saturday, Sunday or legal holiday (Ger.W. 53)."""
    return day.weekday() < 5 and day not in _legal_holidays(day.year)


def day_off(day: date) -> str:
    """Name what makes a day no working day: the legal holiday, or else the day of the weekend."""
    return _legal_holidays(day.year).get(day) or (N_("zaterdag") if day.weekday() == 5 else N_("zondag"))


def roll(day: date) -> date:
    """Return the day itself, or the next working day (Ger.W. 53)."""
    while not is_working_day(day):
        day += ONE_DAY
    return day


def last_working_day(day: date) -> date:
    """Return the last working day on or before a day: the target for our own duties."""
    while not is_working_day(day):
        day -= ONE_DAY
    return day


def working_days_after(day: date, count: int) -> date:
    """Return the `count`th working day after a day."""
    for _ in range(count):
        day = roll(day + ONE_DAY)
    return day


def _month_shifted(day: date, months: int) -> tuple[int, int, int]:
    year, month0 = divmod(day.year * 12 + day.month - 1 + months, 12)
    return year, month0 + 1, calendar.monthrange(year, month0 + 1)[1]


@lru_cache(maxsize=4096)
def months_civil(day: date, months: int) -> date:
    """Return the same day number `months` later, or the last day of a shorter month."""
    year, month, last = _month_shifted(day, months)
    return date(year, month, min(day.day, last))


def months_gerw(day: date, months: int) -> date:
    """Count months from the day after the act to the day before the same number (Ger.W. 52, 54)."""
    start = day + ONE_DAY
    year, month, last = _month_shifted(start, months)
    return date(year, month, last) if start.day > last else date(year, month, start.day) - ONE_DAY


def first_of_month(day: date, months: int) -> date:
    """Return the first day of the month `months` after the month of `day`."""
    year, month, _ = _month_shifted(day, months)
    return date(year, month, 1)


def after_days(start: date, days: int, source: str) -> Reckoning:
    """Count calendar days after a date; the day itself does not count (Ger.W. 52)."""
    due = start + timedelta(days=days)
    text = N_("%(start)s + %(days)s dagen = %(due)s (%(source)s)")
    return Reckoning(due, (Sentence(text, start=start, days=days, due=due, source=source),))


def days_before(event: date, days: int, source: str) -> Reckoning:
    """Count calendar days back from an event, such as a session that has to be convened."""
    due = event - timedelta(days=days)
    text = N_("%(days)s dagen voor %(event)s = %(due)s (%(source)s)")
    return Reckoning(due, (Sentence(text, event=event, days=days, due=due, source=source),))


def months_after(start: date, months: int, source: str) -> Reckoning:
    """Count months after a date in the civil way; a shorter month ends on its last day."""
    due = months_civil(start, months)
    one, more = (
        N_("%(start)s + 1 maand = %(due)s (%(source)s)"),
        N_("%(start)s + %(months)s maanden = %(due)s (%(source)s)"),
    )
    text = one if months == 1 else more
    return Reckoning(due, (Sentence(text, start=start, months=months, due=due, source=source),))


def working_days_term(start: date, count: int, source: str) -> Reckoning:
    """Count working days after a date; the day itself does not count."""
    due = working_days_after(start, count)
    text = N_("%(start)s + %(count)s werkdagen = %(due)s (%(source)s)")
    return Reckoning(due, (Sentence(text, start=start, count=count, due=due, source=source),))


def target_before(due: date) -> Reckoning:
    """Return the last working day on or before the end of a duty of our own: the day to aim at."""
    if (target := last_working_day(due)) == due:
        return on_day(due, N_("%(day)s is een werkdag"))
    return on_day(target, N_("%(due)s is geen werkdag, dus uiterlijk op %(day)s"), due=due)


def on_day(day: date, text: str, **values: object) -> Reckoning:
    """Fix a date that was chosen, not counted."""
    return Reckoning(day, (Sentence(text, day=day, **values),))


def safe_notification(posted: date, way: Way, presented: date | None = None) -> Reckoning:
    """Return the day on which a letter surely counts as notified.

    Registered or ordinary post: the third working day after posting, or the day of
    presentation when that is known and later (Ger.W. 53bis). Against a receipt or through
    the program: the day itself.
    """
    if way in (Way.RECEIPT, Way.PROGRAM):
        return on_day(posted, N_("afgegeven op %(day)s"))
    third = working_days_after(posted, 3)
    text = N_("gepost op %(posted)s, derde werkdag = %(third)s (Ger.W. 53bis)")
    reckoning = Reckoning(third, (Sentence(text, posted=posted, third=third),))
    if presented is not None and presented > third:
        return reckoning.then(presented, N_("aangeboden op %(presented)s, dus later"), presented=presented)
    return reckoning


def appeal_end(posted: date, way: Way, months: int, presented: date | None = None) -> Reckoning:
    """Return the latest defensible last day for the other side to appeal, rolled to a working day.

    It starts from the safe notification date, takes the reading of Ger.W. 54 (never earlier
    than the civil one) and rolls (Ger.W. 53).
    """
    notified = safe_notification(posted, way, presented)
    raw = months_gerw(notified.due, months)
    text = N_("%(start)s + %(months)s maanden = %(raw)s (Ger.W. 52-54)")
    counted = notified.then(raw, text, start=notified.due, months=months, raw=raw)
    return (
        counted
        if (rolled := roll(raw)) == raw
        else counted.then(rolled, N_("geen werkdag, dus %(rolled)s (Ger.W. 53)"), rolled=rolled)
    )


def latest(reckonings: Sequence[Reckoning]) -> Reckoning:
    """Return the latest of several readings: what the other side may rely on."""
    return max(reckonings, key=lambda reckoning: reckoning.due)


def earlier_of(one: Reckoning, other: Reckoning) -> Reckoning:
    """Return the earlier of two readings of our own duty, with the reasoning of both."""
    due = min(one.due, other.due)
    return Reckoning(due, one.steps + other.steps).then(due, N_("de vroegste telt: %(earlier)s"), earlier=due)
