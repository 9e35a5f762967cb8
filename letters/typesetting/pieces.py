"""The pieces lines are made of: text in one look or a picture, how wide and how high they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from letters.typesetting import shaping, typeface
from letters.typesetting.document import Image, Look
from letters.typesetting.shaping import Stretch


@dataclass(slots=True)
class Piece:
    """A part of a line in one look: its text, how wide it is, and what it is drawn with when it is not plain."""

    text: str
    look: Look
    width: float
    levels: bytes = b""
    stretches: tuple[Stretch, ...] = ()
    image: Image | None = None


@dataclass(slots=True)
class Line:
    """A line of text: its pieces in logical order, its height, how far its base line lies below its top, its width.

    `full` says that the next word did not fit, `turned` that the text goes on on a new page, and
    `indent` how much farther in the line begins than the paragraph.
    """

    pieces: list[Piece]
    height: float
    base: float
    width: float
    full: bool = False
    turned: bool = False
    indent: float = 0.0


def piece_of(text: str, look: Look, levels: bytes = b"") -> Piece:
    """Measure a text in one look; plain text needs no shaping."""
    chosen = typeface.of(look)
    if not any(levels) and chosen.plain.issuperset(text):
        return Piece(text, look, chosen.width(text, look.size), levels)
    stretched = tuple(shaping.stretches(text, look, levels or bytes(len(text))))
    return Piece(text, look, sum(s.width(look.size) for s in stretched), levels, stretched)


def joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Join neighbours in one look, so that letters that join are shaped as a whole."""
    for _, group in groupby(pieces, key=lambda piece: (id(piece.look), id(piece.image))):
        same = list(group)
        plain = not any(piece.stretches for piece in same)
        end = same.pop() if not plain and same[-1].width == 0.0 and len(same) > 1 else None
        if len(same) == 1:
            yield same[0]
        else:
            text, look = "".join(piece.text for piece in same), same[0].look
            levels = b"".join(piece.levels for piece in same)
            width = sum(piece.width for piece in same)
            yield Piece(text, look, width, levels) if plain else piece_of(text, look, levels)
        if end:
            yield end


def measure(pieces: list[Piece], look: Look) -> tuple[float, float]:
    """Return how high a line is, and how far its base line lies below its top."""
    ascent = descent = 0.0
    for each in {id(piece.look): piece.look for piece in pieces}.values() or [look]:
        face = typeface.of(each)
        ascent, descent = max(ascent, face.ascent * each.size), max(descent, face.descent * each.size)
    for piece in pieces:
        for stretch in piece.stretches:
            ascent = max(ascent, stretch.face.ascent * piece.look.size)
            descent = max(descent, stretch.face.descent * piece.look.size)
        if piece.image:
            ascent = max(ascent, piece.image.height)
    if look.exact:
        return look.line, look.line - descent
    height = max(ascent + descent, look.line) if look.at_least else (ascent + descent) * look.line
    return height, height - descent
