"""The notice that ends the cooperation agreement: months from its sending (SWO art. 17).

Two readings of "three months" are counted and kept: the civil one and that of Ger.W. 52-54.
Whether the last day then moves to a working day (Ger.W. 53) is open, so both days are kept.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from workflow.terms import ONE_DAY, Reckoning, day_off, months_civil, months_gerw, roll
from workflow.wording import N_, Sentence


@dataclass(frozen=True)
class NoticePeriod:
    """When an agreement ends: the last day in both readings, the later of them, and that one rolled."""

    civil: date
    gerw: date
    raw: date
    rolled: date
    steps: tuple[Sentence, ...]

    @property
    def reckoning(self) -> Reckoning:
        """The latest defensible last day, for the terms of a file: nobody acts on the end before it."""
        return Reckoning(self.rolled, self.steps)

    def __str__(self) -> str:
        return str(self.reckoning)


def _civil_step(sent: date, months: int, civil: date) -> Sentence:
    text = N_("verzonden op %(sent)s + %(months)s maanden = %(civil)s (SWO art. 17)")
    if civil.day != sent.day:
        text = N_(
            "verzonden op %(sent)s + %(months)s maanden = %(civil)s, de laatste dag van een kortere maand (SWO art. 17)"
        )
    return Sentence(text, sent=sent, months=months, civil=civil)


def _gerw_step(sent: date, gerw: date, civil: date) -> Sentence:
    if gerw == civil:
        return Sentence(N_("volgens Ger.W. 52-54 dezelfde dag"))
    text = N_(
        "volgens Ger.W. 52-54 telt het vanaf %(start)s en is de laatste dag %(gerw)s: %(sent)s is de laatste dag"
        " van een maand die korter is dan die van aankomst; de latere dag telt"
    )
    return Sentence(text, start=sent + ONE_DAY, gerw=gerw, sent=sent)


def _roll_step(raw: date, rolled: date) -> tuple[Sentence, ...]:
    if rolled == raw:
        return ()
    skipped = ", ".join(day_off(raw + timedelta(days=number)) for number in range((rolled - raw).days))
    text = N_("%(raw)s is geen werkdag (%(skipped)s): %(rolled)s als Ger.W. 53 geldt (te bevestigen)")
    return (Sentence(text, raw=raw, skipped=skipped, rolled=rolled),)


def notice_period(sent: date, months: int) -> NoticePeriod:
    """Count the notice from the day it was sent, in both readings, and say where and why they differ."""
    civil, gerw = months_civil(sent, months), months_gerw(sent, months)
    raw = max(civil, gerw)
    rolled = roll(raw)
    steps = (_civil_step(sent, months, civil), _gerw_step(sent, gerw, civil), *_roll_step(raw, rolled))
    return NoticePeriod(civil, gerw, raw, rolled, steps)
