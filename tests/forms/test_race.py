"""Two people at the same instant, on SQLite and on PostgreSQL: one wins, the other is told."""

from datetime import date

import factories
import pytest

from forms.actions import Conflict, perform
from tests.forms.at_once import at_once, sending
from tests.walks import meetings
from tests.walks import sanction as journey
from tests.walks.sanction import DECISION, FACTS, SESSION_DAY
from workflow import chain
from workflow.models import AgendaItem, BcsdSession, Case, Client, Decision, LogEntry, db
from workflow.moment import Moment
from workflow.opening import new_case
from workflow.procedures.sanction import SANCTION
from workflow.rows import StepRefused


def _step(case_id, action, actor, now, seen, ticket=None, **fields):
    """A task: read the file as a request does, wait for the others, take the step."""

    def task(barrier):
        if db.engine.dialect.name == "postgresql":  # on SQLite whoever reads for writing holds the lock already
            db.session.get(Case, case_id)
        barrier.wait(30)
        case = db.session.get_one(Case, case_id)
        return perform(case, action, actor, now, fields=fields, seen=seen, ticket=ticket, remark="x").action

    return task


def _intact(case_id):
    case = db.session.get(Case, case_id)
    entries = db.session.query(LogEntry).filter_by(chain_id=case_id).order_by(LogEntry.number)
    return list(chain.breaks(case, entries)) == []


def test_of_two_deciders_exactly_one_wins(house, people, clock):
    file = journey.File(people, clock).to("geagendeerd")
    clock.set(SESSION_DAY, 14)
    file.vote()
    who = file.actor("secretaris")
    decide = _step(file.case.id, "beslis", who, file.now, file.case.version, decision=DECISION)
    answers = at_once(house, decide, decide)
    assert sorted(map(str, answers)) == ["beslis", "the file changed since it was read"]
    assert [type(answer) for answer in answers].count(Conflict) == 1
    assert db.session.query(Decision).count() == 1 and file.case.state == "beslist"
    assert [letter.name for letter in file.case.letters].count("beslissing") == 1
    assert _intact(file.case.id)


@pytest.mark.parametrize("round_", range(3))
def test_of_four_writers_exactly_one_wins(house, people, clock, round_):
    file = journey.File(people, clock).to("gemeld")
    actors = [file.actor(login) for login in ("mw", "mw2", "hoofd", "mw")]
    take_over = {"handler_id": people["mw2"].id}
    tasks = [_step(file.case.id, "wijs_toe", who, file.now, file.case.version, **take_over) for who in actors]
    answers = at_once(house, *tasks)
    assert answers.count("wijs_toe") == 1
    assert [type(answer) for answer in answers].count(Conflict) == 3
    assert file.case.version == 2 and _intact(file.case.id)


def test_of_two_who_saw_nothing_one_is_refused_by_the_law(house, people, clock):
    file = journey.File(people, clock).to("gemeld")
    words = {"closing_reason": "ziekte", "closing_explanation": "Een attest."}
    close = _step(file.case.id, "seponeer", file.actor("mw"), file.now, None, **words)
    answers = at_once(house, close, close)
    assert answers.count("seponeer") == 1
    assert [type(answer) for answer in answers].count(StepRefused) == 1
    assert _intact(file.case.id)


def test_one_form_sent_twice_at_the_same_instant_counts_once(house, people, clock):
    file = journey.File(people, clock).to("gemeld")
    note = _step(file.case.id, "noteer", file.actor("mw"), file.now, file.case.version, ticket="dubbel")
    assert at_once(house, note, note) == ["noteer", "noteer"]
    assert db.session.query(LogEntry).filter_by(action="noteer").count() == 1
    assert _intact(file.case.id)


def _opening(client_id, actor, now, ticket):
    def task(barrier):
        barrier.wait(30)
        client, when = db.session.get_one(Client, client_id), Moment(now, actor)
        with db.session.no_autoflush:
            case = new_case(db.session(), SANCTION, client, when)
            fields = {"breach_type": "afwezig_nt2", "reported_facts": FACTS, "client_explanation": ""}
            entry = perform(case, "meld", actor, now, fields=fields, ticket=ticket)
            return db.session.get_one(Case, entry.chain_id).reference

    return task


def test_files_opened_at_the_same_instant_get_numbers_without_a_gap(house, people, clock):
    client = factories.dated(factories.client(social_worker=people["mw"]))
    now, actor = clock(), factories.acts(people["tb"])
    answers = at_once(house, *[_opening(client.id, actor, now, f"t{i}") for i in range(6)])
    assert sorted(answers) == [f"SD-2026-{number:04d}" for number in range(1, 7)]


def test_a_file_opened_twice_with_one_form_at_the_same_instant_is_one_file(house, people, clock):
    client = factories.dated(factories.client(social_worker=people["mw"]))
    opening = _opening(client.id, factories.acts(people["tb"]), clock(), "een")
    assert at_once(house, opening, opening) == ["SD-2026-0001", "SD-2026-0001"]
    assert db.session.query(Case).count() == 1


def test_two_browsers_that_decide_at_the_same_instant_get_one_page_and_one_conflict(house, people, clock):
    file = journey.File(people, clock).to("geadviseerd")
    session = file.plan_session()
    browsers = []
    for login in ("hoofd", "secretaris"):
        browser = house.test_client()
        assert browser.post("/aanmelden", data={"login": login, "password": factories.PASSWORD}).status_code == 302
        browsers.append(browser)
    form = {"session_id": session.id, "seen": file.case.version, "remark": "", "urgency_reason": ""}
    address = f"/dossiers/{file.case.reference}/agendeer"

    tasks = [sending(browser, address, form | {"ticket": f"t{i}"}) for i, browser in enumerate(browsers)]
    assert sorted(answer.status_code for answer in at_once(house, *tasks)) == [302, 409]
    assert len(db.session.query(BcsdSession).one().items) == 1
    assert file.case.state == "geagendeerd" and date(2026, 4, 28) == session.held_on


def _voting(people, clock):
    """A file of which the vote is open, with everybody there."""
    file = journey.File(people, clock).to("geagendeerd")
    clock.set(SESSION_DAY, 14)
    meetings.opened(file, file.session)
    for action in ("behandel", "open_stemming"):
        perform(file.case.agenda_item, action, file.actor("voorzitter"), file.now)
    return file


def _vote(item_id, actor, now, **fields):
    """A task that takes a step with a point on the agenda."""

    def task(barrier):
        if db.engine.dialect.name == "postgresql":
            db.session.get(AgendaItem, item_id)
        barrier.wait(30)
        item = db.session.get_one(AgendaItem, item_id)
        return perform(item, "stem" if fields else "sluit_stemming", actor, now, fields=fields).action

    return task


def test_thirteen_votes_at_the_same_instant_are_all_there_once(house, people, clock):
    file = _voting(people, clock)
    item, members = file.case.agenda_item, [seat.person for seat in file.session.seats]
    tasks = [_vote(item.id, factories.acts(each), file.now, choosing="voor") for each in members]
    assert at_once(house, *tasks) == ["stem"] * 13
    db.session.expire_all()
    assert sorted(item.choices.values()) == ["voor"] * 13
    assert _intact(file.session.id)


def test_a_vote_at_the_very_closing_is_counted_whole_or_refused(house, people, clock):
    file = _voting(people, clock)
    item, members = file.case.agenda_item, [seat.person for seat in file.session.seats]
    tasks = [_vote(item.id, factories.acts(each), file.now, choosing="tegen") for each in members]
    answers = at_once(house, *tasks, _vote(item.id, file.actor("voorzitter"), file.now))
    db.session.expire_all()
    cast = [answer for answer in answers[:13] if answer == "stem"]
    assert answers[13] == "sluit_stemming" and item.state == "gestemd"
    assert list(item.choices.values()).count("tegen") == len(cast)
    assert len(item.choices) == 13 and _intact(file.session.id)
