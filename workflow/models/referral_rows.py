"""The rows of a referral that keep their history: versions of its parts, messages, hours."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.models.database import Base, new_id
from workflow.models.gpmi_annex import GpmiAnnex
from workflow.models.person import Person
from workflow.referrals import MESSAGE_TITLES, Message

if TYPE_CHECKING:
    from workflow.models.referral import Referral

_KINDS = ", ".join(repr(str(kind)) for kind in MESSAGE_TITLES)


class ReferralParts(Base):
    """A version of the parts a client is referred for, from a day, with the reason (SWO art. 3, 4)."""

    __tablename__ = "referral_parts"
    __table_args__ = (CheckConstraint("number >= 1", name="number_counts"),)

    referral_id: Mapped[str] = mapped_column(ForeignKey("referral.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    from_on: Mapped[date]
    parts: Mapped[list[str]] = mapped_column(JSON)
    reason: Mapped[str] = mapped_column(default="")
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"))
    annex_id: Mapped[str | None] = mapped_column(ForeignKey("gpmi_annex.id"))

    referral: Mapped[Referral] = relationship(back_populates="versions")
    annex: Mapped[GpmiAnnex | None] = relationship()


class ReferralMessage(Base):
    """A message from one organisation to the other, with its answer; a significant change asks both for a result."""

    __tablename__ = "referral_message"
    __table_args__ = (
        CheckConstraint(f"kind IN ({_KINDS})", name="kind_known"),
        CheckConstraint("text <> ''", name="says_something"),
        CheckConstraint("(read_on IS NULL) = (read_by_id IS NULL)", name="read_by_somebody"),
        CheckConstraint("(ocmw_result IS NULL) = (ocmw_result_on IS NULL)", name="ocmw_result_has_a_date"),
        CheckConstraint("(amal_result IS NULL) = (amal_result_on IS NULL)", name="amal_result_has_a_date"),
        UniqueConstraint("referral_id", "number"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    referral_id: Mapped[str] = mapped_column(ForeignKey("referral.id"), index=True)
    number: Mapped[int]
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"))
    person_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    written_on: Mapped[date]
    kind: Mapped[str]
    happened_on: Mapped[date]
    text: Mapped[str]
    read_on: Mapped[date | None]
    read_by_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    answer: Mapped[str] = mapped_column(default="")
    ocmw_result: Mapped[str | None]
    ocmw_result_on: Mapped[date | None]
    amal_result: Mapped[str | None]
    amal_result_on: Mapped[date | None]

    referral: Mapped[Referral] = relationship(back_populates="messages")
    person: Mapped[Person | None] = relationship(foreign_keys=[person_id])
    read_by: Mapped[Person | None] = relationship(foreign_keys=[read_by_id])

    @property
    def significant(self) -> bool:
        """Whether both organisations have to say what they do about it (SWO art. 6)."""
        return self.kind == Message.SIGNIFICANT


class PntEntry(Base):
    """Hours of the participation and network trajectory, in halves; a correction is a new row (SWO art. 11)."""

    __tablename__ = "pnt_entry"
    __table_args__ = (
        CheckConstraint("halves BETWEEN 0 AND 48", name="hours_in_a_day"),
        CheckConstraint("replaces_id IS NOT NULL OR halves > 0", name="only_a_correction_is_empty"),
        CheckConstraint("(replaces_id IS NULL) = (reason = '')", name="correction_has_a_reason"),
        UniqueConstraint("referral_id", "number"),
        Index("uq_pnt_entry_replaces_id", "replaces_id", unique=True),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    referral_id: Mapped[str] = mapped_column(ForeignKey("referral.id"), index=True)
    number: Mapped[int]
    done_on: Mapped[date]
    halves: Mapped[int]
    activity: Mapped[str]
    voluntary: Mapped[bool]
    replaces_id: Mapped[str | None] = mapped_column(ForeignKey("pnt_entry.id"))
    reason: Mapped[str] = mapped_column(default="")
    noted_on: Mapped[date]
    noted_by_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))

    referral: Mapped[Referral] = relationship(back_populates="hours")
    noted_by: Mapped[Person | None] = relationship()
