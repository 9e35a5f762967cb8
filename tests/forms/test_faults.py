"""All of it or none of it: whatever breaks in the middle of a step, the database is as it was before."""

from datetime import date

import pytest
from sqlalchemy import event

from forms import actions
from forms.actions import perform
from letters import compose, making, word
from letters.letter import LetterRefused
from letters.store import store
from tests.forms.dump import changes, dump
from tests.forms.pages import words_on
from tests.walks.sanction import BARCODE, FACTS, WARNING
from workflow import baton, chain, deadlines
from workflow.models import Case, Letter, Refusal, db
from workflow.moment import Moment
from workflow.opening import new_case
from workflow.procedures.sanction import SANCTION
from workflow.rows import StepRefused
from workflow.table import Workflow
from workflow.wording import Sentence


class Broken(Exception):
    """What no part of the program raises by itself."""


# where making a warning can break: the name, where it stands, and how many calls go well first
BREAKS = (
    (Workflow, "take", 0),
    (Workflow, "take", 1),  # the letter that is made takes its own first step
    (making, "make", 0),
    (making, "next_reference", 0),
    (making, "check_code", 0),
    (compose, "template", 0),
    (word, "render", 0),
    (making, "to_pdf", 0),
    (store, "put", 0),
    (store, "put", 1),
    (store, "put", 2),
    (deadlines, "follow", 0),
    (chain, "append", 0),
    (chain, "append", 1),
    (actions, "settle", 0),
    (baton, "pass_on", 0),
    (db.session, "commit", 0),
)


def _break(patch, place, name, well, first):
    """Let a function work a number of times; then raise, before or after it did its work."""
    whole, calls = getattr(place, name), []

    def breaking(*args, **kwargs):
        calls.append(1)
        if len(calls) > well and first:
            raise Broken(name)
        made = whole(*args, **kwargs)
        if len(calls) > well:
            raise Broken(name)
        return made

    patch.setattr(place, name, breaking)


@pytest.mark.parametrize(("place", "name", "well"), BREAKS, ids=[f"{name}-{well}" for _, name, well in BREAKS])
@pytest.mark.parametrize("first", [True, False], ids=["before", "after"])
def test_what_breaks_in_the_middle_of_a_step_leaves_nothing_behind(file_at, place, name, well, first):
    file = file_at("gemeld")
    before = dump()
    with pytest.MonkeyPatch.context() as patch:
        _break(patch, place, name, well, first or name == "commit")
        with pytest.raises(Broken):
            file.take("maan_aan", "mw", **WARNING)
    assert changes(before, dump()) == []
    file.take("maan_aan", "mw", **WARNING)
    assert file.case.state == "aanmaning"


def _statements(task, file, stop_at):
    """Run a task with a file; the statement at that place fails."""
    seen = []

    def count(connection, cursor, statement, *rest):
        seen.append(statement)
        if len(seen) == stop_at:
            raise Broken(statement)

    event.listen(db.engine, "before_cursor_execute", count)
    try:
        task(file)
    finally:
        event.remove(db.engine, "before_cursor_execute", count)


def _breaks_everywhere(shelf, name, task):
    """Break a task at each of its statements in turn; nothing is left behind, whichever it was."""
    shelf.put_aside(name)
    place = 0
    while True:
        place += 1
        shelf.take_down(name)
        file, before = shelf.revived(), dump()
        try:
            _statements(task, file, stop_at=place)
        except Broken:
            db.session.rollback()
            assert changes(before, dump()) == [], place
        else:
            return place - 1


def test_whichever_statement_of_a_posting_fails_nothing_is_left_behind(file_at, shelf):
    file_at("aanmaning").sign("aanmaning", "mw", day=date(2026, 3, 3))
    sent = {"way": "aangetekend", "posted_on": date(2026, 3, 3), "registered_number": BARCODE}
    assert _breaks_everywhere(shelf, "getekend", lambda file: file.post("aanmaning", "verzend", "klerk", **sent)) > 10
    assert shelf.revived().case.state == "aangemaand"


def test_whichever_statement_of_an_opening_fails_nothing_is_left_behind(file_at, shelf):
    file_at("gemeld")
    fields = {"breach_type": "vdab", "reported_facts": FACTS, "client_explanation": ""}

    def open_one(file):
        with db.session.no_autoflush:
            case = new_case(db.session(), SANCTION, file.client, Moment(file.now, file.actor("tb")))
            perform(case, "meld", file.actor("tb"), file.now, fields=fields)

    assert _breaks_everywhere(shelf, "tweede", open_one) > 10
    assert db.session.query(Case).count() == 2


def test_a_letter_that_cannot_be_written_refuses_the_step(file_at, monkeypatch):
    file = file_at("gemeld")
    before = dump("refusal")

    def unreadable(*args, **kwargs):
        raise word.LetterFailed("'onbekend' is undefined")

    monkeypatch.setattr(word, "render", unreadable)
    with pytest.raises(StepRefused, match="De brief 'Aanmaning' kan niet gemaakt worden: 'onbekend' is undefined"):
        file.take("maan_aan", "mw", **WARNING)
    assert changes(before, dump("refusal")) == []
    assert db.session.query(Refusal).one().action == "maan_aan"


def test_a_letter_that_lacks_a_mention_refuses_the_step_on_the_page(file_at, enter, monkeypatch):
    file, letters = file_at("gemeld"), db.session.query(Letter).count()

    def refuse(*args, **kwargs):
        raise LetterRefused([Sentence("In de brief ontbreekt iets."), Sentence("En nog iets.")])

    monkeypatch.setattr(making, "make", refuse)
    form = {
        "seen": file.case.version,
        "remedy_by": "23/3/2026",
        **{k: v for k, v in WARNING.items() if isinstance(v, str)},
    }
    answer = enter("mw").post(f"/dossiers/{file.case.reference}/maan_aan", data=form)
    assert answer.status_code == 422
    assert "In de brief ontbreekt iets. En nog iets." in words_on(answer)
    assert db.session.query(Letter).count() == letters and file.case.state == "gemeld"


def test_a_page_that_breaks_says_so_and_nothing_is_half_saved(file_at, enter, app, monkeypatch):
    file, browser = file_at("gemeld"), enter("mw")
    before = dump()
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    _break(monkeypatch, baton, "pass_on", 0, first=True)
    form = {"remark": "gebeld", "seen": file.case.version}
    answer = browser.post(f"/dossiers/{file.case.reference}/noteer", data=form)
    assert answer.status_code == 500
    assert "Er is niets half bewaard" in words_on(answer)
    assert changes(before, dump()) == []
