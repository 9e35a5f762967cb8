"""What conditions leave behind in a finished letter: empty paragraphs, double blanks, cells without a paragraph.

Every paragraph of the template gets a number before it is filled in, so that a paragraph of the
letter can be laid beside the one it came from.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from letters.doctor.parts import FILLED_IN, W, paragraphs, place, words_of
from letters.doctor.tags import TAG

NUMBER = "nr"
"""The attribute that keeps the number of a paragraph; only the doctor's own copies have it."""

_OPENS = re.compile(r"<w:p(?=[ >])")
_DOUBLE = re.compile(r"\S {2,}\S| [,.;:!?](?: |$)")

Left = tuple[str, str, str]
"""What is left behind (`leeg`, `dubbel` or `cel`), where, and by which words of the template."""


def numbered(members: dict[str, bytes]) -> bytes:
    """Write a template anew, with every paragraph numbered."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, _number(content) if FILLED_IN.fullmatch(name) else content)
    return out.getvalue()


def _number(content: bytes) -> bytes:
    counted = iter(range(content.count(b"<w:p")))
    return _OPENS.sub(lambda _found: f'<w:p {NUMBER}="{next(counted)}"', content.decode()).encode()


def _parts(docx: bytes) -> Iterator[tuple[str, Any]]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        for name in package.namelist():
            if FILLED_IN.fullmatch(name):
                yield name, etree.fromstring(package.read(name))


def sources(template: bytes) -> dict[tuple[str, str], str]:
    """Return the words of every paragraph of a numbered template, by part and number."""
    return {
        (name, paragraph.get(NUMBER)): words_of(paragraph)
        for name, tree in _parts(template)
        for paragraph in paragraphs(tree)
    }


def left_behind(docx: bytes, source: dict[tuple[str, str], str]) -> Iterator[Left]:
    """Yield what a finished letter has that its template did not mean."""
    for name, tree in _parts(docx):
        for cell in tree.iter(f"{W}tc"):
            if cell.find(f"{W}p") is None:
                yield "cel", place(name), ""
        for paragraph in paragraphs(tree):
            meant = source.get((name, paragraph.get(NUMBER)), "")
            if TAG.search(meant) and (what := _left(paragraph, meant)):
                yield what, place(name), " ".join(meant.split())


def _left(paragraph: Any, meant: str) -> str:
    words = words_of(paragraph)
    if not words.strip():
        return "leeg" if not any(True for _ in paragraph.iter(f"{W}drawing")) else ""
    return "dubbel" if _DOUBLE.search(words) and not _DOUBLE.search(TAG.sub("x", meant)) else ""
