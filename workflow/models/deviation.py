"""A deviation from an agreement that both directorates approved, and the files that use it (SWO art. 15)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, column_property, mapped_column, relationship

from workflow.models.beside_agreement import BesideAgreement
from workflow.models.case import Case, with_its_case
from workflow.models.consent import NeedsBoth
from workflow.models.database import Base
from workflow.models.party_rules import DEVIATION_RULES


class Deviation(NeedsBoth, BesideAgreement):
    """What the parties do otherwise than the agreement says, why, and until when.

    Without a named file it holds for every file the parties share.
    """

    __tablename__ = "deviation"
    __table_args__ = (
        with_its_case(),
        *DEVIATION_RULES,
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str] = column_property(mapped_column("state", nullable=False), Case.state)
    article: Mapped[str]
    article_heading: Mapped[str]
    reason: Mapped[str]
    instead: Mapped[str]
    from_on: Mapped[date]
    until_on: Mapped[date]
    general: Mapped[bool]
    closing_reason: Mapped[str | None]

    uses: Mapped[list[DeviationUse]] = relationship(
        foreign_keys="DeviationUse.deviation_id", cascade="all, delete-orphan", order_by="DeviationUse.case_id"
    )

    __mapper_args__ = {"polymorphic_identity": "deviation", "polymorphic_load": "inline"}

    @property
    def asked_consent(self) -> str:
        """Until it is approved, both parties are asked for their key (SWO art. 15)."""
        return "afwijking" if self.state == "voorgesteld" else ""

    @property
    def files(self) -> Sequence[Case]:
        """The files that use the deviation by name."""
        return [use.case for use in self.uses]

    @files.setter
    def files(self, named: Sequence[Case]) -> None:
        """Name more files; what is named stays named."""
        self.uses += [DeviationUse(case=case, case_id=case.id) for case in named if case not in self.files]


class DeviationUse(Base):
    """A file that uses a deviation, and since when it is named in it."""

    __tablename__ = "deviation_use"

    deviation_id: Mapped[str] = mapped_column(ForeignKey("deviation.id"), primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("case_file.id"), primary_key=True, index=True)
    added_on: Mapped[date | None]

    case: Mapped[Case] = relationship(foreign_keys=[case_id])
