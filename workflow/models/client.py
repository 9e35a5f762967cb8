"""The clients, and the dated facts on which competence rests."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.models.case import NO_ENTRY, Chained
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
from workflow.models.client_share import ClientShare
from workflow.models.database import Base, Filled, new_id
from workflow.models.dated_register import DatedRegister
from workflow.models.gpmi_annex import GpmiAnnex
from workflow.models.on_a_day import OnADay
from workflow.models.sealing import Sealed, vault
from workflow.procedures.client import CLIENT
from workflow.rows import NEW

if TYPE_CHECKING:
    from workflow.models.case import Case
    from workflow.models.direction import Direction
    from workflow.models.gpmi import Gpmi
    from workflow.models.person import Person
    from workflow.models.sanction import Sanction


def folded(text: str) -> str:
    """Write a name for searching: lower case, without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


GENT = {"9000", "9030", "9031", "9032", "9040", "9041", "9042", "9050", "9051", "9052"}
"""The postal codes of the city and its boroughs."""

OWNED = "all, delete-orphan"
"""A fact that leaves the register of its client is struck; the log keeps what it said."""


class Client(OnADay, DatedRegister, Filled, Chained, Base):
    """A person the welfare centre and the agency guide together; he never signs in.

    `reading` is how his twelve months count where that was chosen; `told_directs` and `told_sanctions`
    are what both organisations were told last, on `told_on`, and `next_change_on` is the first day after it
    on which his facts make that another (nothing: to be worked out). `checked_on` is the day on which somebody
    last said that what the register says is still so.
    """

    __tablename__ = "client"
    __table_args__ = (
        Index(None, "search_name", "id"),
        CheckConstraint("version >= 1", name="version_counts"),
        CheckConstraint(CLIENT.check(), name="state_known"),
        CheckConstraint("reading IS NULL OR reading IN ('rijksregister', 'verblijf')", name="reading_known"),
    )

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
    mother_tongue: Mapped[str] = mapped_column(default="", server_default="")
    eu_citizen: Mapped[bool | None]
    entered_on: Mapped[date | None]
    checked_on: Mapped[date | None]
    reading: Mapped[str | None]
    told_directs: Mapped[str | None]
    told_sanctions: Mapped[str | None]
    told_on: Mapped[date | None]
    next_change_on: Mapped[date | None] = mapped_column(index=True)

    social_worker: Mapped[Person | None] = relationship(foreign_keys=[social_worker_id])
    counsellor: Mapped[Person | None] = relationship(foreign_keys=[counsellor_id])
    shares: Mapped[list[ClientShare]] = relationship(back_populates="client")
    residences: Mapped[list[ResidenceStatus]] = relationship(order_by=ResidenceStatus.from_on, cascade=OWNED)
    registrations: Mapped[list[Registration]] = relationship(order_by=Registration.from_on, cascade=OWNED)
    stays: Mapped[list[StayInBelgium]] = relationship(order_by=StayInBelgium.from_on, cascade=OWNED)
    aids: Mapped[list[AidPeriod]] = relationship(order_by=AidPeriod.from_on, cascade=OWNED)
    annexes: Mapped[list[GpmiAnnex]] = relationship(order_by=GpmiAnnex.number)
    contracts: Mapped[list[IntegrationContract]] = relationship(order_by=IntegrationContract.from_on, cascade=OWNED)
    vdab_registrations: Mapped[list[VdabRegistration]] = relationship(order_by=VdabRegistration.from_on, cascade=OWNED)
    vdab_exemptions: Mapped[list[VdabExemption]] = relationship(order_by=VdabExemption.from_on, cascade=OWNED)
    occupations: Mapped[list[Occupation]] = relationship(order_by=Occupation.from_on, cascade=OWNED)
    cases: Mapped[list[Case]] = relationship(viewonly=True, order_by="Case.id")
    directions: Mapped[list[Direction]] = relationship(
        viewonly=True, foreign_keys="Direction.changed_client_id", order_by="Direction.id"
    )
    sanctions: Mapped[list[Sanction]] = relationship(viewonly=True)
    gpmis: Mapped[list[Gpmi]] = relationship(viewonly=True)

    __mapper_args__: dict[str, Any] = {"version_id_col": version, "version_id_generator": False}
    kind = "client"
    remark = ""
    newly_known = False

    def __init__(self, **values: Any) -> None:
        start = {"id": new_id(), "state": NEW, "version": 1, "head": NO_ENTRY, "entries": 0}
        super().__init__(**start | values)

    @property
    def chain(self) -> Client:
        """The row that carries the log of this client: the client himself."""
        return self

    def fill(self, fields: dict[str, Any]) -> None:
        """Take over what a form brought; an unknown field is a programming error."""
        self.proposal, self.newly_known = None, False
        super().fill(fields)
        if "first_name" in fields or "last_name" in fields:
            self.rename(self.first_name, self.last_name)

    @property
    def name(self) -> str:
        """The name as people say it."""
        return f"{self.first_name} {self.last_name}"

    @property
    def lives_in_gent(self) -> bool:
        """Whether the address is one of the city, its boroughs included."""
        return self.postal_code in GENT

    @property
    def initials(self) -> str:
        """Two letters for the round picture."""
        return (self.first_name[:1] + self.last_name[:1]).upper()

    @property
    def national_number(self) -> str:
        """The eleven digits of the national register number, unsealed."""
        return vault.unseal(self.sealed_number, f"client:{self.id}:national_number")

    @national_number.setter
    def national_number(self, digits: str | Sealed) -> None:
        """Seal the number to this row; it can only be found again whole."""
        number = str(digits)
        self.sealed_number = vault.seal(number, f"client:{self.id}:national_number")
        self.number_index = vault.index(number)

    @property
    def known_to(self) -> list[str]:
        """The organisations that know this client, by id: only their people find him."""
        return [share.organisation_id for share in self.shares]

    @known_to.setter
    def known_to(self, organisations: list[str]) -> None:
        """Let more organisations know the client; who knows him already keeps doing so."""
        new = [each for each in organisations if each not in self.known_to]
        self.shares += [ClientShare(organisation_id=each) for each in new]
        self.newly_known = bool(new)

    @property
    def contact_point(self) -> Person | None:
        """The one person the client can turn to with every question, as last agreed with him."""
        return next((case.contact_person for case in reversed(self.cases) if case.contact_person), None)

    @property
    def all_files(self) -> list[str]:
        """The references of the files about this client."""
        return [case.reference for case in self.cases]

    @property
    def open_files(self) -> list[str]:
        """The references of the files about this client that have not ended."""
        return [case.reference for case in self.cases if case.closed_on is None]

    def rename(self, first_name: str, last_name: str) -> None:
        """Give the client a name, findable without accents and in any order."""
        self.first_name, self.last_name = first_name, last_name
        self.search_name = folded(f"{last_name} {first_name}")
