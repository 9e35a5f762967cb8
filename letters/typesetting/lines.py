"""Breaks a paragraph into lines where Word breaks it: at spaces, after hyphens, in a word only when it must."""

import re
from collections.abc import Iterator
from functools import lru_cache

from letters.typesetting import directions
from letters.typesetting.document import TURN, Look, Paragraph, Run
from letters.typesetting.pieces import Line, Piece, joined, measure, piece_of

_SPACES = " \u2003"
"""A space, and the em space for which a tab is read."""

_BREAKS = re.compile(rf"(\n|{TURN}|[{_SPACES}]+|(?<=\w-)(?=[^\W\d]))")
"""Where a line may end; a reference such as SD-2026-0042 stays whole."""

_PICTURE = "\ufffc"
"""What stands for a picture where directions are reckoned."""


Token = list[Piece] | Piece | str
"""A word, a space, or the sign of a line break."""


def _levels(paragraph: Paragraph) -> bytes:
    """Return the level of every character, or nothing when all is read from left to right."""
    if not paragraph.look.bidi and not any(directions.turns(run.text) for run in paragraph.runs):
        return b""
    return directions.levels("".join(run.text or _PICTURE for run in paragraph.runs), int(paragraph.look.bidi))


def _words(paragraph: Paragraph) -> Iterator[Token]:
    """Yield words as lists of pieces, and between them what separates them: a space, a break or nothing."""
    word: list[Piece] = []
    for part, separates, run, levels in _parts(paragraph):
        if separates and word:
            yield word
            word = []
        if run.image:
            word.append(Piece("", run.look, run.image.width, levels, image=run.image))
        elif part in ("\n", TURN):
            yield part
        elif separates and part:
            yield piece_of(part, run.look, levels)
        elif part:
            word.append(piece_of(part, run.look, levels))
    if word:
        yield word


def _parts(paragraph: Paragraph) -> Iterator[tuple[str, int, Run, bytes]]:
    """Yield the parts of the runs, whether each separates words, and the levels of its characters."""
    levels, place = _levels(paragraph), 0
    for run in paragraph.runs:
        for i, part in enumerate(_BREAKS.split(run.text) if not run.image else (_PICTURE,)):
            yield part, i % 2, run, levels[place : place + len(part)]
            place += len(part)


def _cut(word: list[Piece], first: float, room: float) -> Iterator[list[Piece]]:
    """Cut a word that is wider than the line into parts that fit."""
    part: list[Piece] = []
    left = first
    for piece in word:
        rest, levels = piece.text, piece.levels
        if piece.image:
            part.append(piece)
            left -= piece.width
        while rest:
            count = _fitting(rest, piece.look, levels, left) or (0 if part else 1)
            if count:
                part.append(piece_of(rest[:count], piece.look, levels[:count]))
                left -= part[-1].width
                rest, levels = rest[count:], levels[count:]
            if rest:
                yield part
                part, left = [], room
    if part:
        yield part


def _fitting(text: str, look: Look, levels: bytes, room: float) -> int:
    # Doubling first keeps the measured texts short: a word can be as long as a form lets it be.
    low, high = 0, 1
    while high < len(text) and piece_of(text[:high], look, levels[:high]).width <= room:
        low, high = high, high * 2
    high = min(high, len(text))
    while low < high:
        middle = (low + high + 1) // 2
        if piece_of(text[:middle], look, levels[:middle]).width <= room:
            low = middle
        else:
            high = middle - 1
    return low


class _Breaker:
    """Fills lines with words until they are full; the first line can have another room."""

    def __init__(self, first: float, room: float) -> None:
        self.room, self.next_room = first, room
        self.done: list[tuple[list[Piece], bool, bool]] = []
        self.line: list[Piece] = []
        self.width = 0.0
        self.spaces: list[Piece] = []

    def feed(self, token: Token) -> None:
        """Take the next word, space or break."""
        if isinstance(token, str):
            self._say_space()
            self.end(turned=token == TURN)
        elif isinstance(token, Piece):
            self.spaces.append(token)
        else:
            self._add(token)

    def end(self, full: bool = False, turned: bool = False) -> None:
        """Close the line."""
        self.done.append((self.line, full, turned))
        self.line, self.width, self.spaces = [], 0.0, []
        self.room = self.next_room

    def _say_space(self) -> None:
        # Without it the last word of a line runs into the next for who hears or copies the text; it takes no room.
        if self.line:
            last = self.line[-1]
            self.line.append(Piece(" ", last.look, 0.0, last.levels[-1:]))

    def _add(self, word: list[Piece]) -> None:
        wide = word[0].width if len(word) == 1 else sum(piece.width for piece in word)
        gap = sum(space.width for space in self.spaces) if self.spaces else 0.0
        if self.line and self.width + gap + wide > self.room:
            if self.spaces:
                self._say_space()
            self.end(full=True)
            gap = 0.0
        if not self.line and wide > self.room:
            *full, last = _cut(word, self.room, self.next_room)
            self.done += [(part, True, False) for part in full]
            word, wide = last, sum(piece.width for piece in last)
        elif self.line:
            self.line += self.spaces
        self.spaces = []
        self.line += word
        self.width += gap + wide


@lru_cache(maxsize=2048)
def set_lines(paragraph: Paragraph, width: float) -> tuple[Line, ...]:
    """Break a paragraph into lines of a width, in points; the same paragraph is broken once, in whatever letter."""
    look = paragraph.look
    room, indent = max(width - look.left - look.right, 1.0), 0.0 if paragraph.label else -look.hanging
    breaker = _Breaker(max(room - indent, 1.0), room)
    for token in _words(paragraph):
        breaker.feed(token)
    if breaker.line or not breaker.done or not breaker.done[-1][2]:  # after a page break nothing means nothing
        breaker.end()
    out = []
    for broken, full, turned in breaker.done:
        pieces = list(joined(broken))
        line = Line(pieces, *measure(pieces, look), sum(piece.width for piece in pieces), full, turned)
        out.append(line)
    out[0].indent = indent
    return tuple(out)
