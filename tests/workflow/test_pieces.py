"""Pieces of a file and proofs of a posting, without a database: who adds them, who takes them out, what is kept."""

import factories
import pytest

from tests.workflow.dates import day
from tests.workflow.every_row import tried
from tests.workflow.files import AMAL, GENT, REPORTED, WORKER, letter, sanction
from workflow.models import Letter
from workflow.moment import Actor, Moment
from workflow.procedures.post import POST
from workflow.procedures.sanction import SANCTION
from workflow.roles import Role

SAID = {"title": "Attest", "name": "attest.pdf", "kind": "pdf", "size": 1, "sha256": "ab" * 32, "shared": False}


def _moment(person=WORKER, organisation=GENT, role=Role.SOCIAL_WORKER, on=REPORTED):
    return Moment(factories.at(on), Actor("Mia Werker", frozenset({role}), organisation, person))


def _with_piece(person=WORKER):
    case = sanction()
    case.new_piece = SAID
    SANCTION.take("voeg_stuk_toe", case, _moment(person))
    return case


def test_a_new_piece_gets_its_day_and_who_added_it():
    piece = _with_piece().attachments[0]
    assert (piece.added_at, piece.added_by_id, piece.title) == (factories.at(REPORTED), WORKER, "Attest")
    assert (piece.removed_at, piece.removed_reason) == (None, None)


def test_the_piece_that_was_added_before_is_not_the_new_one():
    case = _with_piece()
    assert case.new_piece is None
    case.new_piece = SAID | {"title": "Tweede"}
    assert case.new_piece.title == "Tweede"
    assert len(case.attachments) == 2


def test_a_piece_that_is_taken_out_keeps_its_reason_and_its_day():
    case = _with_piece()
    case.remark, later = "Van een andere cliënt", day("Tue 10/03/2026")
    case.leaving_piece = {"id": case.attachments[0].id}
    SANCTION.take("verwijder_stuk", case, _moment(on=later))
    piece = case.attachments[0]
    assert (piece.removed_reason, piece.removed_at) == ("Van een andere cliënt", factories.at(later))
    assert case.leaving_piece is None
    case.leaving_piece = {"id": piece.id}
    assert case.leaving_piece is None, "what is out does not leave again"


@pytest.mark.parametrize(
    ("adder", "person", "organisation", "role", "allowed"),
    [
        (WORKER, WORKER, GENT, Role.SOCIAL_WORKER, True),
        ("tb", WORKER, GENT, Role.SOCIAL_WORKER, True),  # the organisation that owns the file decides
        ("tb", "tb", AMAL, Role.COUNSELLOR, True),
        (WORKER, "tb", AMAL, Role.COUNSELLOR, False),
        ("contact", "tb", AMAL, Role.COUNSELLOR, False),
    ],
)
def test_a_guest_takes_out_only_what_he_added(adder, person, organisation, role, allowed):
    case = _with_piece(adder)
    case.leaving_piece = {"id": case.attachments[0].id}
    step = SANCTION.step("verwijder_stuk", "gemeld")
    reasons = [str(reason) for reason in step.objections(case, _moment(person, organisation, role))]
    assert bool(reasons) is not allowed
    assert all(reason.startswith("Kies een stuk dat nog in het dossier zit.") for reason in reasons)


def test_a_piece_of_another_file_is_not_taken_out():
    assert tried("sanction", "verwijder_stuk", lambda case: _another(case)) == [
        "Kies een stuk dat nog in het dossier zit. Wat een ander toevoegde, haalt enkel wie het dossier bezit eruit."
    ]


def _another(case):
    case.attachments[0].removed_reason = None
    case.leaving_piece = {"id": "van een ander dossier"}


def test_a_proof_belongs_to_its_letter():
    row = letter("verzonden")
    row.case = sanction()
    row.proof = SAID
    POST.take("voeg_bewijs_toe", row, _moment(role=Role.CLERK))
    proof = row.case.attachments[0]
    assert (proof.letter_id, proof.added_by_id, row.state) == (row.id, WORKER, "verzonden")
    assert Letter().proof is None


@pytest.mark.parametrize("state", ["ontwerp", "ter_ondertekening", "ondertekend", "geannuleerd"])
def test_a_letter_that_did_not_leave_has_no_proof(state):
    assert POST.step("voeg_bewijs_toe", state) is None


def test_adding_moves_no_version_and_taking_out_does():
    assert {step.silent for step in SANCTION.steps if step.action == "voeg_stuk_toe"} == {True}
    assert {step.silent for step in SANCTION.steps if step.action == "verwijder_stuk"} == {False}
    assert {step.silent for step in POST.steps if step.action == "voeg_bewijs_toe"} == {True}


def test_pieces_are_added_in_every_state_by_everybody_who_writes_notes():
    for state in SANCTION.states:
        roles = SANCTION.step("noteer", state.key).roles
        assert [SANCTION.step(a, state.key).roles for a in ("voeg_stuk_toe", "verwijder_stuk")] == [roles, roles]
