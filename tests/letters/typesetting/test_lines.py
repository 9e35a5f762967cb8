"""Where a paragraph is broken into lines, and that no word and no space is lost on the way."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.typesetting import typeface
from letters.typesetting.document import Look, Paragraph, Run
from letters.typesetting.lines import set_lines

PLAIN = Look()
BOLD = Look(bold=True)


def paragraph(*runs, look=PLAIN):
    made = (Run(run, look) if isinstance(run, str) else Run(*run) for run in runs)
    return Paragraph("Normal", look, tuple(made))


def wide(text, look=PLAIN):
    return typeface.of(look).width(text, look.size)


def lines(text, width, look=PLAIN):
    return [said(line) for line in set_lines(paragraph(text, look=look), width)]


def said(line):
    return "".join(piece.text for piece in line.pieces)


def test_words_fill_a_line_until_the_next_does_not_fit():
    assert lines("een twee drie vier", wide("een twee") + 0.1) == ["een twee ", "drie vier"]


def test_a_line_that_just_fits_is_not_broken():
    assert lines("een twee", wide("een twee")) == ["een twee"]
    assert lines("een twee", wide("een twee") - 0.1) == ["een ", "twee"]


def test_the_space_at_the_break_is_said_and_takes_no_room():
    first, second = set_lines(paragraph("een twee"), wide("twee"))
    assert said(first) == "een "
    assert first.width == pytest.approx(wide("een"))
    assert second.width == pytest.approx(wide("twee"))


def test_a_line_break_ends_a_line_and_an_empty_line_stays():
    assert lines("een\n\ntwee\n", 500) == ["een ", "", "twee ", ""]


def test_spaces_inside_a_line_stay_and_at_its_start_go():
    assert lines("een   twee", 500) == ["een   twee"]
    assert lines("  een", 500) == ["een"]


def test_a_word_is_broken_after_its_hyphen_without_a_space():
    assert lines("Oost-Vlaanderen", wide("Vlaanderen") + 1) == ["Oost-", "Vlaanderen"]


@pytest.mark.parametrize("text", ["dossier SD-2026-0042", "van -5 graden", "van 2026–2027", "a - b"])
def test_a_dash_that_joins_no_words_is_no_place_to_break(text):
    (line,) = lines(text, 500)
    last = text.split()[-1]
    assert lines(text, wide(text) - 1)[-1] == last
    assert line == text


def test_a_space_that_does_not_break_keeps_words_together():
    assert lines("artikel\u00a030 § 2", wide("artikel 30 ")) == ["artikel\u00a030 ", "§ 2"]


def test_a_tab_is_a_place_to_break():
    assert lines("een\u2003twee", wide("twee")) == ["een ", "twee"]


def test_a_word_wider_than_the_line_is_cut_and_nothing_is_lost():
    cut = lines("x" * 100, wide("x" * 30) + 0.1)
    assert [len(part) for part in cut] == [30, 30, 30, 10]


def test_the_end_of_a_cut_word_shares_its_line_with_the_next_word():
    assert lines("xxxxx j", wide("xxxx") + 0.1) == ["xxxx", "x j"]


def test_a_letter_wider_than_the_line_still_comes_on_it():
    assert lines("WW", 1) == ["W", "W"]


def test_a_cut_word_of_two_looks_keeps_them():
    made = set_lines(paragraph("x" * 10, ("y" * 10, BOLD)), wide("x" * 8))
    assert "".join(map(said, made)) == "x" * 10 + "y" * 10
    assert all(piece.look.bold == ("y" in piece.text) for line in made for piece in line.pieces)


def test_a_word_of_two_looks_is_one_word():
    made = set_lines(paragraph("een tw", ("ee", BOLD), " drie"), wide("een tw") + 3)
    assert [said(line) for line in made] == ["een ", "twee ", "drie"]


def test_neighbours_in_one_look_are_drawn_at_once():
    (line,) = set_lines(paragraph("een twee drie"), 500)
    assert [piece.text for piece in line.pieces] == ["een twee drie"]


def test_text_of_two_directions_is_ordered_over_the_whole_line():
    (line,) = set_lines(paragraph("a שלום עולם b"), 500)
    (piece,) = line.pieces
    assert [stretch.text for stretch in piece.stretches] == ["a ", "שלום עולם", " b"]


def test_an_indent_leaves_less_room():
    indented = dataclasses.replace(PLAIN, left=20)
    assert lines("een twee", wide("een twee") + 10, indented) == ["een ", "twee"]


def test_an_empty_paragraph_is_one_empty_line_of_its_height():
    (line,) = set_lines(paragraph(), 500)
    face = typeface.of(PLAIN)
    assert list(line.pieces) == []
    assert line.height == pytest.approx((face.ascent + face.descent) * 10)


def test_the_largest_letter_makes_the_height():
    large = dataclasses.replace(PLAIN, size=20)
    (line,) = set_lines(paragraph("klein ", ("groot", large)), 500)
    (plain,) = set_lines(paragraph("klein"), 500)
    assert line.height == pytest.approx(2 * plain.height)


def test_an_exact_height_stays_exact_with_the_words_at_its_foot():
    exact = dataclasses.replace(PLAIN, line=38, exact=True)
    (line,) = set_lines(paragraph("woord", look=exact), 500)
    assert line.height == 38
    assert 38 - 3 < line.base < 38


@given(
    words=st.lists(st.text("abcdefghij-é", min_size=1, max_size=40), min_size=1, max_size=30),
    width=st.floats(20, 300),
)
@settings(deadline=None, derandomize=True)
def test_no_word_is_lost_and_no_line_is_too_wide(words, width):
    text = " ".join(words)
    made = set_lines(paragraph(text), width)
    assert "".join(map(said, made)) == text
    assert all(line.width <= width + 0.001 for line in made)
