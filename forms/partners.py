"""The other organisation of a joint client: welfare centre and agency know the same people (SWO art. 1)."""

from workflow.models import Organisation, db
from workflow.moment import Moment
from workflow.roles import Kind

ACROSS = {Kind.OCMW: Kind.AGENCY, Kind.AGENCY: Kind.OCMW}


def partners_of(when: Moment) -> list[Organisation]:
    """Return the organisations across from the one somebody acts for."""
    ours = db.session.get_one(Organisation, when.actor.organisation_id)
    other = ACROSS.get(Kind(ours.kind))
    return db.session.query(Organisation).filter_by(kind=other).all() if other else []
