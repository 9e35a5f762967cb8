"""Breaks a paragraph into lines where Word breaks it: at spaces, after hyphens, in a word only when it must."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from letters import typeface
from letters.document import Look, Paragraph
from letters.typeface import Stretch

_SPACES = " \u2003"
"""A space, and the em space for which a tab is read."""

_BREAKS = re.compile(rf"(\n|[{_SPACES}]+|(?<=\w-)(?=[^\W\d]))")
"""Where a line may end; a reference such as SD-2026-0042 stays whole."""


@dataclass(frozen=True)
class Piece:
    """A part of a line in one look: its text, how wide it is, and its stretches when it is not plain."""

    text: str
    look: Look
    width: float
    stretches: tuple[Stretch, ...] = ()


@dataclass
class Line:
    """A line of text: its pieces in logical order, its height and how far its base line lies below its top."""

    pieces: list[Piece]
    height: float
    base: float
    width: float


def _piece(text: str, look: Look) -> Piece:
    chosen = typeface.of(look)
    if typeface.is_plain(text, chosen.known):
        return Piece(text, look, chosen.width(text, look.size))
    stretched = tuple(typeface.stretches(text, look))
    return Piece(text, look, sum(s.width(look.size) for s in stretched), stretched)


Token = list[Piece] | Piece | str
"""A word, a space, or the sign of a line break."""


def _words(paragraph: Paragraph) -> Iterator[Token]:
    """Yield words as lists of pieces, and between them what separates them: a space, a break or nothing."""
    word: list[Piece] = []
    for run in paragraph.runs:
        for i, part in enumerate(_BREAKS.split(run.text)):
            separates = i % 2
            if separates and word:
                yield word
                word = []
            if part == "\n":
                yield part
            elif part and separates:
                yield _piece(part, run.look)
            elif part:
                word.append(_piece(part, run.look))
    if word:
        yield word


def _cut(word: list[Piece], room: float) -> Iterator[list[Piece]]:
    """Cut a word that is wider than the line into parts that fit."""
    part: list[Piece] = []
    left = room
    for piece in word:
        rest = piece.text
        while rest:
            count = _fitting(rest, piece.look, left) or (0 if part else 1)
            if count:
                part.append(_piece(rest[:count], piece.look))
                left -= part[-1].width
                rest = rest[count:]
            if rest:
                yield part
                part, left = [], room
    if part:
        yield part


def _fitting(text: str, look: Look, room: float) -> int:
    # Doubling first keeps the measured texts short: a word can be as long as a form lets it be.
    low, high = 0, 1
    while high < len(text) and _piece(text[:high], look).width <= room:
        low, high = high, high * 2
    high = min(high, len(text))
    while low < high:
        middle = (low + high + 1) // 2
        if _piece(text[:middle], look).width <= room:
            low = middle
        else:
            high = middle - 1
    return low


class _Breaker:
    """Fills lines with words until they are full."""

    def __init__(self, room: float, look: Look) -> None:
        self.room, self.look = room, look
        self.done: list[list[Piece]] = []
        self.line: list[Piece] = []
        self.width = 0.0
        self.spaces: list[Piece] = []

    def feed(self, token: Token) -> None:
        """Take the next word, space or break."""
        if isinstance(token, str):
            self._say_space()
            self.end()
        elif isinstance(token, Piece):
            self.spaces.append(token)
        else:
            self._add(token)

    def end(self) -> None:
        """Close the line."""
        self.done.append(self.line)
        self.line, self.width, self.spaces = [], 0.0, []

    def _say_space(self) -> None:
        # Without it the last word of a line runs into the next for who hears or copies the text; it takes no room.
        if self.line:
            self.line.append(Piece(" ", self.line[-1].look, 0.0))

    def _add(self, word: list[Piece]) -> None:
        wide = sum(piece.width for piece in word)
        gap = sum(space.width for space in self.spaces)
        if self.line and self.width + gap + wide > self.room:
            if self.spaces:
                self._say_space()
            self.end()
            gap = 0.0
        if not self.line and wide > self.room:
            *full, last = _cut(word, self.room)
            self.done.extend(full)
            word, wide = last, sum(piece.width for piece in last)
        elif self.line:
            self.line.extend(self.spaces)
        self.spaces = []
        self.line.extend(word)
        self.width += gap + wide


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Join neighbours in one look, so that text of several directions is ordered as a whole."""
    out: list[Piece] = []
    for _, group in groupby(pieces, key=lambda piece: id(piece.look)):
        same = list(group)
        text, look = "".join(piece.text for piece in same), same[0].look
        plain = not any(piece.stretches for piece in same)
        out.append(Piece(text, look, sum(piece.width for piece in same)) if plain else _piece(text, look))
    return out


def _measure(pieces: list[Piece], look: Look) -> Line:
    looks = [piece.look for piece in pieces] or [look]
    ascent = max(typeface.of(each).ascent * each.size for each in looks)
    descent = max(typeface.of(each).descent * each.size for each in looks)
    width = sum(piece.width for piece in pieces)
    if look.exact:
        return Line(pieces, look.line, look.line - descent, width)
    height = (ascent + descent) * look.line
    return Line(pieces, height, height - descent, width)


def set_lines(paragraph: Paragraph, width: float) -> list[Line]:
    """Break a paragraph into lines of a width, in points."""
    look = paragraph.look
    breaker = _Breaker(width - look.left, look)
    for token in _words(paragraph):
        breaker.feed(token)
    breaker.end()
    return [_measure(_joined(pieces), look) for pieces in breaker.done]
