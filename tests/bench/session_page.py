"""What it costs to meet about sixty points: the page of the session, what an open page keeps asking, one vote.

PYTHONPATH=.:tests python tests/bench/session_page.py   measures it in an office of six hundred files.
"""

from datetime import datetime
from itertools import count, cycle
from pathlib import Path

from lxml import html
from meter import HEADING, Figure, cpu_ms
from pages import same_bytes
from sqlalchemy import event

from forms.demo.office import PASSWORD
from workflow.deliberation import VOTES
from workflow.models import AgendaItem, BcsdSession, Sanction, db
from workflow.models.database import for_writing
from workflow.moment import BRUSSELS

POINTS, DECIDED, ROUNDS = 60, 30, 40
READERS = ("secretaris", "voorzitter", "lid")
DRAFT = {"measure": "schorsing", "grounds_law": "Het GPMI legt dit op.", "grounds_facts": "De feiten staan vast."}
FLOOR = "Flask die dezelfde bytes kant-en-klaar geeft"


def figures(app):
    """Measure a full evening halfway: thirty points decided, one being voted on, twenty-nine to come."""
    with app.app_context(), for_writing():
        address, point = _half_way(datetime.now(BRUSSELS))
        engine = db.engine
        db.session.remove()
    for login in READERS:
        browser = _signed_in(app, login)
        yield from _read(engine, browser, f"zitting, {POINTS} punten, {login}", address, 25)
    asked = html.fromstring(browser.get(address).data).get_element_by_id("stand").get("hx-get")
    yield from _read(engine, browser, "zitting, stand zonder nieuws (elke 3 s)", asked, 3)
    yield from _read(engine, browser, "zitting, stand na een stem", asked.partition("&")[0], None)
    yield _vote(browser, f"{address}/punten/{point}/stem")


def _signed_in(app, login):
    browser = app.test_client()
    assert browser.post("/aanmelden", data={"login": login, "password": PASSWORD}).status_code == 302
    return browser


def _read(engine, browser, name, address, aim):
    page = browser.get(address)
    assert page.status_code in (200, 204) and "HX-Refresh" not in page.headers, page.status_code
    yield cpu_ms(name, lambda: lambda: browser.get(address).data, same_bytes(page.data), FLOOR, aim, ROUNDS)
    asked = []
    event.listen(engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    browser.get(address)
    queries = len(asked)
    yield Figure(f"{name}, vragen", "aantal", queries, queries, 0, "", None)


def _vote(browser, address):
    """A member changes his mind: the form is sent, the vote, its entry in the log, and the commit on disk."""
    numbers, choices = count(), cycle(VOTES)

    def ours():
        sent = {"seen": "1", "ticket": f"{next(numbers):032x}", "choosing": next(choices)}
        return lambda: _sent(browser, address, sent)

    return cpu_ms("zitting, één stem", ours, same_bytes(ours()()), FLOOR, None, ROUNDS)


def _sent(browser, address, fields):
    answer = browser.post(address, data=fields)
    assert answer.status_code == 302, answer.text
    return answer.data


def _half_way(now):
    """Fill the agenda of the session that is going on; return its page and the point that is voted on."""
    today = db.session.query(BcsdSession).filter_by(held_on=now.date(), state="geopend")
    session = today.order_by(BcsdSession.id).first()
    for item in session.items:
        item.state, item.choices = "te_behandelen", {}
    before = len(session.items)
    ours = db.session.query(Sanction).filter_by(owner_id=session.owner_id).group_by(Sanction.client_id)
    with db.session.no_autoflush:
        for number, case in enumerate(ours.limit(POINTS - before), 1):
            db.session.add(_point(session, case, number, before + number, now))
    busy = next(item for item in session.items if item.busy)
    db.session.commit()
    return f"/zittingen/{session.reference}", busy.id


def _point(session, case, number, position, now):
    """Put a file on the agenda, read by everybody; the first half decided, some of them with somebody who left."""
    state = "beslist" if number <= DECIDED else "stemming" if number == DECIDED + 1 else "te_behandelen"
    item = AgendaItem(session=session, case=case, position=position, state=state, draft=DRAFT, treated_at=now)
    case.agenda_item_id = item.id
    for seat in session.seats:
        item.mark_read(seat.holder_on(session.held_on).id, now)
    if number % 10 == 0:
        item.recuse(session.seats[number // 10].id, "De cliënt is familie.")
    if state == "beslist":
        item.choices = item.room.closed({seat.id: VOTES[(number + seat.number) % 3] for seat in session.seats})
    return item


if __name__ == "__main__":
    import big_office

    big_office.FILES = 600
    print(HEADING)
    for figure in figures(big_office.open_big_office(Path("build/session-office").resolve())):
        print(figure.as_row(), flush=True)
