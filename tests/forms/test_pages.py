"""Every page, for every role that may open it, with a file in every state, obeys the rules of pages.py."""

import pytest
from factories import PASSWORD

from letters.register import LETTERS
from tests.forms.pages import flaws, tree_of
from workflow.models import AgendaItem, AidPeriod, BcsdSession, Case, Letter, Person, Sanction, db
from workflow.procedures.agenda_item import AGENDA_ITEM
from workflow.procedures.client import CLIENT
from workflow.procedures.post import POST
from workflow.procedures.sanction import SANCTION
from workflow.procedures.session import SESSION
from workflow.register import WORKFLOWS
from workflow.rows import NEW

LOGINS = (
    "klerk", "mw", "hoofd", "secretaris", "lid", "voorzitter", "directeur", "directie", "privacy", "beheer", "tb",
    "contact", "partner",
)  # fmt: skip
PLACES = (
    "/", "/?t=laat&wie=team", "/?zoek=onvindbaar", "/?sorteer=client&wie=team", "/dossiers",
    "/dossiers?zoek=onvindbaar",
    "/clienten", "/clienten?zoek=onvindbaar", "/clienten/nieuw", "/post", "/post?plank=alles", "/post?plank=terug",
    "/post?hoe=gewoon", "/post/lijsten", "/post/omslagen",
    "/zittingen", "/nieuw/session", "/procedures", "/woordenlijst", "/toegankelijkheid", "/zoeken", "/zoeken?q=Zohra",
    "/comite", "/comite/reglement", "/comite/zetels/nieuw", "/zittingen/reeks", "/zittingen/beslissingen",
    "/zittingen/beslissingen/per-jaar",
    "/controle", "/sjablonen", "/sjablonen/aanmaning", *[f"/procedures/{kind}" for kind in WORKFLOWS],
)  # fmt: skip


OF_EVERY_SORT = ("gemeld", "gehoord", "bij_amal")
"""The files of which the clients differ: with leefloon, with its equivalent, with neither."""


def steps_of(workflow, login, state=None):
    """The steps somebody's roles may take with what is there already: in a state, or ever."""
    roles = {grant.role for grant in db.session.query(Person).filter_by(login=login).one().grants}
    rows = [row for row in workflow.steps if roles & set(row.roles) and NEW not in row.sources]
    return sorted({row.action for row in rows if state is None or state in row.sources})


def addresses(login):
    """Every address somebody might open: places, files, letters, clients, sessions, and every step with them."""
    yield from PLACES
    for case in db.session.query(Sanction).order_by(Sanction.reference):
        page = f"/dossiers/{case.reference}"
        yield from (page, *[f"{page}/{action}" for action in steps_of(SANCTION, login, case.state)])
        if case.state in OF_EVERY_SORT:
            yield from (f"/clienten/{case.client_id}", f"/nieuw/sanction/{case.client_id}")
    yield from (f"{page}/{action}" for action in steps_of(SANCTION, login))  # most cannot be taken now
    yield f"{page}?alles=1"
    page = f"/clienten/{case.client_id}"
    yield from (f"{page}/{action}" for action in steps_of(CLIENT, login) if not action.endswith("_feit"))
    yield from (f"{page}/bevoegdheid", f"{page}/bevoegdheid?wat=stopt&dag=31/3/2026", f"{page}/bevoegdheid?wat=x")
    fact = db.session.query(AidPeriod).filter_by(client_id=case.client_id).first()
    yield from (f"{page}/inkomen/{fact.id}/{action}" for action in steps_of(CLIENT, login) if action.endswith("_feit"))
    for letter in {letter.state: letter for letter in db.session.query(Letter)}.values():
        page = f"/brieven/{letter.reference}"
        yield from (page, *[f"{page}/{action}" for action in steps_of(POST, login)])
    for session in db.session.query(BcsdSession):
        page = f"/dossiers/{session.reference}"
        yield from (page, *[f"{page}/{action}" for action in steps_of(SESSION, login, session.state)])
        page = f"/zittingen/{session.reference}"
        yield page
        yield from (f"{page}/punten/{item.id}" for item in session.items)
    for item in {item.state: item for item in db.session.query(AgendaItem)}.values():
        page = f"/zittingen/{item.session.reference}/punten/{item.id}"
        yield from (f"{page}/{action}" for action in steps_of(AGENDA_ITEM, login))


@pytest.fixture
def guard_forms(app, monkeypatch):
    """Turn the protection of forms on, as in real life, once somebody is signed in."""
    return lambda: monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)


@pytest.mark.parametrize("login", LOGINS)
def test_every_page_of_a_role_obeys_the_rules(archive, enter, guard_forms, login):
    browser = enter(login)
    guard_forms()
    answers = {address: browser.get(address) for address in addresses(login)}
    opened = {address: answer for address, answer in answers.items() if answer.status_code not in (302, 403, 404)}
    assert {"/", "/procedures/sanction"} < set(opened)
    assert {answer.status_code for answer in opened.values()} == {200}
    assert {address: found for address, answer in opened.items() if (found := flaws(answer))} == {}


@pytest.mark.parametrize("name", LETTERS)
def test_the_page_of_every_letter_obeys_the_rules(archive, enter, guard_forms, name):
    browser = enter("secretaris" if name in ("oproeping", "notulen") else "mw")
    guard_forms()
    for letter in db.session.query(Letter).filter_by(name=name):
        assert flaws(browser.get(f"/brieven/{letter.reference}")) == []


@pytest.mark.parametrize(("address", "status"), [("/bestaat-niet", 404), ("/clienten", 403), ("/afmelden", 405)])
def test_the_pages_of_refusal_obey_the_rules(archive, enter, address, status):
    assert flaws(enter("lid").get(address), status) == []


@pytest.mark.parametrize("address", ["/aanmelden", "/controle", "/toegankelijkheid", "/controle?code=ABCD"])
def test_the_public_pages_obey_the_rules(app, staff, guard_forms, address):
    guard_forms()
    assert flaws(app.test_client().get(address)) == []


def test_a_failed_sign_in_comes_back_as_a_page_that_obeys_the_rules(app, staff):
    answer = app.test_client().post("/aanmelden", data={"login": "mw", "password": PASSWORD + "x"})
    assert flaws(answer, 422) == []
    assert tree_of(answer).findtext("head/title").startswith("Fout: ")


def test_every_form_is_refused_without_its_token(archive, enter, guard_forms, app):
    browser, before = enter("mw"), db.session.query(Case).count()
    guard_forms()
    case = db.session.query(Case).first()
    addresses = [rule.rule for rule in app.url_map.iter_rules() if "POST" in rule.methods]
    places = {"<reference>": case.reference, "<action>": "noteer", "<kind>": "sanction", "<client_id>": case.client_id}
    places["<int:number>"] = "1"
    for address in addresses:
        for hole, filling in places.items():
            address = address.replace(hole, filling)
        assert flaws(browser.post(address, data={"remark": "zonder bewijs"}), 400) == [], address
    assert db.session.query(Case).count() == before
