"""The register of decisions: who reads it, what stands in it, how it is found, and what every year brought."""

from datetime import date

import factories
import pytest

from tests.forms.dump import changes, dump
from tests.forms.pages import flaws, tree_of, words_on
from tests.walks import meetings
from workflow.models import Case, Decision, db

REGISTER = "/zittingen/beslissingen"
BY_YEAR = f"{REGISTER}/per-jaar"
READERS = ("secretaris", "hoofd", "directeur")
OTHERS = ("klerk", "mw", "lid", "voorzitter", "directie", "privacy", "beheer", "tb", "contact", "partner")
WORDS = {"grounds_law": "RMI-wet", "grounds_facts": "Afwezig", "grounds_measure": "", "hearing_answer": ""}


@pytest.fixture
def file(file_at):
    """A file that was decided on Tuesday 28 April: twelve for, one against."""
    return file_at("beslist")


def _another(file, day, measure="verwittiging", **values):
    """Write another decision in the register, as it was taken before the committee had points."""
    number = 1 + db.session.query(Decision).count()
    kept = {"sanction_id": file.case.id, "number": number, "decided_on": day, "measure": measure, "deferral": "geen"}
    db.session.add(Decision(**kept, **WORDS, **values))
    db.session.commit()


def _rows(answer):
    table = tree_of(answer).xpath("//table")[0]
    return [" ".join(" ".join(row.itertext()).split()) for row in table.xpath("./tbody/tr")]


@pytest.mark.parametrize("login", READERS)
def test_a_decision_stands_in_the_register(file, enter, login):
    browser = enter(login)
    answer = browser.get(REGISTER)
    assert flaws(answer) == []
    row = (
        f"28/04/2026 Amina Voorbeeld {file.case.reference} Schorsing van de uitbetaling "
        f"12 voor, 1 tegen, 0 onthoudingen {file.session.reference} punt 1"
    )
    assert _rows(answer) == [row]
    assert REGISTER in browser.get("/").text and REGISTER in browser.get("/zittingen").text
    for link in tree_of(answer).xpath("//table[1]//a"):
        assert browser.get(link.get("href")).status_code in (200, 302)


@pytest.mark.parametrize("login", OTHERS)
def test_nobody_else_reads_the_register(file, enter, login):
    browser = enter(login)
    assert [browser.get(address).status_code for address in (REGISTER, BY_YEAR)] == [403, 403]
    assert REGISTER not in browser.get("/").text


def test_the_register_of_another_house_is_empty(file, enter):
    evergem = factories.organisation("ocmw_evergem")
    for case in db.session.query(Case):
        case.owner_id = evergem.id
    db.session.commit()
    browser = enter("secretaris")
    answer, years = browser.get(REGISTER), browser.get(BY_YEAR)
    assert flaws(answer) == flaws(years) == []
    assert _rows(answer) == ["Geen beslissingen gevonden."]
    assert "Er is nog niets beslist." in words_on(years)


def test_a_withdrawn_and_an_annulled_decision_stay(file, enter):
    _another(file, date(2026, 3, 31), withdrawn_on=date(2026, 4, 14), withdrawal_reason="Attest.")
    _another(file, date(2025, 3, 31), "geen_sanctie", annulled=True)
    answer = enter("secretaris").get(REGISTER)
    assert flaws(answer) == []
    assert _rows(answer)[1:] == [
        f"31/03/2026 Amina Voorbeeld {file.case.reference} Verwittiging ingetrokken op 14/04/2026 – –",
        f"31/03/2025 Amina Voorbeeld {file.case.reference} Geen sanctie vernietigd door de rechtbank – –",
    ]


def test_who_may_not_read_the_file_sees_its_decision_without_the_client(file, enter):
    file.case.state = "bij_amal"  # the committee has no say any more: the secretary does not read it
    db.session.commit()
    browser = enter("secretaris")
    answer = browser.get(REGISTER)
    assert flaws(answer) == []
    assert _rows(answer)[0].startswith(f"28/04/2026 {file.case.reference} Schorsing")
    assert "Voorbeeld" not in answer.text and f"/dossiers/{file.case.reference}" not in answer.text
    for words in ("voorbeeld", "amina", f"voorbeeld {file.case.reference}", "schorsing amina"):
        assert _rows(browser.get(REGISTER, query_string={"zoek": words})) == ["Geen beslissingen gevonden."]
    assert len(_rows(browser.get(REGISTER, query_string={"zoek": f"{file.case.reference} schorsing"}))) == 1


@pytest.mark.parametrize(("words", "found"), [
    ("", 2), ("voorbeeld", 2), ("AMINA", 2), ("Amína", 2), ("schorsing", 1), ("uitbetaling voorbeeld", 1),
    ("verwit", 1), ("ONV", 0), ("100%", 0), ("_", 0), ("geen", 0), ("'", 0), ("´", 0),
    ("a b c d e f g h i j k l m n o p", 0),
])  # fmt: skip
def test_decisions_are_found_by_words(file, enter, words, found):
    _another(file, date(2026, 3, 31))
    answer = enter("secretaris").get(REGISTER, query_string={"zoek": words})
    assert flaws(answer) == []
    assert tree_of(answer).get_element_by_id("zoek").get("value") == words
    rows = _rows(answer)
    assert (0 if rows == ["Geen beslissingen gevonden."] else len(rows)) == found


def test_a_decision_is_found_by_the_reference_of_its_file(file, enter):
    browser = enter("hoofd")
    for words, found in (
        (file.case.reference, 1),
        (file.case.reference.lower(), 1),
        (file.case.reference[:-1] + "9", 0),
    ):
        assert (file.case.reference in _rows(browser.get(REGISTER, query_string={"zoek": words}))[0]) == bool(found)


@pytest.mark.parametrize(("year", "found"), [
    ("2026", 2), ("2025", 1), ("2024", 0), ("0000", 3), ("9999", 3), ("", 3), ("x", 3), ("²⁰²⁵", 3), ("20260", 3),
])  # fmt: skip
def test_a_year_shows_what_was_decided_in_it(file, enter, year, found):
    _another(file, date(2026, 1, 1))
    _another(file, date(2025, 12, 31))
    answer = enter("secretaris").get(REGISTER, query_string={"jaar": year})
    assert flaws(answer) == []
    rows = _rows(answer)
    assert (0 if rows == ["Geen beslissingen gevonden."] else len(rows)) == found


def test_the_register_is_read_in_pages_and_nothing_is_passed_over(file, enter):
    for number in range(58):
        _another(file, date(2026, 1, 1 + number // 3), "verwittiging" if number % 2 else "geen_sanctie")
    browser, address, seen = enter("secretaris"), f"{REGISTER}?zoek=voorbeeld&jaar=2026", []
    while address:
        answer = browser.get(address)
        assert flaws(answer) == []
        seen += [row.split()[0] for row in _rows(answer)]
        links = tree_of(answer).xpath("//div[@class='pager']//a")
        address = links[0].get("href") if links else ""
    assert len(seen) == 59
    assert seen == sorted(seen, key=lambda day: day.split("/")[::-1], reverse=True)
    for nonsense in ("x", "~", "2026-13-01~x", "2026-01-05", "2026-01-05~"):
        assert flaws(browser.get(REGISTER, query_string={"na": nonsense})) == []


def test_every_year_is_counted(file, enter):
    _another(file, date(2026, 1, 1))
    _another(file, date(2026, 2, 1))
    _another(file, date(2025, 2, 1), "intrekking")
    for day, state in ((date(2025, 6, 3), "verdaagd"), (date(2026, 6, 2), "ingetrokken"), (date(2026, 6, 2), "akte")):
        session = meetings.planned(file, date(2026, 9, 1))
        session.held_on = day
        with db.session.no_autoflush:
            db.session.add(session.add_point(subject="vast", title="Punt", state=state))
    db.session.commit()
    browser = enter("directeur")
    assert BY_YEAR in browser.get(REGISTER).text
    page = browser.get(BY_YEAR)
    assert flaws(page) == []
    table = tree_of(page).xpath("//table")[0]
    cells = [[cell.text_content().strip() for cell in row] for row in table.iter("tr")]
    assert cells == [
        [
            "Jaar", "Geen sanctie", "Verwittiging", "Schorsing van de uitbetaling",
            "Intrekking wegens gebrek aan werkbereidheid", "Alle beslissingen", "Punten: Verdaagd",
            "Punten: Beslissing ingetrokken", "Punten: Verworpen",
        ],
        ["2026", "0", "2", "1", "0", "3", "0", "1", "0"],
        ["2025", "0", "0", "0", "1", "1", "1", "0", "0"],
    ]  # fmt: skip


def test_reading_the_register_changes_nothing(file, enter):
    browser = enter("secretaris")
    before = dump()
    for address in (REGISTER, BY_YEAR):
        browser.get(address)
        assert browser.post(address).status_code == 405
    assert changes(before, dump()) == []
