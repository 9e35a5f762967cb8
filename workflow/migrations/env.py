"""Runs the migrations on the database of the app.

SQLite changes a table by building it anew, which it refuses while others refer to it: it watches no
references meanwhile, and all of them are checked before the migration is kept.
"""

from alembic import context
from flask import current_app
from sqlalchemy import Connection

from workflow.models import Base, db

if context.is_offline_mode():
    raise RuntimeError("migrations run on a database, not on paper")


def _watch_references(connection: Connection, watch: str) -> None:
    """Switch the watch over references on or off; SQLite listens only outside a transaction."""
    driver = connection.connection.dbapi_connection
    if connection.dialect.name == "sqlite" and driver is not None:
        driver.execute(f"PRAGMA foreign_keys={watch}")  # type: ignore[attr-defined]


def _check_references(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
        raise RuntimeError(f"the migration breaks references: {broken[:5]}")


with current_app.app_context(), db.engine.connect() as connection:
    _watch_references(connection, "OFF")
    context.configure(connection=connection, target_metadata=Base.metadata, transactional_ddl=True)
    with context.begin_transaction():
        context.run_migrations()
        _check_references(connection)
    connection.commit()
    _watch_references(connection, "ON")
