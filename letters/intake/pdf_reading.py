"""Reading a PDF from outside, in a process of its own, which `pdf.py` starts.

It reads what comes in and prints one word for what it found (the keys of letters.intake.pdf.REFUSALS), or nothing.
"""

import io
import re
import sys
from collections.abc import Iterator

import pikepdf

_KEYS = {
    "/JS": "script",
    "/JavaScript": "script",
    "/EmbeddedFiles": "files",
    "/EF": "files",
    "/XFA": "form",
    "/RichMediaContent": "media",
}
"""What the name of an entry tells."""

_VALUES = {
    "/S": {
        "/JavaScript": "script",
        "/Launch": "launch",
        "/SubmitForm": "outside",
        "/ImportData": "outside",
        "/GoToR": "outside",
        "/GoToE": "outside",
        "/Rendition": "media",
        "/Movie": "media",
        "/Sound": "media",
        "/RichMediaExecute": "media",
    },
    "/Type": {"/EmbeddedFile": "files"},
    "/Subtype": {
        "/FileAttachment": "files",
        "/RichMedia": "media",
        "/Movie": "media",
        "/Screen": "media",
        "/Sound": "media",
        "/3D": "media",
    },
}
"""What the name in an entry tells."""

_WORDS = {name for values in _VALUES.values() for name in values} | _KEYS.keys()
_SUSPECT = re.compile("|".join(f"{re.escape(word)}(?![A-Za-z0-9])" for word in sorted(_WORDS)).encode())
"""A quick look at the text of an object: only what it finds is looked at entry by entry."""


def read(content: bytes) -> str:
    """Return what stands in the way of keeping a PDF; nothing when it may stay."""
    try:
        with pikepdf.open(io.BytesIO(content), attempt_recovery=False, suppress_warnings=True) as pdf:
            if pdf.is_encrypted:
                return "locked"
            if len(pdf.pages) == 0:
                return "damaged"
            return next(_findings(pdf), "")
    except pikepdf.PasswordError:
        return "locked"
    except MemoryError:
        return "bomb"
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return "damaged"


def _findings(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield what is wrong with any object, used or not."""
    for each in (pdf.trailer, *pdf.objects):
        whole = each.stream_dict if isinstance(each, pikepdf.Stream) else each
        if isinstance(whole, pikepdf.Object) and _SUSPECT.search(whole.unparse(resolved=True)):
            yield from _in_object(whole)


def _in_object(whole: pikepdf.Object) -> Iterator[str]:
    """Look at every entry of one object; what it only points at is an object of its own."""
    todo = [whole]
    while todo:
        each = todo.pop()
        if isinstance(each, pikepdf.Dictionary):
            yield from _in_dictionary(each)
            todo += [value for value in each.values() if not _elsewhere(value)]
        elif isinstance(each, pikepdf.Array):
            todo += [value for value in each if not _elsewhere(value)]


def _elsewhere(value: object) -> bool:
    return not isinstance(value, pikepdf.Object) or value.is_indirect


def _in_dictionary(entries: pikepdf.Dictionary) -> Iterator[str]:
    yield from (meaning for key, meaning in _KEYS.items() if key in entries)
    if entries.get("/Type") == "/StructElem":
        return
    for key, meanings in _VALUES.items():
        if (said := str(entries.get(key, ""))) in meanings:
            yield meanings[said]


def main() -> None:
    """Read what comes in, and print what was found."""
    sys.stdout.write(read(sys.stdin.buffer.read()))
