"""The referral of a client to the agency: its file, the versions of its parts, its messages, its hours."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table('referral',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('basis', sa.Text(), nullable=False),
    sa.Column('motivation', sa.Text(), nullable=False),
    sa.Column('known_nt2', sa.Text(), nullable=False),
    sa.Column('known_mo', sa.Text(), nullable=False),
    sa.Column('known_work', sa.Text(), nullable=False),
    sa.Column('availability', sa.Text(), nullable=False),
    sa.Column('frozen', sa.JSON(), nullable=False),
    sa.Column('informed_on', sa.Date(), nullable=True),
    sa.Column('informed_how', sa.Text(), nullable=True),
    sa.Column('informed_interpreter', sa.Text(), nullable=True),
    sa.Column('data_told_on', sa.Date(), nullable=True),
    sa.Column('data_told_by', sa.Text(), nullable=True),
    sa.Column('data_language', sa.Text(), nullable=True),
    sa.Column('question', sa.Text(), nullable=True),
    sa.Column('answer', sa.Text(), nullable=True),
    sa.Column('appointment_on', sa.Date(), nullable=True),
    sa.Column('appointment_time', sa.Text(), nullable=True),
    sa.Column('appointment_place', sa.Text(), nullable=True),
    sa.Column('refusal', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('contract_signed_on', sa.Date(), nullable=True),
    sa.Column('pnt', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('vdab_support_by_id', sa.Text(), nullable=True),
    sa.Column('vdab_support_of_id', sa.Text(), nullable=True),
    sa.Column('vdab_support_on', sa.Date(), nullable=True),
    sa.Column('vdab_reminded', sa.JSON(), nullable=False),
    sa.Column('vdab_reminder_open', sa.Boolean(), nullable=False),
    sa.Column('attest', sa.Text(), nullable=True),
    sa.Column('attest_on', sa.Date(), nullable=True),
    sa.Column('b1_required', sa.Boolean(), nullable=True),
    sa.Column('b1_reason', sa.Text(), nullable=True),
    sa.Column('b1_outcome', sa.Text(), nullable=True),
    sa.Column('b1_on', sa.Date(), nullable=True),
    sa.Column('stop_reason', sa.Text(), nullable=True),
    sa.Column('stop_explanation', sa.Text(), nullable=True),
    sa.Column('stop_on', sa.Date(), nullable=True),
    sa.Column('withdrawal_reason', sa.Text(), nullable=True),
    sa.CheckConstraint("basis IN ('opgelegd', 'vrijwillig')", name=op.f('ck_referral_basis_known')),
    sa.CheckConstraint("motivation <> ''", name=op.f('ck_referral_motivated')),
    sa.CheckConstraint("state <> 'afgerond' OR b1_required = false OR b1_outcome IS NOT NULL", name=op.f('ck_referral_b1_followed_up')),
    sa.CheckConstraint("state IN ('ontwerp', 'voorbereiding', 'te_tekenen', 'verzonden', 'teruggestuurd', 'aanvaard', 'lopend', 'b1_opvolging', 'afgerond', 'stopgezet', 'geweigerd', 'ingetrokken', 'niet_verzonden')", name=op.f('ck_referral_state_known')),
    sa.CheckConstraint("state NOT IN ('aanvaard', 'lopend', 'b1_opvolging', 'afgerond') OR (appointment_on IS NOT NULL)", name=op.f('ck_referral_appointed')),
    sa.CheckConstraint("state NOT IN ('b1_opvolging', 'afgerond') OR (attest IS NOT NULL AND attest_on IS NOT NULL AND b1_required IS NOT NULL)", name=op.f('ck_referral_attested')),
    sa.CheckConstraint("state NOT IN ('geweigerd') OR (refusal IS NOT NULL)", name=op.f('ck_referral_refused_with_reasons')),
    sa.CheckConstraint("state NOT IN ('ingetrokken', 'niet_verzonden') OR (withdrawal_reason IS NOT NULL)", name=op.f('ck_referral_withdrawn')),
    sa.CheckConstraint("state NOT IN ('lopend', 'b1_opvolging', 'afgerond') OR (contract_signed_on IS NOT NULL AND pnt IS NOT NULL)", name=op.f('ck_referral_started')),
    sa.CheckConstraint("state NOT IN ('stopgezet') OR (stop_reason IS NOT NULL AND stop_explanation IS NOT NULL AND stop_on IS NOT NULL)", name=op.f('ck_referral_stopped')),
    sa.CheckConstraint("state NOT IN ('te_tekenen', 'verzonden', 'teruggestuurd', 'aanvaard', 'lopend', 'b1_opvolging', 'afgerond', 'geweigerd') OR (data_told_on IS NOT NULL AND data_told_by IS NOT NULL AND data_language IS NOT NULL)", name=op.f('ck_referral_data_explained')),
    sa.CheckConstraint("state NOT IN ('teruggestuurd') OR (question IS NOT NULL)", name=op.f('ck_referral_asked')),
    sa.CheckConstraint('(informed_on IS NULL) = (informed_how IS NULL)', name=op.f('ck_referral_conversation_complete')),
    sa.ForeignKeyConstraint(['id', 'state'], ['case_file.id', 'case_file.state'], name=op.f('fk_referral_id_state'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['vdab_support_by_id'], ['person.id'], name=op.f('fk_referral_vdab_support_by_id')),
    sa.ForeignKeyConstraint(['vdab_support_of_id'], ['organisation.id'], name=op.f('fk_referral_vdab_support_of_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_referral'))
    )
    op.create_table('pnt_entry',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('referral_id', sa.Text(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('done_on', sa.Date(), nullable=False),
    sa.Column('halves', sa.Integer(), nullable=False),
    sa.Column('activity', sa.Text(), nullable=False),
    sa.Column('voluntary', sa.Boolean(), nullable=False),
    sa.Column('replaces_id', sa.Text(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('noted_on', sa.Date(), nullable=False),
    sa.Column('noted_by_id', sa.Text(), nullable=True),
    sa.CheckConstraint("(replaces_id IS NULL) = (reason = '')", name=op.f('ck_pnt_entry_correction_has_a_reason')),
    sa.CheckConstraint('halves BETWEEN 0 AND 48', name=op.f('ck_pnt_entry_hours_in_a_day')),
    sa.CheckConstraint('replaces_id IS NOT NULL OR halves > 0', name=op.f('ck_pnt_entry_only_a_correction_is_empty')),
    sa.ForeignKeyConstraint(['noted_by_id'], ['person.id'], name=op.f('fk_pnt_entry_noted_by_id')),
    sa.ForeignKeyConstraint(['referral_id'], ['referral.id'], name=op.f('fk_pnt_entry_referral_id')),
    sa.ForeignKeyConstraint(['replaces_id'], ['pnt_entry.id'], name=op.f('fk_pnt_entry_replaces_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pnt_entry')),
    sa.UniqueConstraint('referral_id', 'number', name=op.f('uq_pnt_entry_referral_id_number'))
    )
    op.create_index(op.f('ix_pnt_entry_referral_id'), 'pnt_entry', ['referral_id'], unique=False)
    op.create_index('uq_pnt_entry_replaces_id', 'pnt_entry', ['replaces_id'], unique=True)
    op.create_table('referral_message',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('referral_id', sa.Text(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('organisation_id', sa.Text(), nullable=False),
    sa.Column('person_id', sa.Text(), nullable=True),
    sa.Column('written_on', sa.Date(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('happened_on', sa.Date(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('read_on', sa.Date(), nullable=True),
    sa.Column('read_by_id', sa.Text(), nullable=True),
    sa.Column('answer', sa.Text(), nullable=False),
    sa.Column('ocmw_result', sa.Text(), nullable=True),
    sa.Column('ocmw_result_on', sa.Date(), nullable=True),
    sa.Column('amal_result', sa.Text(), nullable=True),
    sa.Column('amal_result_on', sa.Date(), nullable=True),
    sa.CheckConstraint("kind IN ('gestart', 'afwezigheid', 'niveau', 'wijziging', 'signaal', 'steun', 'sanctie', 'evaluatie', 'attest', 'uitkomst', 'ingrijpend')", name=op.f('ck_referral_message_kind_known')),
    sa.CheckConstraint("text <> ''", name=op.f('ck_referral_message_says_something')),
    sa.CheckConstraint('(amal_result IS NULL) = (amal_result_on IS NULL)', name=op.f('ck_referral_message_amal_result_has_a_date')),
    sa.CheckConstraint('(ocmw_result IS NULL) = (ocmw_result_on IS NULL)', name=op.f('ck_referral_message_ocmw_result_has_a_date')),
    sa.CheckConstraint('(read_on IS NULL) = (read_by_id IS NULL)', name=op.f('ck_referral_message_read_by_somebody')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_referral_message_organisation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_referral_message_person_id')),
    sa.ForeignKeyConstraint(['read_by_id'], ['person.id'], name=op.f('fk_referral_message_read_by_id')),
    sa.ForeignKeyConstraint(['referral_id'], ['referral.id'], name=op.f('fk_referral_message_referral_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_referral_message')),
    sa.UniqueConstraint('referral_id', 'number', name=op.f('uq_referral_message_referral_id_number'))
    )
    op.create_index(op.f('ix_referral_message_referral_id'), 'referral_message', ['referral_id'], unique=False)
    op.create_table('referral_parts',
    sa.Column('referral_id', sa.Text(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('parts', sa.JSON(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('organisation_id', sa.Text(), nullable=False),
    sa.Column('annex_id', sa.Text(), nullable=True),
    sa.CheckConstraint('number >= 1', name=op.f('ck_referral_parts_number_counts')),
    sa.ForeignKeyConstraint(['annex_id'], ['gpmi_annex.id'], name=op.f('fk_referral_parts_annex_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_referral_parts_organisation_id')),
    sa.ForeignKeyConstraint(['referral_id'], ['referral.id'], name=op.f('fk_referral_parts_referral_id')),
    sa.PrimaryKeyConstraint('referral_id', 'number', name=op.f('pk_referral_parts'))
    )


def downgrade() -> None:
    """Take them away again."""
    op.drop_table('referral_parts')
    op.drop_index(op.f('ix_referral_message_referral_id'), table_name='referral_message')
    op.drop_table('referral_message')
    op.drop_index('uq_pnt_entry_replaces_id', table_name='pnt_entry')
    op.drop_index(op.f('ix_pnt_entry_referral_id'), table_name='pnt_entry')
    op.drop_table('pnt_entry')
    op.drop_table('referral')
