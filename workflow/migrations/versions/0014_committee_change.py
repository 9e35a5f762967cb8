"""What changes in the committee is written down; the register of decisions is read by day."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of changes, and the index by which the register reads the decisions."""
    op.create_table(
        "committee_change",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.CheckConstraint("what <> ''", name=op.f("ck_committee_change_says_what")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["committee.organisation_id"], name=op.f("fk_committee_change_organisation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_committee_change_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_committee_change")),
    )
    op.create_index(op.f("ix_committee_change_organisation_id_id"), "committee_change", ["organisation_id", "id"])
    op.create_index(op.f("ix_decision_decided_on_id"), "decision", ["decided_on", "id"])


def downgrade() -> None:
    """Take both away again."""
    op.drop_index(op.f("ix_decision_decided_on_id"), table_name="decision")
    op.drop_table("committee_change")
