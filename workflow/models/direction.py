"""A change of direction of one client: from which day, from whom to whom, and why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, column_property, mapped_column, relationship

from workflow.competence import Body
from workflow.directions import Outcome, still_so
from workflow.follow_up import FollowUp
from workflow.models.case import Case, with_its_case
from workflow.procedures.direction import DIRECTION

if TYPE_CHECKING:
    from workflow.models.sanction import Sanction

_BODIES = ", ".join(repr(body.value) for body in Body)
_CHOICES = ", ".join(repr(choice.value) for choice in FollowUp)


class Direction(Case):
    """The message that from a day on somebody else directs or may sanction: written once per client and day.

    `round` counts the messages about one client and one day: more than one only when the facts were corrected.
    `basis` is what the outcome rested on when it was written; later changes leave it as it is. `concerned` names
    the sanction files that ran when the welfare centre lost its competence.
    """

    __tablename__ = "direction"
    __table_args__ = (
        with_its_case(),
        UniqueConstraint("changed_client_id", "effective_on", "round"),
        CheckConstraint(DIRECTION.check(), name="state_known"),
        CheckConstraint(f"directs_before IN ({_BODIES}) AND directs_after IN ({_BODIES})", name="director_known"),
        CheckConstraint(f"sanctions_before IN ({_BODIES}) AND sanctions_after IN ({_BODIES})", name="sanctioner_known"),
        CheckConstraint(
            "directs_before <> directs_after OR sanctions_before <> sanctions_after", name="something_changes"
        ),
        CheckConstraint("round >= 1", name="round_counts"),
        CheckConstraint(
            "state <> 'afgerond' OR (ocmw_noted_on IS NOT NULL AND amal_noted_on IS NOT NULL)", name="both_noted"
        ),
        CheckConstraint(
            f"follow_up IS NULL OR (follow_up IN ({_CHOICES}) AND follow_up_reason IS NOT NULL"
            " AND follow_up_reason <> '')",
            name="follow_up_explained",
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str] = column_property(mapped_column("state", nullable=False), Case.state)
    changed_client_id: Mapped[str] = mapped_column(ForeignKey("client.id"))
    effective_on: Mapped[date]
    round: Mapped[int] = mapped_column(default=1)
    directs_before: Mapped[str]
    sanctions_before: Mapped[str]
    directs_after: Mapped[str]
    sanctions_after: Mapped[str]
    article: Mapped[str]
    reading: Mapped[str]
    basis: Mapped[dict[str, Any]] = mapped_column(JSON)
    corrects_id: Mapped[str | None] = mapped_column(ForeignKey("direction.id"))
    concerned: Mapped[list[dict[str, str]]] = mapped_column(JSON, default=list)
    ocmw_noted_on: Mapped[date | None]
    amal_noted_on: Mapped[date | None]
    follow_up: Mapped[str | None]
    follow_up_reason: Mapped[str | None]

    corrects: Mapped[Direction | None] = relationship(foreign_keys=[corrects_id], remote_side=[id], post_update=True)

    __mapper_args__ = {"polymorphic_identity": "direction", "polymorphic_load": "inline"}

    @property
    def before(self) -> Outcome:
        """Who directed and who could sanction until then."""
        return Body(self.directs_before), Body(self.sanctions_before)

    @property
    def after(self) -> Outcome:
        """Who directs and who may sanction from that day on."""
        return Body(self.directs_after), Body(self.sanctions_after)

    @property
    def still_so(self) -> bool:
        """Whether the facts in the register still make what was told."""
        before = None if self.corrects_id else self.before
        return still_so(self.client.dated, self.effective_on, self.after, before)

    @property
    def leefloon_stopped(self) -> bool:
        """Whether the welfare centre may no longer sanction what it could sanction before (SWO art. 13)."""
        return self.sanctions_before == Body.OCMW and self.sanctions_after != Body.OCMW

    @property
    def concerned_ids(self) -> set[str]:
        """The ids of those sanction files."""
        return {each["id"] for each in self.concerned}

    @property
    def sanctions_concerned(self) -> list[Sanction]:
        """The sanction files that ran when the welfare centre lost its competence."""
        return [sanction for sanction in self.client.sanctions if sanction.id in self.concerned_ids]
