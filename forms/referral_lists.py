"""Who has to be watched: imposed in the GPMI but not referred, and the VDAB term that comes near (SWO art. 4, 10)."""

from dataclasses import dataclass
from datetime import date

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload, selectinload

from forms.access import moment, open_to, visible_cases, visible_clients
from workflow.models import Case, Client, Deadline, GpmiAnnex, Referral, db
from workflow.moment import Moment
from workflow.register import WORKFLOWS
from workflow.roles import Role

bp = Blueprint("referral_lists", __name__, url_prefix="/doorverwijzingen")

COVERS = ("verzonden", "teruggestuurd", "aanvaard", "lopend", "b1_opvolging", "afgerond")
"""The states in which a client was really referred: a draft, a refusal or a withdrawal covers nothing."""

MOST = 200


@dataclass(frozen=True)
class Missing:
    """A client with imposed parts for which he was not referred: since when, how late, and what is on its way."""

    client: Client
    annex: GpmiAnnex
    parts: list[str]
    days: int
    underway: list[Referral]


def _in_force(when: Moment) -> list[GpmiAnnex]:
    """Return the signed annexes with parts that are in force today, of the clients this person may see."""
    known = visible_clients(when).with_only_columns(Client.id)
    query = select(GpmiAnnex).where(
        GpmiAnnex.client_id.in_(known),
        GpmiAnnex.signed_on.is_not(None),
        GpmiAnnex.from_on <= when.today,
        or_(GpmiAnnex.until_on.is_(None), GpmiAnnex.until_on >= when.today),
    )
    newest: dict[str, GpmiAnnex] = {}
    for annex in db.session.scalars(query.order_by(GpmiAnnex.client_id, GpmiAnnex.number)):
        newest[annex.client_id] = annex
    return [annex for annex in newest.values() if annex.parts]


def _referrals(client_ids: list[str], when: Moment) -> dict[str, list[Referral]]:
    """Return the referrals of clients, by client."""
    query = visible_cases(when).where(Case.kind == "referral", Case.client_id.in_(client_ids))
    found: dict[str, list[Referral]] = {}
    for case in db.session.scalars(query.options(selectinload(Referral.versions))).unique():
        assert isinstance(case, Referral) and case.client_id
        found.setdefault(case.client_id, []).append(case)
    return found


def _days_late(annex: GpmiAnnex, today: date) -> int:
    assert annex.signed_on
    return (today - annex.signed_on).days


def missing(when: Moment) -> list[Missing]:
    """Return every client with imposed parts no referral covers, the longest first (SWO art. 4)."""
    annexes = _in_force(when)
    referrals = _referrals([annex.client_id for annex in annexes], when)
    clients = {client.id: client for client in db.session.scalars(visible_clients(when))} if annexes else {}
    found = []
    for annex in annexes:
        cases = referrals.get(annex.client_id, [])
        covered = {part for case in cases if case.state in COVERS for part in case.parts}
        if left := [part for part in annex.parts if part not in covered]:
            underway = [case for case in cases if case.closed_on is None]
            days = _days_late(annex, when.today)
            found.append(Missing(clients[annex.client_id], annex, left, days, underway))
    return sorted(found, key=lambda each: (-each.days, each.client.search_name))


@bp.get("/niet-doorverwezen")
@open_to(Role.SOCIAL_WORKER, Role.TEAM_LEAD)
def not_referred() -> ResponseReturnValue:
    """List who has parts imposed in the GPMI and was not referred for them, with the days since the signature."""
    when = moment()
    rows = missing(when)
    may_open = Role.SOCIAL_WORKER in when.actor.roles
    return render_template(
        "referral/not_referred.html",
        rows=rows[:MOST],
        total=len(rows),
        workflows=WORKFLOWS,
        may_open=may_open,
        when=when,
    )


@bp.get("/vdab")
@open_to(Role.SOCIAL_WORKER, Role.TEAM_LEAD, Role.COUNSELLOR, Role.CONTACT_POINT)
def vdab() -> ResponseReturnValue:
    """List the clients who still have to register with the VDAB, the most overdue first (SWO art. 10)."""
    when = moment()
    running = visible_cases(when).where(Case.kind == "referral", Case.state == "lopend").with_only_columns(Case.id)
    query = (
        select(Deadline)
        .where(Deadline.name == "vdab", Deadline.status == "loopt", Deadline.case_id.in_(running))
        .options(joinedload(Deadline.case).joinedload(Case.client))
        .order_by(Deadline.due_on, Deadline.id)
        .limit(MOST)
    )
    rows = [(deadline, deadline.case) for deadline in db.session.scalars(query)]
    return render_template("referral/vdab.html", rows=rows, when=when)
