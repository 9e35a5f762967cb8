"""The people who work in the office, and the roles they hold."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.models.between import DATES_IN_ORDER, Between
from workflow.models.database import Base, new_id
from workflow.models.organisation import Organisation
from workflow.roles import Role

if TYPE_CHECKING:
    from workflow.models.mandate import Mandate


class Person(Base):
    """A member of staff or of the committee, with an account of his own."""

    __tablename__ = "person"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    login: Mapped[str] = mapped_column(unique=True)
    first_name: Mapped[str]
    last_name: Mapped[str]
    email: Mapped[str]
    phone: Mapped[str]
    password_hash: Mapped[str]
    active: Mapped[bool] = mapped_column(default=True)
    session_stamp: Mapped[str] = mapped_column(default=new_id)
    failures: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]

    grants: Mapped[list[RoleGrant]] = relationship(back_populates="person")
    mandates: Mapped[list[Mandate]] = relationship(back_populates="person", foreign_keys="Mandate.person_id")

    @property
    def name(self) -> str:
        """The name as people say it."""
        return f"{self.first_name} {self.last_name}"

    @property
    def initials(self) -> str:
        """Two letters for the round picture."""
        return (self.first_name[:1] + self.last_name[:1]).upper()

    def grants_on(self, day: date) -> list[RoleGrant]:
        """Return the roles that are valid on a day."""
        return [grant for grant in self.grants if grant.valid_on(day)]

    def roles_at(self, organisation_id: str, day: date) -> frozenset[Role]:
        """Return the roles this person holds for one organisation on a day."""
        return frozenset(Role(g.role) for g in self.grants_on(day) if g.organisation_id == organisation_id)


class RoleGrant(Between, Base):
    """A role a person holds for an organisation, from a day until a day or open-ended."""

    __tablename__ = "role_grant"
    __table_args__ = (
        CheckConstraint(DATES_IN_ORDER, name="dates_in_order"),
        Index(None, "organisation_id", "role"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"))
    role: Mapped[str]

    person: Mapped[Person] = relationship(back_populates="grants")
    organisation: Mapped[Organisation] = relationship(lazy="joined")
