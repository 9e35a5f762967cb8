"""Deposit lists: which letters stand on one, in which order, and why one cannot."""

from datetime import date

import pytest

from tests.forms.dump import changes, dump
from tests.forms.pages import flaws, tree_of, words_on
from tests.forms.post_letters import LIST, items, letter, listed, twins
from workflow.models import Deposit, DepositItem, db

SIGNED = date(2026, 3, 3)  # a Tuesday


@pytest.fixture
def signed(file_at):
    """A warning that is signed and lies in the post room."""
    file = file_at("aanmaning")
    file.sign("aanmaning", "mw", day=SIGNED)
    return file.letter("aanmaning")


@pytest.fixture
def clerk(signed, enter):
    return enter("klerk")


def _made(browser, **sent):
    """Try to make a list that has to be refused; nothing changes."""
    before = dump()
    answer = browser.post(LIST, data={"plank": "versturen", "brief": [], "lijst": "aangetekend"} | sent)
    assert flaws(answer, answer.status_code) == []
    assert changes(before, dump()) == []
    return answer


def test_a_list_holds_the_ticked_letters_in_the_order_of_the_page(clerk, signed):
    references = [*twins(signed, 3), signed.reference]
    address = listed(clerk, references, rp="y")
    assert address == f"{LIST}/AL-2026-0001"
    assert [item.letter.reference for item in items(address)] == references
    deposit = db.session.query(Deposit).one()
    assert (deposit.way, deposit.rp, deposit.made_by.login, deposit.open) == ("aangetekend", True, "klerk", True)
    page = clerk.get(address)
    assert flaws(page) == []
    assert words_on(page).index(references[0]) < words_on(page).index(references[3])


def test_the_shelf_shows_on_which_list_a_letter_stands_and_offers_no_tick(clerk, signed):
    (twin,) = twins(signed, 1)
    listed(clerk, [signed.reference])
    shelf = tree_of(clerk.get("/post"))
    assert [tick.get("value") for tick in shelf.findall(".//input[@name='brief']")] == [twin]
    assert shelf.find(f".//a[@href='{LIST}/AL-2026-0001']").text == "AL-2026-0001"


def test_letters_are_added_to_a_list_that_is_open(clerk, signed):
    first, second, third = twins(signed, 3)
    address = listed(clerk, [first, second])
    assert listed(clerk, [third, signed.reference], way="AL-2026-0001") == address
    assert [item.letter.reference for item in items(address)] == [first, second, third, signed.reference]


def test_the_shelf_can_be_narrowed_to_one_way_of_the_post(clerk, signed):
    (ordinary,) = twins(signed, 1, to_be_sent="gewoon")
    shown = [tick.get("value") for tick in tree_of(clerk.get("/post?hoe=gewoon")).findall(".//input[@name='brief']")]
    assert shown == [ordinary]


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Vink minstens één brief aan."),
        ({"brief": ["BR-2026-0001"], "lijst": ""}, "Kies op welke lijst de brieven komen."),
        ({"brief": ["BR-2026-0001"], "lijst": "duif"}, "Kies op welke lijst de brieven komen."),
        ({"brief": ["BR-2026-0001"], "lijst": "AL-2026-0009"}, "Kies op welke lijst de brieven komen."),
        ({"brief": ["BR-1999-0001"]}, "BR-1999-0001 ligt niet klaar om te vertrekken."),
        ({"brief": ["<b>" + "x" * 100]}, f"<b>{'x' * 37} ligt niet klaar om te vertrekken."),
        ({"brief": ["BR-2026-0001"], "lijst": "gewoon", "rp": "y"}, "RP kan alleen op een lijst van aangetekende"),
        ({"brief": ["BR-2026-0001"], "lijst": "gewoon"}, "BR-2026-0001 moet aangetekend of tegen ontvangstbewijs"),
    ],
)
def test_a_list_that_cannot_be_is_refused_and_the_ticks_stay(clerk, signed, sent, sentence):
    answer = _made(clerk, **sent)
    assert answer.status_code == 422
    assert sentence in words_on(answer)
    ticked = tree_of(answer).findall(".//input[@name='brief'][@checked]")
    assert [tick.get("value") for tick in ticked] == [each for each in sent.get("brief", []) if each == "BR-2026-0001"]


@pytest.mark.parametrize(
    "values",
    [{"state": "ter_ondertekening"}, {"state": "geannuleerd"}, {"to_be_sent": None}],
)
def test_a_letter_that_cannot_leave_is_put_on_no_list(clerk, signed, values):
    (twin,) = twins(signed, 1, **values)
    answer = _made(clerk, brief=[signed.reference, twin])
    assert f"{twin} ligt niet klaar om te vertrekken." in words_on(answer)


def test_a_letter_stands_on_one_list_only(clerk, signed, enter):
    (twin,) = twins(signed, 1)
    listed(enter("mw"), [signed.reference])
    answer = _made(clerk, brief=[twin, signed.reference])
    assert answer.status_code == 422
    assert f"{signed.reference} staat al op afgiftelijst AL-2026-0001 van Mw Werker." in words_on(answer)
    assert db.session.query(DepositItem).count() == 1


def test_a_letter_ticked_twice_stands_on_the_list_once(clerk, signed):
    assert len(items(listed(clerk, [signed.reference, signed.reference]))) == 1


def test_a_list_does_not_grow_without_end(clerk, signed, monkeypatch):
    monkeypatch.setattr("forms.deposits.making.LONGEST", 2)
    references = twins(signed, 3)
    assert "Op een lijst staan hoogstens 2 brieven." in words_on(_made(clerk, brief=references))
    address = listed(clerk, references[:2])
    answer = _made(clerk, brief=references[2:], lijst=address.rsplit("/", 1)[1])
    assert "Op een lijst staan hoogstens 2 brieven." in words_on(answer)


def test_a_letter_is_taken_off_and_can_be_put_on_another_list(clerk, signed):
    first, second, third = twins(signed, 3)
    address = listed(clerk, [first, second, third])
    answer = clerk.post(f"{address}/haal_af", data={"brief": second}, follow_redirects=True)
    assert f"{second} staat niet meer op de lijst." in words_on(answer)
    assert [item.letter.reference for item in items(address)] == [first, third]
    assert listed(clerk, [second]) == f"{LIST}/AL-2026-0002"
    answer = clerk.post(f"{address}/haal_af", data={"brief": second}, follow_redirects=True)
    assert "Deze brief staat niet meer op de lijst." in words_on(answer)


def test_a_letter_that_left_stays_on_its_list(clerk, signed):
    address = listed(clerk, [signed.reference])
    row = letter(signed.reference)
    row.state, row.way, row.posted_on, row.registered_number = "verzonden", "aangetekend", SIGNED, "010"
    db.session.commit()
    answer = clerk.post(f"{address}/haal_af", data={"brief": signed.reference}, follow_redirects=True)
    assert f"{signed.reference} is al vertrokken en blijft op de lijst." in words_on(answer)
    assert len(items(address)) == 1
    assert "Afgehandeld" in words_on(clerk.get(LIST))


def test_an_empty_list_keeps_its_number(clerk, signed):
    address = listed(clerk, [signed.reference])
    clerk.post(f"{address}/haal_af", data={"brief": signed.reference})
    assert "Deze lijst is leeg." in words_on(clerk.get(address))
    assert "Leeg" in words_on(clerk.get(LIST))
    assert listed(clerk, [signed.reference]) == f"{LIST}/AL-2026-0002"


def test_the_lists_come_page_by_page(clerk, signed):
    made = [listed(clerk, [reference]).rsplit("/", 1)[1] for reference in twins(signed, 27)]
    seen, address = [], LIST
    while address:
        page = tree_of(clerk.get(address))
        seen += [link.text for link in page.findall(".//a[@class='title-link']")]
        following = page.find(".//div[@class='pager']//a")
        address = "" if following is None else following.get("href")
    assert seen == made[::-1]


def test_a_page_of_sixty_letters_is_light_enough(clerk, signed):
    references = twins(signed, 60)
    assert flaws(clerk.get("/post")) == []
    page = clerk.get(listed(clerk, references))
    assert flaws(page) == []
    assert len(tree_of(page).findall(".//input[@data-scan]")) == 60
