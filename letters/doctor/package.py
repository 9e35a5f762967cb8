"""A .docx as a package: a plain zip with nothing hidden in it, and no bigger than it says.

Nothing inside is read before this room lets it pass; its members are unpacked with a limit.
"""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from itertools import pairwise

from letters.doctor.report import Problem, refusal
from workflow.wording import N_

LARGEST = 5 * 2**20
"""Bytes: what an uploaded template may weigh."""

LARGEST_MEMBER, LARGEST_WHOLE = 16 * 2**20, 40 * 2**20
MOST_MEMBERS = 200
MOST_TIMES = 100
"""How many times bigger a member may become when it is unpacked."""

_DESCRIPTOR = 24
"""Bytes: the sizes some programs write after a member."""

_END, _LOCAL = struct.Struct("<4s4H2LH"), struct.Struct("<4s5H3L2H")
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_MAGIC = (
    (b"%PDF", N_("Dit is een PDF en geen Word-bestand (.docx).")),
    (
        b"\xd0\xcf\x11\xe0",
        N_("Dit bestand heeft een wachtwoord of is een oud Word-bestand. Bewaar het als .docx zonder wachtwoord."),
    ),
    (b"{\\rtf", N_("Dit is een RTF-bestand. Bewaar het in Word als .docx.")),
)
NOT_WORD = N_("Dit is geen Word-bestand (.docx).")
BROKEN = N_(
    "Het bestand is afgebroken of beschadigd. Open het in Word, bewaar het opnieuw als .docx en probeer nog eens."
)
HIDDEN = N_("Voor, tussen of achter de onderdelen van het Word-bestand zitten verborgen gegevens.")


def unpack(docx: bytes) -> tuple[dict[str, bytes], list[Problem]]:
    """Return the members of a .docx by name, or why it is not opened at all."""
    if problems := list(_outside(docx)):
        return {}, problems
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            infos = package.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, EOFError):
        return {}, [refusal(BROKEN)]
    if problems := [*_names(infos), *_sizes(infos), *_places(docx, infos)]:
        return {}, problems
    members = {}
    for info in infos:
        content = _content(docx, info)
        if content is None:
            problems.append(refusal(N_("Het onderdeel '%(name)s' is niet wat het bestand zegt."), name=info.filename))
        else:
            members[info.filename] = content
    problems += [each for name, content in members.items() for each in _nested(name, content)]
    return ({}, problems) if problems else (members, [])


def _outside(docx: bytes) -> Iterator[Problem]:
    """Look at the first and last bytes: a zip from the one to the other, without a word before or after."""
    if len(docx) > LARGEST:
        yield refusal(N_("Het bestand is groter dan %(most)s MB."), most=LARGEST // 2**20)
    elif docx[:4] not in (b"PK\x03\x04", b"PK\x05\x06"):
        inside = b"PK\x05\x06" in docx
        yield refusal(next((text for magic, text in _MAGIC if docx.startswith(magic)), HIDDEN if inside else NOT_WORD))
    elif len(docx) < _END.size or docx[-_END.size :][:4] != b"PK\x05\x06":
        yield refusal(HIDDEN if b"PK\x05\x06" in docx else BROKEN)
    else:
        _sign, disk, first_disk, here, total, size, offset, comment = _END.unpack(docx[-_END.size :])
        if disk or first_disk or here != total or comment or offset + size != len(docx) - _END.size:
            yield refusal(HIDDEN)


def _names(infos: list[zipfile.ZipInfo]) -> Iterator[Problem]:
    seen: set[str] = set()
    for info in infos:
        name = info.orig_filename
        if name.lower() in seen:
            yield refusal(N_("Het onderdeel '%(name)s' staat meer dan één keer in het bestand."), name=name)
        seen.add(name.lower())
        if not name.isascii() or not name.isprintable() or {"\\", ":"} & set(name) or {"", ".."} & set(_steps(name)):
            yield refusal(N_("Het onderdeel '%(name)s' heeft een naam die buiten het bestand wijst."), name=name)
        if stat.S_ISLNK(info.external_attr >> 16):
            yield refusal(N_("Het onderdeel '%(name)s' verwijst naar een ander bestand (symlink)."), name=name)


def _steps(name: str) -> list[str]:
    return name.removesuffix("/").split("/")


def _sizes(infos: list[zipfile.ZipInfo]) -> Iterator[Problem]:
    """Believe nothing bigger than a letter can be; what is really in it is counted when it is unpacked."""
    if len(infos) > MOST_MEMBERS:
        text = N_("Het bestand heeft %(number)s onderdelen; meer dan %(most)s heeft geen enkele brief.")
        yield refusal(text, number=len(infos), most=MOST_MEMBERS)
    whole = sum(info.file_size for info in infos)
    if whole > LARGEST_WHOLE:
        text = N_("Uitgepakt is het bestand %(size)s MB groot; hoogstens %(most)s MB mag.")
        yield refusal(text, size=whole // 2**20, most=LARGEST_WHOLE // 2**20)
    for info in infos:
        swollen = info.file_size > 2**20 and info.file_size > MOST_TIMES * max(info.compress_size, 1)
        if swollen or info.file_size > LARGEST_MEMBER:
            text = N_("Het onderdeel '%(name)s' wordt uitgepakt veel te groot (een zipbom).")
            yield refusal(text, name=info.filename)
        if info.flag_bits & _ENCRYPTED:
            yield refusal(N_("Het onderdeel '%(name)s' is versleuteld."), name=info.filename)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            text = N_("Het onderdeel '%(name)s' is samengeperst op een manier die Word niet kent.")
            yield refusal(text, name=info.filename)


def _places(docx: bytes, infos: list[zipfile.ZipInfo]) -> Iterator[Problem]:
    """Check that the members fill the file: no gap to hide something in, no two on the same place."""
    _sign, *_rest, directory, _comment = _END.unpack(docx[-_END.size :])
    spans = sorted((info.header_offset, info.header_offset + _length(docx, info)) for info in infos)
    ends = [(0, 0), *spans, (directory, directory)]
    if not spans:
        yield refusal(NOT_WORD)
    elif any(not end <= start <= end + _DESCRIPTOR for (_start, end), (start, _end) in pairwise(ends)):
        yield refusal(HIDDEN)


def _length(docx: bytes, info: zipfile.ZipInfo) -> int:
    """Return how many bytes a member takes with its header; none when its header is not there."""
    head = docx[info.header_offset : info.header_offset + _LOCAL.size]
    if len(head) < _LOCAL.size or head[:4] != b"PK\x03\x04":
        return -len(docx)
    *_others, name, extra = _LOCAL.unpack(head)
    return _LOCAL.size + int(name) + int(extra) + info.compress_size


def _content(docx: bytes, info: zipfile.ZipInfo) -> bytes | None:
    """Unpack a member; nothing when name, size or checksum differ from what the directory says."""
    start = info.header_offset + _LOCAL.size
    _sign, _version, _flags, method, *_rest, name, _extra = _LOCAL.unpack(docx[info.header_offset : start])
    if method != info.compress_type or docx[start : start + name] != info.orig_filename.encode():
        return None
    end = info.header_offset + _length(docx, info)
    content = _inflated(docx[end - info.compress_size : end], info)
    right = content is not None and len(content) == info.file_size and zlib.crc32(content) == info.CRC
    return content if right else None


def _inflated(raw: bytes, info: zipfile.ZipInfo) -> bytes | None:
    if info.compress_type == zipfile.ZIP_STORED:
        return raw
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = unpacker.decompress(raw, info.file_size + 1)
    except zlib.error:
        return None
    return content if unpacker.eof and not unpacker.unused_data else None


def _nested(name: str, content: bytes) -> Iterator[Problem]:
    if content[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"Rar!", b"7z\xbc\xaf") or content[:2] == b"\x1f\x8b":
        yield refusal(N_("In '%(name)s' zit een ander bestand verpakt."), name=name)
