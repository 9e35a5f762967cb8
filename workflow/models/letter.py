"""A letter that was made: its frozen facts, its papers by content, its way through the post."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workflow.models.case import Case
from workflow.models.database import Base, Filled, new_id
from workflow.models.organisation import Organisation
from workflow.models.person import Person
from workflow.procedures.post import OUTSIDE, POST
from workflow.rows import NEW
from workflow.terms import Way

if TYPE_CHECKING:
    from workflow.models.attachment import Attachment
    from workflow.models.signature import LetterCopy, Signature


def _one_of(column: str, values: type[Way]) -> str:
    return f"{column} IS NULL OR {column} IN ({', '.join(repr(v.value) for v in values)})"


class Letter(Filled, Base):
    """A letter of a file. Its Word and PDF are kept by their SHA-256; once sent it never changes.

    `recalled` says that the other organisation no longer opens it: the client took his agreement back.

    `template_version` 0 is the house's own template; `language` is that of the translation
    sheet it carries, if any.
    """

    __tablename__ = "letter"
    __table_args__ = (
        CheckConstraint(POST.check(), name="state_known"),
        CheckConstraint(_one_of("way", Way), name="way_known"),
        CheckConstraint(
            "state NOT IN ('ondertekend', 'verzonden', 'aangeboden', 'teruggekeerd', 'opgevolgd')"
            " OR signed_sha256 IS NOT NULL",
            name="signed_has_a_paper",
        ),
        CheckConstraint(
            "state NOT IN ('verzonden', 'aangeboden', 'teruggekeerd', 'opgevolgd')"
            " OR (posted_on IS NOT NULL AND way IS NOT NULL)",
            name="sent_has_a_date",
        ),
        CheckConstraint(
            "way IS NULL OR way <> 'aangetekend' OR registered_number IS NOT NULL", name="registered_has_a_number"
        ),
        CheckConstraint("state <> 'aangeboden' OR presented_on IS NOT NULL", name="presented_has_a_date"),
        CheckConstraint(
            "state NOT IN ('teruggekeerd', 'opgevolgd') OR (returned_on IS NOT NULL AND return_reason IS NOT NULL)",
            name="returned_has_a_reason",
        ),
        CheckConstraint("presented_on IS NULL OR posted_on <= presented_on", name="presented_after_posted"),
        Index(None, "state", "id"),
        Index(None, "registered_number"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    case_id: Mapped[str] = mapped_column(ForeignKey("case_file.id"), index=True)
    reference: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    title: Mapped[str]
    addressee: Mapped[str]
    from_organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"), index=True)
    to_organisation_id: Mapped[str | None] = mapped_column(ForeignKey("organisation.id"))
    state: Mapped[str]
    version: Mapped[int] = mapped_column()
    to_be_sent: Mapped[str | None]
    post_by: Mapped[date | None]
    facts: Mapped[dict[str, Any]] = mapped_column(JSON, deferred=True)
    template_sha256: Mapped[str]
    template_version: Mapped[int] = mapped_column(default=0, server_default="0")
    language: Mapped[str] = mapped_column(default="", server_default="")
    number_of_copies: Mapped[int] = mapped_column(default=1, server_default="1")
    docx_sha256: Mapped[str]
    pdf_sha256: Mapped[str]
    signed_sha256: Mapped[str | None]
    code: Mapped[str] = mapped_column(unique=True)
    made_at: Mapped[datetime]
    made_by_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"))
    made_as: Mapped[str]
    way: Mapped[str | None]
    registered_number: Mapped[str | None]
    posted_on: Mapped[date | None]
    presented_on: Mapped[date | None]
    returned_on: Mapped[date | None]
    return_reason: Mapped[str | None]
    recalled: Mapped[bool] = mapped_column(default=False, server_default="0")

    case: Mapped[Case] = relationship(back_populates="letters")
    sender: Mapped[Organisation] = relationship(foreign_keys=[from_organisation_id])
    made_by: Mapped[Person | None] = relationship()
    signatures: Mapped[list[Signature]] = relationship(back_populates="letter", order_by="Signature.position")
    further_copies: Mapped[list[LetterCopy]] = relationship(
        back_populates="letter", order_by="LetterCopy.number", cascade="all, delete-orphan"
    )

    __mapper_args__: dict[str, Any] = {
        "version_id_col": version,
        "version_id_generator": False,
    }
    kind = "post"
    remark = ""
    outside_way = outside_sha256 = ""
    outside_on: ClassVar[date | None] = None
    outside_until: ClassVar[int | None] = None
    """What somebody brings who signed elsewhere: how, the paper, and with ink the day and the last who signed."""
    number = 1
    """The letter itself is the first of its numbered copies."""

    def __init__(self, **values: Any) -> None:
        super().__init__(**{"id": new_id(), "state": NEW, "version": 1, "number_of_copies": 1} | values)

    @property
    def chain(self) -> Case:
        """The row that carries the log of this letter: its file."""
        return self.case

    @property
    def papers(self) -> list[Letter | LetterCopy]:
        """Every numbered copy of the letter, the first being the letter itself."""
        return [self, *self.further_copies]

    @property
    def cancelled(self) -> bool:
        """Whether the letter was withdrawn before it left the house."""
        return self.state == "geannuleerd"

    @property
    def left_the_house(self) -> bool:
        """Whether the letter was sent."""
        return self.state in OUTSIDE

    @property
    def settled(self) -> bool:
        """Whether nothing more has to be done to bring it to its addressee; one that came back is followed up."""
        signed = self.state == "ondertekend" or not self.signatures
        done = signed and self.to_be_sent is None
        return done or self.cancelled or (self.left_the_house and self.state != "teruggekeerd")

    @property
    def next_signature(self) -> Signature | None:
        """The signature that is due now: they are set in order."""
        return next((signature for signature in self.signatures if signature.signed_at is None), None)

    @property
    def proof(self) -> Attachment | None:
        """The proof of deposit that is being added."""
        return self.case.new_piece if self.case else None

    @proof.setter
    def proof(self, piece: dict[str, Any]) -> None:
        """Add the proof of deposit to the pieces of the file, as one of this letter."""
        self.case.new_piece = piece | {"letter_id": self.id}

    @property
    def current_pdf_sha256(self) -> str:
        """The PDF as it stands now: signed where it is signed."""
        return self.signed_sha256 or self.pdf_sha256
