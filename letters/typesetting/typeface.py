"""The typefaces of a letter: which face shows a character, and how wide a word is.

Liberation Sans has the measures of Arial, so lines break as they do in Word; what it lacks
is taken from Noto (Arabic, Ethiopic) and DejaVu Sans. What is not plain text is shaped by HarfBuzz.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from unicodedata import bidirectional, category, combining

import uharfbuzz  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from letters.typesetting.document import Look

FONTS = Path(__file__).parent / "fonts"
_FACES = {
    (False, False): "LiberationSans-Regular",
    (True, False): "LiberationSans-Bold",
    (False, True): "LiberationSans-Italic",
    (True, True): "LiberationSans-BoldItalic",
}
LAST = "DejaVuSans"
_OTHERS = {
    False: ("NotoNaskhArabic-Regular", "NotoSansEthiopic-Regular", LAST),
    True: ("NotoNaskhArabic-Bold", "NotoSansEthiopic-Bold", LAST),
}
NAMES = (*_FACES.values(), *dict.fromkeys(_OTHERS[False] + _OTHERS[True]))

_RIGHT_TO_LEFT = {"R", "AL", "AN"}


@dataclass(frozen=True, eq=False)
class Face:
    """A typeface ready to measure: part of the size above and below the base line, and its characters.

    `glyphs` gives the glyph of a character as a character with that number; `letters` leads back;
    `plain` holds the characters that need no shaping.
    """

    name: str
    ascent: float
    descent: float
    advances: dict[str, float]
    glyphs: dict[int, str]
    letters: dict[int, str]
    plain: frozenset[str]
    source: Any
    font: Any

    def width(self, text: str, size: float) -> float:
        """Return how wide a plain text is, in points."""
        return _width(self, text) * size


@lru_cache(maxsize=16)
def face(name: str) -> Face:
    """Open a typeface once."""
    source = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(FONTS / f"{name}.ttf"))
    font, em = uharfbuzz.Font(source), source.upem
    ascent, descent, gap = struct.unpack(">hhh", source.reference_table("hhea").data[4:10])
    glyphs = {code: font.get_nominal_glyph(code) for code in sorted(source.unicodes)}
    letters: dict[int, str] = {}
    for code, glyph in glyphs.items():
        letters.setdefault(glyph, chr(code))
    advances = {chr(code): font.get_glyph_h_advance(glyph) / em for code, glyph in glyphs.items()}
    plain = frozenset(letter for letter in letters.values() if _needs_nothing(letter)) | {"\u00a0"}
    if name in _FACES.values():  # for who draws on a canvas of reportlab, such as the proof of an envelope
        pdfmetrics.registerFont(TTFont(name, FONTS / f"{name}.ttf"))
    as_characters = {code: chr(glyph) for code, glyph in glyphs.items()}
    return Face(name, (ascent + gap) / em, -descent / em, advances, as_characters, letters, plain, source, font)


def _needs_nothing(letter: str) -> bool:
    return not (combining(letter) or bidirectional(letter) in _RIGHT_TO_LEFT or category(letter) in ("Cc", "Cf", "Mn"))


@lru_cache(maxsize=65536)
def _width(chosen: Face, text: str) -> float:
    return sum(map(chosen.advances.__getitem__, text))


@lru_cache(maxsize=256)
def of(look: Look) -> Face:
    """Return the typeface for a look."""
    return face(_FACES[look.bold, look.italic])


def candidates(look: Look) -> Iterator[Face]:
    """Yield the typefaces that may show a character of a look, the best first."""
    yield of(look)
    yield from map(face, _OTHERS[look.bold])
