"""The annex of a GPMI reads well for every combination of parts and both kinds of aid."""

import re
from datetime import date
from itertools import combinations

import factories
import pytest

from letters.letter import To
from letters.making import write
from letters.register import LETTERS
from letters.samples import gpmi
from letters.samples.register import common
from tests.letters import word_text
from workflow.moment import SYSTEM, Moment
from workflow.trajectory import PART_TITLES, Part

COMBINATIONS = [each for size in range(1, len(Part) + 1) for each in combinations(Part, size)]
STRAY = re.compile(r" {2,}| [.,;:]|\(\s*\)|\bNone\b|\{\{|\}\}|: *$|\.\.|^ | $")
ENDS_IN_A_COLON = ("gepland:", '"gelezen en goedgekeurd":')


def lines(parts, equivalent):
    """The words of an annex with these parts, line by line."""
    letter = LETTERS["bijlage_gpmi"]
    assert letter.to is To.CLIENT
    facts = common(letter) | gpmi.combination(parts, equivalent)
    paper = write(letter, "bijlage_gpmi", facts, Moment(factories.at(date(2026, 3, 2)), SYSTEM))
    return [paragraph.text for paragraph in word_text.body(paper.docx) if paragraph.text]


def test_there_are_fifteen_combinations():
    assert len(COMBINATIONS) == 15


@pytest.mark.parametrize("equivalent", [False, True], ids=["leefloon", "equivalent"])
@pytest.mark.parametrize("parts", COMBINATIONS, ids="-".join)
def test_every_combination_reads_without_a_stray_blank(parts, equivalent):
    said = lines(parts, equivalent)
    text = "\n".join(said)
    named = [title for part, title in PART_TITLES.items() if title in said]
    assert named == [PART_TITLES[part] for part in parts]
    stray = [line for line in said if STRAY.search(line) and not line.endswith(ENDS_IN_A_COLON)]
    assert stray == []
    assert ("Artikel 60, § 3 van de organieke wet" in text) is equivalent
    assert ("koninklijk besluit van 11 juli 2002" in text) is not equivalent
    assert "ten hoogste 1 maand de eerste keer" in text
    assert "ten hoogste 3 maanden" in text
