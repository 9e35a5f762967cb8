"""The committee for the social service (BCSD): its house rules, its seats, and who sits on them (DLB art. 105-110)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow import parameters
from workflow.models.between import DATES_IN_ORDER, Between
from workflow.models.database import Base, new_id
from workflow.models.organisation import Organisation
from workflow.models.person import Person

if TYPE_CHECKING:
    from workflow.models.session import BcsdSession


class Committee(Base):
    """The one committee of a welfare centre, with what its house rules leave open (DLB art. 110).

    `standing_points` are the points that stand at the end of every agenda, one on a line.
    """

    __tablename__ = "committee"

    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"), primary_key=True)
    short_convocation: Mapped[bool] = mapped_column(default=False)
    names_in_minutes: Mapped[bool] = mapped_column(default=False)
    second_convocation: Mapped[bool] = mapped_column(default=True)
    digital: Mapped[bool] = mapped_column(default=False)
    standing_points: Mapped[str] = mapped_column(default="", server_default="")

    organisation: Mapped[Organisation] = relationship(back_populates="committee")
    seats: Mapped[list[Seat]] = relationship(order_by="Seat.number, Seat.from_on", back_populates="committee")
    unapproved: Mapped[list[BcsdSession]] = relationship(
        primaryjoin="and_(foreign(BcsdSession.owner_id) == Committee.organisation_id, BcsdSession.state == 'gesloten')",
        order_by="BcsdSession.held_on",
        viewonly=True,
    )
    """The sessions of which the minutes wait for approval, the oldest first."""

    @property
    def convocation_days(self) -> int:
        """How many days before the session the convocation leaves at the latest."""
        return parameters.number("convocation_short_days" if self.short_convocation else "convocation_days")

    @property
    def places(self) -> range:
        """The numbers of the seats: 0 for the chair, then those of the members (DLB art. 105-106)."""
        return range(parameters.number("committee_members") + 1)

    def sitting_on(self, day: date) -> list[Seat]:
        """Return the seats that are filled on a day, the chair's first."""
        return [seat for seat in self.seats if seat.valid_on(day)]


class Seat(Between, Base):
    """A seat in the committee: the chair and twelve members, in office between two dates (DLB art. 105-106)."""

    __tablename__ = "bcsd_seat"
    __table_args__ = (
        CheckConstraint(DATES_IN_ORDER, name="dates_in_order"),
        UniqueConstraint("organisation_id", "number", "from_on"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("committee.organisation_id"))
    number: Mapped[int]
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    list_name: Mapped[str] = mapped_column(default="", server_default="")
    chair: Mapped[bool] = mapped_column(default=False)

    committee: Mapped[Committee] = relationship(back_populates="seats")
    person: Mapped[Person] = relationship(lazy="joined")
    substitutions: Mapped[list[Substitution]] = relationship(
        back_populates="seat", order_by="Substitution.from_on", cascade="all, delete-orphan", lazy="selectin"
    )

    def holder_on(self, day: date) -> Person:
        """Return who sits on this seat on a day: the substitute while there is one."""
        return next((each.person for each in self.substitutions if each.valid_on(day)), self.person)


class Substitution(Between, Base):
    """Somebody who sits in the place of a member for a while."""

    __tablename__ = "bcsd_substitution"
    __table_args__ = (
        CheckConstraint(DATES_IN_ORDER, name="dates_in_order"),
        Index(None, "person_id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    seat_id: Mapped[str] = mapped_column(ForeignKey("bcsd_seat.id"), index=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))

    seat: Mapped[Seat] = relationship(back_populates="substitutions")
    person: Mapped[Person] = relationship(lazy="joined")
