"""The whole database as it stands, to see that nothing changed."""

from sqlalchemy import func, select

from workflow.models import Base, db


def dump(*but):
    """Return every row of every table but those named."""
    db.session.commit()
    tables = [table for table in Base.metadata.sorted_tables if table.name not in but]
    rows = {t.name: {str(tuple(row)) for row in db.session.execute(select(t))} for t in tables}
    db.session.commit()
    return rows


def counts():
    """Return how many rows every table has."""
    tables = Base.metadata.sorted_tables
    found = {table.name: db.session.scalar(select(func.count()).select_from(table)) for table in tables}
    db.session.commit()
    return found


def changes(before, after):
    """Name the tables that differ."""
    return [name for name in before if before[name] != after[name]]
