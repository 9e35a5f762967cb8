"""What an advice and a decision have in common: the measure with its share, duration, start and deferral."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from workflow.measures import Deferral, Kind, Unit
from workflow.terms import months_civil

COMPLETE = (
    "measure <> 'schorsing' OR (whole IS NOT NULL AND monthly_cents IS NOT NULL"
    " AND duration IS NOT NULL AND unit IS NOT NULL)"
)
"""A suspension says how much and how long."""


MEASURED = (
    "measure", "whole", "monthly_cents", "duration", "unit", "starts_on", "deferral", "deferral_part", "trial_until",
    "conditions",
)  # fmt: skip
"""What a measure is made of."""


class Measure:
    """A measure as it is written down. Amounts in cents a month, durations in months or days."""

    measure: Mapped[str]
    whole: Mapped[bool | None]
    monthly_cents: Mapped[int | None]
    duration: Mapped[int | None]
    unit: Mapped[str | None]
    starts_on: Mapped[date | None]
    deferral: Mapped[str] = mapped_column(default=Deferral.NONE)
    deferral_part: Mapped[str] = mapped_column(default="")
    trial_until: Mapped[date | None]
    conditions: Mapped[str] = mapped_column(default="")

    @property
    def as_measured(self) -> dict[str, Any]:
        """The measure in plain values, its days as text."""
        days = {"starts_on", "trial_until"}
        values = {name: getattr(self, name) for name in MEASURED}
        return {name: value.isoformat() if name in days and value else value for name, value in values.items()}

    @property
    def suspends(self) -> bool:
        """Whether payment stops for a while."""
        return self.measure == Kind.SUSPENSION

    @property
    def complete(self) -> bool:
        """Whether a suspension says how much and how long, and a deferral until when."""
        sized = not self.suspends or (None not in (self.whole, self.monthly_cents, self.unit) and bool(self.duration))
        part_named = self.deferral != Deferral.PART or bool(self.deferral_part)
        return sized and part_named and (self.deferral == Deferral.NONE or self.trial_until is not None)

    def last_day(self, start: date) -> date:
        """Return the last day of a suspension that starts on a day."""
        assert self.duration is not None
        if self.unit == Unit.MONTHS:
            return months_civil(start, self.duration) - timedelta(days=1)
        return start + timedelta(days=self.duration - 1)

    @property
    def ends_on(self) -> date | None:
        """The last day of the suspension, when it has a start."""
        return self.last_day(self.starts_on) if self.suspends and self.starts_on and self.duration else None

    def fits(self, cap_months: int, start: date) -> bool:
        """Say whether a suspension from a day stays within the cap of so many months."""
        if not self.suspends or self.duration is None:
            return True
        return self.last_day(start) < months_civil(start, cap_months)

    def same_as(self, other: "Measure") -> bool:
        """Say whether two measures come to the same for the client."""
        keys = ("measure", "whole", "monthly_cents", "duration", "unit", "deferral", "deferral_part")
        return all(getattr(self, key) == getattr(other, key) for key in keys)
