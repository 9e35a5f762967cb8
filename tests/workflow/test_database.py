"""What only a database can show: foreign keys, the closed log, references without gaps, a new file."""

from datetime import UTC, datetime, timedelta, timezone
from types import SimpleNamespace

import factories
import pytest
from sqlalchemy import text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from tests.workflow.dates import day
from workflow import chain
from workflow.models import Case, LogEntry, Person, Sanction, db, new_id
from workflow.models.database import OLDEST_SQLITE, Instant, prepare_sqlite
from workflow.models.sequence import next_reference
from workflow.moment import Moment
from workflow.opening import new_case
from workflow.procedures.sanction import SANCTION

# foreign keys


def write(statement):
    """Write a change and commit it."""
    db.session.execute(text(statement))
    db.session.commit()


def refused(statement):
    """The database refuses a change, at once or at the commit."""
    with pytest.raises(IntegrityError, match="FOREIGN KEY constraint failed"):
        write(statement)


def test_the_state_in_both_tables_of_a_file_is_one(written):
    refused("UPDATE case_file SET state = 'kennisgegeven'")


def test_the_state_may_change_in_both_tables_at_once(written):
    for table in ("case_file", "sanction"):
        db.session.execute(text(f"UPDATE {table} SET state = 'kennisgegeven' WHERE id = '{written}'"))
    db.session.commit()
    assert db.session.get(Case, written).state == "kennisgegeven"


@pytest.mark.parametrize("column", ["advice_id", "agenda_item_id", "decision_id"])
def test_what_stands_in_a_file_exists(written, column):
    refused(f"UPDATE sanction SET {column} = 'onbekend'")


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("case_file", "client_id"),
        ("case_file", "handler_id"),
        ("letter", "to_organisation_id"),
        ("signature", "person_id"),
        ("role_grant", "organisation_id"),
        ("agenda_item", "session_id"),
        ("deadline", "case_id"),
        ("baton", "person_id"),
    ],
)
def test_what_a_row_names_exists(written, table, column):
    refused(f"UPDATE {table} SET {column} = 'onbekend'")


def test_a_client_with_a_file_is_not_deleted(written):
    refused("DELETE FROM client")


# the log


@pytest.mark.parametrize("statement", ["UPDATE log_entry SET remark = 'anders'", "DELETE FROM log_entry"])
def test_the_log_is_closed(written, statement):
    with pytest.raises(DatabaseError, match="het logboek kan niet gewijzigd worden"):
        db.session.execute(text(statement))


def test_the_chain_holds_when_it_is_read_back(written):
    case = db.session.get(Case, written)
    entries = db.session.query(LogEntry).filter_by(chain_id=written).order_by(LogEntry.number).all()
    assert len(entries) == case.entries > 20
    assert list(chain.breaks(case, entries)) == []


def test_an_entry_changed_behind_the_back_of_the_program_is_named(written):
    db.session.execute(text("DROP TRIGGER log_entry_no_update"))
    db.session.execute(text("UPDATE log_entry SET remark = 'anders' WHERE number = 3"))
    case = db.session.get(Case, written)
    entries = db.session.query(LogEntry).filter_by(chain_id=written).order_by(LogEntry.number)
    assert list(chain.breaks(case, entries)) == [f"{case.reference}, regel 3: is veranderd na het schrijven"]


def test_two_people_cannot_both_change_one_version(written):
    case = db.session.get(Case, written)
    db.session.execute(text("UPDATE case_file SET version = version + 1"))
    case.version += 1
    with pytest.raises(StaleDataError):
        db.session.flush()


# references


def test_references_count_per_kind_and_year(app):
    given = [next_reference(db.session(), *which) for which in (("SD", 2026), ("SD", 2026), ("BR", 2026), ("SD", 2027))]
    assert given == ["SD-2026-0001", "SD-2026-0002", "BR-2026-0001", "SD-2027-0001"]


def test_a_reference_that_was_taken_back_is_given_again(app):
    next_reference(db.session(), "SD", 2026)
    db.session.commit()
    assert next_reference(db.session(), "SD", 2026) == "SD-2026-0002"
    db.session.rollback()
    assert next_reference(db.session(), "SD", 2026) == "SD-2026-0002"


def test_references_go_on_after_four_digits(app):
    db.session.execute(text("INSERT INTO sequence (prefix, year, last) VALUES ('SD', 2026, 9999)"))
    assert next_reference(db.session(), "SD", 2026) == "SD-2026-10000"


# a new file


def test_a_new_file_belongs_to_the_centre_and_is_shared_with_the_agency_that_knows_the_client(staff, clock):
    who = factories.client(social_worker=staff["mw"])
    case = new_case(db.session, SANCTION, who, Moment(clock(), factories.acts(staff["tb"])))
    assert isinstance(case, Sanction)
    assert (case.owner.key, case.owner_id, case.client) == ("ocmw_gent", case.owner.id, who)
    assert (case.state, case.handler_id) == ("nieuw", staff["mw"].id)
    assert [(s.organisation.key, s.since) for s in case.shares] == [("amal", clock())]
    assert case not in db.session or db.session.query(Case).count() == 0


def test_a_client_the_agency_does_not_know_is_not_shared(staff, clock):
    partner = factories.organisation("ocmw_evergem")
    who = factories.client(shares=[factories.organisation(), partner])
    case = new_case(db.session, SANCTION, who, Moment(clock(), factories.acts(staff["mw"])))
    assert (case.shares, case.handler_id) == ([], None)
    db.session.expunge_all()


# instants and ids


def test_an_instant_is_kept_in_utc_and_given_back_aware(app):
    person = Person(login="klok", first_name="K", last_name="L", email="k", phone="0", password_hash="!")
    person.locked_until = factories.at(day("Wed 01/07/2026"), 14)
    db.session.add(person)
    db.session.commit()
    assert db.session.execute(text("SELECT locked_until FROM person")).scalar() == "2026-07-01 12:00:00.000000"
    assert person.locked_until == datetime(2026, 7, 1, 12, tzinfo=UTC)
    assert person.locked_until.utcoffset() == timedelta()


def test_postgresql_is_given_an_aware_instant():
    there = timezone(timedelta(hours=2))
    instant = datetime(2026, 7, 1, 14, tzinfo=there)
    assert Instant().process_bind_param(instant, postgresql.dialect()) == datetime(2026, 7, 1, 12, tzinfo=UTC)
    assert Instant().process_result_value(instant, postgresql.dialect()).tzinfo is UTC


def test_no_instant_is_no_instant():
    assert Instant().process_bind_param(None, sqlite.dialect()) is None
    assert Instant().process_result_value(None, sqlite.dialect()) is None


def test_a_naive_time_is_a_mistake():
    with pytest.raises(ValueError, match="time zone"):
        Instant().process_bind_param(datetime(2026, 7, 1, 14), sqlite.dialect())


def test_ids_are_thirty_two_digits_in_the_order_of_time(monkeypatch):
    made = []
    for second in (1, 2, 3):
        monkeypatch.setattr("workflow.models.database.time_ns", lambda second=second: second * 10**9)
        made.append(new_id())
    assert made == sorted(made)
    assert {len(each) for each in made} == {32}
    assert {(each[12], each[16] in "89ab") for each in made} == {("7", True)}
    at_once = [new_id() for _ in range(10_000)]
    assert at_once == sorted(set(at_once)), "also what is made in the same millisecond"


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1), ("busy_timeout", 30000)],
)
def test_sqlite_is_durable_and_strict(app, pragma, value):
    assert db.session.execute(text(f"PRAGMA {pragma}")).scalar() == value


def test_an_old_sqlite_is_refused():
    old = (*OLDEST_SQLITE[:2], OLDEST_SQLITE[2] - 1)
    engine = SimpleNamespace(dialect=SimpleNamespace(dbapi=SimpleNamespace(sqlite_version_info=old)))
    with pytest.raises(RuntimeError, match="is too old"):
        prepare_sqlite(engine)
