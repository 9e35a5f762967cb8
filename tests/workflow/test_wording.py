"""The sentences the office speaks, with their values apart."""

from tests.workflow.dates import day
from workflow.wording import N_, Sentence, written


def test_a_date_is_written_as_the_office_reads_it():
    assert written(day("Mon 02/03/2026")) == "02/03/2026"
    assert written(3) == "3"
    assert written(Sentence("al gezegd")) == "al gezegd"


def test_a_sentence_fills_in_its_values():
    said = Sentence("Tot en met %(due)s, %(days)s dagen.", due=day("Mon 02/03/2026"), days=14)
    assert str(said) == "Tot en met 02/03/2026, 14 dagen."
    assert said.text == "Tot en met %(due)s, %(days)s dagen."
    assert said.values == {"due": "02/03/2026", "days": "14"}


def test_a_sentence_without_values_may_hold_a_percent_sign():
    assert str(Sentence("100 % zeker")) == "100 % zeker"


def test_a_sentence_is_what_it_says():
    assert Sentence("Dag %(n)s", n=1) == Sentence("Dag 1") == "Dag 1"
    assert Sentence("Dag 1") != Sentence("Dag 2")
    assert len({Sentence("Dag %(n)s", n=1), Sentence("Dag 1"), "Dag 1"}) == 1
    assert repr(Sentence("Dag %(n)s", n=1)) == "Sentence('Dag 1')"


def test_marking_a_text_for_translation_leaves_it_as_it_is():
    assert N_("Cliënt") == "Cliënt"
