"""The text of a translation sheet: its headings, paragraphs and bullets, and which words in it are Dutch.

A text is a Markdown file. Under its title stands the Dutch sentence that it is only a translation;
further on it names headings of the Dutch letter, so that the client finds them there.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from markdown_it.token import Token

from letters.markdown import pieces, tokens_of
from letters.translations.languages import Language, Script

LEFT_TO_RIGHT = "\u200e"
"""Keeps a question mark with the Dutch words before it in a text from right to left (UAX 9)."""

_WORD = "[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f0-9]*"
_WORDS = f"{_WORD}(?:[ .,:'\u2019/&-]{{1,2}}{_WORD})*[?!]?"


class Kind(StrEnum):
    """What a block of the text is."""

    TITLE = "h2"
    HEADING = "h3"
    BULLET = "li"
    TEXT = "p"


@dataclass(frozen=True)
class Stretch:
    """Some words: whether they are bold, and whether they are Dutch."""

    text: str
    bold: bool = False
    dutch: bool = False


@dataclass(frozen=True)
class Block:
    """A title, heading, paragraph or bullet, and whether it is Dutch as a whole."""

    kind: Kind
    stretches: tuple[Stretch, ...]
    dutch: bool = False

    @property
    def text(self) -> str:
        """The words of the block."""
        return "".join(stretch.text for stretch in self.stretches)


def read(words: str, language: Language, headings: Iterable[str] = ()) -> list[Block]:
    """Read a text in a language; `headings` are those of the Dutch letter, which it may name."""
    dutch = _dutch(language, headings)
    # what comes first under the title is the Dutch sentence that says what this is
    return [
        _in_dutch(kind, token) if place == 1 else Block(kind, tuple(_stretches(token, dutch, language)))
        for place, (kind, token) in enumerate(_inline(words))
    ]


def in_dutch(words: str) -> list[Block]:
    """Read a text that is Dutch as a whole."""
    return [_in_dutch(kind, token) for kind, token in _inline(words)]


def _in_dutch(kind: Kind, token: Token) -> Block:
    return Block(kind, tuple(Stretch(text, bold) for text, bold, _italic in pieces(token)), True)


def _inline(words: str) -> Iterator[tuple[Kind, Token]]:
    kind = Kind.TEXT
    for token in tokens_of(words):
        if token.type == "heading_open":
            kind = Kind(token.tag)
        elif token.type == "list_item_open":
            kind = Kind.BULLET
        elif token.type in ("heading_close", "list_item_close"):
            kind = Kind.TEXT
        elif token.type == "inline":
            yield kind, token


def _dutch(language: Language, headings: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds Dutch in a text: headings of the letter, and in another writing every Latin word."""
    known = [re.escape(heading) for heading in sorted(headings, key=len, reverse=True)]
    if language.script is not Script.LATIN:
        known.append(_WORDS)
    return re.compile("|".join(known)) if known else None


def _stretches(inline: Token, dutch: re.Pattern[str] | None, language: Language) -> Iterator[Stretch]:
    for text, bold, _italic in pieces(inline):
        place = 0
        for found in dutch.finditer(text) if dutch else ():
            if place < found.start():
                yield Stretch(text[place : found.start()], bold)
            steered = language.rtl and not found[0][-1].isalnum()
            yield Stretch(found[0] + LEFT_TO_RIGHT * steered, bold, True)
            place = found.end()
        if text[place:]:
            yield Stretch(text[place:], bold)
