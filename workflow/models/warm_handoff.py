"""The warm hand-over: what Amal passes on to the welfare centre, with whose agreement, and what came of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, column_property, mapped_column, object_session, relationship

from workflow.handoff import Item
from workflow.models.case import Case, with_its_case
from workflow.models.handoff_line import lines_on
from workflow.models.handoff_rows import HandoffCheck, HandoffItem, HandoffNeed
from workflow.models.person import Person
from workflow.models.warm_handoff_rules import RULES
from workflow.moment import Moment
from workflow.roles import Kind, Role

HEALTH_READERS = (Role.COUNSELLOR, Role.SOCIAL_WORKER, Role.TEAM_LEAD)
"""Who reads what is written about the health of a client."""


class WarmHandoff(Case):
    """A client of Amal who is handed over to the welfare centre, warmly: in a meeting with him (SWO art. 2, 4)."""

    __tablename__ = "warm_handoff"
    __table_args__ = (with_its_case(), *RULES)

    id: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str] = column_property(mapped_column("state", nullable=False), Case.state)
    wish: Mapped[str]
    urgency: Mapped[str]
    urgency_reason: Mapped[str] = mapped_column(default="")
    interpreter: Mapped[str]
    guidance_reason: Mapped[str] = mapped_column(default="")
    informed_on: Mapped[date | None]
    informed_how: Mapped[str | None]
    reported_on: Mapped[date | None]
    returned_on: Mapped[date | None]
    return_count: Mapped[int] = mapped_column(default=0)
    meeting_on: Mapped[date | None]
    meeting_time: Mapped[str | None]
    meeting_place: Mapped[str | None]
    meeting_present: Mapped[str | None]
    meeting_interpreter: Mapped[str | None]
    meeting_papers: Mapped[str | None]
    no_show_count: Mapped[int] = mapped_column(default=0)
    no_show_reason: Mapped[str | None]
    client_present: Mapped[bool | None]
    absence_reason: Mapped[str | None]
    absence_approved_by_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    agreements: Mapped[str | None]
    next_step: Mapped[str | None]
    next_step_on: Mapped[date | None]
    contact_now: Mapped[str | None]
    intake_note: Mapped[str | None]
    outcome: Mapped[str | None]
    declined_reason: Mapped[str | None]
    alternative: Mapped[str | None]
    alternative_told: Mapped[bool | None]
    withdrawal_reason: Mapped[str | None]
    read_on: Mapped[date | None]

    needs: Mapped[list[HandoffNeed]] = relationship(
        back_populates="case", order_by="HandoffNeed.position", cascade="all, delete-orphan"
    )
    items: Mapped[list[HandoffItem]] = relationship(
        back_populates="case", order_by="HandoffItem.position", cascade="all, delete-orphan"
    )
    checks: Mapped[list[HandoffCheck]] = relationship(back_populates="case", order_by="HandoffCheck.position")

    __mapper_args__ = {"polymorphic_identity": "warm_handoff", "polymorphic_load": "inline"}

    withdrawn_item = ""
    """The item of which the client takes his agreement back, while that step is taken."""

    chosen_lines = tuple[int, ...]()
    """The numbers of the lines that are being ticked, while that step is taken."""

    def __init__(self, **values: Any) -> None:
        super().__init__(
            **{"return_count": 0, "no_show_count": 0, "guidance_reason": "", "urgency_reason": ""} | values
        )

    def passes_on(self, item: str) -> bool:
        """Say whether the welfare centre may read one kind of information today."""
        return self.state != "ingetrokken" and any(each.item == item and each.passed_on for each in self.items)

    def read_by(self, item: str, when: Moment) -> bool:
        """Say whether somebody reads one kind of information: of health only who guides the client (AVG art. 9)."""
        if item == Item.HEALTH and not when.actor.role_for(HEALTH_READERS):
            return False
        return self.owner_id == when.actor.organisation_id or self.passes_on(item)

    @property
    def open_lines(self) -> list[HandoffCheck]:
        """The lines of the checklist that nobody ticked yet."""
        return [check for check in self.checks if check.ticked_at is None]

    @property
    def new_ticks(self) -> list[HandoffCheck]:
        """The open lines that are being ticked."""
        return [check for check in self.open_lines if check.position in self.chosen_lines]

    @property
    def guided_by(self) -> str:
        """Who at a welfare centre guides the client already, as far as the office knows; nobody is an empty name."""
        if self.client.social_worker:
            return self.client.social_worker.name
        centres = (each for each in self.client.cases if Kind(each.owner.kind) is Kind.OCMW and each.closed_on is None)
        running = next(centres, None)
        return (running.handler.name if running.handler else running.owner.name) if running else ""

    @property
    def named_needs(self) -> dict[str, str]:
        """The needs as a form carries them: the words by domain."""
        return {need.domain: need.words for need in self.needs}

    @named_needs.setter
    def named_needs(self, words: dict[str, str]) -> None:
        """Take over the needs in their order; a domain that is gone takes its row along."""
        kept = {need.domain: need for need in self.needs}
        rows = [kept.get(domain) or HandoffNeed(domain=domain) for domain in words]
        for position, need in enumerate(rows, 1):
            need.position, need.words = position, words[need.domain]
        self.needs = rows

    @property
    def agreed_items(self) -> dict[str, str | None]:
        """The items as a form carries them: the words by item, nothing where the client does not agree."""
        return {each.item: each.words if each.passed_on else None for each in self.items}

    @agreed_items.setter
    def agreed_items(self, words: dict[str, str | None]) -> None:
        """Take over what the client agrees to, item by item; what he agrees to now is not withdrawn."""
        kept = {each.item: each for each in self.items}
        rows = []
        for position, (item, text) in enumerate(words.items(), 1):
            row = kept.get(item) or HandoffItem(item=item, shared_before="")
            row.position, row.agreed, row.words, row.withdrawn_on = position, text is not None, text or "", None
            rows.append(row)
        self.items = rows

    def freeze_checklist(self, when: Moment) -> None:
        """Take over the lines of the agreed procedure that hold today; what is on the file already stays."""
        session = object_session(self)
        if session and not self.checks:
            lines = lines_on(session, when.today)
            self.checks = [HandoffCheck(position=n, words=line.words) for n, line in enumerate(lines, 1)]

    def take_client_in(self) -> None:
        """Make the client one of the welfare centre: it finds him from now on, and his social worker is named."""
        self.client.known_to = [*self.client.known_to, self.party_of(Role.SOCIAL_WORKER).id]
        self.client.social_worker_id = self.handler_id
        self.client.version += 1

    @property
    def contact_person(self) -> Person | None:
        """Whom the client can turn to since the hand-over (SWO art. 4); later it is whoever guides him."""
        if self.contact_now == "amal":
            return self.counsellor
        return (self.client.social_worker or self.handler) if self.contact_now else None

    def stop_sharing(self) -> None:
        """Take the file away from the other organisation, which never saw it."""
        self.shares.clear()

    def recall_letters(self) -> list[str]:
        """Take back from the welfare centre every referral that was sent; return their references."""
        sent = [each for each in self.letters if each.name == "warme_doorverwijzing" and each.left_the_house]
        for letter in sent:
            letter.recalled = True
        return [letter.reference for letter in sent]

    def address_open_to(self, organisation_id: str | None) -> bool:
        """Say whether an organisation may read where the client lives: with his agreement (SWO art. 5)."""
        return self.owner_id == organisation_id or self.client_known_to(organisation_id) or self.passes_on(Item.CONTACT)

    def client_known_to(self, organisation_id: str | None) -> bool:
        """Say whether an organisation has the client in its own register."""
        return any(share.organisation_id == organisation_id for share in self.client.shares)
