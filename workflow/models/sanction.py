"""The sanction file: what was reported, heard, advised and decided."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, column_property, mapped_column, relationship

from workflow.competence import Aid, Body
from workflow.follow_up import FollowUp
from workflow.models.advice import Advice
from workflow.models.agenda_item import AgendaItem
from workflow.models.breach_fact import BreachFact
from workflow.models.case import Case, with_its_case
from workflow.models.database import new_id, standing_now
from workflow.models.decision import Decision
from workflow.models.sanction_rules import RULES
from workflow.models.session import BcsdSession
from workflow.proof_chain import of_sanction
from workflow.proof_link import Link
from workflow.recidivism import Cap, cap, history

if TYPE_CHECKING:
    from workflow.models.direction import Direction


class Sanction(Case):
    """A file on a breach of the GPMI, from report to executed decision (SWO 12; RMI-wet art. 30 § 2)."""

    __tablename__ = "sanction"
    __table_args__ = (with_its_case(), *RULES)

    id: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str] = column_property(mapped_column("state", nullable=False), Case.state)
    breach_type: Mapped[str]
    client_explanation: Mapped[str] = mapped_column(default="")
    frozen: Mapped[dict[str, Any]] = mapped_column(JSON)
    obligation: Mapped[str | None]
    remedy: Mapped[str | None]
    remedy_by: Mapped[date | None]
    lawful_reason: Mapped[str | None]
    reason_examined: Mapped[str | None]
    remedied_on: Mapped[date | None]
    remedied_how: Mapped[str | None]
    closing_reason: Mapped[str | None]
    closing_explanation: Mapped[str | None]
    hearing_on: Mapped[date | None]
    hearing_time: Mapped[str | None]
    hearing_place: Mapped[str | None]
    hearing_interpreter: Mapped[str | None]
    file_access: Mapped[str | None]
    reschedule_by: Mapped[date | None]
    hearing_outcome: Mapped[str | None]
    hearing_present: Mapped[str | None]
    hearing_report: Mapped[str | None]
    hearing_papers: Mapped[str | None]
    hearing_remarks: Mapped[str | None]
    advice_id: Mapped[str | None] = standing_now("advice.id")
    agenda_item_id: Mapped[str | None] = standing_now("agenda_item.id")
    decision_id: Mapped[str | None] = standing_now("decision.id")
    question: Mapped[str | None]
    answer_by: Mapped[date | None]
    executed_on: Mapped[date | None]
    execution_note: Mapped[str | None]
    ocmw_informed_on: Mapped[date | None]
    ocmw_informed_how: Mapped[str | None]
    amal_informed_on: Mapped[date | None]
    amal_informed_how: Mapped[str | None]
    appeal_on: Mapped[date | None]
    appeal_roll: Mapped[str | None]
    judgment: Mapped[str | None]
    judgment_on: Mapped[date | None]
    judgment_text: Mapped[str | None]

    facts: Mapped[list[BreachFact]] = relationship(
        back_populates="sanction", order_by=BreachFact.position, cascade="all, delete-orphan"
    )
    advices: Mapped[list[Advice]] = relationship(
        back_populates="sanction", foreign_keys=[Advice.sanction_id], order_by=Advice.number
    )
    decisions: Mapped[list[Decision]] = relationship(
        back_populates="sanction", foreign_keys=[Decision.sanction_id], order_by=Decision.number
    )
    agenda_items: Mapped[list[AgendaItem]] = relationship(
        back_populates="case", foreign_keys=[AgendaItem.case_id], order_by=AgendaItem.id
    )

    __mapper_args__ = {"polymorphic_identity": "sanction", "polymorphic_load": "inline"}

    @property
    def advice(self) -> Advice | None:
        """The advice or proposal that stands now; earlier ones are kept."""
        return next((advice for advice in self.advices if advice.id == self.advice_id), None)

    @property
    def agenda_item(self) -> AgendaItem | None:
        """The item under which the committee treats this file now."""
        return next((item for item in self.agenda_items if item.id == self.agenda_item_id), None)

    @property
    def decision(self) -> Decision | None:
        """The decision that stands now; withdrawn ones are kept."""
        return next((decision for decision in self.decisions if decision.id == self.decision_id), None)

    @property
    def breached_on(self) -> date:
        """The day of the first reported fact: the GPMI is looked at on that day."""
        return min(fact.happened_on for fact in self.facts)

    @property
    def aid(self) -> Aid:
        """The aid the file is about, as frozen when it opened."""
        return Aid(self.frozen["aid"])

    @property
    def sanctioning(self) -> Body:
        """Who may sanction, as frozen when the file opened."""
        return Body(self.frozen["sanctions"])

    @property
    def annex(self) -> dict[str, Any] | None:
        """The GPMI annex in force on the day of the breach, as frozen when the file opened."""
        annex: dict[str, Any] | None = self.frozen["annex"]
        return annex

    @property
    def proof_chain(self) -> list[Link]:
        """The links of proof from the clause in the GPMI to the decision."""
        return of_sanction(self)

    @property
    def lost_competence(self) -> Direction | None:
        """The change of direction that took the competence from the welfare centre while this file ran (SWO 13)."""
        told = (each for each in reversed(self.client.directions) if each.state != "herroepen")
        return next((each for each in told if self.id in each.concerned_ids), None)

    @property
    def goes_to_amal(self) -> bool:
        """Whether the social worker chose to hand this file over because leefloon stopped."""
        return self.lost_competence is not None and self.lost_competence.follow_up == FollowUp.HAND_OVER

    def earlier_suspensions(self, on: date) -> list[Decision]:
        """Return this client's suspensions of the last 24 months in other files, the newest first."""
        others = [s for s in self.client.sanctions if s.id != self.id]
        return history([d for s in others for d in s.decisions if d.counts], on)

    def cap_on(self, on: date) -> Cap:
        """Return the highest duration for a decision on a day."""
        return cap(self.aid, on, self.earlier_suspensions(on))

    @property
    def reported_facts(self) -> list[dict[str, Any]]:
        """The facts as a form carries them."""
        return [{"happened_on": f.happened_on, "what": f.what, "evidence": f.evidence} for f in self.facts]

    @reported_facts.setter
    def reported_facts(self, facts: list[dict[str, Any]]) -> None:
        """Number the facts in the order in which they were reported; a piece goes on proving the same one."""
        before = {fact.position: (fact.happened_on, fact.what) for fact in self.facts}
        self.facts = [BreachFact(position=i, **fact) for i, fact in enumerate(facts, 1)]
        now = {(fact.happened_on, fact.what): fact.position for fact in self.facts}
        for piece in self.attachments:
            if piece.proves in before:
                piece.proves = now.get(before[piece.proves])

    @property
    def followers(self) -> list[AgendaItem]:
        """The items of which the outcome follows from this file."""
        return [item for item in self.agenda_items if item.outcome is None]

    @property
    def kept_out(self) -> frozenset[str]:
        """The members whose interest was recorded at any of its points: the extract is closed to them (DLB art. 27)."""
        recusals = [(item, recusal) for item in self.agenda_items for recusal in item.recusals]
        return frozenset(recusal.seat.holder_on(item.session.held_on).id for item, recusal in recusals)

    def fill(self, fields: dict[str, Any]) -> None:
        """Take over what a form brought; advice, agenda place and decision are rows of their own."""
        rows: dict[str, Callable[..., object]] = {
            "agenda": self.put_on_agenda,
            "advice": self.advise,
            "decision": self.decide,
            "grounds": self.reword,
            "withdrawal": self.withdraw,
        }
        for name, value in fields.items():
            if write := rows.get(name):
                write(**value)
            else:
                super().fill({name: value})

    def advise(self, **values: Any) -> Advice:
        """Write down a new advice; it becomes the one that stands."""
        advice = Advice(id=new_id(), sanction_id=self.id, number=len(self.advices) + 1, **values)
        self.advices.append(advice)
        self.advice_id = advice.id
        return advice

    def decide(self, **values: Any) -> Decision:
        """Write down a new decision, taken in the session of the current item; it becomes the one that stands."""
        assert self.agenda_item, "only a file on an agenda is decided"
        start = {"id": new_id(), "sanction_id": self.id, "number": len(self.decisions) + 1}
        decision = Decision(**start, item=self.agenda_item, decided_on=self.agenda_item.session.held_on, **values)
        self.decisions.append(decision)
        self.decision_id = decision.id
        return decision

    def put_on_agenda(self, session: BcsdSession, **values: Any) -> AgendaItem:
        """Make this file the next item of a session, with a draft as advised; it becomes the item that stands.

        Who stayed out of it before, stays out of it again: his interest is in the file.
        """
        interests = self._interests_in(session)
        item = session.add_point(**values)
        for seat_id, reason in interests.items():
            item.recuse(seat_id, reason)
        self.agenda_items.append(item)
        self.agenda_item_id = item.id
        return item

    def _interests_in(self, session: BcsdSession) -> dict[str, str]:
        """Return the interests that were recorded at earlier items, of who sits on the same seat in a session."""
        sits = {seat.id: seat.holder_on(session.held_on) for seat in session.seats}
        return {
            recusal.seat_id: recusal.reason
            for item in self.agenda_items
            for recusal in item.recusals
            if sits.get(recusal.seat_id) is recusal.seat.holder_on(item.session.held_on)
        }

    def reword(self, **texts: str) -> None:
        """Correct the words of the decision that stands; the measure itself cannot change."""
        assert self.decision, "only a decided file has grounds"
        for name, text in texts.items():
            setattr(self.decision, name, text)

    def withdraw(self, reason: str) -> None:
        """Write down why the committee takes its decision back."""
        assert self.decision, "only a decided file can be withdrawn"
        self.decision.withdrawal_reason = reason
