"""A demonstration office, copied row by row until it has ten thousand files."""

import re
import shutil

from sqlalchemy import insert, inspect, select, text

from forms.app import create_app
from workflow.models import db
from workflow.models.sealing import vault

FILES = 10_000
STAY = {
    "organisation", "person", "role_grant", "committee", "bcsd_seat", "bcsd_substitution",
    "sequence", "alembic_version",
}  # fmt: skip
"""Tables of which every copy uses the same rows."""

HEX = re.compile(r"[0-9a-f]{32}")
REFERENCE = re.compile(r"([A-Z]{2,4}-\d{4}-)(\d{4})")


def open_big_office(folder):
    """Furnish a new office in `folder` and copy its files until there are ten thousand."""
    shutil.rmtree(folder, ignore_errors=True)
    app = create_app({"WTF_CSRF_ENABLED": False, "TESTING": True}, instance=folder)
    with app.app_context():
        furnished = app.test_cli_runner().invoke(args=["setup"])
        assert furnished.exit_code == 0, furnished.output
        _copy_until(FILES)
    return app


def _copy_until(wanted):
    tables = [table for table in db.metadata.sorted_tables if table.name not in STAY]
    rows = {table: [dict(row._mapping) for row in db.session.execute(select(table))] for table in tables}
    unique = {table: _unique_texts(table) for table in tables}
    own = {row["id"] for each in rows.values() for row in each if "id" in row}
    files = len(next(each for table, each in rows.items() if table.name == "case_file"))
    for copy in range(1, -(-wanted // files)):
        for table in tables:
            copies = [_copied(row, copy, own, unique[table]) for row in rows[table]]
            if copies:
                db.session.execute(insert(table), copies)
        db.session.commit()
    db.session.execute(text("ANALYZE"))
    db.session.commit()
    db.session.remove()
    db.engine.dispose()


def _unique_texts(table):
    """Return the columns that hold a text of their own in every row, besides ids."""
    found = inspect(db.engine).get_unique_constraints(table.name)
    return {c["column_names"][0] for c in found if len(c["column_names"]) == 1} - {"id"}


def _copied(row, copy, own, unique):
    moved = {name: _moved(value, copy, own, name in unique) for name, value in row.items()}
    if "sealed_number" in row:  # sealed to its row
        number = vault.unseal(row["sealed_number"], f"client:{row['id']}:national_number")
        moved["sealed_number"] = vault.seal(number, f"client:{moved['id']}:national_number")
    return moved


def _moved(value, copy, own, unique):
    if isinstance(value, str) and value in own:
        return _another(value, copy)
    if not unique or value is None:
        return value
    if reference := REFERENCE.fullmatch(value):
        return f"{reference[1]}{int(reference[2]) + 1000 * copy:04d}"
    return _another(value, copy) if HEX.match(value) else f"{value}.{copy}"


def _another(hexadecimal, copy):
    """Make another number of the same length; no two copies of it are the same."""
    return f"{int(hexadecimal[:4], 16) ^ copy:04x}{hexadecimal[4:]}"
