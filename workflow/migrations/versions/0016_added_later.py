"""A point on the agenda says that a member added it after the convocation."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; no member added a point before."""
    op.add_column("agenda_item", sa.Column("added_later", sa.Boolean(), server_default="0", nullable=False))


def downgrade() -> None:
    """Take it away again."""
    op.drop_column("agenda_item", "added_later")
