"""The referral of a client of the welfare centre to the agency: what was asked, how it runs, how it ends."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, column_property, mapped_column, relationship

from workflow.models.case import Case, with_its_case
from workflow.models.client_fact import IntegrationContract, VdabExemption, VdabRegistration
from workflow.models.database import new_id
from workflow.models.gpmi_annex import GpmiAnnex
from workflow.models.person import Person
from workflow.models.referral_rows import PntEntry, ReferralMessage, ReferralParts
from workflow.models.referral_rules import RULES
from workflow.moment import Moment
from workflow.proof_chain import of_annex
from workflow.proof_link import Link
from workflow.referrals import Basis


class Referral(Case):
    """A file on a client whom the welfare centre refers to the agency (SWO art. 3, 4, 10, 11, 13)."""

    __tablename__ = "referral"
    __table_args__ = (with_its_case(), *RULES)

    id: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str] = column_property(mapped_column("state", nullable=False), Case.state)
    basis: Mapped[str]
    motivation: Mapped[str]
    known_nt2: Mapped[str] = mapped_column(default="")
    known_mo: Mapped[str] = mapped_column(default="")
    known_work: Mapped[str] = mapped_column(default="")
    availability: Mapped[str] = mapped_column(default="")
    frozen: Mapped[dict[str, Any]] = mapped_column(JSON)
    informed_on: Mapped[date | None]
    informed_how: Mapped[str | None]
    informed_interpreter: Mapped[str | None]
    data_told_on: Mapped[date | None]
    data_told_by: Mapped[str | None]
    data_language: Mapped[str | None]
    question: Mapped[str | None]
    answer: Mapped[str | None]
    appointment_on: Mapped[date | None]
    appointment_time: Mapped[str | None]
    appointment_place: Mapped[str | None]
    refusal: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True))
    contract_signed_on: Mapped[date | None]
    pnt: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    vdab_support_by_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    vdab_support_of_id: Mapped[str | None] = mapped_column(ForeignKey("organisation.id"))
    vdab_support_on: Mapped[date | None]
    vdab_reminded: Mapped[list[str]] = mapped_column(JSON, default=list)
    vdab_reminder_open: Mapped[bool] = mapped_column(default=False)
    attest: Mapped[str | None]
    attest_on: Mapped[date | None]
    b1_required: Mapped[bool | None]
    b1_reason: Mapped[str | None]
    b1_outcome: Mapped[str | None]
    b1_on: Mapped[date | None]
    stop_reason: Mapped[str | None]
    stop_explanation: Mapped[str | None]
    stop_on: Mapped[date | None]
    withdrawal_reason: Mapped[str | None]

    versions: Mapped[list[ReferralParts]] = relationship(back_populates="referral", order_by=ReferralParts.number)
    messages: Mapped[list[ReferralMessage]] = relationship(back_populates="referral", order_by=ReferralMessage.number)
    hours: Mapped[list[PntEntry]] = relationship(back_populates="referral", order_by=PntEntry.number)
    vdab_support_by: Mapped[Person | None] = relationship(foreign_keys=[vdab_support_by_id])

    __mapper_args__ = {"polymorphic_identity": "referral", "polymorphic_load": "inline"}

    asked_parts: ClassVar[list[str]] = []
    new_parts: ClassVar[dict[str, Any]] = {}
    new_message: ClassVar[dict[str, Any]] = {}
    reading: ClassVar[dict[str, Any]] = {}
    result: ClassVar[dict[str, Any]] = {}
    new_hours: ClassVar[dict[str, Any]] = {}
    correction: ClassVar[dict[str, Any]] = {}
    exemption: ClassVar[dict[str, Any]] = {}
    exemption_end: ClassVar[dict[str, Any]] = {}
    vdab_registration: ClassVar[dict[str, Any]] = {}
    """What the form of a step brings; the step itself writes it as a row."""

    def __init__(self, **values: Any) -> None:
        super().__init__(**{"vdab_reminded": [], "vdab_reminder_open": False} | values)

    @property
    def version_now(self) -> ReferralParts | None:
        """The version of the parts that stands now; earlier ones are kept."""
        return self.versions[-1] if self.versions else None

    @property
    def parts(self) -> list[str]:
        """The parts the client is referred for now."""
        return self.version_now.parts if self.version_now else []

    @property
    def client_told_on(self) -> date | None:
        """The first day on which the client was told that he is referred: in a conversation or by letter."""
        letter = self.letter("brief_aan_client")
        days = (self.informed_on, letter.posted_on if letter else None)
        return min(filter(None, days), default=None)

    @property
    def proof_chain(self) -> list[Link]:
        """The links of proof for what is imposed: of the annex with these parts, once it is drawn up."""
        annex = self.version_now.annex if self.version_now else None
        annex = annex or self.annex_on(self.opened_on)
        return of_annex(annex, self.client_told_on) if annex and self.basis == Basis.IMPOSED else []

    def annex_on(self, day: date) -> GpmiAnnex | None:
        """Return the GPMI annex that imposes exactly the parts of now, drawn up or signed (SWO art. 4)."""
        return self.client.annex_with(self.parts, day)

    def set_parts(self, parts: list[str], reason: str, when: Moment) -> None:
        """Write a new version of the parts; earlier ones are kept, with their day."""
        annex = self.client.annex_with(parts, when.today) if self.basis == Basis.IMPOSED else None
        version = ReferralParts(number=len(self.versions) + 1, from_on=when.today, parts=parts, reason=reason)
        version.organisation_id, version.annex = when.actor.organisation_id or self.owner_id, annex
        self.versions.append(version)

    def correct_parts(self, parts: list[str]) -> None:
        """Correct the parts of a draft: nothing was asked of anybody yet."""
        assert self.version_now, "a draft has its parts from its opening"
        self.version_now.parts = parts

    def tell(self, kind: str, text: str, when: Moment, happened_on: date | None = None) -> ReferralMessage:
        """Write a message to the other organisation."""
        message = ReferralMessage(
            id=new_id(),
            number=len(self.messages) + 1,
            organisation_id=when.actor.organisation_id or self.owner_id,
            person_id=when.actor.person_id,
            written_on=when.today,
            kind=kind,
            happened_on=happened_on or when.today,
            text=text,
            answer="",
        )
        self.messages.append(message)
        return message

    def message(self, message_id: str | None) -> ReferralMessage | None:
        """Return a message of this file."""
        return next((message for message in self.messages if message.id == message_id), None)

    def unread(self, by_owner: bool) -> list[ReferralMessage]:
        """Return what the other organisation wrote and the owner of the file, or else the partner, did not read."""
        return [m for m in self.messages if m.read_on is None and (m.organisation_id != self.owner_id) is by_owner]

    def unsettled(self, by_owner: bool) -> list[ReferralMessage]:
        """Return the significant changes of which the owner of the file, or else the partner, owes a result."""
        owed = [m for m in self.messages if m.significant]
        return [m for m in owed if (m.ocmw_result if by_owner else m.amal_result) is None]

    @property
    def counting_hours(self) -> list[PntEntry]:
        """The hours that stand: those that no correction replaced."""
        replaced = {entry.replaces_id for entry in self.hours}
        return [entry for entry in self.hours if entry.id not in replaced]

    def halves(self, voluntary: bool) -> int:
        """Count the half hours, those that are due or those that are voluntary."""
        return sum(entry.halves for entry in self.counting_hours if entry.voluntary is voluntary)

    def note_hours(self, when: Moment, **values: Any) -> PntEntry:
        """Write hours down; an entry is never changed, only replaced."""
        who = {"noted_on": when.today, "noted_by_id": when.actor.person_id}
        entry = PntEntry(id=new_id(), number=len(self.hours) + 1, **{"reason": ""} | who | values)
        self.hours.append(entry)
        return entry

    def sign_contract(self, when: Moment) -> None:
        """Write the integration contract in the register of the client, unless it stands there."""
        known = {contract.from_on for contract in self.client.contracts}
        if self.contract_signed_on not in known:
            facts = {"from_on": self.contract_signed_on, "first": not known, "source": self.reference}
            self.client.contracts.append(IntegrationContract(**facts, **_entered(when)))

    def exempt(self, when: Moment, **values: Any) -> None:
        """Write an exemption from the VDAB in the register of the client."""
        self.client.vdab_exemptions.append(VdabExemption(**values, **_entered(when)))

    def register_with_vdab(self, when: Moment, **values: Any) -> None:
        """Write a registration with the VDAB in the register of the client."""
        self.client.vdab_registrations.append(VdabRegistration(**values, **_entered(when)))


def _entered(when: Moment) -> dict[str, Any]:
    """Say who entered a fact in the register of the client, for which organisation."""
    who = {"entered_by_id": when.actor.person_id, "organisation_id": when.actor.organisation_id}
    return {"id": new_id(), "note": "", "entered_at": when.now, **who}
