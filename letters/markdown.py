"""Markdown -> Word: headings, paragraphs, bullets, tables, conditions, and bookmarks for mandatory mentions."""

import re
import zlib
from collections.abc import Iterator
from xml.sax.saxutils import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from letters.markdown_table import table

MENTION = "vermelding_"
"""What the bookmark of a mandatory mention begins with."""

_CONTROL = re.compile(r"\{%-? *(?:if|elif|else|endif|for|endfor)\b[^%]*%\}")
_PLACEHOLDER = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
_OPENS = re.compile(r"<!-- vermelding: ([a-z_]+) -->")
_MARKDOWN = (
    MarkdownIt("commonmark")
    .enable("table")
    # what would lose words on the way to Word stays plain text
    .disable(["code", "fence", "backticks", "html_inline", "autolink", "link", "image", "reference"])
)
_STYLES = {"h1": "Onderwerp", "h2": "Kop"}


def tokens_of(text: str) -> list[Token]:
    """Read a Markdown text, and leave what stands inside placeholders as it is."""
    hidden, kept = _guarded(text)
    tokens = _MARKDOWN.parse(hidden)
    for token in tokens:
        for inner in [token, *(token.children or ())]:
            inner.content = re.sub("\ue000(\\d+)\ue001", lambda found: kept[int(found[1])], inner.content)
    return tokens


def _guarded(text: str) -> tuple[str, list[str]]:
    # Markdown would read the stars and quotes inside a placeholder; hide them while it looks.
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        """Put a piece away, and leave a mark where it stood."""
        kept.append(found[0])
        return f"\ue000{len(kept) - 1}\ue001"

    return _PLACEHOLDER.sub(keep, text), kept


def pieces(inline: Token) -> Iterator[tuple[str, bool, bool]]:
    """Yield the words of a paragraph with whether they are bold and italic; a hard break is a newline."""
    bold = italic = False
    for token in inline.children or ():
        if token.type == "text" and token.content:
            yield token.content, bold, italic
        elif token.type == "softbreak":
            yield " ", bold, italic
        elif token.type == "hardbreak":
            yield "\n", bold, italic
        elif token.type in ("strong_open", "strong_close"):
            bold = token.type == "strong_open"
        elif token.type in ("em_open", "em_close"):
            italic = token.type == "em_open"


def word_xml(text: str, style: str = "Normal") -> str:
    """Return the Word XML of a Markdown text; `style` is that of a plain paragraph."""
    return "".join(_Body(style).walk(tokens_of(text)))


def paragraph(text: str, style: str) -> str:
    """Write a paragraph of Word."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{text}</w:p>'


def _run(text: str, bold: bool, italic: bool) -> str:
    look = "<w:b/>" * bold + "<w:i/>" * italic
    return f'<w:r>{look and f"<w:rPr>{look}</w:rPr>"}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _runs(inline: Token) -> str:
    return "".join("<w:r><w:br/></w:r>" if piece[0] == "\n" else _run(*piece) for piece in pieces(inline))


class _Body:
    """Walks Markdown tokens and writes Word paragraphs, lists, tables and bookmarks."""

    def __init__(self, style: str) -> None:
        self.normal = style
        self.style = style
        self.open: list[str] = []
        self.rows: list[list[str]] | None = None

    def walk(self, tokens: list[Token]) -> Iterator[str]:
        """Yield the Word XML of the tokens."""
        for token in tokens:
            self._restyle(token)
            if token.type == "inline" and self.rows is not None:
                self.rows[-1].append(_runs(token))
            elif token.type == "inline":
                yield from self._block(token)
            elif token.type == "html_block":
                yield from self._mark(token.content)
            elif token.type == "table_close" and self.rows is not None:
                yield table(self.rows, paragraph) + paragraph("", "Klein")
                self.rows = None

    def _restyle(self, token: Token) -> None:
        """Follow which paragraph style the next words take, and where a table begins."""
        self.style = {
            "heading_open": _STYLES.get(token.tag, self.normal),
            "list_item_open": "Lijst",
            "heading_close": self.normal,
            "bullet_list_close": self.normal,
        }.get(token.type, self.style)
        if token.type == "table_open":
            self.rows = []
        elif token.type == "tr_open" and self.rows is not None:
            self.rows.append([])

    def _block(self, token: Token) -> Iterator[str]:
        lines = token.content.split("\n")
        if all(_CONTROL.fullmatch(line.strip()) for line in lines):
            for line in lines:
                yield paragraph(_run(line.strip().replace("{%", "{%p", 1), False, False), self.normal)
        else:
            yield paragraph(_runs(token), self.style)

    def _mark(self, comment: str) -> Iterator[str]:
        for line in comment.strip().splitlines():
            if opens := _OPENS.fullmatch(line.strip()):
                self.open.append(opens[1])
                yield f'<w:bookmarkStart w:id="{bookmark_number(opens[1])}" w:name="{MENTION}{opens[1]}"/>'
            elif line.strip() == "<!-- einde -->":
                yield f'<w:bookmarkEnd w:id="{bookmark_number(self.open.pop())}"/>'


def bookmark_number(name: str) -> int:
    """Return the number Word knows a bookmark by: the same for the same name."""
    return 1 + zlib.crc32(name.encode()) % 1_000_000
