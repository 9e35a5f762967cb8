"""Where signing in leads, and what makes and ends a session."""

from datetime import datetime
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

import factories
import pytest

from forms.app import create_app
from tests.forms.pages import sent_by, tree_of
from workflow.models import Person, db


def _try(browser, **more):
    return browser.post("/aanmelden", data={"login": "mw", "password": factories.PASSWORD, **more})


def _person():
    db.session.expire_all()
    return db.session.query(Person).filter_by(login="mw").one()


@pytest.fixture
def browser(app, staff):
    return app.test_client()


INSIDE = ("/dossiers", "/dossiers?zoek=a&na=b", "/zoeken?q=%C3%A9", "/brieven/BR-2026-0001", "/clienten?zoek=//x")
OUTSIDE = (
    "//evil.example", "///evil.example", "////evil.example", "https://evil.example", "https:evil.example",
    "https:/evil.example", "http:evil", "javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,x",
    "\\\\evil.example", "/\\evil.example", "/\\/evil.example", "\\/evil.example", "/\t/evil.example", "/\n/evil.ex",
    "\t//evil.example", " //evil.example", "\x1f//evil.example", "//evil.example\\@x", "//[evil", "//evil\u2100.ex",
    "//evil.example/..", "evil.example", "?x", "@evil.example", ".//evil", "/\x0b/evil.example", "\ufeff//evil.example",
    "/\\\tevil.example", "\x00//evil.example",
)  # fmt: skip


def _opened(location):
    """Resolve an address as a browser does: blanks fall off or out, a backslash is a slash, more than two are two."""
    plain = location.strip("".join(map(chr, range(33)))).translate(str.maketrans("\\", "/", "\t\r\n"))
    if plain.startswith("//"):
        plain = "//" + plain.lstrip("/")
    return urlsplit(urljoin("http://localhost/aanmelden", plain))


@pytest.mark.parametrize("address", OUTSIDE, ids=ascii)
def test_signing_in_never_leads_outside(browser, address):
    page = browser.get(f"/aanmelden?next={quote(address)}")
    typed = sent_by(tree_of(page)) if page.status_code == 200 else {}
    answer = _try(browser, following=typed.get("following", address))
    assert answer.status_code == 302
    assert _opened(answer.headers["Location"])[:3] == ("http", "localhost", "/")


@pytest.mark.parametrize("address", INSIDE)
def test_signing_in_leads_on_to_the_page_that_was_asked(browser, address):
    asked = browser.get(address)
    assert asked.status_code == 302
    form = sent_by(tree_of(browser.get(asked.headers["Location"])))
    wanted = _try(browser, following=form["following"]).headers["Location"]
    assert urlsplit(wanted)[2:] == urlsplit(address)[2:]


def test_what_a_session_held_before_is_gone_after_signing_in(browser, staff):
    with browser.session_transaction() as session:
        session.update(planted="x", organisation="elders", csrf_token="bekend")
    before = browser.get_cookie("session").value
    assert _try(browser).status_code == 302
    assert browser.get_cookie("session").value != before
    with browser.session_transaction() as session:
        assert {"planted", "organisation"} & set(session) == set()
        assert session.get("csrf_token") != "bekend"


def test_signing_out_takes_a_post(browser):
    _try(browser)
    assert browser.get("/afmelden").status_code == 405
    assert browser.get("/").status_code == 200
    assert browser.post("/afmelden").headers["Location"] == "/aanmelden"
    assert browser.get_cookie("session") is None
    assert browser.get("/").status_code == 302


@pytest.mark.parametrize("address", ["/aanmelden", "/afmelden"])
def test_nobody_signs_in_or_out_by_a_form_of_another_site(app, browser, monkeypatch, address):
    _try(browser)
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    assert browser.post(address, data={"login": "mw", "password": factories.PASSWORD}).status_code == 400
    assert browser.get("/").status_code == 200


def _with_cookie(app, value):
    browser = app.test_client()
    browser.set_cookie("session", value)
    return browser.get("/").status_code


def test_an_altered_or_made_up_cookie_is_no_session(app, browser):
    _try(browser)
    cookie = browser.get_cookie("session").value
    body, moment, seal = cookie.rsplit(".", 2)
    assert _with_cookie(app, cookie) == 200
    for other in (body, f"{body}.{moment}.", f"{body}x.{moment}.{seal}", f"{body}.{moment}x.{seal}", cookie[::-1], "x"):
        assert _with_cookie(app, other) == 302, other


@pytest.fixture
def open_another(office, tmp_path):
    """Open another office; its secret and its documents are put away again after the test."""
    yield lambda **config: create_app({"TESTING": True, **config}, tmp_path)
    create_app(instance=Path(office.instance_path))


def test_a_cookie_sealed_by_another_office_is_no_session(app, browser, open_another):
    stranger = open_another()
    other = stranger.session_interface.get_signing_serializer(stranger)
    user = f"{_person().id}:{_person().session_stamp}"
    assert _with_cookie(app, other.dumps({"_user_id": user, "_fresh": True})) == 302
    assert _with_cookie(app, app.session_interface.get_signing_serializer(app).dumps({"_user_id": user})) == 200


@pytest.mark.parametrize("change", [{"session_stamp": "nieuw"}, {"active": False}])
def test_a_new_stamp_or_a_closed_account_ends_every_session(browser, change):
    _try(browser)
    for name, value in change.items():
        setattr(_person(), name, value)
    db.session.commit()
    assert browser.get("/").status_code == 302


def test_a_copied_cookie_is_worth_nothing_after_signing_out(app, browser):
    _try(browser)
    cookie = browser.get_cookie("session").value
    assert _with_cookie(app, cookie) == 200
    browser.post("/afmelden")
    assert _with_cookie(app, cookie) == 302


@pytest.mark.parametrize(("hours", "status"), [(9.99, 200), (10.01, 302)])
def test_a_session_ends_after_ten_hours(app, browser, monkeypatch, hours, status):
    _try(browser)
    later = int(datetime.now().timestamp() + hours * 3600)
    monkeypatch.setattr("itsdangerous.timed.TimestampSigner.get_timestamp", lambda signer: later)
    assert _with_cookie(app, browser.get_cookie("session").value) == status


def test_the_cookie_is_for_this_site_and_not_for_scripts(app, browser, monkeypatch):
    monkeypatch.setitem(app.config, "SESSION_COOKIE_SECURE", True)
    cookie = _try(browser).headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=Lax", "Secure", "Path=/"} <= set(cookie.split("; "))


@pytest.mark.parametrize(("address", "secure"), [("https://x.example", True), ("http://127.0.0.1:8000", False)])
def test_with_a_public_address_under_https_cookies_leave_only_so(open_another, address, secure):
    assert open_another(PUBLIC_URL=address).config["SESSION_COOKIE_SECURE"] is secure


def test_the_office_reads_its_own_settings_and_keeps_its_folder_to_itself(open_another, tmp_path):
    tmp_path.chmod(0o755)
    (tmp_path / "config.py").write_text("PUBLIC_URL = 'https://handreiking.example'")
    assert open_another().config["PUBLIC_URL"] == "https://handreiking.example"
    assert tmp_path.stat().st_mode & 0o077 == 0
