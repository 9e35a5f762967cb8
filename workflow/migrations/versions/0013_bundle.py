"""The reading bundle: one per session and reader, while it is made and until the session is over."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "bundle",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("session_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("points", sa.JSON(), nullable=False),
        sa.Column("contents", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.CheckConstraint("state IN ('bezig', 'klaar', 'mislukt')", name=op.f("ck_bundle_state_known")),
        sa.CheckConstraint("(state = 'klaar') = (sha256 IS NOT NULL)", name=op.f("ck_bundle_ready_has_a_file")),
        sa.CheckConstraint("0 <= done AND done <= total", name=op.f("ck_bundle_done_within_total")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_bundle_person_id")),
        sa.ForeignKeyConstraint(["session_id"], ["bcsd_session.id"], name=op.f("fk_bundle_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bundle")),
        sa.UniqueConstraint("session_id", "person_id", name=op.f("uq_bundle_session_id_person_id")),
    )
    op.create_index(op.f("ix_bundle_person_id"), "bundle", ["person_id"])


def downgrade() -> None:
    """Take it away again; a bundle is a throwaway."""
    op.drop_table("bundle")
