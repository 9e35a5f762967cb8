"""Which organisations know a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.models.database import Base

if TYPE_CHECKING:
    from workflow.models.client import Client


class ClientShare(Base):
    """An organisation that knows a client: only its people find him."""

    __tablename__ = "client_share"

    client_id: Mapped[str] = mapped_column(ForeignKey("client.id"), primary_key=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"), primary_key=True, index=True)

    client: Mapped[Client] = relationship(back_populates="shares")
