"""The page of the translation sheets: what stands there, confirming, withdrawing, and the file for the translator."""

import shutil

import pytest

from letters import compose
from letters.translations import texts as translations
from letters.translations.languages import LANGUAGES
from tests.forms.dump import changes, dump
from tests.forms.pages import flaws, sent_by, tree_of, words_on
from tests.letters import word_text
from workflow.models import Person, TranslationCheck, db

MARK = "nog na te lezen door een vertaler"
ARABIC = "/vertaalbladen/ar/aanmaning"
READ = {"translator": "Vertaalbureau Proef <b>", "confirmed": "y"}


@pytest.fixture
def keeper(staff, enter):
    """The administrator of OCMW Gent, on Monday 2 March 2026."""
    return enter("beheer")


def _confirm(browser, address=ARABIC, **typed):
    fields = sent_by(tree_of(browser.get(address))) | READ | typed
    return browser.post(address, data=fields)


def test_every_sheet_is_listed_with_its_state(keeper):
    page = keeper.get("/vertaalbladen")
    assert flaws(page) == []
    tree = tree_of(page)
    links = {a.get("href") for a in tree.iterfind(".//main//table//a")}
    assert links == {f"/vertaalbladen/{key}/{name}" for key in LANGUAGES for name in translations.SHEETS}
    assert words_on(page).count(MARK) == 40
    assert {bdi.get("lang"): bdi.text for bdi in tree.iter("bdi")} == {x.tag: x.own for x in LANGUAGES.values()}


@pytest.mark.parametrize("key", LANGUAGES)
@pytest.mark.parametrize("name", translations.SHEETS)
def test_a_sheet_stands_in_its_language_beside_the_dutch_letter(keeper, key, name):
    page = keeper.get(f"/vertaalbladen/{key}/{name}")
    assert flaws(page) == []
    language = LANGUAGES[key]
    (sheet,) = tree_of(page).xpath(f"//main//div[@lang='{language.tag}']")
    assert sheet.get("dir") == ("rtl" if language.rtl else "ltr")
    said = " ".join(" ".join(sheet.itertext()).split())
    for block in translations.blocks(name, language, translations.words_of(name, key)):
        assert "".join(block.text.split()) in said.replace(" ", "")
    (notice,) = sheet.xpath("./p[@lang='nl-BE']")
    assert notice.text_content() == "vertaling ter informatie - enkel de Nederlandse tekst geldt"
    assert {each.get("dir") for each in sheet.xpath(".//*[@lang='nl-BE']")} == {"ltr"}
    assert "Een voorbeeld met verzonnen gegevens." in words_on(page)


def test_a_confirmation_says_who_read_it_and_takes_the_mark_away(keeper):
    assert _confirm(keeper).headers["Location"] == ARABIC
    check = db.session.query(TranslationCheck).one()
    person = db.session.query(Person).filter_by(login="beheer").one()
    assert (check.language, check.text, check.translator) == ("ar", "aanmaning", "Vertaalbureau Proef <b>")
    assert check.confirmed_by_id == person.id
    page = keeper.get(ARABIC)
    assert flaws(page) == []
    assert "nagelezen door Vertaalbureau Proef <b> op 02/03/2026 10:00" in words_on(page)
    assert f"Bevestigd door {person.name}." in words_on(page) and MARK not in words_on(page)
    listed = keeper.get("/vertaalbladen")
    assert words_on(listed).count(MARK) == 39 and "nagelezen door Vertaalbureau Proef <b>" in words_on(listed)


def test_a_confirmation_is_withdrawn(keeper):
    _confirm(keeper)
    page = keeper.get(ARABIC)
    answer = keeper.post(f"{ARABIC}/trek_in", data=sent_by(tree_of(page)))
    assert answer.headers["Location"] == ARABIC
    assert db.session.query(TranslationCheck).count() == 0
    assert MARK in words_on(keeper.get(ARABIC))


@pytest.mark.parametrize(("typed", "sentence"), [
    ({"translator": ""}, "Vul de naam van de vertaler in."),
    ({"translator": "x" * 201}, "Gebruik hoogstens 200 tekens."),
    ({"confirmed": ""}, "Vink aan dat je de bevestiging van de vertaler hebt."),
])  # fmt: skip
def test_a_confirmation_without_a_name_or_a_tick_is_refused_and_nothing_is_lost(keeper, typed, sentence):
    before = dump()
    answer = _confirm(keeper, **typed)
    assert flaws(answer, 422) == []
    assert sentence in words_on(answer)
    assert tree_of(answer).get_element_by_id("translator").get("value") == typed.get("translator", READ["translator"])
    assert changes(before, dump()) == []


@pytest.fixture
def text(tmp_path, monkeypatch):
    """The Arabic text of the aanmaning in a folder where it can change."""
    shutil.copytree(compose.WORDS, tmp_path / "words")
    monkeypatch.setattr(compose, "WORDS", tmp_path / "words")
    return tmp_path / "words" / translations.FOLDER / "ar" / "aanmaning.md"


def test_a_text_that_changed_since_it_was_read_is_not_confirmed(keeper, text):
    fields = sent_by(tree_of(keeper.get(ARABIC))) | READ
    text.write_text(text.read_text() + "\nكلمة\n")
    answer = keeper.post(ARABIC, data=fields)
    assert flaws(answer, 409) == []
    assert "De tekst is intussen veranderd. Laat hem opnieuw nalezen." in words_on(answer) and "كلمة" in answer.text
    assert READ["translator"] in tree_of(answer).get_element_by_id("translator").get("value")
    assert keeper.post(ARABIC, data=sent_by(tree_of(answer)) | READ).status_code == 302


def test_a_text_that_changes_afterwards_is_to_be_read_again(keeper, text):
    _confirm(keeper)
    text.write_text(text.read_text() + "\nكلمة\n")
    assert words_on(keeper.get("/vertaalbladen")).count(MARK) == 40
    assert MARK in words_on(keeper.get(ARABIC))


def test_a_sheet_that_is_not_written_yet_is_said_so_and_has_no_page(keeper, text):
    text.unlink()
    page = keeper.get("/vertaalbladen")
    assert flaws(page) == [] and "nog geen tekst" in words_on(page)
    for address in (ARABIC, f"{ARABIC}.docx", "/vertaalbladen/xx/aanmaning", "/vertaalbladen/ar/hoorverslag"):
        assert keeper.get(address).status_code == 404, address


def test_the_translator_gets_the_sheet_as_a_word_file(keeper):
    answer = keeper.get(f"{ARABIC}.docx")
    assert answer.headers["Content-Disposition"] == "attachment; filename=vertaalblad-aanmaning-ar.docx"
    assert word_text.paragraphs(answer.data)[0] == MARK
    _confirm(keeper)
    assert MARK not in word_text.paragraphs(keeper.get(f"{ARABIC}.docx").data)
