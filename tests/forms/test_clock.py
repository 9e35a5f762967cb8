"""The clock takes what time made possible, once, and one file that fails does not hold up the others."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from forms import actions
from forms import clock as wall
from tests.forms import archive
from tests.forms.dump import changes, dump
from tests.walks import sanction as journey
from workflow.models import Deadline, LogEntry, db


def _ready_to_close(people, clock, number=0):
    """A decided file of which everything is done: only the term of appeal still runs."""
    file = journey.File(people, clock, archive._client(people, "afgesloten", number))
    file.to("kennisgegeven")
    day = date(2026, 5, 4)
    file.take("licht_in_ocmw", "mw", day, ocmw_informed_on=day, ocmw_informed_how="Gesprek")
    file.take("licht_in_amal", "tb", day, amal_informed_on=day, amal_informed_how="Telefoon, met tolk")
    file.take("voer_uit", "mw", date(2026, 6, 2), executed_on=date(2026, 6, 2), execution_note="Betaling aangepast")
    return file


@pytest.fixture
def file(house, people, clock):
    return _ready_to_close(people, clock)


def _last_day(file):
    return file.case.running("beroepstermijn").due_on


def _closings(file):
    return db.session.query(LogEntry).filter_by(chain_id=file.case.id, action="sluit").count()


def _tick(app):
    """Run the command as cron does; return its exit code and what it said."""
    db.session.commit()
    result = app.test_cli_runner().invoke(args=["clock"])
    return result.exit_code, result.output


def test_the_last_day_of_a_term_is_not_over_yet(house, file, clock):
    clock.set(_last_day(file), 23, 59)
    assert _tick(house)[0] == 0  # the first look at a client notes what holds, and tells nobody
    before = dump()
    assert _tick(house) == (0, "Bewogen: niets.\n")
    assert (changes(before, dump()), file.case.state) == ([], "kennisgegeven")


def test_a_step_that_is_due_is_taken_once(house, file, clock):
    clock.set(_last_day(file) + timedelta(days=1), 0, 1)
    assert _tick(house) == (0, f"Bewogen: {file.case.reference}.\n")
    assert (file.case.state, _closings(file)) == ("afgesloten", 1)
    before = dump()
    assert _tick(house) == (0, "Bewogen: niets.\n")
    assert changes(before, dump()) == []


def test_a_clock_that_was_down_for_ten_days_takes_the_step_once_and_writes_the_day_it_did(house, file, clock):
    late = _last_day(file) + timedelta(days=11)
    clock.set(late)
    assert wall.run(clock()) == [file.case.reference]
    assert wall.run(clock()) == []
    clock.set(late + timedelta(days=1))
    assert wall.run(clock()) == []
    assert (file.case.state, file.case.closed_on, _closings(file)) == ("afgesloten", late, 1)
    running = select(Deadline).where(Deadline.case_id == file.case.id, Deadline.status == "loopt")
    assert db.session.scalars(running).all() == []


def test_a_file_that_may_not_close_yet_stays_where_it_is(house, people, clock):
    file = journey.File(people, clock).to("kennisgegeven")
    clock.set(_last_day(file) + timedelta(days=10))
    assert _tick(house) == (0, f"Bewogen: {file.case.reference}.\n")  # its turn is late: the team leads hear of it
    assert _tick(house) == (0, "Bewogen: niets.\n")
    assert (file.case.state, file.case.escalated_on) == ("kennisgegeven", clock().date())


def test_a_file_whose_step_fails_does_not_stop_the_others(house, people, clock, monkeypatch):
    files = [_ready_to_close(people, clock, number) for number in range(3)]
    bad, good = files[1].case, [files[0].case, files[2].case]
    clock.set(_last_day(files[0]) + timedelta(days=1))
    bad_id, whole = bad.id, actions.settle

    def broken(case, when):
        whole(case, when)
        if case.id == bad_id:
            raise OSError("de schijf is vol")

    with monkeypatch.context() as trouble:
        trouble.setattr(actions, "settle", broken)
        code, said = _tick(house)
    assert code == 1
    assert sorted(said.splitlines()[-2].removeprefix("Bewogen: ").removesuffix(".").split(", ")) == sorted(
        case.reference for case in good
    )
    told = f"{bad.reference}: mislukt (OSError('de schijf is vol')). Het dossier bleef zoals het was."
    assert said.splitlines()[-1] == told
    assert [case.state for case in (*good, bad)] == ["afgesloten", "afgesloten", "kennisgegeven"]
    assert [_closings(file) for file in files] == [1, 0, 1]
    assert _tick(house) == (0, f"Bewogen: {bad.reference}.\n")
