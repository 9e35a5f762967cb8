"""The notice of default and the termination between two parties (SWO art. 15, 17)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import JSON, or_, select
from sqlalchemy.orm import Mapped, column_property, mapped_column, object_session

from workflow import parameters
from workflow.models.beside_agreement import BesideAgreement, shared_between
from workflow.models.case import Case, with_its_case
from workflow.models.consent import NeedsBoth
from workflow.models.party_rules import DEFAULT_NOTICE_RULES
from workflow.notice import NoticePeriod, notice_period
from workflow.register import WORKFLOWS

Fact = dict[str, Any]
"""A dated fact with what happened and how that shows."""


class DefaultNotice(NeedsBoth, BesideAgreement):
    """What one party holds against the other, from the first note to the end of the agreement or of the dispute.

    `open_files` is the list of shared files that were open on the last day, frozen on that day.
    """

    __tablename__ = "default_notice"
    __table_args__ = (
        with_its_case(),
        *DEFAULT_NOTICE_RULES,
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str] = column_property(mapped_column("state", nullable=False), Case.state)
    article: Mapped[str]
    article_heading: Mapped[str]
    facts: Mapped[list[dict[str, str]]] = mapped_column(JSON)
    default_reason: Mapped[str | None]
    remedy_asked: Mapped[str | None]
    remedy_days: Mapped[int | None]
    reply: Mapped[str | None]
    replied_on: Mapped[date | None]
    remedied_on: Mapped[date | None]
    remedied_how: Mapped[str | None]
    talks_on: Mapped[date | None]
    talks_with: Mapped[str | None]
    unsolvable_reason: Mapped[str | None]
    termination_reason: Mapped[str | None]
    exceptional_reason: Mapped[str | None]
    planned_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    open_files: Mapped[list[dict[str, str]] | None] = mapped_column(JSON)
    closing_reason: Mapped[str | None]

    withdrawal = "intrekking van de opzegging"
    """What both parties agree to when the notice is taken back."""

    __mapper_args__ = {"polymorphic_identity": "default_notice", "polymorphic_load": "inline"}

    @property
    def reported_facts(self) -> list[Fact]:
        """The facts as a form carries them."""
        return [fact | {"happened_on": date.fromisoformat(fact["happened_on"])} for fact in self.facts or []]

    @reported_facts.setter
    def reported_facts(self, facts: list[Fact]) -> None:
        """Keep the facts as rows of text."""
        self.facts = [fact | {"happened_on": fact["happened_on"].isoformat()} for fact in facts]

    @property
    def asked_consent(self) -> str:
        """While the notice runs, the parties can agree to take it back."""
        return self.withdrawal if self.state == "opgezegd" else ""

    @property
    def notice(self) -> NoticePeriod | None:
        """The notice as it counts from the day on which it was sent, in both readings (SWO art. 17)."""
        letter = self.letter("opzegging")
        return self.counted_from(letter.posted_on) if letter and letter.posted_on else None

    @property
    def planned_notice(self) -> NoticePeriod | None:
        """The notice as it counts from the day on which it is meant to be sent: what the letter says."""
        return self.counted_from(self.planned_on) if self.planned_on else None

    @staticmethod
    def counted_from(day: date) -> NoticePeriod:
        """Count the notice from a day of sending."""
        return notice_period(day, parameters.number("termination_months"))

    def list_open_files(self) -> None:
        """Freeze which shared files about clients are open on the last day, and who keeps each of them."""
        session, across = object_session(self), self.other_party(self.owner_id)
        found: Iterable[Case] = ()
        if session and across:
            open_then = or_(Case.closed_on.is_(None), Case.closed_on > self.ends_on)
            between = shared_between(self.owner_id, across.id)
            query = select(Case).where(between, Case.opened_on <= self.ends_on, open_then)
            found = session.scalars(query.order_by(Case.reference))
        self.open_files = [
            {
                "reference": case.reference,
                "title": WORKFLOWS[case.kind].title,
                "phase": WORKFLOWS[case.kind].state(case.state).title,
                "owner": case.owner.name,
            }
            for case in found
        ]
