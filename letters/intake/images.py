"""Photos and scans from outside: their structure is read from end to end, the picture itself is never unpacked."""

import re
import struct
import zlib

from letters.intake.refusal import NotAccepted
from workflow.wording import N_

MOST_PIXELS = 50_000_000
"""A page of A3 scanned at 300 dots an inch has 17 million."""

DAMAGED = N_("Deze foto is beschadigd of niet helemaal aangekomen. Bewaar ze opnieuw en probeer nog eens.")
TOO_MANY = N_("Dit beeld is te groot: hoogstens 50 miljoen beeldpunten. Bewaar het kleiner en probeer opnieuw.")
MORE_BEHIND = N_(
    "Achter deze foto zit nog iets, bijvoorbeeld een filmpje van de telefoon. Bewaar ze opnieuw als JPG of PDF."
)
SCRIPT = N_("In de gegevens bij deze foto staat een programma. Bewaar ze opnieuw als JPG of PDF.")

_TOLERATED = 4096
"""Bytes of padding, zeros or blanks, that some devices leave behind a photo."""

_PROGRAM = re.compile(rb"(?i)<script|<html|<iframe|<\?php|javascript:")
_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers of a JPG that give its height and width."""

_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))
"""The markers of a JPG that stand without a length."""

_SCAN, _END = 0xDA, 0xD9
_AFTER_SCAN = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")


def check_png(content: bytes) -> None:
    """Walk the chunks of a PNG up to its end: lengths, checksums, size; raises NotAccepted."""
    seen: list[bytes] = []
    place = 8
    while not seen or seen[-1] != b"IEND":
        if place + 12 > len(content):
            raise NotAccepted(DAMAGED)
        length, kind = struct.unpack_from(">I4s", content, place)
        body = content[place + 8 : place + 8 + length]
        place += 12 + length
        if place > len(content) or zlib.crc32(kind + body) != int.from_bytes(content[place - 4 : place], "big"):
            raise NotAccepted(DAMAGED)
        _check_chunk(kind, body, first=not seen)
        seen.append(kind)
    if b"IDAT" not in seen:
        raise NotAccepted(DAMAGED)
    _check_rest(content[place:])


def _check_chunk(kind: bytes, body: bytes, first: bool) -> None:
    if first != (kind == b"IHDR") or (first and len(body) != 13):
        raise NotAccepted(DAMAGED)
    if first:
        _check_pixels(*struct.unpack_from(">II", body))
    elif kind != b"IDAT" and _PROGRAM.search(body):
        raise NotAccepted(SCRIPT)


def check_jpg(content: bytes) -> None:
    """Walk the segments of a JPG up to its end; raises NotAccepted."""
    place, seen = 2, set()
    while True:
        marker, place = _marker(content, place)
        if marker == _END:
            break
        if marker not in _ALONE:
            place = _check_segment(content, place, marker)
            seen.add("size" if marker in _SIZES else "scan" if marker == _SCAN else "")
    if not {"size", "scan"} <= seen:
        raise NotAccepted(DAMAGED)
    _check_rest(content[place:])


def _check_segment(content: bytes, place: int, marker: int) -> int:
    """Look at one segment; return where the next one begins."""
    length = int.from_bytes(content[place : place + 2], "big")
    body, end = content[place + 2 : place + length], place + length
    if length < 2 or end > len(content):
        raise NotAccepted(DAMAGED)
    if marker in _SIZES:
        _check_frame(body)
    elif _PROGRAM.search(body):
        raise NotAccepted(SCRIPT)
    return _after_scan(content, end) if marker == _SCAN else end


def _marker(content: bytes, place: int) -> tuple[int, int]:
    """Read a marker; any number of 0xFF may stand before it."""
    start = place
    while content[place : place + 1] == b"\xff":
        place += 1
    if place == start or place >= len(content) or content[place] == 0:
        raise NotAccepted(DAMAGED)
    return content[place], place + 1


def _after_scan(content: bytes, place: int) -> int:
    found = _AFTER_SCAN.search(content, place)
    if found is None:
        raise NotAccepted(DAMAGED)
    return found.start()


def _check_frame(body: bytes) -> None:
    if len(body) < 6:
        raise NotAccepted(DAMAGED)
    height, width = struct.unpack_from(">HH", body, 1)
    _check_pixels(width, height)


def _check_pixels(width: int, height: int) -> None:
    if not width or not height:
        raise NotAccepted(DAMAGED)
    if width * height > MOST_PIXELS:
        raise NotAccepted(TOO_MANY)


def _check_rest(rest: bytes) -> None:
    if len(rest) > _TOLERATED or rest.strip(b"\0 \t\r\n"):
        raise NotAccepted(MORE_BEHIND)
