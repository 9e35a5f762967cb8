"""The database repeats the law: every constraint, violated once, is refused by the database itself."""

import pytest
from sqlalchemy import CheckConstraint, UniqueConstraint, insert, select, text
from sqlalchemy.exc import IntegrityError

from workflow.models import Base, db

TABLES = Base.metadata.sorted_tables
CHECKS = {c.name for table in TABLES for c in table.constraints if isinstance(c, CheckConstraint)}

_TOLD = "data_told_on = '2026-03-02', data_told_by = 'Mia', data_language = 'Arabisch'"
_INVITED = f"{_TOLD}, appointment_on = '2026-03-24'"
_STARTED = f"{_TOLD}, appointment_on = '2026-03-24', contract_signed_on = '2026-03-24', pnt = '{{}}'"
_ATTESTED = f"{_STARTED}, attest = 'inburgeringsattest', attest_on = '2026-12-11', b1_required = TRUE"
REPORTED = "UPDATE warm_handoff SET reported_on = '2026-03-02', informed_on = '2026-03-02', informed_how = 'gesprek', "
"""A client was reported: what follows has more to say."""

# fmt: off
VIOLATIONS = {
    "ck_organisation_kind_known":            "UPDATE organisation SET kind = 'school'",
    "ck_bcsd_seat_dates_in_order":           "UPDATE bcsd_seat SET until_on = '2019-12-31'",
    "ck_bundle_state_known":                 "UPDATE bundle SET state = 'bijna'",
    "ck_bundle_ready_has_a_file":            "UPDATE bundle SET state = 'klaar'",
    "ck_bundle_done_within_total":           "UPDATE bundle SET done = 2",
    "ck_committee_change_says_what":         "UPDATE committee_change SET what = ''",
    "ck_bcsd_substitution_dates_in_order":   "UPDATE bcsd_substitution SET until_on = '2019-12-31'",
    "ck_bcsd_session_state_known":           "UPDATE bcsd_session SET state = 'uitgesteld'",
    "ck_client_version_counts":              "UPDATE client SET version = 0",
    "ck_client_state_known":                "UPDATE client SET state = 'vergeten'",
    "ck_client_reading_known":              "UPDATE client SET reading = 'allebei'",
    "ck_direction_state_known":             "UPDATE direction SET state = 'vergeten'",
    "ck_direction_director_known":          "UPDATE direction SET directs_after = 'vdab'",
    "ck_direction_sanctioner_known":        "UPDATE direction SET sanctions_after = 'vdab'",
    "ck_direction_something_changes":       "UPDATE direction SET sanctions_after = sanctions_before",
    "ck_direction_round_counts":            "UPDATE direction SET round = 0",
    "ck_direction_both_noted":              "UPDATE direction SET state = 'afgerond'",
    "ck_direction_follow_up_explained":     "UPDATE direction SET follow_up = 'verder'",
    "ck_role_grant_dates_in_order":          "UPDATE role_grant SET until_on = '2019-12-31'",
    "ck_residence_status_dates_in_order":    "UPDATE residence_status SET until_on = '2019-12-31'",
    "ck_residence_status_residence_known":   "UPDATE residence_status SET residence = 'toerist'",
    "ck_registration_dates_in_order":        "UPDATE registration SET until_on = '2024-01-14'",
    "ck_aid_period_dates_in_order":          "UPDATE aid_period SET until_on = '2019-12-31'",
    "ck_aid_period_aid_known":               "UPDATE aid_period SET aid = 'pensioen'",
    "ck_stay_in_belgium_dates_in_order":    "UPDATE stay_in_belgium SET until_on = '2024-01-14'",
    "ck_integration_contract_dates_in_order": "UPDATE integration_contract SET until_on = '2024-03-03'",
    "ck_vdab_registration_dates_in_order":  "UPDATE vdab_registration SET until_on = '2024-04-01'",
    "ck_vdab_exemption_dates_in_order":     "UPDATE vdab_exemption SET until_on = '2024-06-02'",
    "ck_vdab_exemption_reason_known":       "UPDATE vdab_exemption SET reason = 'geen_zin'",
    "ck_occupation_dates_in_order":         "UPDATE occupation SET until_on = '2024-06-02'",
    "ck_occupation_pursuit_known":          "UPDATE occupation SET pursuit = 'vakantie'",
    "ck_occupation_hours_in_a_week":        "UPDATE occupation SET hours = 0",
    "ck_gpmi_annex_dates_in_order":          "UPDATE gpmi_annex SET until_on = '2025-01-16'",
    "ck_gpmi_annex_signed_before_in_force":  "UPDATE gpmi_annex SET signed_on = '2025-01-18'",
    "ck_gpmi_annex_signed_with_a_contract":  "UPDATE gpmi_annex SET gpmi_signed_on = NULL",
    "ck_gpmi_annex_offered_before_signed":   "UPDATE gpmi_annex SET gpmi_id = 'gpmi', offered_on = NULL",
    "ck_gpmi_annex_waived_in_words":         "UPDATE gpmi_annex SET waived = TRUE",
    "ck_gpmi_annex_dropped_before_signed":   "UPDATE gpmi_annex SET dropped_on = '2026-03-02'",
    "ck_gpmi_annex_version_counts":          "UPDATE gpmi_annex SET version = 0",
    "ck_gpmi_state_known":                   "UPDATE gpmi SET state = 'bijna'",
    "ck_gpmi_aid_known":                     "UPDATE gpmi SET aid = 'andere'",
    "ck_gpmi_linked_by_a_decision":          "UPDATE gpmi SET aid = 'equivalent_leefloon'",
    "ck_gpmi_has_an_annex":                  "UPDATE gpmi SET state = 'aangeboden'",
    "ck_gpmi_ended_with_a_reason":           "UPDATE gpmi SET state = 'beeindigd', annex_id = 'bijlage'",
    "ck_gpmi_withdrawn_with_a_reason":       "UPDATE gpmi SET state = 'ingetrokken'",
    "ck_gpmi_evaluation_next_comes_later":   "UPDATE gpmi_evaluation SET next_on = held_on",
    "ck_gpmi_interview_held_after_asked":    "UPDATE gpmi_interview SET held_on = '2026-03-01'",
    "ck_case_file_version_counts":           "UPDATE case_file SET version = 0",
    "ck_case_file_entries_count":            "UPDATE case_file SET entries = -1",
    "ck_case_file_head_is_a_hash":           "UPDATE case_file SET head = 'abc'",
    "ck_referral_state_known":               "UPDATE referral SET state = 'vergeten'",
    "ck_referral_basis_known":               "UPDATE referral SET basis = 'misschien'",
    "ck_referral_motivated":                 "UPDATE referral SET motivation = ''",
    "ck_referral_data_explained":            "UPDATE referral SET state = 'verzonden'",
    "ck_referral_conversation_complete":     "UPDATE referral SET informed_on = '2026-03-02'",
    "ck_referral_asked":                     f"UPDATE referral SET state = 'teruggestuurd', {_TOLD}",
    "ck_referral_appointed":                 f"UPDATE referral SET state = 'aanvaard', {_TOLD}",
    "ck_referral_refused_with_reasons":      f"UPDATE referral SET state = 'geweigerd', {_TOLD}",
    "ck_referral_started":                   f"UPDATE referral SET state = 'lopend', {_INVITED}",
    "ck_referral_attested":                  f"UPDATE referral SET state = 'b1_opvolging', {_STARTED}",
    "ck_referral_b1_followed_up":            f"UPDATE referral SET state = 'afgerond', {_ATTESTED}",
    "ck_referral_stopped":                   "UPDATE referral SET state = 'stopgezet'",
    "ck_referral_withdrawn":                 "UPDATE referral SET state = 'niet_verzonden'",
    "ck_referral_parts_number_counts":       "UPDATE referral_parts SET number = 0",
    "ck_referral_message_kind_known":        "UPDATE referral_message SET kind = 'roddel'",
    "ck_referral_message_says_something":    "UPDATE referral_message SET text = ''",
    "ck_referral_message_read_by_somebody":  "UPDATE referral_message SET read_on = '2026-03-02'",
    "ck_referral_message_ocmw_result_has_a_date": "UPDATE referral_message SET ocmw_result = 'Besproken'",
    "ck_referral_message_amal_result_has_a_date": "UPDATE referral_message SET amal_result = 'Besproken'",
    "ck_pnt_entry_hours_in_a_day":           "UPDATE pnt_entry SET halves = 49",
    "ck_pnt_entry_only_a_correction_is_empty": "UPDATE pnt_entry SET halves = 0",
    "ck_pnt_entry_correction_has_a_reason":  "UPDATE pnt_entry SET reason = 'Verkeerd'",
    "ck_sanction_state_known":               "UPDATE sanction SET state = 'vergeten'",
    "ck_sanction_warned":                    "UPDATE sanction SET remedy_by = NULL",
    "ck_sanction_invited":                   "UPDATE sanction SET state = 'hoorzitting', hearing_place = NULL",
    "ck_sanction_heard":                     "UPDATE sanction SET hearing_report = NULL",
    "ck_sanction_advised":                   "UPDATE sanction SET advice_id = NULL",
    "ck_sanction_on_agenda":                 "UPDATE sanction SET agenda_item_id = NULL",
    "ck_sanction_decided":                   "UPDATE sanction SET decision_id = NULL",
    "ck_sanction_appealed":                  "UPDATE sanction SET appeal_roll = NULL",
    "ck_sanction_remedied":                  "UPDATE sanction SET state = 'nageleefd', remedied_on = '2026-03-20'",
    "ck_sanction_closed_with_a_reason":      "UPDATE sanction SET state = 'zonder_gevolg', closing_reason = 'ziekte'",
    "ck_warm_handoff_state_known":          "UPDATE warm_handoff SET state = 'zoek'",
    "ck_warm_handoff_urgency_known":        "UPDATE warm_handoff SET urgency = 'later'",
    "ck_warm_handoff_draft_complete":       "UPDATE warm_handoff SET wish = ''",
    "ck_warm_handoff_outcome_known":        "UPDATE warm_handoff SET outcome = 'misschien'",
    "ck_warm_handoff_contact_known":        "UPDATE warm_handoff SET contact_now = 'niemand'",
    "ck_warm_handoff_client_agreed":        "UPDATE warm_handoff SET state = 'aangemeld'",
    "ck_warm_handoff_invited":              REPORTED + "state = 'gepland'",
    "ck_warm_handoff_met":                  REPORTED + "state = 'overgedragen'",
    "ck_warm_handoff_ended_somehow":        REPORTED + "state = 'niet_opgenomen', declined_reason = 'verhuisd'",
    "ck_warm_handoff_declined_with_a_reason":REPORTED + "state = 'niet_opgenomen', outcome = 'geen_hulp'",
    "ck_warm_handoff_withdrawn_with_a_reason":"UPDATE warm_handoff SET state = 'ingetrokken'",
    "ck_warm_handoff_counts":               "UPDATE warm_handoff SET no_show_count = -1",
    "ck_handoff_need_domain_known":         "UPDATE handoff_need SET domain = 'sport'",
    "ck_handoff_need_says_what":            "UPDATE handoff_need SET words = ''",
    "ck_handoff_item_item_known":           "UPDATE handoff_item SET item = 'schoenmaat'",
    "ck_handoff_item_only_what_is_agreed":  "UPDATE handoff_item SET words = 'toch' WHERE NOT agreed",
    "ck_handoff_item_withdrawn_was_agreed": "UPDATE handoff_item SET withdrawn_on = '2026-03-02' WHERE NOT agreed",
    "ck_handoff_check_ticked_by_somebody":  "UPDATE handoff_check SET ticked_at = '2026-03-02'",
    "ck_handoff_line_says_what":            "UPDATE handoff_line SET words = ''",
    "ck_handoff_line_dates_in_order":       "UPDATE handoff_line SET until_on = '2023-12-31'",
    "ck_agreement_state_known":              "UPDATE agreement SET state = 'verzoend'",
    "ck_agreement_signed":                   "UPDATE agreement SET signed_on = NULL",
    "ck_agreement_ended_on_a_day":           "UPDATE agreement SET state = 'beeindigd'",
    "ck_agreement_withdrawn_with_a_reason":  "UPDATE agreement SET state = 'ingetrokken'",
    "ck_agreement_dates_in_order":           "UPDATE agreement SET ends_on = '2023-12-31'",
    "ck_agreement_version_change_known":     "UPDATE agreement_version SET change = 'opsmuk'",
    "ck_agreement_version_standing_known":   "UPDATE agreement_version SET standing = 'zoek'",
    "ck_agreement_version_changes_with_a_reason": "UPDATE agreement_version SET reason = '' WHERE number = 2",
    "ck_agreement_version_proposed_by_a_party": "UPDATE agreement_version SET proposed_by_id = NULL WHERE number = 2",
    "ck_consent_says_to_what":               "UPDATE consent SET subject = ''",
    "ck_default_notice_state_known":         "UPDATE default_notice SET state = 'boos'",
    "ck_default_notice_reasoned":            "UPDATE default_notice SET default_reason = NULL",
    "ck_default_notice_talked":              "UPDATE default_notice SET talks_with = NULL",
    "ck_default_notice_terminated":          "UPDATE default_notice SET exceptional_reason = NULL",
    "ck_default_notice_ends_on_a_day":       "UPDATE default_notice SET ends_on = NULL",
    "ck_default_notice_withdrawn_with_a_reason": "UPDATE default_notice SET state = 'ingetrokken'",
    "ck_deviation_state_known":              "UPDATE deviation SET state = 'soepel'",
    "ck_deviation_ended_with_a_reason":      "UPDATE deviation SET state = 'geweigerd'",
    "ck_deviation_dates_in_order":           "UPDATE deviation SET until_on = '2026-03-02'",
    "ck_breach_fact_says_what":              "UPDATE breach_fact SET what = ''",
    "ck_advice_complete":                    "UPDATE advice SET duration = NULL",
    "ck_decision_complete":                  "UPDATE decision SET monthly_cents = NULL",
    "ck_decision_suspension_starts":         "UPDATE decision SET starts_on = NULL",
    "ck_decision_starts_after_decision":     "UPDATE decision SET starts_on = decided_on",
    "ck_decision_reasoned":                  "UPDATE decision SET grounds_facts = ''",
    "ck_decision_withdrawn_with_a_reason":   "UPDATE decision SET withdrawn_on = '2026-05-12'",
    "ck_agenda_item_urgent_has_a_reason":    "UPDATE agenda_item SET urgent = TRUE",
    "ck_agenda_item_subject_known":          "UPDATE agenda_item SET subject = 'varia'",
    "ck_agenda_item_state_known":            "UPDATE agenda_item SET state = 'vergeten'",
    "ck_agenda_item_file_to_decide_on":      "UPDATE agenda_item SET case_id = NULL",
    "ck_agenda_item_minutes_to_approve":     "UPDATE agenda_item SET subject = 'notulen'",
    "ck_agenda_item_fixed_point_named":      "UPDATE agenda_item SET subject = 'vast'",
    "ck_attendance_presence_known":          "UPDATE attendance SET presence = 'slaapt'",
    "ck_attendance_present_since":           "UPDATE attendance SET arrived_at = NULL",
    "ck_attendance_times_in_order":          "UPDATE attendance SET left_at = '2026-04-28 00:00:00'",
    "ck_ballot_choice_known":                "UPDATE ballot SET choice = 'misschien'",
    "ck_deadline_stopped_has_a_date":        "UPDATE deadline SET stopped_on = NULL",
    "ck_letter_state_known":                 "UPDATE letter SET state = 'zoek'",
    "ck_letter_way_known":                   "UPDATE letter SET way = 'postduif'",
    "ck_letter_signed_has_a_paper":          "UPDATE letter SET signed_sha256 = NULL WHERE state = 'verzonden'",
    "ck_letter_sent_has_a_date":             "UPDATE letter SET posted_on = NULL WHERE state = 'verzonden'",
    "ck_letter_registered_has_a_number":     "UPDATE letter SET registered_number = NULL WHERE way = 'aangetekend'",
    "ck_letter_presented_has_a_date":        "UPDATE letter SET state = 'aangeboden' WHERE state = 'verzonden'",
    "ck_letter_returned_has_a_reason":       "UPDATE letter SET state = 'teruggekeerd' WHERE state = 'verzonden'",
    "ck_letter_presented_after_posted":      "UPDATE letter SET presented_on = '2026-03-01' WHERE state = 'verzonden'",
    "ck_signature_signed_has_a_level":       "UPDATE signature SET level = NULL WHERE signed_at IS NOT NULL",
    "ck_signature_signed_has_a_paper":       "UPDATE signature SET sha256 = NULL WHERE signed_at IS NOT NULL",
    "ck_signature_position_counts":          "UPDATE signature SET position = 0",
    "ck_letter_copy_number_counts":          "UPDATE letter_copy SET number = 1",
    "ck_mandate_dates_in_order":             "UPDATE mandate SET until_on = '2019-12-31'",
    "ck_mandate_decision_named":             "UPDATE mandate SET decision = ''",
    "ck_attachment_kind_known":              "UPDATE attachment SET kind = 'exe'",
    "ck_attachment_size_counts":             "UPDATE attachment SET size = 0",
    "ck_attachment_removed_has_a_reason":    "UPDATE attachment SET removed_at = '2026-03-03'",
    "ck_deposit_way_known":                  "UPDATE deposit SET way = 'programma'",
    "ck_deposit_item_place_counts":          "UPDATE deposit_item SET place = 0",
    "ck_template_version_number_counts":     "UPDATE template_version SET number = 0",
}
# fmt: on


def test_every_check_of_the_models_has_a_violation():
    assert VIOLATIONS.keys() == CHECKS


@pytest.mark.parametrize("name", VIOLATIONS)
def test_the_database_refuses_what_the_law_refuses(written, name):
    with pytest.raises(IntegrityError, match=f"CHECK constraint failed: {name}"):
        db.session.execute(text(VIOLATIONS[name]))


UNIQUE = [
    (table, constraint)
    for table in TABLES
    for constraint in sorted(table.constraints, key=lambda each: str(each.name))
    if isinstance(constraint, UniqueConstraint) and "id" not in constraint.columns
]


def _another(column, value):
    """Return another value for a column: of a row that exists where it refers to one."""
    for key in column.foreign_keys:
        return db.session.scalars(select(key.column).where(key.column != value)).first()
    return 2000 if column.name == "number" else f"{value}x"


@pytest.mark.parametrize(("table", "constraint"), UNIQUE, ids=[str(constraint.name) for _, constraint in UNIQUE])
def test_what_must_be_unique_is_not_written_twice(written, table, constraint):
    row = dict(db.session.execute(select(table)).mappings().first())
    if row.get("ticket", "") is None:
        row |= {"id": "een formulier", "ticket": "formulier", "number": 1000, "hash": "0"}
        db.session.execute(insert(table).values(row))
    twin = row | ({"id": "een tweede rij"} if "id" in row else {"place": 2})
    for name in (c.name for t, other in UNIQUE if t is table and other is not constraint for c in other.columns):
        if name not in constraint.columns:
            twin[name] = _another(table.columns[name], row[name])
    columns = ", ".join(f"{table.name}.{column.name}" for column in constraint.columns)
    with pytest.raises(IntegrityError, match=rf"UNIQUE constraint failed: {columns}\b"):
        db.session.execute(insert(table).values(twin))


RUNNING = (
    "INSERT INTO deadline (id, case_id, name, started_on, due_on, reasoning, status, stopped_on) "
    "SELECT 'nieuw', case_id, name, started_on, due_on, '', :status, :stopped_on FROM deadline "
    "WHERE status = 'loopt' AND case_id IN (SELECT id FROM sanction)"
)


def test_one_term_of_a_name_runs_at_a_time(written):
    stopped = {"status": "gestopt", "stopped_on": "2026-05-20"}
    assert db.session.execute(text(RUNNING), stopped).rowcount == 1
    db.session.rollback()
    with pytest.raises(IntegrityError, match="UNIQUE constraint failed: deadline.case_id, deadline.name"):
        db.session.execute(text(RUNNING), {"status": "loopt", "stopped_on": None})
