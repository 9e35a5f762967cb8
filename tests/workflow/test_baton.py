"""Whose turn it is: in every state of the sanction file, for its duties, and for its letters."""

from datetime import date

import pytest

from tests.workflow.dates import day
from tests.workflow.files import AMAL, GENT, REPORTED, letter, moment, running, sanction, signature
from workflow import baton
from workflow.models.database import FAR_AWAY
from workflow.procedures.sanction import SANCTION
from workflow.roles import Role

MW, HEAD, CLERK, SEC = Role.SOCIAL_WORKER, Role.TEAM_LEAD, Role.CLERK, Role.BCSD_SECRETARY
SOON, LATER = day("Mon 23/03/2026"), day("Tue 14/04/2026")


def file(state, **terms):
    """A file without letters, with the running terms that are named, of which everything was told and done."""
    case = sanction(state)
    case.letters, case.deadlines = [], [running(name, due) for name, due in terms.items()]
    return case


def turns(case, today=REPORTED):
    """Who has the turn: role, person, organisation, task, since when, until when."""
    baton.pass_on(SANCTION, case, moment(today))
    return [(b.role, b.person_id, b.organisation_id, b.task, b.since, b.due_on) for b in case.batons]


# fmt: off
IN_STATE = [
    # state          term             role   person  task        since                     due
    ("gemeld",       None,            MW,    "mw",   "maan_aan", REPORTED,                 FAR_AWAY),
    ("aangemaand",   "hersteltermijn", MW,   "mw",   "roep_op",  day("Tue 24/03/2026"),    day("Tue 24/03/2026")),
    ("hoorzitting",  "hoorzitting",   MW,    "mw",   "hoor",     REPORTED,                 SOON),
    ("gehoord",      None,            MW,    "mw",   "adviseer", REPORTED,                 FAR_AWAY),
    ("geagendeerd",  "zitting",       SEC,   None,   "beslis",   REPORTED,                 SOON),
    ("kennisgegeven", "beroepstermijn", MW,  "mw",   "",         day("Tue 24/03/2026"),    day("Tue 24/03/2026")),
    ("in_beroep",    None,            MW,    "mw",   "uitspraak", FAR_AWAY,                FAR_AWAY),
]
# fmt: on


@pytest.mark.parametrize(("state", "term", "role", "person", "task", "since", "due"), IN_STATE)
def test_one_person_has_the_turn(state, term, role, person, task, since, due):
    case = file(state, **({term: SOON} if term else {}))
    assert turns(case) == [(role, person, GENT, task, since, due)]


def test_team_lead_and_secretary_both_may_put_a_file_on_the_agenda():
    assert turns(file("geadviseerd")) == [
        (HEAD, None, GENT, "agendeer", REPORTED, FAR_AWAY),
        (SEC, None, GENT, "agendeer", REPORTED, FAR_AWAY),
    ]


@pytest.mark.parametrize("state", ["aanmaning", "beslist"])
def test_where_a_letter_has_to_leave_only_its_letter_has_a_turn(state):
    case = file(state)
    case.letters = [letter("ontwerp")]
    assert [turn[3] for turn in turns(case)] == ["leg_voor"]


@pytest.mark.parametrize(
    ("state", "again"),
    [("aanmaning", (MW, "mw", GENT, "pas_aanmaning_aan")), ("beslist", (SEC, None, GENT, "verbeter_beslissing"))],
)
def test_a_cancelled_letter_the_file_waits_for_is_asked_again(state, again):
    case = file(state, kennisgeving=SOON)
    case.letters = [letter("geannuleerd"), letter("ondertekend", to_be_sent=None)]
    assert turns(case) == [(*again, REPORTED, SOON)]


@pytest.mark.parametrize("state", ["afgesloten", "bij_amal", "nageleefd", "zonder_gevolg"])
def test_an_ended_file_is_nobodys_turn(state):
    assert turns(file(state)) == []


def test_every_state_of_the_table_is_tested_here():
    tested = {row[0] for row in IN_STATE} | {"geadviseerd", "aanmaning", "beslist"}
    assert tested == {state.key for state in SANCTION.states if not state.end}


def test_a_file_without_a_handler_waits_for_any_social_worker():
    case = file("gemeld")
    case.handler_id = None
    assert turns(case)[0][:3] == (MW, None, GENT)


def test_while_the_client_has_the_turn_the_last_term_counts_and_otherwise_the_first():
    outside = file("kennisgegeven", uitvoering=SOON, beroepstermijn=LATER)
    assert turns(outside)[0][4:] == (day("Wed 15/04/2026"), day("Wed 15/04/2026"))
    inside = file("hoorzitting", hoorzitting=LATER, antwoordtermijn=SOON)
    assert turns(inside)[0][4:] == (REPORTED, SOON)


def test_a_stopped_term_does_not_count():
    case = file("hoorzitting", hoorzitting=SOON)
    case.deadlines[0].status = "gestopt"
    assert (baton.next_due(case), baton.last_due(case)) == (FAR_AWAY, FAR_AWAY) == (date(9999, 12, 31),) * 2


# duties


def test_after_the_notification_the_duties_are_shared_out():
    case = file("kennisgegeven", beroepstermijn=LATER, uitvoering=SOON)
    case.executed_on = case.ocmw_informed_on = case.amal_informed_on = None
    assert turns(case)[1:] == [
        (MW, "mw", GENT, "voer_uit", REPORTED, SOON),
        (MW, "mw", GENT, "licht_in_ocmw", REPORTED, FAR_AWAY),
        (Role.COUNSELLOR, None, AMAL, "licht_in_amal", REPORTED, FAR_AWAY),
    ]


def test_duties_go_on_while_the_court_has_the_file():
    case = file("in_beroep")
    case.ocmw_informed_on = None
    assert [turn[3] for turn in turns(case)] == ["uitspraak", "licht_in_ocmw"]


def test_what_was_done_is_no_duty_any_more():
    assert [turn[3] for turn in turns(file("kennisgegeven"))] == [""]


def test_what_starts_nothing_has_nothing_to_execute():
    case = file("kennisgegeven")
    case.executed_on, case.decision.starts_on = None, None
    assert [turn[3] for turn in turns(case)] == [""]


def test_a_file_that_is_not_shared_asks_the_agency_nothing():
    case = file("kennisgegeven")
    case.amal_informed_on, case.shares = None, []
    assert [turn[3] for turn in turns(case)] == [""]


def test_no_duty_lies_on_anybody_before_the_notification():
    case = file("beslist")
    case.executed_on = case.ocmw_informed_on = case.amal_informed_on = None
    assert [turn[3] for turn in turns(case)] == ["verbeter_beslissing"]


# letters


def at_letter(row, **terms):
    """The turn of the one letter of a file, and the letter it is about."""
    case = file("nageleefd", **terms)
    case.letters = [row]
    found = turns(case)
    return found, [b.letter_id for b in case.batons]


def test_a_draft_waits_for_who_made_it():
    row = letter("ontwerp", made_as=SEC, made_by_id="secretaris")
    assert at_letter(row) == ([(SEC, "secretaris", GENT, "leg_voor", REPORTED, FAR_AWAY)], [row.id])


def test_a_draft_the_office_made_waits_for_the_handler():
    row = letter("ontwerp", made_as=MW, made_by_id=None)
    assert at_letter(row)[0] == [(MW, "mw", GENT, "leg_voor", REPORTED, FAR_AWAY)]


def test_a_letter_waits_for_the_next_signature():
    row = letter("ter_ondertekening")
    row.signatures = [
        signature(Role.BCSD_CHAIR, 1, "voorzitter", REPORTED),
        signature(Role.DIRECTOR_GENERAL, 2, "directeur"),
    ]
    assert at_letter(row)[0] == [(Role.DIRECTOR_GENERAL, "directeur", GENT, "onderteken", REPORTED, FAR_AWAY)]


def test_a_signed_letter_waits_for_the_post_room():
    assert at_letter(letter("ondertekend"))[0] == [(CLERK, None, GENT, "verzend", REPORTED, FAR_AWAY)]


def test_a_signed_document_that_stays_in_the_file_waits_for_nobody():
    assert at_letter(letter("ondertekend", to_be_sent=None))[0] == []


@pytest.mark.parametrize("state", ["verzonden", "aangeboden", "opgevolgd", "geannuleerd"])
def test_a_letter_that_left_or_was_cancelled_waits_for_nobody(state):
    assert at_letter(letter(state))[0] == []


def test_a_letter_that_came_back_waits_for_the_handler():
    assert at_letter(letter("teruggekeerd"))[0] == [(MW, "mw", GENT, "volg_op", REPORTED, FAR_AWAY)]


@pytest.mark.parametrize(("post_by", "due"), [(LATER, SOON), (REPORTED, REPORTED), (None, SOON)])
def test_a_letter_is_due_by_the_first_term_or_its_own_last_day(post_by, due):
    found, _ = at_letter(letter("ondertekend", post_by=post_by), zitting=SOON)
    assert found[0][-1] == due


# from one change to the next


def test_a_turn_that_did_not_change_keeps_its_first_day():
    case = file("gemeld")
    turns(case, REPORTED)
    first = case.batons[0]
    assert turns(case, SOON) == [(MW, "mw", GENT, "maan_aan", REPORTED, FAR_AWAY)]
    assert case.batons == [first]


def test_a_turn_that_changed_begins_on_the_day_of_the_change():
    case = file("gemeld")
    turns(case, REPORTED)
    case.handler_id = "mw2"
    assert turns(case, SOON) == [(MW, "mw2", GENT, "maan_aan", SOON, FAR_AWAY)]


def test_a_turn_whose_term_moved_is_a_new_one():
    case = file("hoorzitting", hoorzitting=SOON)
    turns(case, REPORTED)
    case.deadlines[0].due_on = LATER
    assert turns(case, day("Tue 03/03/2026"))[0][4:] == (day("Tue 03/03/2026"), LATER)
