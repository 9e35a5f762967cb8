"""The file walks the whole table, through perform(), on a real database."""

from tests.walks import sanction as journey
from workflow import chain
from workflow.models import LogEntry, db


def test_a_file_walks_from_report_to_appeal(staff, clock):
    file = journey.File(staff, clock).to("in_beroep")
    entries = db.session.query(LogEntry).filter_by(chain_id=file.case.id).order_by(LogEntry.number).all()
    assert list(chain.breaks(file.case, entries)) == []
    assert [entry.dest for entry in entries if entry.subject_id == file.case.id and entry.source != entry.dest] == [
        *journey.File.LINE
    ]
