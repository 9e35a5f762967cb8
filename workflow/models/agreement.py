"""The agreement between two organisations, with every version of its text (SWO art. 15, 17)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, column_property, mapped_column, relationship

from workflow.agreements import PENDING, Change, Standing
from workflow.models.case import Case, with_its_case
from workflow.models.consent import NeedsBoth
from workflow.models.database import Base
from workflow.models.organisation import Organisation
from workflow.models.party_rules import AGREEMENT_RULES

if TYPE_CHECKING:
    from workflow.models.default_notice import DefaultNotice

Article = dict[str, str]
"""The number, heading and words of one article."""


class Agreement(NeedsBoth, Case):
    """An agreement of the welfare centre with another organisation: cooperation, working rules, data processing."""

    __tablename__ = "agreement"
    __table_args__ = (
        with_its_case(),
        *AGREEMENT_RULES,
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str] = column_property(mapped_column("state", nullable=False), Case.state)
    agreement_kind: Mapped[str]
    partner_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"), index=True)
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    place: Mapped[str]
    signed_on: Mapped[date | None]
    signed_by: Mapped[str] = mapped_column(default="", server_default="")
    closing_reason: Mapped[str | None]

    partner: Mapped[Organisation] = relationship(foreign_keys=[partner_id])
    versions: Mapped[list[AgreementVersion]] = relationship(
        order_by="AgreementVersion.number", cascade="all, delete-orphan"
    )
    notices: Mapped[list[DefaultNotice]] = relationship(
        primaryjoin="foreign(DefaultNotice.origin_id) == Agreement.id", viewonly=True
    )

    __mapper_args__ = {"polymorphic_identity": "agreement", "polymorphic_load": "inline"}

    @property
    def newest(self) -> AgreementVersion | None:
        """The text that was written last, whatever became of it."""
        return self.versions[-1] if self.versions else None

    @property
    def signed_versions(self) -> list[AgreementVersion]:
        """The versions that both parties signed, the oldest first."""
        return [version for version in self.versions if version.standing == Standing.IN_FORCE]

    @property
    def pending(self) -> AgreementVersion | None:
        """The proposal that lies with the parties, if there is one."""
        return next((version for version in self.versions if version.standing in PENDING), None)

    @property
    def asked_consent(self) -> str:
        """The version the parties are asked to agree to (SWO art. 17)."""
        proposal = self.pending
        return proposal.subject if proposal and proposal.standing == Standing.PROPOSED else ""

    @property
    def last_day(self) -> date | None:
        """The last day of the agreement: its own, or that of a notice that ran out."""
        ended = [notice.ends_on for notice in self.notices if notice.state == "beeindigd"]
        return min((day for day in (self.ends_on, *ended) if day), default=None)

    def text_on(self, day: date) -> AgreementVersion | None:
        """Return the version that is valid on a day; before the start and after the end there is none."""
        if self.ends_on and day > self.ends_on:
            return None
        begun = [each for each in self.signed_versions if each.in_force_on <= day and each.change != Change.ENDING]
        return begun[-1] if begun else None

    @property
    def draft(self) -> dict[str, Any]:
        """The first text as a form carries it."""
        return {"articles": self.versions[0].articles if self.versions else []}

    @draft.setter
    def draft(self, text: dict[str, Any]) -> None:
        """Write the first text, or correct it: it begins with the agreement."""
        if not self.versions:
            self.versions.append(AgreementVersion(number=1, change=Change.ORIGINAL, reason="", standing=Standing.DRAFT))
        self.versions[0].articles, self.versions[0].in_force_on = text["articles"], self.starts_on

    @property
    def proposal(self) -> dict[str, Any]:
        """The text that is proposed, as a form carries it: it begins as the newest one that was signed."""
        return {"articles": self.signed_versions[-1].articles}

    @proposal.setter
    def proposal(self, text: dict[str, Any]) -> None:
        """Write the next version, a draft until the parties were asked."""
        number = len(self.versions) + 1
        self.versions.append(AgreementVersion(number=number, standing=Standing.DRAFT, **text))

    def settle_proposal(self, standing: Standing) -> None:
        """Say what became of the proposal that lies with the parties."""
        assert self.pending, "there is no proposal"
        self.pending.standing = standing


class AgreementVersion(Base):
    """One numbered text of an agreement: what it changes and why, from when, and how far it came.

    `in_force_on` is the day that is proposed, and once signed the day from which it holds.
    """

    __tablename__ = "agreement_version"
    __table_args__ = (
        CheckConstraint(f"change IN ({', '.join(repr(each.value) for each in Change)})", name="change_known"),
        CheckConstraint(f"standing IN ({', '.join(repr(each.value) for each in Standing)})", name="standing_known"),
        CheckConstraint("number = 1 OR reason <> ''", name="changes_with_a_reason"),
        CheckConstraint("number = 1 OR proposed_by_id IS NOT NULL", name="proposed_by_a_party"),
    )

    agreement_id: Mapped[str] = mapped_column(ForeignKey("agreement.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    change: Mapped[str]
    articles: Mapped[list[Article]] = mapped_column(JSON)
    reason: Mapped[str]
    in_force_on: Mapped[date]
    standing: Mapped[str]
    proposed_on: Mapped[date | None]
    proposed_by_id: Mapped[str | None] = mapped_column(ForeignKey("organisation.id"))

    proposed_by: Mapped[Organisation | None] = relationship()

    @property
    def subject(self) -> str:
        """What the parties agree to when they agree to this version."""
        return f"versie {self.number}"
