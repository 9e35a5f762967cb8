"""The change of direction: written once per client and day, of which both organisations take note."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_BODIES = "'ocmw', 'amal', 'niemand'"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "direction",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("changed_client_id", sa.Text(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("directs_before", sa.Text(), nullable=False),
        sa.Column("sanctions_before", sa.Text(), nullable=False),
        sa.Column("directs_after", sa.Text(), nullable=False),
        sa.Column("sanctions_after", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("basis", sa.JSON(), nullable=False),
        sa.Column("corrects_id", sa.Text(), nullable=True),
        sa.Column("concerned", sa.JSON(), nullable=False),
        sa.Column("ocmw_noted_on", sa.Date(), nullable=True),
        sa.Column("amal_noted_on", sa.Date(), nullable=True),
        sa.Column("follow_up", sa.Text(), nullable=True),
        sa.Column("follow_up_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("state IN ('gemeld', 'afgerond', 'herroepen')", name=op.f("ck_direction_state_known")),
        sa.CheckConstraint(
            f"directs_before IN ({_BODIES}) AND directs_after IN ({_BODIES})",
            name=op.f("ck_direction_director_known"),
        ),
        sa.CheckConstraint(
            f"sanctions_before IN ({_BODIES}) AND sanctions_after IN ({_BODIES})",
            name=op.f("ck_direction_sanctioner_known"),
        ),
        sa.CheckConstraint(
            "directs_before <> directs_after OR sanctions_before <> sanctions_after",
            name=op.f("ck_direction_something_changes"),
        ),
        sa.CheckConstraint("round >= 1", name=op.f("ck_direction_round_counts")),
        sa.CheckConstraint(
            "state <> 'afgerond' OR (ocmw_noted_on IS NOT NULL AND amal_noted_on IS NOT NULL)",
            name=op.f("ck_direction_both_noted"),
        ),
        sa.CheckConstraint(
            "follow_up IS NULL OR (follow_up IN ('verder', 'overdragen', 'sluiten') AND follow_up_reason IS NOT NULL"
            " AND follow_up_reason <> '')",
            name=op.f("ck_direction_follow_up_explained"),
        ),
        sa.ForeignKeyConstraint(["changed_client_id"], ["client.id"], name=op.f("fk_direction_changed_client_id")),
        sa.ForeignKeyConstraint(["corrects_id"], ["direction.id"], name=op.f("fk_direction_corrects_id")),
        sa.ForeignKeyConstraint(
            ["id", "state"],
            ["case_file.id", "case_file.state"],
            name=op.f("fk_direction_id_state"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_direction")),
        sa.UniqueConstraint(
            "changed_client_id", "effective_on", "round", name=op.f("uq_direction_changed_client_id_effective_on_round")
        ),
    )


def downgrade() -> None:
    """Take it away again."""
    op.drop_table("direction")
