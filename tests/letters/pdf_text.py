"""Reads a tagged PDF as a screen reader does: the structure tree in order, and the words each element holds.

It resolves the marked content of every page, honours ActualText and decodes the fonts by their
ToUnicode tables. It knows nothing of the code that writes the PDF.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

BLOCKS = ("P", "H1", "H2", "H3", "LBody", "Lbl")
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<(\w+)>\s*<(\w+)>\s*(\[[^\]]*\]|<[^>]*>)")
_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)


@dataclass
class Node:
    """An element of the structure: its kind, its attributes, language and words, and its children or marks in order."""

    kind: str
    attributes: dict[str, str]
    language: str
    alternative: str | None
    kids: list["Node | tuple[int, int]"] = field(default_factory=list)

    def walk(self) -> Iterator["Node"]:
        """Yield this element and all under it."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def marks(self) -> list[tuple[int, int]]:
        """Return the marked content under this element, in reading order."""
        return [kid for node in self.walk() for kid in node.kids if not isinstance(kid, Node)]


def _unicode(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "surrogatepass")


def _table(stream: bytes) -> dict[int, str]:
    """Read a ToUnicode table: which character every code stands for."""
    table: dict[int, str] = {}
    for kind, body in _SECTION.findall(stream):
        if kind == b"char":
            codes = _HEX.findall(body)
            table |= {int(code, 16): _unicode(text) for code, text in zip(codes[::2], codes[1::2], strict=True)}
            continue
        for first, last, target in _RANGE.findall(body):
            texts = [_unicode(each) for each in _HEX.findall(target)]
            for i, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                table[code] = texts[i] if target.startswith(b"[") else chr(ord(texts[0]) + i)
    return table


class Page:
    """The marked content of a page: the words per number, and what is decoration."""

    def __init__(self, page: pikepdf.Page) -> None:
        fonts = page.Resources.get("/Font", {})
        self._fonts = {name: _table(font.ToUnicode.read_bytes()) for name, font in fonts.items()}
        assert all(font.Subtype == "/Type0" and font.Encoding == "/Identity-H" for font in fonts.values())
        self.words: dict[int, str] = {}
        self.tags: dict[int, str] = {}
        self.decoration = ""
        self._open: list[dict[str, Any]] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            self._take(str(operator), list(operands))
        assert not self._open, "every marked content is closed"

    def _take(self, operator: str, operands: list[Any]) -> None:
        if operator in ("BDC", "BMC"):
            properties = operands[1] if len(operands) > 1 else {}
            self._open.append({"tag": str(operands[0]), "properties": properties, "text": ""})
        elif operator == "EMC":
            self._close(self._open.pop())
        elif operator == "Tf":
            self._table = self._fonts[str(operands[0])]
        elif operator in ("Tj", "TJ", "'", '"'):
            self._show(operands[-1] if operator == "TJ" else [operands[-1]])

        elif operator == "ET" and self._open[-1]["tag"] == "/Artifact":
            self._open[-1]["text"] += "\n"

    def _show(self, strings: Any) -> None:
        codes = b"".join(bytes(each) for each in strings if isinstance(each, pikepdf.String))
        assert self._open or not codes, "nothing is drawn outside marked content"
        pairs = (codes[i : i + 2] for i in range(0, len(codes), 2))  # Identity-H: two bytes a glyph
        # a glyph without a character is spoken for by the words around it
        spoken = any("/ActualText" in mark["properties"] for mark in self._open)
        self._open[-1]["text"] += "".join("" if spoken else self._table[int.from_bytes(pair)] for pair in pairs)

    def _close(self, mark: dict[str, Any]) -> None:
        said = mark["properties"].get("/ActualText")
        text = mark["text"] if said is None else str(said)
        number = mark["properties"].get("/MCID")
        if mark["tag"] == "/Artifact":
            self.decoration += text
        elif number is not None:
            assert int(number) not in self.words, "a number stands once on a page"
            self.words[int(number)], self.tags[int(number)] = text, mark["tag"].lstrip("/")
        else:
            self._open[-1]["text"] += text


class Tagged:
    """A tagged PDF: its pages, and its structure from the top."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(data))
        self.pages = [Page(page) for page in self.pdf.pages]
        self._numbers = {page.objgen: i for i, page in enumerate(self.pdf.pages)}
        self.top = self._node(self.pdf.Root.StructTreeRoot.K)

    def _node(self, element: Any) -> Node:
        attributes = {str(key): str(value) for key, value in element.get("/A", {}).items()}
        alternative = str(element.Alt) if "/Alt" in element else None
        node = Node(str(element.S).lstrip("/"), attributes, str(element.get("/Lang", "")), alternative)
        for kid in element.K:
            if "/MCID" in kid:
                node.kids.append((self._numbers[kid.Pg.objgen], int(kid.MCID)))
            else:
                node.kids.append(self._node(kid))
        return node

    def text(self, node: Node) -> str:
        """Return the words under an element exactly as they are written, line after line."""
        return "".join(self.pages[page].words[number] for page, number in node.marks())

    def own_text(self, node: Node) -> str:
        """Return the words of a paragraph without those of the list inside it."""
        inner = {mark for kid in node.kids if isinstance(kid, Node) and kid.kind == "L" for mark in kid.marks()}
        return "".join(self.pages[page].words[number] for page, number in node.marks() if (page, number) not in inner)

    def blocks(self, *kinds: str) -> list[Node]:
        """Return the elements of some kinds in reading order; without kinds, every paragraph and heading."""
        return [node for node in self.top.walk() if node.kind in (kinds or BLOCKS)]


def paragraphs(data: bytes) -> list[str]:
    """Return the words of every paragraph that has any, with single spaces; bullets are decoration."""
    tagged = Tagged(data)
    texts = (" ".join(tagged.own_text(node).split()) for node in tagged.blocks() if node.kind != "Lbl")
    return [text for text in texts if text]


def decoration(data: bytes) -> list[str]:
    """Return what stands on every page outside the letter itself: header, footer, repeated headings."""
    return [" ".join(page.decoration.split()) for page in Tagged(data).pages]
