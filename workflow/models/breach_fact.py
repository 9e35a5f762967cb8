"""The reported facts of a sanction file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.models.database import Base

if TYPE_CHECKING:
    from workflow.models.sanction import Sanction


class BreachFact(Base):
    """A dated fact of the report, with its evidence; numbered as a piece of the file."""

    __tablename__ = "breach_fact"
    __table_args__ = (CheckConstraint("what <> ''", name="says_what"),)

    sanction_id: Mapped[str] = mapped_column(ForeignKey("sanction.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    happened_on: Mapped[date]
    what: Mapped[str]
    evidence: Mapped[str]

    sanction: Mapped[Sanction] = relationship(back_populates="facts")
