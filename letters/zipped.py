"""The bytes of a zip from outside: where its members lie, that nothing lies between them, what is really in them.

The directory at the end of a zip is only what its maker says. Whoever keeps such a file or
works with it looks here at the bytes themselves; nothing is ever written to a disk.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterable

DAMAGED, HIDDEN, SWOLLEN = "damaged", "hidden", "swollen"
"""What is wrong: it is not whole, it is something else beside what it says, or it is more than it says."""

_HEADING = struct.Struct("<4s5H3L2H")
_DESCRIPTOR = 24
"""Bytes: the longest note that may follow a member that says so."""


class Untrue(ValueError):
    """A zip is not what its directory says; `how` is DAMAGED, HIDDEN or SWOLLEN."""

    def __init__(self, how: str) -> None:
        super().__init__(how)
        self.how = how


def unpacked(content: bytes, info: zipfile.ZipInfo) -> bytes:
    """Unpack a member, and not a byte more than the directory says; raises Untrue."""
    start = _start(content, info)
    packed = content[start : start + info.compress_size]
    found = packed if info.compress_type == zipfile.ZIP_STORED else _inflated(packed, info.file_size)
    if len(found) > info.file_size:
        raise Untrue(SWOLLEN)
    if len(found) < info.file_size or zlib.crc32(found) != info.CRC:
        raise Untrue(DAMAGED)
    return found


def check_filled(content: bytes, members: Iterable[zipfile.ZipInfo], directory: int) -> None:
    """Check that the members fill the file up to its directory, each in a place of its own; raises Untrue."""
    place, room = 0, 0
    for info in sorted(members, key=lambda each: each.header_offset):
        if not place <= info.header_offset <= place + room:
            raise Untrue(HIDDEN)
        place = _start(content, info) + info.compress_size
        room = _DESCRIPTOR if info.flag_bits & 8 else 0
    if not place <= directory <= place + room:
        raise Untrue(HIDDEN)


def _start(content: bytes, info: zipfile.ZipInfo) -> int:
    """Return where the bytes of a member begin, by its own heading; that must be of the same member."""
    after = info.header_offset + _HEADING.size
    heading = content[info.header_offset : after]
    if len(heading) < _HEADING.size or heading[:4] != b"PK\x03\x04":
        raise Untrue(DAMAGED)
    _sign, _version, _flags, method, *_others, named, extra = _HEADING.unpack(heading)
    encoding = "utf-8" if info.flag_bits & 0x800 else "cp437"
    if method != info.compress_type or content[after : after + named] != info.orig_filename.encode(encoding):
        raise Untrue(HIDDEN)
    return after + int(named) + int(extra)


def _inflated(packed: bytes, most: int) -> bytes:
    """Unpack at most one byte more than was declared."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        found = unpacker.decompress(packed, most + 1)
    except zlib.error as error:
        raise Untrue(DAMAGED) from error
    if unpacker.unused_data:
        raise Untrue(HIDDEN)
    if not unpacker.eof and len(found) <= most:
        raise Untrue(DAMAGED)
    return found
