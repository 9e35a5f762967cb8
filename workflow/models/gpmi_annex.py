"""The annexes of a GPMI: numbered versions that impose parts of the trajectory (RMI-wet art. 11; SWO art. 4)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.models.between import DATES_IN_ORDER
from workflow.models.database import Base
from workflow.models.dated_fact import DatedFact
from workflow.models.organisation import Organisation
from workflow.trajectory import Part

if TYPE_CHECKING:
    from workflow.models.gpmi import Gpmi

_SIGNED_RIGHT = (
    "assistance_offered AND offered_on IS NOT NULL AND client_signed_on IS NOT NULL AND offered_on <= client_signed_on"
)


class GpmiAnnex(DatedFact, Base):
    """A numbered annex on integration: what it imposes, how it was offered, who signed it, from when it holds.

    An annex without `gpmi` was signed before the office kept GPMI files: it has a clause and no
    parts. `from_on` and `until_on` are the days between which it is in force once it is signed;
    `version` counts how often its text was written; `replaces` is the number of the annex whose
    place it takes. `obligations` says for every part what the client does, from when, until when
    and how presence is counted.
    """

    __tablename__ = "gpmi_annex"
    __table_args__ = (
        CheckConstraint(DATES_IN_ORDER, name="dates_in_order"),
        CheckConstraint("signed_on IS NULL OR signed_on <= from_on", name="signed_before_in_force"),
        CheckConstraint("signed_on IS NULL OR gpmi_signed_on IS NOT NULL", name="signed_with_a_contract"),
        CheckConstraint(f"signed_on IS NULL OR gpmi_id IS NULL OR ({_SIGNED_RIGHT})", name="offered_before_signed"),
        CheckConstraint("NOT waived OR waived_how <> ''", name="waived_in_words"),
        CheckConstraint("dropped_on IS NULL OR signed_on IS NULL", name="dropped_before_signed"),
        CheckConstraint("version >= 1", name="version_counts"),
        UniqueConstraint("client_id", "number"),
    )

    number: Mapped[int]
    gpmi_reference: Mapped[str]
    gpmi_signed_on: Mapped[date | None]
    signed_on: Mapped[date | None]
    clause: Mapped[str]
    gpmi_id: Mapped[str | None] = mapped_column(ForeignKey("gpmi.id"), index=True)
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    aid: Mapped[str | None]
    parts: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")
    obligations: Mapped[list[dict[str, str]]] = mapped_column(JSON, default=list, server_default="[]")
    breach_means: Mapped[str] = mapped_column(default="", server_default="")
    ocmw_does: Mapped[str] = mapped_column(default="", server_default="")
    amal_does: Mapped[str] = mapped_column(default="", server_default="")
    feedback: Mapped[str] = mapped_column(default="", server_default="")
    evaluations_on: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")
    partner_id: Mapped[str | None] = mapped_column(ForeignKey("organisation.id"))
    replaces: Mapped[int | None]
    reason: Mapped[str] = mapped_column(default="", server_default="")
    offered_on: Mapped[date | None]
    assistance_offered: Mapped[bool] = mapped_column(default=False, server_default=false())
    waived: Mapped[bool] = mapped_column(default=False, server_default=false())
    waived_how: Mapped[str] = mapped_column(default="", server_default="")
    client_signed_on: Mapped[date | None]
    client_signed_how: Mapped[str | None]
    dropped_on: Mapped[date | None]

    gpmi: Mapped[Gpmi | None] = relationship(back_populates="annexes", foreign_keys=[gpmi_id])
    partner: Mapped[Organisation | None] = relationship(foreign_keys=[partner_id])

    def __init__(self, **values: Any) -> None:
        start: dict[str, Any] = {"version": 1, "parts": [], "obligations": [], "evaluations_on": []}
        start |= dict.fromkeys(("breach_means", "ocmw_does", "amal_does", "feedback", "reason", "waived_how"), "")
        super().__init__(**start | {"assistance_offered": False, "waived": False} | values)

    @property
    def drawn_up(self) -> bool:
        """Whether it was written and nobody took it back: a draft, on offer, or signed."""
        return self.dropped_on is None

    @property
    def draft(self) -> bool:
        """Whether not everybody has signed it yet."""
        return self.drawn_up and self.signed_on is None

    def imposes(self, parts: Iterable[str]) -> bool:
        """Say whether it imposes exactly these parts."""
        return set(self.parts) == {str(Part(part)) for part in parts}

    def runs_on(self, day: date) -> bool:
        """Say whether it is in force on a day: signed, begun, and not over."""
        over = self.until_on is not None and self.until_on < day
        return self.signed_on is not None and self.from_on <= day and not over
