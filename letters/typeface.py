"""The typefaces of a letter: which face shows a character, and how wide a word is.

Liberation Sans has the measures of Arial, so lines break as they do in Word; what it lacks
is taken from DejaVu Sans. Text that runs from right to left is ordered by the bidirectional
algorithm and shaped by HarfBuzz.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from unicodedata import bidirectional, category, combining

from bidi import algorithm
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfbase.ttfonts import ShapedStr, TTFont, shapeStr

from letters.document import Look

FONTS = Path(__file__).parent / "fonts"
FALLBACK = "DejaVuSans"
MISSING = "\u25a1"
"""Drawn for a character no face has; the text of the PDF still says which one it was."""

_FACES = {
    (False, False): "LiberationSans-Regular",
    (True, False): "LiberationSans-Bold",
    (False, True): "LiberationSans-Italic",
    (True, True): "LiberationSans-BoldItalic",
}
_RIGHT_TO_LEFT = {"R", "AL", "AN"}
_ISOLATES = str.maketrans("\u2066\u2067\u2068\u2069", "\u202a\u202b\u202a\u202c")
"""Isolates, which the algorithm at hand does not know, as the embeddings they replaced."""

_JOINERS = "\u200c\u200d"


@dataclass(frozen=True)
class Face:
    """A typeface ready to measure: part of the size above and below the base line, and its characters."""

    name: str
    font: Any
    ascent: float
    descent: float
    known: frozenset[int]

    def width(self, text: str, size: float) -> float:
        """Return how wide a text is, in points."""
        return float(_width(self.name, text)) * size


@lru_cache(maxsize=8)
def face(name: str) -> Face:
    """Open a typeface once."""
    font = TTFont(name, FONTS / f"{name}.ttf", shapable=True)
    pdfmetrics.registerFont(font)
    known = frozenset(code for code, glyph in font.face.charToGlyph.items() if glyph)
    ascent, descent, gap = struct.unpack(">hhh", font.face.get_table("hhea")[4:10])
    em = font.face.unitsPerEm
    return Face(name, font, (ascent + gap) / em, -descent / em, known)


@lru_cache(maxsize=65536)
def _width(name: str, text: str) -> float:
    return float(face(name).font.stringWidth(text, 1))


def of(look: Look) -> Face:
    """Return the typeface for a look."""
    return face(_FACES[look.bold, look.italic])


def is_plain(text: str, known: frozenset[int]) -> bool:
    """Say whether a text needs no other face and no reordering: true for nearly all Dutch."""
    return text.isascii() or all(
        ord(letter) in known and bidirectional(letter) not in _RIGHT_TO_LEFT and not combining(letter)
        for letter in text
    )


@dataclass(frozen=True)
class Stretch:
    """A piece of a word in one face and one direction: `text` is what it says, `drawn` what is drawn."""

    text: str
    drawn: str
    face: Face
    level: int

    def width(self, size: float) -> float:
        """Return how wide it is drawn."""
        if isinstance(self.drawn, ShapedStr):
            return float(sum(glyph.x_advance for glyph in self.drawn.__shapeData__)) * size / 1000
        return self.face.width(self.drawn, size)


def levels(text: str) -> list[int]:
    """Return the embedding level of every character in a left-to-right paragraph (UAX 9).

    Signs that only steer the algorithm, and joiners, go with the character before them.
    """
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = 0, "L"
    algorithm.get_embedding_levels(text.translate(_ISOLATES), storage)
    for place, character in enumerate(storage["chars"]):
        character["place"] = place
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = {character["place"]: character["level"] for character in storage["chars"]}
    level, out = 0, []
    for place in range(len(text)):
        level = found.get(place, level)
        out.append(level)
    return out


def _to_unicode(name: str, subset: list[int]) -> str:
    # reportlab writes a character beyond U+FFFF as <1F600>; PDF wants it in UTF-16.
    written: str = _ORIGINAL_TO_UNICODE(name, subset)
    return _BEYOND.sub(lambda found: f"<{chr(int(found[1], 16)).encode('utf-16-be').hex().upper()}>", written)


_ORIGINAL_TO_UNICODE = ttfonts.makeToUnicodeCMap
_BEYOND = re.compile(r"<([0-9A-F]{5,6})>")
ttfonts.makeToUnicodeCMap = _to_unicode


def _face_for(letter: str, preferred: Face) -> tuple[Face, bool]:
    for candidate in (preferred, face(FALLBACK)):
        if ord(letter) in candidate.known:
            return candidate, True
    return face(FALLBACK), False


def stretches(text: str, look: Look) -> Iterator[Stretch]:
    """Split a text into stretches of one face and one direction, in logical order."""
    preferred, collected = of(look), ""
    current: tuple[Face, int, bool] | None = None
    for letter, level in zip(text, levels(text), strict=True):
        chosen, known = _face_for(letter, preferred)
        if current and (combining(letter) or letter in _JOINERS) and ord(letter) in current[0].known:
            chosen, _level, known = current
        if (chosen, level, known) != current and current:
            yield _stretch(collected, *current)
            collected = ""
        current = (chosen, level, known)
        collected += letter
    if current:
        yield _stretch(collected, *current)


def _stretch(text: str, chosen: Face, level: int, known: bool) -> Stretch:
    if not known:
        drawn = "".join("" if category(letter) == "Cf" else MISSING for letter in text)
        return Stretch(text, drawn, chosen, level)
    shape = level % 2 or any(map(combining, text))
    shaped = shapeStr(text, chosen.name, 10, force=True) if shape else text
    return Stretch(text, shaped, chosen, level)


def visual(stretched: list[Stretch]) -> list[int]:
    """Return the order in which stretches stand on the line, from left to right (UAX 9, rule L2)."""
    order = list(range(len(stretched)))
    for level in range(max((s.level for s in stretched), default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and stretched[order[end]].level >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return order
