"""What holds from a day until a day, or for the time being: a role, a mandate, a seat, a dated fact."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy.orm import Mapped

DATES_IN_ORDER = "until_on IS NULL OR from_on <= until_on"


class Between:
    """A row that holds from its first day to its last, both included; without a last day it goes on."""

    from_on: Mapped[date]
    until_on: Mapped[date | None]

    def valid_on(self, day: date) -> bool:
        """Say whether it holds on a day."""
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)

    @classmethod
    def holding_on(cls, day: Any) -> ColumnElement[bool]:
        """Choose the rows that hold on a day, which may be that of another row."""
        return and_(cls.from_on <= day, or_(cls.until_on.is_(None), cls.until_on >= day))
