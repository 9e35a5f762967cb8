"""The sessions of the committee (BCSD): when and where, who was there, what stood on the agenda."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, column_property, mapped_column, relationship

from workflow import parameters
from workflow.deliberation import Room, Subject
from workflow.models.case import Case, with_its_case
from workflow.models.committee import Committee, Seat
from workflow.models.database import Base, new_id
from workflow.models.person import Person
from workflow.procedures.session import SESSION
from workflow.wording import written

if TYPE_CHECKING:
    from workflow.models.agenda_item import AgendaItem

PRESENT, EXCUSED = "aanwezig", "verontschuldigd"


class BcsdSession(Case):
    """One meeting of the committee. A file is decided only on the agenda of a session (DLB art. 105-114)."""

    __tablename__ = "bcsd_session"
    __table_args__ = (
        with_its_case(),
        Index(None, "state", "held_on"),
        CheckConstraint(SESSION.check(), name="state_known"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    state: Mapped[str] = column_property(mapped_column("state", nullable=False), Case.state)
    held_on: Mapped[date]
    starts_at: Mapped[str]
    place: Mapped[str]
    second_convocation: Mapped[bool] = mapped_column(default=False)
    digital: Mapped[bool] = mapped_column(default=False)
    opened_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    cancel_reason: Mapped[str] = mapped_column(default="")

    items: Mapped[list[AgendaItem]] = relationship(
        back_populates="session", order_by="AgendaItem.position", foreign_keys="AgendaItem.session_id"
    )
    attendances: Mapped[list[Attendance]] = relationship(
        back_populates="session", order_by="Attendance.id", cascade="all, delete-orphan"
    )
    approvals: Mapped[list[AgendaItem]] = relationship(
        back_populates="minutes_of", foreign_keys="AgendaItem.minutes_of_id", viewonly=True
    )

    coming: ClassVar[Attendance | None] = None
    going: ClassVar[Attendance | None] = None
    """The stay of a member that begins or ends with the step that is being taken."""

    __mapper_args__ = {"polymorphic_identity": "session", "polymorphic_load": "inline"}

    @property
    def about(self) -> str:
        """The session as people call it: its day and its place."""
        return f"{written(self.held_on)}, {self.place}" if self.held_on else ""

    @property
    def open_items(self) -> list[AgendaItem]:
        """The items that have no outcome yet."""
        return [item for item in self.items if item.outcome is None]

    @property
    def committee(self) -> Committee | None:
        """The committee that meets: that of the house."""
        return self.owner.committee if self.owner else None

    @property
    def followers(self) -> list[AgendaItem]:
        """The items that have no outcome yet: some move by themselves."""
        return self.open_items

    @property
    def convene_by(self) -> date:
        """The last day on which the convocation can leave (DLB art. 110)."""
        assert self.committee, "a session is one of a committee"
        return self.held_on - timedelta(days=self.committee.convocation_days)

    @property
    def additions_until(self) -> date:
        """The last day on which a member can put a point on the agenda (DLB art. 110 jo. 19-23)."""
        return self.held_on - timedelta(days=parameters.number("agenda_addition_days"))

    def takes_points_on(self, day: date) -> bool:
        """Say whether the convocation can still carry a point that comes on the agenda on a day."""
        return self.state == "gepland" and day <= self.convene_by

    @property
    def seats(self) -> list[Seat]:
        """The seats that are filled on the day of the session."""
        return self.committee.sitting_on(self.held_on) if self.committee else []

    def seat_of(self, person_id: str | None) -> Seat | None:
        """Return the seat on which somebody sits on the day of the session, himself or as a substitute."""
        return next((seat for seat in self.seats if seat.holder_on(self.held_on).id == person_id), None)

    @property
    def room(self) -> Room:
        """Who sits in the committee, and which of them are in the room now."""
        there = {each.seat_id for each in self.attendances if each.there}
        seats = [seat.id for seat in self.seats]
        return Room(tuple(seats), frozenset(there & set(seats)))

    def attendance_of(self, seat: Seat) -> list[Attendance]:
        """Return every coming and going of a member, the first one first."""
        return [each for each in self.attendances if each.seat_id == seat.id]

    def fill(self, fields: dict[str, Any]) -> None:
        """Take over what a form brought; who came and went are rows of their own."""
        rows: dict[str, Callable[..., object]] = {
            "roll_call": self.call_the_roll,
            "arrival": self.arrive,
            "departure": self.depart,
            "order": self.put_in_order,
            "point": lambda point: self.add_point(**point),
        }
        for name, value in fields.items():
            if write := rows.get(name):
                write(value)
            else:
                super().fill({name: value})

    def call_the_roll(self, answers: dict[str, dict[str, Any]]) -> None:
        """Write down who is there at the opening, who sent word that he would not be, and who follows from afar."""
        self.attendances = [
            Attendance(id=new_id(), seat_id=seat.id, person=seat.holder_on(self.held_on), **answers[seat.id])
            for seat in self.seats
            if answers.get(seat.id)
        ]

    def arrive(self, arrival: dict[str, Any]) -> None:
        """Write down that a member comes in."""
        seat = next((each for each in self.seats if each.id == arrival["seat_id"]), None)
        stay = None
        if seat is not None:
            stay = Attendance(id=new_id(), presence=PRESENT, person=seat.holder_on(self.held_on), **arrival)
            self.attendances.append(stay)
        super().fill({"coming": stay})

    def depart(self, departure: dict[str, Any]) -> None:
        """Write down that a member leaves."""
        stay = next((each for each in self.attendances if each.seat_id == departure["seat_id"] and each.there), None)
        if stay is not None:
            stay.left_at = departure["left_at"]
        super().fill({"going": stay})

    def put_in_order(self, order: list[str]) -> None:
        """Number the items again, in the order of their ids; what is not named keeps its place behind them."""
        rank = {item_id: number for number, item_id in enumerate(order)}
        for number, item in enumerate(
            sorted(self.items, key=lambda each: (rank.get(each.id, len(rank)), each.position)), 1
        ):
            item.position = number

    def add_point(self, **values: Any) -> AgendaItem:
        """Put a point at the end of the agenda; it takes its place with the step."""
        from workflow.models.agenda_item import AgendaItem  # it knows sessions, so it comes after them

        item = AgendaItem(position=len(self.items) + 1, **values)
        self.items.append(item)  # this way round: a point that is only given its session is not kept with it
        return item

    def take_over_agenda(self) -> None:
        """Begin with the agenda of the session that was not in number, or with the standing points of the house."""
        first = self.origin if isinstance(self.origin, BcsdSession) else None
        if first is not None:
            for item in list(first.open_items):
                item.carry_to(self)
        elif self.committee:
            for title in self.committee.standing_points.splitlines():
                self.add_point(subject=Subject.FIXED, title=title)

    @property
    def minutes_waiting(self) -> list[BcsdSession]:
        """The earlier sessions of which the minutes are not approved, nor asked to be on another agenda."""
        unapproved = self.committee.unapproved if self.committee else []
        return [each for each in unapproved if all(item.outcome is not None for item in each.approvals)]

    def put_minutes_first(self) -> None:
        """Put the minutes that were not approved yet at the head of the agenda, and the standing points at its end."""
        for session in self.minutes_waiting:
            self.add_point(subject=Subject.MINUTES, minutes_of=session, minutes_of_id=session.id)
        rank = {Subject.MINUTES: 0, Subject.FIXED: 2}
        self.put_in_order([item.id for item in sorted(self.items, key=lambda each: rank.get(Subject(each.subject), 1))])


class Attendance(Base):
    """One stay of a member at a session, from his arrival to his departure; or that he sent word."""

    __tablename__ = "attendance"
    __table_args__ = (
        CheckConstraint(f"presence IN ('{PRESENT}', '{EXCUSED}')", name="presence_known"),
        CheckConstraint(f"presence <> '{PRESENT}' OR arrived_at IS NOT NULL", name="present_since"),
        CheckConstraint("left_at IS NULL OR arrived_at <= left_at", name="times_in_order"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    session_id: Mapped[str] = mapped_column(ForeignKey("bcsd_session.id"), index=True)
    seat_id: Mapped[str] = mapped_column(ForeignKey("bcsd_seat.id"))
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    presence: Mapped[str]
    digital: Mapped[bool] = mapped_column(default=False)
    arrived_at: Mapped[datetime | None]
    left_at: Mapped[datetime | None]

    session: Mapped[BcsdSession] = relationship(back_populates="attendances")
    seat: Mapped[Seat] = relationship()
    person: Mapped[Person] = relationship()

    @property
    def there(self) -> bool:
        """Whether the member is in the room now."""
        return self.presence == PRESENT and self.left_at is None
