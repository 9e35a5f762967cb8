"""What the tests of the counter have beside the office: separate browsers, files on a shelf, other databases."""

from contextvars import Context

import factories
import pytest
from conftest import TODAY, postgres_answers, require
from flask import has_app_context
from flask.testing import FlaskClient
from flask_migrate import upgrade

from forms.commands import use_migrations
from tests.forms import postgres
from tests.forms.shelf import furnish
from workflow.models import db
from workflow.models.database import for_writing


class Browser(FlaskClient):
    """A browser whose requests share nothing with the test: no signed-in user, no open transaction."""

    def open(self, *args, **kwargs):
        if has_app_context():
            db.session.commit()
        return Context().run(super().open, *args, **kwargs)


@pytest.fixture(autouse=True, scope="session")
def _browsers(office):
    office.test_client_class = Browser


@pytest.fixture
def archive(app, shelf):
    """The office with a file in every state; returns the references by state."""
    return shelf.archive()


@pytest.fixture
def enter(app):
    """Return a browser in which somebody of the office on the shelf is signed in."""

    def sign_in(login):
        browser = app.test_client()
        answer = browser.post("/aanmelden", data={"login": login, "password": factories.PASSWORD})
        assert answer.status_code == 302, answer.text
        return browser

    return sign_in


@pytest.fixture(scope="session")
def postgres_template(office):
    """A migrated database on PostgreSQL, to copy."""
    require("POSTGRES", postgres_answers(), "PostgreSQL op 127.0.0.1:5432")
    with postgres.database() as name:
        app = postgres.app_on(name, office)
        with app.app_context():
            use_migrations(app)
            upgrade()
            db.engine.dispose()
        yield name


@pytest.fixture
def postgres_app(office, postgres_template, clock):
    """The app on an empty database of its own on PostgreSQL."""
    clock.set(TODAY)
    with postgres.database(postgres_template) as name:
        app = postgres.app_on(name, office)
        with app.app_context(), for_writing():
            yield app
            db.session.remove()
            db.engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def house(request):
    """The app on either database, empty."""
    return request.getfixturevalue("app" if request.param == "sqlite" else "postgres_app")


@pytest.fixture
def people(house, password_hash):
    """The staff of the house, by login."""
    return furnish(password_hash)
