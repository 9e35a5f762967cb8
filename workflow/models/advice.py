"""The advice or proposal of the social worker."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.models.database import Base, new_id
from workflow.models.measure import COMPLETE, Measure

if TYPE_CHECKING:
    from workflow.models.sanction import Sanction


class Advice(Measure, Base):
    """The social report with its advice (leefloon) or proposal (equivalent leefloon); every version is kept."""

    __tablename__ = "advice"
    __table_args__ = (UniqueConstraint("sanction_id", "number"), CheckConstraint(COMPLETE, name="complete"))

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    sanction_id: Mapped[str] = mapped_column(ForeignKey("sanction.id"), index=True)
    number: Mapped[int]
    written_on: Mapped[date]
    situation: Mapped[str]
    reason_examined: Mapped[str]
    hearing_answer: Mapped[str]
    proportionality: Mapped[str]
    family_effect: Mapped[str]
    answer: Mapped[str] = mapped_column(default="")

    sanction: Mapped[Sanction] = relationship(back_populates="advices", foreign_keys=[sanction_id])

    @property
    def as_draft(self) -> dict[str, Any]:
        """The advice as the draft of a decision: the same measure, for the same reasons."""
        return self.as_measured | {
            "grounds_law": "",
            "grounds_facts": self.reason_examined,
            "grounds_measure": self.proportionality,
            "hearing_answer": self.hearing_answer,
            "departure": "",
        }
