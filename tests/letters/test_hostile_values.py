"""Whatever somebody types comes out as it was typed, in Word and in the PDF, and is never obeyed."""

import pytest

from letters.making import write
from letters.samples.facts import merged
from letters.typesetting import shaping
from tests.letters import hostile, pdf_text, word_text
from tests.letters.samples import FIRST, SAMPLES, WHEN

CHOSEN = {"soort", "eenheid", "uitstel", "verloop", "tolk", "aanspreking"}
"""Facts a condition looks at: they come from a list, nobody types them."""

DECISION = SAMPLES["beslissing_schorsing_uitgesteld"]
MARKER = "Zeldzaam"


def everywhere(value, facts, name=""):
    """Put a value into every text of the facts."""
    if isinstance(facts, dict):
        return {key: everywhere(value, inner, key) for key, inner in facts.items()}
    if isinstance(facts, list):
        return [everywhere(value, inner, name) for inner in facts]
    return value if isinstance(facts, str) and facts and name not in CHOSEN else facts


def said(sample, facts):
    """Write a letter; return what Word says, after checking that the PDF says the same."""
    paper = write(sample.letter, sample.text, facts, WHEN)
    words = word_text.paragraphs(paper.docx)
    assert pdf_text.paragraphs(paper.pdf.data) == words
    return "\n".join(words), word_text.edges(paper.docx), pdf_text.decoration(paper.pdf.data)


def squeezed(text):
    return " ".join(text.split())


@pytest.fixture(scope="module")
def expected():
    """How often a value of every text is printed: as often as a harmless word."""
    return said(DECISION, everywhere(MARKER, DECISION.facts))[0].count(MARKER)


def test_the_harmless_word_is_printed_in_every_place(expected):
    assert expected > 45


@pytest.mark.parametrize("name", hostile.STRINGS)
def test_a_value_is_printed_as_it_was_typed_in_every_place(name, expected):
    value = hostile.STRINGS[name]
    body, (header, footer), decoration = said(DECISION, everywhere(value, DECISION.facts))
    assert body.count(squeezed(value)) >= expected
    assert squeezed(f"{value} | {value}") == header
    assert footer.startswith(squeezed(f"{value} · controlecode {value}"))
    assert all(header in page and squeezed(f"controlecode {value}") in page for page in decoration)


@pytest.mark.parametrize("text", FIRST)
def test_no_letter_obeys_what_is_typed(text):
    sample = FIRST[text]
    harmless, _, _ = said(sample, everywhere(MARKER, sample.facts))
    body, _, _ = said(sample, everywhere(hostile.NASTY, sample.facts))
    assert body.count(squeezed(hostile.NASTY)) == harmless.count(MARKER) > 10


@pytest.mark.parametrize("name", hostile.LONG)
def test_a_very_long_value_is_printed_whole(name):
    value = hostile.LONG[name]
    facts = merged(DECISION.facts, {"grond": {"feiten": value}, "gpmi": {"clausule": value}})
    body, _, _ = said(DECISION, facts)
    assert body.count(squeezed(value)) == 2


@pytest.mark.parametrize("name", ["without_spaces", "with_spaces", "unbroken_words", "lines"])
def test_a_very_long_value_is_printed_whole_in_a_cell(name):
    value = hostile.LONG[name]
    fact = {"nummer": 1, "datum": "9 februari 2026", "wat": value, "bewijs": value}
    body, _, _ = said(DECISION, DECISION.facts | {"feiten": [fact]})
    assert body.count(squeezed(value)) == 2


@pytest.mark.parametrize("value", ["مرحبا" * 1_500, "🙂" * 5_000], ids=["arabic", "emoji"])
def test_a_very_long_word_is_measured_in_small_parts(value, monkeypatch):
    measured = []
    stretches = shaping.stretches
    monkeypatch.setattr(shaping, "stretches", lambda text, *more: measured.append(len(text)) or stretches(text, *more))
    sample = SAMPLES["bevestiging_naleving"]
    write(sample.letter, sample.text, merged(sample.facts, {"nageleefd": {"hoe": value}}), WHEN)
    assert sum(measured) < 25 * len(value)
