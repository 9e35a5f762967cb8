"""What files of two organisations need: a counsellor, where a file comes from, whose letter and whose piece it is."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_OWNER = "(SELECT owner_id FROM case_file WHERE case_file.id = {table}.case_id)"
_SENDER = "(SELECT from_organisation_id FROM letter WHERE letter.id = signature.letter_id)"


def upgrade() -> None:
    """Make the columns; what was there belongs to the organisation that keeps the file."""
    with op.batch_alter_table("case_file") as batch:
        batch.add_column(sa.Column("counsellor_id", sa.Text(), nullable=True))
        batch.add_column(sa.Column("origin_id", sa.Text(), nullable=True))
        batch.add_column(sa.Column("escalated_on", sa.Date(), nullable=True))
        batch.add_column(sa.Column("escalated", sa.JSON(), server_default="[]", nullable=False))
        batch.add_column(sa.Column("delay_answered", sa.JSON(), server_default="[]", nullable=False))
        batch.create_foreign_key("fk_case_file_counsellor_id", "person", ["counsellor_id"], ["id"])
        batch.create_foreign_key("fk_case_file_origin_id", "case_file", ["origin_id"], ["id"])
        batch.create_index("ix_case_file_counsellor_id", ["counsellor_id"])
        batch.create_index("ix_case_file_origin_id", ["origin_id"])
    for table, column, owner in (
        ("letter", "from_organisation_id", _OWNER.format(table="letter")),
        ("attachment", "organisation_id", _OWNER.format(table="attachment")),
        ("signature", "organisation_id", _SENDER),
    ):
        op.add_column(table, sa.Column(column, sa.Text(), nullable=True))
        op.execute(f"UPDATE {table} SET {column} = {owner}")
        with op.batch_alter_table(table) as batch:
            batch.alter_column(column, existing_type=sa.Text(), nullable=False)
            batch.create_foreign_key(f"fk_{table}_{column}", "organisation", [column], ["id"])
    op.create_index("ix_letter_from_organisation_id", "letter", ["from_organisation_id"])


def downgrade() -> None:
    """Take them away again."""
    op.drop_index("ix_letter_from_organisation_id", table_name="letter")
    for table, column in (
        ("signature", "organisation_id"),
        ("attachment", "organisation_id"),
        ("letter", "from_organisation_id"),
    ):
        with op.batch_alter_table(table) as batch:
            batch.drop_constraint(f"fk_{table}_{column}", type_="foreignkey")
            batch.drop_column(column)
    with op.batch_alter_table("case_file") as batch:
        batch.drop_index("ix_case_file_origin_id")
        batch.drop_index("ix_case_file_counsellor_id")
        batch.drop_constraint("fk_case_file_origin_id", type_="foreignkey")
        batch.drop_constraint("fk_case_file_counsellor_id", type_="foreignkey")
        for column in ("delay_answered", "escalated", "escalated_on", "origin_id", "counsellor_id"):
            batch.drop_column(column)
