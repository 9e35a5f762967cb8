"""The places to sign on a letter, and its further numbered copies."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.models.database import Base
from workflow.models.mandate import Mandate
from workflow.models.person import Person
from workflow.moment import civil_date
from workflow.procedures.post_outside import HANDWRITTEN, LEVELS, ORDINARY
from workflow.roles import TITLES

if TYPE_CHECKING:
    from workflow.models.letter import Letter


class Signature(Base):
    """A place to sign on a letter: who, in which function, in which order, and when it was done.

    `organisation_id` is for whom is signed; `title` is the function in which is signed and `role`
    the one the person holds himself: they differ when he has a mandate. `signer` is whom the
    certificate names when it was signed elsewhere; `stamped_at` is the instant a time stamping
    authority gave.
    """

    __tablename__ = "signature"
    __table_args__ = (
        CheckConstraint("(signed_at IS NULL) = (level IS NULL)", name="signed_has_a_level"),
        CheckConstraint("(signed_at IS NULL) = (sha256 IS NULL)", name="signed_has_a_paper"),
        CheckConstraint("position >= 1", name="position_counts"),
        Index(None, "person_id", "signed_at"),
    )

    letter_id: Mapped[str] = mapped_column(ForeignKey("letter.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"))
    role: Mapped[str]
    title: Mapped[str]
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str]
    signed_at: Mapped[datetime | None]
    level: Mapped[str | None]
    sha256: Mapped[str | None]
    mandate_id: Mapped[str | None] = mapped_column(ForeignKey("mandate.id"))
    signer: Mapped[str] = mapped_column(default="", server_default="")
    stamped_at: Mapped[datetime | None]

    letter: Mapped[Letter] = relationship(back_populates="signatures")
    person: Mapped[Person] = relationship()
    mandate: Mapped[Mandate | None] = relationship()

    @property
    def by_hand(self) -> bool:
        """Whether it was set with ink: then only the day is known."""
        return self.level == HANDWRITTEN

    @property
    def signed_on(self) -> date | None:
        """The day on which it was set."""
        return self.signed_at and civil_date(self.signed_at)

    @property
    def level_title(self) -> str:
        """What the signature is worth, in words."""
        return LEVELS[self.level or ORDINARY]

    @property
    def delegation(self) -> str:
        """The words that say by which decision somebody signs in another's place, with his own function."""
        return f"{TITLES[self.role]}, {self.mandate.decision}" if self.mandate else ""


class LetterCopy(Base):
    """The second, third, ... numbered copy of a letter; the letter itself is the first."""

    __tablename__ = "letter_copy"
    __table_args__ = (CheckConstraint("number >= 2", name="number_counts"),)

    letter_id: Mapped[str] = mapped_column(ForeignKey("letter.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    docx_sha256: Mapped[str]
    pdf_sha256: Mapped[str]
    signed_sha256: Mapped[str | None]

    letter: Mapped[Letter] = relationship(back_populates="further_copies")

    @property
    def current_pdf_sha256(self) -> str:
        """The PDF as it stands now: signed where it is signed."""
        return self.signed_sha256 or self.pdf_sha256
