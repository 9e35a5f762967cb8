"""The numbers of registered post: each stands on one letter only, or a receipt proves nothing."""

from sqlalchemy import select

from workflow.models import Letter, db


def letter_with(number: str | None, letter_id: str) -> str | None:
    """Return the other letter that left with this number already."""
    if number is None:
        return None
    query = select(Letter.reference).where(Letter.registered_number == number, Letter.id != letter_id)
    return db.session.scalars(query).first()
