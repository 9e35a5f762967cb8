"""A letter on the screen: the same Word template, with the words that come from the file marked."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from letters import word
from letters.typesetting import reader
from letters.typesetting.document import TURN, Cell, Paragraph, Table

_KINDS = {
    "heading 1": "h2",
    "heading 2": "h3",
    "heading 3": "h4",
    "List Bullet": "li",
    "Klein": "small",
    "Handtekening": "slot",
}
_BULLETS = {"•", "–", "▪", "◦", "➢", "✓", "-"}


@dataclass(frozen=True)
class Part:
    """A stretch of text: whether it was merged from the file, and whether it is bold."""

    text: str
    merged: bool
    bold: bool


@dataclass(frozen=True)
class Block:
    """A paragraph, or a table with its rows: whether each is a heading row, and its cells.

    `language` is empty where the paragraph is Dutch; `rtl` says that it runs from right to left.
    """

    kind: str
    parts: list[Part]
    rows: list[tuple[bool, list[list[Part]]]]
    language: str = ""
    rtl: bool = False


def blocks(template: bytes, facts: dict[str, Any]) -> list[Block]:
    """Lay out a letter for the screen, in the order of the paper."""
    document = reader.read(word.render(template, facts, marked=True))
    middle = document.page.width / 2
    return [block for each in document.blocks if (block := _block(each, middle)) is not None]


def _block(block: Paragraph | Table, middle: float) -> Block | None:
    if isinstance(block, Table):
        rows = [(row.heading, [parts for cell in row.cells for parts in _cells(cell)]) for row in block.rows]
        return Block("table" if block.border else "layout", [], rows)
    kind = "li" if block.label in _BULLETS else _KINDS.get(block.style, "p")
    if block.look.frame:
        kind = "sender" if block.look.frame[0] < middle else "addressee"
    number = [Part(f"{block.label} ", False, False)] if block.label and kind != "li" else []
    return Block(kind, number + _parts([block]), [], _language(block), block.look.bidi) if block.text else None


def _language(block: Paragraph) -> str:
    """Return the language of a paragraph, or nothing when it is that of the letter."""
    spoken = next((run.look.spoken for run in block.runs if run.text.strip()), "")
    return "" if spoken.startswith("nl") else spoken


def _cells(cell: Cell) -> list[list[Part]]:
    """Return the words of a cell; the columns it covers besides stay empty."""
    return [_parts(cell.blocks), *([] for _ in range(cell.columns - 1))]


def _parts(paragraphs: Iterable[Paragraph]) -> list[Part]:
    parts, merged = [], False
    for i, paragraph in enumerate(paragraphs):
        if i:
            parts.append(Part("\n", False, False))
        for run in paragraph.runs:
            for text in _split(run.text):
                if text in (word.MERGED, word.WORDS):
                    merged = text == word.MERGED
                elif text:
                    parts.append(Part(text, merged, run.look.bold))
    return parts


def _split(text: str) -> list[str]:
    text = text.replace(TURN, "")
    for sign in (word.MERGED, word.WORDS):
        text = text.replace(sign, f"\0{sign}\0")
    return text.split("\0")
