"""In which order text of two directions stands on a line: the bidirectional algorithm of Unicode (UAX 9)."""

import re
from collections.abc import Sequence

from bidi import algorithm

_ISOLATES = str.maketrans("\u2066\u2067\u2068\u2069", "\u202a\u202b\u202a\u202c")
"""Isolates, which the algorithm at hand does not know, as the embeddings they replaced."""

_TURNING = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def turns(text: str) -> bool:
    """Say whether a text holds anything that is not simply read from left to right."""
    return not text.isascii() and _TURNING.search(text) is not None


def levels(text: str, base: int = 0) -> bytes:
    """Return the embedding level of every character; `base` 1 is a paragraph from right to left.

    Signs that only steer the algorithm, and joiners, go with the character before them.
    """
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text.translate(_ISOLATES), storage)
    for place, character in enumerate(storage["chars"]):
        character["place"] = place
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = {character["place"]: character["level"] for character in storage["chars"]}
    level, out = base, bytearray()
    for place in range(len(text)):
        level = found.get(place, level)
        out.append(level)
    return bytes(out)


def visual(found: Sequence[int]) -> list[int]:
    """Return the order in which parts of a line stand from left to right, given the level of each (rule L2)."""
    order = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and found[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return order
