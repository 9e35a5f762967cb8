"""The office the tests work in: a database migrated once and copied for every test, a clock that stands still."""

import gc
import os
import shutil
import socket
from datetime import date
from pathlib import Path

import factories
import pytest
from argon2 import PasswordHasher
from flask_migrate import upgrade
from sqlalchemy import text

import tests.walks  # noqa: F401 - the walks before those who walk
from forms.app import create_app
from forms.commands import use_migrations
from tests.forms.shelf import Shelf
from workflow.models import db
from workflow.models.database import for_writing

TODAY = date(2026, 3, 2)  # a Monday

gc.set_threshold(100_000, 50, 100)  # an office is many small things that stay: looking for waste costs a tenth


MEMORY, ROOM = Path("/dev/shm"), 4 * 2**30


def pytest_configure():
    """Keep the offices of the tests in memory, where that has room: every step waits until the disk has it."""
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_sessionfinish():
    """Look for waste once more: pytest does so five times, and what is in use need not be looked through again."""
    gc.collect()
    gc.freeze()


def require(name, available, what):
    """Skip a test for want of a tool, in one line; where the tool is required, fail."""
    if available:
        return
    if os.environ.get(f"REQUIRE_{name}") == "1":
        pytest.fail(f"{what}: nodig (REQUIRE_{name}=1) maar niet gevonden")
    pytest.skip(f"overgeslagen: {what} is hier niet")


def postgres_answers():
    """Say whether a PostgreSQL server answers on loopback."""
    try:
        socket.create_connection(("127.0.0.1", 5432), timeout=1).close()
    except OSError:
        return False
    return True


class Clock:
    """A clock that tests set."""

    def __init__(self):
        self.now = factories.at(TODAY)

    def __call__(self):
        return self.now

    def set(self, day, hour=10, minute=0):
        self.now = factories.at(day, hour, minute)


@pytest.fixture(scope="session")
def clock():
    return Clock()


@pytest.fixture(scope="session")
def office(tmp_path_factory, clock):
    """One app on one folder; its database is put back before every test."""
    folder = tmp_path_factory.mktemp("instance")
    config = {
        "TESTING": True,
        "WTF_CSRF_ENABLED": False,
        "CLOCK": clock,
        "SERVER_NAME": None,
        "SQLALCHEMY_DATABASE_URI": f"sqlite:///{folder}/handreiking.sqlite",
    }
    app = create_app(config, instance=folder)
    with app.app_context():
        use_migrations(app)
        upgrade()
        db.session.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
        db.session.remove()
        db.engine.dispose()
    shutil.copy(folder / "handreiking.sqlite", folder / "blank.sqlite")
    return app


@pytest.fixture
def app(office, clock):
    """The app with an empty database, at ten on the second of March 2026."""
    clock.set(TODAY)
    folder = office.instance_path
    with office.app_context(), for_writing():
        db.session.remove()
        db.engine.dispose()
        for name in ("handreiking.sqlite-wal", "handreiking.sqlite-shm"):
            if os.path.exists(f"{folder}/{name}"):
                os.remove(f"{folder}/{name}")
        shutil.copy(f"{folder}/blank.sqlite", f"{folder}/handreiking.sqlite")
        yield office
        db.session.rollback()
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="session")
def password_hash():
    """The password of everybody, kept so that reading it takes no time: what it should cost, test_sign_in shows."""
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(factories.PASSWORD)


@pytest.fixture
def staff(app, shelf):
    """One person for every role, at OCMW Gent and Amal, who can sign in with factories.PASSWORD."""
    return shelf.staff()


@pytest.fixture
def sign_in(app, staff):
    """Return a browser in which somebody is signed in."""

    def enter(login):
        browser = app.test_client()
        answer = browser.post("/aanmelden", data={"login": login, "password": factories.PASSWORD})
        assert answer.status_code == 302, answer.text
        return browser

    return enter


@pytest.fixture(scope="session")
def shelf(office, clock, password_hash):
    return Shelf(office, clock, password_hash)


@pytest.fixture
def file_at(app, shelf):
    """Return a function that gives a file in a state, walked there once and put back for every test."""
    return shelf.file_at
