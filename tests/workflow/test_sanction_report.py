"""The first half of a sanction file: report, competence, warning, remedy (SWO 12; RMI-wet art. 30 § 2)."""

import pytest

from tests.workflow.dates import day
from tests.workflow.every_row import tried
from tests.workflow.files import REPORTED, client, moment, sanction
from tests.workflow.spoils import frozen, in_first_fact, in_letter, put, term
from workflow.breaches import BREACHES, NO_CONSEQUENCE
from workflow.models import GpmiAnnex
from workflow.procedures.sanction_report import earliest_remedy_date, freeze_facts


def refused(action, change=None, **where):
    return bool(tried("sanction", action, change, **where))


def test_a_report_needs_at_least_one_fact():
    assert refused("meld", put(facts=[]))


@pytest.mark.parametrize(("happened", "no"), [("Mon 02/03/2026", False), ("Tue 03/03/2026", True)])
def test_a_fact_may_be_of_today_but_not_of_tomorrow(happened, no):
    assert refused("meld", in_first_fact(happened_on=day(happened))) is no


def test_every_fact_needs_its_evidence_and_its_day():
    def second_fact(**changes):
        fact = {"happened_on": REPORTED, "what": "Afwezig", "evidence": "Lijst"} | changes
        return lambda case: setattr(case, "reported_facts", [*case.reported_facts, fact])

    assert not refused("meld", second_fact())
    assert refused("meld", second_fact(evidence=""))
    assert refused("meld", second_fact(happened_on=day("Tue 03/03/2026")))


@pytest.mark.parametrize("breach", BREACHES)
def test_every_breach_of_the_list_can_be_reported(breach):
    assert not refused("meld", put(breach_type=breach))


def test_a_report_that_is_completed_freezes_the_facts_again():
    case = sanction()
    case.client.annexes = []
    freeze_facts(case, moment(day("Tue 03/03/2026")))
    assert (case.frozen["on"], case.annex) == ("2026-03-03", None)


@pytest.mark.parametrize(("who", "warned", "handed_over"), [("ocmw", 0, 1), ("amal", 1, 0), ("niemand", 1, 1)])
def test_one_body_at_most_goes_on_with_a_report(who, warned, handed_over):
    assert refused("maan_aan", frozen(sanctions=who)) is bool(warned)
    assert refused("draag_over", frozen(sanctions=who)) is bool(handed_over)


# the GPMI annex


def annexed(*annexes):
    """A report of a breach on Monday 23/02/2026 by a client with these annexes."""
    who = client(annex=False)
    facts = {"gpmi_reference": "GPMI-2025-0001", "gpmi_signed_on": day("Fri 10/01/2025")}
    base = {"from_on": day("Fri 17/01/2025"), "signed_on": day("Fri 17/01/2025"), "clause": "U volgt de lessen."}
    who.annexes = [GpmiAnnex(number=n, **facts | base | values) for n, values in enumerate(annexes, 1)]
    return lambda case: setattr(case, "frozen", sanction(who=who).frozen)


def test_no_aanmaning_without_an_annex():
    assert refused("maan_aan", annexed())


def test_no_aanmaning_without_a_signed_annex():
    assert refused("maan_aan", annexed({"signed_on": None}))


def test_no_aanmaning_without_the_clause_in_the_annex():
    assert refused("maan_aan", annexed({"clause": ""}))


@pytest.mark.parametrize(
    ("from_on", "until_on", "no"),
    [
        ("Mon 23/02/2026", None, False),
        ("Tue 24/02/2026", None, True),
        ("Fri 17/01/2025", "Mon 23/02/2026", False),
        ("Fri 17/01/2025", "Sun 22/02/2026", True),
    ],
)
def test_the_annex_must_be_in_force_on_the_day_of_the_breach(from_on, until_on, no):
    dates = {"from_on": day(from_on), "until_on": until_on and day(until_on)}
    assert refused("maan_aan", annexed(dates)) is no


def test_the_annex_is_looked_at_on_the_day_of_the_first_fact():
    case = sanction()
    later = {"happened_on": day("Fri 27/02/2026"), "what": "Afwezig", "evidence": "Lijst"}
    case.reported_facts = [later, *case.reported_facts]
    assert case.breached_on == day("Mon 23/02/2026")


# nobody is punished twice


def beside(**changes):
    """Another file of the same client, the same but for these changes."""

    def change(case):
        other = sanction(who=case.client)
        for name, value in changes.items():
            setattr(other, name, value)
        case.client.sanctions.append(other)

    return change


OTHER_DAY = [{"happened_on": day("Tue 24/02/2026"), "what": "Afwezig", "evidence": "Lijst"}]


@pytest.mark.parametrize(
    ("changes", "no"),
    [
        ({}, True),
        ({"closed_on": day("Fri 27/02/2026")}, False),
        ({"breach_type": "vdab"}, False),
        ({"reported_facts": OTHER_DAY}, False),
    ],
)
def test_no_second_open_file_about_the_same_breach_on_the_same_day(changes, no):
    assert refused("maan_aan", beside(**changes)) is no


def test_a_file_does_not_stand_in_its_own_way():
    assert not refused("maan_aan", lambda case: case.client.sanctions.append(case))


# the warning and its term


@pytest.mark.parametrize(("remedy_by", "no"), [("Thu 19/03/2026", False), ("Wed 18/03/2026", True)])
def test_the_client_has_fourteen_days_after_the_safe_notification(remedy_by, no):
    assert refused("maan_aan", put(remedy_by=day(remedy_by))) is no


def test_the_first_possible_date_counts_from_a_registered_letter_of_that_day():
    assert earliest_remedy_date(day("Thu 02/04/2026")) == day("Wed 22/04/2026")


@pytest.mark.parametrize("missing", ["obligation", "remedy"])
def test_a_warning_says_what_was_agreed_and_what_to_do(missing):
    assert refused("maan_aan", put(**{missing: ""}))


@pytest.mark.parametrize("state", ["ontwerp", "ter_ondertekening", "ondertekend"])
def test_no_remedy_term_runs_before_the_warning_left(state):
    assert refused("verstuurd", in_letter("aanmaning", state=state))


@pytest.mark.parametrize("state", ["verzonden", "aangeboden", "teruggekeerd"])
def test_a_warning_that_left_counts_even_when_it_comes_back(state):
    assert not refused("verstuurd", in_letter("aanmaning", state=state))


@pytest.mark.parametrize(("on", "no"), [("Mon 23/03/2026", True), ("Tue 24/03/2026", False)])
def test_no_hearing_is_planned_on_the_last_day_of_the_remedy_term(on, no):
    assert refused("roep_op", on=day(on)) is no


def test_no_hearing_is_planned_while_no_remedy_term_was_ever_counted():
    assert refused("roep_op", put(deadlines=[]))


def test_a_longer_term_in_the_letter_counts():
    assert refused("roep_op", term("hersteltermijn", day("Wed 25/03/2026")))


# two ways out


@pytest.mark.parametrize(("remedied", "no"), [("Fri 20/03/2026", False), ("Sat 21/03/2026", True)])
def test_a_remedy_does_not_lie_in_the_future(remedied, no):
    assert refused("leef_na", put(remedied_on=day(remedied))) is no


def test_a_remedy_says_how_and_when():
    assert refused("leef_na", put(remedied_how=""))
    assert refused("leef_na", put(remedied_on=None))


@pytest.mark.parametrize("state", ["gemeld", "aanmaning", "aangemaand", "hoorzitting", "gehoord", "geadviseerd"])
@pytest.mark.parametrize("reason", NO_CONSEQUENCE)
def test_a_file_closes_without_consequence_for_every_ground_of_the_list(state, reason):
    assert not refused("seponeer", put(closing_reason=reason), source=state)
    assert refused("seponeer", put(closing_reason=reason, closing_explanation=""), source=state)


def test_a_ground_outside_the_list_closes_nothing():
    assert refused("seponeer", put(closing_reason="geen_zin"))
