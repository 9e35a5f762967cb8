"""Pieces added to a file: a scan, a photo, a letter from outside, the proof that a letter was posted."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.models.case import Case
from workflow.models.database import Base, new_id
from workflow.models.letter import Letter
from workflow.models.person import Person

KINDS = ("pdf", "docx", "jpg", "png")
"""What a piece can be, by its content."""


class Attachment(Base):
    """A piece in a file, kept by its SHA-256; `size` in bytes, `name` only to show. Taken out, it leaves its trace.

    With `letter_id` it is the proof of deposit of that letter. `organisation_id` is whose piece
    it is; `shared` lets the other organisation read it; `proves` is the number of the reported fact it is evidence of.
    """

    __tablename__ = "attachment"
    __table_args__ = (
        CheckConstraint(f"kind IN ({', '.join(map(repr, KINDS))})", name="kind_known"),
        CheckConstraint("size > 0", name="size_counts"),
        CheckConstraint("(removed_at IS NULL) = (removed_reason IS NULL)", name="removed_has_a_reason"),
        Index(None, "case_id"),
        Index(None, "letter_id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    case_id: Mapped[str] = mapped_column(ForeignKey("case_file.id"))
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"))
    letter_id: Mapped[str | None] = mapped_column(ForeignKey("letter.id"))
    title: Mapped[str]
    name: Mapped[str]
    kind: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    shared: Mapped[bool]
    proves: Mapped[int | None]
    added_at: Mapped[datetime]
    added_by_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    removed_at: Mapped[datetime | None]
    removed_reason: Mapped[str | None]

    case: Mapped[Case] = relationship(back_populates="attachments")
    letter: Mapped[Letter | None] = relationship()
    added_by: Mapped[Person] = relationship(lazy="joined", innerjoin=True)
