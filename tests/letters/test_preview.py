"""A letter on the screen: the words of the paper, with what came from the file marked."""

import pytest

from letters import compose, preview, word
from letters.preview import Part
from letters.samples.facts import merged
from letters.translations import texts as translations
from tests.letters import samples, word_text
from tests.letters.hostile import NASTY
from tests.letters.samples import SAMPLES


def shown(name, **facts):
    sample = SAMPLES[name]
    return preview.blocks(compose.template(sample.text), merged(sample.facts, facts))


def texts(blocks):
    """Return the words of every paragraph on the screen."""
    for block in blocks:
        for parts in [block.parts] if not block.rows else [cell for _, cells in block.rows for cell in cells]:
            yield from "".join(part.text for part in parts).split("\n" if block.rows else "\0")


def leaves(facts):
    if isinstance(facts, dict):
        facts = list(facts.values())
    if isinstance(facts, list):
        return {leaf for inner in facts for leaf in leaves(inner)}
    return {str(facts)}


@pytest.mark.parametrize("name", SAMPLES)
class TestEveryLetter:
    def test_the_screen_says_what_the_paper_says(self, name):
        said = [" ".join(text.split()) for text in texts(shown(name))]
        paper = " ".join(word_text.paragraphs(samples.paper(name).docx))
        assert " ".join(" ".join(said).split()) == paper

    def test_what_is_marked_is_what_came_from_the_file(self, name):
        blocks = shown(name)
        cells = [cell for block in blocks for _, row in block.rows for cell in row]
        parts = [part for parts in [*(block.parts for block in blocks), *cells] for part in parts]
        whole = {text for part in parts if part.merged for text in [part.text]}
        assert {text for text in whole if text not in leaves(SAMPLES[name].facts)} == set()
        unmarked = " ".join(part.text for part in parts if not part.merged)
        for secret in ("Duinroos", "Heidebrem", "SD-2026-0042", "Lindewater", "2026"):
            assert secret not in unmarked


def test_every_paragraph_has_its_kind_in_the_order_of_the_paper():
    kinds = [block.kind for block in shown("uitnodiging")]
    expected = ["sender"] * 6 + ["addressee"] * 4 + ["layout", "h2", "p", "h3", "p", "p", "h3", "li", "li", "li"]
    assert kinds[: len(expected)] == expected
    assert kinds[-3:] == ["p", "layout", "layout"]


@pytest.mark.parametrize(("key", "language", "rtl"), [("ar", "ar", True), ("fr", "fr", False)])
def test_a_translation_sheet_says_its_language_and_runs_its_way(key, language, rtl):
    template = translations.with_sheet(compose.template("aanmaning"), "aanmaning", key, confirmed=True)
    blocks = preview.blocks(template, SAMPLES["aanmaning"].facts)
    assert {(block.language, block.rtl) for block in blocks} == {("", False), (language, rtl)}
    assert [block.kind for block in blocks if block.language][:1] == ["h3"]
    assert "h4" in [block.kind for block in blocks if block.language == language]


def test_a_table_has_its_heading_row_and_its_cells():
    (table,) = [block for block in shown("aanmaning") if block.kind == "table"]
    assert [heading for heading, _ in table.rows] == [True, False, False]
    assert table.rows[1][1] == [
        [Part("9 februari 2026", True, False)],
        [Part("1", True, False), Part(". ", False, False),
         Part("Niet aanwezig in de les Nederlands, niet verwittigd.", True, False)],
        [Part("Aanwezigheidslijst van het centrum", True, False)],
    ]  # fmt: skip


def test_bold_words_are_marked_too():
    (block,) = [b for b in shown("aanmaning") if b.parts and b.parts[0].text == "Doe dit "]
    assert block.parts == [
        Part("Doe dit ", False, False), Part("uiterlijk op ", False, True),
        Part("maandag 23 maart 2026", True, True), Part(".", False, False),
    ]  # fmt: skip


def test_a_value_of_several_lines_is_marked_whole():
    blocks = shown("bevestiging_naleving", nageleefd={"hoe": "een\ntwee"})
    assert Part("een\ntwee", True, False) in [part for block in blocks for part in block.parts]


def test_what_somebody_typed_is_shown_as_it_is():
    blocks = shown("bevestiging_naleving", nageleefd={"hoe": NASTY})
    assert Part(NASTY, True, False) in [part for block in blocks for part in block.parts]


def test_an_empty_value_leaves_no_mark():
    blocks = shown("bevestiging_naleving", nageleefd={"hoe": ""})
    (block,) = [b for b in blocks if b.parts and b.parts[-1].text == ": " and not b.parts[-1].merged]
    assert block.parts[-2] == Part("16 maart 2026", True, False)


def test_the_paper_itself_has_no_marks():
    for name in SAMPLES:
        text = "".join(word_text.paragraphs(samples.paper(name).docx))
        assert word.MERGED not in text
        assert word.WORDS not in text


def test_conditions_on_numbers_hold_on_the_screen_too():
    once = " ".join(texts(shown("aanmaning")))
    again = " ".join(texts(shown("aanmaning_herhaling_equivalent")))
    assert "ten hoogste één maand" in once
    assert "ten hoogste 3 maanden" in again
