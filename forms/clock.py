"""The clock on the wall: the only place where the time is read."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import cast

from flask import current_app
from sqlalchemy import func, or_, select

from forms.actions import catch_up, tell_of_changes
from forms.committee import bundle_shelf
from workflow.models import Case, Client, Deadline, db
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
    """Take every automatic step that time has made possible, in the order of their days; twice does nothing more.

    The reading bundles of sessions that are over are thrown away.

    Returns the references of the files that moved or were written. A file or client for whom it fails stays as
    he was and does not stop the others; when all had their turn, FilesFailed is raised.
    """
    today = civil_date(moment)
    moved: list[str] = []
    failed: dict[str, Exception] = {}
    for _day, subject, subject_id in sorted([*_clients_due(today), *_files_due(today)], key=lambda each: each[0]):
        db.session.rollback()
        reference = _reference(subject, subject_id)
        try:
            said = _catch_up(subject_id, moment) if subject is Case else _tell(subject_id, moment)
            moved += [each for each in said if each not in moved]
        except Exception as error:
            db.session.rollback()
            current_app.logger.exception("The clock failed for %s", reference)
            failed[reference] = error
    bundle_shelf.clear_out()
    if failed:
        raise FilesFailed(moved, failed)
    return moved


Due = tuple[date, type[Case | Client], str]
"""Since which day something is due, and for which file or client."""


def _files_due(today: date) -> list[Due]:
    """Return the files with a term that is over or ends today."""
    first = func.min(Deadline.due_on)
    query = select(first, Deadline.case_id).where(Deadline.status == "loopt", Deadline.due_on <= today)
    return [(day, Case, case_id) for day, case_id in db.session.execute(query.group_by(Deadline.case_id))]


def _clients_due(today: date) -> list[Due]:
    """Return the clients for whom somebody else directs or may sanction by now, and those not looked at yet."""
    due = or_(Client.next_change_on.is_(None), Client.next_change_on <= today)
    query = select(Client.next_change_on, Client.id).where(Client.state == "lopend", due)
    return [(since or date.min, Client, client_id) for since, client_id in db.session.execute(query)]


def _reference(subject: type[Case | Client], subject_id: str) -> str:
    row = cast("Case | Client", db.session.get_one(subject, subject_id))
    reference = row.reference
    db.session.rollback()
    return reference


def _catch_up(case_id: str, moment: datetime) -> list[str]:
    """Take the automatic steps of one file; return the references of what moved: it, and whatever its end moved."""
    with for_writing():
        case = db.session.get_one(Case, case_id)
        before = {each: each.entries for each in _line(case)}
        catch_up(case, moment)
        return [each.reference for each, entries in before.items() if each.entries > entries]


def _line(case: Case | None) -> Iterator[Case]:
    """Yield a file, the file it came from, and so on: the end of one can move the next."""
    while case:
        yield case
        case = case.origin


def _tell(client_id: str, moment: datetime) -> list[str]:
    """Write the changes of direction of one client; return the references of what was written."""
    with for_writing():
        return tell_of_changes(db.session.get_one(Client, client_id), moment)
