"""The commands of the office: furnishing it, checking it, and the clock that moves what time made possible."""

from datetime import date

import pytest
from stdnum.be import nn

from forms.demo import breach, committee, names, people, sanction_files, stories
from letters.signatures.validation import inspect
from letters.store import store
from tests.forms import postgres
from tests.forms.dump import changes, dump
from workflow import chain
from workflow.models import (
    AgendaItem,
    BcsdSession,
    Case,
    Client,
    Deadline,
    Letter,
    LogEntry,
    Person,
    Sanction,
    db,
)
from workflow.procedures.agenda_item import AGENDA_ITEM
from workflow.register import CASES

REAL_PEOPLE = (
    "De Bruycker", "Hemelsoet", "Coddens", "Hullebroeck", "De Maertelaere", "Coene", "Karanfil", "Anthuenis",
    "Asselman", "Van Rooy", "Bruyneel", "Dethy", "Yildiz", "Devisschere", "Van Belle", "Dubus",
)  # fmt: skip
"""Names that belong to people who exist: nobody in the demonstration may bear them."""


@pytest.fixture
def small(monkeypatch):
    """A demonstration of one file for every state and every fate, instead of a hundred and thirty."""
    monkeypatch.setattr(sanction_files, "PLAN", [row._replace(files=1) for row in sanction_files.PLAN])
    monkeypatch.setattr(people, "CLIENTS", 100)


def _run(app, *words):
    """Type a command as the office does; return its exit code and what it said."""
    db.session.commit()
    result = app.test_cli_runner().invoke(args=words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result.exit_code, result.output


@pytest.fixture
def demonstration(app, shelf, small):
    """The demonstration office, furnished once by its own command and put back for every test."""
    if "demonstratie" not in shelf.moments:
        code, said = _run(app, "demo")
        count = db.session.query(Case).count()
        assert (code, said.splitlines()[-1]) == (0, f"Demonstratiekantoor klaar: 100 cliënten, {count} dossiers.")
        shelf.put_aside("demonstratie")
    shelf.take_down("demonstratie")
    return app


def test_the_demonstration_has_a_file_of_every_kind_in_every_state(demonstration):
    found = {tuple(row) for row in db.session.execute(db.select(Case.kind, Case.state))}
    every = {(workflow.kind, state.key) for workflow in CASES for state in workflow.states}
    assert every - found == {("session", "geschorst")}, "a committee that votes now is not in a break elsewhere"
    assert db.session.query(LogEntry).filter_by(subject_kind="session", dest="geschorst").count()


def test_the_points_on_the_agendas_of_the_demonstration_ended_in_every_way(demonstration):
    found = set(db.session.scalars(db.select(AgendaItem.state)))
    assert {state.key for state in AGENDA_ITEM.states if state.end} < found


def test_somebody_who_opens_the_demonstration_can_vote_at_once(demonstration):
    session = db.session.query(BcsdSession).filter_by(state="geopend").one()
    item = next(each for each in session.items if each.state == "stemming")
    seats = {seat.person.login: seat.id for seat in session.seats}
    assert {seats["voorzitter"], seats["lid"]} <= item.room.voters - item.choices.keys()
    assert 0 < item.voted < len(item.room.voters)


def test_the_minutes_of_every_session_of_the_demonstration_were_put_before_a_next_one(demonstration):
    held = db.session.query(BcsdSession).filter(BcsdSession.ended_at.is_not(None)).order_by(BcsdSession.held_on).all()
    assert len(held) > 15
    assert [session.state for session in held] == ["goedgekeurd"] * (len(held) - 1) + ["gesloten"]
    assert all(len(session.approvals) >= 1 for session in held)
    assert held[-1].approvals[0].session.state == "opgeroepen"


def test_a_referral_of_the_demonstration_led_to_a_breach_a_sanction_and_an_appeal(demonstration):
    sanction = db.session.query(Sanction).filter(Sanction.origin_id.is_not(None)).one()
    assert (sanction.state, sanction.origin.kind) == ("in_beroep", "referral")
    assert not any(link.broken for link in sanction.proof_chain)
    annex = sanction.origin.versions[-1].annex
    assert annex.gpmi.state == "ondertekend" and annex.gpmi.client is sanction.client


def test_every_chain_and_every_document_of_the_demonstration_is_right(demonstration):
    assert _run(demonstration, "verify") == (0, "Het logboek klopt.\n")
    cases = db.session.query(Case).all()
    lines = {case.id: db.session.query(LogEntry).filter_by(chain_id=case.id).order_by("number").all() for case in cases}
    assert [problem for case in cases for problem in chain.breaks(case, lines[case.id])] == []
    assert [len(lines[case.id]) for case in cases] == [case.entries for case in cases]


def test_a_signed_letter_of_every_name_in_the_demonstration_is_valid(demonstration):
    letters = [letter for letter in db.session.query(Letter) if letter.signed_sha256 and letter.signatures]
    signed = {letter.name: letter for letter in letters}
    assert len(signed) > 25
    for letter in signed.values():
        last = max(each.signed_at for each in letter.signatures if each.signed_at)
        findings = inspect(store.get(letter.signed_sha256), last)
        found = [(finding.name, finding.valid) for finding in findings]
        assert found == [(each.name, True) for each in letter.signatures if each.signed_at], letter.reference


def test_the_clients_of_the_demonstration_have_numbers_that_can_exist(demonstration):
    clients = db.session.query(Client).all()
    assert len({client.national_number for client in clients}) == len(clients) == 100
    for client in clients:
        assert nn.is_valid(client.national_number), client.name
        assert nn.get_birth_date(client.national_number) == client.born_on
        assert nn.get_gender(client.national_number) == ("M" if client.salutation == "heer" else "F")


def test_no_term_of_the_demonstration_ends_before_it_starts(demonstration):
    deadlines = db.session.query(Deadline).all()
    assert len(deadlines) > 30
    assert [d.name for d in deadlines if d.due_on < d.started_on or (d.stopped_on or d.due_on) < d.started_on] == []


def test_nobody_in_the_demonstration_is_somebody_who_exists(demonstration):
    shown = [who.name for model in (Person, Client) for who in db.session.query(model)]
    could_be = [*names.LAST_NAMES, *(last for staff in names.STAFF.values() for *_others, last in staff)]
    assert len(shown) > 60 and len(could_be) > 80
    assert [(real, name) for real in REAL_PEOPLE for name in (*shown, *could_be) if real.lower() in name.lower()] == []


def test_the_demonstration_refuses_a_database_that_is_not_empty(demonstration):
    before = dump()
    refusal = "De databank is niet leeg: het demonstratiekantoor wordt niet aangelegd.\n"
    assert _run(demonstration, "demo") == (1, refusal)
    assert changes(before, dump()) == []


def test_setup_furnishes_an_office_once_and_keeps_what_is_there(office, clock, small, monkeypatch, tmp_path):
    rows = [row for row in sanction_files.PLAN if row.state in ("gemeld", "aangemaand")]
    monkeypatch.setattr(sanction_files, "PLAN", rows)
    monkeypatch.setattr(breach, "write", lambda clients, today, random: [])
    monkeypatch.setattr(committee, "WEEKS", range(-15, 6, 2))
    monkeypatch.setattr(stories, "ROOMS", ())
    clock.set(date(2026, 3, 2))
    app = postgres.app_on("", office, SQLALCHEMY_DATABASE_URI=f"sqlite:///{tmp_path}/nieuw.sqlite")
    with app.app_context():
        code, first = _run(app, "setup")
        assert code == 0 and "Demonstratiekantoor klaar: 100 cliënten, 14 dossiers." in first
        assert "Handreiking staat open op http://127.0.0.1:8000" in first and "handreiking-demo" in first
        before = dump()
        code, again = _run(app, "setup")
        assert code == 0 and "Demonstratiekantoor klaar" not in again and "handreiking-demo" in again
        assert changes(before, dump()) == []
        db.session.remove()
        db.engine.dispose()
