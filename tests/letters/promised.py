"""What the words of a letter count on: the shape of the facts in its sample."""

from letters.register import LETTERS
from tests.letters import samples
from tests.letters.samples import FIRST


def shape(facts):
    """Reduce facts to the names of their groups and single facts, at any depth."""
    if isinstance(facts, dict):
        return {name: shape(value) for name, value in facts.items()}
    if isinstance(facts, list):
        return [shape(facts[0])] if facts else []
    return None


def promised(name):
    """The shape of the facts of a letter in the samples, without what every letter has."""
    letter = LETTERS[name]
    common = samples.common(letter).keys()
    return shape({key: value for key, value in FIRST[letter.texts[0]].facts.items() if key not in common})
