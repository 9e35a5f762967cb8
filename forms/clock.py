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


class FilesFailed(Exception):
    """Some files could not be brought up to date; `moved` names those that were, `failed` says what went wrong."""

    def __init__(self, moved: list[str], failed: dict[str, Exception]) -> None:
        super().__init__(f"the clock failed for {', '.join(failed)}")
        self.moved, self.failed = moved, failed


def run(moment: datetime) -> list[str]:
    """Take every automatic step that time has made possible; running twice does nothing more.

    Returns the references of the files that moved. A file whose step fails keeps its state and does not
    stop the others; when all had their turn, FilesFailed is raised.
    """
    today = civil_date(moment)
    due = select(Deadline.case_id).where(Deadline.status == "loopt", Deadline.due_on <= today).distinct()
    moved: list[str] = []
    failed: dict[str, Exception] = {}
    for case_id in db.session.scalars(due).all():
        db.session.rollback()
        reference = db.session.get_one(Case, case_id).reference
        db.session.rollback()
        try:
            if _catch_up(case_id, moment):
                moved.append(reference)
        except Exception as error:
            db.session.rollback()
            current_app.logger.exception("The clock failed for %s", reference)
            failed[reference] = error
    if failed:
        raise FilesFailed(moved, failed)
    return moved


def _catch_up(case_id: str, moment: datetime) -> bool:
    """Take the automatic steps of one file; say whether it moved."""
    with for_writing():
        case = db.session.get_one(Case, case_id)
        before = case.entries
        catch_up(case, moment)
        return case.entries > before
