"""Pieces that come in from outside: what a file is by its content, and whether it may stay.

Four kinds are kept: PDF, Word (.docx), JPG and PNG. The name somebody gave a file says
nothing; its first bytes and its structure do. Whatever is refused gets a sentence that says
what to do.
"""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from letters.intake.images import check_jpg, check_png
from letters.intake.names import cleaned_name
from letters.intake.pdf import check_pdf
from letters.intake.refusal import NotAccepted
from letters.intake.word import check_docx
from workflow.wording import N_

MOST_BYTES = 25 * 2**20
"""What one piece may weigh."""

_CHUNK = 2**18
_BEGINNING = 1024
"""Bytes: how far a browser or a PDF reader looks to guess what a file is."""

KINDS: dict[bytes, str] = {
    b"%PDF-": "pdf",
    b"PK\x03\x04": "docx",
    b"\xff\xd8\xff": "jpg",
    b"\x89PNG\r\n\x1a\n": "png",
}
"""What each kind begins with."""

CHECKS: dict[str, Callable[[bytes], None]] = {
    "pdf": check_pdf,
    "docx": check_docx,
    "jpg": check_jpg,
    "png": check_png,
}

EMPTY = N_("Dit bestand is leeg. Kies een ander bestand.")
TOO_LARGE = N_("Dit bestand is groter dan 25 MB. Maak het kleiner of splits het, en probeer opnieuw.")
UNKNOWN = N_("Dit soort bestand kan niet in het dossier. Bewaar het als PDF en probeer opnieuw.")
WEB_PAGE = N_("Dit is een webpagina of een tekening (HTML, SVG, XML). Druk ze af als PDF en probeer opnieuw.")
TEXT = N_("Dit is gewone tekst of opmaak zonder papier. Bewaar ze als PDF en probeer opnieuw.")
PROGRAM = N_("Dit is een programma. Programma's komen niet in een dossier.")
OLD_OFFICE = N_(
    "Dit is een oud Office-bestand (.doc, .xls, .ppt, .msg). Bewaar het als PDF of .docx en probeer opnieuw."
)
PACKED = N_("Dit is een ingepakt bestand. Pak het uit en voeg elk stuk apart toe.")
PHONE_PHOTO = N_("Dit is een foto of filmpje van een telefoon (HEIC, MP4). Bewaar de foto als JPG en probeer opnieuw.")
OTHER_IMAGE = N_(
    "Dit is een beeld dat niet iedereen kan openen (GIF, WebP, TIFF, BMP). Bewaar het als JPG, PNG of PDF."
)
BEFORE_PDF = N_("Vóór deze PDF staan gegevens die er niet horen. Druk hem opnieuw af als PDF en probeer opnieuw.")
TWO_FACED = N_(
    "Dit bestand doet zich ook voor als een ander soort bestand. Bewaar het opnieuw als PDF en probeer opnieuw."
)

_OTHERS: tuple[tuple[bytes, str], ...] = (
    (rb"MZ|\x7fELF|\xca\xfe\xba\xbe|\xfe\xed\xfa|\xcf\xfa\xed\xfe|#!", PROGRAM),
    (rb"\xd0\xcf\x11\xe0", OLD_OFFICE),
    (rb"PK(\x05\x06|\x07\x08)|Rar!|7z\xbc\xaf|\x1f\x8b|BZh|\xfd7zXZ|MSCF", PACKED),
    (rb"(?s)....ftyp", PHONE_PHOTO),
    (rb"(?s)GIF8|RIFF....WEBP|II\*\x00|MM\x00\*|BM|\x00\x00\x01\x00", OTHER_IMAGE),
    (rb"(?i)\s*<(!|\?|html|svg|script|head|body|[a-z]+[ >])", WEB_PAGE),
    (rb"\{\\rtf|%!PS", TEXT),
)
"""What people also send, by its beginning."""

_MARKUP = re.compile(rb"(?i)<(!doctype html|html|script|svg|iframe|body)[\s>]|<\?php")


@dataclass(frozen=True)
class Piece:
    """A file that may stay: its kind by content, its bytes, and its name to show."""

    kind: str
    content: bytes
    name: str


def receive(stream: IO[bytes], name: str, most: int = MOST_BYTES) -> Piece:
    """Read a file from outside and check it; raises NotAccepted. What it says of its own size counts for nothing."""
    content = _read(stream, most)
    kind = recognise(content)
    CHECKS[kind](content)
    return Piece(kind, content, cleaned_name(name, kind))


def _read(stream: IO[bytes], most: int) -> bytes:
    read, chunks = 0, []
    while chunk := stream.read(_CHUNK):
        read += len(chunk)
        if read > most:
            raise NotAccepted(TOO_LARGE)
        chunks.append(chunk)
    if not read:
        raise NotAccepted(EMPTY)
    return b"".join(chunks)


def recognise(content: bytes) -> str:
    """Return the kind of a file by its first bytes; raises NotAccepted for any other kind, or for two at once."""
    kind = next((kind for first, kind in KINDS.items() if content.startswith(first)), None)
    if kind is None:
        raise NotAccepted(_what_it_is(content))
    beginning = content[:_BEGINNING]
    second_pdf = kind != "pdf" and b"%PDF-" in beginning
    second_zip = kind != "docx" and zipfile.is_zipfile(io.BytesIO(content))
    if second_pdf or second_zip or _MARKUP.search(beginning):
        raise NotAccepted(TWO_FACED)
    return kind


def _what_it_is(content: bytes) -> str:
    if b"%PDF-" in content[:_BEGINNING]:
        return BEFORE_PDF
    plain = content[:_BEGINNING].removeprefix(b"\xef\xbb\xbf")
    if plain[:2] in (b"\xff\xfe", b"\xfe\xff"):
        plain = plain[2:].replace(b"\0", b"")
    return next((sentence for pattern, sentence in _OTHERS if re.match(pattern, plain)), UNKNOWN)
