"""The pages of a letter or a piece, whatever it came as, ready to go into a bundle."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import pikepdf
from lxml import etree
from PIL import Image as Pillow

from letters.doctor.trial import STUMBLES
from letters.post.bundle import strip
from letters.store import DocumentDamaged
from letters.typesetting import pictures, reader
from letters.typesetting.pdf import draw

MOST_UNPACKED = 20_000_000
"""Points in a picture that is unpacked: more of them at once would fill the memory."""

LONGEST_WORD = 2 * 2**20
"""Bytes of XML in a Word file that is set here: some two hundred pages."""

_A4 = (595.28, 841.89)
_EDGE = 24.0
"""Points of white around a picture."""

_ORIENTATION = 274
"""The entry of a photo that says how the camera was held."""

_TURNS = {
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}
"""How a picture is turned upright within its own square, by that entry."""


class NotShown(Exception):
    """A paper cannot be shown as it is: a Word file with more than our PDF shows."""


UNREADABLE = (
    *STUMBLES, DocumentDamaged, MemoryError, RuntimeError, etree.LxmlError, zipfile.BadZipFile,
    pikepdf.PdfError, pikepdf.DataDecodingError, pikepdf.ForeignObjectError, Pillow.DecompressionBombError,
)  # fmt: skip
"""What a broken, locked or twisted paper raises."""


@contextmanager
def pages_of(kind: str, content: bytes, made_at: datetime) -> Iterator[pikepdf.Pdf]:
    """Open the pages of a paper, apart from the paper itself; raises NotShown, or one of UNREADABLE."""
    if kind == "docx":
        content = _typeset(content, made_at)
    with pikepdf.new() as bare:
        if kind in ("jpg", "png"):
            _picture(bare, content)
            yield bare
            return
        with pikepdf.open(io.BytesIO(content), suppress_warnings=True) as whole:
            if whole.is_encrypted or not len(whole.pages):
                raise ValueError("versleuteld of leeg")
            _flatten(whole)
            bare.pages.extend(whole.pages)
            yield bare


def _flatten(paper: pikepdf.Pdf) -> None:
    """Make what was filled in or noted on a page part of that page, and take away what leads back to the original."""
    form = paper.Root.get("/AcroForm")
    if form is not None and bool(form.get("/NeedAppearances", False)):
        paper.generate_appearance_streams()
    paper.flatten_annotations("screen")
    strip(paper)


def _typeset(content: bytes, made_at: datetime) -> bytes:
    """Set a Word file as PDF, when the PDF shows all there is in it."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        if package.getinfo("word/document.xml").file_size > LONGEST_WORD:
            raise NotShown("lang Word-document")
    document = reader.read(content)
    if document.unsupported:
        raise NotShown(", ".join(sorted(document.unsupported)))
    return draw(document, "", made_at).data


def _picture(bare: pikepdf.Pdf, content: bytes) -> None:
    """Put a picture on a page of A4, upright or lying as the picture is."""
    drawn = pictures.ready(content, MOST_UNPACKED)
    with Pillow.open(io.BytesIO(content), formats=("PNG", "JPEG")) as opened:
        across, down = opened.size
        turn = opened.getexif().get(_ORIENTATION, 1)
    if turn in (5, 6, 7, 8):
        across, down = down, across
    wide, high = (_A4[1], _A4[0]) if across > down else _A4
    scale = min((wide - 2 * _EDGE) / across, (high - 2 * _EDGE) / down, 1.0)
    width, height = across * scale, down * scale
    turned = " ".join(map(str, _TURNS.get(turn, (1, 0, 0, 1, 0, 0))))
    place = f"{width:.2f} 0 0 {height:.2f} {(wide - width) / 2:.2f} {(high - height) / 2:.2f}"
    picture = pikepdf.Object.parse(f"<< /Type /XObject /Subtype /Image {drawn.entries} >>".encode())
    page = bare.add_blank_page(page_size=(wide, high))
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Beeld=pikepdf.Stream(bare, drawn.data, picture)))
    page.Contents = pikepdf.Stream(bare, f"q {place} cm {turned} cm /Beeld Do Q".encode())
