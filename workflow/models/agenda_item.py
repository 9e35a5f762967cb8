"""A point on the agenda of a session: what it is about, who stays out of it, who voted what, how it ended."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.deliberation import VOTES, Choice, Room, Subject, Tally
from workflow.models.committee import Seat
from workflow.models.database import Base, Filled, new_id
from workflow.models.measure import MEASURED, Measure
from workflow.models.person import Person
from workflow.models.session import BcsdSession
from workflow.procedures.agenda_item import AGENDA_ITEM
from workflow.rows import NEW
from workflow.wording import written

if TYPE_CHECKING:
    from workflow.models.sanction import Sanction

BUSY = ("in_behandeling", "stemming", "gestemd")
ENDED = tuple(state.key for state in AGENDA_ITEM.states if state.end)


class AgendaItem(Filled, Base):
    """A point on the agenda: a file to decide on, a decision to take back, minutes to approve, or a fixed point.

    `added_later` says that a member put it there after the convocation; `draft` is the explained draft of the
    decision; `guests` are those who are heard and stay out of the vote.
    """

    __tablename__ = "agenda_item"
    __table_args__ = (
        CheckConstraint(AGENDA_ITEM.check(), name="state_known"),
        CheckConstraint("NOT urgent OR urgency_reason <> ''", name="urgent_has_a_reason"),
        CheckConstraint(f"subject IN ({', '.join(repr(each.value) for each in Subject)})", name="subject_known"),
        CheckConstraint("subject NOT IN ('beslissing', 'intrekking') OR case_id IS NOT NULL", name="file_to_decide_on"),
        CheckConstraint("subject <> 'notulen' OR minutes_of_id IS NOT NULL", name="minutes_to_approve"),
        CheckConstraint("subject <> 'vast' OR title <> ''", name="fixed_point_named"),
        Index(None, "session_id", "position"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    state: Mapped[str] = mapped_column()
    version: Mapped[int] = mapped_column()
    session_id: Mapped[str] = mapped_column(ForeignKey("bcsd_session.id"))
    case_id: Mapped[str | None] = mapped_column(ForeignKey("case_file.id"), index=True)
    minutes_of_id: Mapped[str | None] = mapped_column(ForeignKey("bcsd_session.id"), index=True)
    title: Mapped[str] = mapped_column(default="", server_default="")
    position: Mapped[int]
    subject: Mapped[str] = mapped_column(default=Subject.DECISION)
    added_later: Mapped[bool] = mapped_column(default=False, server_default="0")
    urgent: Mapped[bool] = mapped_column(default=False)
    urgency_reason: Mapped[str] = mapped_column(default="")
    urgency_agreed: Mapped[int | None]
    urgency_present: Mapped[int | None]
    draft: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict, server_default="{}")
    guests: Mapped[list[dict[str, str]]] = mapped_column(JSON, default=list, server_default="[]")
    guests_left: Mapped[bool] = mapped_column(default=True, server_default="1")
    note: Mapped[str] = mapped_column(default="", server_default="")
    treated_at: Mapped[datetime | None]
    voted_at: Mapped[datetime | None]

    session: Mapped[BcsdSession] = relationship(
        back_populates="items", foreign_keys=[session_id], lazy="joined", innerjoin=True
    )
    case: Mapped[Sanction] = relationship(back_populates="agenda_items", foreign_keys=[case_id])
    minutes_of: Mapped[BcsdSession | None] = relationship(foreign_keys=[minutes_of_id], back_populates="approvals")
    ballots: Mapped[list[Ballot]] = relationship(back_populates="item", cascade="all, delete-orphan")
    recusals: Mapped[list[Recusal]] = relationship(back_populates="item", cascade="all, delete-orphan")
    readings: Mapped[list[Reading]] = relationship(back_populates="item", cascade="all, delete-orphan")

    __mapper_args__: dict[str, Any] = {"version_id_col": version, "version_id_generator": False}
    kind = "agenda_item"
    remark = choosing = interest = ""
    """What a member brings with a step of his own: the vote he casts, the interest he has."""

    def __init__(self, **values: Any) -> None:
        start = {
            "id": new_id(),
            "state": NEW,
            "version": 1,
            "subject": Subject.DECISION,
            "urgent": False,
            "added_later": False,
        }
        start |= {"draft": {}, "guests": [], "guests_left": True, "note": "", "title": "", "urgency_reason": ""}
        super().__init__(**start | values)

    @property
    def chain(self) -> BcsdSession:
        """The row that carries the log of this item: its session."""
        return self.session

    @property
    def reference(self) -> str:
        """The item as people name it: its session and its place there."""
        return f"{self.session.reference}/{self.position}"

    @property
    def named(self) -> str:
        """What this one point is about, without the name of a client: a file, a session, or its own title."""
        if self.minutes_of:
            return written(self.minutes_of.held_on)
        return self.case.reference if self.case else self.title

    @property
    def outcome(self) -> str | None:
        """How the item ended, if it did."""
        return self.state if self.state in ENDED else None

    @property
    def busy(self) -> bool:
        """Whether the committee is treating this item now."""
        return self.state in BUSY

    @property
    def stands(self) -> bool:
        """Whether its file is treated under this item, and not under a later one."""
        return self.case is not None and self.case.agenda_item_id == self.id

    @property
    def explained(self) -> bool:
        """Whether the draft says what is proposed, with grounds in law and in fact."""
        return all(self.draft.get(name) for name in ("measure", "grounds_law", "grounds_facts"))

    @property
    def proposal(self) -> Measure:
        """The measure of the draft."""
        measure, days = Measure(), ("starts_on", "trial_until")
        for name in MEASURED:
            value = self.draft.get(name)
            setattr(measure, name, date.fromisoformat(value) if value and name in days else value)
        return measure

    @property
    def recused(self) -> frozenset[str]:
        """The seats that stay out of this item (DLB art. 27)."""
        return frozenset(recusal.seat_id for recusal in self.recusals)

    @property
    def room(self) -> Room:
        """Who is in the room for this item: a recused member left it."""
        return self.session.room.without(self.recused)

    @property
    def room_at_the_vote(self) -> Room:
        """Who was in the room when the vote was closed."""
        return Room.at_the_vote(self.choices)

    @property
    def choices(self) -> dict[str, str]:
        """What every member did, by seat: while the vote is open, of those who voted."""
        return {ballot.seat_id: ballot.choice for ballot in self.ballots}

    @choices.setter
    def choices(self, choices: dict[str, str]) -> None:
        """Write down who did what; a row that stays is kept."""
        kept = {ballot.seat_id: ballot for ballot in self.ballots}
        for seat_id, choice in choices.items():
            if seat_id in kept:
                kept[seat_id].choice = choice
            else:
                self.ballots.append(Ballot(seat_id=seat_id, choice=choice))
        self.ballots[:] = [ballot for ballot in self.ballots if ballot.seat_id in choices]

    def cast(self, seat_id: str, choice: str) -> None:
        """Write down the vote of one member; a later one takes its place until the vote is closed."""
        self.choices = self.choices | {seat_id: choice}

    @property
    def counted(self) -> bool:
        """Whether the vote was closed, so that everybody may know who voted what."""
        return bool(self.ballots) and self.state != "stemming"

    @property
    def voted(self) -> int:
        """How many of the members who may vote did so; what they voted stays hidden until the vote is closed."""
        return len(self.room.voters & self.choices.keys())

    @property
    def tally(self) -> Tally:
        """The count of the votes."""
        return Tally.of(self.choices.values())

    @property
    def second_time(self) -> bool:
        """Whether a second convocation holds for this item: it was on the agenda of the first session (DLB art. 26)."""
        first = self.session.origin if self.session.second_convocation else None
        before = first.items if isinstance(first, BcsdSession) else []
        return any(item.outcome == "verdaagd" and not item.urgent and self.same_as(item) for item in before)

    def same_as(self, other: AgendaItem) -> bool:
        """Say whether another item puts the same before the committee."""
        keys = ("subject", "case", "minutes_of", "title")
        return all(getattr(self, key) == getattr(other, key) for key in keys)

    @property
    def recused_took_part(self) -> bool:
        """Whether somebody voted whose conflict of interest was recorded (DLB art. 27)."""
        return any(self.choices.get(seat_id) in VOTES for seat_id in self.recused)

    def carry_to(self, session: BcsdSession) -> None:
        """Put the same point on the agenda of a second session."""
        same = {"subject": self.subject, "draft": self.draft, "title": self.title}
        if self.case is not None:
            self.case.put_on_agenda(session, **same)
        else:
            session.add_point(minutes_of=self.minutes_of, minutes_of_id=self.minutes_of_id, **same)

    def fill(self, fields: dict[str, Any]) -> None:
        """Take over what a form brought; the interest of one more member is a row of its own."""
        said = fields.get("recusal")
        if said:
            self.recuse(**said)
        super().fill({name: value for name, value in fields.items() if name != "recusal"})

    def recuse(self, seat_id: str, reason: str) -> None:
        """Record that a member has an interest in this item and stays out of it (DLB art. 27)."""
        self.recusals.append(Recusal(seat_id=seat_id, reason=reason))

    def mark_read(self, person_id: str, at: datetime) -> None:
        """Record that a member read the item; once is enough."""
        if all(each.person_id != person_id for each in self.readings):
            self.readings.append(Reading(person_id=person_id, read_at=at))


class Ballot(Base):
    """What a sitting member did for an item: voted (not in secret), left, or was not there."""

    __tablename__ = "ballot"
    __table_args__ = (CheckConstraint(f"choice IN ({', '.join(repr(c.value) for c in Choice)})", name="choice_known"),)

    item_id: Mapped[str] = mapped_column(ForeignKey("agenda_item.id"), primary_key=True)
    seat_id: Mapped[str] = mapped_column(ForeignKey("bcsd_seat.id"), primary_key=True)
    choice: Mapped[str]

    item: Mapped[AgendaItem] = relationship(back_populates="ballots")
    seat: Mapped[Seat] = relationship()


class Recusal(Base):
    """A conflict of interest of a member for an item: he sees neither item nor pieces (DLB art. 27)."""

    __tablename__ = "recusal"

    item_id: Mapped[str] = mapped_column(ForeignKey("agenda_item.id"), primary_key=True)
    seat_id: Mapped[str] = mapped_column(ForeignKey("bcsd_seat.id"), primary_key=True)
    reason: Mapped[str]

    item: Mapped[AgendaItem] = relationship(back_populates="recusals")
    seat: Mapped[Seat] = relationship()


class Reading(Base):
    """That a member read an item, and when: the chair sees it."""

    __tablename__ = "agenda_reading"

    item_id: Mapped[str] = mapped_column(ForeignKey("agenda_item.id"), primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"), primary_key=True)
    read_at: Mapped[datetime]

    item: Mapped[AgendaItem] = relationship(back_populates="readings")
    person: Mapped[Person] = relationship()


class PrivateNote(Base):
    """What a member wrote for himself at an item, sealed: nobody else can read it."""

    __tablename__ = "private_note"

    item_id: Mapped[str] = mapped_column(ForeignKey("agenda_item.id"), primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"), primary_key=True)
    sealed: Mapped[bytes]
    written_at: Mapped[datetime]


class Viewing(Base):
    """That somebody of the committee opened an item, a file, a letter or a piece, or took a bundle: who, what, when."""

    __tablename__ = "agenda_viewing"
    __table_args__ = (Index(None, "session_id", "at"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    session_id: Mapped[str] = mapped_column(ForeignKey("bcsd_session.id"))
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    what: Mapped[str]
    at: Mapped[datetime]

    person: Mapped[Person] = relationship()
