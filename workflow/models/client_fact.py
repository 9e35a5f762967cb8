"""Dated facts about a client: from a day until a day, with their source.

They stand together because they are one thing in the office: a line in the client's dated
register, on which competence, terms and sanctions rest.
"""

from collections.abc import Iterable

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workflow.competence import Aid, Residence
from workflow.models.between import DATES_IN_ORDER
from workflow.models.database import Base
from workflow.models.dated_fact import DatedFact
from workflow.trajectory import Pursuit
from workflow.vdab import Exemption


def _one_of(column: str, values: Iterable[str]) -> str:
    return f"{column} IN ({', '.join(repr(str(value)) for value in values)})"


class ResidenceStatus(DatedFact, Base):
    """The class of a newcomer under the integration decree during a period."""

    __tablename__ = "residence_status"
    __table_args__ = (
        CheckConstraint(DATES_IN_ORDER, name="dates_in_order"),
        CheckConstraint(_one_of("residence", Residence), name="residence_known"),
    )

    residence: Mapped[str]


class Registration(DatedFact, Base):
    """A registration in the national register (rijksregister)."""

    __tablename__ = "registration"
    __table_args__ = (CheckConstraint(DATES_IN_ORDER, name="dates_in_order"),)

    municipality: Mapped[str]


class StayInBelgium(DatedFact, Base):
    """A stay in Belgium: the other reading of twelve months, beside the national register (SWO art. 12)."""

    __tablename__ = "stay_in_belgium"
    __table_args__ = (CheckConstraint(DATES_IN_ORDER, name="dates_in_order"),)


class AidPeriod(DatedFact, Base):
    """A period in which the welfare centre gives one kind of aid."""

    __tablename__ = "aid_period"
    __table_args__ = (
        CheckConstraint(DATES_IN_ORDER, name="dates_in_order"),
        CheckConstraint(_one_of("aid", Aid), name="aid_known"),
    )

    aid: Mapped[str]
    category: Mapped[str] = mapped_column(default="")


class IntegrationContract(DatedFact, Base):
    """An integration contract (inburgeringscontract): `from_on` is the day it was signed (SWO art. 10, 11)."""

    __tablename__ = "integration_contract"
    __table_args__ = (CheckConstraint(DATES_IN_ORDER, name="dates_in_order"),)

    first: Mapped[bool] = mapped_column(default=False)


class VdabRegistration(DatedFact, Base):
    """A registration as a job seeker with the VDAB (SWO art. 10)."""

    __tablename__ = "vdab_registration"
    __table_args__ = (CheckConstraint(DATES_IN_ORDER, name="dates_in_order"),)


class VdabExemption(DatedFact, Base):
    """A period in which somebody need not register with the VDAB, with the reason and its proof (SWO art. 10)."""

    __tablename__ = "vdab_exemption"
    __table_args__ = (
        CheckConstraint(DATES_IN_ORDER, name="dates_in_order"),
        CheckConstraint(_one_of("reason", Exemption), name="reason_known"),
    )

    reason: Mapped[str]
    proof: Mapped[str]


class Occupation(DatedFact, Base):
    """A period of work or study: what it is, and how many hours a week (SWO art. 10, 11)."""

    __tablename__ = "occupation"
    __table_args__ = (
        CheckConstraint(DATES_IN_ORDER, name="dates_in_order"),
        CheckConstraint(_one_of("pursuit", Pursuit), name="pursuit_known"),
        CheckConstraint("hours IS NULL OR hours BETWEEN 1 AND 100", name="hours_in_a_week"),
    )

    pursuit: Mapped[str]
    nature: Mapped[str]
    hours: Mapped[int | None]
