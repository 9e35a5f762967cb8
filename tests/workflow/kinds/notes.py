"""What every kind of file has at any moment, in the tests over every table: notes, pieces, an overdue turn."""

import factories

from tests.workflow.dates import day
from tests.workflow.files import REPORTED
from tests.workflow.spoils import put
from workflow.models import Baton


def adding(case):
    """A piece is added."""
    case.new_piece = {"title": "Attest", "name": "attest.pdf", "kind": "pdf", "size": 1, "sha256": "ab" * 32}


def leaving(case):
    """A piece of one's own is taken out."""
    adding(case)
    piece = case.attachments[0]
    piece.organisation_id, piece.added_by_id, piece.added_at = "gent", "mw", factories.at(REPORTED)
    case.leaving_piece = {"id": piece.id}


def overdue(case):
    """A turn passed its last day, two days before."""
    late = {"role": "maatschappelijk_werker", "since": day("Mon 02/02/2026"), "due_on": day("Fri 27/02/2026")}
    case.batons = [Baton(organisation_id="gent", task="maan_aan", **late)]


def reported(case):
    """An overdue turn was put before the team leads."""
    case.escalated_on = REPORTED


CHANGES = {
    "voeg_stuk_toe": adding, "verwijder_stuk": leaving, "escaleer": overdue, "volg_vertraging_op": reported,
}  # fmt: skip


def without_new_piece(row):
    """No file was chosen."""
    row.chain.attachments.clear()


def piece_of_somebody_else(case):
    """The piece is another's, in a file of another organisation."""
    case.owner_id, case.attachments[0].added_by_id = "ocmw_evergem", "een ander"


SPOILS = {
    "note_written": put(remark=""),
    "assigned_to_somebody": put(handler_id=None),
    "piece_given": without_new_piece,
    "piece_chosen": piece_of_somebody_else,
    "removal_explained": put(remark=""),
    "shared_turn_overdue": put(escalated=["gent/maan_aan//2026-02-27"]),
    "delay_reported": put(delay_answered=["gent"]),
    "delay_answer_given": put(remark=""),
}

HOLDS_ON_AN_EMPTY_FILE = set()
