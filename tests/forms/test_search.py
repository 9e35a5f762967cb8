"""One search box finds a name in any order, a number and a reference, and nothing somebody may not read."""

import re
from itertools import cycle

import factories
import pytest

from tests.forms.pages import flaws, tree_of, words_on
from tests.forms.shelf import NUMBER
from tests.letters import hostile
from tests.walks import meetings
from workflow.models import Client, Letter, Sanction, db

NOTHING = "Geen cliënten gevonden. Probeer een deel van de naam, het rijksregisternummer of een dossiernummer."
PLACES = ("/zoeken?q=", "/clienten?zoek=", "/dossiers?zoek=", "/?zoek=", "/?wie=team&zoek=")


@pytest.fixture
def register(staff):
    """Some clients without a file, at OCMW Gent and Amal; one only at OCMW Evergem. Returns them by last name."""
    names = (
        ("Zoë", "Çelik-Ångström"),
        ("Amina", "El Amrani"),
        ("Amina", "Elmas"),
        ("Łukasz", "100%"),
        ("Ana_Maria", "O'Neill"),
    )
    people = {}
    for i, (first, last) in enumerate(names):
        people[last] = factories.client(f"8802173{i:04d}", first_name=first, last_name=last)
    evergem = [factories.organisation("ocmw_evergem")]
    people["Elders"] = factories.client("88021739999", first_name="Amina", last_name="Elders", shares=evergem)
    db.session.commit()
    return people


def _found(answer):
    """Return the last part of every address of a client or file that a search leads to."""
    if answer.status_code == 302:
        return [answer.headers["Location"].rsplit("/", 1)[1]]
    assert answer.status_code == 200
    links = [a.get("href") for a in tree_of(answer).find(".//main").iter("a")]
    return [link.rsplit("/", 1)[1] for link in links if link.startswith(("/clienten/", "/dossiers/", "/brieven/"))]


def _search(browser, words):
    return browser.get("/zoeken", query_string={"q": words})


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("celik", ["Çelik-Ångström"]),
        ("ÇELIK", ["Çelik-Ångström"]),
        ("c\u0327elik", ["Çelik-Ångström"]),  # the cedilla as a mark of its own
        ("zoe angstrom", ["Çelik-Ångström"]),
        ("Ångström   Zoë", ["Çelik-Ångström"]),
        ("ngstr", ["Çelik-Ångström"]),
        ("amina", ["El Amrani", "Elmas"]),
        ("el am", ["El Amrani", "Elmas"]),
        ("amina el amr", ["El Amrani"]),
        ("el", ["Çelik-Ångström", "El Amrani", "Elmas"]),
        ("%", ["100%"]),
        ("0%", ["100%"]),
        ("_", ["O'Neill"]),
        ("a_m", ["O'Neill"]),
        ("o'n", ["O'Neill"]),
        ("am%na", []),
        ("am_na", []),
        ("\\", []),
        ("celik amina", []),
        ("elders", []),
    ],
)
def test_a_client_is_found_by_any_part_of_the_name_in_any_order(register, enter, words, names):
    answer = _search(enter("mw"), words)
    assert sorted(_found(answer)) == sorted(register[name].id for name in names)
    assert (NOTHING in words_on(answer)) is (not names)


@pytest.mark.parametrize("written", ["{}.{}.{}-{}.{}", "{}{}{}{}{}", " {} {} {} {} {} ", "{}/{}/{}-{}-{}"])
def test_a_file_is_found_by_the_national_number_of_its_client(file_at, enter, written):
    file = file_at("gemeld")
    number = written.format(NUMBER[:2], NUMBER[2:4], NUMBER[4:6], NUMBER[6:9], NUMBER[9:])
    assert _found(_search(enter("mw"), number)) == [file.case.reference]
    assert _found(_search(enter("mw"), number.replace(NUMBER[9:], "00"))) == []
    assert _found(_search(enter("mw"), NUMBER[:10])) == []


def test_a_file_and_a_letter_are_found_by_their_reference(file_at, enter):
    file, browser = file_at("aangemaand"), enter("mw")
    for reference in (file.case.reference, file.letter("aanmaning").reference):
        for words in (reference, reference.lower(), f"  {reference} "):
            assert _found(_search(browser, words)) == [reference]
    for words in ("SD-2026-9999", "BR-2026-9999", "SD-2026-", "SD-2026-0001x", "SD--0001"):
        assert _found(_search(browser, words)) == [], words


def test_an_empty_search_finds_nobody(register, enter):
    browser = enter("mw")
    for words in ("", "   ", "\t", "\x01", "\u0301"):
        assert _found(_search(browser, words)) == [], ascii(words)


def test_clients_come_by_name_and_at_most_fifty(staff, enter):
    for i in range(60):
        factories.client(f"8802173{i:04d}", first_name=f"A{i % 7}", last_name=f"Veel{59 - i:02d}")
    db.session.commit()
    found = _found(_search(enter("mw"), "veel"))
    assert [db.session.get(Client, key).last_name for key in found] == [f"Veel{i:02d}" for i in range(50)]


QUERIES = hostile.STRINGS | hostile.LONG | {"forbidden": "\ufffe\x01", "wild": "%_" * 90, "n": "1" * 11}


ECHOED = re.compile("leaks|invalid HTML: Invalid codepoint")
"""What is no flaw of a page that repeats a question: its words may be those of a template, or control signs."""


def _asks_everywhere(browser, words, places=PLACES):
    """Ask something in every search box; return what is wrong with the answers."""
    for place in places:
        path, name = place.split("?")[0], place.split("?")[1].split("&")[-1].removesuffix("=")
        answer = browser.get(path, query_string={name: words})
        if answer.status_code != 302:
            yield from (f"{place}: {flaw}" for flaw in flaws(answer) if not ECHOED.match(flaw))


def test_no_words_break_a_search_and_they_are_shown_as_they_were_typed(file_at, enter):
    file_at("gemeld")
    browser = enter("mw")
    turns = zip(QUERIES.values(), cycle(PLACES))
    assert [flaw for words, place in turns for flaw in _asks_everywhere(browser, words, [place])] == []
    for name, words in hostile.STRINGS.items():
        answer = _search(browser, words)
        shown = " ".join(f'Gezocht naar "{words.strip()[:200]}"'.split())
        assert answer.status_code == 302 or shown in words_on(answer), name


@pytest.mark.parametrize(
    "words", ["a\x01b", "\ufffe", "\u0301", "%", "\\", "_", "'", "x" * 10_000], ids=lambda text: ascii(text)[:9]
)
def test_no_words_break_a_search_on_either_database(house, people, words):
    browser = house.test_client()
    browser.post("/aanmelden", data={"login": "mw", "password": factories.PASSWORD})
    assert list(_asks_everywhere(browser, words)) == []


FINDS = {
    "mw": "all",
    "hoofd": "all",
    "klerk": "all",
    "tb": "file",
    "contact": "file",
    "partner": "",
    "beheer": "",
    "lid": "",
}


@pytest.mark.parametrize(("login", "finds"), FINDS.items())
def test_everybody_finds_only_what_he_may_read(file_at, enter, login, finds):
    file, browser = file_at("aangemaand"), enter(login)
    case, letter = file.case.reference, file.letter("aanmaning").reference
    for words in ("Amina", NUMBER, case):
        assert _found(_search(browser, words)) == ([case] if finds else []), words
    assert _found(_search(browser, letter)) == ([letter] if finds == "all" else [])
    if not finds:
        assert "Amina" not in words_on(_search(browser, "voorbeeld"))
        assert "Amina" not in words_on(_search(browser, case))


def test_a_member_finds_the_file_on_his_agenda(file_at, enter):
    file, browser = file_at("geagendeerd"), enter("lid")
    for words in (file.case.reference, "Amina", NUMBER):
        assert _found(_search(browser, words)) == [file.case.reference], words
    file.beslist()
    meetings.closed(file, file.session)
    for words in (file.case.reference, "Amina", NUMBER):
        assert _found(_search(browser, words)) == [], words


def test_whoever_is_not_signed_in_finds_the_door(file_at, app):
    file = file_at("gemeld")
    for words in ("Amina", file.case.reference):
        assert _search(app.test_client(), words).headers["Location"].startswith("/aanmelden")


def test_every_file_and_letter_of_the_archive_is_found_by_its_reference(archive, enter):
    browser = enter("mw")
    letters = [letter.reference for letter in db.session.query(Letter) if letter.case.kind == "sanction"]
    for reference in [*archive.values(), *letters]:
        assert _found(_search(browser, reference)) == [reference]
    assert db.session.query(Sanction).count() == len(archive)
