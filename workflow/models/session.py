"""The sessions of the committee (BCSD): seats, agenda, votes and recusals."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.deliberation import Choice, Tally
from workflow.models.case import NO_ENTRY, Chained
from workflow.models.database import Base, new_id
from workflow.models.person import Person
from workflow.procedures.session import SESSION
from workflow.rows import NEW

if TYPE_CHECKING:
    from workflow.models.sanction import Sanction

VOTES = (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN)


class Seat(Base):
    """A seat in the committee: the chair and twelve members, in office between two dates (DLB art. 105-106)."""

    __tablename__ = "bcsd_seat"
    __table_args__ = (
        CheckConstraint("until_on IS NULL OR from_on <= until_on", name="dates_in_order"),
        UniqueConstraint("number", "from_on"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    number: Mapped[int]
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    chair: Mapped[bool] = mapped_column(default=False)
    from_on: Mapped[date]
    until_on: Mapped[date | None]

    person: Mapped[Person] = relationship(lazy="joined")


class BcsdSession(Chained, Base):
    """One meeting of the committee. A file is decided only on the agenda of a session."""

    __tablename__ = "bcsd_session"
    __table_args__ = (Index(None, "state", "held_on"), CheckConstraint(SESSION.check(), name="state_known"))

    version: Mapped[int] = mapped_column()
    owner_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"))
    held_on: Mapped[date]
    starts_at: Mapped[str]
    place: Mapped[str]
    second_convocation: Mapped[bool] = mapped_column(default=False)
    cancel_reason: Mapped[str] = mapped_column(default="")

    items: Mapped[list[AgendaItem]] = relationship(back_populates="session", order_by="AgendaItem.position")

    __mapper_args__: dict[str, Any] = {
        "version_id_col": version,
        "version_id_generator": False,
    }
    kind = "session"
    remark = ""

    def __init__(self, **values: Any) -> None:
        start = {"id": new_id(), "state": NEW, "version": 1, "head": NO_ENTRY, "entries": 0}
        super().__init__(**start | values)

    @property
    def chain(self) -> BcsdSession:
        """The row that carries the log of this session: the session itself."""
        return self

    @property
    def open_items(self) -> list[AgendaItem]:
        """The items that have no outcome yet."""
        return [item for item in self.items if item.outcome is None]

    def fill(self, fields: dict[str, Any]) -> None:
        """Take over what a form brought."""
        for name, value in fields.items():
            if not hasattr(type(self), name):
                raise AttributeError(f"BcsdSession has no field {name}")
            setattr(self, name, value)


class AgendaItem(Base):
    """A file on the agenda of a session, with what the committee did."""

    __tablename__ = "agenda_item"
    __table_args__ = (
        UniqueConstraint("session_id", "position"),
        CheckConstraint("NOT urgent OR urgency_reason <> ''", name="urgent_has_a_reason"),
        CheckConstraint("subject IN ('beslissing', 'intrekking')", name="subject_known"),
        CheckConstraint("outcome IS NULL OR outcome IN ('beslist', 'verdaagd', 'ingetrokken')", name="outcome_known"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    session_id: Mapped[str] = mapped_column(ForeignKey("bcsd_session.id"))
    case_id: Mapped[str] = mapped_column(ForeignKey("case_file.id"), index=True)
    position: Mapped[int]
    subject: Mapped[str] = mapped_column(default="beslissing")
    urgent: Mapped[bool] = mapped_column(default=False)
    urgency_reason: Mapped[str] = mapped_column(default="")
    urgency_agreed: Mapped[int | None]
    outcome: Mapped[str | None]

    session: Mapped[BcsdSession] = relationship(back_populates="items", lazy="joined", innerjoin=True)
    case: Mapped[Sanction] = relationship(back_populates="agenda_items", foreign_keys=[case_id])
    ballots: Mapped[list[Ballot]] = relationship(back_populates="item", cascade="all, delete-orphan")
    recusals: Mapped[list[Recusal]] = relationship(back_populates="item", cascade="all, delete-orphan")

    @property
    def choices(self) -> dict[str, str]:
        """What every sitting member did, by seat."""
        return {ballot.seat_id: ballot.choice for ballot in self.ballots}

    @choices.setter
    def choices(self, choices: dict[str, str]) -> None:
        """Give every member a ballot."""
        self.ballots = [Ballot(seat_id=seat, choice=choice) for seat, choice in choices.items()]

    @property
    def tally(self) -> Tally:
        """The count of the votes."""
        return Tally.of(self.choices.values())

    @property
    def second_time(self) -> bool:
        """Whether a second convocation holds for this item: it was postponed before (DLB art. 26)."""
        postponed = any(item.outcome == "verdaagd" for item in self.case.agenda_items)
        return self.session.second_convocation and postponed

    @property
    def recused_took_part(self) -> bool:
        """Whether somebody voted whose conflict of interest was recorded (DLB art. 27)."""
        return any(self.choices.get(recusal.seat_id) in VOTES for recusal in self.recusals)


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
