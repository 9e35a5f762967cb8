"""The warm hand-over: its file, needs, information item by item, checklist; letters that are taken back."""

from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

EXAMPLE = (
    "Amal belde het OCMW over deze aanmelding.",
    "Er is een afspraak waarop de cliënt, Amal en het OCMW samenzitten.",
    "De cliënt weet wie hij zal ontmoeten, en waarom.",
    "De cliënt was erbij, of de leiding keurde goed dat het zonder hem gebeurt.",
    "De cliënt weet wie zijn aanspreekpunt is, en heeft diens telefoonnummer.",
)
"""The list an office begins with: marked as an example until the administrator confirms it (SWO art. 4)."""


def upgrade() -> None:
    """Make the tables, and the example of the checklist."""
    op.create_table('handoff_line',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('until_on', sa.Date(), nullable=True),
    sa.Column('confirmed', sa.Boolean(), server_default='0', nullable=False),
    sa.CheckConstraint("words <> ''", name=op.f('ck_handoff_line_says_what')),
    sa.CheckConstraint('until_on IS NULL OR from_on <= until_on', name=op.f('ck_handoff_line_dates_in_order')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_handoff_line'))
    )
    op.create_table('warm_handoff',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('wish', sa.Text(), nullable=False),
    sa.Column('urgency', sa.Text(), nullable=False),
    sa.Column('urgency_reason', sa.Text(), nullable=False),
    sa.Column('interpreter', sa.Text(), nullable=False),
    sa.Column('guidance_reason', sa.Text(), nullable=False),
    sa.Column('informed_on', sa.Date(), nullable=True),
    sa.Column('informed_how', sa.Text(), nullable=True),
    sa.Column('reported_on', sa.Date(), nullable=True),
    sa.Column('returned_on', sa.Date(), nullable=True),
    sa.Column('return_count', sa.Integer(), nullable=False),
    sa.Column('meeting_on', sa.Date(), nullable=True),
    sa.Column('meeting_time', sa.Text(), nullable=True),
    sa.Column('meeting_place', sa.Text(), nullable=True),
    sa.Column('meeting_present', sa.Text(), nullable=True),
    sa.Column('meeting_interpreter', sa.Text(), nullable=True),
    sa.Column('meeting_papers', sa.Text(), nullable=True),
    sa.Column('no_show_count', sa.Integer(), nullable=False),
    sa.Column('no_show_reason', sa.Text(), nullable=True),
    sa.Column('client_present', sa.Boolean(), nullable=True),
    sa.Column('absence_reason', sa.Text(), nullable=True),
    sa.Column('absence_approved_by_id', sa.Text(), nullable=True),
    sa.Column('agreements', sa.Text(), nullable=True),
    sa.Column('next_step', sa.Text(), nullable=True),
    sa.Column('next_step_on', sa.Date(), nullable=True),
    sa.Column('contact_now', sa.Text(), nullable=True),
    sa.Column('intake_note', sa.Text(), nullable=True),
    sa.Column('outcome', sa.Text(), nullable=True),
    sa.Column('declined_reason', sa.Text(), nullable=True),
    sa.Column('alternative', sa.Text(), nullable=True),
    sa.Column('alternative_told', sa.Boolean(), nullable=True),
    sa.Column('withdrawal_reason', sa.Text(), nullable=True),
    sa.Column('read_on', sa.Date(), nullable=True),
    sa.CheckConstraint("contact_now IS NULL OR contact_now IN ('amal', 'ocmw')", name=op.f('ck_warm_handoff_contact_known')),
    sa.CheckConstraint("outcome IS NULL OR outcome IN ('in_begeleiding', 'geen_hulp', 'doorverwezen')", name=op.f('ck_warm_handoff_outcome_known')),
    sa.CheckConstraint("state IN ('ontwerp', 'aangemeld', 'gepland', 'overgedragen', 'opgenomen', 'niet_opgenomen', 'ingetrokken')", name=op.f('ck_warm_handoff_state_known')),
    sa.CheckConstraint("state NOT IN ('aangemeld', 'gepland', 'overgedragen', 'opgenomen', 'niet_opgenomen') OR (reported_on IS NOT NULL AND informed_on IS NOT NULL AND informed_how IS NOT NULL)", name=op.f('ck_warm_handoff_client_agreed')),
    sa.CheckConstraint("state NOT IN ('gepland') OR (meeting_on IS NOT NULL AND meeting_time IS NOT NULL AND meeting_place IS NOT NULL)", name=op.f('ck_warm_handoff_invited')),
    sa.CheckConstraint("state NOT IN ('ingetrokken') OR (withdrawal_reason IS NOT NULL)", name=op.f('ck_warm_handoff_withdrawn_with_a_reason')),
    sa.CheckConstraint("state NOT IN ('niet_opgenomen') OR (declined_reason IS NOT NULL)", name=op.f('ck_warm_handoff_declined_with_a_reason')),
    sa.CheckConstraint("state NOT IN ('opgenomen', 'niet_opgenomen') OR (outcome IS NOT NULL)", name=op.f('ck_warm_handoff_ended_somehow')),
    sa.CheckConstraint("state NOT IN ('overgedragen', 'opgenomen') OR (client_present IS NOT NULL AND agreements IS NOT NULL AND contact_now IS NOT NULL)", name=op.f('ck_warm_handoff_met')),
    sa.CheckConstraint("urgency IN ('gewoon', 'dringend', 'meteen')", name=op.f('ck_warm_handoff_urgency_known')),
    sa.CheckConstraint("wish <> '' AND interpreter <> ''", name=op.f('ck_warm_handoff_draft_complete')),
    sa.CheckConstraint('no_show_count >= 0 AND return_count >= 0', name=op.f('ck_warm_handoff_counts')),
    sa.ForeignKeyConstraint(['absence_approved_by_id'], ['person.id'], name=op.f('fk_warm_handoff_absence_approved_by_id')),
    sa.ForeignKeyConstraint(['id', 'state'], ['case_file.id', 'case_file.state'], name=op.f('fk_warm_handoff_id_state'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_warm_handoff'))
    )
    op.create_table('handoff_check',
    sa.Column('case_id', sa.Text(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('ticked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ticked_by_id', sa.Text(), nullable=True),
    sa.CheckConstraint('(ticked_at IS NULL) = (ticked_by_id IS NULL)', name=op.f('ck_handoff_check_ticked_by_somebody')),
    sa.ForeignKeyConstraint(['case_id'], ['warm_handoff.id'], name=op.f('fk_handoff_check_case_id')),
    sa.ForeignKeyConstraint(['ticked_by_id'], ['person.id'], name=op.f('fk_handoff_check_ticked_by_id')),
    sa.PrimaryKeyConstraint('case_id', 'position', name=op.f('pk_handoff_check'))
    )
    op.create_table('handoff_item',
    sa.Column('case_id', sa.Text(), nullable=False),
    sa.Column('item', sa.Text(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('agreed', sa.Boolean(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('withdrawn_on', sa.Date(), nullable=True),
    sa.Column('shared_before', sa.Text(), server_default='', nullable=False),
    sa.CheckConstraint("agreed OR words = ''", name=op.f('ck_handoff_item_only_what_is_agreed')),
    sa.CheckConstraint("item IN ('contactgegevens', 'gezin', 'inkomen', 'huisvesting', 'opleiding', 'werk', 'netwerk', 'andere', 'gezondheid')", name=op.f('ck_handoff_item_item_known')),
    sa.CheckConstraint('withdrawn_on IS NULL OR agreed', name=op.f('ck_handoff_item_withdrawn_was_agreed')),
    sa.ForeignKeyConstraint(['case_id'], ['warm_handoff.id'], name=op.f('fk_handoff_item_case_id')),
    sa.PrimaryKeyConstraint('case_id', 'item', name=op.f('pk_handoff_item'))
    )
    op.create_table('handoff_need',
    sa.Column('case_id', sa.Text(), nullable=False),
    sa.Column('domain', sa.Text(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.CheckConstraint("domain IN ('inkomen', 'wonen', 'werk', 'vrije_tijd', 'netwerk', 'leren', 'gezondheid')", name=op.f('ck_handoff_need_domain_known')),
    sa.CheckConstraint("words <> ''", name=op.f('ck_handoff_need_says_what')),
    sa.ForeignKeyConstraint(['case_id'], ['warm_handoff.id'], name=op.f('fk_handoff_need_case_id')),
    sa.PrimaryKeyConstraint('case_id', 'domain', name=op.f('pk_handoff_need'))
    )
    op.create_index(op.f('ix_handoff_need_domain'), 'handoff_need', ['domain'], unique=False)
    op.add_column('letter', sa.Column('recalled', sa.Boolean(), server_default='0', nullable=False))
    lines = sa.table("handoff_line", *(sa.column(name) for name in ("id", "position", "words", "confirmed")), sa.column("from_on", sa.Date()))
    first = {"from_on": date(2024, 1, 1), "confirmed": False}
    op.bulk_insert(lines, [{"id": f"{n:032x}", "position": n, "words": words, **first} for n, words in enumerate(EXAMPLE, 1)])


def downgrade() -> None:
    """Take them away again; a hand-over that was written goes with its log."""
    op.drop_column('letter', 'recalled')
    op.drop_index(op.f('ix_handoff_need_domain'), table_name='handoff_need')
    op.drop_table('handoff_need')
    op.drop_table('handoff_item')
    op.drop_table('handoff_check')
    op.drop_table('warm_handoff')
    op.drop_table('handoff_line')
