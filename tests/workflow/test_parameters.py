"""Every legal number: its value, its source, and whether it is still to be confirmed; the lists and the roles."""

from fractions import Fraction

import pytest

from tests.workflow.dates import day
from workflow import parameters
from workflow.breaches import BREACHES, LAWFUL_REASONS, NO_CONSEQUENCE
from workflow.parameters import PARAMETERS, Parameter
from workflow.roles import BCSD, EVERYWHERE, HELD_AT, TITLES, Kind, Party, Role

# fmt: off
VALUES = {
    "aanmaning_days": (14, "D"),           "hearing_notice_days": (7, "D"),      "convocation_days": (8, "S"),
    "urgent_majority": (Fraction(2, 3), "S"), "recused_count_for_quorum": (True, "C"),
    "cap_months": (1, "V"),                "cap_repeat_months": (3, "V"),
    "cap_months_eq": (1, "S"),             "cap_repeat_months_eq": (3, "M"),
    "recidivism_years": (1, "V"),          "recidivism_from": ("beide", "C"),    "history_months": (24, "D"),
    "start_default_month": (2, "C"),       "start_latest_month": (3, "C"),       "trial_years": (1, "M"),
    "notification_days": (8, "M"),         "appeal_months": (3, "V"),            "finality_days": (10, "D"),
    "oudkomer_months": (12, "A"),
    "forward_days": (5, "S"),              "application_days": (30, "V"),        "application_months": (1, "S"),
    "direction_note_days": (14, "D"),
    "silence_months": (4, "V"),            "silence_days": (8, "V"),             "home_visit_years": (1, "S"),
    "statement_cap_months": (6, "V"),      "statement_cap_fraud_months": (12, "V"),
    "statement_cap_repeat_months": (12, "V"), "statement_cap_repeat_fraud_months": (24, "V"),
    "statement_recidivism_years": (3, "V"), "statement_sanction_years": (2, "V"), "statement_execution_years": (2, "V"),
    "convocation_short_days": (5, "S"),    "agenda_addition_days": (5, "S"),    "committee_members": (12, "M"),
    "gpmi_draft_months": (3, "S"),         "reflection_days": (5, "S"),          "reflection_waivable": (True, "C"),
    "evaluations_a_year": (3, "V"),        "evaluations_face_to_face": (2, "V"), "evaluation_months": (4, "D"),
    "interview_working_days": (5, "V"),    "receipt_days": (14, "D"),            "report_months": (3, "S"),
    "vdab_days": (60, "C"),                "vdab_months": (2, "C"),
    "vdab_exempt_before": (day("Sat 01/01/2022"), "C"), "vdab_real_start": (day("Tue 01/03/2022"), "C"),
    "pnt_hours": (40, "V"),                "pnt_since": (day("Sun 01/01/2023"), "A"), "b1_months": (24, "S"),
    "handoff_working_days": (10, "D"),     "handoff_attempts": (2, "D"),
    "interpreter_months": (1, "D"),       "remedy_days": (30, "D"),
    "termination_months": (3, "A"),        "agreement_review_years": (1, "A"),
    "register_log_years": (10, "M"),       "routine_letter_years": (3, "V"),
    "court_name": ("Arbeidsrechtbank Gent, afdeling Gent", "M"),
    "court_address": ("Brabantdam 33B, 9000 Gent", "M"),
}
# fmt: on


def test_the_numbers_are_those_of_the_legal_register():
    assert {key: (p.value, p.mark) for key, p in PARAMETERS.items()} == VALUES


@pytest.mark.parametrize("parameter", PARAMETERS.values(), ids=PARAMETERS)
def test_every_parameter_has_a_title_a_unit_and_a_source(parameter):
    assert parameter.title and parameter.unit and parameter.source


def test_what_is_from_memory_or_contested_is_to_be_confirmed():
    marked = [mark for mark in "VSADMC" if Parameter("k", "t", 1, "u", "s", mark).to_confirm]
    assert marked == ["M", "C"]


def test_a_parameter_is_asked_by_its_key():
    assert parameters.number("cap_months") == 1
    with pytest.raises(KeyError):
        parameters.number("cap_weeks")
    with pytest.raises(AssertionError):
        parameters.number("court_name")


def test_a_day_among_the_parameters_is_written_as_the_office_reads_it():
    start = PARAMETERS["vdab_real_start"]
    assert (start.day, start.written) == (day("Tue 01/03/2022"), "01/03/2022")
    assert PARAMETERS["pnt_hours"].written == "40"
    with pytest.raises(AssertionError):
        _ = PARAMETERS["pnt_hours"].day


def test_no_two_numbers_have_the_same_title():
    assert len({parameter.title for parameter in PARAMETERS.values()}) == len(PARAMETERS) == len(parameters._ALL)


def test_a_lawful_reason_also_closes_a_file_without_consequence():
    assert LAWFUL_REASONS.items() <= NO_CONSEQUENCE.items()
    assert "geen" not in NO_CONSEQUENCE
    assert all(text[0].isupper() for text in (BREACHES | NO_CONSEQUENCE).values())


def test_every_role_and_every_party_has_a_title():
    assert TITLES.keys() == set(Role) | set(Party)


def test_every_kind_of_organisation_says_which_roles_it_gives():
    assert HELD_AT.keys() == set(Kind)
    assert all(roles >= EVERYWHERE for roles in HELD_AT.values())
    assert not any(Role.SYSTEM in roles for roles in HELD_AT.values())
    assert set(Role) - {Role.SYSTEM} == set().union(*HELD_AT.values())


def test_only_the_welfare_centre_gives_roles_in_the_committee():
    held = {kind for kind, roles in HELD_AT.items() if roles & {*BCSD, Role.BCSD_SECRETARY, Role.DIRECTOR_GENERAL}}
    assert held == {Kind.OCMW}


def test_only_the_agency_gives_counsellors():
    assert {kind for kind, roles in HELD_AT.items() if Role.COUNSELLOR in roles} == {Kind.AGENCY}
