"""The work list and the list of files: tiles that count what they show, filters, sorting, pages, odd addresses."""

from datetime import date, datetime
from itertools import product

import factories
import pytest

from forms.demo.people import national_number
from forms.worklist import TILES
from tests.forms.archive import NAMES
from tests.forms.pages import tree_of, words_in
from tests.walks import sanction as journey
from workflow.models import Case, Client, db
from workflow.models.database import FAR_AWAY
from workflow.procedures.sanction import SANCTION

LOGINS = ("mw", "hoofd", "klerk", "secretaris", "voorzitter", "tb", "beheer")
MANY = 60
MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 4, 14)


@pytest.fixture
def crowd(app, shelf):
    """An office with sixty files that were just reported: many names, and names that many share."""
    if "drukte" not in shelf.moments:
        people = shelf.staff()
        shelf.clock.set(MONDAY)
        for number in range(MANY):
            name = ("Ö~zgür & Co", "Aarts", "de l'Été", f"Zwaan{number}")[number % 4]
            who = factories.client(
                national_number(date(1988, 2, 17), 100 + number), last_name=name, social_worker=people["mw"]
            )
            journey.File(people, shelf.clock, factories.dated(who)).to("gemeld")
        shelf.put_aside("drukte")
    shelf.take_down("drukte")


def _table(page):
    return [[words_in(cell) for cell in row] for row in page.findall(".//tbody/tr") if len(row) > 1]


def _rows(browser, path="/", **asked):
    """Walk through all pages of a list as a browser does; return its rows."""
    answer, rows = browser.get(path, query_string=asked), []
    while True:
        page = tree_of(answer)
        shown = _table(page)
        assert answer.status_code == 200 and len(shown) <= 25
        rows += shown
        following = page.findall(".//div[@class='pager']//a")
        if not following:
            return rows
        assert len(shown) == 25
        answer = browser.get(following[0].get("href"))


def _tiles(browser, whose):
    tiles = tree_of(browser.get("/", query_string={"wie": whose})).findall(".//nav[@class='tiles']/a")
    return {key: (int(tile.findtext("b")), tile.get("href")) for (key, *_), tile in zip(TILES, tiles, strict=True)}


def test_every_tile_counts_what_its_list_shows(archive, enter, clock):
    counted = {key: 0 for key, *_ in TILES}
    for day in (clock().date(), TUESDAY):
        clock.set(day)
        for login, whose in product(LOGINS, ("ik", "team")):
            browser = enter(login)
            for key, (count, href) in _tiles(browser, whose).items():
                shown = _rows(browser, t=key, wie=whose)
                assert count == len(shown) == len(_table(tree_of(browser.get(href)))), (day, login, whose, key)
                counted[key] += count
    assert all(counted.values())


def _last_day(row):
    return datetime.strptime(row[0][:10], "%d/%m/%Y").date() if row[0][0].isdigit() else FAR_AWAY


def test_a_tile_shows_the_tasks_of_its_days(archive, enter, clock):
    browser = enter("mw")
    for day, sunday in ((clock().date(), date(2026, 9, 20)), (TUESDAY, date(2026, 4, 19))):
        clock.set(day)
        everything = [(_last_day(row), row) for row in _rows(browser)]
        assert _rows(browser, t="laat") == [row for due, row in everything if due < day]
        assert _rows(browser, t="vandaag") == [row for due, row in everything if due == day]
        assert _rows(browser, t="week") == [row for due, row in everything if day <= due <= sunday]
        assert all("Wacht tot" in row[5] for row in _rows(browser, t="wacht"))
        assert not any("Wacht tot" in row[5] for _due, row in everything)


def test_whose_turn_it_is_can_be_asked_for_the_team(archive, enter):
    mine, team = _rows(enter("mw")), _rows(enter("mw"), wie="team")
    assert len(mine) > 5 and all(row in team for row in mine)
    colleague = _rows(enter("mw2"))
    assert [row for row in colleague if row[5] == "Mw Werker"] == []
    assert len(_rows(enter("mw2"), wie="team")) == len(team) > len(colleague)


@pytest.mark.parametrize("path", ["/", "/dossiers"])
def test_a_list_can_be_narrowed_to_a_state_and_a_kind(archive, enter, path):
    browser = enter("mw")
    everything, column = _rows(browser, path), 4 if path == "/" else 2
    assert _rows(browser, path, soort="sanction") == everything
    assert _rows(browser, path, soort="iets anders") == []
    narrowed = {state.short: _rows(browser, path, fase=state.key) for state in SANCTION.states}
    assert {short: rows for short, rows in narrowed.items() if rows} == {
        short: [row for row in everything if row[column] == short] for short in {row[column] for row in everything}
    }


@pytest.mark.parametrize("words", ["Claes", "zohra CLAES", "claes zoh", "  laes  ", "{reference}", "{number}"])
def test_a_list_can_be_searched_by_name_and_reference(archive, enter, words):
    reference = archive["aangemaand"]
    words = words.format(reference=reference.lower(), number=reference[3:])
    browser = enter("mw")
    assert {row[3].split()[0] for row in _rows(browser, zoek=words)} == {reference}
    assert [row[0].split()[0] for row in _rows(browser, "/dossiers", zoek=words)] == [reference]


@pytest.mark.parametrize("words", ["Claes Bakkers", "%", "_", "\\", "*", "' OR 1=1 --", "x" * 5000])
def test_words_that_nobody_has_find_nothing(archive, enter, words):
    assert _rows(enter("mw"), zoek=words) == _rows(enter("mw"), "/dossiers", zoek=words) == []


def test_every_file_somebody_may_read_is_in_the_list_of_files(archive, enter):
    shown = _rows(enter("mw"), "/dossiers")
    assert sorted(row[0].split()[0] for row in shown) == sorted(archive.values())
    assert {row[1].split()[1] for row in shown} == set(NAMES.values())


@pytest.mark.parametrize("sort", ["termijn", "client", "dossier", "onbekend"])
def test_the_pages_show_every_task_once_in_the_order_that_was_asked(crowd, enter, sort):
    references = [row[3].split()[0] for row in _rows(enter("mw"), sorteer=sort)]
    names = dict(db.session.query(Case.reference, Client.search_name).join(Case.client))
    assert sorted(references) == sorted(names)
    orders = {"client": [names[reference] for reference in references], "dossier": references}
    assert orders.get(sort, []) == sorted(orders.get(sort, []))
    assert len(set(names.values())) > 10


def test_the_list_of_files_shows_every_file_once_the_newest_first(crowd, enter):
    references = [row[0].split()[0] for row in _rows(enter("mw"), "/dossiers")]
    assert references == sorted(db.session.scalars(db.select(Case.reference)), reverse=True)


def test_the_next_page_and_the_order_keep_what_was_asked(crowd, enter):
    asked = {"wie": "team", "zoek": "zgur", "fase": "gemeld", "soort": "sanction", "sorteer": "client"}
    assert len(_rows(enter("hoofd"), **asked)) == 0
    browser = enter("mw2")
    asked["zoek"] = "a"
    assert len(_rows(browser, **asked)) == MANY
    page = tree_of(browser.get("/", query_string=asked))
    links = [*page.findall(".//th/a"), *page.findall(".//div[@class='pager']//a")]
    assert len(links) == 4
    for link in links:
        for word in ("wie=team", "zoek=a", "fase=gemeld", "soort=sanction"):
            assert word in link.get("href"), (word, link.get("href"))
