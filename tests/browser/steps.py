"""What the people of every journey do: take a step, sign and post a letter, look at what is not theirs."""

from concurrent.futures import ThreadPoolExecutor
from itertools import count

import factories

from forms import clock as wall
from letters.signatures.validation import inspect
from workflow.models import Case, Letter, db

NUMBERS = (f"010{number:027}" for number in count(1))
"""A number of its own for every registered letter."""


def state(kind):
    """Look in the database in which state the newest file of a kind stands, and let go of it."""
    db.session.rollback()  # to see what the server wrote meanwhile
    found = db.session.query(Case.state).filter_by(kind=kind).order_by(Case.id.desc()).first()
    db.session.rollback()
    return found[0]


def letter(name):
    db.session.rollback()  # to see what the server wrote meanwhile
    query = db.session.query(Letter.reference).filter(Letter.name == name, Letter.state != "geannuleerd")
    found = query.order_by(Letter.id.desc()).first()
    db.session.rollback()
    return found[0]


def step(desk, file, action, title, **fields):
    """Take a step on the page of a file."""
    desk.go(f"{file}/{action}")
    desk.fill(**fields)
    desk.press(title)
    assert desk.page.locator(".errors").count() == 0, desk.text


def sign(name, *signatories, maker):
    """Put a letter before its signatories, who sign it in their order."""
    page = f"/brieven/{letter(name)}"
    maker.go(page)
    maker.press("Leg voor ter ondertekening")
    for desk in signatories:
        desk.go(page)
        put_signature(desk)


def put_signature(desk):
    """Sign the letter that lies open."""
    desk.fill(read="y", password=factories.PASSWORD)
    desk.press("Onderteken de brief")
    assert desk.page.locator(".errors").count() == 0, desk.text


def post(clerk, name, day):
    """Note that a registered letter left."""
    clerk.go(f"/brieven/{letter(name)}")
    clerk.press("Noteer de verzending")
    clerk.fill(way="aangetekend", registered_number=next(NUMBERS), posted_on=day)
    clerk.press("Noteer de verzending")
    assert clerk.page.locator(".errors").count() == 0, clerk.text


def shut(desk, path):
    """Say whether a page does not exist for somebody."""
    return desk.context.request.get(desk.server + path).status == 404


def stands(desk):
    """Return what the page of a file says of its state."""
    return desk.page.locator("h1 + .tag").inner_text()


def turn(desk):
    """Return who has to do what, as the page of a file says it."""
    return desk.page.locator("[aria-labelledby='aan-zet']").inner_text()


def inspected(pdf, at):
    """Ask pyHanko in a thread of its own: the browser's loop runs in this one."""
    with ThreadPoolExecutor(1) as elsewhere:
        return elsewhere.submit(inspect, pdf, factories.at(at)).result()


def valid_signatures(desk, name, at):
    """Count the signatures on a letter somebody downloads, each of which has to hold."""
    found = inspected(desk.download(f"/brieven/{letter(name)}.pdf"), at)
    assert all(each.valid for each in found), name
    return len(found)


def run_the_clock(app, clock):
    """Let time do its work, in a thread of its own: letters are made and sealed there."""

    def run():
        with app.app_context():
            return wall.run(clock.now)

    with ThreadPoolExecutor(1) as elsewhere:
        return elsewhere.submit(run).result()


def said(*desks):
    """Return everything the consoles said."""
    return [each for desk in desks for each in desk.said]


def flaws_of(pages, places, desk, axe, refused=True):
    """Open each page as the one who may, narrow and wide; return what is wrong with it.

    Unless `refused`, a page that is refused is wrong too.
    """
    wrong, desks = [], {}
    for login, path in pages:
        if login not in desks:
            desks[login] = desk(login)
        sitting = desks[login]
        sitting.said.clear()
        answer = sitting.go(path.format(**places))
        wrong += [] if refused or answer.ok else [(path, answer.status)]
        wrong += sitting.flaws(axe)
        wrong += [(path, said) for said in sitting.said if not (refused and ("404" in said or "403" in said))]
    return wrong
