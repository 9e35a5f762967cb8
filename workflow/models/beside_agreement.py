"""A file that stands beside an agreement: a notice of default, a deviation (SWO art. 15, 17)."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, or_, select

from workflow.models.agreement import Agreement
from workflow.models.case import Case, CaseShare
from workflow.models.organisation import Organisation


class BesideAgreement(Case):
    """A file between the two parties of an agreement; `article` is the one it is about."""

    __abstract__ = True

    article: str
    article_heading: str

    @property
    def agreement(self) -> Agreement | None:
        """The agreement this file stands beside."""
        return self.origin if isinstance(self.origin, Agreement) else None

    @property
    def article_title(self) -> str:
        """The article as the letters call it."""
        return f"artikel {self.article} ({self.article_heading})"

    def other_party(self, organisation_id: str | None) -> Organisation | None:
        """Return who stands across from one of the parties, also while the file is not shared yet."""
        known = super().other_party(organisation_id)
        if known or self.agreement is None:
            return known
        return self.agreement.other_party(organisation_id)


def shared_between(one: str, other: str) -> ColumnElement[bool]:
    """Select the files about clients on which two organisations work together, whoever keeps them."""

    def kept(owner: str, partner: str) -> ColumnElement[bool]:
        """Choose the files of one organisation that the other sees."""
        shared = select(CaseShare).where(CaseShare.case_id == Case.id, CaseShare.organisation_id == partner)
        return and_(Case.owner_id == owner, shared.exists())

    return and_(Case.client_id.is_not(None), or_(kept(one, other), kept(other, one)))
