"""Letterhead + words -> Word template, once for every version of the words.

The words stand in `templates/letters/*.md`: headings, paragraphs, bullets, tables,
placeholders and conditions of docxtpl. A line `[[name]]` takes in the shared block
`blokken/name.md`; `<!-- vermelding: name -->` to `<!-- einde -->` marks a mandatory mention,
which becomes a bookmark in Word so that it can be found again in the finished letter.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

WORDS = Path(__file__).parent.parent / "templates" / "letters"
LETTERHEAD = WORDS / "briefhoofd.docx"
BODY = "word/document.xml"
MENTION = "vermelding_"
"""What the bookmark of a mandatory mention begins with."""

CLOSING = "[[gegevensbescherming]]\n\n[[controle]]"
"""The shared blocks under every signature."""

_BLOCK = re.compile(r"^\[\[([a-z_]+)\]\]$", re.MULTILINE)
_CONTROL = re.compile(r"\{%-? *(?:if|elif|else|endif|for|endfor)\b[^%]*%\}")
_PLACEHOLDER = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
_OPENS = re.compile(r"<!-- vermelding: ([a-z_]+) -->")
_PARAGRAPH = re.compile(r"<w:p>(?:(?!</w:p>).)*\{\{ (inhoud|slot) \}\}.*?</w:p>", re.DOTALL)
_MARKDOWN = (
    MarkdownIt("commonmark")
    .enable("table")
    # what would lose words on the way to Word stays plain text
    .disable(["code", "fence", "backticks", "html_inline", "autolink", "link", "image", "reference"])
)
_STYLES = {"h1": "Onderwerp", "h2": "Kop"}


class WordsMissing(Exception):
    """A letter or shared block has no text in templates/letters."""


def words_of(name: str) -> str:
    """Return the whole text of a letter, with its shared blocks taken in."""
    path = WORDS / f"{name}.md"
    if not path.is_file():
        raise WordsMissing(f"templates/letters/{name}.md")
    return with_blocks(path.read_text(encoding="utf-8"))


def with_blocks(text: str) -> str:
    """Replace every `[[name]]` by its shared block, and the blocks inside it too."""
    return _BLOCK.sub(lambda found: words_of(f"blokken/{found[1]}").strip(), text)


@cache
def template(name: str) -> bytes:
    """Return the Word template of a letter: its words set in the letterhead."""
    parts = {"inhoud": "".join(_word(words_of(name))), "slot": "".join(_word(with_blocks(CLOSING), "Klein"))}
    out = io.BytesIO()
    with zipfile.ZipFile(LETTERHEAD) as head, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for member in head.infolist():
            content = head.read(member)
            if member.filename == BODY:
                content = _PARAGRAPH.sub(lambda found: parts[found[1]], content.decode()).encode()
            made.writestr(member, content)
    return out.getvalue()


def _paragraph(text: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{text}</w:p>'


def _run(text: str, bold: bool, italic: bool) -> str:
    look = "<w:b/>" * bold + "<w:i/>" * italic
    return f'<w:r>{look and f"<w:rPr>{look}</w:rPr>"}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _runs(inline: Token) -> str:
    out, bold, italic = [], False, False
    for token in inline.children or ():
        if token.type == "text" and token.content:
            out.append(_run(token.content, bold, italic))
        elif token.type == "softbreak":
            out.append(_run(" ", bold, italic))
        elif token.type == "hardbreak":
            out.append("<w:r><w:br/></w:r>")
        elif token.type in ("strong_open", "strong_close"):
            bold = token.type == "strong_open"
        elif token.type in ("em_open", "em_close"):
            italic = token.type == "em_open"
    return "".join(out)


def _guarded(text: str) -> tuple[str, list[str]]:
    # Markdown would read the stars and quotes inside a placeholder; hide them while it looks.
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\ue000{len(kept) - 1}\ue001"

    return _PLACEHOLDER.sub(keep, text), kept


def _word(text: str, style: str = "Normal") -> Iterator[str]:
    """Yield the Word XML of a Markdown text, paragraph by paragraph."""
    hidden, kept = _guarded(text)
    tokens = _MARKDOWN.parse(hidden)
    for token in tokens:
        for inner in [token, *(token.children or ())]:
            inner.content = re.sub("\ue000(\\d+)\ue001", lambda found: kept[int(found[1])], inner.content)
    yield from _Body(style).walk(tokens)


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
                yield _table(self.rows)
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
                yield _paragraph(_run(line.strip().replace("{%", "{%p", 1), False, False), self.normal)
        else:
            yield _paragraph(_runs(token), self.style)

    def _mark(self, comment: str) -> Iterator[str]:
        for line in comment.strip().splitlines():
            if opens := _OPENS.fullmatch(line.strip()):
                self.open.append(opens[1])
                yield f'<w:bookmarkStart w:id="{_number(opens[1])}" w:name="{MENTION}{opens[1]}"/>'
            elif line.strip() == "<!-- einde -->":
                yield f'<w:bookmarkEnd w:id="{_number(self.open.pop())}"/>'


def _number(name: str) -> int:
    return 1 + zlib.crc32(name.encode()) % 1_000_000


_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7A868C"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_WIDTH = 9072
"""The width between the margins of the letterhead, in twentieths of a point."""


def _table(rows: list[list[str]]) -> str:
    columns = len(rows[0])
    first = _WIDTH // 5
    widths = [first, *[(_WIDTH - first) // (columns - 1)] * (columns - 1)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    body = _row(rows[0], widths, "Celkop", head, '<w:shd w:val="clear" w:color="auto" w:fill="E6F5FC"/>')
    body += "".join(_row(row, widths, "Cel", "<w:trPr><w:cantSplit/></w:trPr>", "") for row in rows[1:])
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>' + _paragraph("", "Klein")
    )


def _row(cells: list[str], widths: list[int], style: str, look: str, shade: str) -> str:
    if cells[0].count("{%") and not any(cells[1:]):
        cells = [cells[0].replace("{%", "{%tr", 1), *cells[1:]]
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{_paragraph(cell, style)}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{look}{inner}</w:tr>"
