"""Two clerks at the same instant, on SQLite and on PostgreSQL: a letter comes on one list, a code on one letter."""

from datetime import date

import factories
import pytest

from tests.forms.at_once import at_once, sending
from tests.forms.pages import flaws, words_on
from tests.forms.post_letters import LIST, codes, items, listed, twins
from tests.walks import sanction as journey
from workflow.models import Deposit, DepositItem, LogEntry, db


@pytest.fixture
def file(house, people, clock):
    """A file whose warning was signed on Tuesday 3 March 2026, in the house of either database."""
    file = journey.File(people, clock).to("aanmaning")
    file.sign("aanmaning", "mw", day=date(2026, 3, 3))
    return file


@pytest.fixture
def browsers(house, file):
    """A clerk and a social worker, each at a browser."""
    found = []
    for login in ("klerk", "mw"):
        browser = house.test_client()
        assert browser.post("/aanmelden", data={"login": login, "password": factories.PASSWORD}).status_code == 302
        found.append(browser)
    return found


@pytest.mark.parametrize("round_", range(3))
def test_a_letter_that_two_put_on_a_list_comes_on_one(house, browsers, file, round_):
    warning = file.letter("aanmaning")
    first, second, third = twins(warning, 3)
    sent = ([first, warning.reference, second], [third, second, warning.reference])
    tasks = [
        sending(browser, LIST, {"brief": letters, "lijst": "aangetekend"})
        for browser, letters in zip(browsers, sent, strict=True)
    ]
    answers = at_once(house, *tasks)
    won, lost = sorted(answers, key=lambda answer: answer.status_code)
    assert (won.status_code, lost.status_code) in ((302, 422), (302, 409))
    assert flaws(lost, lost.status_code) == []
    assert f"{warning.reference} staat al op afgiftelijst AL-2026-0001" in words_on(lost)
    assert db.session.query(Deposit).count() == 1 and db.session.query(DepositItem).count() == 3


def test_a_code_that_two_scan_for_two_letters_comes_on_one(house, browsers, file):
    (code,) = codes(1)
    names = twins(file.letter("aanmaning"), 2)
    lists = [listed(browser, [name]) for browser, name in zip(browsers, names, strict=True)]
    tasks = [
        sending(browser, f"{address}/barcodes", {f"code-{name}": code})
        for browser, address, name in zip(browsers, lists, names, strict=True)
    ]
    won, lost = sorted(at_once(house, *tasks), key=lambda answer: answer.status_code)
    assert (won.status_code, lost.status_code) == (302, 422)
    assert "Deze code staat al bij brief" in words_on(lost)
    assert sorted(item.barcode or "" for address in lists for item in items(address)) == ["", code]


def test_a_list_that_two_hand_over_leaves_once(house, browsers, file):
    names = twins(file.letter("aanmaning"), 3)
    address = listed(browsers[0], names)
    browsers[0].post(f"{address}/barcodes", data={"codes": "\n".join(codes(3))})
    seen = {f"seen-{item.letter.reference}": item.letter.version for item in items(address)}
    tasks = [
        sending(browser, f"{address}/afgifte", seen | {"posted_on": "3/3/2026", "ticket": f"t{i}"})
        for i, browser in enumerate(browsers)
    ]
    answers = at_once(house, *tasks)
    assert {answer.status_code for answer in answers} <= {302, 422}
    assert [item.letter.state for item in items(address)] == ["verzonden"] * 3
    assert db.session.query(LogEntry).filter_by(action="verzend").count() == 3
