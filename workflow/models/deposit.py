"""Deposit lists: the letters the post room hands to the carrier together, in the order of the list."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.models.database import Base, new_id
from workflow.models.letter import Letter
from workflow.models.organisation import Organisation
from workflow.models.person import Person
from workflow.terms import Way

POSTAL = (Way.REGISTERED, Way.ORDINARY)
"""The ways a deposit list can go."""


class Deposit(Base):
    """A list of letters for the carrier. `rp` is the option for public administrations on registered post."""

    __tablename__ = "deposit"
    __table_args__ = (
        CheckConstraint(f"way IN ({', '.join(repr(way.value) for way in POSTAL)})", name="way_known"),
        Index(None, "organisation_id", "id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    reference: Mapped[str] = mapped_column(unique=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"))
    way: Mapped[str]
    rp: Mapped[bool]
    made_at: Mapped[datetime]
    made_by_id: Mapped[str] = mapped_column(ForeignKey("person.id"))

    organisation: Mapped[Organisation] = relationship()
    made_by: Mapped[Person] = relationship()
    items: Mapped[list[DepositItem]] = relationship(
        back_populates="deposit", order_by="DepositItem.place", cascade="all, delete-orphan"
    )

    @property
    def open(self) -> bool:
        """Whether a letter on the list still has to leave."""
        return any(item.waiting for item in self.items)


class DepositItem(Base):
    """A letter on a deposit list: its place, and the barcode that was scanned for it.

    `shortened` holds the words that the carrier gets in the place of those of the letter, by
    field; the letter itself never changes.
    """

    __tablename__ = "deposit_item"
    __table_args__ = (CheckConstraint("place >= 1", name="place_counts"),)

    deposit_id: Mapped[str] = mapped_column(ForeignKey("deposit.id"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    letter_id: Mapped[str] = mapped_column(ForeignKey("letter.id"), unique=True)
    barcode: Mapped[str | None] = mapped_column(unique=True)
    shortened: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)

    deposit: Mapped[Deposit] = relationship(back_populates="items")
    letter: Mapped[Letter] = relationship()

    @property
    def waiting(self) -> bool:
        """Whether the letter is signed and has not left."""
        return self.letter.state == "ondertekend"

    @property
    def number(self) -> str:
        """The number under which the letter left, or the barcode that was scanned for it."""
        return self.letter.registered_number or self.barcode or ""
