"""What no browser sends of itself: odd values in the address and in hidden fields are never an accident."""

from itertools import product

import factories
import pytest

from tests.forms.pages import flaws
from tests.walks import sanction as journey
from workflow.models import LogEntry, db

ADDRESSES = {
    "/": ("t", "zoek", "soort", "fase", "wie", "sorteer", "na"),
    "/dossiers": ("zoek", "soort", "fase", "na"),
    "/post": ("plank", "na"),
    "/zoeken": ("q",),
    "/clienten": ("zoek", "na"),
    "/controle": ("code",),
}
ODD = ["", "~", "x~y", "2026-03-02~", "9999-99-99~a", "9" * 4000, "é😀", "%", "-1", "'", "\\", "\ufffe", "a\nb"]
NUL = ["\x00", "a\x00b", "2026-03-02~\x00"]
"""SQLite does not mind them; PostgreSQL cannot even look for them."""


@pytest.fixture
def file(house, people, clock):
    return journey.File(people, clock).to("gemeld")


@pytest.fixture
def browser(house, file):
    signed_in = house.test_client()
    signed_in.post("/aanmelden", data={"login": "mw", "password": factories.PASSWORD})
    return signed_in


@pytest.mark.parametrize("path", ADDRESSES)
def test_an_odd_value_in_the_address_is_no_accident(browser, path):
    strict = db.engine.dialect.name == "postgresql"  # it minds what SQLite takes
    for key, odd in product(ADDRESSES[path], ODD if strict else ODD[::3]):
        for sort in ("termijn", "client", "dossier") if (path, key) == ("/", "na") else ("",):
            answer = browser.get(path, query_string={"sorteer": sort, key: odd})
            assert answer.status_code in (200, 302), (key, odd, sort)


def test_a_nul_in_the_address_is_told(browser):
    for path, keys in ADDRESSES.items():
        for key, odd in product(keys, NUL):
            answer = browser.get(path, query_string={key: odd})
            assert flaws(answer, 400) == []
            assert "Dit verzoek is niet te lezen" in answer.text
    for path in ("/dossiers/\x00", "/brieven/a\x00b", "/clienten/\x00", "/procedures/\x00", "/zittingen/\x00"):
        assert flaws(browser.get(path), 400) == []


@pytest.mark.parametrize("field", ["ticket", "seen", "remark", "shared"])
def test_an_odd_value_in_a_hidden_field_is_no_accident(browser, file, field):
    data = {"remark": "gebeld", "seen": str(file.case.version), "ticket": "a" * 32}
    for odd in (*ODD, *NUL):
        answer = browser.post(f"/dossiers/{file.case.reference}/noteer", data=data | {field: odd})
        assert answer.status_code in (302, 409, 422), odd
    assert db.session.query(LogEntry).filter_by(action="meld").count() == 1


def test_an_odd_name_does_not_sign_in(browser, house):
    for odd in (*ODD, *NUL):
        answer = house.test_client().post("/aanmelden", data={"login": odd, "password": odd})
        assert answer.status_code == 422, odd
