"""The reading bundle of a session for one reader: how far its making is, and what it was made of."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.models.database import Base, new_id
from workflow.models.session import BcsdSession

MAKING, READY, FAILED = "bezig", "klaar", "mislukt"


class Bundle(Base):
    """A bundle somebody asked for: a throwaway, gone when a new one is asked for or the session is over.

    `points` are the points it holds and `contents` stands for all that is in it, so that it can be seen to be out of
    date; `moved_at` is when the making last went on; `sha256` names the file, once it is there.
    """

    __tablename__ = "bundle"
    __table_args__ = (
        CheckConstraint(f"state IN ('{MAKING}', '{READY}', '{FAILED}')", name="state_known"),
        CheckConstraint(f"(state = '{READY}') = (sha256 IS NOT NULL)", name="ready_has_a_file"),
        CheckConstraint("0 <= done AND done <= total", name="done_within_total"),
        UniqueConstraint("session_id", "person_id"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    session_id: Mapped[str] = mapped_column(ForeignKey("bcsd_session.id"))
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"), index=True)
    state: Mapped[str] = mapped_column(default=MAKING)
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int]
    points: Mapped[list[str]] = mapped_column(JSON)
    contents: Mapped[str]
    made_at: Mapped[datetime]
    moved_at: Mapped[datetime]
    sha256: Mapped[str | None]

    session: Mapped[BcsdSession] = relationship()
