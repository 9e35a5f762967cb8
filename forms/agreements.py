"""The register of agreements, and the text that is valid on any day (SWO art. 15 and 17)."""

from collections import defaultdict
from datetime import date

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from forms.access import moment, one_or_404, open_to, visible_cases
from forms.fields import cleaned, read_date
from workflow.models import Agreement, Case, db
from workflow.moment import Moment
from workflow.procedures.agreement import AGREEMENT, READERS
from workflow.register import WORKFLOWS
from workflow.roles import Role

bp = Blueprint("agreements", __name__, url_prefix="/overeenkomsten")


def _asked_day(when: Moment) -> tuple[date, str]:
    """Read the day in the address, and say what is wrong with it; without one it is today."""
    typed = cleaned(request.args.get("dag", ""))[0][:20]
    try:
        return (read_date(typed, when.today) if typed else when.today), ""
    except ValueError:
        return when.today, _("'%(typed)s' is geen datum. Schrijf bijvoorbeeld 15/12/2026.", typed=typed)


@bp.get("")
@open_to(*READERS)
def index() -> ResponseReturnValue:
    """List the agreements of this organisation, with the version that was valid on a day."""
    when = moment()
    day, wrong = _asked_day(when)
    query = visible_cases(when).where(Case.kind == AGREEMENT.kind).order_by(Case.id.desc())
    return render_template(
        "agreement/index.html",
        rows=list(db.session.scalars(query).unique()),
        beside=_beside(when),
        day=day,
        wrong=wrong,
        workflow=AGREEMENT,
        workflows=WORKFLOWS,
        may_open=Role.DIRECTORATE in when.actor.roles,
        when=when,
    )


def _beside(when: Moment) -> dict[str, list[Case]]:
    """Return what still runs beside each agreement: notices of default and deviations."""
    kinds = [kind for kind, table in WORKFLOWS.items() if AGREEMENT.kind in table.beside]
    running: dict[str, list[Case]] = defaultdict(list)
    for case in db.session.scalars(visible_cases(when).where(Case.kind.in_(kinds), Case.closed_on.is_(None))).unique():
        running[case.origin_id or ""].append(case)
    return running


@bp.get("/<reference>/tekst")
@open_to(*READERS)
def text(reference: str) -> ResponseReturnValue:
    """Show the text of an agreement as it was valid on a day."""
    when = moment()
    day, wrong = _asked_day(when)
    case: Agreement = one_or_404(visible_cases(when).where(Case.kind == AGREEMENT.kind, Case.reference == reference))
    return render_template("agreement/text.html", case=case, day=day, wrong=wrong, version=case.text_on(day), when=when)
