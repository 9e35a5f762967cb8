"""The log: one chained entry for every step taken, and the refusals apart."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workflow.models.database import Base, new_id


class LogEntry(Base):
    """One step taken: who, in which role, for whom, when, from, to, with what. Never changed, never deleted.

    `version` is that of the file after the step. `fields` and `papers` are canonical JSON
    texts, so that the hash over them can be recomputed on any database. `shared` says whether
    other organisations may read the remark.
    """

    __tablename__ = "log_entry"
    __table_args__ = (UniqueConstraint("chain_id", "number"), Index(None, "subject_id"))

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    chain_id: Mapped[str]
    number: Mapped[int]
    at: Mapped[datetime]
    actor_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    actor_name: Mapped[str]
    role: Mapped[str]
    organisation_id: Mapped[str | None] = mapped_column(ForeignKey("organisation.id"))
    subject_kind: Mapped[str]
    subject_id: Mapped[str]
    version: Mapped[int]
    action: Mapped[str]
    source: Mapped[str]
    dest: Mapped[str]
    remark: Mapped[str]
    fields: Mapped[str]
    papers: Mapped[str]
    shared: Mapped[bool]
    ticket: Mapped[str | None] = mapped_column(unique=True)
    previous: Mapped[str]
    hash: Mapped[str] = mapped_column(unique=True)


class Refusal(Base):
    """A step that was refused: who tried what, and every reason given."""

    __tablename__ = "refusal"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    at: Mapped[datetime]
    actor_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    subject_kind: Mapped[str]
    subject_id: Mapped[str] = mapped_column(index=True)
    action: Mapped[str]
    reasons: Mapped[str]
