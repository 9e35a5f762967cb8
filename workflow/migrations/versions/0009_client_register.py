"""A client is a subject of his own: a reference, a state, a log; a fact knows for which organisation it was entered."""

from collections import Counter
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

FACTS = (
    "aid_period",
    "gpmi_annex",
    "integration_contract",
    "occupation",
    "registration",
    "residence_status",
    "stay_in_belgium",
    "vdab_exemption",
    "vdab_registration",
)
DAYS = ("entered_on", "checked_on", "told_on", "next_change_on")
PREFIX = "CL"
NO_ENTRY = "0" * 64

_COUNT_ON = sa.text(
    "INSERT INTO sequence (prefix, year, last) VALUES (:prefix, :year, :last) "
    "ON CONFLICT (prefix, year) DO UPDATE SET last = excluded.last"
)


def _year_of(client_id: str) -> int:
    """Read the year in which an id was made: its first twelve digits are milliseconds."""
    return datetime.fromtimestamp(int(client_id[:12], 16) / 1000, UTC).year


def _number_clients() -> None:
    """Give every client that was there his reference, in the order in which they came, and count on from there."""
    database, last = op.get_bind(), Counter[int]()
    for (client_id,) in database.execute(sa.text("SELECT id FROM client ORDER BY id")).fetchall():
        year = _year_of(client_id)
        last[year] += 1
        values = {"id": client_id, "reference": f"{PREFIX}-{year}-{last[year]:04d}", "head": NO_ENTRY}
        database.execute(
            sa.text("UPDATE client SET reference = :reference, state = 'lopend', head = :head WHERE id = :id"), values
        )
    for year, number in last.items():
        counter = {"prefix": PREFIX, "year": year, "last": number}
        database.execute(_COUNT_ON, counter)


def upgrade() -> None:
    """Make the columns; what was there has no log yet, and its outcome was told to nobody."""
    for column in ("reference", "state", "head", "reading", "told_directs", "told_sanctions"):
        op.add_column("client", sa.Column(column, sa.Text(), nullable=True))
    for column in DAYS:
        op.add_column("client", sa.Column(column, sa.Date(), nullable=True))
    op.add_column("client", sa.Column("mother_tongue", sa.Text(), nullable=False, server_default=""))
    op.add_column("client", sa.Column("eu_citizen", sa.Boolean(), nullable=True))
    op.add_column("client", sa.Column("entries", sa.Integer(), nullable=False, server_default="0"))
    _number_clients()
    with op.batch_alter_table("client") as batch:
        for column in ("reference", "state", "head"):
            batch.alter_column(column, existing_type=sa.Text(), nullable=False)
        batch.alter_column("entries", existing_type=sa.Integer(), server_default=None)
        batch.create_unique_constraint("uq_client_reference", ["reference"])
        batch.create_check_constraint(op.f("ck_client_state_known"), "state IN ('lopend', 'gesloten', 'geschrapt')")
        batch.create_check_constraint(
            op.f("ck_client_reading_known"), "reading IS NULL OR reading IN ('rijksregister', 'verblijf')"
        )
        batch.create_index("ix_client_next_change_on", ["next_change_on"])
    for table in FACTS:
        with op.batch_alter_table(table) as batch:
            batch.add_column(sa.Column("note", sa.Text(), nullable=False, server_default=""))
            batch.add_column(sa.Column("organisation_id", sa.Text(), nullable=True))
            batch.create_foreign_key(f"fk_{table}_organisation_id", "organisation", ["organisation_id"], ["id"])


def downgrade() -> None:
    """Take them away again; the counter of the references stays."""
    for table in FACTS:
        with op.batch_alter_table(table) as batch:
            batch.drop_constraint(f"fk_{table}_organisation_id", type_="foreignkey")
            batch.drop_column("organisation_id")
            batch.drop_column("note")
    with op.batch_alter_table("client") as batch:
        batch.drop_index("ix_client_next_change_on")
        batch.drop_constraint(op.f("ck_client_reading_known"), type_="check")
        batch.drop_constraint(op.f("ck_client_state_known"), type_="check")
        batch.drop_constraint("uq_client_reference", type_="unique")
        for column in ("reference", "state", "head", "entries", "reading", "told_directs", "told_sanctions"):
            batch.drop_column(column)
        for column in (*DAYS, "mother_tongue", "eu_citizen"):
            batch.drop_column(column)
