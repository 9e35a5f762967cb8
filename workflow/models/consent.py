"""What a party says of something that needs both parties: yes, and who said so when (SWO art. 15, 17)."""

from __future__ import annotations

from abc import abstractmethod
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from workflow.models.database import Base
from workflow.moment import Moment

if TYPE_CHECKING:
    from workflow.models.organisation import Organisation


class Consent(Base):
    """The consent of one party with one thing, given once by a member of its directorate.

    `subject` names what was agreed to within the file: a version of an agreement, a deviation, the
    withdrawal of a notice.
    """

    __tablename__ = "consent"
    __table_args__ = (CheckConstraint("subject <> ''", name="says_to_what"),)

    case_id: Mapped[str] = mapped_column(ForeignKey("case_file.id"), primary_key=True)
    subject: Mapped[str] = mapped_column(primary_key=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"), primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str]
    given_at: Mapped[datetime]


class NeedsBoth:
    """A file in which something holds only once every party agreed to it."""

    parties: list[Organisation]
    consents: list[Consent]

    @property
    @abstractmethod
    def asked_consent(self) -> str:
        """What the parties are asked to agree to now; nothing when they are asked nothing."""

    def consents_with(self, subject: str) -> list[Consent]:
        """Return who agreed to something, in the order in which they did."""
        return [consent for consent in self.consents if consent.subject == subject]

    @property
    def owing(self) -> list[Organisation]:
        """The parties that still have to say whether they agree."""
        subject = self.asked_consent
        given = {consent.organisation_id for consent in self.consents_with(subject)}
        return [party for party in self.parties if party.id not in given] if subject else []

    def agree(self, when: Moment) -> None:
        """Write down that the party of whoever acts agrees."""
        who = when.actor
        assert who.organisation_id and who.person_id, "a party agrees through somebody"
        values = {"organisation_id": who.organisation_id, "person_id": who.person_id, "name": who.name}
        self.consents.append(Consent(subject=self.asked_consent, given_at=when.now, **values))
