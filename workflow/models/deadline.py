"""The running terms of a file."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.models.case import Case
from workflow.models.database import Base, new_id


class Status(StrEnum):
    """What became of a term."""

    RUNS = "loopt"
    STOPPED = "gestopt"


class Deadline(Base):
    """A term that started on a day, with its last day and the way that was counted."""

    __tablename__ = "deadline"
    __table_args__ = (
        CheckConstraint("(status = 'loopt') = (stopped_on IS NULL)", name="stopped_has_a_date"),
        Index(
            "uq_deadline_running",
            "case_id",
            "name",
            unique=True,
            sqlite_where=text("status = 'loopt'"),
            postgresql_where=text("status = 'loopt'"),
        ),
        Index(None, "status", "due_on"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    case_id: Mapped[str] = mapped_column(ForeignKey("case_file.id"), index=True)
    name: Mapped[str]
    started_on: Mapped[date]
    due_on: Mapped[date]
    reasoning: Mapped[str]
    status: Mapped[str] = mapped_column(default=Status.RUNS)
    stopped_on: Mapped[date | None]

    case: Mapped[Case] = relationship(back_populates="deadlines")

    @property
    def runs(self) -> bool:
        """Whether the term still runs."""
        return self.status == Status.RUNS
