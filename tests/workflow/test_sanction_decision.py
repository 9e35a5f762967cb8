"""The agenda, the vote and the decision (DLB art. 105-114; RMI-wet art. 21 and 30 § 2)."""

import pytest

from tests.workflow.dates import day
from tests.workflow.every_row import ready, tried
from tests.workflow.files import SEATS, sanction
from tests.workflow.spoils import decided, in_letter, put, votes
from workflow.procedures.agenda_item import AGENDA_ITEM
from workflow.procedures.sanction import SANCTION
from workflow.procedures.sanction_decision import default_start, default_trial_end, latest_start

SEVEN_AGAINST = dict.fromkeys(SEATS[:7], "tegen")
HALF_AGAINST = {**dict.fromkeys(SEATS[:6], "tegen"), SEATS[12]: "onthouding"}


def refused(action, change=None, **where):
    return bool(tried("sanction", action, change, **where))


def both(*changes):
    """Make several changes to one file."""
    return lambda case: [change(case) for change in changes]


# the agenda


@pytest.mark.parametrize("state", ["ontwerp", "ter_ondertekening", "geannuleerd"])
def test_no_agenda_without_a_signed_social_report(state):
    assert refused("agendeer", in_letter("sociaal_verslag", state=state))


@pytest.mark.parametrize(("held_on", "no"), [("Fri 24/04/2026", False), ("Thu 23/04/2026", True)])
def test_the_convocation_leaves_eight_days_before_the_session(held_on, no):
    assert refused("agendeer", put("agenda_item.session", held_on=day(held_on))) is no


@pytest.mark.parametrize(("reason", "no"), [("De client verhuist.", False), ("", True)])
def test_a_late_item_is_urgent_with_a_reason(reason, no):
    late = put("agenda_item.session", held_on=day("Thu 16/04/2026"))
    assert refused("agendeer", both(late, put("agenda_item", urgent=True, urgency_reason=reason))) is no


def test_a_reason_alone_does_not_make_an_item_urgent():
    late = put("agenda_item.session", held_on=day("Thu 23/04/2026"))
    assert refused("agendeer", both(late, put("agenda_item", urgent=False, urgency_reason="Toch maar.")))


def test_a_session_of_yesterday_treats_nothing_new():
    past = both(
        put("agenda_item.session", held_on=day("Wed 15/04/2026")),
        put("agenda_item", urgent=True, urgency_reason="De client verhuist."),
    )
    assert tried("sanction", "agendeer", past) == ["Kies een zitting die nog moet plaatsvinden."]


@pytest.mark.parametrize("state", ["gesloten", "geannuleerd"])
def test_a_session_that_is_over_treats_and_decides_nothing(state):
    for action in ("agendeer", "beslis", "verdaag"):
        assert refused(action, put("agenda_item.session", state=state))


@pytest.mark.parametrize("action", ["beslis", "verdaag"])
@pytest.mark.parametrize(("meets", "no"), [("gepland", True), ("opgeroepen", True), ("geopend", False)])
def test_the_committee_decides_and_postpones_while_it_meets(action, meets, no):
    assert refused(action, put("agenda_item.session", state=meets)) is no


@pytest.mark.parametrize("state", ["oproeping", "opgeroepen", "geopend", "geschorst"])
def test_a_session_that_was_convened_takes_only_what_is_urgent(state):
    convened = put("agenda_item.session", state=state)
    assert refused("agendeer", convened)
    assert not refused("agendeer", both(convened, put("agenda_item", urgent=True, urgency_reason="Ze verhuist.")))


def test_a_file_that_is_not_on_an_agenda_is_not_decided():
    assert refused("beslis", put(agenda_item_id=None))


@pytest.mark.parametrize(("answer_by", "no"), [("Wed 29/04/2026", False), ("Tue 28/04/2026", True)])
def test_a_question_is_answered_on_a_day_to_come(answer_by, no):
    assert refused("verdaag", put(answer_by=day(answer_by))) is no


@pytest.mark.parametrize(("missing", "value"), [("question", ""), ("answer_by", None)])
def test_a_postponement_asks_something_by_a_day(missing, value):
    assert refused("verdaag", put(**{missing: value}))


@pytest.mark.parametrize(("action", "outcome"), [("beslis", "beslist"), ("verdaag", "verdaagd")])
def test_a_point_follows_its_file_by_itself(action, outcome):
    case, when = ready(SANCTION, SANCTION.step(action, "geagendeerd"), "geagendeerd")
    point = case.agenda_item
    assert AGENDA_ITEM.automatic_step(point, when) is None
    assert case.followers == [point]
    SANCTION.take(action, case, when)
    assert AGENDA_ITEM.automatic_step(point, when).dest == outcome
    assert case.agenda_item is (point if outcome == "beslist" else None)


def test_the_draft_of_the_decision_begins_with_the_advice_and_is_not_overwritten():
    for draft, measure in (({}, "schorsing"), ({"measure": "verwittiging"}, "verwittiging")):
        case, when = ready(SANCTION, SANCTION.step("agendeer", "geadviseerd"), "geadviseerd")
        case.agenda_item.draft = draft
        SANCTION.take("agendeer", case, when)
        assert case.agenda_item.draft["measure"] == measure


# the vote


@pytest.mark.parametrize("action", ["beslis", "trek_in"])
def test_a_tie_rejects(action):
    assert refused(action, votes(**HALF_AGAINST))
    assert not refused(action, votes(**{**HALF_AGAINST, SEATS[12]: "voor"}))


def test_a_rejected_proposal_may_become_no_sanction():
    no_sanction = put("decision", measure="geen_sanctie", departure="De meerderheid stemde tegen.", starts_on=None)
    assert not refused("beslis", both(votes(**SEVEN_AGAINST), no_sanction))


@pytest.mark.parametrize("source", ["beslist", "kennisgegeven"])
def test_a_decision_without_a_sanction_is_not_withdrawn_against_the_majority(source):
    change = both(votes(**SEVEN_AGAINST), put("decision", measure="geen_sanctie"))
    assert refused("trek_in", change, source=source)
    assert not refused("trek_in", put("decision", measure="geen_sanctie"), source=source)


# the grounds


@pytest.mark.parametrize("missing", ["grounds_law", "grounds_facts", "grounds_measure", "hearing_answer"])
@pytest.mark.parametrize("action", ["beslis", "verbeter_beslissing"])
def test_a_decision_is_reasoned_in_law_and_in_fact(action, missing):
    assert refused(action, put("decision", **{missing: ""}))


def test_no_sanction_needs_no_reasons_for_its_measure():
    nothing = decided(measure="geen_sanctie", grounds_measure="", departure="Te licht.", starts_on=None)
    assert not refused("beslis", nothing)


def test_what_is_written_down_is_what_was_voted():
    other = put("decision", duration=2, departure="Twee maanden is beter.")
    assert refused("beslis", other)
    assert refused("beslis", put("decision", measure="geen_sanctie", departure="Toch niet.", starts_on=None))


@pytest.mark.parametrize(
    "more",
    [
        {"deferral": "geheel", "trial_until": day("Tue 09/03/2027")},
        {"deferral": "deel", "deferral_part": "de helft", "trial_until": day("Tue 09/03/2027")},
        {"conditions": "Elke week langskomen."},
    ],
)
def test_a_deferral_or_a_condition_that_nobody_voted_on_is_not_written_down(more):
    assert refused("beslis", put("decision", departure="Dit is beter.", **more))


def test_a_decision_that_departs_from_the_proposal_says_why():
    assert refused("beslis", decided(measure="verwittiging"))
    assert not refused("beslis", decided(measure="verwittiging", departure="Het comité acht dit genoeg."))


def test_without_an_advice_there_is_nothing_to_depart_from():
    assert not refused("beslis", both(decided(duration=1), put(advice_id=None)))


def test_what_was_not_decided_has_no_text_to_correct():
    reasons = tried("sanction", "verbeter_beslissing", put(decision_id=None))
    assert len(reasons) == 3


def test_a_decision_says_all_that_its_letter_has_to_say():
    assert refused("beslis", decided(monthly_cents=None, departure="Het bedrag volgt."))
    assert refused("beslis", put("decision", deferral="geheel", departure="Een kans."))


# the window and the cap


def test_the_default_start_is_the_first_day_of_the_second_month():
    decided = day("Tue 10/03/2026")
    assert default_start(decided) == day("Fri 01/05/2026")
    assert latest_start(decided) == day("Mon 01/06/2026")
    assert default_trial_end(decided) == day("Wed 10/03/2027")


@pytest.mark.parametrize(
    ("starts", "no"),
    [
        ("Tue 28/04/2026", True),
        ("Wed 29/04/2026", False),
        ("Wed 01/07/2026", False),
        ("Thu 02/07/2026", True),
    ],
)
def test_a_suspension_starts_after_the_decision_and_by_the_first_of_the_third_month(starts, no):
    assert refused("beslis", put("decision", starts_on=day(starts))) is no


def test_a_suspension_needs_a_start_and_a_warning_does_not():
    assert refused("beslis", put("decision", starts_on=None))
    warning = decided(measure="verwittiging", starts_on=None, departure="Genoeg.")
    assert not refused("beslis", warning)


@pytest.mark.parametrize(("duration", "no"), [(3, False), (4, True)])
def test_a_repetition_may_last_three_months(duration, no):
    def earlier(case):
        other = sanction("kennisgegeven", case.client)
        other.decision.decided_on = day("Tue 10/03/2026")
        case.client.sanctions.append(other)

    longer = decided(duration=duration, departure="Herhaling.")
    assert refused("beslis", both(earlier, longer)) is no
    assert refused("beslis", longer)
