"""Pictures made ready for a PDF: the compressed bytes of a png or jpeg go in as they are wherever they can.

PDF/A-1 allows no transparency: a see-through picture is laid on white paper first.
"""

import io
import struct
import zlib
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image as Pillow
from PIL import UnidentifiedImageError

_PNG = b"\x89PNG\r\n\x1a\n"
_COLORS = {0: 1, 2: 3, 3: 1}
"""The kinds of png a PDF understands (grey, colours, a palette) and their channels."""

LARGEST = 50_000_000
"""Points in a picture we are willing to unpack."""


@dataclass(frozen=True)
class Picture:
    """A picture as a PDF holds it: what its dictionary says, and its bytes."""

    entries: str
    data: bytes


@lru_cache(maxsize=16)
def prepare(data: bytes) -> Picture:
    """Make a picture of a letter ready, once; raises ValueError when it is no png or jpeg, or damaged."""
    return ready(data)


def ready(data: bytes, largest: int = LARGEST) -> Picture:
    """Make a png or jpeg ready; raises ValueError when it is neither, or damaged, or too large to unpack."""
    if data.startswith(_PNG):
        return _png(data) or _unpacked(data, largest)
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data) or _unpacked(data, largest)
    raise ValueError("png of jpeg verwacht")


def _entries(width: int, height: int, bits: int, space: str, filters: str) -> str:
    return f"/Width {width} /Height {height} /BitsPerComponent {bits} /ColorSpace {space} {filters}"


def _chunks(data: bytes) -> dict[bytes, bytes]:
    """Take a png apart and check every part; the parts with the picture itself are joined."""
    out: dict[bytes, bytes] = {}
    place = len(_PNG)
    while place < len(data):
        if place + 12 > len(data):
            raise ValueError("afgebroken png")
        (size,) = struct.unpack_from(">I", data, place)
        kind, content = data[place + 4 : place + 8], data[place + 8 : place + 8 + size]
        if zlib.crc32(kind + content).to_bytes(4, "big") != data[place + 8 + size : place + 12 + size]:
            raise ValueError("beschadigde png")
        out[kind] = out.get(kind, b"") + content
        place += 12 + size
    if len(out.get(b"IHDR", b"")) != 13 or b"IDAT" not in out:
        raise ValueError("png zonder beeld")
    return out


def _png(data: bytes) -> Picture | None:
    """Take over the compressed bytes of a png, unless a PDF cannot show them so."""
    chunks = _chunks(data)
    width, height, bits, color, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    if color not in _COLORS or bits > 8 or interlaced or b"tRNS" in chunks or not width * height:
        return None
    space = {0: "/DeviceGray", 2: "/DeviceRGB"}.get(color)
    if space is None:
        palette = chunks.get(b"PLTE", b"")
        if not palette:
            raise ValueError("png zonder palet")
        space = f"[ /Indexed /DeviceRGB {len(palette) // 3 - 1} <{palette.hex()}> ]"
    channels = _COLORS[color]
    filters = (
        "/Filter /FlateDecode /DecodeParms << /Predictor 15 "
        f"/Colors {channels} /BitsPerComponent {bits} /Columns {width} >>"
    )
    return Picture(_entries(width, height, bits, space, filters), chunks[b"IDAT"])


def _jpeg(data: bytes) -> Picture | None:
    """Take over a jpeg as it is; one made for the printing press is unpacked."""
    place = 2
    while place + 9 < len(data):
        mark, size = data[place + 1], int.from_bytes(data[place + 2 : place + 4], "big")
        if data[place] != 0xFF:
            break
        if 0xC0 <= mark <= 0xC2:
            bits, height, width, channels = struct.unpack_from(">BHHB", data, place + 4)
            space = {1: "/DeviceGray", 3: "/DeviceRGB"}.get(channels)
            if space is None or bits != 8:
                return None
            return Picture(_entries(width, height, bits, space, "/Filter /DCTDecode"), data)
        place += 2 + size
    raise ValueError("beschadigde jpeg")


def _unpacked(data: bytes, largest: int) -> Picture:
    """Unpack a picture on white paper."""
    try:
        with Pillow.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > largest:
                raise ValueError("te grote afbeelding")
            seen = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, Pillow.DecompressionBombError) as error:
        raise ValueError(str(error)) from error
    paper = Pillow.new("RGBA", seen.size, "white")
    paper.alpha_composite(seen)
    filters = "/Filter /FlateDecode"
    entries = _entries(*seen.size, 8, "/DeviceRGB", filters)
    return Picture(entries, zlib.compress(paper.convert("RGB").tobytes()))
