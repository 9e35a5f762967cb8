"""A new file before its first step: whose it is, with whom it is shared, who will handle it, what it comes from."""

from sqlalchemy.orm import Session

from workflow.models import Case, CaseShare, Client, Organisation
from workflow.moment import Moment
from workflow.table import Workflow


def new_case(
    session: Session, workflow: Workflow, client: Client | None, when: Moment, origin: Case | None = None
) -> Case:
    """Prepare a file of a kind, about a client if it has one; it exists only once its first step is taken.

    It belongs to the organisation the table names, or to that of whoever opens it, and is shared
    with the partner of its kind: always, or only about a joint client (SWO art. 1). `origin` is
    the file it comes from.
    """
    with session.no_autoflush:
        owner = _owner(session, workflow, when)
        shares = [CaseShare(organisation=each, since=when.now) for each in _partners(session, workflow, client, owner)]
        row: type[Case] = Case.__mapper__.polymorphic_map[workflow.kind].class_
        followed = {} if client is None else _followed(client)
        return row(client=client, owner=owner, owner_id=owner.id, shares=shares, origin=origin, **followed)


def _owner(session: Session, workflow: Workflow, when: Moment) -> Organisation:
    if workflow.owner:
        return session.query(Organisation).filter_by(key=workflow.owner).one()
    return session.get_one(Organisation, when.actor.organisation_id)


def _partners(session: Session, workflow: Workflow, client: Client | None, owner: Organisation) -> list[Organisation]:
    """Return with whom a new file is shared: of a kind that stands in the table, and not its owner."""
    if workflow.partner is None:
        return []
    found = session.query(Organisation).filter(Organisation.kind == workflow.partner, Organisation.id != owner.id)
    known = {share.organisation_id for share in client.shares} if client else set()
    return [each for each in found if not workflow.joint or each.id in known]


def _followed(client: Client) -> dict[str, str | None]:
    return {"handler_id": client.social_worker_id, "counsellor_id": client.counsellor_id}
