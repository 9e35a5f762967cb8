"""The counters behind the references: per kind and year, without gaps."""

from sqlalchemy import text
from sqlalchemy.orm import Mapped, Session, mapped_column

from workflow.models.database import Base


class Sequence(Base):
    """The last number given for one prefix in one year."""

    __tablename__ = "sequence"

    prefix: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[int]


_NEXT = text(
    "INSERT INTO sequence (prefix, year, last) VALUES (:prefix, :year, 1) "
    "ON CONFLICT (prefix, year) DO UPDATE SET last = sequence.last + 1 RETURNING last"
)


def next_reference(session: Session, prefix: str, year: int) -> str:
    """Give the next reference, such as SD-2026-0001; two openers wait for each other."""
    number = session.execute(_NEXT, {"prefix": prefix, "year": year}).scalar_one()
    return f"{prefix}-{year}-{number:04d}"
