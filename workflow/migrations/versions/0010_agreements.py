"""Files about no client: the register of agreements, notices of default, deviations, the consent of both parties."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, and give every file a title."""
    op.create_table('agreement',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('agreement_kind', sa.Text(), nullable=False),
    sa.Column('partner_id', sa.Text(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('place', sa.Text(), nullable=False),
    sa.Column('signed_on', sa.Date(), nullable=True),
    sa.Column('signed_by', sa.Text(), server_default='', nullable=False),
    sa.Column('closing_reason', sa.Text(), nullable=True),
    sa.CheckConstraint("state IN ('ontwerp', 'ter_ondertekening', 'van_kracht', 'beeindigd', 'ingetrokken')", name=op.f('ck_agreement_state_known')),
    sa.CheckConstraint("state NOT IN ('beeindigd') OR (ends_on IS NOT NULL)", name=op.f('ck_agreement_ended_on_a_day')),
    sa.CheckConstraint("state NOT IN ('ingetrokken') OR (closing_reason IS NOT NULL)", name=op.f('ck_agreement_withdrawn_with_a_reason')),
    sa.CheckConstraint("state NOT IN ('van_kracht', 'beeindigd') OR (signed_on IS NOT NULL)", name=op.f('ck_agreement_signed')),
    sa.CheckConstraint('ends_on IS NULL OR starts_on <= ends_on', name=op.f('ck_agreement_dates_in_order')),
    sa.ForeignKeyConstraint(['id', 'state'], ['case_file.id', 'case_file.state'], name=op.f('fk_agreement_id_state'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['partner_id'], ['organisation.id'], name=op.f('fk_agreement_partner_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agreement'))
    )
    op.create_index(op.f('ix_agreement_partner_id'), 'agreement', ['partner_id'], unique=False)
    op.create_table('consent',
    sa.Column('case_id', sa.Text(), nullable=False),
    sa.Column('subject', sa.Text(), nullable=False),
    sa.Column('organisation_id', sa.Text(), nullable=False),
    sa.Column('person_id', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('given_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("subject <> ''", name=op.f('ck_consent_says_to_what')),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_consent_case_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_consent_organisation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_consent_person_id')),
    sa.PrimaryKeyConstraint('case_id', 'subject', 'organisation_id', name=op.f('pk_consent'))
    )
    op.create_table('default_notice',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('article', sa.Text(), nullable=False),
    sa.Column('article_heading', sa.Text(), nullable=False),
    sa.Column('facts', sa.JSON(), nullable=False),
    sa.Column('default_reason', sa.Text(), nullable=True),
    sa.Column('remedy_asked', sa.Text(), nullable=True),
    sa.Column('remedy_days', sa.Integer(), nullable=True),
    sa.Column('reply', sa.Text(), nullable=True),
    sa.Column('replied_on', sa.Date(), nullable=True),
    sa.Column('remedied_on', sa.Date(), nullable=True),
    sa.Column('remedied_how', sa.Text(), nullable=True),
    sa.Column('talks_on', sa.Date(), nullable=True),
    sa.Column('talks_with', sa.Text(), nullable=True),
    sa.Column('unsolvable_reason', sa.Text(), nullable=True),
    sa.Column('termination_reason', sa.Text(), nullable=True),
    sa.Column('exceptional_reason', sa.Text(), nullable=True),
    sa.Column('planned_on', sa.Date(), nullable=True),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('open_files', sa.JSON(), nullable=True),
    sa.Column('closing_reason', sa.Text(), nullable=True),
    sa.CheckConstraint("state IN ('ontwerp', 'ingebrekestelling', 'in_gebreke', 'onoplosbaar', 'opzegging', 'opgezegd', 'beeindigd', 'hersteld', 'ingetrokken')", name=op.f('ck_default_notice_state_known')),
    sa.CheckConstraint("state NOT IN ('ingebrekestelling', 'hersteld', 'in_gebreke', 'onoplosbaar', 'opzegging', 'opgezegd', 'beeindigd') OR (default_reason IS NOT NULL AND remedy_asked IS NOT NULL AND remedy_days IS NOT NULL)", name=op.f('ck_default_notice_reasoned')),
    sa.CheckConstraint("state NOT IN ('ingetrokken') OR (closing_reason IS NOT NULL)", name=op.f('ck_default_notice_withdrawn_with_a_reason')),
    sa.CheckConstraint("state NOT IN ('onoplosbaar', 'opzegging', 'opgezegd', 'beeindigd') OR (talks_on IS NOT NULL AND talks_with IS NOT NULL AND unsolvable_reason IS NOT NULL)", name=op.f('ck_default_notice_talked')),
    sa.CheckConstraint("state NOT IN ('opgezegd', 'beeindigd') OR (ends_on IS NOT NULL)", name=op.f('ck_default_notice_ends_on_a_day')),
    sa.CheckConstraint("state NOT IN ('opzegging', 'opgezegd', 'beeindigd') OR (termination_reason IS NOT NULL AND exceptional_reason IS NOT NULL)", name=op.f('ck_default_notice_terminated')),
    sa.ForeignKeyConstraint(['id', 'state'], ['case_file.id', 'case_file.state'], name=op.f('fk_default_notice_id_state'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_default_notice'))
    )
    op.create_table('deviation',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('article', sa.Text(), nullable=False),
    sa.Column('article_heading', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('instead', sa.Text(), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('until_on', sa.Date(), nullable=False),
    sa.Column('general', sa.Boolean(), nullable=False),
    sa.Column('closing_reason', sa.Text(), nullable=True),
    sa.CheckConstraint("state IN ('voorgesteld', 'geldig', 'verlopen', 'geweigerd', 'ingetrokken')", name=op.f('ck_deviation_state_known')),
    sa.CheckConstraint("state NOT IN ('geweigerd', 'ingetrokken') OR (closing_reason IS NOT NULL)", name=op.f('ck_deviation_ended_with_a_reason')),
    sa.CheckConstraint('from_on <= until_on', name=op.f('ck_deviation_dates_in_order')),
    sa.ForeignKeyConstraint(['id', 'state'], ['case_file.id', 'case_file.state'], name=op.f('fk_deviation_id_state'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_deviation'))
    )
    op.create_table('agreement_version',
    sa.Column('agreement_id', sa.Text(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('change', sa.Text(), nullable=False),
    sa.Column('articles', sa.JSON(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('in_force_on', sa.Date(), nullable=False),
    sa.Column('standing', sa.Text(), nullable=False),
    sa.Column('proposed_on', sa.Date(), nullable=True),
    sa.Column('proposed_by_id', sa.Text(), nullable=True),
    sa.CheckConstraint("change IN ('oorspronkelijk', 'wijziging', 'beeindiging')", name=op.f('ck_agreement_version_change_known')),
    sa.CheckConstraint("number = 1 OR reason <> ''", name=op.f('ck_agreement_version_changes_with_a_reason')),
    sa.CheckConstraint("standing IN ('ontwerp', 'voorgesteld', 'aanvaard', 'ter_ondertekening', 'van_kracht', 'geweigerd', 'ingetrokken')", name=op.f('ck_agreement_version_standing_known')),
    sa.CheckConstraint('number = 1 OR proposed_by_id IS NOT NULL', name=op.f('ck_agreement_version_proposed_by_a_party')),
    sa.ForeignKeyConstraint(['agreement_id'], ['agreement.id'], name=op.f('fk_agreement_version_agreement_id')),
    sa.ForeignKeyConstraint(['proposed_by_id'], ['organisation.id'], name=op.f('fk_agreement_version_proposed_by_id')),
    sa.PrimaryKeyConstraint('agreement_id', 'number', name=op.f('pk_agreement_version'))
    )
    op.create_table('deviation_use',
    sa.Column('deviation_id', sa.Text(), nullable=False),
    sa.Column('case_id', sa.Text(), nullable=False),
    sa.Column('added_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_deviation_use_case_id')),
    sa.ForeignKeyConstraint(['deviation_id'], ['deviation.id'], name=op.f('fk_deviation_use_deviation_id')),
    sa.PrimaryKeyConstraint('deviation_id', 'case_id', name=op.f('pk_deviation_use'))
    )
    op.create_index(op.f('ix_deviation_use_case_id'), 'deviation_use', ['case_id'], unique=False)
    op.add_column('case_file', sa.Column('title', sa.Text(), server_default='', nullable=False))


def downgrade() -> None:
    """Take them away again."""
    op.drop_column('case_file', 'title')
    op.drop_index(op.f('ix_deviation_use_case_id'), table_name='deviation_use')
    op.drop_table('deviation_use')
    op.drop_table('agreement_version')
    op.drop_table('deviation')
    op.drop_table('default_notice')
    op.drop_table('consent')
    op.drop_index(op.f('ix_agreement_partner_id'), table_name='agreement')
    op.drop_table('agreement')
