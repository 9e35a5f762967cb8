"""Mandates: who may sign which letters in whose place, and by which decision."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.models.between import DATES_IN_ORDER, Between
from workflow.models.database import Base, new_id
from workflow.models.organisation import Organisation
from workflow.models.person import Person
from workflow.moment import civil_date
from workflow.roles import SIGNATORIES, Role

UNDELEGATED = ("notulen",)
"""The letters only the holder of the function himself can sign."""


class Mandate(Between, Base):
    """The right of a person to sign in a function he does not hold, from a day until a day (DLB art. 281, 283).

    `letter` is the name of the one letter it holds for, or nothing when it holds for all;
    `decision` names the delegation decision and is printed under the signature.
    """

    __tablename__ = "mandate"
    __table_args__ = (
        CheckConstraint(DATES_IN_ORDER, name="dates_in_order"),
        CheckConstraint("length(decision) > 0", name="decision_named"),
        Index(None, "organisation_id", "role"),
        Index(None, "person_id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"))
    role: Mapped[str]
    letter: Mapped[str] = mapped_column(default="")
    decision: Mapped[str]
    made_at: Mapped[datetime]
    made_by_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    ended_at: Mapped[datetime | None]
    ended_by_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))

    person: Mapped[Person] = relationship(foreign_keys=[person_id], back_populates="mandates")
    organisation: Mapped[Organisation] = relationship()
    made_by: Mapped[Person] = relationship(foreign_keys=[made_by_id])

    def valid_on(self, day: date) -> bool:
        """Say whether the mandate holds on a day; it no longer does on the day it is ended."""
        ended = self.ended_at is not None and civil_date(self.ended_at) <= day
        return not ended and super().valid_on(day)

    def covers(self, role: str, letter: str) -> bool:
        """Say whether it holds for a letter in a function; minutes are never signed by delegation (DLB art. 283)."""
        return self.role == role and self.letter in ("", letter) and letter not in UNDELEGATED

    def signs_as(self, day: date) -> Role | None:
        """Return the role the person holds himself on a day, in which he may sign; none when he left."""
        held = self.person.roles_at(self.organisation_id, day)
        return next((role for role in SIGNATORIES if role in held), None)
