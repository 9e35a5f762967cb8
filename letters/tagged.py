"""A canvas that writes tagged PDF/A: every drawn line knows its paragraph in the structure tree.

reportlab draws and writes the file; added here are marked content, the structure tree with its
parent tree, the metadata in XMP and the colour profile that PDF/A-2a asks for.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFPage,
    PDFStream,
)
from reportlab.pdfgen.canvas import Canvas

from letters.pdfa import metadata, output_intent

LANGUAGE = "nl-BE"
PRODUCER = "Handreiking"


class Element(PDFObject):
    """An element of the structure: its kind, its children, and the places where its content is drawn."""

    def __init__(self, kind: str, parent: "Element | None" = None, attributes: str = "") -> None:
        self.kind, self.attributes = kind, attributes
        self.parent = parent
        self.kids: list[Element | tuple[int, int]] = []
        self.reference = ""
        if parent is not None:
            parent.kids.append(self)

    def format(self, document: Any) -> bytes:
        """Write the element as a PDF object."""
        parent = self.parent.reference if self.parent else document.structure_root
        kids = " ".join(self._kid(kid, document) for kid in self.kids)
        body = f"<< /Type /StructElem /S /{self.kind} /P {parent} /K [ {kids} ]{self.attributes} >>"
        return body.encode()

    @staticmethod
    def _kid(kid: "Element | tuple[int, int]", document: Any) -> str:
        if isinstance(kid, Element):
            return kid.reference
        page, number = kid
        return f"<< /Type /MCR /Pg {document.page_references[page]} /MCID {number} >>"

    def walk(self) -> Iterator["Element"]:
        """Yield this element and everything under it."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()


class _Page(PDFPage):
    __NoDefault__ = [*PDFPage.__NoDefault__, "Tabs", "StructParents", "Group"]


class _Catalog(PDFCatalog):
    __NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]
    __Refs__ = [*PDFCatalog.__Refs__, "OutputIntents"]


def _format_stream(self: PDFStream, document: Any) -> bytes:
    # PDF/A wants a line end before `endstream`, and reportlab writes none.
    written: bytes = _ORIGINAL_FORMAT(self, document)
    end = b"endstream\n"
    return written if written[: -len(end)].endswith(b"\n") else written[: -len(end)] + b"\n" + end


_ORIGINAL_FORMAT = PDFStream.format
PDFStream.format = _format_stream


class TaggedCanvas(Canvas):
    """Draws pages whose content is tagged; `root` is the top of the structure."""

    def __init__(self, out: Any, size: tuple[float, float], font: str, part: str, created: datetime) -> None:
        super().__init__(
            out, pagesize=size, initialFontName=font, lang=LANGUAGE, pdfVersion=(1, 7 if part == "2" else 4),
            pageCompression=1,
        )  # fmt: skip
        catalog = _Catalog()
        catalog.__dict__.update(self._doc.Catalog.__dict__)
        self._doc.Catalog = self._doc._catalog = catalog
        self.root = Element("Document")
        self.part, self.created = part, created
        self._marked: list[list[Element]] = [[]]
        self._fields: list[tuple[int, str, str, tuple[float, float, float, float]]] = []
        stamp = self._doc._timeStamp
        stamp.t, stamp.lt = created.timestamp(), created.timetuple()
        stamp.YMDhms = created.timetuple()[:6]
        offset = created.utcoffset()
        minutes = int(offset.total_seconds() // 60) if offset else 0
        stamp.dhh, stamp.dmm = divmod(minutes, 60)

    @contextmanager
    def tag(self, element: Element | None) -> Iterator[None]:
        """Mark what is drawn inside as content of an element, or as decoration."""
        if element is None:
            self._code.append("/Artifact BMC")
        else:
            marked = self._marked[-1]
            element.kids.append((len(self._marked) - 1, len(marked)))
            self._code.append(f"/{element.kind} << /MCID {len(marked)} >> BDC")
            marked.append(element)
        yield
        self._code.append("EMC")

    def signature_field(self, name: str, tooltip: str, box: tuple[float, float, float, float]) -> None:
        """Put an empty signature field on this page; the block around it is drawn, the field itself shows nothing."""
        self._fields.append((len(self._marked) - 1, name, tooltip, box))

    @contextmanager
    def spoken(self, text: str) -> Iterator[None]:
        """Say what the glyphs drawn inside mean, for who copies or hears the text."""
        self._code.append(f"/Span << /ActualText {_text(text)} >> BDC")
        yield
        self._code.append("EMC")

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Close a page."""
        super().showPage()
        self._marked.append([])

    def save(self) -> None:
        """Write the structure, the fields, the metadata and the file."""
        document = self._doc
        document.page_references = [_number(document.Reference(page), document) for page in document.Pages.pages]
        for i, page in enumerate(document.Pages.pages):
            page.__class__, page.StructParents, page.Tabs = _Page, i, PDFName("S")
        self._widgets(document)
        self._tree(document)
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        document.Catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
        document.Catalog.OutputIntents = PDFArray([output_intent(document)])
        document.Catalog.Metadata = metadata(document.info, self.part, self.created)
        document.SaveToFile(self._filename, self)

    def _widgets(self, document: Any) -> None:
        """Write the signature fields with an empty appearance.

        They stay out of the structure tree: the words of the block around them are in it, and a
        field that is referred to from the tree can no longer be signed without breaking an
        earlier signature.
        """
        if not self._fields:
            return
        empty = PDFStream(PDFDictionary({"Type": PDFName("XObject"), "Subtype": PDFName("Form")}), b"q Q")
        empty.dictionary["BBox"] = PDFArray([0, 0, 1, 1])
        appearance = _number(document.Reference(empty), document)
        references = []
        for page, name, tooltip, box in self._fields:
            rectangle = " ".join(f"{side:.2f}" for side in box)
            field = _Raw(
                f"<< /Type /Annot /Subtype /Widget /FT /Sig /T ({name}) /TU {_text(tooltip)} /F 132 "
                f"/Rect [ {rectangle} ] /P {document.page_references[page]} /AP << /N {appearance} >> >>"
            )
            references.append(_number(document.Reference(field), document))
            sheet = document.Pages.pages[page]
            sheet.Annots = _Raw(f"{sheet.Annots.body[:-1] if sheet.Annots else '['} {references[-1]} ]")
        document.Catalog.AcroForm = _Raw(f"<< /Fields [ {' '.join(references)} ] /SigFlags 1 >>")

    def _tree(self, document: Any) -> None:
        for element in self.root.walk():
            element.reference = _number(document.Reference(element), document)
        entries = [
            f"{i} [ {' '.join(element.reference for element in marked)} ]"
            for i, marked in enumerate(self._marked[: len(document.Pages.pages)])
        ]
        parents = document.Reference(_Raw(f"<< /Nums [ {' '.join(entries)} ] >>"))
        root = _Raw(
            f"<< /Type /StructTreeRoot /K {self.root.reference} /ParentTree {_number(parents, document)}"
            f" /ParentTreeNextKey {len(entries)} >>"
        )
        document.structure_root = _number(document.Reference(root), document)
        document.Catalog.StructTreeRoot = root


def _text(words: str) -> str:
    return "<FEFF" + words.encode("utf-16-be").hex().upper() + ">"


class _Raw(PDFObject):
    """An object written as it is."""

    __RefOnly__ = 1

    def __init__(self, body: str) -> None:
        self.body = body

    def format(self, document: Any) -> bytes:
        """Give the bytes."""
        return self.body.encode()


def _number(reference: Any, document: Any) -> str:
    written: bytes = reference.format(document)
    return written.decode()


pdfdoc.PDFInfo.producer = PRODUCER
rl_config.useA85 = 0  # streams as bytes, not as printable text
