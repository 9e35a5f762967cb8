"""The words that usually stand in a letter: all there, and of a letter that exists."""

from letters.compose import WORDS
from letters.register import LETTERS
from letters.usual import FOLDER, usual
from workflow.trajectory import Part


def test_usual_words_are_of_a_letter():
    assert {path.stem for path in (WORDS / FOLDER).iterdir()} <= LETTERS.keys()


def test_there_are_usual_words_for_every_part_of_an_annex():
    words = usual("bijlage_gpmi")
    assert words.keys() == {f"{part}: {of}" for part in Part for of in ("doel", "aanwezigheid")} | {
        "inbreuk",
        "terugkoppeling",
    }
    assert all(each.endswith(".") and "\n" not in each for each in words.values())
