"""Opening a zip from outside, safely: every member is weighed before and while it is unpacked.

Nothing is ever written to a disk, and a name in the package is never a path. What cannot be
trusted is refused as a whole, with a sentence.
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator

from letters.intake.refusal import NotAccepted
from workflow.wording import N_, Sentence

MOST_MEMBERS = 2_000
MOST_UNPACKED = 200 * 2**20
"""Bytes, all members together."""

MOST_IN_A_MEMBER = 60 * 2**20
"""Bytes: what one member may be, unpacked."""

HIGHEST_RATIO = 250
"""How many times larger a member may become; Word's own XML stays far under a hundred."""

RATIO_COUNTS_FROM = 2**20
"""Bytes: smaller members cannot hurt, however well they were packed."""

_LOCAL = struct.Struct("<4s5H3I2H")
_END = b"PK\x05\x06"
_END_LENGTH = 22
_DESCRIPTOR = 24
"""Bytes: the longest note that may follow a member."""

_WRONG_NAME = re.compile(r"^[/\\]|^[A-Za-z]:|\\|(^|/)\.\.(/|$)|[\x00-\x1f\x7f]")

DAMAGED = N_("Dit bestand is beschadigd of niet helemaal aangekomen. Bewaar het opnieuw en probeer nog eens.")
BOMB = N_("Dit bestand wordt bij het uitpakken veel te groot. Bewaar het als PDF en probeer opnieuw.")
TRICK = N_("In dit bestand staat een naam die buiten het bestand wijst (%(name)s). Bewaar het opnieuw vanuit Word.")
HIDDEN = N_("In dit bestand zit iets verborgen naast de inhoud. Bewaar het opnieuw vanuit Word en probeer nog eens.")
LOCKED = N_("Dit bestand is beveiligd met een wachtwoord. Haal de beveiliging weg en probeer opnieuw.")


class Package:
    """A zip in memory whose members were all weighed; `read` unpacks one of them. Raises NotAccepted."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as opened:
                members, self.directory = opened.infolist(), opened.start_dir
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
            raise NotAccepted(DAMAGED) from error
        self.members = {info.filename: info for info in members}
        if len(members) != len({name.lower() for name in self.members}):
            raise NotAccepted(HIDDEN)
        for info in members:
            _check_name(info)
            _check_size(info)
        if len(members) > MOST_MEMBERS or sum(info.file_size for info in members) > MOST_UNPACKED:
            raise NotAccepted(BOMB)
        self._check_nothing_hides()

    def names(self) -> Iterator[str]:
        """Yield the names of the members that are no folders."""
        return (name for name, info in self.members.items() if not info.is_dir())

    def read(self, name: str) -> bytes:
        """Unpack one member; raises NotAccepted when it is not what the directory said."""
        info = self.members[name]
        start = self._body(info)
        packed = self.content[start : start + info.compress_size]
        unpacked = packed if info.compress_type == zipfile.ZIP_STORED else _inflated(packed, info.file_size)
        if len(unpacked) > info.file_size:
            raise NotAccepted(BOMB)
        if len(unpacked) < info.file_size or zlib.crc32(unpacked) != info.CRC:
            raise NotAccepted(DAMAGED)
        return unpacked

    def _body(self, info: zipfile.ZipInfo) -> int:
        """Return where the bytes of a member begin, by its own heading; that must name the same member."""
        heading = self.content[info.header_offset : info.header_offset + _LOCAL.size]
        if len(heading) < _LOCAL.size or heading[:4] != b"PK\x03\x04":
            raise NotAccepted(DAMAGED)
        named, extra = _LOCAL.unpack(heading)[-2:]
        start = info.header_offset + _LOCAL.size
        encoding = "utf-8" if info.flag_bits & 0x800 else "cp437"
        if self.content[start : start + named] != info.orig_filename.encode(encoding):
            raise NotAccepted(HIDDEN)
        return start + int(named) + int(extra)

    def _check_nothing_hides(self) -> None:
        """Refuse what stands before, between or after the members, and members that share their bytes."""
        place, room = 0, 0
        for info in sorted(self.members.values(), key=lambda each: each.header_offset):
            if not place <= info.header_offset <= place + room:
                raise NotAccepted(HIDDEN)
            place = self._body(info) + info.compress_size
            room = _DESCRIPTOR if info.flag_bits & 8 else 0
        ends = self.content.rfind(_END) == len(self.content) - _END_LENGTH
        if not place <= self.directory <= place + room or not ends:
            raise NotAccepted(HIDDEN)


def _check_name(info: zipfile.ZipInfo) -> None:
    if _WRONG_NAME.search(info.orig_filename) or stat.S_ISLNK(info.external_attr >> 16):
        raise NotAccepted(Sentence(TRICK, name=ascii(info.orig_filename)[1:-1][:60]))


def _check_size(info: zipfile.ZipInfo) -> None:
    if info.flag_bits & 1:
        raise NotAccepted(LOCKED)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotAccepted(DAMAGED)
    ratio = info.file_size / max(info.compress_size, 1)
    if info.file_size > MOST_IN_A_MEMBER or (info.file_size > RATIO_COUNTS_FROM and ratio > HIGHEST_RATIO):
        raise NotAccepted(BOMB)


def _inflated(packed: bytes, most: int) -> bytes:
    """Unpack at most one byte more than was declared."""
    unpacker = zlib.decompressobj(-15)
    try:
        unpacked = unpacker.decompress(packed, most + 1)
    except zlib.error as error:
        raise NotAccepted(DAMAGED) from error
    if unpacker.unused_data:
        raise NotAccepted(HIDDEN)
    return unpacked
