"""Joins letters into one PDF to print: a copy for the printer, in the order of a list.

The signed originals stay as they are. A signature does not survive in another file, so the
copy carries none: it shows the same pages, says in its title that it is a print copy, and
knows in its bookmarks where each letter begins.
"""

import io
from collections.abc import Iterable
from typing import IO

import pikepdf

from letters.post.growing import GrowingPdf


def strip(letter: pikepdf.Pdf) -> None:
    """Take away what leads back to the original: its fields, its notes and its tags."""
    if "/AcroForm" in letter.Root:
        del letter.Root.AcroForm
    for page in letter.pages:
        for lost in ("/Annots", "/StructParents", "/Tabs"):
            if lost in page:
                del page[lost]


def join(letters: Iterable[tuple[str, bytes]], out: IO[bytes], title: str, double_sided: bool = False) -> int:
    """Write one PDF of letters, at least one, each with its label; return its number of pages.

    Printed double-sided, every letter begins on the front of a sheet: a blank page comes in between.
    """
    bundle, size = GrowingPdf(out), (0.0, 0.0)
    for label, content in letters:
        if double_sided and len(bundle.pages) % 2:
            bundle.pages.append(bundle.blank(*size))
        size = _add(bundle, label, content)
    bundle.close(title)
    return len(bundle.pages)


def _add(bundle: GrowingPdf, label: str, content: bytes) -> tuple[float, float]:
    """Add a letter with the pages it has; return the size of its last one."""
    with pikepdf.open(io.BytesIO(content)) as letter, pikepdf.new() as bare:
        strip(letter)
        bare.pages.extend(letter.pages)
        left, bottom, right, top = (float(side) for side in bare.pages[-1].mediabox)
        pages = bundle.copy(bare)
    bundle.bookmark(0, label, pages[0])
    bundle.pages += pages
    return right - left, top - bottom
