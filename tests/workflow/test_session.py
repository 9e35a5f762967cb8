"""The session of the committee: planned, closed when every item has its outcome, or cancelled."""

import pytest

from tests.workflow.dates import day
from tests.workflow.every_row import tried
from tests.workflow.files import sanction, session
from tests.workflow.spoils import put


def refused(action, change=None, **where):
    return bool(tried("session", action, change, **where))


@pytest.mark.parametrize("missing", ["held_on", "starts_at", "place"])
def test_a_session_has_a_day_an_hour_and_a_place(missing):
    assert refused("plan", put(**{missing: None}))


@pytest.mark.parametrize(("on", "no"), [("Mon 27/04/2026", False), ("Tue 28/04/2026", True)])
def test_a_session_is_planned_before_its_day(on, no):
    assert refused("plan", on=day(on)) is no


@pytest.mark.parametrize(("on", "no"), [("Sun 01/03/2026", True), ("Mon 02/03/2026", False)])
def test_a_session_closes_from_its_own_day(on, no):
    assert refused("sluit", on=day(on)) is no


@pytest.mark.parametrize("action", ["sluit", "annuleer"])
@pytest.mark.parametrize("outcome", ["beslist", "verdaagd", "ingetrokken"])
def test_every_outcome_settles_an_item(action, outcome):
    def with_item(row):
        sanction("geagendeerd").put_on_agenda(row, outcome=outcome)

    assert not refused(action, with_item)


def test_the_open_items_are_named():
    def with_two(row):
        for number in ("0007", "0008"):
            case = sanction("geagendeerd")
            case.reference = f"SD-2026-{number}"
            case.put_on_agenda(row)

    assert tried("session", "sluit", with_two) == ["Nog niet elk punt heeft een uitkomst: SD-2026-0007, SD-2026-0008."]
    assert tried("session", "annuleer", with_two) == ["Er staan nog dossiers op de agenda: verdaag ze eerst."]


def test_a_session_is_not_cancelled_without_a_reason():
    assert refused("annuleer", put(cancel_reason=""))


def test_files_stand_on_the_agenda_in_the_order_in_which_they_came():
    row, first, second = session(), sanction("geadviseerd"), sanction("geadviseerd")
    items = [case.put_on_agenda(row) for case in (first, second)]
    assert [item.position for item in items] == [1, 2]
    assert row.open_items == row.items == items
    assert (first.agenda_item, second.agenda_item) == tuple(items)


def test_the_log_of_a_session_is_its_own():
    row = session()
    assert row.chain is row
