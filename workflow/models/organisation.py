"""The organisations that work together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.models.database import Base, new_id
from workflow.roles import Kind

if TYPE_CHECKING:
    from workflow.models.committee import Committee

ENVELOPE = "c5_6"
"""The window envelope an organisation uses until it chooses another (letters/post/envelope.py)."""


class Organisation(Base):
    """A welfare centre, the agency, the employment service or a city department, as letters name it."""

    __tablename__ = "organisation"
    __table_args__ = (CheckConstraint(f"kind IN ({', '.join(repr(k.value) for k in Kind)})", name="kind_known"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    name: Mapped[str]
    service: Mapped[str]
    street: Mapped[str]
    postal_code: Mapped[str]
    city: Mapped[str]
    phone: Mapped[str]
    email: Mapped[str]
    dpo_contact: Mapped[str]
    envelope: Mapped[str] = mapped_column(default=ENVELOPE, server_default=ENVELOPE)

    committee: Mapped[Committee | None] = relationship(back_populates="organisation")
