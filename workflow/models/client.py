"""The clients, and the dated facts on which competence rests."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.competence import Aid, Residence
from workflow.models.client_fact import (
    AidPeriod,
    IntegrationContract,
    Occupation,
    Registration,
    ResidenceStatus,
    StayInBelgium,
    VdabExemption,
    VdabRegistration,
)
from workflow.models.database import Base, new_id
from workflow.models.dated_fact import on_date, since_when
from workflow.models.gpmi_annex import GpmiAnnex
from workflow.models.sealing import vault

if TYPE_CHECKING:
    from workflow.models.case import Case
    from workflow.models.person import Person
    from workflow.models.sanction import Sanction


def folded(text: str) -> str:
    """Write a name for searching: lower case, without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


class Client(Base):
    """A person the welfare centre and the agency guide together; he never signs in."""

    __tablename__ = "client"
    __table_args__ = (Index(None, "search_name", "id"), CheckConstraint("version >= 1", name="version_counts"))

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    first_name: Mapped[str]
    last_name: Mapped[str]
    search_name: Mapped[str]
    salutation: Mapped[str]
    born_on: Mapped[date]
    sealed_number: Mapped[bytes] = mapped_column(LargeBinary)
    number_index: Mapped[str] = mapped_column(unique=True)
    street: Mapped[str]
    postal_code: Mapped[str]
    city: Mapped[str]
    phone: Mapped[str] = mapped_column(default="")
    contact_language: Mapped[str] = mapped_column(default="")
    interpreter: Mapped[bool] = mapped_column(default=False)
    social_worker_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    counsellor_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    version: Mapped[int] = mapped_column(default=1)

    social_worker: Mapped[Person | None] = relationship(foreign_keys=[social_worker_id])
    counsellor: Mapped[Person | None] = relationship(foreign_keys=[counsellor_id])
    shares: Mapped[list[ClientShare]] = relationship(back_populates="client")
    residences: Mapped[list[ResidenceStatus]] = relationship(order_by=ResidenceStatus.from_on)
    registrations: Mapped[list[Registration]] = relationship(order_by=Registration.from_on)
    stays: Mapped[list[StayInBelgium]] = relationship(order_by=StayInBelgium.from_on)
    aids: Mapped[list[AidPeriod]] = relationship(order_by=AidPeriod.from_on)
    annexes: Mapped[list[GpmiAnnex]] = relationship(order_by=GpmiAnnex.number)
    contracts: Mapped[list[IntegrationContract]] = relationship(order_by=IntegrationContract.from_on)
    vdab_registrations: Mapped[list[VdabRegistration]] = relationship(order_by=VdabRegistration.from_on)
    vdab_exemptions: Mapped[list[VdabExemption]] = relationship(order_by=VdabExemption.from_on)
    occupations: Mapped[list[Occupation]] = relationship(order_by=Occupation.from_on)
    sanctions: Mapped[list[Sanction]] = relationship(viewonly=True)
    files: Mapped[list[Case]] = relationship(viewonly=True)

    def __init__(self, **values: object) -> None:
        values.setdefault("id", new_id())
        super().__init__(**values)

    @property
    def name(self) -> str:
        """The name as people say it."""
        return f"{self.first_name} {self.last_name}"

    @property
    def initials(self) -> str:
        """Two letters for the round picture."""
        return (self.first_name[:1] + self.last_name[:1]).upper()

    @property
    def national_number(self) -> str:
        """The eleven digits of the national register number, unsealed."""
        return vault.unseal(self.sealed_number, f"client:{self.id}:national_number")

    @national_number.setter
    def national_number(self, digits: str) -> None:
        self.sealed_number = vault.seal(digits, f"client:{self.id}:national_number")
        self.number_index = vault.index(digits)

    def rename(self, first_name: str, last_name: str) -> None:
        """Give the client a name, findable without accents and in any order."""
        self.first_name, self.last_name = first_name, last_name
        self.search_name = folded(f"{last_name} {first_name}")

    def residence_on(self, day: date) -> Residence:
        """Return the residence class on a day; unknown counts as no newcomer."""
        status = on_date(self.residences, day)
        return Residence(status.residence) if status else Residence.NONE

    def aid_on(self, day: date) -> Aid:
        """Return the aid received on a day."""
        period = on_date(self.aids, day)
        return Aid(period.aid) if period else Aid.NONE

    def registered_since(self, day: date) -> date | None:
        """Return since when the client stands in the national register on a day, without a break."""
        return since_when(self.registrations, day)

    def stay_since(self, day: date) -> date | None:
        """Return since when the client stays in Belgium on a day, without a break."""
        return since_when(self.stays, day)

    def annex_on(self, day: date) -> GpmiAnnex | None:
        """Return the signed GPMI annex that is in force on a day."""
        return on_date([annex for annex in self.annexes if annex.signed_on], day)

    def annex_with(self, parts: Iterable[str], day: date) -> GpmiAnnex | None:
        """Return the newest annex with exactly these parts that is not over on a day, signed or only drawn up."""
        standing = [annex for annex in self.annexes if annex.drawn_up and (annex.until_on or day) >= day]
        return next((annex for annex in reversed(standing) if annex.imposes(parts)), None)

    def contract_on(self, day: date) -> IntegrationContract | None:
        """Return the integration contract that holds on a day."""
        return on_date(self.contracts, day)

    @property
    def first_contract(self) -> IntegrationContract | None:
        """The first integration contract: the one noted as such, else the oldest that is known."""
        noted = (contract for contract in self.contracts if contract.first)
        return next(noted, self.contracts[0] if self.contracts else None)

    def at_vdab_on(self, day: date) -> bool:
        """Say whether the client is registered with the VDAB on a day."""
        return on_date(self.vdab_registrations, day) is not None

    def occupied_on(self, day: date) -> bool:
        """Say whether the client works or studies on a day."""
        return on_date(self.occupations, day) is not None


class ClientShare(Base):
    """An organisation that knows a client: only its people find him."""

    __tablename__ = "client_share"

    client_id: Mapped[str] = mapped_column(ForeignKey("client.id"), primary_key=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"), primary_key=True, index=True)

    client: Mapped[Client] = relationship(back_populates="shares")
