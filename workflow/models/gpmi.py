"""The GPMI file: the contract of a client, its numbered annexes, its evaluations (RMI-wet art. 11, 13; SWO art. 4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, column_property, mapped_column, relationship

from workflow.evaluations import ContractYear, contract_years
from workflow.models.case import Case, CaseShare, with_its_case
from workflow.models.database import new_id, standing_now
from workflow.models.gpmi_annex import GpmiAnnex
from workflow.models.gpmi_evaluation import GpmiEvaluation, GpmiInterview
from workflow.models.gpmi_rules import RULES
from workflow.models.organisation import Organisation
from workflow.models.person import Person
from workflow.proof_chain import of_annex
from workflow.proof_link import Link


class Gpmi(Case):
    """A contract for social integration (GPMI) of one client with the welfare centre, from draft to end."""

    __tablename__ = "gpmi"
    __table_args__ = (with_its_case(), *RULES)

    id: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str] = column_property(mapped_column("state", nullable=False), Case.state)
    aid: Mapped[str]
    granted_on: Mapped[date]
    link_decided_on: Mapped[date | None]
    ground: Mapped[str]
    ground_explained: Mapped[str] = mapped_column(default="")
    contract_reference: Mapped[str] = mapped_column(default="")
    contract_signed_on: Mapped[date | None]
    objective: Mapped[str]
    household: Mapped[str] = mapped_column(default="")
    replacement_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    annex_id: Mapped[str | None] = standing_now("gpmi_annex.id")
    ended_on: Mapped[date | None]
    end_reason: Mapped[str | None]
    end_explanation: Mapped[str | None]
    new_contract: Mapped[str | None]

    replacement: Mapped[Person | None] = relationship(foreign_keys=[replacement_id])
    annexes: Mapped[list[GpmiAnnex]] = relationship(
        back_populates="gpmi", foreign_keys=[GpmiAnnex.gpmi_id], order_by=GpmiAnnex.number
    )
    evaluations: Mapped[list[GpmiEvaluation]] = relationship(
        back_populates="gpmi", foreign_keys=[GpmiEvaluation.gpmi_id], order_by=GpmiEvaluation.number
    )
    interviews: Mapped[list[GpmiInterview]] = relationship(
        back_populates="gpmi", foreign_keys=[GpmiInterview.gpmi_id], order_by=GpmiInterview.id
    )

    __mapper_args__ = {"polymorphic_identity": "gpmi", "polymorphic_load": "inline"}

    @property
    def annex(self) -> GpmiAnnex | None:
        """The annex that was drawn up last and that nobody took back."""
        return next((annex for annex in reversed(self.annexes) if annex.drawn_up), None)

    @property
    def draft(self) -> GpmiAnnex | None:
        """The annex that not everybody has signed yet."""
        return self.annex if self.annex and self.annex.draft else None

    @property
    def signed_annexes(self) -> list[GpmiAnnex]:
        """The annexes that every party signed, the first one first."""
        return [annex for annex in self.annexes if annex.signed_on]

    @property
    def in_force(self) -> GpmiAnnex | None:
        """The annex the client has to keep to: the last one that every party signed."""
        return self.signed_annexes[-1] if self.signed_annexes else None

    @property
    def contract(self) -> str:
        """The number by which the contract is known: its own where it had one, else that of this file."""
        return self.contract_reference or self.reference

    @property
    def open_interview(self) -> GpmiInterview | None:
        """The interview the client asked for and did not have yet."""
        return next((each for each in self.interviews if each.held_on is None), None)

    def fill(self, fields: dict[str, Any]) -> None:
        """Take over what a form brought; annexes, evaluations and interviews are rows of their own."""
        rows: dict[str, Callable[..., object]] = {
            "annex_text": self.draw_up,
            "new_text": self.write_again,
            "offer": self.write_again,
            "client_signature": self.write_again,
            "evaluation": self.evaluate,
            "interview": self.ask_interview,
            "interview_held": self.hold_interview,
        }
        for name, value in fields.items():
            if write := rows.get(name):
                write(**value)
            else:
                super().fill({name: value})

    def draw_up(self, **values: Any) -> GpmiAnnex:
        """Write a new annex, with the next number of this client; it has no version before its step is taken."""
        number = max((annex.number for annex in self.client.annexes), default=0) + 1
        start = {"id": new_id(), "number": number, "version": 0, "source": "GPMI", "gpmi_reference": self.contract}
        annex = GpmiAnnex(**start, aid=self.aid, clause="", **values)
        self.client.annexes.append(annex)
        self.annexes.append(annex)
        return annex

    def write_again(self, **values: Any) -> None:
        """Write other words in the annex that is not signed yet."""
        for name, value in values.items() if self.draft else ():
            setattr(self.draft, name, value)

    def evaluate(self, **values: Any) -> GpmiEvaluation:
        """Write down an evaluation of the annex that is in force."""
        start = {"id": new_id(), "number": len(self.evaluations) + 1}
        row = GpmiEvaluation(**start, annex_number=self.in_force.number if self.in_force else 0, **values)
        self.evaluations.append(row)
        return row

    def ask_interview(self, **values: Any) -> GpmiInterview:
        """Write down that the client asks for an interview."""
        row = GpmiInterview(id=new_id(), held_on=None, outcome="", **values)
        self.interviews.append(row)
        return row

    def hold_interview(self, held_on: date | None, outcome: str) -> None:
        """Write down when the interview that was asked last was held, and what came of it."""
        for interview in self.interviews[-1:]:
            interview.held_on, interview.outcome = held_on, outcome

    def share_with(self, partner: Organisation, since: datetime) -> None:
        """Let the organisation that is a party of an annex see its part of the file."""
        if not self.shared_with(partner.id):
            self.shares.append(CaseShare(organisation_id=partner.id, organisation=partner, since=since))

    def years(self, day: date) -> list[ContractYear]:
        """Return the years of the contract until a day, with the evaluations each of them had."""
        first = self.signed_annexes[0].signed_on if self.signed_annexes else None
        return contract_years(first, self.evaluations, min(day, self.ended_on or day)) if first else []

    @property
    def proof_chain(self) -> list[Link]:
        """The links of proof for what the annex imposes: of the one in force, else of the one that is drawn up."""
        annex = self.in_force or self.annex
        return of_annex(annex, self.client.referral_told_on()) if annex else []
