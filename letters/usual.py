"""The words that usually stand in a letter: a form proposes them, and whoever writes it makes them fit."""

import re
from functools import cache

from letters import compose

FOLDER = "gebruikelijk"


@cache
def usual(name: str) -> dict[str, str]:
    """Return the usual words of a letter, by the heading above them; raises WordsMissing."""
    _title, *parts = re.split(r"^## (.+)$", compose.words_of(f"{FOLDER}/{name}"), flags=re.MULTILINE)
    return {heading: words.strip() for heading, words in zip(parts[::2], parts[1::2], strict=True)}
