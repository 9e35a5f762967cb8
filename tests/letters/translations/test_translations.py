"""Which letter carries a translation sheet, and who read it."""

import shutil
from dataclasses import replace
from datetime import date

import factories
import pytest

from letters import compose, making, preview, word
from letters.copies import number_copies
from letters.letter import To
from letters.post.envelope import fitted
from letters.register import LETTERS
from letters.store import store
from letters.translations import texts as translations
from letters.translations.languages import LANGUAGES
from tests.letters import word_text
from tests.walks import sanction as journey
from workflow.models import TranslationCheck, db
from workflow.moment import Moment

NOTICE = "vertaling ter informatie - enkel de Nederlandse tekst geldt"
MARK = "nog na te lezen door een vertaler"


def blocks(key, name):
    return translations.blocks(name, LANGUAGES[key], translations.words_of(name, key))


@pytest.fixture
def file(staff, clock):
    """A file about which everything is known that an aanmaning says, on Monday 2 March."""
    file = journey.File(staff, clock)
    file.gemeld()
    for name, value in journey.WARNING.items():
        setattr(file.case, name, value)
    return file


@pytest.fixture
def texts(tmp_path, monkeypatch):
    """The words of the letters in a folder where they can change."""
    shutil.copytree(compose.WORDS, tmp_path / "words")
    monkeypatch.setattr(compose, "WORDS", tmp_path / "words")
    return tmp_path / "words" / translations.FOLDER


def when(file):
    return Moment(file.now, file.actor("mw"))


def made(file, name="aanmaning"):
    letter = making.make(db.session(), file.case, name, when(file), "https://handreiking.example")
    letter.state = "ontwerp"
    return letter


def said(letter):
    return word_text.paragraphs(store.get(letter.docx_sha256))


def confirm(file, key="ar", name="aanmaning"):
    translations.confirm(db.session(), name, LANGUAGES[key], "Vertaler Proef", when(file))
    db.session.commit()


class TestLetters:
    def test_a_letter_to_a_client_carries_the_sheet_of_his_language(self, file):
        file.client.contact_language = "Tigrinya"
        letter = made(file)
        assert letter.language == "ti"
        assert said(letter)[-1] == blocks("ti", "aanmaning")[-1].text

    @pytest.mark.parametrize("language", ["", "Nederlands", "Somali"])
    def test_a_client_who_speaks_dutch_or_a_language_without_sheets_gets_the_letter_alone(self, file, language):
        file.client.contact_language = language
        letter = made(file)
        assert letter.language == "" and NOTICE not in said(letter)
        assert store.get(letter.template_sha256) == fitted(compose.template("aanmaning"), file.case.owner.envelope)

    @pytest.mark.parametrize("to", [to for to in To if to is not To.CLIENT])
    def test_a_letter_to_somebody_else_carries_none(self, file, to):
        letter, template = replace(LETTERS["aanmaning"], to=to), compose.template("aanmaning")
        assert translations.added(db.session(), letter, file.client, template) == ("", template)

    def test_a_letter_without_a_text_carries_none(self, file):
        template = compose.template("bevestiging_naleving")
        assert translations.added(db.session(), LETTERS["bevestiging_naleving"], file.client, template)[0] == ""

    def test_every_text_of_a_decision_has_the_same_sheet(self, file):
        for text in LETTERS["beslissing"].texts:
            key, template = translations.added(db.session(), LETTERS["beslissing"], file.client, compose.template(text))
            assert key == "ar"
            assert word_text.paragraphs(template)[-1] == blocks("ar", "beslissing")[-1].text

    def test_the_screen_and_the_numbered_copies_have_it_too(self, file):
        letter = made(file)
        letter.number_of_copies = 2
        number_copies(letter)
        shown = preview.blocks(store.get(letter.template_sha256), letter.facts)
        last = blocks("ar", "aanmaning")[-1].text
        assert "".join(part.text for part in shown[-1].parts) == last
        for copy in (letter, *letter.further_copies):
            assert said(copy)[-1] == last

    def test_the_dutch_words_are_the_same_as_without_it(self, file):
        letter = made(file)
        dutch = word_text.paragraphs(word.render(compose.template("aanmaning"), letter.facts))
        assert said(letter)[: len(dutch)] == dutch
        assert said(letter)[len(dutch)] == MARK


class TestChecks:
    def test_the_mark_stands_above_a_sheet_until_a_translator_has_read_it(self, file):
        assert MARK in said(made(file))
        confirm(file)
        assert MARK not in said(made(file)) and NOTICE in said(made(file))

    def test_it_comes_back_when_the_text_changes(self, file, texts):
        confirm(file)
        path = texts / "ar" / "aanmaning.md"
        path.write_text(path.read_text() + "\nكلمة\n")
        letter = made(file)
        assert MARK in said(letter) and said(letter)[-1] == "كلمة"
        assert translations.check_of(db.session(), "aanmaning", LANGUAGES["ar"]) is None

    def test_it_comes_back_when_the_confirmation_is_withdrawn(self, file):
        confirm(file)
        translations.withdraw(db.session(), "aanmaning", LANGUAGES["ar"])
        assert MARK in said(made(file))
        translations.withdraw(db.session(), "aanmaning", LANGUAGES["ar"])  # nothing left to withdraw
        assert db.session.query(TranslationCheck).count() == 0

    def test_only_the_text_that_was_read_is_confirmed(self, file):
        confirm(file)
        states = translations.states(db.session())
        confirmed = [(n, state.language.key) for n, rows in states.items() for state in rows if state.check]
        assert confirmed == [("aanmaning", "ar")]
        assert all(state.written for rows in states.values() for state in rows)

    def test_who_was_first_counts(self, file):
        confirm(file)
        file.clock.set(date(2026, 3, 3))  # a Tuesday
        translations.confirm(db.session(), "aanmaning", LANGUAGES["ar"], "Iemand anders", when(file))
        (check,) = db.session.query(TranslationCheck)
        assert (check.translator, check.confirmed_at) == ("Vertaler Proef", factories.at(date(2026, 3, 2)))

    def test_a_text_that_does_not_exist_yet_is_not_written(self, file, texts):
        (texts / "ti" / "aanmaning.md").unlink()
        written = {state.language.key: state.written for state in translations.states(db.session())["aanmaning"]}
        assert [key for key, there in written.items() if not there] == ["ti"]
        with pytest.raises(compose.WordsMissing, match="templates/letters/vertaalblad/ti/aanmaning.md"):
            translations.with_sheet(compose.template("aanmaning"), "aanmaning", "ti", True)
