"""The clock on the wall: the only place where the time is read."""

from datetime import datetime

from flask import current_app
from sqlalchemy import select

from forms.actions import catch_up
from workflow.models import Case, Deadline, db
from workflow.models.database import for_writing
from workflow.moment import BRUSSELS, civil_date


def system_clock() -> datetime:
    """Read the time of this machine, in Brussels."""
    return datetime.now(BRUSSELS)


def now() -> datetime:
    """Tell the time; tests put another clock on the wall."""
    moment: datetime = current_app.config["CLOCK"]()
    return moment


def run(moment: datetime) -> list[str]:
    """Take every automatic step that time has made possible; running twice does nothing more.

    Returns the references of the files that moved.
    """
    today = civil_date(moment)
    due = select(Deadline.case_id).where(Deadline.status == "loopt", Deadline.due_on < today).distinct()
    moved = []
    for case_id in db.session.scalars(due).all():
        db.session.rollback()
        with for_writing():
            case = db.session.get_one(Case, case_id)
            before = case.entries
            catch_up(case, moment)
            if case.entries > before:
                moved.append(case.reference)
    return moved
