"""What letters that stand up in court need: copies, mandates, templates, translations, deposit lists, pieces of a file."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and columns."""
    op.create_table('deposit',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('reference', sa.Text(), nullable=False),
    sa.Column('organisation_id', sa.Text(), nullable=False),
    sa.Column('way', sa.Text(), nullable=False),
    sa.Column('rp', sa.Boolean(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('made_by_id', sa.Text(), nullable=False),
    sa.CheckConstraint("way IN ('aangetekend', 'gewoon')", name=op.f('ck_deposit_way_known')),
    sa.ForeignKeyConstraint(['made_by_id'], ['person.id'], name=op.f('fk_deposit_made_by_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_deposit_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_deposit')),
    sa.UniqueConstraint('reference', name=op.f('uq_deposit_reference'))
    )
    op.create_index(op.f('ix_deposit_organisation_id_id'), 'deposit', ['organisation_id', 'id'], unique=False)
    op.create_table('mandate',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('person_id', sa.Text(), nullable=False),
    sa.Column('organisation_id', sa.Text(), nullable=False),
    sa.Column('role', sa.Text(), nullable=False),
    sa.Column('letter', sa.Text(), nullable=False),
    sa.Column('decision', sa.Text(), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('until_on', sa.Date(), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('made_by_id', sa.Text(), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_by_id', sa.Text(), nullable=True),
    sa.CheckConstraint('length(decision) > 0', name=op.f('ck_mandate_decision_named')),
    sa.CheckConstraint('until_on IS NULL OR from_on <= until_on', name=op.f('ck_mandate_dates_in_order')),
    sa.ForeignKeyConstraint(['ended_by_id'], ['person.id'], name=op.f('fk_mandate_ended_by_id')),
    sa.ForeignKeyConstraint(['made_by_id'], ['person.id'], name=op.f('fk_mandate_made_by_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_mandate_organisation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_mandate_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mandate'))
    )
    op.create_index(op.f('ix_mandate_organisation_id_role'), 'mandate', ['organisation_id', 'role'], unique=False)
    op.create_index(op.f('ix_mandate_person_id'), 'mandate', ['person_id'], unique=False)
    op.create_table('template_choice',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('chosen_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('chosen_by_id', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['chosen_by_id'], ['person.id'], name=op.f('fk_template_choice_chosen_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_template_choice'))
    )
    op.create_index(op.f('ix_template_choice_text_id'), 'template_choice', ['text', 'id'], unique=False)
    op.create_table('template_version',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('sha256', sa.Text(), nullable=False),
    sa.Column('remark', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('made_by_id', sa.Text(), nullable=False),
    sa.CheckConstraint('number >= 1', name=op.f('ck_template_version_number_counts')),
    sa.ForeignKeyConstraint(['made_by_id'], ['person.id'], name=op.f('fk_template_version_made_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_template_version')),
    sa.UniqueConstraint('text', 'number', name=op.f('uq_template_version_text_number'))
    )
    op.create_table('translation_check',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('sha256', sa.Text(), nullable=False),
    sa.Column('translator', sa.Text(), nullable=False),
    sa.Column('confirmed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('confirmed_by_id', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['confirmed_by_id'], ['person.id'], name=op.f('fk_translation_check_confirmed_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_translation_check')),
    sa.UniqueConstraint('language', 'text', 'sha256', name=op.f('uq_translation_check_language_text_sha256'))
    )
    op.create_table('attachment',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('case_id', sa.Text(), nullable=False),
    sa.Column('letter_id', sa.Text(), nullable=True),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('sha256', sa.Text(), nullable=False),
    sa.Column('shared', sa.Boolean(), nullable=False),
    sa.Column('added_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('added_by_id', sa.Text(), nullable=False),
    sa.Column('removed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('removed_reason', sa.Text(), nullable=True),
    sa.CheckConstraint("kind IN ('pdf', 'docx', 'jpg', 'png')", name=op.f('ck_attachment_kind_known')),
    sa.CheckConstraint('(removed_at IS NULL) = (removed_reason IS NULL)', name=op.f('ck_attachment_removed_has_a_reason')),
    sa.CheckConstraint('size > 0', name=op.f('ck_attachment_size_counts')),
    sa.ForeignKeyConstraint(['added_by_id'], ['person.id'], name=op.f('fk_attachment_added_by_id')),
    sa.ForeignKeyConstraint(['case_id'], ['case_file.id'], name=op.f('fk_attachment_case_id')),
    sa.ForeignKeyConstraint(['letter_id'], ['letter.id'], name=op.f('fk_attachment_letter_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attachment'))
    )
    op.create_index(op.f('ix_attachment_case_id'), 'attachment', ['case_id'], unique=False)
    op.create_index(op.f('ix_attachment_letter_id'), 'attachment', ['letter_id'], unique=False)
    op.create_table('deposit_item',
    sa.Column('deposit_id', sa.Text(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('letter_id', sa.Text(), nullable=False),
    sa.Column('barcode', sa.Text(), nullable=True),
    sa.Column('shortened', sa.JSON(), nullable=False),
    sa.CheckConstraint('place >= 1', name=op.f('ck_deposit_item_place_counts')),
    sa.ForeignKeyConstraint(['deposit_id'], ['deposit.id'], name=op.f('fk_deposit_item_deposit_id')),
    sa.ForeignKeyConstraint(['letter_id'], ['letter.id'], name=op.f('fk_deposit_item_letter_id')),
    sa.PrimaryKeyConstraint('deposit_id', 'place', name=op.f('pk_deposit_item')),
    sa.UniqueConstraint('barcode', name=op.f('uq_deposit_item_barcode')),
    sa.UniqueConstraint('letter_id', name=op.f('uq_deposit_item_letter_id'))
    )
    op.create_table('letter_copy',
    sa.Column('letter_id', sa.Text(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('docx_sha256', sa.Text(), nullable=False),
    sa.Column('pdf_sha256', sa.Text(), nullable=False),
    sa.Column('signed_sha256', sa.Text(), nullable=True),
    sa.CheckConstraint('number >= 2', name=op.f('ck_letter_copy_number_counts')),
    sa.ForeignKeyConstraint(['letter_id'], ['letter.id'], name=op.f('fk_letter_copy_letter_id')),
    sa.PrimaryKeyConstraint('letter_id', 'number', name=op.f('pk_letter_copy'))
    )
    op.create_index(op.f('ix_letter_registered_number'), 'letter', ['registered_number'], unique=False)
    op.add_column('letter', sa.Column('template_version', sa.Integer(), server_default='0', nullable=False))
    op.add_column('letter', sa.Column('language', sa.Text(), server_default='', nullable=False))
    op.add_column('letter', sa.Column('number_of_copies', sa.Integer(), server_default='1', nullable=False))
    op.add_column('organisation', sa.Column('envelope', sa.Text(), server_default='c5_6', nullable=False))
    with op.batch_alter_table("signature") as batch:
        batch.add_column(sa.Column("mandate_id", sa.Text(), nullable=True))
        batch.add_column(sa.Column("signer", sa.Text(), server_default="", nullable=False))
        batch.add_column(sa.Column("stamped_at", sa.DateTime(timezone=True), nullable=True))
        batch.create_foreign_key("fk_signature_mandate_id", "mandate", ["mandate_id"], ["id"])



def downgrade() -> None:
    """Take them away again."""
    with op.batch_alter_table("signature") as batch:
        batch.drop_constraint("fk_signature_mandate_id", type_="foreignkey")
        for column in ("stamped_at", "signer", "mandate_id"):
            batch.drop_column(column)
    op.drop_column('organisation', 'envelope')
    op.drop_index(op.f('ix_letter_registered_number'), table_name='letter')
    op.drop_column('letter', 'number_of_copies')
    op.drop_column('letter', 'language')
    op.drop_column('letter', 'template_version')
    op.drop_table('letter_copy')
    op.drop_table('deposit_item')
    op.drop_index(op.f('ix_attachment_letter_id'), table_name='attachment')
    op.drop_index(op.f('ix_attachment_case_id'), table_name='attachment')
    op.drop_table('attachment')
    op.drop_table('translation_check')
    op.drop_table('template_version')
    op.drop_index(op.f('ix_template_choice_text_id'), table_name='template_choice')
    op.drop_table('template_choice')
    op.drop_index(op.f('ix_mandate_person_id'), table_name='mandate')
    op.drop_index(op.f('ix_mandate_organisation_id_role'), table_name='mandate')
    op.drop_table('mandate')
    op.drop_index(op.f('ix_deposit_organisation_id_id'), table_name='deposit')
    op.drop_table('deposit')
