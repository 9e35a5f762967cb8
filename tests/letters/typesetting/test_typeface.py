"""Which face shows a character, how wide it is, and in which order text of two directions stands."""

import pytest

from letters.typesetting import directions, shaping, typeface
from letters.typesetting.document import Look

PLAIN = Look()
LIBERATION, DEJAVU = "LiberationSans-Regular", "DejaVuSans"
ARABIC, ETHIOPIC = "NotoNaskhArabic-Regular", "NotoSansEthiopic-Regular"


def split(text, look=PLAIN):
    return [(each.text, each.face.name, each.level) for each in stretches(text, look)]


def stretches(text, look=PLAIN, base=0):
    return list(shaping.stretches(text, look, directions.levels(text, base)))


def drawn(stretch):
    """The characters of the glyphs, from left to right."""
    return "".join(stretch.face.letters.get(glyph.number, "?") for glyph in stretch.glyphs)


def seen(text):
    """Return the stretches from left to right, as their level and words."""
    stretched = stretches(text)
    return [stretched[i].text for i in directions.visual([each.level for each in stretched])]


class TestFaces:
    @pytest.mark.parametrize(
        ("look", "name"),
        [
            (Look(), LIBERATION),
            (Look(bold=True), "LiberationSans-Bold"),
            (Look(italic=True), "LiberationSans-Italic"),
            (Look(bold=True, italic=True), "LiberationSans-BoldItalic"),
        ],
    )
    def test_every_look_has_its_face(self, look, name):
        assert typeface.of(look).name == name

    def test_a_face_is_opened_once(self):
        assert typeface.face(LIBERATION) is typeface.of(PLAIN)

    def test_the_measures_are_those_of_arial(self):
        face = typeface.of(PLAIN)
        assert face.width("Gent", 1000) == pytest.approx(778 + 556 + 556 + 278, abs=1)
        assert face.ascent + face.descent == pytest.approx(1.149, abs=0.001)

    def test_a_width_grows_with_the_size(self):
        face = typeface.of(PLAIN)
        assert face.width("woord", 20) == pytest.approx(2 * face.width("woord", 10))

    def test_what_liberation_lacks_is_taken_from_dejavu(self):
        assert split("a☂b") == [("a", LIBERATION, 0), ("☂", DEJAVU, 0), ("b", LIBERATION, 0)]

    def test_what_no_face_has_is_drawn_as_a_box_and_keeps_its_words(self):
        (stretch,) = stretches("中文字")
        assert (stretch.text, drawn(stretch)) == ("中文字", shaping.MISSING * 3)

    def test_a_steering_sign_no_face_has_is_not_drawn(self):
        glyphs = {each.text: each.glyphs for each in stretches("a\U000e0041☂")}
        assert glyphs["\U000e0041"] == ()


class TestPlain:
    @pytest.mark.parametrize("text", ["Gewone woorden, 1.288,46 euro!", "Café ÀÉÏÕÜ ç ß € “x” – …", "Дарья Çağrı"])
    def test_dutch_and_its_neighbours_need_nothing_special(self, text):
        assert typeface.of(PLAIN).plain.issuperset(text)

    @pytest.mark.parametrize("text", ["שלום", "مرحبا", "٣", "e\u0301", "☂", "ሰላም", "a שלום"])
    def test_other_directions_marks_and_faces_do(self, text):
        assert not typeface.of(PLAIN).plain.issuperset(text)


class TestDirections:
    @pytest.mark.parametrize(
        ("text", "levels"),
        [
            ("", ""),
            ("abc 1", "00000"),
            ("שלום", "1111"),
            ("a שב c", "001100"),
            ("שב 12 ג", "1112211"),
            ("مر 12,5", "1112222"),
            ("שב, גד!", "1111110"),
            ("a \u202bשב\u202c c", "00011100"),
            ("a \u2067שב\u2069 c", "00011100"),
            ("a \u2066b\u2069 c", "0002200"),
            ("\u2068שב\u2069", "0333"),
            ("می\u200cخو", "11111"),
            ("\u200cab", "000"),
        ],
    )
    def test_every_character_has_its_level(self, text, levels):
        found = "".join(map(str, directions.levels(text)))
        assert found == levels

    @pytest.mark.parametrize(
        ("text", "left_to_right"),
        [
            ("abc", ["abc"]),
            ("a שב c", ["a ", "שב", " c"]),
            ("שב 12 גד", [" גד", "12", "שב "]),
            ("a שב 12 גד c", ["a ", " גד", "12", "שב ", " c"]),
        ],
    )
    def test_stretches_stand_in_the_order_of_the_eye(self, text, left_to_right):
        assert seen(text) == left_to_right

    def test_hebrew_is_drawn_from_its_last_letter(self):
        (stretch,) = stretches("שלום")
        assert drawn(stretch) == "םולש"

    def test_arabic_letters_take_the_forms_that_join(self):
        (whole,), apart = stretches("مرحبا"), [stretches(letter)[0] for letter in "مرحبا"]
        assert {glyph.number for glyph in whole.glyphs} != {each.glyphs[0].number for each in apart}
        assert whole.width(10) < sum(each.width(10) for each in apart)

    def test_a_joiner_inside_a_word_does_not_tear_it_apart(self):
        assert split("می\u200cخواهم") == [("می\u200cخواهم", ARABIC, 1)]

    def test_no_letters_make_no_stretches(self):
        assert stretches("") == []
        assert directions.visual([]) == []


class TestMarks:
    @pytest.mark.parametrize(("apart", "whole"), [("e\u0301", "é"), ("n\u0303", "ñ"), ("u\u0308", "ü")])
    def test_a_letter_and_its_mark_are_as_wide_as_the_letter_with_its_mark(self, apart, whole):
        (stretch,) = stretches(apart)
        assert stretch.width(10) == pytest.approx(typeface.of(PLAIN).width(whole, 10))

    def test_a_mark_stays_in_the_face_of_its_letter(self):
        assert split("☂\u0301") == [("☂\u0301", DEJAVU, 0)]

    def test_the_width_of_a_shaped_word_grows_with_the_size(self):
        (stretch,) = stretches("مرحبا")
        assert stretch.width(20) == pytest.approx(2 * stretch.width(10))
        assert stretch.width(10) > 15
