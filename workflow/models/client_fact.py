"""Dated facts about a client: from a day until a day, with their source.

They stand together because they are one thing in the office: a line in the client's dated
register, on which competence and sanctions rest.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol, TypeVar

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from workflow.competence import Aid, Residence
from workflow.models.database import Base, new_id


class _Dated(Protocol):
    from_on: Any
    until_on: Any


Fact = TypeVar("Fact", bound=_Dated)


def on_date(facts: Sequence[Fact], day: date) -> Fact | None:
    """Return the fact that is valid on a day, the latest one when two meet."""
    valid = [fact for fact in facts if fact.from_on <= day and (fact.until_on is None or day <= fact.until_on)]
    return valid[-1] if valid else None


class DatedFact:
    """What every dated fact has: whose it is, from when until when, and where it was read."""

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    source: Mapped[str]

    @declared_attr
    def client_id(cls) -> Mapped[str]:  # noqa: N805 - a declared attribute receives the class
        """The client it is about."""
        return mapped_column(ForeignKey("client.id"), index=True)


DATES_IN_ORDER = "until_on IS NULL OR from_on <= until_on"


class ResidenceStatus(DatedFact, Base):
    """The class of a newcomer under the integration decree during a period."""

    __tablename__ = "residence_status"
    __table_args__ = (
        CheckConstraint(DATES_IN_ORDER, name="dates_in_order"),
        CheckConstraint(f"residence IN ({', '.join(repr(r.value) for r in Residence)})", name="residence_known"),
    )

    residence: Mapped[str]


class Registration(DatedFact, Base):
    """A registration in the national register (rijksregister)."""

    __tablename__ = "registration"
    __table_args__ = (CheckConstraint(DATES_IN_ORDER, name="dates_in_order"),)

    municipality: Mapped[str]


class AidPeriod(DatedFact, Base):
    """A period in which the welfare centre gives one kind of aid."""

    __tablename__ = "aid_period"
    __table_args__ = (
        CheckConstraint(DATES_IN_ORDER, name="dates_in_order"),
        CheckConstraint(f"aid IN ({', '.join(repr(a.value) for a in Aid)})", name="aid_known"),
    )

    aid: Mapped[str]
    category: Mapped[str] = mapped_column(default="")


class GpmiAnnex(DatedFact, Base):
    """A version of the GPMI annex on integration: signed, in force, with the clause it imposes."""

    __tablename__ = "gpmi_annex"
    __table_args__ = (
        CheckConstraint(DATES_IN_ORDER, name="dates_in_order"),
        CheckConstraint("signed_on IS NULL OR signed_on <= from_on", name="signed_before_in_force"),
        UniqueConstraint("client_id", "number"),
    )

    number: Mapped[int]
    gpmi_reference: Mapped[str]
    gpmi_signed_on: Mapped[date]
    signed_on: Mapped[date | None]
    clause: Mapped[str]
