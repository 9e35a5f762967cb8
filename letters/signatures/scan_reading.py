"""Reading a scan, in a process of its own, which `scan.py` starts.

It prints how many pages the scan has and what its QR codes say, or one word for why it cannot be read.
"""

import io
import json
import math
import sys
from typing import Any

import pypdfium2
import zxingcpp

MOST_PAGES = 60
MOST_PIXELS = 9_000_000
"""Of one page: more than an A4 at 250 dots per inch; what is larger is drawn smaller."""

_DOTS = (200 / 72, 300 / 72, 150 / 72)
"""Points to dots: 200 to the inch; where nothing is read, finer, and then coarser, as a speck may be in the way."""

_KIND = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


def read(content: bytes) -> dict[str, Any]:
    """Return the number of pages and the texts of the QR codes, or the word `trouble` says why not."""
    try:
        scan = pypdfium2.PdfDocument(io.BytesIO(content))
        if len(scan) > MOST_PAGES:
            return {"trouble": "long"}
        tried = ([code.text for page in scan for code in _codes_on(page, dots)] for dots in _DOTS)
        return {"pages": len(scan), "codes": next(filter(None, tried), [])}
    except (pypdfium2.PdfiumError, ValueError) as error:
        return {"trouble": "locked" if "password" in str(error).lower() else "damaged"}
    except MemoryError:
        return {"trouble": "heavy"}


def _codes_on(page: pypdfium2.PdfPage, dots: float) -> list[Any]:
    """Draw a page in grey and read the QR codes on it."""
    width, height = page.get_size()
    scale = min(dots, math.sqrt(MOST_PIXELS / max(width * height, 1)))
    drawn = page.render(scale=scale, grayscale=True).to_pil()
    return list(zxingcpp.read_barcodes(drawn, formats=_KIND))


def main() -> None:
    """Read what comes in, and print what was found."""
    sys.stdout.write(json.dumps(read(sys.stdin.buffer.read())))
