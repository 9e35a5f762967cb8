"""The GPMI file: its contract, its numbered annexes, its evaluations and the interviews a client asks for."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_STATES = "'ontwerp', 'aangeboden', 'ondertekend', 'beeindigd', 'vervangen', 'ingetrokken'"
_SIGNED_RIGHT = (
    "assistance_offered AND offered_on IS NOT NULL AND client_signed_on IS NOT NULL AND offered_on <= client_signed_on"
)

_ANNEX_COLUMNS = (
    ("gpmi_id", sa.Text(), None),
    ("version", sa.Integer(), "1"),
    ("aid", sa.Text(), None),
    ("parts", sa.JSON(), "[]"),
    ("obligations", sa.JSON(), "[]"),
    ("breach_means", sa.Text(), ""),
    ("ocmw_does", sa.Text(), ""),
    ("amal_does", sa.Text(), ""),
    ("feedback", sa.Text(), ""),
    ("evaluations_on", sa.JSON(), "[]"),
    ("partner_id", sa.Text(), None),
    ("replaces", sa.Integer(), None),
    ("reason", sa.Text(), ""),
    ("offered_on", sa.Date(), None),
    ("assistance_offered", sa.Boolean(), sa.false()),
    ("waived", sa.Boolean(), sa.false()),
    ("waived_how", sa.Text(), ""),
    ("client_signed_on", sa.Date(), None),
    ("client_signed_how", sa.Text(), None),
    ("dropped_on", sa.Date(), None),
)
_ANNEX_RULES = (
    ("signed_with_a_contract", "signed_on IS NULL OR gpmi_signed_on IS NOT NULL"),
    ("offered_before_signed", f"signed_on IS NULL OR gpmi_id IS NULL OR ({_SIGNED_RIGHT})"),
    ("waived_in_words", "NOT waived OR waived_how <> ''"),
    ("dropped_before_signed", "dropped_on IS NULL OR signed_on IS NULL"),
    ("version_counts", "version >= 1"),
)


def upgrade() -> None:
    """Make the tables; an annex that was there keeps its clause and has no parts."""
    op.create_table(
        "gpmi",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("aid", sa.Text(), nullable=False),
        sa.Column("granted_on", sa.Date(), nullable=False),
        sa.Column("link_decided_on", sa.Date(), nullable=True),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("ground_explained", sa.Text(), nullable=False),
        sa.Column("contract_reference", sa.Text(), nullable=False),
        sa.Column("contract_signed_on", sa.Date(), nullable=True),
        sa.Column("objective", sa.Text(), nullable=False),
        sa.Column("household", sa.Text(), nullable=False),
        sa.Column("replacement_id", sa.Text(), nullable=True),
        sa.Column("annex_id", sa.Text(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=True),
        sa.Column("end_explanation", sa.Text(), nullable=True),
        sa.Column("new_contract", sa.Text(), nullable=True),
        sa.CheckConstraint(f"state IN ({_STATES})", name=op.f("ck_gpmi_state_known")),
        sa.CheckConstraint("aid IN ('leefloon', 'equivalent_leefloon')", name=op.f("ck_gpmi_aid_known")),
        sa.CheckConstraint(
            "aid <> 'equivalent_leefloon' OR link_decided_on IS NOT NULL", name=op.f("ck_gpmi_linked_by_a_decision")
        ),
        sa.CheckConstraint(
            "state NOT IN ('aangeboden', 'ondertekend', 'vervangen', 'beeindigd') OR (annex_id IS NOT NULL)",
            name=op.f("ck_gpmi_has_an_annex"),
        ),
        sa.CheckConstraint(
            "state NOT IN ('vervangen', 'beeindigd') OR "
            "(ended_on IS NOT NULL AND end_reason IS NOT NULL AND end_explanation IS NOT NULL)",
            name=op.f("ck_gpmi_ended_with_a_reason"),
        ),
        sa.CheckConstraint(
            "state NOT IN ('ingetrokken') OR (end_reason IS NOT NULL AND end_explanation IS NOT NULL)",
            name=op.f("ck_gpmi_withdrawn_with_a_reason"),
        ),
        sa.ForeignKeyConstraint(
            ["id", "state"],
            ["case_file.id", "case_file.state"],
            name=op.f("fk_gpmi_id_state"),
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.ForeignKeyConstraint(["replacement_id"], ["person.id"], name=op.f("fk_gpmi_replacement_id")),
        sa.ForeignKeyConstraint(
            ["annex_id"], ["gpmi_annex.id"], name=op.f("fk_gpmi_annex_id"), deferrable=True, initially="DEFERRED"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gpmi")),
    )
    op.create_index(op.f("ix_gpmi_annex_id"), "gpmi", ["annex_id"])
    _extend_annex()
    _make_rows()


def _extend_annex() -> None:
    with op.batch_alter_table("gpmi_annex") as batch:
        for name, kind, default in _ANNEX_COLUMNS:
            batch.add_column(sa.Column(name, kind, server_default=default, nullable=default is None))
        batch.alter_column("gpmi_signed_on", existing_type=sa.Date(), nullable=True)
        batch.create_foreign_key("fk_gpmi_annex_gpmi_id", "gpmi", ["gpmi_id"], ["id"])
        batch.create_foreign_key("fk_gpmi_annex_partner_id", "organisation", ["partner_id"], ["id"])
        for name, rule in _ANNEX_RULES:
            batch.create_check_constraint(op.f(f"ck_gpmi_annex_{name}"), sa.text(rule))
        batch.create_index("ix_gpmi_annex_gpmi_id", ["gpmi_id"])


def _make_rows() -> None:
    op.create_table(
        "gpmi_evaluation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("gpmi_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("annex_number", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("face_to_face", sa.Boolean(), nullable=False),
        sa.Column("results", sa.JSON(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=False),
        sa.CheckConstraint("next_on > held_on", name=op.f("ck_gpmi_evaluation_next_comes_later")),
        sa.ForeignKeyConstraint(["gpmi_id"], ["gpmi.id"], name=op.f("fk_gpmi_evaluation_gpmi_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gpmi_evaluation")),
        sa.UniqueConstraint("gpmi_id", "number", name=op.f("uq_gpmi_evaluation_gpmi_id_number")),
    )
    op.create_table(
        "gpmi_interview",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("gpmi_id", sa.Text(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "held_on IS NULL OR (asked_on <= held_on AND outcome <> '')",
            name=op.f("ck_gpmi_interview_held_after_asked"),
        ),
        sa.ForeignKeyConstraint(["gpmi_id"], ["gpmi.id"], name=op.f("fk_gpmi_interview_gpmi_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gpmi_interview")),
    )
    op.create_index(op.f("ix_gpmi_interview_gpmi_id"), "gpmi_interview", ["gpmi_id"])


def downgrade() -> None:
    """Take them away again; an annex whose contract nobody signed yet takes the day on which it would begin."""
    op.drop_index(op.f("ix_gpmi_interview_gpmi_id"), table_name="gpmi_interview")
    op.drop_table("gpmi_interview")
    op.drop_table("gpmi_evaluation")
    op.execute("UPDATE gpmi_annex SET gpmi_signed_on = from_on WHERE gpmi_signed_on IS NULL")
    with op.batch_alter_table("gpmi_annex") as batch:
        batch.drop_index("ix_gpmi_annex_gpmi_id")
        for name, _rule in _ANNEX_RULES:
            batch.drop_constraint(op.f(f"ck_gpmi_annex_{name}"), type_="check")
        batch.drop_constraint("fk_gpmi_annex_partner_id", type_="foreignkey")
        batch.drop_constraint("fk_gpmi_annex_gpmi_id", type_="foreignkey")
        batch.alter_column("gpmi_signed_on", existing_type=sa.Date(), nullable=False)
        for name, _kind, _default in reversed(_ANNEX_COLUMNS):
            batch.drop_column(name)
    op.drop_index(op.f("ix_gpmi_annex_id"), table_name="gpmi")
    op.drop_table("gpmi")
