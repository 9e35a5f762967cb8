"""The decision of the committee."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.models.database import Base, new_id
from workflow.models.measure import COMPLETE, Measure

if TYPE_CHECKING:
    from workflow.models.agenda_item import AgendaItem
    from workflow.models.sanction import Sanction


GROUNDS = ("grounds_law", "grounds_facts", "grounds_measure", "hearing_answer", "departure")
"""The parts of the grounds of a decision, in the order in which they are read."""


class Decision(Measure, Base):
    """A decision with its grounds in law and in fact; kept also when it is withdrawn or annulled.

    `item` is the point on the agenda under which it was taken.
    """

    __tablename__ = "decision"
    __table_args__ = (
        UniqueConstraint("sanction_id", "number"),
        Index(None, "decided_on", "id"),
        CheckConstraint(COMPLETE, name="complete"),
        CheckConstraint("measure <> 'schorsing' OR starts_on IS NOT NULL", name="suspension_starts"),
        CheckConstraint("starts_on IS NULL OR starts_on > decided_on", name="starts_after_decision"),
        CheckConstraint("grounds_law <> '' AND grounds_facts <> ''", name="reasoned"),
        CheckConstraint("withdrawn_on IS NULL OR withdrawal_reason <> ''", name="withdrawn_with_a_reason"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    sanction_id: Mapped[str] = mapped_column(ForeignKey("sanction.id"), index=True)
    item_id: Mapped[str | None] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    number: Mapped[int]
    decided_on: Mapped[date]
    grounds_law: Mapped[str]
    grounds_facts: Mapped[str]
    grounds_measure: Mapped[str]
    hearing_answer: Mapped[str]
    departure: Mapped[str] = mapped_column(default="")
    notified_on: Mapped[date | None]
    withdrawn_on: Mapped[date | None]
    withdrawal_reason: Mapped[str] = mapped_column(default="")
    annulled: Mapped[bool] = mapped_column(default=False)

    item: Mapped[AgendaItem | None] = relationship()
    sanction: Mapped[Sanction] = relationship(back_populates="decisions", foreign_keys=[sanction_id])

    @property
    def reference(self) -> str:
        """The file it belongs to, as people name the decision."""
        return self.sanction.reference

    @property
    def counts(self) -> bool:
        """Whether it counts as an earlier sanction: a suspension that was neither withdrawn nor annulled."""
        return self.suspends and self.withdrawn_on is None and not self.annulled
