"""A tagged PDF/A as a file: pages with marked content, the structure tree, signature fields, metadata and colours.

reportlab numbers the objects and writes the file; the objects themselves are written here, ready as bytes.
"""

import zlib
from collections.abc import Callable
from datetime import datetime

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

from letters.typesetting.pdfa import metadata, profile
from letters.typesetting.structure import Element, text

LANGUAGE = "nl-BE"
PRODUCER = "Handreiking"

_QUICK = 4
"""How hard to pack what differs in every letter: harder takes twice as long and saves a twentieth."""

Add = Callable[[bytes], str]
"""Puts an object in the PDF and returns the reference to it."""

Edges = tuple[float, float, float, float]
"""A rectangle as PDF wants it: left, bottom, right, top."""


class _Ready(PDFObject):
    """An object written as it is."""

    __RefOnly__ = 1

    def __init__(self, body: bytes) -> None:
        self.body = body

    def format(self, document: PDFDocument) -> bytes:
        """Give the bytes."""
        return self.body


def stream(data: bytes, entries: str = "", packed: bool = False) -> bytes:
    """Write a stream, packed unless it is so already; PDF/A wants a line end before its end."""
    content = data if packed else zlib.compress(data, _QUICK)
    filters = "" if packed else " /Filter /FlateDecode"
    return f"<< {entries}{filters} /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"


class TaggedPdf:
    """A PDF in the making: objects are added, pages closed one by one, and the whole is written at the end."""

    def __init__(self, size: tuple[float, float], part: str, created: datetime) -> None:
        self.size, self.part, self.created = size, part, created
        self.document = PDFDocument(pdfVersion=(1, 7 if part == "2" else 4), lang=LANGUAGE)
        self.marked: list[list[Element]] = [[]]
        self._contents: list[str] = []
        self._fields: list[tuple[int, str, str, Edges]] = []
        stamp = self.document._timeStamp
        stamp.t, stamp.lt, stamp.YMDhms = created.timestamp(), created.timetuple(), created.timetuple()[:6]
        offset = created.utcoffset()
        stamp.dhh, stamp.dmm = divmod(int(offset.total_seconds() // 60) if offset else 0, 60)

    def describe(self, title: str, author: str) -> None:
        """Say what the PDF is and who made it."""
        info = self.document.info
        info.title = info.subject = title
        info.author, info.creator, info.producer, info.keywords = author, PRODUCER, PRODUCER, ""

    def add(self, body: bytes) -> str:
        """Put an object in the file and return the reference to it."""
        return self._reference(_Ready(body))

    def _reference(self, ready: _Ready) -> str:
        written: bytes = self.document.Reference(ready).format(self.document)
        return written.decode()

    def mark(self, element: Element) -> int:
        """Give the next content of this page to an element; returns its number on the page."""
        here = self.marked[-1]
        element.kids.append((len(self.marked) - 1, len(here)))
        here.append(element)
        return len(here) - 1

    def signature_field(self, name: str, tooltip: str, box: Edges) -> None:
        """Put an empty signature field on this page; the block around it is drawn, the field itself shows nothing."""
        self._fields.append((len(self.marked) - 1, name, tooltip, box))

    def close_page(self, content: bytes) -> None:
        """Close a page with what is drawn on it."""
        self.document.updateSignature(content)
        self._contents.append(self.add(stream(content)))
        self.marked.append([])

    def save(self, root: Element, fonts: str, pictures: str) -> bytes:
        """Write pages, structure, fields, metadata and the file."""
        resources = self.add(f"<< /Font {fonts} /XObject << {pictures} >> >>".encode())
        pages = [_Ready(b"") for _ in self._contents]
        references = [self._reference(page) for page in pages]
        tree = self.add(f"<< /Type /Pages /Count {len(pages)} /Kids [ {' '.join(references)} ] >>".encode())
        notes, form = self._widgets(references)
        width, height = self.size
        for i, (page, content) in enumerate(zip(pages, self._contents, strict=True)):
            page.body = (
                f"<< /Type /Page /Parent {tree} /MediaBox [ 0 0 {width:.2f} {height:.2f} ] /Resources {resources} "
                f"/Contents {content} /StructParents {i} /Tabs /S{notes[i]} >>"
            ).encode()
        catalog = (
            f"<< /Type /Catalog /Pages {tree} /Lang ({LANGUAGE}) /MarkInfo << /Marked true >> "
            f"/ViewerPreferences << /DisplayDocTitle true >> /StructTreeRoot {self._tree(root, references)} "
            f"/OutputIntents [ {self._intent()} ] /Metadata {self._metadata()}{form} >>"
        )
        self.document.Catalog = _Ready(catalog.encode())
        written: bytes = self.document.GetPDFData(None)
        return written

    def _widgets(self, pages: list[str]) -> tuple[list[str], str]:
        """Write the signature fields with an empty appearance; returns the notes of every page, and the form.

        They stay out of the structure tree: the words of the block around them are in it, and a
        field that is referred to from the tree can no longer be signed without breaking an
        earlier signature.
        """
        if not self._fields:
            return [""] * len(pages), ""
        empty = self.add(stream(b"q Q", "/Type /XObject /Subtype /Form /BBox [ 0 0 1 1 ]", packed=True))
        found: list[list[str]] = [[] for _ in pages]
        for page, name, tooltip, box in self._fields:
            edges = " ".join(f"{side:.2f}" for side in box)
            found[page].append(
                self.add(
                    f"<< /Type /Annot /Subtype /Widget /FT /Sig /T ({name}) /TU {text(tooltip)} /F 132 "
                    f"/Rect [ {edges} ] /P {pages[page]} /AP << /N {empty} >> >>".encode()
                )
            )
        fields = " ".join(field for here in found for field in here)
        notes = [f" /Annots [ {' '.join(here)} ]" if here else "" for here in found]
        return notes, f" /AcroForm << /Fields [ {fields} ] /SigFlags 1 >>"

    def _tree(self, root: Element, pages: list[str]) -> str:
        top = _Ready(b"")
        above, ready = self._reference(top), []
        for element in root.walk():
            ready.append((element, _Ready(b"")))
            element.reference = self._reference(ready[-1][1])
        for element, body in ready:
            body.body = element.written(above, pages)
        numbers = " ".join(
            f"{i} [ {' '.join(element.reference for element in marked)} ]"
            for i, marked in enumerate(self.marked[: len(pages)])
        )
        parents = self.add(f"<< /Nums [ {numbers} ] >>".encode())
        top.body = (
            f"<< /Type /StructTreeRoot /K {root.reference} /ParentTree {parents} /ParentTreeNextKey {len(pages)} >>"
        ).encode()
        return above

    def _intent(self) -> str:
        name = "(sRGB IEC61966-2.1)"
        return (
            f"<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier {name} /Info {name} "
            f"/DestOutputProfile {self.add(profile())} >>"
        )

    def _metadata(self) -> str:
        xmp = metadata(self.document.info, self.part, self.created)
        return self.add(stream(xmp, "/Type /Metadata /Subtype /XML", packed=True))
