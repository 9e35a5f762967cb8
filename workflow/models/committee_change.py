"""What was changed in the house rules or the seats of the committee: by whom, when, and in which words."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.models.database import Base, new_id
from workflow.models.person import Person


class CommitteeChange(Base):
    """One change of the committee, in words that stay as they were written."""

    __tablename__ = "committee_change"
    __table_args__ = (Index(None, "organisation_id", "id"), CheckConstraint("what <> ''", name="says_what"))

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("committee.organisation_id"))
    at: Mapped[datetime]
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    what: Mapped[str]

    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)
