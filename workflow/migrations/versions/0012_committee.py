"""The committee meets: sessions become files with letters, points on the agenda have a life of their own."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_FILE = "id, kind, title, version, owner_id, opened_on, state_since, reference, state, head, entries"
_NOW = (
    "'gepland', 'oproeping', 'opgeroepen', 'geopend', 'geschorst', 'gesloten', 'goedgekeurd', 'onvoltallig', "
    "'geannuleerd'"
)
_ITEM = (
    "'te_behandelen', 'in_behandeling', 'stemming', 'gestemd', 'beslist', 'verdaagd', 'ingetrokken', 'goedgekeurd', "
    "'verworpen', 'akte', 'geschrapt'"
)
_CHOICES = "'voor', 'tegen', 'onthouding', 'niet_gestemd', 'belangenconflict', 'afwezig'"
_SUBJECTS = "'beslissing', 'intrekking', 'notulen', 'vast'"


def upgrade() -> None:
    """Make the tables, give every session its file, and every point its state."""
    _make_committee()
    _sessions_become_files()
    _points_get_a_state()
    _make_the_rest()


def _make_committee() -> None:
    op.create_table(
        "committee",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("short_convocation", sa.Boolean(), nullable=False),
        sa.Column("names_in_minutes", sa.Boolean(), nullable=False),
        sa.Column("second_convocation", sa.Boolean(), nullable=False),
        sa.Column("digital", sa.Boolean(), nullable=False),
        sa.Column("standing_points", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_committee_organisation_id")),
        sa.PrimaryKeyConstraint("organisation_id", name=op.f("pk_committee")),
    )
    op.execute(
        "INSERT INTO committee (organisation_id, short_convocation, names_in_minutes, second_convocation, digital) "
        "SELECT id, false, false, true, false FROM organisation WHERE kind = 'ocmw'"
    )
    with op.batch_alter_table("bcsd_seat") as batch:
        batch.add_column(sa.Column("organisation_id", sa.Text(), nullable=True))
        batch.add_column(sa.Column("list_name", sa.Text(), server_default="", nullable=False))
    op.execute(
        "UPDATE bcsd_seat SET organisation_id = (SELECT MIN(role_grant.organisation_id) FROM role_grant "
        "WHERE role_grant.person_id = bcsd_seat.person_id AND role_grant.role IN ('bcsd_lid', 'bcsd_voorzitter'))"
    )
    with op.batch_alter_table("bcsd_seat") as batch:
        batch.alter_column("organisation_id", existing_type=sa.Text(), nullable=False)
        batch.drop_constraint(op.f("uq_bcsd_seat_number_from_on"), type_="unique")
        batch.create_unique_constraint(
            op.f("uq_bcsd_seat_organisation_id_number_from_on"), ["organisation_id", "number", "from_on"]
        )
        batch.create_foreign_key(
            op.f("fk_bcsd_seat_organisation_id"), "committee", ["organisation_id"], ["organisation_id"]
        )
    op.create_table(
        "bcsd_substitution",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seat_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "until_on IS NULL OR from_on <= until_on", name=op.f("ck_bcsd_substitution_dates_in_order")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_bcsd_substitution_person_id")),
        sa.ForeignKeyConstraint(["seat_id"], ["bcsd_seat.id"], name=op.f("fk_bcsd_substitution_seat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bcsd_substitution")),
    )
    op.create_index(op.f("ix_bcsd_substitution_person_id"), "bcsd_substitution", ["person_id"])
    op.create_index(op.f("ix_bcsd_substitution_seat_id"), "bcsd_substitution", ["seat_id"])


def _sessions_become_files() -> None:
    op.execute(
        f"INSERT INTO case_file ({_FILE}) SELECT id, 'session', '', version, owner_id, held_on, held_on, reference, "  # noqa: S608
        "state, head, entries FROM bcsd_session WHERE id NOT IN (SELECT id FROM case_file)"
    )
    op.drop_index(op.f("ix_bcsd_session_state_held_on"), table_name="bcsd_session")
    with op.batch_alter_table("bcsd_session") as batch:
        batch.drop_constraint(op.f("ck_bcsd_session_state_known"), type_="check")
        batch.drop_constraint(op.f("fk_bcsd_session_owner_id"), type_="foreignkey")
        batch.drop_constraint(op.f("uq_bcsd_session_reference"), type_="unique")
        for name in ("version", "owner_id", "reference", "head", "entries"):
            batch.drop_column(name)
        batch.add_column(sa.Column("digital", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch.add_column(sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True))
        batch.create_check_constraint(op.f("ck_bcsd_session_state_known"), f"state IN ({_NOW})")
    # one that was a file before, and came back, is where it was
    op.execute(
        "UPDATE bcsd_session SET state = (SELECT case_file.state FROM case_file WHERE case_file.id = bcsd_session.id)"
    )
    with op.batch_alter_table("bcsd_session") as batch:
        batch.create_foreign_key(
            op.f("fk_bcsd_session_id_state"),
            "case_file",
            ["id", "state"],
            ["id", "state"],
            initially="DEFERRED",
            deferrable=True,
        )
    with op.batch_alter_table("bcsd_session") as batch:
        batch.alter_column("digital", existing_type=sa.Boolean(), server_default=None)
    op.create_index(op.f("ix_bcsd_session_state_held_on"), "bcsd_session", ["state", "held_on"])


def _points_get_a_state() -> None:
    with op.batch_alter_table("agenda_item") as batch:
        batch.drop_constraint(op.f("uq_agenda_item_session_id_position"), type_="unique")
        batch.drop_constraint(op.f("ck_agenda_item_outcome_known"), type_="check")
        batch.drop_constraint(op.f("ck_agenda_item_subject_known"), type_="check")
        batch.alter_column("case_id", existing_type=sa.Text(), nullable=True)
        batch.add_column(sa.Column("state", sa.Text(), server_default="te_behandelen", nullable=False))
        batch.add_column(sa.Column("version", sa.Integer(), server_default="1", nullable=False))
        batch.add_column(sa.Column("minutes_of_id", sa.Text(), nullable=True))
        batch.add_column(sa.Column("title", sa.Text(), server_default="", nullable=False))
        batch.add_column(sa.Column("draft", sa.JSON(), server_default="{}", nullable=False))
        batch.add_column(sa.Column("guests", sa.JSON(), server_default="[]", nullable=False))
        batch.add_column(sa.Column("guests_left", sa.Boolean(), server_default="1", nullable=False))
        batch.add_column(sa.Column("note", sa.Text(), server_default="", nullable=False))
        batch.add_column(sa.Column("urgency_present", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("treated_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE agenda_item SET state = outcome WHERE outcome IS NOT NULL")
    with op.batch_alter_table("agenda_item") as batch:
        batch.drop_column("outcome")
        batch.alter_column("state", existing_type=sa.Text(), server_default=None)
        batch.alter_column("version", existing_type=sa.Integer(), server_default=None)
        batch.create_check_constraint(op.f("ck_agenda_item_state_known"), f"state IN ({_ITEM})")
        batch.create_check_constraint(op.f("ck_agenda_item_subject_known"), f"subject IN ({_SUBJECTS})")
        batch.create_check_constraint(
            op.f("ck_agenda_item_file_to_decide_on"),
            "subject NOT IN ('beslissing', 'intrekking') OR case_id IS NOT NULL",
        )
        batch.create_check_constraint(
            op.f("ck_agenda_item_minutes_to_approve"), "subject <> 'notulen' OR minutes_of_id IS NOT NULL"
        )
        batch.create_check_constraint(op.f("ck_agenda_item_fixed_point_named"), "subject <> 'vast' OR title <> ''")
        batch.create_foreign_key(op.f("fk_agenda_item_minutes_of_id"), "bcsd_session", ["minutes_of_id"], ["id"])
    op.create_index(op.f("ix_agenda_item_minutes_of_id"), "agenda_item", ["minutes_of_id"])
    op.create_index(op.f("ix_agenda_item_session_id_position"), "agenda_item", ["session_id", "position"])
    with op.batch_alter_table("ballot") as batch:
        batch.drop_constraint(op.f("ck_ballot_choice_known"), type_="check")
        batch.create_check_constraint(op.f("ck_ballot_choice_known"), f"choice IN ({_CHOICES})")
    with op.batch_alter_table("decision") as batch:
        batch.add_column(sa.Column("item_id", sa.Text(), nullable=True))
        batch.create_foreign_key(op.f("fk_decision_item_id"), "agenda_item", ["item_id"], ["id"])
    op.create_index(op.f("ix_decision_item_id"), "decision", ["item_id"])


def _make_the_rest() -> None:
    op.create_table(
        "attendance",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("session_id", sa.Text(), nullable=False),
        sa.Column("seat_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("presence", sa.Text(), nullable=False),
        sa.Column("digital", sa.Boolean(), nullable=False),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "presence IN ('aanwezig', 'verontschuldigd')", name=op.f("ck_attendance_presence_known")
        ),
        sa.CheckConstraint(
            "presence <> 'aanwezig' OR arrived_at IS NOT NULL", name=op.f("ck_attendance_present_since")
        ),
        sa.CheckConstraint("left_at IS NULL OR arrived_at <= left_at", name=op.f("ck_attendance_times_in_order")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_attendance_person_id")),
        sa.ForeignKeyConstraint(["seat_id"], ["bcsd_seat.id"], name=op.f("fk_attendance_seat_id")),
        sa.ForeignKeyConstraint(["session_id"], ["bcsd_session.id"], name=op.f("fk_attendance_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
    )
    op.create_index(op.f("ix_attendance_session_id"), "attendance", ["session_id"])
    for table, column, kind in (
        ("agenda_reading", "read_at", sa.DateTime(timezone=True)),
        ("private_note", "sealed", sa.LargeBinary()),
    ):
        op.create_table(
            table,
            sa.Column("item_id", sa.Text(), nullable=False),
            sa.Column("person_id", sa.Text(), nullable=False),
            sa.Column(column, kind, nullable=False),
            *([sa.Column("written_at", sa.DateTime(timezone=True), nullable=False)] if column == "sealed" else []),
            sa.ForeignKeyConstraint(["item_id"], ["agenda_item.id"], name=op.f(f"fk_{table}_item_id")),
            sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f(f"fk_{table}_person_id")),
            sa.PrimaryKeyConstraint("item_id", "person_id", name=op.f(f"pk_{table}")),
        )
    op.create_table(
        "agenda_viewing",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("session_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_agenda_viewing_person_id")),
        sa.ForeignKeyConstraint(["session_id"], ["bcsd_session.id"], name=op.f("fk_agenda_viewing_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_viewing")),
    )
    op.create_index(op.f("ix_agenda_viewing_session_id_at"), "agenda_viewing", ["session_id", "at"])


def downgrade() -> None:
    """Take it away again: a session stands by itself, and a point knows only its outcome.

    Its file stays: letters and log hang on it, and it serves again after the next upgrade.
    """
    for table in ("agenda_viewing", "private_note", "agenda_reading", "attendance"):
        op.drop_table(table)
    _points_lose_their_state()
    _sessions_stand_alone()
    _committee_goes()


def _points_lose_their_state() -> None:
    op.drop_index(op.f("ix_decision_item_id"), table_name="decision")
    with op.batch_alter_table("decision") as batch:
        batch.drop_constraint(op.f("fk_decision_item_id"), type_="foreignkey")
        batch.drop_column("item_id")
    op.execute("UPDATE ballot SET choice = 'afwezig' WHERE choice = 'niet_gestemd'")
    with op.batch_alter_table("ballot") as batch:
        batch.drop_constraint(op.f("ck_ballot_choice_known"), type_="check")
        batch.create_check_constraint(
            op.f("ck_ballot_choice_known"),
            "choice IN ('voor', 'tegen', 'onthouding', 'belangenconflict', 'afwezig')",
        )
    op.execute("DELETE FROM ballot WHERE item_id IN (SELECT id FROM agenda_item WHERE case_id IS NULL)")
    op.execute("DELETE FROM recusal WHERE item_id IN (SELECT id FROM agenda_item WHERE case_id IS NULL)")
    op.execute("DELETE FROM agenda_item WHERE case_id IS NULL")
    op.drop_index(op.f("ix_agenda_item_session_id_position"), table_name="agenda_item")
    op.drop_index(op.f("ix_agenda_item_minutes_of_id"), table_name="agenda_item")
    with op.batch_alter_table("agenda_item") as batch:
        batch.add_column(sa.Column("outcome", sa.Text(), nullable=True))
    op.execute("UPDATE agenda_item SET outcome = state WHERE state IN ('beslist', 'verdaagd', 'ingetrokken')")
    with op.batch_alter_table("agenda_item") as batch:
        batch.drop_constraint(op.f("fk_agenda_item_minutes_of_id"), type_="foreignkey")
        for name in ("state_known", "subject_known", "file_to_decide_on", "minutes_to_approve", "fixed_point_named"):
            batch.drop_constraint(op.f(f"ck_agenda_item_{name}"), type_="check")
        for name in (
            "state", "version", "minutes_of_id", "title", "draft", "guests", "guests_left", "note", "urgency_present", "treated_at",
        ):  # fmt: skip
            batch.drop_column(name)
        batch.alter_column("case_id", existing_type=sa.Text(), nullable=False)
        batch.create_check_constraint(
            op.f("ck_agenda_item_outcome_known"),
            "outcome IS NULL OR outcome IN ('beslist', 'verdaagd', 'ingetrokken')",
        )
        batch.create_check_constraint(
            op.f("ck_agenda_item_subject_known"), "subject IN ('beslissing', 'intrekking')"
        )
        batch.create_unique_constraint(op.f("uq_agenda_item_session_id_position"), ["session_id", "position"])


def _sessions_stand_alone() -> None:
    op.drop_index(op.f("ix_bcsd_session_state_held_on"), table_name="bcsd_session")
    with op.batch_alter_table("bcsd_session") as batch:
        batch.drop_constraint(op.f("fk_bcsd_session_id_state"), type_="foreignkey")
    op.execute(
        "UPDATE bcsd_session SET state = 'gepland' WHERE state IN ('oproeping', 'opgeroepen', 'geopend', 'geschorst')"
    )
    op.execute("UPDATE bcsd_session SET state = 'gesloten' WHERE state IN ('goedgekeurd', 'onvoltallig')")
    with op.batch_alter_table("bcsd_session") as batch:
        batch.drop_constraint(op.f("ck_bcsd_session_state_known"), type_="check")
        for name in ("digital", "opened_at", "ended_at"):
            batch.drop_column(name)
        for name, kind in (("version", sa.Integer()), ("owner_id", sa.Text()), ("reference", sa.Text()),
                           ("head", sa.Text()), ("entries", sa.Integer())):  # fmt: skip
            batch.add_column(sa.Column(name, kind, nullable=True))
    for name in ("version", "owner_id", "reference", "head", "entries"):
        op.execute(
            f"UPDATE bcsd_session SET {name} = "  # noqa: S608
            f"(SELECT {name} FROM case_file WHERE case_file.id = bcsd_session.id)"
        )
    with op.batch_alter_table("bcsd_session") as batch:
        for name, kind in (("version", sa.Integer()), ("owner_id", sa.Text()), ("reference", sa.Text()),
                           ("head", sa.Text()), ("entries", sa.Integer())):  # fmt: skip
            batch.alter_column(name, existing_type=kind, nullable=False)
        batch.create_check_constraint(
            op.f("ck_bcsd_session_state_known"), "state IN ('gepland', 'gesloten', 'geannuleerd')"
        )
        batch.create_foreign_key(op.f("fk_bcsd_session_owner_id"), "organisation", ["owner_id"], ["id"])
        batch.create_unique_constraint(op.f("uq_bcsd_session_reference"), ["reference"])
    op.create_index(op.f("ix_bcsd_session_state_held_on"), "bcsd_session", ["state", "held_on"])


def _committee_goes() -> None:
    op.drop_table("bcsd_substitution")
    with op.batch_alter_table("bcsd_seat") as batch:
        batch.drop_constraint(op.f("fk_bcsd_seat_organisation_id"), type_="foreignkey")
        batch.drop_constraint(op.f("uq_bcsd_seat_organisation_id_number_from_on"), type_="unique")
        batch.drop_column("organisation_id")
        batch.drop_column("list_name")
        batch.create_unique_constraint(op.f("uq_bcsd_seat_number_from_on"), ["number", "from_on"])
    op.drop_table("committee")
