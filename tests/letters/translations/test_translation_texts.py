"""The texts of the translation sheets: all there, only a translation, each in its own language."""

import re
import unicodedata

import pytest

from letters import compose
from letters.register import LETTERS
from letters.translations import texts as translations
from letters.translations.languages import LANGUAGES, named
from letters.translations.translated import Kind, read

NOTICE = "vertaling ter informatie - enkel de Nederlandse tekst geldt"
SCRIPTS = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Arab": "ARABIC", "Ethi": "ETHIOPIC"}

# letters every text of that language has some of, and letters none of them has
TELLING = {
    "ar": ("ة", "پچگژټښ"), "prs": ("پچگ", "ةټښډ"), "ps": ("ښټډې", "ة"), "uk": ("іїє", "ыэёъ"), "bg": ("ъ", "іїєыэё"),
    "tr": ("ğşı", "éțß"), "ro": ("țșă", "ţşğé"), "fr": ("éàê", "ğţșß"), "en": ("w", "éğşțß"), "ti": ("ኣ", "ሏ"),
}  # fmt: skip

every_text = pytest.mark.parametrize(
    ("key", "name"), [(key, name) for key in LANGUAGES for name in translations.SHEETS]
)


def blocks(key, name):
    return translations.blocks(name, LANGUAGES[key], translations.words_of(name, key))


def own_words(key, name):
    """The words that are not Dutch."""
    return "".join(
        each.text for block in blocks(key, name) if not block.dutch for each in block.stretches if not each.dutch
    )


@every_text
class TestEveryText:
    def test_it_has_a_title_and_says_in_dutch_and_in_its_language_that_it_is_only_a_translation(self, key, name):
        title, dutch, own, *rest = blocks(key, name)
        assert (title.kind, title.dutch, dutch.text, dutch.dutch) == (Kind.TITLE, False, NOTICE, True)
        assert all(stretch.bold for stretch in (*dutch.stretches, *own.stretches))
        assert own.kind is Kind.TEXT and own.text not in ("", NOTICE)
        assert not any(stretch.bold for block in rest for stretch in block.stretches)

    def test_it_is_built_as_the_english_one(self, key, name):
        assert [block.kind for block in blocks(key, name)] == [block.kind for block in blocks("en", name)]

    def test_it_is_fixed_text_without_a_place_for_facts(self, key, name):
        words = translations.words_of(name, key)
        assert re.findall(r"\{|\}|\[\[|<!--|__|_{2}|\.\.\.|\d{4}", words) == []

    def test_it_is_in_the_writing_of_its_language(self, key, name):
        letters = [letter for letter in own_words(key, name) if letter.isalpha()]
        script = SCRIPTS[LANGUAGES[key].script]
        assert len(letters) > 300
        assert {letter for letter in letters if not unicodedata.name(letter).startswith(script)} == set()

    def test_it_is_in_its_language_and_not_in_its_neighbour(self, key, name):
        has, lacks = TELLING[key]
        letters = set(own_words(key, name).casefold())
        assert letters & set(has) and not letters & set(lacks)

    def test_every_heading_it_names_stands_in_the_dutch_letter(self, key, name):
        texts = LETTERS[name].texts if name in LETTERS else ()
        headings = set(re.findall(r"^## (.+?)\??$", "\n".join(map(compose.words_of, texts)), re.MULTILINE))
        quoted = re.findall("[“«„]\u00a0?([A-Z][a-z ]+)", translations.words_of(name, key))
        assert {heading for heading in quoted if heading not in headings} == set()


@pytest.mark.parametrize("name", translations.SHEETS)
def test_a_text_names_the_same_headings_in_every_language(name):
    named_in = {key: re.findall("[“«„]\u00a0?([A-Z][a-z ]+)", translations.words_of(name, key)) for key in LANGUAGES}
    assert {key for key, found in named_in.items() if found != named_in["en"]} == set()


def test_there_is_no_text_of_another_letter_or_language():
    folder = compose.WORDS / translations.FOLDER
    found = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert found == {f"{key}/{name}.md" for key in LANGUAGES for name in translations.SHEETS}


def test_every_letter_with_a_sheet_has_a_title():
    titles = [translations.title_of(name) for name in translations.SHEETS]
    assert titles == ["Aanmaning", "Uitnodiging om gehoord te worden", "Beslissing van het BCSD",
                      "Brief aan de cliënt over de doorverwijzing"]  # fmt: skip


@pytest.mark.parametrize(
    ("dutch", "key"), [("Arabisch", "ar"), (" dari ", "prs"), ("OEKRAÏENS", "uk"), ("Nederlands", None), ("", None)]
)
def test_a_language_is_found_by_its_dutch_name(dutch, key):
    assert named(dutch) is (LANGUAGES[key] if key else None)


def test_languages_stand_in_the_order_of_their_dutch_names():
    names = [language.dutch for language in LANGUAGES.values()]
    assert names == sorted(names) and len(names) == 10


class TestReading:
    WORDS = "## Titel\n\n**Nederlands**\n\n**eigen**\n\n{}"

    def stretches(self, key, text, headings=()):
        block = read(self.WORDS.format(text), LANGUAGES[key], headings)[-1]
        return [(each.text, each.dutch) for each in block.stretches]

    def test_a_heading_of_the_letter_is_dutch(self):
        text, headings = "Sous “Wat nu?” vous lisez.", {"Wat nu?", "Wat"}
        assert self.stretches("fr", text, headings) == [("Sous “", False), ("Wat nu?", True), ("” vous lisez.", False)]
        assert self.stretches("fr", text) == [(text, False)]

    def test_in_another_writing_every_latin_word_is_dutch(self):
        assert self.stretches("uk", "Комітет (BCSD) OCMW Gent, 3.") == [
            ("Комітет (", False), ("BCSD", True), (") ", False), ("OCMW Gent", True), (", 3.", False),
        ]  # fmt: skip

    def test_a_question_mark_stays_with_its_words_in_text_from_right_to_left(self):
        assert self.stretches("ar", "تحت Wat nu? تقرأ") == [("تحت ", False), ("Wat nu?\u200e", True), (" تقرأ", False)]
        assert self.stretches("ti", "ኣብ Wat nu?") == [("ኣብ ", False), ("Wat nu?", True)]
