"""A new file before its first step: whose it is, with whom it is shared, who will handle it."""

from sqlalchemy.orm import Session

from workflow.models import Case, CaseShare, Client, Organisation
from workflow.moment import Moment
from workflow.roles import Kind
from workflow.table import Workflow


def new_case(session: Session, workflow: Workflow, client: Client, when: Moment) -> Case:
    """Prepare a file of a kind about a client; it exists only once its first step is taken.

    It belongs to the organisation the table names, and is shared with the agency when the
    agency knows the client too (a joint client, SWO art. 1).
    """
    with session.no_autoflush:
        owner = session.query(Organisation).filter_by(key=workflow.owner).one()
        known = session.query(Organisation).filter(
            Organisation.id.in_([share.organisation_id for share in client.shares]),
            Organisation.kind == Kind.AGENCY,
        )
        shares = [CaseShare(organisation=agency, since=when.now) for agency in known]
        row: type[Case] = Case.__mapper__.polymorphic_map[workflow.kind].class_
        return row(client=client, owner=owner, owner_id=owner.id, handler_id=client.social_worker_id, shares=shares)
