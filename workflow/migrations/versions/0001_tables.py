"""The tables of the office: people, clients, files, letters, sessions and the log.

One file, however long: it is the state of the database on the first day, written by Alembic.
"""

import sqlalchemy as sa
from alembic import op

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


CURRENT = (("advice_id", "advice"), ("agenda_item_id", "agenda_item"), ("decision_id", "decision"))
"""The rows a sanction file names as current; they refer back to it, so they are linked afterwards."""


def upgrade() -> None:
    """Make the tables."""
    op.create_table('organisation',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('key', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('service', sa.Text(), nullable=False),
    sa.Column('street', sa.Text(), nullable=False),
    sa.Column('postal_code', sa.Text(), nullable=False),
    sa.Column('city', sa.Text(), nullable=False),
    sa.Column('phone', sa.Text(), nullable=False),
    sa.Column('email', sa.Text(), nullable=False),
    sa.Column('dpo_contact', sa.Text(), nullable=False),
    sa.CheckConstraint("kind IN ('ocmw', 'agentschap', 'partner_ocmw', 'arbeidsbemiddeling', 'stad')", name=op.f('ck_organisation_kind_known')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisation')),
    sa.UniqueConstraint('key', name=op.f('uq_organisation_key'))
    )
    op.create_table('person',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('login', sa.Text(), nullable=False),
    sa.Column('first_name', sa.Text(), nullable=False),
    sa.Column('last_name', sa.Text(), nullable=False),
    sa.Column('email', sa.Text(), nullable=False),
    sa.Column('phone', sa.Text(), nullable=False),
    sa.Column('password_hash', sa.Text(), nullable=False),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.Column('session_stamp', sa.Text(), nullable=False),
    sa.Column('failures', sa.Integer(), nullable=False),
    sa.Column('locked_until', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_person')),
    sa.UniqueConstraint('login', name=op.f('uq_person_login'))
    )
    op.create_table('sequence',
    sa.Column('prefix', sa.Text(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('last', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('prefix', 'year', name=op.f('pk_sequence'))
    )
    op.create_table('bcsd_seat',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Text(), nullable=False),
    sa.Column('chair', sa.Boolean(), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('until_on', sa.Date(), nullable=True),
    sa.CheckConstraint('until_on IS NULL OR from_on <= until_on', name=op.f('ck_bcsd_seat_dates_in_order')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_bcsd_seat_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_bcsd_seat')),
    sa.UniqueConstraint('number', 'from_on', name=op.f('uq_bcsd_seat_number_from_on'))
    )
    op.create_table('bcsd_session',
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('owner_id', sa.Text(), nullable=False),
    sa.Column('held_on', sa.Date(), nullable=False),
    sa.Column('starts_at', sa.Text(), nullable=False),
    sa.Column('place', sa.Text(), nullable=False),
    sa.Column('second_convocation', sa.Boolean(), nullable=False),
    sa.Column('cancel_reason', sa.Text(), nullable=False),
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('reference', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('head', sa.Text(), nullable=False),
    sa.Column('entries', sa.Integer(), nullable=False),
    sa.CheckConstraint("state IN ('gepland', 'gesloten', 'geannuleerd')", name=op.f('ck_bcsd_session_state_known')),
    sa.ForeignKeyConstraint(['owner_id'], ['organisation.id'], name=op.f('fk_bcsd_session_owner_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_bcsd_session')),
    sa.UniqueConstraint('reference', name=op.f('uq_bcsd_session_reference'))
    )
    op.create_index(op.f('ix_bcsd_session_state_held_on'), 'bcsd_session', ['state', 'held_on'], unique=False)
    op.create_table('client',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('first_name', sa.Text(), nullable=False),
    sa.Column('last_name', sa.Text(), nullable=False),
    sa.Column('search_name', sa.Text(), nullable=False),
    sa.Column('salutation', sa.Text(), nullable=False),
    sa.Column('born_on', sa.Date(), nullable=False),
    sa.Column('sealed_number', sa.LargeBinary(), nullable=False),
    sa.Column('number_index', sa.Text(), nullable=False),
    sa.Column('street', sa.Text(), nullable=False),
    sa.Column('postal_code', sa.Text(), nullable=False),
    sa.Column('city', sa.Text(), nullable=False),
    sa.Column('phone', sa.Text(), nullable=False),
    sa.Column('contact_language', sa.Text(), nullable=False),
    sa.Column('interpreter', sa.Boolean(), nullable=False),
    sa.Column('social_worker_id', sa.Text(), nullable=True),
    sa.Column('counsellor_id', sa.Text(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('version >= 1', name=op.f('ck_client_version_counts')),
    sa.ForeignKeyConstraint(['counsellor_id'], ['person.id'], name=op.f('fk_client_counsellor_id')),
    sa.ForeignKeyConstraint(['social_worker_id'], ['person.id'], name=op.f('fk_client_social_worker_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_client')),
    sa.UniqueConstraint('number_index', name=op.f('uq_client_number_index'))
    )
    op.create_index(op.f('ix_client_search_name_id'), 'client', ['search_name', 'id'], unique=False)
    op.create_table('log_entry',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('chain_id', sa.Text(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('actor_id', sa.Text(), nullable=True),
    sa.Column('actor_name', sa.Text(), nullable=False),
    sa.Column('role', sa.Text(), nullable=False),
    sa.Column('organisation_id', sa.Text(), nullable=True),
    sa.Column('subject_kind', sa.Text(), nullable=False),
    sa.Column('subject_id', sa.Text(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('action', sa.Text(), nullable=False),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('dest', sa.Text(), nullable=False),
    sa.Column('remark', sa.Text(), nullable=False),
    sa.Column('fields', sa.Text(), nullable=False),
    sa.Column('papers', sa.Text(), nullable=False),
    sa.Column('shared', sa.Boolean(), nullable=False),
    sa.Column('ticket', sa.Text(), nullable=True),
    sa.Column('previous', sa.Text(), nullable=False),
    sa.Column('hash', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['actor_id'], ['person.id'], name=op.f('fk_log_entry_actor_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_log_entry_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_log_entry')),
    sa.UniqueConstraint('chain_id', 'number', name=op.f('uq_log_entry_chain_id_number')),
    sa.UniqueConstraint('hash', name=op.f('uq_log_entry_hash')),
    sa.UniqueConstraint('ticket', name=op.f('uq_log_entry_ticket'))
    )
    op.create_index(op.f('ix_log_entry_subject_id'), 'log_entry', ['subject_id'], unique=False)
    op.create_table('refusal',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('actor_id', sa.Text(), nullable=True),
    sa.Column('subject_kind', sa.Text(), nullable=False),
    sa.Column('subject_id', sa.Text(), nullable=False),
    sa.Column('action', sa.Text(), nullable=False),
    sa.Column('reasons', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['actor_id'], ['person.id'], name=op.f('fk_refusal_actor_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_refusal'))
    )
    op.create_index(op.f('ix_refusal_subject_id'), 'refusal', ['subject_id'], unique=False)
    op.create_table('role_grant',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('person_id', sa.Text(), nullable=False),
    sa.Column('organisation_id', sa.Text(), nullable=False),
    sa.Column('role', sa.Text(), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('until_on', sa.Date(), nullable=True),
    sa.CheckConstraint('until_on IS NULL OR from_on <= until_on', name=op.f('ck_role_grant_dates_in_order')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_role_grant_organisation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_role_grant_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_role_grant'))
    )
    op.create_index(op.f('ix_role_grant_organisation_id_role'), 'role_grant', ['organisation_id', 'role'], unique=False)
    op.create_index(op.f('ix_role_grant_person_id'), 'role_grant', ['person_id'], unique=False)
    op.create_table('aid_period',
    sa.Column('aid', sa.Text(), nullable=False),
    sa.Column('category', sa.Text(), nullable=False),
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('until_on', sa.Date(), nullable=True),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('client_id', sa.Text(), nullable=False),
    sa.CheckConstraint("aid IN ('leefloon', 'equivalent_leefloon', 'art60_7', 'andere', 'geen')", name=op.f('ck_aid_period_aid_known')),
    sa.CheckConstraint('until_on IS NULL OR from_on <= until_on', name=op.f('ck_aid_period_dates_in_order')),
    sa.ForeignKeyConstraint(['client_id'], ['client.id'], name=op.f('fk_aid_period_client_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_aid_period'))
    )
    op.create_index(op.f('ix_aid_period_client_id'), 'aid_period', ['client_id'], unique=False)
    op.create_table('case_file',
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('owner_id', sa.Text(), nullable=False),
    sa.Column('client_id', sa.Text(), nullable=True),
    sa.Column('handler_id', sa.Text(), nullable=True),
    sa.Column('opened_by_id', sa.Text(), nullable=True),
    sa.Column('opened_on', sa.Date(), nullable=False),
    sa.Column('state_since', sa.Date(), nullable=False),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('reference', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('head', sa.Text(), nullable=False),
    sa.Column('entries', sa.Integer(), nullable=False),
    sa.CheckConstraint('entries >= 0', name=op.f('ck_case_file_entries_count')),
    sa.CheckConstraint('length(head) = 64', name=op.f('ck_case_file_head_is_a_hash')),
    sa.CheckConstraint('version >= 1', name=op.f('ck_case_file_version_counts')),
    sa.ForeignKeyConstraint(['client_id'], ['client.id'], name=op.f('fk_case_file_client_id')),
    sa.ForeignKeyConstraint(['handler_id'], ['person.id'], name=op.f('fk_case_file_handler_id')),
    sa.ForeignKeyConstraint(['opened_by_id'], ['person.id'], name=op.f('fk_case_file_opened_by_id')),
    sa.ForeignKeyConstraint(['owner_id'], ['organisation.id'], name=op.f('fk_case_file_owner_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_file')),
    sa.UniqueConstraint('id', 'state', name=op.f('uq_case_file_id_state')),
    sa.UniqueConstraint('reference', name=op.f('uq_case_file_reference'))
    )
    op.create_index(op.f('ix_case_file_client_id'), 'case_file', ['client_id'], unique=False)
    op.create_index(op.f('ix_case_file_handler_id'), 'case_file', ['handler_id'], unique=False)
    op.create_index(op.f('ix_case_file_kind_state'), 'case_file', ['kind', 'state'], unique=False)
    op.create_index(op.f('ix_case_file_owner_id_state_id'), 'case_file', ['owner_id', 'state', 'id'], unique=False)
    op.create_table('client_share',
    sa.Column('client_id', sa.Text(), nullable=False),
    sa.Column('organisation_id', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['client_id'], ['client.id'], name=op.f('fk_client_share_client_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_client_share_organisation_id')),
    sa.PrimaryKeyConstraint('client_id', 'organisation_id', name=op.f('pk_client_share'))
    )
    op.create_index(op.f('ix_client_share_organisation_id'), 'client_share', ['organisation_id'], unique=False)
    op.create_table('gpmi_annex',
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('gpmi_reference', sa.Text(), nullable=False),
    sa.Column('gpmi_signed_on', sa.Date(), nullable=False),
    sa.Column('signed_on', sa.Date(), nullable=True),
    sa.Column('clause', sa.Text(), nullable=False),
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('until_on', sa.Date(), nullable=True),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('client_id', sa.Text(), nullable=False),
    sa.CheckConstraint('signed_on IS NULL OR signed_on <= from_on', name=op.f('ck_gpmi_annex_signed_before_in_force')),
    sa.CheckConstraint('until_on IS NULL OR from_on <= until_on', name=op.f('ck_gpmi_annex_dates_in_order')),
    sa.ForeignKeyConstraint(['client_id'], ['client.id'], name=op.f('fk_gpmi_annex_client_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_gpmi_annex')),
    sa.UniqueConstraint('client_id', 'number', name=op.f('uq_gpmi_annex_client_id_number'))
    )
    op.create_index(op.f('ix_gpmi_annex_client_id'), 'gpmi_annex', ['client_id'], unique=False)
    op.create_table('registration',
    sa.Column('municipality', sa.Text(), nullable=False),
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('until_on', sa.Date(), nullable=True),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('client_id', sa.Text(), nullable=False),
    sa.CheckConstraint('until_on IS NULL OR from_on <= until_on', name=op.f('ck_registration_dates_in_order')),
    sa.ForeignKeyConstraint(['client_id'], ['client.id'], name=op.f('fk_registration_client_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_registration'))
    )
    op.create_index(op.f('ix_registration_client_id'), 'registration', ['client_id'], unique=False)
    op.create_table('residence_status',
    sa.Column('residence', sa.Text(), nullable=False),
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('until_on', sa.Date(), nullable=True),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('client_id', sa.Text(), nullable=False),
    sa.CheckConstraint("residence IN ('verplicht', 'rechthebbend', 'geen')", name=op.f('ck_residence_status_residence_known')),
    sa.CheckConstraint('until_on IS NULL OR from_on <= until_on', name=op.f('ck_residence_status_dates_in_order')),
    sa.ForeignKeyConstraint(['client_id'], ['client.id'], name=op.f('fk_residence_status_client_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_residence_status'))
    )
    op.create_index(op.f('ix_residence_status_client_id'), 'residence_status', ['client_id'], unique=False)
    op.create_table('agenda_item',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('session_id', sa.Text(), nullable=False),
    sa.Column('case_id', sa.Text(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('subject', sa.Text(), nullable=False),
    sa.Column('urgent', sa.Boolean(), nullable=False),
    sa.Column('urgency_reason', sa.Text(), nullable=False),
    sa.Column('urgency_agreed', sa.Integer(), nullable=True),
    sa.Column('outcome', sa.Text(), nullable=True),
    sa.CheckConstraint("NOT urgent OR urgency_reason <> ''", name=op.f('ck_agenda_item_urgent_has_a_reason')),
    sa.CheckConstraint("outcome IS NULL OR outcome IN ('beslist', 'verdaagd', 'ingetrokken')", name=op.f('ck_agenda_item_outcome_known')),
    sa.CheckConstraint("subject IN ('beslissing', 'intrekking')", name=op.f('ck_agenda_item_subject_known')),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_agenda_item_case_id')),
    sa.ForeignKeyConstraint(['session_id'], ['bcsd_session.id'], name=op.f('fk_agenda_item_session_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_agenda_item')),
    sa.UniqueConstraint('session_id', 'position', name=op.f('uq_agenda_item_session_id_position'))
    )
    op.create_index(op.f('ix_agenda_item_case_id'), 'agenda_item', ['case_id'], unique=False)
    op.create_table('case_share',
    sa.Column('case_id', sa.Text(), nullable=False),
    sa.Column('organisation_id', sa.Text(), nullable=False),
    sa.Column('since', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_case_share_case_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_case_share_organisation_id')),
    sa.PrimaryKeyConstraint('case_id', 'organisation_id', name=op.f('pk_case_share'))
    )
    op.create_index(op.f('ix_case_share_organisation_id'), 'case_share', ['organisation_id'], unique=False)
    op.create_table('deadline',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('case_id', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('started_on', sa.Date(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('reasoning', sa.Text(), nullable=False),
    sa.Column('status', sa.Text(), nullable=False),
    sa.Column('stopped_on', sa.Date(), nullable=True),
    sa.CheckConstraint("(status = 'loopt') = (stopped_on IS NULL)", name=op.f('ck_deadline_stopped_has_a_date')),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_deadline_case_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_deadline'))
    )
    op.create_index(op.f('ix_deadline_case_id'), 'deadline', ['case_id'], unique=False)
    op.create_index(op.f('ix_deadline_status_due_on'), 'deadline', ['status', 'due_on'], unique=False)
    op.create_index('uq_deadline_running', 'deadline', ['case_id', 'name'], unique=True, sqlite_where=sa.text("status = 'loopt'"), postgresql_where=sa.text("status = 'loopt'"))
    op.create_table('letter',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('case_id', sa.Text(), nullable=False),
    sa.Column('reference', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('addressee', sa.Text(), nullable=False),
    sa.Column('to_organisation_id', sa.Text(), nullable=True),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('to_be_sent', sa.Text(), nullable=True),
    sa.Column('post_by', sa.Date(), nullable=True),
    sa.Column('facts', sa.JSON(), nullable=False),
    sa.Column('template_sha256', sa.Text(), nullable=False),
    sa.Column('docx_sha256', sa.Text(), nullable=False),
    sa.Column('pdf_sha256', sa.Text(), nullable=False),
    sa.Column('signed_sha256', sa.Text(), nullable=True),
    sa.Column('code', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('made_by_id', sa.Text(), nullable=True),
    sa.Column('made_as', sa.Text(), nullable=False),
    sa.Column('way', sa.Text(), nullable=True),
    sa.Column('registered_number', sa.Text(), nullable=True),
    sa.Column('posted_on', sa.Date(), nullable=True),
    sa.Column('presented_on', sa.Date(), nullable=True),
    sa.Column('returned_on', sa.Date(), nullable=True),
    sa.Column('return_reason', sa.Text(), nullable=True),
    sa.CheckConstraint("state <> 'aangeboden' OR presented_on IS NOT NULL", name=op.f('ck_letter_presented_has_a_date')),
    sa.CheckConstraint("state NOT IN ('teruggekeerd', 'opgevolgd') OR (returned_on IS NOT NULL AND return_reason IS NOT NULL)", name=op.f('ck_letter_returned_has_a_reason')),
    sa.CheckConstraint("state IN ('ontwerp', 'ter_ondertekening', 'ondertekend', 'verzonden', 'aangeboden', 'teruggekeerd', 'opgevolgd', 'geannuleerd')", name=op.f('ck_letter_state_known')),
    sa.CheckConstraint("state NOT IN ('ondertekend', 'verzonden', 'aangeboden', 'teruggekeerd', 'opgevolgd') OR signed_sha256 IS NOT NULL", name=op.f('ck_letter_signed_has_a_paper')),
    sa.CheckConstraint("state NOT IN ('verzonden', 'aangeboden', 'teruggekeerd', 'opgevolgd') OR (posted_on IS NOT NULL AND way IS NOT NULL)", name=op.f('ck_letter_sent_has_a_date')),
    sa.CheckConstraint("way IS NULL OR way <> 'aangetekend' OR registered_number IS NOT NULL", name=op.f('ck_letter_registered_has_a_number')),
    sa.CheckConstraint("way IS NULL OR way IN ('aangetekend', 'tegen_ontvangstbewijs', 'gewoon', 'programma')", name=op.f('ck_letter_way_known')),
    sa.CheckConstraint('presented_on IS NULL OR posted_on <= presented_on', name=op.f('ck_letter_presented_after_posted')),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_letter_case_id')),
    sa.ForeignKeyConstraint(['made_by_id'], ['person.id'], name=op.f('fk_letter_made_by_id')),
    sa.ForeignKeyConstraint(['to_organisation_id'], ['organisation.id'], name=op.f('fk_letter_to_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_letter')),
    sa.UniqueConstraint('code', name=op.f('uq_letter_code')),
    sa.UniqueConstraint('reference', name=op.f('uq_letter_reference'))
    )
    op.create_index(op.f('ix_letter_case_id'), 'letter', ['case_id'], unique=False)
    op.create_index(op.f('ix_letter_state_id'), 'letter', ['state', 'id'], unique=False)
    op.create_table('sanction',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('breach_type', sa.Text(), nullable=False),
    sa.Column('client_explanation', sa.Text(), nullable=False),
    sa.Column('frozen', sa.JSON(), nullable=False),
    sa.Column('obligation', sa.Text(), nullable=True),
    sa.Column('remedy', sa.Text(), nullable=True),
    sa.Column('remedy_by', sa.Date(), nullable=True),
    sa.Column('lawful_reason', sa.Text(), nullable=True),
    sa.Column('reason_examined', sa.Text(), nullable=True),
    sa.Column('remedied_on', sa.Date(), nullable=True),
    sa.Column('remedied_how', sa.Text(), nullable=True),
    sa.Column('closing_reason', sa.Text(), nullable=True),
    sa.Column('closing_explanation', sa.Text(), nullable=True),
    sa.Column('hearing_on', sa.Date(), nullable=True),
    sa.Column('hearing_time', sa.Text(), nullable=True),
    sa.Column('hearing_place', sa.Text(), nullable=True),
    sa.Column('hearing_interpreter', sa.Text(), nullable=True),
    sa.Column('file_access', sa.Text(), nullable=True),
    sa.Column('reschedule_by', sa.Date(), nullable=True),
    sa.Column('hearing_outcome', sa.Text(), nullable=True),
    sa.Column('hearing_present', sa.Text(), nullable=True),
    sa.Column('hearing_report', sa.Text(), nullable=True),
    sa.Column('hearing_papers', sa.Text(), nullable=True),
    sa.Column('hearing_remarks', sa.Text(), nullable=True),
    sa.Column('advice_id', sa.Text(), nullable=True),
    sa.Column('agenda_item_id', sa.Text(), nullable=True),
    sa.Column('decision_id', sa.Text(), nullable=True),
    sa.Column('question', sa.Text(), nullable=True),
    sa.Column('answer_by', sa.Date(), nullable=True),
    sa.Column('executed_on', sa.Date(), nullable=True),
    sa.Column('execution_note', sa.Text(), nullable=True),
    sa.Column('ocmw_informed_on', sa.Date(), nullable=True),
    sa.Column('ocmw_informed_how', sa.Text(), nullable=True),
    sa.Column('amal_informed_on', sa.Date(), nullable=True),
    sa.Column('amal_informed_how', sa.Text(), nullable=True),
    sa.Column('appeal_on', sa.Date(), nullable=True),
    sa.Column('appeal_roll', sa.Text(), nullable=True),
    sa.Column('judgment', sa.Text(), nullable=True),
    sa.Column('judgment_on', sa.Date(), nullable=True),
    sa.Column('judgment_text', sa.Text(), nullable=True),
    sa.CheckConstraint("state IN ('gemeld', 'aanmaning', 'aangemaand', 'hoorzitting', 'gehoord', 'geadviseerd', 'geagendeerd', 'beslist', 'kennisgegeven', 'in_beroep', 'afgesloten', 'bij_amal', 'nageleefd', 'zonder_gevolg')", name=op.f('ck_sanction_state_known')),
    sa.CheckConstraint("state NOT IN ('aanmaning', 'aangemaand', 'hoorzitting', 'gehoord', 'geadviseerd', 'geagendeerd', 'beslist', 'kennisgegeven', 'in_beroep', 'afgesloten') OR (obligation IS NOT NULL AND remedy IS NOT NULL AND remedy_by IS NOT NULL)", name=op.f('ck_sanction_warned')),
    sa.CheckConstraint("state NOT IN ('beslist', 'kennisgegeven', 'in_beroep', 'afgesloten') OR (decision_id IS NOT NULL)", name=op.f('ck_sanction_decided')),
    sa.CheckConstraint("state NOT IN ('geadviseerd', 'geagendeerd', 'beslist', 'kennisgegeven', 'in_beroep', 'afgesloten') OR (advice_id IS NOT NULL)", name=op.f('ck_sanction_advised')),
    sa.CheckConstraint("state NOT IN ('geagendeerd', 'beslist', 'kennisgegeven', 'in_beroep', 'afgesloten') OR (agenda_item_id IS NOT NULL)", name=op.f('ck_sanction_on_agenda')),
    sa.CheckConstraint("state NOT IN ('gehoord', 'geadviseerd', 'geagendeerd', 'beslist', 'kennisgegeven', 'in_beroep', 'afgesloten') OR (hearing_outcome IS NOT NULL AND hearing_report IS NOT NULL)", name=op.f('ck_sanction_heard')),
    sa.CheckConstraint("state NOT IN ('hoorzitting') OR (hearing_on IS NOT NULL AND hearing_time IS NOT NULL AND hearing_place IS NOT NULL)", name=op.f('ck_sanction_invited')),
    sa.CheckConstraint("state NOT IN ('in_beroep') OR (appeal_on IS NOT NULL AND appeal_roll IS NOT NULL)", name=op.f('ck_sanction_appealed')),
    sa.CheckConstraint("state NOT IN ('nageleefd') OR (remedied_on IS NOT NULL AND remedied_how IS NOT NULL)", name=op.f('ck_sanction_remedied')),
    sa.CheckConstraint("state NOT IN ('zonder_gevolg') OR (closing_reason IS NOT NULL AND closing_explanation IS NOT NULL)", name=op.f('ck_sanction_closed_with_a_reason')),
    sa.ForeignKeyConstraint(['advice_id'], ['advice.id'], name=op.f('fk_sanction_advice_id'), initially='DEFERRED', deferrable=True, use_alter=True),
    sa.ForeignKeyConstraint(['agenda_item_id'], ['agenda_item.id'], name=op.f('fk_sanction_agenda_item_id'), initially='DEFERRED', deferrable=True, use_alter=True),
    sa.ForeignKeyConstraint(['decision_id'], ['decision.id'], name=op.f('fk_sanction_decision_id'), initially='DEFERRED', deferrable=True, use_alter=True),
    sa.ForeignKeyConstraint(['id', 'state'], ['case_file.id', 'case_file.state'], name=op.f('fk_sanction_id_state'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sanction'))
    )
    op.create_index(op.f('ix_sanction_advice_id'), 'sanction', ['advice_id'], unique=False)
    op.create_index(op.f('ix_sanction_agenda_item_id'), 'sanction', ['agenda_item_id'], unique=False)
    op.create_index(op.f('ix_sanction_decision_id'), 'sanction', ['decision_id'], unique=False)
    op.create_table('advice',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('sanction_id', sa.Text(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('written_on', sa.Date(), nullable=False),
    sa.Column('situation', sa.Text(), nullable=False),
    sa.Column('reason_examined', sa.Text(), nullable=False),
    sa.Column('hearing_answer', sa.Text(), nullable=False),
    sa.Column('proportionality', sa.Text(), nullable=False),
    sa.Column('family_effect', sa.Text(), nullable=False),
    sa.Column('answer', sa.Text(), nullable=False),
    sa.Column('measure', sa.Text(), nullable=False),
    sa.Column('whole', sa.Boolean(), nullable=True),
    sa.Column('monthly_cents', sa.Integer(), nullable=True),
    sa.Column('duration', sa.Integer(), nullable=True),
    sa.Column('unit', sa.Text(), nullable=True),
    sa.Column('starts_on', sa.Date(), nullable=True),
    sa.Column('deferral', sa.Text(), nullable=False),
    sa.Column('deferral_part', sa.Text(), nullable=False),
    sa.Column('trial_until', sa.Date(), nullable=True),
    sa.Column('conditions', sa.Text(), nullable=False),
    sa.CheckConstraint("measure <> 'schorsing' OR (whole IS NOT NULL AND monthly_cents IS NOT NULL AND duration IS NOT NULL AND unit IS NOT NULL)", name=op.f('ck_advice_complete')),
    sa.ForeignKeyConstraint(['sanction_id'], ['sanction.id'], name=op.f('fk_advice_sanction_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_advice')),
    sa.UniqueConstraint('sanction_id', 'number', name=op.f('uq_advice_sanction_id_number'))
    )
    op.create_index(op.f('ix_advice_sanction_id'), 'advice', ['sanction_id'], unique=False)
    op.create_table('ballot',
    sa.Column('item_id', sa.Text(), nullable=False),
    sa.Column('seat_id', sa.Text(), nullable=False),
    sa.Column('choice', sa.Text(), nullable=False),
    sa.CheckConstraint("choice IN ('voor', 'tegen', 'onthouding', 'belangenconflict', 'afwezig')", name=op.f('ck_ballot_choice_known')),
    sa.ForeignKeyConstraint(['item_id'], ['agenda_item.id'], name=op.f('fk_ballot_item_id')),
    sa.ForeignKeyConstraint(['seat_id'], ['bcsd_seat.id'], name=op.f('fk_ballot_seat_id')),
    sa.PrimaryKeyConstraint('item_id', 'seat_id', name=op.f('pk_ballot'))
    )
    op.create_table('baton',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('case_id', sa.Text(), nullable=False),
    sa.Column('letter_id', sa.Text(), nullable=True),
    sa.Column('organisation_id', sa.Text(), nullable=False),
    sa.Column('role', sa.Text(), nullable=False),
    sa.Column('person_id', sa.Text(), nullable=True),
    sa.Column('task', sa.Text(), nullable=False),
    sa.Column('since', sa.Date(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_baton_case_id')),
    sa.ForeignKeyConstraint(['letter_id'], ['letter.id'], name=op.f('fk_baton_letter_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_baton_organisation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_baton_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_baton'))
    )
    op.create_index(op.f('ix_baton_case_id'), 'baton', ['case_id'], unique=False)
    op.create_index('ix_baton_counts', 'baton', ['organisation_id', 'role', 'person_id', 'since', 'due_on', 'task'], unique=False)
    op.create_index(op.f('ix_baton_organisation_id_role_due_on_id'), 'baton', ['organisation_id', 'role', 'due_on', 'id'], unique=False)
    op.create_table('breach_fact',
    sa.Column('sanction_id', sa.Text(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('happened_on', sa.Date(), nullable=False),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('evidence', sa.Text(), nullable=False),
    sa.CheckConstraint("what <> ''", name=op.f('ck_breach_fact_says_what')),
    sa.ForeignKeyConstraint(['sanction_id'], ['sanction.id'], name=op.f('fk_breach_fact_sanction_id')),
    sa.PrimaryKeyConstraint('sanction_id', 'position', name=op.f('pk_breach_fact'))
    )
    op.create_table('decision',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('sanction_id', sa.Text(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('decided_on', sa.Date(), nullable=False),
    sa.Column('grounds_law', sa.Text(), nullable=False),
    sa.Column('grounds_facts', sa.Text(), nullable=False),
    sa.Column('grounds_measure', sa.Text(), nullable=False),
    sa.Column('hearing_answer', sa.Text(), nullable=False),
    sa.Column('departure', sa.Text(), nullable=False),
    sa.Column('notified_on', sa.Date(), nullable=True),
    sa.Column('withdrawn_on', sa.Date(), nullable=True),
    sa.Column('withdrawal_reason', sa.Text(), nullable=False),
    sa.Column('annulled', sa.Boolean(), nullable=False),
    sa.Column('measure', sa.Text(), nullable=False),
    sa.Column('whole', sa.Boolean(), nullable=True),
    sa.Column('monthly_cents', sa.Integer(), nullable=True),
    sa.Column('duration', sa.Integer(), nullable=True),
    sa.Column('unit', sa.Text(), nullable=True),
    sa.Column('starts_on', sa.Date(), nullable=True),
    sa.Column('deferral', sa.Text(), nullable=False),
    sa.Column('deferral_part', sa.Text(), nullable=False),
    sa.Column('trial_until', sa.Date(), nullable=True),
    sa.Column('conditions', sa.Text(), nullable=False),
    sa.CheckConstraint("grounds_law <> '' AND grounds_facts <> ''", name=op.f('ck_decision_reasoned')),
    sa.CheckConstraint("measure <> 'schorsing' OR (whole IS NOT NULL AND monthly_cents IS NOT NULL AND duration IS NOT NULL AND unit IS NOT NULL)", name=op.f('ck_decision_complete')),
    sa.CheckConstraint("measure <> 'schorsing' OR starts_on IS NOT NULL", name=op.f('ck_decision_suspension_starts')),
    sa.CheckConstraint("withdrawn_on IS NULL OR withdrawal_reason <> ''", name=op.f('ck_decision_withdrawn_with_a_reason')),
    sa.CheckConstraint('starts_on IS NULL OR starts_on > decided_on', name=op.f('ck_decision_starts_after_decision')),
    sa.ForeignKeyConstraint(['sanction_id'], ['sanction.id'], name=op.f('fk_decision_sanction_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_decision')),
    sa.UniqueConstraint('sanction_id', 'number', name=op.f('uq_decision_sanction_id_number'))
    )
    op.create_index(op.f('ix_decision_sanction_id'), 'decision', ['sanction_id'], unique=False)
    op.create_table('recusal',
    sa.Column('item_id', sa.Text(), nullable=False),
    sa.Column('seat_id', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['item_id'], ['agenda_item.id'], name=op.f('fk_recusal_item_id')),
    sa.ForeignKeyConstraint(['seat_id'], ['bcsd_seat.id'], name=op.f('fk_recusal_seat_id')),
    sa.PrimaryKeyConstraint('item_id', 'seat_id', name=op.f('pk_recusal'))
    )
    op.create_table('signature',
    sa.Column('letter_id', sa.Text(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('role', sa.Text(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('person_id', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('signed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('level', sa.Text(), nullable=True),
    sa.Column('sha256', sa.Text(), nullable=True),
    sa.CheckConstraint('(signed_at IS NULL) = (level IS NULL)', name=op.f('ck_signature_signed_has_a_level')),
    sa.CheckConstraint('(signed_at IS NULL) = (sha256 IS NULL)', name=op.f('ck_signature_signed_has_a_paper')),
    sa.CheckConstraint('position >= 1', name=op.f('ck_signature_position_counts')),
    sa.ForeignKeyConstraint(['letter_id'], ['letter.id'], name=op.f('fk_signature_letter_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_signature_person_id')),
    sa.PrimaryKeyConstraint('letter_id', 'position', name=op.f('pk_signature'))
    )
    op.create_index(op.f('ix_signature_person_id_signed_at'), 'signature', ['person_id', 'signed_at'], unique=False)
    if op.get_bind().dialect.name == "postgresql":
        for column, table in CURRENT:
            name = f"fk_sanction_{column}"
            op.create_foreign_key(name, "sanction", table, [column], ["id"], deferrable=True, initially="DEFERRED")


def downgrade() -> None:
    """Remove the tables."""
    if op.get_bind().dialect.name == "postgresql":
        for column, _table in CURRENT:
            op.drop_constraint(f"fk_sanction_{column}", "sanction", type_="foreignkey")
    op.drop_index(op.f('ix_signature_person_id_signed_at'), table_name='signature')
    op.drop_table('signature')
    op.drop_table('recusal')
    op.drop_index(op.f('ix_decision_sanction_id'), table_name='decision')
    op.drop_table('decision')
    op.drop_table('breach_fact')
    op.drop_index(op.f('ix_baton_organisation_id_role_due_on_id'), table_name='baton')
    op.drop_index('ix_baton_counts', table_name='baton')
    op.drop_index(op.f('ix_baton_case_id'), table_name='baton')
    op.drop_table('baton')
    op.drop_table('ballot')
    op.drop_index(op.f('ix_advice_sanction_id'), table_name='advice')
    op.drop_table('advice')
    op.drop_index(op.f('ix_sanction_decision_id'), table_name='sanction')
    op.drop_index(op.f('ix_sanction_agenda_item_id'), table_name='sanction')
    op.drop_index(op.f('ix_sanction_advice_id'), table_name='sanction')
    op.drop_table('sanction')
    op.drop_index(op.f('ix_letter_state_id'), table_name='letter')
    op.drop_index(op.f('ix_letter_case_id'), table_name='letter')
    op.drop_table('letter')
    op.drop_index('uq_deadline_running', table_name='deadline', sqlite_where=sa.text("status = 'loopt'"), postgresql_where=sa.text("status = 'loopt'"))
    op.drop_index(op.f('ix_deadline_status_due_on'), table_name='deadline')
    op.drop_index(op.f('ix_deadline_case_id'), table_name='deadline')
    op.drop_table('deadline')
    op.drop_index(op.f('ix_case_share_organisation_id'), table_name='case_share')
    op.drop_table('case_share')
    op.drop_index(op.f('ix_agenda_item_case_id'), table_name='agenda_item')
    op.drop_table('agenda_item')
    op.drop_index(op.f('ix_residence_status_client_id'), table_name='residence_status')
    op.drop_table('residence_status')
    op.drop_index(op.f('ix_registration_client_id'), table_name='registration')
    op.drop_table('registration')
    op.drop_index(op.f('ix_gpmi_annex_client_id'), table_name='gpmi_annex')
    op.drop_table('gpmi_annex')
    op.drop_index(op.f('ix_client_share_organisation_id'), table_name='client_share')
    op.drop_table('client_share')
    op.drop_index(op.f('ix_case_file_owner_id_state_id'), table_name='case_file')
    op.drop_index(op.f('ix_case_file_kind_state'), table_name='case_file')
    op.drop_index(op.f('ix_case_file_handler_id'), table_name='case_file')
    op.drop_index(op.f('ix_case_file_client_id'), table_name='case_file')
    op.drop_table('case_file')
    op.drop_index(op.f('ix_aid_period_client_id'), table_name='aid_period')
    op.drop_table('aid_period')
    op.drop_index(op.f('ix_role_grant_person_id'), table_name='role_grant')
    op.drop_index(op.f('ix_role_grant_organisation_id_role'), table_name='role_grant')
    op.drop_table('role_grant')
    op.drop_index(op.f('ix_refusal_subject_id'), table_name='refusal')
    op.drop_table('refusal')
    op.drop_index(op.f('ix_log_entry_subject_id'), table_name='log_entry')
    op.drop_table('log_entry')
    op.drop_index(op.f('ix_client_search_name_id'), table_name='client')
    op.drop_table('client')
    op.drop_index(op.f('ix_bcsd_session_state_held_on'), table_name='bcsd_session')
    op.drop_table('bcsd_session')
    op.drop_table('bcsd_seat')
    op.drop_table('sequence')
    op.drop_table('person')
    op.drop_table('organisation')
