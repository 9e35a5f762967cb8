"""The rows of a warm hand-over: needs by life domain, information item by item, the lines of its checklist.

They stand together because they are read and written as one: the form of the hand-over.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.handoff import ITEM_OF_NEED, Item, quoted
from workflow.life_domains import Domain
from workflow.models.database import Base

if TYPE_CHECKING:
    from workflow.models.person import Person
    from workflow.models.warm_handoff import WarmHandoff


class HandoffNeed(Base):
    """A need of the client in one domain of life (SWO art. 2)."""

    __tablename__ = "handoff_need"
    __table_args__ = (
        CheckConstraint(f"domain IN ({quoted(Domain)})", name="domain_known"),
        CheckConstraint("words <> ''", name="says_what"),
    )

    case_id: Mapped[str] = mapped_column(ForeignKey("warm_handoff.id"), primary_key=True)
    domain: Mapped[str] = mapped_column(primary_key=True, index=True)
    position: Mapped[int]
    words: Mapped[str]

    case: Mapped[WarmHandoff] = relationship(back_populates="needs")

    @property
    def passed_on(self) -> bool:
        """Whether the welfare centre may read the words, and not only the domain."""
        return self.case.passes_on(self.item)

    @property
    def item(self) -> Item:
        """The kind of information the words about this need belong to."""
        return ITEM_OF_NEED[self.domain]


class HandoffItem(Base):
    """One kind of information: whether the client agrees to pass it on, what it says, and since when no more.

    `shared_before` says what had gone to the welfare centre when he took his agreement back.
    """

    __tablename__ = "handoff_item"
    __table_args__ = (
        CheckConstraint(f"item IN ({quoted(Item)})", name="item_known"),
        CheckConstraint("agreed OR words = ''", name="only_what_is_agreed"),
        CheckConstraint("withdrawn_on IS NULL OR agreed", name="withdrawn_was_agreed"),
    )

    case_id: Mapped[str] = mapped_column(ForeignKey("warm_handoff.id"), primary_key=True)
    item: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    agreed: Mapped[bool]
    words: Mapped[str]
    withdrawn_on: Mapped[date | None]
    shared_before: Mapped[str] = mapped_column(default="", server_default="")

    case: Mapped[WarmHandoff] = relationship(back_populates="items")

    @property
    def passed_on(self) -> bool:
        """Whether the welfare centre may read it today."""
        return self.agreed and self.withdrawn_on is None


class HandoffCheck(Base):
    """A line of the agreed procedure as it stood when the client was reported, and who ticked it when (SWO art. 4)."""

    __tablename__ = "handoff_check"
    __table_args__ = (CheckConstraint("(ticked_at IS NULL) = (ticked_by_id IS NULL)", name="ticked_by_somebody"),)

    case_id: Mapped[str] = mapped_column(ForeignKey("warm_handoff.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[str]
    ticked_at: Mapped[datetime | None]
    ticked_by_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))

    case: Mapped[WarmHandoff] = relationship(back_populates="checks")
    ticked_by: Mapped[Person | None] = relationship()
