"""How long a suspension may last: the arithmetic of repetition (RMI-wet art. 30 § 2).

The law speaks of a repetition "binnen een termijn van ten hoogste één jaar" without a
reference day, so both readings are counted: from the earlier decision and from its
notification. Only inside both does the higher cap apply; inside one is for the legal service.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from workflow import parameters
from workflow.competence import Aid
from workflow.terms import months_civil
from workflow.wording import N_, Sentence


class EarlierSanction(Protocol):
    """What the arithmetic needs to know of an earlier suspension."""

    @property
    def decided_on(self) -> date:
        """The day of the decision."""

    @property
    def notified_on(self) -> date | None:
        """The day on which it counts as notified."""

    @property
    def reference(self) -> str:
        """The file it belongs to."""


Earlier = TypeVar("Earlier", bound=EarlierSanction)


@dataclass(frozen=True)
class Cap:
    """The highest duration allowed now, in months, with its reasoning."""

    months: int
    steps: tuple[Sentence, ...]
    legal_check: bool
    to_confirm: bool


def caps(aid: Aid) -> tuple[parameters.Parameter, parameters.Parameter]:
    """Return how many months a first suspension lasts at most, and a repeated one; each aid has its own law."""
    suffix = "_eq" if aid is Aid.EQUIVALENT else ""
    return parameters.PARAMETERS[f"cap_months{suffix}"], parameters.PARAMETERS[f"cap_repeat_months{suffix}"]


def _limits(earlier: EarlierSanction) -> tuple[date, date]:
    months = parameters.number("recidivism_years") * 12
    ends = [months_civil(day, months) for day in (earlier.decided_on, earlier.notified_on) if day]
    return min(ends), max(ends)


def cap(aid: Aid, on: date, earlier: Iterable[EarlierSanction]) -> Cap:
    """Return the cap for a decision taken on a day, given the earlier suspensions of this person."""
    first, repeat = caps(aid)
    steps: list[Sentence] = []
    repeated = doubtful = False
    for sanction in earlier:
        strict, wide = _limits(sanction)
        inside = on <= strict
        repeated |= inside
        doubtful |= not inside and on <= wide
        text = (
            N_("%(reference)s: beslist op %(decided)s, herhaling telt tot %(strict)s: binnen het jaar")
            if inside
            else N_("%(reference)s: beslist op %(decided)s, herhaling telt tot %(strict)s: niet binnen het jaar")
        )
        steps.append(Sentence(text, reference=sanction.reference, decided=sanction.decided_on, strict=strict))
    if not steps:
        steps.append(Sentence(N_("Geen eerdere schorsing die meetelt als herhaling")))
    counts = repeat if repeated else first
    legal_check = doubtful and not repeated
    return Cap(counts.number, tuple(steps), legal_check, counts.to_confirm)


def history(earlier: Iterable[Earlier], on: date) -> list[Earlier]:
    """Return the suspensions of the last 24 months, the newest first."""
    since = months_civil(on, -parameters.number("history_months"))
    recent = [sanction for sanction in earlier if since <= sanction.decided_on <= on]
    return sorted(recent, key=lambda sanction: sanction.decided_on, reverse=True)
