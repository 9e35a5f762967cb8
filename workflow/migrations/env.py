"""Runs the migrations on the database of the app."""

from alembic import context
from flask import current_app

from workflow.models import Base, db

if context.is_offline_mode():
    raise RuntimeError("migrations run on a database, not on paper")

with current_app.app_context(), db.engine.connect() as connection:
    context.configure(connection=connection, target_metadata=Base.metadata, transactional_ddl=True)
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
