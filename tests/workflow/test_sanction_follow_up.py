"""What follows a decision: notification, execution, information, appeal, withdrawal, closing."""

import pytest

from tests.workflow.dates import day
from tests.workflow.every_row import ready, tried
from tests.workflow.files import AMAL, WITHDRAWN, letter, moment, sanction, session
from tests.workflow.spoils import put
from workflow.procedures import sanction_follow_up as follow_up
from workflow.procedures.agenda_item import AGENDA_ITEM
from workflow.procedures.sanction import SANCTION
from workflow.roles import Role

FROM = pytest.mark.parametrize("source", ["kennisgegeven", "in_beroep"])


def refused(action, change=None, **where):
    return bool(tried("sanction", action, change, **where))


# notification


@pytest.mark.parametrize("state", ["ontwerp", "ter_ondertekening", "ondertekend"])
def test_nobody_is_notified_before_the_decision_left(state):
    assert refused("kennisgegeven", lambda case: setattr(case.letter("beslissing"), "state", state))


def test_a_cancelled_decision_does_not_bring_back_an_earlier_one():
    change = letter("geannuleerd", "beslissing", day("Thu 30/04/2026"))
    assert refused("kennisgegeven", lambda case: case.letters.append(change))


@pytest.mark.parametrize(
    ("way", "presented", "notified"),
    [
        ("aangetekend", None, "Wed 06/05/2026"),
        ("aangetekend", "Mon 11/05/2026", "Mon 11/05/2026"),
        ("tegen_ontvangstbewijs", None, "Thu 30/04/2026"),
    ],
)
def test_a_decision_keeps_the_day_it_surely_counts_as_notified(way, presented, notified):
    case = sanction("beslist")
    case.letter("beslissing").way = way
    case.letter("beslissing").presented_on = presented and day(presented)
    SANCTION.take("kennisgegeven", case, moment(day("Mon 11/05/2026"), Role.SYSTEM))
    assert case.decision.notified_on == day(notified)


# execution and information


@FROM
@pytest.mark.parametrize(
    ("action", "on", "how", "today"),
    [
        ("voer_uit", "executed_on", "execution_note", "Tue 02/06/2026"),
        ("licht_in_ocmw", "ocmw_informed_on", "ocmw_informed_how", "Mon 04/05/2026"),
        ("licht_in_amal", "amal_informed_on", "amal_informed_how", "Tue 05/05/2026"),
    ],
)
def test_what_was_done_has_its_day_and_its_way_and_is_no_promise(source, action, on, how, today):
    later = day(today).replace(day=day(today).day + 1)
    assert not refused(action, put(**{on: day(today)}), source=source)
    assert refused(action, put(**{on: later}), source=source)
    assert refused(action, put(**{on: None}), source=source)
    assert refused(action, put(**{how: ""}), source=source)


@pytest.mark.parametrize(
    ("starts", "executed", "must"), [(True, False, True), (True, True, False), (False, False, False)]
)
def test_only_what_starts_has_to_be_executed(starts, executed, must):
    case = sanction("kennisgegeven")
    case.executed_on = day("Mon 01/06/2026") if executed else None
    case.decision.starts_on = day("Mon 01/06/2026") if starts else None
    assert follow_up.must_execute(case) is must


def test_without_a_decision_there_is_nothing_to_execute():
    case = sanction("geadviseerd")
    case.decision_id = case.executed_on = None
    assert not follow_up.must_execute(case)


# appeal and judgment


@pytest.mark.parametrize(
    ("appeal", "no"),
    [
        ("Mon 27/04/2026", True),
        ("Tue 28/04/2026", False),
        ("Wed 20/05/2026", False),
        ("Thu 21/05/2026", True),
    ],
)
def test_an_appeal_lies_between_the_decision_and_today(appeal, no):
    assert refused("stel_beroep_in", put(appeal_on=day(appeal))) is no


@pytest.mark.parametrize("missing", ["appeal_on", "appeal_roll", "decision_id"])
def test_an_appeal_has_its_day_its_roll_number_and_its_decision(missing):
    assert refused("stel_beroep_in", put(**{missing: None}))


@pytest.mark.parametrize(
    ("judged", "no"),
    [
        ("Mon 18/05/2026", True),
        ("Tue 19/05/2026", False),
        ("Tue 13/10/2026", False),
        ("Wed 14/10/2026", True),
    ],
)
def test_a_judgment_lies_between_the_appeal_and_today(judged, no):
    assert refused("uitspraak", put(judgment_on=day(judged))) is no


@pytest.mark.parametrize("missing", ["judgment", "judgment_on", "judgment_text", "appeal_on"])
def test_a_judgment_has_its_outcome_its_day_and_its_content(missing):
    assert refused("uitspraak", put(**{missing: None}))


@pytest.mark.parametrize("judgment", ["bevestigd", "vernietigd", "gewijzigd"])
def test_a_court_confirms_annuls_or_changes(judgment):
    assert not refused("uitspraak", put(judgment=judgment))


# withdrawal


@pytest.mark.parametrize("source", ["beslist", "kennisgegeven"])
@pytest.mark.parametrize(
    ("meets", "no"), [("opgeroepen", True), ("geopend", False), ("geschorst", True), ("gesloten", True)]
)
def test_the_committee_withdraws_a_decision_while_it_meets(source, meets, no):
    assert refused("trek_in", put("agenda_item.session", state=meets), source=source) is no


@pytest.mark.parametrize(("outcome", "again"), [("te_behandelen", False), ("verworpen", True), ("verdaagd", True)])
def test_a_withdrawal_is_asked_again_when_the_committee_rejected_or_postponed_it(outcome, again):
    def asked_before(case):
        case.put_on_agenda(session(), subject="intrekking", state=outcome)
        case.put_on_agenda(session(held_on=WITHDRAWN), subject="intrekking")

    assert refused("agendeer_intrekking", asked_before) is not again


def test_the_item_that_decided_is_no_item_that_withdraws():
    assert refused("trek_in", put("agenda_item", subject="beslissing"))


@pytest.mark.parametrize("missing", ["agenda_item_id", "decision_id"])
def test_nothing_is_withdrawn_without_an_item_and_a_decision(missing):
    assert refused("trek_in", put(**{missing: None}))


def withdrawn():
    """A file of which the decision was withdrawn on Tuesday 12/05/2026, and that decision."""
    case, when = ready(SANCTION, SANCTION.step("trek_in", "kennisgegeven"), "kennisgegeven")
    decision, item = case.decision, case.agenda_item
    SANCTION.take("trek_in", case, when)
    return case, decision, item


def test_a_withdrawn_decision_is_kept_and_stands_no_more():
    case, decision, item = withdrawn()
    assert (case.decision, case.agenda_item, case.decisions) == (None, None, [decision])
    assert (decision.withdrawn_on, decision.counts) == (day("Tue 12/05/2026"), False)
    assert AGENDA_ITEM.automatic_step(item, moment(WITHDRAWN)).dest == "ingetrokken"


def test_after_a_withdrawal_the_next_decision_is_executed_and_told_again():
    case, _, _ = withdrawn()
    assert (case.executed_on, case.execution_note) == (None, None)
    assert follow_up.ocmw_must_inform(case) and follow_up.amal_must_inform(case)
    assert (case.ocmw_informed_how, case.amal_informed_how) == (None, None)


# closing


@pytest.mark.parametrize(("on", "no"), [("Sun 16/08/2026", True), ("Mon 17/08/2026", False)])
def test_a_file_closes_only_after_the_last_day_of_the_appeal_and_its_margin(on, no):
    assert refused("sluit", on=day(on)) is no


def test_a_file_of_which_no_appeal_was_counted_does_not_close():
    assert refused("sluit", put(deadlines=[]))


@pytest.mark.parametrize("missing", ["executed_on", "ocmw_informed_on", "amal_informed_on"])
def test_a_file_closes_only_when_everything_was_done(missing):
    assert len(tried("sanction", "sluit", put(**{missing: None}))) == 1


def test_the_agency_informs_only_about_a_file_that_is_shared_with_it():
    def apart(case):
        case.shares, case.amal_informed_on = [], None

    assert not refused("sluit", apart)
    assert sanction().shared_with(AMAL)
    assert not sanction().shared_with("ocmw_evergem")
