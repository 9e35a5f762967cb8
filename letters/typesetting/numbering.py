"""The lists of Word: which bullet or number stands before a paragraph, and how far it is indented."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from letters.typesetting.wordml import W, parse, points

DEEPEST = 2
"""Levels 0 to 2: a letter with deeper lists is a report."""

_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "–", "o": "◦"}
"""The signs of Word's symbol fonts, and Word's hollow bullet, as characters every reader knows."""


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "lowerLetter": _letter,
    "bullet": str,
    "none": lambda number: "",
}


@dataclass(frozen=True)
class Level:
    """One level of a list: its kind of number, its text with %1 for the number, its start and its indents."""

    format: str
    text: str
    start: int
    indent: dict[str, float]


def indent(e: Any) -> dict[str, float]:
    """Translate w:ind: from the side where the text begins, from the other, and of the first line."""
    out: dict[str, float] = {}
    for side, names in (("left", ("start", "left")), ("right", ("end", "right")), ("hanging", ("hanging",))):
        for key in names:
            if e.get(W + key):
                out[side] = points(e, key)
    if e.get(W + "firstLine"):
        out.setdefault("hanging", -points(e, "firstLine"))
    return out


def _level(element: Any) -> Level:
    def value(name: str, missing: str) -> str:
        """Return what an element says under a name, or what holds when it says nothing."""
        found = element.find(W + name)
        return missing if found is None else str(found.get(W + "val"))

    ind, text = element.find(f"{W}pPr/{W}ind"), value("lvlText", "")
    indents = {} if ind is None else indent(ind)
    return Level(value("numFmt", "decimal"), _SYMBOLS.get(text, text), int(value("start", "1")), indents)


@dataclass(frozen=True)
class List:
    """A list of a document: the shape it shares with others, its levels, and where it starts counting anew."""

    shape: str
    levels: dict[int, Level]
    starts: dict[int, int]


def lists_of(xml: bytes | None) -> dict[str, List]:
    """Read the lists a document knows, by their number."""
    if xml is None:
        return {}
    root, out = parse(xml), {}
    shapes = {
        each.get(W + "abstractNumId"): {int(level.get(W + "ilvl")): _level(level) for level in each.findall(W + "lvl")}
        for each in root.findall(W + "abstractNum")
    }
    for each in root.findall(W + "num"):
        shape = each.find(W + "abstractNumId").get(W + "val")
        starts = {
            int(override.getparent().get(W + "ilvl")): int(override.get(W + "val"))
            for override in each.iterfind(f"{W}lvlOverride/{W}startOverride")
        }
        out[each.get(W + "numId")] = List(shape, shapes.get(shape, {}), starts)
    return out


class Counters:
    """Counts the paragraphs of the lists of one letter."""

    def __init__(self, lists: dict[str, List]) -> None:
        self.lists = lists
        self.unsupported: set[str] = set()
        self._counts: dict[str, dict[int, int]] = {}
        self._met: set[str] = set()

    def label(self, listed: tuple[str, int]) -> str:
        """Return the bullet or number of the next paragraph at this place."""
        key, depth = listed
        known = self.lists.get(key)
        if known is None or depth not in known.levels:
            return ""
        level = known.levels[depth]
        self._judge(level, depth)
        counts = self._counts.setdefault(known.shape, {})
        if key not in self._met:  # another list of the same shape goes on counting, unless it says where it starts
            self._met.add(key)
            counts |= {place: start - 1 for place, start in known.starts.items()}
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        return self._written(known, depth, counts)

    @staticmethod
    def _written(known: List, depth: int, counts: dict[int, int]) -> str:
        text = known.levels[depth].text
        for place, above in known.levels.items():
            if place <= depth and f"%{place + 1}" in text:
                number = counts.setdefault(place, above.start)
                text = text.replace(f"%{place + 1}", _FORMATS.get(above.format, str)(number))
        return text

    def _judge(self, level: Level, depth: int) -> None:
        if level.format not in _FORMATS:
            self.unsupported.add(f"nummering van de soort {level.format}")
        if depth > DEEPEST:
            self.unsupported.add("lijst met meer dan drie niveaus")
