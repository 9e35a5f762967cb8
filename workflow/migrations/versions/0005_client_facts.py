"""Five more kinds of dated fact about a client, and who entered a fact."""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

KNOWN = ("aid_period", "gpmi_annex", "registration", "residence_status")
"""The kinds of fact that were there: nobody knows who entered what they hold."""

Columns = Callable[[], list[sa.Column | sa.CheckConstraint]]

NEW: dict[str, Columns] = {
    "stay_in_belgium": lambda: [],
    "integration_contract": lambda: [sa.Column("first", sa.Boolean(), nullable=False)],
    "vdab_registration": lambda: [],
    "vdab_exemption": lambda: [
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "reason IN ('geen_toegang', 'werk_of_studie', 'contract_voor_2022')",
            name=op.f("ck_vdab_exemption_reason_known"),
        ),
    ],
    "occupation": lambda: [
        sa.Column("pursuit", sa.Text(), nullable=False),
        sa.Column("nature", sa.Text(), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=True),
        sa.CheckConstraint("pursuit IN ('werk', 'studie')", name=op.f("ck_occupation_pursuit_known")),
        sa.CheckConstraint("hours IS NULL OR hours BETWEEN 1 AND 100", name=op.f("ck_occupation_hours_in_a_week")),
    ],
}


def upgrade() -> None:
    """Make the tables, and the columns that say who entered a fact when."""
    for table in KNOWN:
        with op.batch_alter_table(table) as batch:
            batch.add_column(sa.Column("entered_at", sa.DateTime(timezone=True), nullable=True))
            batch.add_column(sa.Column("entered_by_id", sa.Text(), nullable=True))
            batch.create_foreign_key(f"fk_{table}_entered_by_id", "person", ["entered_by_id"], ["id"])
    for table, own in NEW.items():
        op.create_table(
            table,
            *own(),
            sa.Column("id", sa.Text(), nullable=False),
            sa.Column("from_on", sa.Date(), nullable=False),
            sa.Column("until_on", sa.Date(), nullable=True),
            sa.Column("source", sa.Text(), nullable=False),
            sa.Column("entered_at", sa.DateTime(timezone=True), nullable=True),
            sa.Column("client_id", sa.Text(), nullable=False),
            sa.Column("entered_by_id", sa.Text(), nullable=True),
            sa.CheckConstraint("until_on IS NULL OR from_on <= until_on", name=op.f(f"ck_{table}_dates_in_order")),
            sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f(f"fk_{table}_client_id")),
            sa.ForeignKeyConstraint(["entered_by_id"], ["person.id"], name=op.f(f"fk_{table}_entered_by_id")),
            sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        )
        op.create_index(op.f(f"ix_{table}_client_id"), table, ["client_id"])


def downgrade() -> None:
    """Take them away again."""
    for table in NEW:
        op.drop_index(f"ix_{table}_client_id", table_name=table)
        op.drop_table(table)
    for table in KNOWN:
        with op.batch_alter_table(table) as batch:
            batch.drop_constraint(f"fk_{table}_entered_by_id", type_="foreignkey")
            batch.drop_column("entered_by_id")
            batch.drop_column("entered_at")
