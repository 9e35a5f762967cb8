"""A piece says of which reported fact it is evidence."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; the pieces that are there prove nothing by number."""
    op.add_column("attachment", sa.Column("proves", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Take it away again."""
    op.drop_column("attachment", "proves")
