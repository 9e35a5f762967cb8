"""Text that is not plain, cut into stretches of one face and one direction and shaped by HarfBuzz."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from unicodedata import category, combining

import uharfbuzz  # type: ignore[import-untyped]

from letters.typesetting import typeface
from letters.typesetting.document import Look
from letters.typesetting.typeface import Face

MISSING = "\u25a1"
"""Drawn for a character no face has; the text of the PDF still says which one it was."""

JOINERS = "\u200c\u200d"
_LEFTWARDS = {"locl": False}
"""Noto gives the digits of Dari and Pashto the forms of another language, whichever one it is told."""

_AS_TYPED = _LEFTWARDS | {"kern": False, "liga": False, "clig": False}
"""Text from left to right is as wide as Word makes it: letter by letter."""


@dataclass(frozen=True)
class Glyph:
    """A drawn glyph: its number, how far it moves on and is moved itself, in parts of the size.

    `text` is what it and the other glyphs of its `cluster`, the place of a character, say together.
    """

    number: int
    advance: float
    dx: float
    dy: float
    cluster: int
    text: str


@dataclass(frozen=True)
class Stretch:
    """A piece of text in one face and one direction: what it says, and its glyphs from left to right."""

    text: str
    face: Face
    level: int
    glyphs: tuple[Glyph, ...]

    def width(self, size: float) -> float:
        """Return how wide it is drawn."""
        return sum(glyph.advance for glyph in self.glyphs) * size


def _face_for(letter: str, look: Look) -> tuple[Face, bool]:
    for candidate in typeface.candidates(look):
        if letter in candidate.advances:
            return candidate, True
    return typeface.face(typeface.LAST), False


def stretches(text: str, look: Look, levels: bytes) -> Iterator[Stretch]:
    """Split a text into stretches of one face and one direction, in logical order."""
    collected = ""
    current: tuple[Face, int, bool] | None = None
    for letter, level in zip(text, levels, strict=True):
        chosen, known = _face_for(letter, look)
        if current and current[2] and letter in current[0].advances:
            if combining(letter) or letter in JOINERS:
                chosen, level, known = current
            elif level == current[1] and letter == " ":
                chosen = current[0]
        if current and (chosen, level, known) != current:
            yield _stretch(collected, *current)
            collected = ""
        current = (chosen, level, known)
        collected += letter
    if current:
        yield _stretch(collected, *current)


@lru_cache(maxsize=4096)
def _stretch(text: str, chosen: Face, level: int, known: bool) -> Stretch:
    if not known:
        drawn = "".join("" if category(letter) == "Cf" else MISSING for letter in text)
        return Stretch(text, chosen, level, _shape(drawn, chosen, level))
    return Stretch(text, chosen, level, _shape(text, chosen, level))


def _shape(text: str, chosen: Face, level: int) -> tuple[Glyph, ...]:
    """Let HarfBuzz choose and place the glyphs, in the direction of the level."""
    if not text:
        return ()
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if level % 2 else "ltr"
    uharfbuzz.shape(chosen.font, buffer, _LEFTWARDS if level % 2 else _AS_TYPED)
    em, infos = chosen.source.upem, buffer.glyph_infos
    ends = dict(pairwise([*sorted({info.cluster for info in infos}), len(text)]))
    return _merged(
        Glyph(
            info.codepoint,
            at.x_advance / em,
            at.x_offset / em,
            at.y_offset / em,
            info.cluster,
            text[info.cluster : ends[info.cluster]],
        )
        for info, at in zip(infos, buffer.glyph_positions, strict=True)
    )


def _merged(glyphs: Iterator[Glyph]) -> tuple[Glyph, ...]:
    """Let a letter without a width of its own, as alef after lam, belong to the letter it is drawn with."""
    kept, wide, texts = list(glyphs), dict[int, float](), dict[int, str]()
    for glyph in kept:
        wide[glyph.cluster] = wide.get(glyph.cluster, 0.0) + glyph.advance
        texts[glyph.cluster] = glyph.text
    first, belongs = min(wide, default=0), dict[int, int]()
    for cluster in sorted(wide):
        if wide[cluster] or category(texts[cluster][0]) != "Lo" or cluster == first:
            first = cluster
        else:
            texts[first] += texts[cluster]
        belongs[cluster] = first
    return tuple(replace(each, cluster=belongs[each.cluster], text=texts[belongs[each.cluster]]) for each in kept)
