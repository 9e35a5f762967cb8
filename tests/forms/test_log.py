"""The log is the proof: the database refuses to change it, and `verify` finds whatever was changed all the same."""

from datetime import date

import pytest
from flask import current_app
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from letters.store import store
from tests.walks import sanction as journey
from workflow.models import LogEntry, db


@pytest.fixture
def file(house, people, clock):
    """A file with a log of some lines and a sent letter, on either database."""
    return journey.File(people, clock).to("aangemaand")


def _verify(app):
    """Run the command as the office does; return its exit code and what it said."""
    db.session.commit()
    result = app.test_cli_runner().invoke(args=["verify"])
    return result.exit_code, result.output


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log_entry SET remark = 'anders'",
        "UPDATE log_entry SET hash = hash WHERE number = 1",
        "DELETE FROM log_entry",
        "DELETE FROM log_entry WHERE number = 2",
    ],
)
def test_the_database_refuses_to_change_the_log(house, file, statement):
    with pytest.raises(DBAPIError, match="het logboek kan niet gewijzigd worden"):
        db.session.execute(text(statement))
    db.session.rollback()
    assert _verify(house) == (0, "Het logboek klopt.\n")


def test_the_database_refuses_to_empty_the_log(postgres_app):
    with pytest.raises(DBAPIError, match="het logboek kan niet gewijzigd worden"):
        db.session.execute(text("TRUNCATE log_entry"))


def test_the_program_itself_cannot_change_an_entry(house, file):
    db.session.query(LogEntry).first().remark = "anders"
    with pytest.raises(DBAPIError, match="het logboek kan niet gewijzigd worden"):
        db.session.commit()
    db.session.rollback()


def _open(house):
    """Take the lock off the log, as somebody with the keys of the database could."""
    on_table = " ON log_entry" if db.engine.dialect.name == "postgresql" else ""
    for event in ("update", "delete"):
        db.session.execute(text(f"DROP TRIGGER log_entry_no_{event}{on_table}"))


EDITS = {
    "remark = 'anders'": "is veranderd na het schrijven",
    "actor_name = 'Iemand Anders'": "is veranderd na het schrijven",
    "role = 'beheerder'": "is veranderd na het schrijven",
    "action = 'seponeer'": "is veranderd na het schrijven",
    "fields = '{}'": "is veranderd na het schrijven",
    "papers = '[1]'": "is veranderd na het schrijven",
    "ticket = 'x'": "is veranderd na het schrijven",
    "version = 9": "is veranderd na het schrijven",
    "organisation_id = NULL": "is veranderd na het schrijven",
    "at = '2026-03-02 08:00:00'": "is veranderd na het schrijven",
    f"previous = '{'f' * 64}'": "sluit niet aan op de regel ervoor",
    f"hash = '{'e' * 64}'": "is veranderd na het schrijven",
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edited_line_is_named(app, staff, clock, edit):
    file = journey.File(staff, clock).to("aanmaning")
    _open(app)
    db.session.execute(text(f"UPDATE log_entry SET {edit} WHERE number = 1"))
    code, said = _verify(app)
    assert code == 1
    assert f"{file.case.reference}, regel 1: {EDITS[edit]}" in said


def test_an_edited_line_is_named_on_either_database(house, file):
    _open(house)
    db.session.execute(text("UPDATE log_entry SET shared = true, remark = 'x' WHERE number = 3"))
    code, said = _verify(house)
    assert (code, said) == (1, f"{file.case.reference}, regel 3: is veranderd na het schrijven\n1 fouten gevonden.\n")


def test_a_deleted_line_is_named(house, file):
    _open(house)
    db.session.execute(text("DELETE FROM log_entry WHERE number = 3"))
    code, said = _verify(house)
    assert code == 1
    assert f"{file.case.reference}, regel 4: sluit niet aan op de regel ervoor" in said


def test_a_deleted_last_line_is_missed(house, file):
    _open(house)
    db.session.execute(text(f"DELETE FROM log_entry WHERE number = {file.case.entries}"))
    code, said = _verify(house)
    assert code == 1
    assert f"{file.case.reference}: de laatste regel ontbreekt of hoort er niet bij" in said


def test_an_inserted_line_is_named(app, staff, clock):
    file = journey.File(staff, clock).to("gemeld")
    db.session.execute(
        text(
            "INSERT INTO log_entry SELECT 'x', chain_id, 2, at, actor_id, actor_name, role, organisation_id, "
            "subject_kind, subject_id, version, 'noteer', source, dest, 'verzonnen', fields, papers, shared, 'y', "
            "hash, 'z' FROM log_entry"
        )
    )
    code, said = _verify(app)
    assert code == 1 and f"{file.case.reference}, regel 2: is veranderd na het schrijven" in said
    assert "de laatste regel ontbreekt of hoort er niet bij" in said


def test_a_file_put_in_another_state_behind_the_log_is_named(app, staff, clock):
    file = journey.File(staff, clock).to("aanmaning")
    file.case.state = "aangemaand"
    code, said = _verify(app)
    assert code == 1 and f"{file.case.reference}: de stand in het dossier is niet die van het logboek" in said


def test_a_session_has_its_chain_too(app, staff, clock):
    file = journey.File(staff, clock)
    session = file.plan_session(date(2026, 4, 28))
    session.state = "gesloten"
    code, said = _verify(app)
    assert code == 1 and f"{session.reference}: de stand in het dossier is niet die van het logboek" in said


@pytest.mark.parametrize("paper", ["docx_sha256", "pdf_sha256", "signed_sha256", "template_sha256"])
def test_a_missing_document_is_named(app, staff, clock, paper, monkeypatch, tmp_path):
    letter = journey.File(staff, clock).to("aangemaand").letter("aanmaning")
    assert _verify(app)[0] == 0
    _in_a_copy_of_the_store(monkeypatch, tmp_path)
    store._path(getattr(letter, paper)).unlink()
    assert _verify(app) == (1, f"{letter.reference}: {getattr(letter, paper)}: ontbreekt\n1 fouten gevonden.\n")


SWAPPED = {
    "docx_sha256": "het Word-bestand",
    "signed_sha256": "de PDF",
    "template_sha256": "het sjabloon",
    "facts": "de vastgelegde gegevens",
}


@pytest.mark.parametrize("part", SWAPPED)
def test_a_paper_or_a_fact_put_in_the_place_of_another_is_named(file, part):
    letter = file.letter("aanmaning")
    other = letter.facts | {"kenmerk": "BR-2026-9999"} if part == "facts" else letter.pdf_sha256
    setattr(letter, part, other)
    told = f"{letter.reference}: {SWAPPED[part]} van de brief is niet wat het logboek zegt\n1 fouten gevonden.\n"
    assert _verify(current_app) == (1, told)


def test_the_numbered_copies_of_a_letter_are_sealed_too(file_at, app):
    file = file_at("beslist")
    file.post("beslissing", "leg_voor", "secretaris", number_of_copies=2)
    assert _verify(app)[0] == 0
    letter = file.letter("beslissing")
    letter.further_copies[0].docx_sha256 = letter.docx_sha256
    told = f"{letter.reference}: de genummerde exemplaren van de brief is niet wat het logboek zegt"
    assert told in _verify(app)[1]


def test_a_changed_document_is_named(app, staff, clock, monkeypatch, tmp_path):
    letter = journey.File(staff, clock).to("aangemaand").letter("aanmaning")
    _in_a_copy_of_the_store(monkeypatch, tmp_path)
    path = store._path(letter.signed_sha256)
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    assert _verify(app) == (1, f"{letter.reference}: {letter.signed_sha256}: is veranderd\n1 fouten gevonden.\n")


def test_the_paper_of_the_first_of_two_signatures_is_looked_at_too(file_at, app, monkeypatch, tmp_path):
    letter = file_at("kennisgegeven").letter("beslissing")
    first, last = (signature.sha256 for signature in letter.signatures)
    assert last == letter.signed_sha256 != first
    _in_a_copy_of_the_store(monkeypatch, tmp_path)
    store._path(first).unlink()
    assert _verify(app) == (1, f"{letter.reference}: {first}: ontbreekt\n1 fouten gevonden.\n")


def _in_a_copy_of_the_store(monkeypatch, folder):
    """Work in a copy of the documents, so that the other tests keep theirs."""
    import shutil

    shutil.copytree(store.folder, folder / "documents")
    monkeypatch.setattr(store, "folder", folder / "documents")


def test_an_empty_office_has_a_log_that_is_right(house):
    assert _verify(house) == (0, "Het logboek klopt.\n")
