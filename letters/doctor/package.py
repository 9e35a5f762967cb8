"""A .docx as a package: a plain zip with nothing hidden in it, and no bigger than it says.

Nothing inside is read before this room lets it pass; its members are unpacked with a limit.
"""

import io
import stat
import struct
import zipfile
from collections.abc import Iterator

from letters import zipped
from letters.doctor.report import Problem, refusal
from workflow.wording import N_

LARGEST = 5 * 2**20
"""Bytes: what an uploaded template may weigh."""

LARGEST_MEMBER, LARGEST_WHOLE = 16 * 2**20, 40 * 2**20
MOST_MEMBERS = 200
MOST_TIMES = 100
"""How many times bigger a member may become when it is unpacked."""

_END = struct.Struct("<4s4H2LH")
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
        try:
            members[info.filename] = zipped.unpacked(docx, info)
        except zipped.Untrue:
            problems.append(refusal(N_("Het onderdeel '%(name)s' is niet wat het bestand zegt."), name=info.filename))
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
    if not infos:
        yield refusal(NOT_WORD)
        return
    try:
        zipped.check_filled(docx, infos, directory)
    except zipped.Untrue:
        yield refusal(HIDDEN)


def _nested(name: str, content: bytes) -> Iterator[Problem]:
    if content[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"Rar!", b"7z\xbc\xaf") or content[:2] == b"\x1f\x8b":
        yield refusal(N_("In '%(name)s' zit een ander bestand verpakt."), name=name)
