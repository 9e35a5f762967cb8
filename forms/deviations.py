"""Which deviations from an agreement hold for a file: they are shown on it, whoever reads it (SWO art. 15)."""

from sqlalchemy import ColumnElement, and_, or_, select

from workflow.models import Case, CaseShare, Deviation, DeviationUse, db
from workflow.moment import Moment
from workflow.procedures.deviation import READERS


def used_by(case: Case, when: Moment) -> list[Deviation]:
    """Return the approved deviations that name a file, and while it is open those that hold for all shared files."""
    if case.client_id is None:
        return []
    named = and_(
        Deviation.state.in_(("geldig", "verlopen")),
        select(DeviationUse).where(DeviationUse.deviation_id == Deviation.id, DeviationUse.case_id == case.id).exists(),
    )
    rules = [named] if case.closed_on else [named, _general(case, when)]
    return list(db.session.scalars(select(Deviation).where(or_(*rules)).order_by(Deviation.until_on)).unique())


def _general(case: Case, when: Moment) -> ColumnElement[bool]:
    """Select what holds today for every file that both parties of this one share."""
    parties = [party.id for party in case.parties]
    partner = select(CaseShare).where(CaseShare.case_id == Deviation.id, CaseShare.organisation_id.in_(parties))
    between = and_(Deviation.owner_id.in_(parties), partner.exists())
    now = and_(Deviation.state == "geldig", Deviation.from_on <= when.today, when.today <= Deviation.until_on)
    return and_(Deviation.general, between, now)


def may_read(when: Moment) -> bool:
    """Say whether somebody opens the deviation itself, or only reads of it in the file."""
    return bool(when.actor.roles & set(READERS))
