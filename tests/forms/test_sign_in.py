"""Signing in: who comes in, who does not, and how often one may guess."""

from datetime import timedelta
from pathlib import Path

import factories
import pytest
from argon2 import extract_parameters
from conftest import TODAY

from forms import passwords
from tests.forms.pages import flaws, sent_by, tree_of, words_on
from tests.forms.shelf import furnish
from tests.letters import hostile
from workflow.models import Person, db
from workflow.roles import Role

REFUSED = "De gebruikersnaam of het wachtwoord is niet juist. Na vijf fouten wacht je vijf minuten."


def _try(browser, login="mw", password=factories.PASSWORD, **more):
    return browser.post("/aanmelden", data={"login": login, "password": password, **more})


def _person(login="mw"):
    db.session.expire_all()
    return db.session.query(Person).filter_by(login=login).one()


@pytest.fixture(scope="session")
def password_hash():
    """The password as the office keeps it."""
    return passwords.hash_password(factories.PASSWORD)


@pytest.fixture
def staff(app, password_hash):
    """The people of the office, each with that password."""
    return furnish(password_hash)


@pytest.fixture
def browser(app, staff):
    return app.test_client()


@pytest.fixture
def verified(monkeypatch):
    """The hashes that were really verified, in order."""
    seen, verify = [], type(passwords._HASHER).verify
    monkeypatch.setattr(
        type(passwords._HASHER), "verify", lambda hasher, kept, typed: seen.append(kept) or verify(hasher, kept, typed)
    )
    return seen


@pytest.mark.parametrize(
    ("login", "password"),
    [("mw", "verkeerd"), ("mw", factories.PASSWORD + " "), ("niemand", factories.PASSWORD), ("m w", "x"), ("mw", "\0")],
)
def test_a_wrong_password_and_an_unknown_name_get_one_sentence_and_the_same_work(browser, verified, login, password):
    answer = _try(browser, login, password)
    assert flaws(answer, 422) == []
    assert REFUSED in words_on(answer)
    assert sent_by(tree_of(answer)) | {"csrf_token": ""} == {
        "csrf_token": "", "following": "", "login": login, "password": ""
    }  # fmt: skip
    assert [extract_parameters(kept) for kept in verified] == [extract_parameters(passwords.hash_password("x"))]
    assert browser.get("/").status_code == 302


@pytest.mark.parametrize("login", ["mw", "MW", " mw "])
def test_a_name_is_known_in_capitals_too(browser, login):
    assert _try(browser, login).status_code == 302
    assert "Mw Werker" in words_on(browser.get("/"))


def test_whoever_left_the_office_gets_the_same_sentence(browser, verified):
    _person().active = False
    db.session.commit()
    assert REFUSED in words_on(_try(browser))
    assert len(verified) == 1


def test_five_wrong_guesses_lock_one_name_for_five_minutes(browser, clock, app):
    for _ in range(5):
        assert _try(browser, password="gok").status_code == 422
    clock.now += timedelta(minutes=4, seconds=59)
    assert REFUSED in words_on(_try(browser))
    assert _try(app.test_client(), "klerk").status_code == 302
    clock.now += timedelta(seconds=1)
    assert _try(browser).status_code == 302
    assert (_person().failures, _person().locked_until) == (0, None)


def test_a_right_password_forgets_the_wrong_guesses_before(browser):
    for _ in range(4):
        _try(browser, password="gok")
    assert _person().failures == 4
    assert _try(browser).status_code == 302
    assert _person().failures == 0


def test_a_hostile_name_or_password_is_only_wrong(browser):
    for text in (*hostile.STRINGS.values(), "x" * 100_000, "' OR 1=1 --"):
        if text.strip():
            assert _try(browser, text, text).status_code == 422, text


def test_a_password_is_kept_only_as_a_hash(app, browser):
    kept = _person().password_hash
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert passwords.hash_password("x") != passwords.hash_password("x")
    _try(browser)
    files = list(Path(app.instance_path).glob("handreiking.sqlite*"))
    assert not any(factories.PASSWORD.encode() in path.read_bytes() for path in files)


@pytest.mark.parametrize("until", [None, TODAY - timedelta(days=1)])
def test_whoever_holds_no_role_today_comes_no_further_than_the_door(browser, until, password_hash):
    roles = (Role.SOCIAL_WORKER,) if until else ()
    who = factories.person("oud", *roles, password_hash=password_hash)
    for grant in who.grants:
        grant.until_on = until
    db.session.commit()
    _try(browser, "oud")
    for address in ("/", "/dossiers", "/clienten", "/zoeken?q=a", "/post", "/zittingen", "/procedures"):
        assert browser.get(address).status_code == 403, address
