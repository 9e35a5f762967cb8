"""What every kind of file has: reference, state, owner, handler, log."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import JSON, CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.models.database import Base, Filled, new_id
from workflow.models.organisation import Organisation
from workflow.models.person import Person
from workflow.roles import HELD_AT, Kind, Role
from workflow.rows import NEW

if TYPE_CHECKING:
    from workflow.models.attachment import Attachment
    from workflow.models.baton import Baton
    from workflow.models.client import Client
    from workflow.models.consent import Consent
    from workflow.models.deadline import Deadline
    from workflow.models.letter import Letter

NO_ENTRY = "0" * 64
"""What the first entry of a chain has as its predecessor."""


class Chained:
    """A row with a life of its own: a reference, a state, and the head of its log chain."""

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    reference: Mapped[str] = mapped_column(unique=True)
    state: Mapped[str]
    head: Mapped[str]
    entries: Mapped[int]


def with_its_case() -> ForeignKeyConstraint:
    """Bind the state in the table of a kind to that of its case: both change together, which is checked at commit."""
    case = ["case_file.id", "case_file.state"]
    return ForeignKeyConstraint(["id", "state"], case, deferrable=True, initially="DEFERRED")


class Case(Filled, Chained, Base):
    """A file of any kind; each kind adds its own facts in a table of its own.

    `title` says what a file is about that is about no client.
    `escalated` names the overdue turns that were put before the team leads, `escalated_on` the
    day of the last one while it waits for an answer, `delay_answered` the organisations that
    gave theirs.
    """

    __tablename__ = "case_file"
    __table_args__: tuple[Any, ...] = (
        UniqueConstraint("id", "state"),
        Index(None, "owner_id", "state", "id"),
        Index(None, "kind", "state"),
        CheckConstraint("version >= 1", name="version_counts"),
        CheckConstraint("entries >= 0", name="entries_count"),
        CheckConstraint("length(head) = 64", name="head_is_a_hash"),
    )

    kind: Mapped[str]
    title: Mapped[str] = mapped_column(default="", server_default="")
    version: Mapped[int] = mapped_column()
    owner_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"))
    client_id: Mapped[str | None] = mapped_column(ForeignKey("client.id"), index=True)
    handler_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"), index=True)
    counsellor_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"), index=True)
    origin_id: Mapped[str | None] = mapped_column(ForeignKey("case_file.id"), index=True)
    opened_by_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    opened_on: Mapped[date]
    state_since: Mapped[date]
    closed_on: Mapped[date | None]
    escalated_on: Mapped[date | None]
    escalated: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")
    delay_answered: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")

    owner: Mapped[Organisation] = relationship()
    client: Mapped[Client] = relationship()
    handler: Mapped[Person | None] = relationship(foreign_keys=[handler_id])
    counsellor: Mapped[Person | None] = relationship(foreign_keys=[counsellor_id])
    origin: Mapped[Case | None] = relationship(remote_side="Case.id", foreign_keys=[origin_id])
    opened_by: Mapped[Person | None] = relationship(foreign_keys=[opened_by_id])
    shares: Mapped[list[CaseShare]] = relationship(back_populates="case", cascade="all, delete-orphan")
    letters: Mapped[list[Letter]] = relationship(back_populates="case", order_by="Letter.id")
    attachments: Mapped[list[Attachment]] = relationship(back_populates="case", order_by="Attachment.id")
    deadlines: Mapped[list[Deadline]] = relationship(back_populates="case", order_by="Deadline.due_on")
    consents: Mapped[list[Consent]] = relationship(order_by="Consent.given_at", cascade="all, delete-orphan")
    batons: Mapped[list[Baton]] = relationship(
        back_populates="case", order_by="Baton.due_on", cascade="all, delete-orphan"
    )

    remark = ""
    """What the person adds to the step he is taking; kept in the log, not in the file."""

    opening: ClassVar[dict[str, Any]] = {}
    """What a step that opens a file beside this one brings to it."""

    __mapper_args__: dict[str, Any] = {
        "polymorphic_on": "kind",
        "version_id_col": version,
        "version_id_generator": False,
    }

    def __init__(self, **values: Any) -> None:
        start = {"id": new_id(), "state": NEW, "version": 1, "head": NO_ENTRY, "entries": 0}
        start |= {"escalated": [], "delay_answered": [], "title": ""}
        super().__init__(**start | values)

    @property
    def about(self) -> str:
        """Whom or what the file is about, as people call it."""
        return self.client.name if self.client else self.title or self.reference or ""

    @property
    def chain(self) -> Case:
        """The row that carries the log of this file: the file itself."""
        return self

    def letter(self, name: str) -> Letter | None:
        """Return the newest letter of that name; none when it was cancelled, for an older one says something else."""
        newest = next((letter for letter in reversed(self.letters) if letter.name == name), None)
        return newest if newest and not newest.cancelled else None

    def sent(self, name: str) -> bool:
        """Say whether the newest letter of that name left the house."""
        letter = self.letter(name)
        return letter is not None and letter.left_the_house

    @property
    def client_told_on(self) -> date | None:
        """The day on which the client was told of his referral, where this file tells him."""
        return None

    def running(self, name: str) -> Deadline | None:
        """Return the running term of that name."""
        return next((deadline for deadline in self.deadlines if deadline.name == name and deadline.runs), None)

    @property
    def new_piece(self) -> Attachment | None:
        """The piece that is being added: it has no day yet."""
        return next((piece for piece in self.attachments if piece.added_at is None), None)

    @new_piece.setter
    def new_piece(self, values: dict[str, Any]) -> None:
        """Add a piece to the file."""
        from workflow.models.attachment import Attachment  # it knows files and letters, so it comes after them

        self.attachments.append(Attachment(id=new_id(), **values))

    @property
    def leaving_piece(self) -> Attachment | None:
        """The piece that is being taken out: it has its reason, and no day yet."""
        kept = (piece for piece in self.attachments if piece.removed_at is None)
        return next((piece for piece in kept if piece.removed_reason is not None), None)

    @leaving_piece.setter
    def leaving_piece(self, chosen: dict[str, Any]) -> None:
        """Take the chosen piece out, with the remark as its reason."""
        for piece in self.attachments:
            if piece.id == chosen["id"] and piece.removed_at is None:
                piece.removed_reason = self.remark

    @property
    def followers(self) -> list[Any]:
        """The rows beside its letters that can move by themselves when this file moves."""
        return []

    def shared_with(self, organisation_id: str | None) -> bool:
        """Say whether another organisation sees its part of this file."""
        return any(share.organisation_id == organisation_id for share in self.shares)

    @property
    def kept_out(self) -> frozenset[str]:
        """The people who sign nothing in the file, for they have an interest in it."""
        return frozenset()

    @property
    def parties(self) -> list[Organisation]:
        """The organisations that work on the file, its owner first."""
        return [self.owner, *(share.organisation for share in self.shares)]

    def party_of(self, role: str) -> Organisation:
        """Return the organisation for which somebody in a role works on this file: the first that can give it."""
        return next((each for each in self.parties if role in HELD_AT[Kind(each.kind)]), self.owner)

    def other_party(self, organisation_id: str | None) -> Organisation | None:
        """Return the organisation that stands across from one of the parties."""
        return next((each for each in self.parties if each.id != organisation_id), None)

    @property
    def contact_person(self) -> Person | None:
        """Whom the client can turn to with every question, where that was agreed in this file."""
        return None

    def address_open_to(self, organisation_id: str | None) -> bool:
        """Say whether an organisation that reads the file reads where the client lives."""
        return True

    def share_with(self, organisation: Organisation, since: datetime) -> None:
        """Let another organisation see its part of this file from an instant on."""
        if organisation not in self.parties:
            self.shares.append(CaseShare(organisation=organisation, organisation_id=organisation.id, since=since))

    def holder(self, role: str) -> str | None:
        """Return who in person has a role in this file, where somebody has."""
        persons: dict[str, str | None] = {Role.SOCIAL_WORKER: self.handler_id, Role.COUNSELLOR: self.counsellor_id}
        return persons.get(role)

    def take_on(self, roles: frozenset[Role], person_id: str | None) -> None:
        """Make whoever acts the social worker or counsellor of a file that has none yet."""
        if Role.SOCIAL_WORKER in roles:
            self.handler_id = self.handler_id or person_id
        if Role.COUNSELLOR in roles:
            self.counsellor_id = self.counsellor_id or person_id


class CaseShare(Base):
    """An organisation with which a file is shared, and since when."""

    __tablename__ = "case_share"

    case_id: Mapped[str] = mapped_column(ForeignKey("case_file.id"), primary_key=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"), primary_key=True, index=True)
    since: Mapped[datetime]

    case: Mapped[Case] = relationship(back_populates="shares")
    organisation: Mapped[Organisation] = relationship(lazy="joined", innerjoin=True)
