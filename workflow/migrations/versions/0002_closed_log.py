"""The log is closed: the database itself refuses to change or delete an entry."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

EVENTS = ("update", "delete")
REFUSAL = "het logboek kan niet gewijzigd worden"


def upgrade() -> None:
    """Close the log."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION refuse_log_change() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
        )
        for event in EVENTS:
            op.execute(
                f"CREATE TRIGGER log_entry_no_{event} BEFORE {event.upper()} ON log_entry "
                "FOR EACH ROW EXECUTE FUNCTION refuse_log_change()"
            )
        op.execute(
            "CREATE TRIGGER log_entry_no_truncate BEFORE TRUNCATE ON log_entry "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change()"
        )
    else:
        for event in EVENTS:
            op.execute(
                f"CREATE TRIGGER log_entry_no_{event} BEFORE {event.upper()} ON log_entry "
                f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            )


def downgrade() -> None:
    """Open the log again."""
    if op.get_bind().dialect.name == "postgresql":
        for event in (*EVENTS, "truncate"):
            op.execute(f"DROP TRIGGER log_entry_no_{event} ON log_entry")
        op.execute("DROP FUNCTION refuse_log_change()")
    else:
        for event in EVENTS:
            op.execute(f"DROP TRIGGER log_entry_no_{event}")
