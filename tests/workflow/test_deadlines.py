"""The running terms of a file: started, stopped and counted again as its table says."""

import pytest

from tests.workflow.dates import day
from tests.workflow.files import LATER, letter, moment, running, sanction
from workflow import deadlines
from workflow.models.deadline import Status
from workflow.procedures.sanction import SANCTION

TODAY = day("Tue 24/03/2026")
ACTIONS = {step.action: step for step in SANCTION.steps}


def file(*names):
    """A file in which only these terms run, until Tuesday 31/03/2026."""
    case = sanction("kennisgegeven")
    case.deadlines = [running(name, day("Tue 31/03/2026")) for name in names]
    return case


def follow(case, action, today=TODAY):
    """Take a step; return the terms that run afterwards, with their last day."""
    deadlines.follow(SANCTION, ACTIONS[action], case, moment(today))
    return {deadline.name: deadline.due_on for deadline in case.deadlines if deadline.runs}


# fmt: off
STARTS = [
    # step            term               last day
    ("verstuurd",     "hersteltermijn",  "Mon 23/03/2026"),
    ("roep_op",       "hoorzitting",     "Tue 14/04/2026"),
    ("verplaats",     "hoorzitting",     "Tue 14/04/2026"),
    ("agendeer",      "zitting",         "Tue 28/04/2026"),
    ("verdaag",       "antwoordtermijn", "Tue 12/05/2026"),
    ("beslis",        "kennisgeving",    "Wed 06/05/2026"),
    ("kennisgegeven", "uitvoering",      "Mon 01/06/2026"),
    ("kennisgegeven", "beroepstermijn",  "Sun 16/08/2026"),
]
STOPS = [
    ("hersteltermijn",  ("leef_na", "roep_op", "seponeer", "draag_over")),
    ("hoorzitting",     ("hoor", "seponeer", "draag_over")),
    ("zitting",         ("beslis", "verdaag", "haal_van_agenda")),
    ("antwoordtermijn", ("herzie_advies", "seponeer", "draag_over")),
    ("kennisgeving",    ("kennisgegeven", "trek_in")),
    ("uitvoering",      ("voer_uit", "trek_in", "uitspraak")),
    ("beroepstermijn",  ("stel_beroep_in", "sluit", "trek_in")),
]
# fmt: on


@pytest.mark.parametrize(("action", "name", "due"), STARTS)
def test_a_step_starts_its_term(action, name, due):
    assert follow(file(), action)[name] == day(due)


def test_every_start_of_the_table_is_tested_here():
    assert {row[:2] for row in STARTS} == {(action, term.name) for term in SANCTION.terms for action in term.starts}


@pytest.mark.parametrize(("name", "stops"), STOPS)
def test_a_term_is_stopped_by_these_steps_and_no_others(name, stops):
    starts = {action for action, started, _ in STARTS if started == name}
    for action in ACTIONS.keys() - starts:
        assert (name not in follow(file(name), action)) is (action in stops), action


def test_a_started_term_keeps_its_day_and_its_reckoning():
    case = file()
    follow(case, "verstuurd")
    term = case.deadlines[0]
    assert (term.started_on, term.stopped_on, term.status) == (TODAY, None, Status.RUNS)
    assert term.reasoning == "in de brief staat 23/03/2026"


def test_a_stopped_term_keeps_the_day_it_stopped():
    case = file("hoorzitting")
    assert follow(case, "hoor") == {}
    assert (case.deadlines[0].status, case.deadlines[0].stopped_on) == (Status.STOPPED, TODAY)


def test_another_day_for_the_hearing_stops_the_old_term_and_starts_a_new_one():
    case = file("hoorzitting")
    assert follow(case, "verplaats") == {"hoorzitting": day("Tue 14/04/2026")}
    assert [deadline.runs for deadline in case.deadlines] == [False, True]


@pytest.mark.parametrize(
    ("action", "changes"),
    [
        ("verstuurd", {"letters": []}),
        ("verstuurd", {"remedy_by": None}),
        ("roep_op", {"hearing_on": None}),
        ("agendeer", {"agenda_item_id": None}),
        ("verdaag", {"answer_by": None}),
        ("beslis", {"decision_id": None}),
        ("kennisgegeven", {"letters": [], "decision_id": None}),
    ],
)
def test_nothing_is_counted_from_what_is_not_known(action, changes):
    case = file()
    for name, value in changes.items():
        setattr(case, name, value)
    assert follow(case, action) == {}


@pytest.mark.parametrize("missing", ["posted_on", "way"])
@pytest.mark.parametrize(("action", "name"), [("verstuurd", "aanmaning"), ("kennisgegeven", "beslissing")])
def test_no_term_is_counted_from_a_letter_of_which_the_posting_is_unknown(action, name, missing):
    case = file()
    setattr(case.letter(name), missing, None)
    assert not {"hersteltermijn", "beroepstermijn"} & follow(case, action).keys()


def test_a_decision_that_starts_nothing_has_no_term_of_execution():
    case = file()
    case.decision.starts_on = None
    assert list(follow(case, "kennisgegeven")) == ["beroepstermijn"]


# how each term is counted


def reasoning(case, action):
    follow(case, action)
    return case.deadlines[-1].reasoning


def test_the_remedy_term_is_the_date_in_the_letter_or_fourteen_days_after_a_late_posting():
    case = file()
    case.letter("aanmaning").posted_on = day("Mon 09/03/2026")
    assert follow(case, "verstuurd") == {"hersteltermijn": day("Thu 26/03/2026")}
    assert case.deadlines[0].reasoning == (
        "gepost op 09/03/2026, derde werkdag = 12/03/2026 (Ger.W. 53bis); "
        "12/03/2026 + 14 dagen = 26/03/2026 (hersteltermijn)"
    )


def test_chosen_days_say_who_chose_them():
    assert reasoning(file(), "roep_op") == "gekozen dag: 14/04/2026"
    assert reasoning(file(), "agendeer") == "gekozen zitting: 28/04/2026"
    assert reasoning(file(), "verdaag") == "gevraagd door het comité: 12/05/2026"


def test_a_decision_is_notified_within_eight_days():
    assert reasoning(file(), "beslis") == "28/04/2026 + 8 dagen = 06/05/2026 (RMI-wet art. 21 § 4)"


def test_a_notification_that_would_end_in_a_weekend_aims_at_the_working_day_before():
    case = file()
    case.decision.decided_on = day("Fri 18/12/2026")
    assert follow(case, "beslis") == {"kennisgeving": day("Sat 26/12/2026")}
    assert case.deadlines[0].reasoning == (
        "18/12/2026 + 8 dagen = 26/12/2026 (RMI-wet art. 21 § 4); post uiterlijk op werkdag 24/12/2026"
    )


def test_an_appeal_term_has_a_margin_of_ten_days():
    assert reasoning(file(), "kennisgegeven") == (
        "gepost op 30/04/2026, derde werkdag = 06/05/2026 (Ger.W. 53bis); "
        "06/05/2026 + 3 maanden = 06/08/2026 (Ger.W. 52-54); + 10 dagen marge = 16/08/2026"
    )


# counted again


def count_again(case):
    return [deadline.name for deadline in deadlines.count_again(SANCTION, case, moment(TODAY))]


def test_a_later_presentation_moves_the_appeal_term():
    case = file()
    follow(case, "kennisgegeven")
    case.letter("beslissing").presented_on = day("Mon 11/05/2026")
    assert count_again(case) == ["beroepstermijn"]
    assert case.running("beroepstermijn").due_on == day("Fri 21/08/2026")
    assert "aangeboden op 11/05/2026, dus later" in case.running("beroepstermijn").reasoning


def test_terms_that_do_not_move_are_left_alone():
    case = file()
    follow(case, "kennisgegeven")
    assert count_again(case) == []


def test_a_new_reasoning_is_kept_even_when_the_day_stays():
    case = file()
    follow(case, "kennisgegeven")
    case.letters[-1] = letter("verzonden", "beslissing", day("Wed 06/05/2026"), way="tegen_ontvangstbewijs")
    assert count_again(case) == []
    assert case.running("beroepstermijn").reasoning.startswith("afgegeven op 06/05/2026")


def test_a_stopped_term_is_not_counted_again():
    case = file()
    follow(case, "kennisgegeven")
    follow(case, "stel_beroep_in")
    case.letter("beslissing").presented_on = day("Mon 11/05/2026")
    assert count_again(case) == []


def test_a_term_that_can_no_longer_be_counted_stays_as_it_is():
    case = file("antwoordtermijn")
    case.answer_by = None
    assert LATER["answer_by"] and count_again(case) == []
    assert case.running("antwoordtermijn").due_on == day("Tue 31/03/2026")
