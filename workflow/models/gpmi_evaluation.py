"""The evaluations of a GPMI, and the interviews its client asked for (KB RMI art. 14, 15, to be confirmed)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import JSON, CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.models.database import Base, new_id

if TYPE_CHECKING:
    from workflow.models.gpmi import Gpmi


class GpmiEvaluation(Base):
    """An evaluation: when, face to face or not, what was reached for every step, what changes, when the next one is."""

    __tablename__ = "gpmi_evaluation"
    __table_args__ = (
        UniqueConstraint("gpmi_id", "number"),
        CheckConstraint("next_on > held_on", name="next_comes_later"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    gpmi_id: Mapped[str] = mapped_column(ForeignKey("gpmi.id"))
    number: Mapped[int]
    annex_number: Mapped[int]
    held_on: Mapped[date]
    face_to_face: Mapped[bool]
    results: Mapped[list[dict[str, str]]] = mapped_column(JSON)
    changes: Mapped[str]
    next_on: Mapped[date]

    gpmi: Mapped[Gpmi] = relationship(back_populates="evaluations", foreign_keys=[gpmi_id])


class GpmiInterview(Base):
    """An interview the client asked for: on which day, about what, when it was held and what came of it."""

    __tablename__ = "gpmi_interview"
    __table_args__ = (
        CheckConstraint("held_on IS NULL OR (asked_on <= held_on AND outcome <> '')", name="held_after_asked"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    gpmi_id: Mapped[str] = mapped_column(ForeignKey("gpmi.id"), index=True)
    asked_on: Mapped[date]
    subject: Mapped[str]
    held_on: Mapped[date | None]
    outcome: Mapped[str] = mapped_column(default="")

    gpmi: Mapped[Gpmi] = relationship(back_populates="interviews", foreign_keys=[gpmi_id])
