"""A point on the agenda says that a member added it after the convocation, and when its vote was closed."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; no member added a point before, and when a vote was closed stands in the log."""
    op.add_column("agenda_item", sa.Column("added_later", sa.Boolean(), server_default="0", nullable=False))
    op.add_column("agenda_item", sa.Column("voted_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Take them away again."""
    op.drop_column("agenda_item", "voted_at")
    op.drop_column("agenda_item", "added_later")
