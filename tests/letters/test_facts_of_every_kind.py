"""What the letters of every kind of file state, made by its people, is what the samples and the words count on."""

import pytest

from letters.register import LETTERS
from tests.letters import samples
from tests.letters.promised import promised, shape
from tests.walks import WALKS


def _agree(stated, sample):
    """Say whether two shapes name the same facts; a list that is empty in one of them says nothing of its rows."""
    if isinstance(stated, dict) and isinstance(sample, dict):
        return stated.keys() == sample.keys() and all(_agree(stated[name], sample[name]) for name in stated)
    if isinstance(stated, list) and isinstance(sample, list):
        return not stated or not sample or _agree(stated[0], sample[0])
    return not isinstance(stated, dict | list) and not isinstance(sample, dict | list)


@pytest.mark.parametrize("kind", WALKS)
def test_every_letter_of_a_walk_states_the_facts_its_sample_has(file_at, kind):
    letters = file_at(WALKS[kind].LINE[-1], kind).case.letters
    made = {letter.name: letter.facts for letter in letters}
    assert made or kind == "deviation"
    wrong = {}
    for name, facts in made.items():
        common = samples.common(LETTERS[name]).keys()
        stated = shape({key: value for key, value in facts.items() if key not in common})
        if not _agree(stated, promised(name)):
            wrong[name] = (stated, promised(name))
    assert wrong == {}
