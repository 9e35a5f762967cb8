"""Letterhead + words -> Word template, once for every version of the words.

The words stand in `templates/letters/*.md`: headings, paragraphs, bullets, tables,
placeholders and conditions of docxtpl. A line `[[name]]` takes in the shared block
`blokken/name.md`; `<!-- vermelding: name -->` to `<!-- einde -->` marks a mandatory mention,
which becomes a bookmark in Word so that it can be found again in the finished letter.
"""

import io
import re
import zipfile
from functools import cache
from pathlib import Path

from letters.markdown import MENTION, word_xml

__all__ = ["BODY", "CLOSING", "LETTERHEAD", "MENTION", "WORDS", "WordsMissing", "template", "with_blocks", "words_of"]

WORDS = Path(__file__).parent.parent / "templates" / "letters"
LETTERHEAD = WORDS / "briefhoofd.docx"
BODY = "word/document.xml"

CLOSING = "[[gegevensbescherming]]\n\n[[controle]]"
"""The shared blocks under every signature."""

_BLOCK = re.compile(r"^\[\[([a-z_]+)\]\]$", re.MULTILINE)
_PARAGRAPH = re.compile(r"<w:p>(?:(?!</w:p>).)*\{\{ (inhoud|slot) \}\}.*?</w:p>", re.DOTALL)


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
    parts = {"inhoud": word_xml(words_of(name)), "slot": word_xml(with_blocks(CLOSING), "Klein")}
    out = io.BytesIO()
    with zipfile.ZipFile(LETTERHEAD) as head, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for member in head.infolist():
            content = head.read(member)
            if member.filename == BODY:
                content = _PARAGRAPH.sub(lambda found: parts[found[1]], content.decode()).encode()
            made.writestr(member, content)
    return out.getvalue()
