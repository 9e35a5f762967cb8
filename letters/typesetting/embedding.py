"""The typefaces inside a PDF: of every face only the glyphs that are used, with the characters they stand for.

The letters of Dutch always go in, so that nearly every letter carries the same compressed faces, made once.
"""

import struct
import zlib
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

import uharfbuzz  # type: ignore[import-untyped]

from letters.typesetting.shaping import Glyph
from letters.typesetting.tagged import Add, stream
from letters.typesetting.typeface import NAMES, Face

_DUTCH = "".join(map(chr, range(32, 127))) + "\u00a0€§°²½×·–—‘’“”„•…áàâäéèêëíîïóôöúùûüçñÁÉÈËÏÖÜÇ"
_TABLES = ("GSUB", "GPOS", "GDEF", "kern", "name", "OS/2", "post", "cmap", "FFTM", "DSIG", "gasp", "meta")
_DROPPED = [int.from_bytes(tag.ljust(4).encode(), "big") for tag in _TABLES]
_CHUNK = 100
"""So many characters a ToUnicode table may name at once."""


class Program(NamedTuple):
    """A face cut down to some glyphs: its name, and the streams and widths as they stand in the PDF."""

    name: str
    content: bytes
    present: bytes
    unicode: bytes
    widths: str


@lru_cache(maxsize=16)
def _prepared(face: Face) -> Any:
    return uharfbuzz.subset_preprocess(face.source)


@lru_cache(maxsize=16)
def _dutch(face: Face) -> frozenset[str]:
    """Return the glyphs every letter carries of the faces it is set in; of the others none."""
    dutch = _DUTCH if face.name.startswith("Liberation") else ""
    return frozenset(face.glyphs[ord(letter)] for letter in dutch)


def name(face: Face) -> str:
    """Name a face in the resources of a page."""
    return f"/F{NAMES.index(face.name)}"


class Embedding:
    """The faces of one PDF: what is drawn with them is noted here."""

    def __init__(self) -> None:
        self._used: dict[Face, set[str]] = {}
        self._said: dict[Face, dict[int, str]] = {}

    def plain(self, face: Face, glyphs: str) -> None:
        """Note glyphs of plain text."""
        self._used.setdefault(face, set()).update(glyphs)

    def shaped(self, face: Face, glyph: Glyph, words: str) -> bool:
        """Note a glyph that was chosen by shaping; says whether it stands for these words in this PDF.

        A face of plain text keeps its characters; in another a glyph stands for what it first said.
        """
        self._used.setdefault(face, set()).add(chr(glyph.number))
        if _dutch(face):
            return face.letters.get(glyph.number) == words
        return self._said.setdefault(face, {}).setdefault(glyph.number, words) == words

    def write(self, add: Add) -> str:
        """Write the faces with `add`, which takes bytes and returns a reference; returns the font resources."""
        out = []
        for face, used in self._used.items():
            extra = frozenset(used - _dutch(face))
            said = frozenset(self._said.get(face, {}).items())
            out.append(f"{name(face)} {_write(face, _program(face, extra, said), add)}")
        return f"<< {' '.join(out)} >>"


@lru_cache(maxsize=24)
def _program(face: Face, extra: frozenset[str], said: frozenset[tuple[int, str]]) -> Program:
    """Cut a face down to some glyphs."""
    asked = uharfbuzz.SubsetInput()
    asked.glyph_set.update(sorted({0} | {ord(glyph) for glyph in _dutch(face) | extra}))
    asked.drop_table_tag_set.update(_DROPPED)
    asked.flags = uharfbuzz.SubsetFlags.RETAIN_GIDS | uharfbuzz.SubsetFlags.NO_HINTING
    plan = uharfbuzz.SubsetPlan(_prepared(face), asked)
    glyphs = sorted(plan.old_to_new_glyph_mapping)
    program = plan.execute().blob.data
    tag = "".join(chr(ord("A") + digit % 26) for digit in zlib.crc32(repr(glyphs).encode()).to_bytes(4) + b"HR")
    content = stream(program, f"/Length1 {len(program)}")
    letters = face.letters | dict(said)
    parts = (stream(_present(glyphs)), stream(_unicode(glyphs, letters)), _widths(face, glyphs))
    return Program(f"{tag}+{face.name}", content, *parts)


def _present(glyphs: list[int]) -> bytes:
    """Write which glyphs are there, a bit for each: PDF/A-1 asks for it."""
    out = bytearray(glyphs[-1] // 8 + 1)
    for glyph in glyphs:
        out[glyph // 8] |= 0x80 >> glyph % 8
    return bytes(out)


def _unicode(glyphs: list[int], letters: dict[int, str]) -> bytes:
    """Write which characters the glyphs stand for."""
    lines = [f"<{n:04X}> <{letters[n].encode('utf-16-be').hex().upper()}>" for n in glyphs if letters.get(n)]
    parts = [lines[start : start + _CHUNK] for start in range(0, len(lines), _CHUNK)]
    body = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{body}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode()


def _widths(face: Face, glyphs: list[int]) -> str:
    """Write how wide the glyphs are, neighbours in one list."""
    out = []
    for _, group in groupby(enumerate(glyphs), key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in group]
        wide = (f"{face.font.get_glyph_h_advance(n) * 1000 / face.source.upem:.6g}" for n in numbers)
        out.append(f"{numbers[0]} [ {' '.join(wide)} ]")
    return " ".join(out)


@lru_cache(maxsize=16)
def _described(face: Face) -> str:
    """Write what the tables of a face say of it as a whole."""
    em = face.source.upem
    box = struct.unpack(">4h", face.source.reference_table("head").data[36:44])
    (slant,) = struct.unpack(">i", face.source.reference_table("post").data[4:8])
    capital = face.font.get_glyph_extents(ord(face.glyphs.get(ord("H"), "\0")))
    edges = " ".join(f"{side * 1000 / em:.0f}" for side in box)
    return (
        f"/Flags 4 /FontBBox [ {edges} ] /ItalicAngle {slant / 65536:g} /Ascent {face.ascent * 1000:.0f} "
        f"/Descent {-face.descent * 1000:.0f} /CapHeight {capital.y_bearing * 1000 / em:.0f} /StemV 80"
    )


def _write(face: Face, program: Program, add: Add) -> str:
    descriptor = add(
        f"<< /Type /FontDescriptor /FontName /{program.name} {_described(face)} "
        f"/FontFile2 {add(program.content)} /CIDSet {add(program.present)} >>".encode()
    )
    inner = add(
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{program.name} /CIDToGIDMap /Identity /DW 0 "
        f"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        f"/W [ {program.widths} ] /FontDescriptor {descriptor} >>".encode()
    )
    return add(
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{program.name} /Encoding /Identity-H "
        f"/DescendantFonts [ {inner} ] /ToUnicode {add(program.unicode)} >>".encode()
    )
