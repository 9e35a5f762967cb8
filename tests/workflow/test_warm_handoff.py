"""The rules of the warm hand-over on their edge days, and what each reader is shown (SWO art. 2, 4, 5)."""

import pytest

from tests.workflow.dates import day
from tests.workflow.every_row import tried
from tests.workflow.files import AMAL, GENT, moment, organisation
from tests.workflow.kinds.warm_handoff import MEETING_DAY, built
from tests.workflow.spoils import put
from workflow.handoff import ITEM_OF_NEED, ITEM_TITLES, Item
from workflow.life_domains import DOMAIN_TITLES, Domain
from workflow.models import Person, Sanction
from workflow.procedures.warm_handoff_report import hide_item, report_term
from workflow.roles import Role

KIND = "warm_handoff"


def refuses(action, change=None, **where):
    return bool(tried(KIND, action, change, **where))


def test_there_are_seven_domains_and_each_need_has_its_agreement():
    assert len(Domain) == 7
    assert ITEM_OF_NEED.keys() == DOMAIN_TITLES.keys() == set(Domain)
    assert ITEM_TITLES.keys() == set(Item)


@pytest.mark.parametrize(
    ("reported", "due"),
    [
        ("Mon 02/03/2026", "Mon 16/03/2026"),
        ("Fri 06/03/2026", "Fri 20/03/2026"),
        ("Tue 24/03/2026", "Wed 08/04/2026"),  # Easter Monday, 6 April, is no working day
    ],
)
def test_the_welfare_centre_has_ten_working_days(reported, due):
    counted = report_term(built("aangemeld"), moment(day(reported), Role.COUNSELLOR))
    assert counted.due == day(due)
    assert "+ 10 werkdagen" in str(counted)


def test_the_report_returns_the_day_after_the_term_and_only_once():
    assert refuses("keer_terug", on=day("Mon 16/03/2026"))
    assert not refuses("keer_terug", on=day("Tue 17/03/2026"))
    assert refuses("keer_terug", put(returned_on=day("Tue 17/03/2026")), on=day("Wed 18/03/2026"))


def test_a_meeting_today_can_be_planned_and_one_in_the_past_cannot():
    assert not refuses("plan", on=MEETING_DAY)
    assert refuses("plan", on=day("Fri 13/03/2026"))


def test_after_the_second_no_show_a_third_attempt_has_its_reason():
    assert not refuses("plan", put(no_show_count=1, remark=""))
    assert refuses("plan", put(no_show_count=2, remark=""))
    assert not refuses("plan", put(no_show_count=2, remark="Nieuw telefoonnummer."))


def test_a_hand_over_without_the_client_needs_the_team_lead():
    away = {"client_present": False}
    assert refuses("draag_over", put(**away, absence_approved_by_id=None))
    assert not refuses("draag_over", put(**away, absence_approved_by_id="hoofd"))
    assert refuses("draag_over", put(client_present=None, absence_approved_by_id="hoofd"))


def test_an_open_file_of_the_welfare_centre_counts_as_guidance(monkeypatch):
    case, running = built("ontwerp"), Sanction(reference="SD-2026-0001", state="gemeld", owner=organisation())
    monkeypatch.setattr(type(case.client), "cases", [running])
    assert case.guided_by == "OCMW Gent"
    running.handler = Person(first_name="Mia", last_name="Werker")
    assert case.guided_by == "Mia Werker"
    running.owner = organisation(AMAL)
    assert case.guided_by == ""


def test_a_client_who_stays_with_amal_turns_to_his_counsellor():
    case = built("overgedragen")
    case.counsellor, case.handler = Person(last_name="Begeleider"), Person(last_name="Werker")
    found = []
    for case.contact_now in ("amal", "ocmw", None):
        found.append(case.contact_person and case.contact_person.last_name)
    assert found == ["Begeleider", "Werker", None]


def test_the_counsellor_overrides_the_warning_only_with_a_reason():
    guided = {"social_worker": Person(first_name="Mia", last_name="Werker")}
    assert refuses("stel_op", put("client", **guided))

    def explained(case):
        put("client", **guided)(case)
        case.guidance_reason = "Het OCMW sloot af in 2024."

    assert not refuses("stel_op", explained)


READERS = [
    # role, organisation, health agreed: reads income, reads health
    (Role.COUNSELLOR, AMAL, False, True, True),
    (Role.CONTACT_POINT, AMAL, True, True, False),
    (Role.SOCIAL_WORKER, GENT, True, True, True),
    (Role.TEAM_LEAD, GENT, True, True, True),
    (Role.CLERK, GENT, True, True, False),
    (Role.SOCIAL_WORKER, GENT, False, True, False),
]


@pytest.mark.parametrize(("role", "where", "agreed", "income", "health"), READERS)
def test_health_is_read_only_by_who_guides_the_client_and_elsewhere_only_when_agreed(
    role, where, agreed, income, health
):
    case = built("aangemeld")
    if agreed:
        case.agreed_items = case.agreed_items | {"gezondheid": "Diabetes."}
    when = moment(MEETING_DAY, role, where=where)
    assert (case.read_by(Item.INCOME, when), case.read_by(Item.HEALTH, when)) == (income, health)


def test_what_the_client_takes_back_is_hidden_at_once_and_the_words_stay_with_amal():
    case, table = built("gepland"), moment(MEETING_DAY, Role.COUNSELLOR, where=AMAL)
    case.withdrawn_item = "inkomen"
    hide_item(case, table)
    income = next(each for each in case.items if each.item == "inkomen")
    assert (income.withdrawn_on, income.shared_before, income.words) == (
        MEETING_DAY,
        "BR-2026-0001",
        "Geen inkomen sinds februari.",
    )
    assert not case.passes_on("inkomen") and case.read_by("inkomen", table)
    assert not next(need for need in case.needs if need.domain == "inkomen").passed_on
    assert case.letters[0].recalled


def test_a_withdrawn_hand_over_passes_nothing_on():
    assert not built("ingetrokken").passes_on(Item.CONTACT)
    assert not built("ingetrokken").address_open_to(GENT)
    assert built("aangemeld").address_open_to(GENT)
