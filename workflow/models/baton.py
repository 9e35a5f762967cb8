"""Whose turn it is: the work list reads these rows and nothing else."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.models.case import Case
from workflow.models.database import Base, new_id
from workflow.models.letter import Letter
from workflow.models.person import Person


class Baton(Base):
    """A party that has to do something for a file: `task` is the step, `since` the day its turn begins.

    While a file waits for the client or the court, its handler holds a baton whose turn
    begins when the term is over. No term is written as 31/12/9999.
    """

    __tablename__ = "baton"
    __table_args__ = (
        Index(None, "organisation_id", "role", "due_on", "id"),
        Index("ix_baton_counts", "organisation_id", "role", "person_id", "since", "due_on", "task"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    case_id: Mapped[str] = mapped_column(ForeignKey("case_file.id"), index=True)
    letter_id: Mapped[str | None] = mapped_column(ForeignKey("letter.id"))
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"))
    role: Mapped[str]
    person_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    task: Mapped[str]
    since: Mapped[date]
    due_on: Mapped[date]

    case: Mapped[Case] = relationship(back_populates="batons")
    letter: Mapped[Letter | None] = relationship()
    person: Mapped[Person | None] = relationship()
