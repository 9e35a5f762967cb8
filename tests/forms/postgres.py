"""Throw-away databases on the PostgreSQL of this machine, and the app on one of them."""

from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg

from forms.app import create_app

SERVER = "postgresql://postgres@127.0.0.1:5432"


@contextmanager
def database(template="template1"):
    """Make a database of a unique name, in which no commit waits for the disk; it is dropped afterwards."""
    name = f"handreiking_test_{uuid4().hex[:12]}"
    with psycopg.connect(f"{SERVER}/postgres", autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        server.execute(f"ALTER DATABASE {name} SET synchronous_commit = off")
        try:
            yield name
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def app_on(name, office, **config):
    """The app of this office, its documents and its secret, on a database of that name."""
    settings = {key: office.config[key] for key in ("TESTING", "WTF_CSRF_ENABLED", "CLOCK")}
    app = create_app({**settings, "SQLALCHEMY_DATABASE_URI": f"{SERVER}/{name}", **config}, Path(office.instance_path))
    app.test_client_class = office.test_client_class
    return app
