"""What dated facts have in common: from a day until a day, with their source and who entered them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from workflow.models.between import Between
from workflow.models.database import new_id
from workflow.models.organisation import Organisation
from workflow.models.person import Person

Fact = TypeVar("Fact", bound=Between)


def on_date(facts: Sequence[Fact], day: date) -> Fact | None:
    """Return the fact that is valid on a day, the latest one when two meet."""
    valid = [fact for fact in facts if fact.valid_on(day)]
    return valid[-1] if valid else None


class DatedFact(Between):
    """A line in the dated register of a client: whose, from when until when, where it was read, who entered it.

    What the office had before it kept who entered a fact has nobody. `note` is for the organisation
    that entered the fact, and for no other.
    """

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    source: Mapped[str]
    note: Mapped[str] = mapped_column(default="", server_default="")
    entered_at: Mapped[datetime | None]

    @declared_attr
    def client_id(cls) -> Mapped[str]:  # noqa: N805 - a declared attribute receives the class
        """The client it is about."""
        return mapped_column(ForeignKey("client.id"), index=True)

    @declared_attr
    def entered_by_id(cls) -> Mapped[str | None]:  # noqa: N805 - a declared attribute receives the class
        """The id of who entered it."""
        return mapped_column(ForeignKey("person.id"))

    @declared_attr
    def entered_by(cls) -> Mapped[Person | None]:  # noqa: N805 - a declared attribute receives the class
        """The person who entered it, where that is known."""
        return relationship(primaryjoin=lambda: Person.id == cls.entered_by_id)

    @declared_attr
    def organisation_id(cls) -> Mapped[str | None]:  # noqa: N805 - a declared attribute receives the class
        """The id of the organisation for which it was entered."""
        return mapped_column(ForeignKey("organisation.id"))

    @declared_attr
    def organisation(cls) -> Mapped[Organisation | None]:  # noqa: N805 - a declared attribute receives the class
        """The organisation for which it was entered, where that is known."""
        return relationship(primaryjoin=lambda: Organisation.id == cls.organisation_id)
