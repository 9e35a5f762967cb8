"""The migrations on either database: they make what the models say, and go down and up without losing a row."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from conftest import postgres_answers, require
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect, text

from forms.commands import MIGRATIONS, use_migrations
from tests.forms import archive, postgres
from tests.walks import meetings
from tests.walks import sanction as journey
from workflow.models import Base, Case, db

REVISIONS = [script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()]
"""Every migration, the newest first."""
TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'log_entry'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgrelid = 'log_entry'::regclass AND NOT tgisinternal",
}


@pytest.fixture(params=["sqlite", "postgresql"])
def bare(request, office, tmp_path):
    """The app on a database in which nothing was ever made."""
    if request.param == "sqlite":
        yield from _opened(postgres.app_on("", office, SQLALCHEMY_DATABASE_URI=f"sqlite:///{tmp_path}/leeg.sqlite"))
        return
    require("POSTGRES", postgres_answers(), "PostgreSQL op 127.0.0.1:5432")
    with postgres.database() as name:
        yield from _opened(postgres.app_on(name, office))


def _opened(app):
    with app.app_context():
        use_migrations(app)
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def filled(house, people, clock):
    """An office with files at the begin, half way and at the end, with letters, a session and their log."""
    use_migrations(house)
    for number, state in enumerate(("gemeld", "hoorzitting", "in_beroep")):
        file = journey.File(people, clock, archive._client(people, state, number)).to(state)
    meetings.closed(file, file.session)
    db.session.commit()
    db.session.remove()
    return house


def _tables():
    return set(inspect(db.engine).get_table_names()) - {"alembic_version"}


def _rows():
    """Read every row of every table as the database has it, whatever the models say."""
    with db.engine.connect() as connection:
        return {
            name: [dict(row) for row in connection.execute(text(f'SELECT * FROM "{name}"')).mappings()]
            for name in inspect(connection).get_table_names()
            if name != "alembic_version"
        }


def _held_by_both(one, other):
    """Return the rows of one dump, in the tables and columns that the other has too."""
    columns = {
        name: set(one[name][0]) & set(other[name][0]) for name in one if name in other and one[name] and other[name]
    }
    return {name: sorted(repr([row[c] for c in sorted(kept)]) for row in one[name]) for name, kept in columns.items()}


def _words(found):
    """Say what one column, key or index is; its conditions in words too."""
    return str(
        {
            key: {k: str(v) for k, v in value.items()} if isinstance(value, dict) else value
            for key, value in found.items()
        }
    )


def _shape():
    """Return what the database says of every table: columns, keys, indexes and conditions."""
    seen = inspect(db.engine)
    parts = {
        "columns": seen.get_multi_columns,
        "primary": seen.get_multi_pk_constraint,
        "foreign": seen.get_multi_foreign_keys,
        "unique": seen.get_multi_unique_constraints,
        "checks": seen.get_multi_check_constraints,
        "indexes": seen.get_multi_indexes,
    }
    return {
        f"{name} {part}": sorted(map(_words, [found] if isinstance(found, dict) else found))
        for part, read in parts.items()
        for (_schema, name), found in read().items()
        if name != "alembic_version"
    }


def test_the_migrations_make_what_the_models_say(bare):
    upgrade()
    with db.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    migrated = _shape()
    downgrade(revision="base")
    Base.metadata.create_all(db.engine)
    modelled = _shape()
    assert {part: modelled.get(part) for part in migrated if migrated[part] != modelled.get(part)} == {}
    assert set(modelled) == set(migrated)


def test_there_is_one_newest_migration_and_the_database_gets_there(bare):
    upgrade()
    heads = ScriptDirectory(str(MIGRATIONS)).get_heads()
    with db.engine.connect() as connection:
        assert (MigrationContext.configure(connection).get_current_heads(), heads) == ((REVISIONS[0],), REVISIONS[:1])


def test_every_migration_goes_down_and_up_again_and_keeps_what_both_can_hold(filled):
    assert len([rows for rows in _rows().values() if rows]) > 20
    for revision, older in zip(REVISIONS, [*REVISIONS[1:], "base"], strict=True):
        before, tables = _rows(), _tables()
        downgrade(revision=older)
        assert _tables() <= tables
        down = _rows()
        assert _held_by_both(before, down) == _held_by_both(down, before)
        assert {name: len(down[name]) for name in down} == {name: len(before[name]) for name in down}
        upgrade(revision=revision)
        up = _rows()
        assert _tables() == tables
        assert _held_by_both(up, down) == _held_by_both(down, up)
        downgrade(revision=older)
    assert _tables() == set()


def test_the_log_is_still_right_after_a_migration_went_down_and_up(filled):
    before = db.session.query(Case).count()
    db.session.remove()
    downgrade(revision=REVISIONS[1])
    upgrade()
    assert db.session.query(Case).count() == before == 4, "three files and their session"
    result = filled.test_cli_runner().invoke(args=["verify"])
    assert (result.exit_code, result.output) == (0, "Het logboek klopt.\n")


def test_a_database_that_went_down_to_nothing_can_start_again(filled):
    downgrade(revision="base")
    assert _tables() == set()
    upgrade()
    assert _tables() == set(Base.metadata.tables)
    assert {name for name, rows in _rows().items() if rows} == {"handoff_line"}  # the example of the checklist


def test_the_triggers_of_the_log_are_there(bare):
    upgrade()
    kind = db.engine.dialect.name
    events = {"update", "delete"} | ({"truncate"} if kind == "postgresql" else set())
    with db.engine.connect() as connection:
        assert set(connection.scalars(text(TRIGGERS[kind]))) == {f"log_entry_no_{event}" for event in events}
    downgrade(revision="base")
    upgrade()
    with db.engine.connect() as connection:
        assert len(connection.scalars(text(TRIGGERS[kind])).all()) == len(events)
