"""The standard blocks of a decision: paragraphs the committee often needs, each for its place in the grounds.

They stand in `templates/letters/standaard/*.md`: a heading, the place, and the words.
"""

from dataclasses import dataclass
from functools import cache

from letters.compose import WORDS

FOLDER = WORDS / "standaard"
PLACES = {
    "In rechte": "grounds_law",
    "In feite": "grounds_facts",
    "Maatregel": "grounds_measure",
    "Hoorzitting": "hearing_answer",
}
"""Where a block goes, as its file names it, and the part of the decision it goes into."""


@dataclass(frozen=True)
class Block:
    """One standard block: what it is called, in which part of the grounds it goes, what it says."""

    key: str
    title: str
    place: str
    text: str


@cache
def all_blocks() -> tuple[Block, ...]:
    """Read the standard blocks, in the order of their place and name."""
    blocks = (_read(path.stem, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.md")))
    order = list(PLACES.values())
    return tuple(sorted(blocks, key=lambda block: (order.index(block.place), block.title)))


def _read(key: str, text: str) -> Block:
    heading, place, words = text.strip().split("\n\n", 2)
    return Block(key, heading.removeprefix("# "), PLACES[place], " ".join(words.split()))
