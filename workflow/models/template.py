"""The Word templates an administrator put in place of the house's own, and the translations he had confirmed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.models.database import Base, new_id
from workflow.models.person import Person


class TemplateVersion(Base):
    """A Word template that passed the doctor: its number, author, date and SHA-256. Never changed, never deleted.

    `text` names the words of a letter, as in templates/letters; number 0 is not a row but the house's own.
    """

    __tablename__ = "template_version"
    __table_args__ = (UniqueConstraint("text", "number"), CheckConstraint("number >= 1", name="number_counts"))

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    text: Mapped[str]
    number: Mapped[int]
    sha256: Mapped[str]
    remark: Mapped[str]
    made_at: Mapped[datetime]
    made_by_id: Mapped[str] = mapped_column(ForeignKey("person.id"))

    made_by: Mapped[Person] = relationship()


class TemplateChoice(Base):
    """Which version of a text is in use from an instant on; the newest row counts."""

    __tablename__ = "template_choice"
    __table_args__ = (Index(None, "text", "id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    text: Mapped[str]
    number: Mapped[int]
    chosen_at: Mapped[datetime]
    chosen_by_id: Mapped[str] = mapped_column(ForeignKey("person.id"))

    chosen_by: Mapped[Person] = relationship()


class TranslationCheck(Base):
    """A translator read a translated text: its language, its name and the SHA-256 of what was read."""

    __tablename__ = "translation_check"
    __table_args__ = (UniqueConstraint("language", "text", "sha256"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    language: Mapped[str]
    text: Mapped[str]
    sha256: Mapped[str]
    translator: Mapped[str]
    confirmed_at: Mapped[datetime]
    confirmed_by_id: Mapped[str] = mapped_column(ForeignKey("person.id"))

    confirmed_by: Mapped[Person] = relationship()
